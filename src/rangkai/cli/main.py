"""The console script: parses, calls a command module, and turns refusals into exit statuses.

Exit status: 0 done, 1 the input is refused (problems are listed), 2 wrong use.
"""

import argparse
import sys
from collections.abc import Sequence

from rangkai import __version__
from rangkai.cli import books, demo, duplicates, needs, roadmap, serve, tabular
from rangkai.cli.output import refuse
from rangkai.lib.errors import Refusal


def parser() -> argparse.ArgumentParser:
    """Every command; importing this module sets up no Django."""
    top = argparse.ArgumentParser(
        prog="rangkai", description="Rangkai: dari kebutuhan sampai buku rencana induk."
    )
    top.add_argument("--version", action="version", version=__version__)
    commands = top.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    demo.register(commands)
    serve.register(commands)
    needs_commands = commands.add_parser("needs", help="kebutuhan").add_subparsers(dest="verb", required=True)
    needs.register(needs_commands)
    duplicates.register(needs_commands)
    roadmap.register(commands)
    books.register(commands)
    tabular.register(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; argparse itself exits with 2 on wrong use."""
    args = parser().parse_args(argv)
    try:
        return int(args.handler(args))
    except Refusal as refusal:
        return refuse(refusal)
    except KeyboardInterrupt:
        print("Dihentikan.", file=sys.stderr)
        return 130
