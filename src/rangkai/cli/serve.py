"""`rangkai serve` runs the web server and two workers; `rangkai check` says whether this home is fit to serve."""

import argparse
from typing import Any

DEFAULT_PORT = 8000


def register(commands: Any) -> None:
    """Add `serve` and `check`."""
    serve = commands.add_parser("serve", help="jalankan peladen dan dua pekerja")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=DEFAULT_PORT)
    serve.set_defaults(handler=run_server)
    check = commands.add_parser("check", help="periksa pengaturan")
    check.add_argument("--deploy", action="store_true")
    check.set_defaults(handler=run_check)


def run_server(args: argparse.Namespace) -> int:
    """Serve until stopped. Tables are brought up to date first."""
    from rangkai.cli.django_setup import migrate, set_up

    set_up()
    migrate()
    from rangkai.config.server import serve

    return serve(args.host, args.port)


def run_check(args: argparse.Namespace) -> int:
    """Django's checks and ours; with --deploy also those of a public server."""
    from django.core.management import call_command
    from django.core.management.base import SystemCheckError

    from rangkai.cli.django_setup import set_up

    set_up()
    try:
        call_command("check", deploy=args.deploy, fail_level="WARNING")
    except SystemCheckError as error:
        print(error)
        return 1
    return 0
