"""`rangkai demo` fills an empty home: tables, codes, the workspace of 35.16 with its examples and a solved roadmap."""

import argparse
import secrets
from datetime import date
from typing import Any

FLOWERS = ("melati", "kenanga", "cempaka", "anggrek", "teratai", "mawar", "dahlia", "kamboja")


def register(commands: Any) -> None:
    """Add `demo`."""
    demo = commands.add_parser("demo", help="isi rumah yang kosong dengan ruang kerja contoh")
    demo.add_argument("--if-empty", action="store_true", help="diam saja bila sudah terisi")
    demo.set_defaults(handler=run_demo)


def run_demo(args: argparse.Namespace) -> int:
    """Fill an empty home and print the accounts; a home with content is left alone."""
    from rangkai.cli.django_setup import migrate, set_up

    set_up()
    migrate()
    if not fill_if_empty() and not args.if_empty:
        print("Rumah ini sudah terisi; tidak ada yang diubah.")
    show_accounts()
    return 0


def fill_if_empty() -> bool:
    """Fill the home, whose tables are up to date; False where it has content, which is left alone."""
    from rangkai.surfaces.examples.workspace import fill_home, is_empty

    if not is_empty():
        return False
    password = f"{secrets.choice(FLOWERS)}-{secrets.choice(FLOWERS)}-{secrets.randbelow(9000) + 1000}"
    fill_home(today=date.today(), password=password, tell=lambda message: print(message, flush=True))  # noqa: DTZ011
    accounts_file().write_text(password)
    return True


def accounts_file() -> Any:
    """Where the common password of the example accounts is kept, readable by the owner alone."""
    from django.conf import settings

    path = settings.HOME / "kata_sandi_contoh"
    if not path.exists():
        path.touch(mode=0o600)
    return path


def show_accounts() -> None:
    """The example accounts, one for each role, and their password while it is still the one made here."""
    from rangkai.surfaces.examples.staff import accounts

    password = accounts_file().read_text().strip()
    if not password:
        return
    print("\nAkun contoh (kata sandi untuk semua: " + password + ")")
    for username, name, post in accounts():
        print(f"  {username:20} {post} – {name}")
    print()
