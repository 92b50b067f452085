"""`rangkai serve` runs the web server and two workers; `rangkai check` says whether this home is fit to serve."""

import argparse
import sys
from typing import Any

DEFAULT_PORT = 8000


def register(commands: Any) -> None:
    """Add `serve` and `check`."""
    serve = commands.add_parser("serve", help="jalankan peladen dan dua pekerja")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=DEFAULT_PORT)
    serve.add_argument("--demo", action="store_true", help="isi dahulu rumah yang kosong dengan contoh")
    serve.set_defaults(handler=run_server)
    check = commands.add_parser("check", help="periksa pengaturan")
    check.add_argument("--deploy", action="store_true")
    check.set_defaults(handler=run_check)


def run_server(args: argparse.Namespace) -> int:
    """Serve until stopped; 1 where another program holds the port. Tables are brought up to date first."""
    from rangkai.cli.django_setup import migrate, set_up

    set_up()
    from rangkai.config.server import serve, taken

    address = f"http://{args.host}:{args.port}"
    if taken(args.host, args.port):
        print(
            f"Porta {args.port} sedang dipakai, mungkin oleh Rangkai yang sudah berjalan; tidak ada yang berubah. "
            f"Buka {address}, atau pakai porta lain: {sys.argv[0]} serve --port {args.port + 1}"
        )
        return 1
    migrate()
    if args.demo:
        from rangkai.cli.demo import fill_if_empty, show_accounts

        fill_if_empty()
        show_accounts()
    serve(args.host, args.port, ready=lambda: print(f"Buka {address} (berhenti: Ctrl+C)", flush=True))
    return 0


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
