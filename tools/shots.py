"""The pictures of the user guide: a fresh example home, walked in Chromium, one picture a step.

`make shots` (or `python tools/shots.py`) writes docs/guide/images/*.png; each shows what is visible at 1200 px
(the approval page at 360 px).
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from packages import browser as find_browser  # noqa: E402

from tests.journey import sheet  # noqa: E402
from tests.journey.live import Live, served  # noqa: E402

IMAGES = ROOT / "docs" / "guide" / "images"
WIDE = {"width": 1200, "height": 800}
PHONE = {"width": 360, "height": 740}
LONG_WORK = 120_000
PDF_PAGE = 17


class Album:
    """One signed-in person; `keep` writes what the screen shows now."""

    def __init__(self, browser: Browser, live: Live, name: str, size: "dict[str, int]") -> None:
        self.live = live
        self.page: Page = browser.new_context(viewport=size, accept_downloads=True).new_page()  # type: ignore[arg-type]
        self.page.set_default_timeout(LONG_WORK)
        self.page.goto(f"{live.url}/masuk/")
        self.page.fill("[name=username]", name)
        self.page.fill("[name=password]", live.password)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/35.16/**")

    def open(self, path: str) -> None:
        answer = self.page.goto(self.live.at(path))
        if answer is None or not answer.ok:
            raise RuntimeError(f"{path} does not open")

    def press(self, name: str, role: str = "button") -> None:
        self.page.get_by_role("main").get_by_role(role, name=name).first.click()  # type: ignore[arg-type]
        self.page.wait_for_load_state("networkidle")

    def keep(self, name: str) -> None:
        self.page.wait_for_load_state("networkidle")
        self.page.wait_for_timeout(400)
        self.page.screenshot(path=IMAGES / f"{name}.png")
        print(f"{name}.png", flush=True)


def imported(album: Album, folder: Path) -> None:
    album.open("pekerjaan/impor/needs/")
    album.keep("impor-berkas")
    album.page.set_input_files("[name=file]", sheet.write(folder / "kebutuhan.xlsx"))
    album.press("Baca berkas")
    album.keep("impor-tabel")
    album.press("Cocokkan kolom", "link")
    album.keep("impor-kolom")
    album.press("Lihat pratinjau")
    album.keep("impor-pratinjau")


def grouped(album: Album) -> None:
    album.open("kebutuhan/kelompok/")
    album.press("Cari kelompok")
    album.page.wait_for_url("**/kebutuhan/kelompok/**", timeout=LONG_WORK)
    card = album.page.locator("form.card").first
    card.wait_for()
    album.keep("kelompok")
    if not card.locator("[name=name]").input_value():
        card.locator("[name=name]").fill("Layanan sejenis di desa")
    card.get_by_role("button", name="Jadikan isu strategis").click()
    album.page.wait_for_load_state("networkidle")
    album.open("kebutuhan/isu/")
    album.page.locator("main tbody a[href*='/isu/']").first.click()
    album.page.wait_for_load_state("networkidle")
    album.keep("isu")
    album.press("Jadikan program", "link")
    album.keep("isu-ke-program")


def funded(album: Album) -> None:
    album.open("program/")
    album.keep("program")
    record = album.page.locator("main tbody a[href*='/program/P-']").nth(1).get_attribute("href") or ""
    address = record.partition("/program/")[2].partition("/")[0]
    album.open(f"program/{address}/")
    album.keep("program-satu")
    album.open(f"program/{address}/pendanaan/")
    album.keep("pendanaan")


def scheduled(album: Album) -> None:
    album.open("peta-jalan/")
    album.keep("peta-jalan")
    album.press("Ubah pagu", "link")
    album.keep("pagu")


def printed(album: Album, folder: Path) -> None:
    album.open("dokumen/")
    album.keep("dokumen")
    album.open("dokumen/buku/2/")
    album.keep("buku")
    album.press("Cetak edisi baru")
    album.page.wait_for_url("**/dokumen/edisi/**", timeout=LONG_WORK)
    address = album.page.get_by_role("link", name="Buka PDF").get_attribute("href")
    if not shutil.which("pdftoppm"):
        print("pdftoppm is not installed: the page of the book is left as it is")
        return
    source = folder / "buku.pdf"
    source.write_bytes(album.page.request.get(f"{album.live.url}{address}").body())
    target = IMAGES / "buku-cetak"
    page = ["-f", str(PDF_PAGE), "-l", str(PDF_PAGE), "-singlefile", "-scale-to", "850", "-png"]
    subprocess.run(["pdftoppm", *page, str(source), str(target)], check=True)


def walk(browser: Browser, live: Live, folder: Path) -> "list[str]":
    """Every step on its own, so that one page that fails does not cost the other pictures; names what failed."""
    secretariat = Album(browser, live, "sekretariat", WIDE)

    def rooms() -> None:
        rooms = {"beranda": "", "ruang-kerja": "perangkat-daerah/", "jabatan": "perangkat-daerah/jabatan/"}
        rooms |= {"tujuan": "tujuan/", "kebutuhan": "kebutuhan/", "rangkaian": "rangkaian/"}
        for name, path in rooms.items():
            secretariat.open(path)
            secretariat.keep(name)

    def approval() -> None:
        operator = Album(browser, live, "operator", PHONE)
        operator.open("kebutuhan/baru/")
        operator.page.fill("[name=statement]", "Antrean daring untuk ibu hamil")
        operator.press("Simpan")
        operator.press("Ajukan")
        head = Album(browser, live, "kepala.pd", PHONE)
        head.open("kebutuhan/persetujuan/")
        head.keep("persetujuan")

    steps: list[Callable[[], None]] = [
        rooms,
        lambda: scheduled(secretariat),
        lambda: imported(secretariat, folder),
        lambda: funded(secretariat),
        approval,
        lambda: printed(secretariat, folder),
        lambda: grouped(secretariat),
    ]
    failed = []
    for step in steps:
        try:
            step()
        except (Error, RuntimeError, subprocess.CalledProcessError, OSError) as error:
            failed.append(str(error))
    return failed


def main() -> int:
    chromium = find_browser()
    if not chromium:
        print("Chromium is needed for the pictures.")
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as name,
        served(Path(name) / "home") as live,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        failed = walk(browser, live, Path(name))
        browser.close()
    for message in failed:
        print(message, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
