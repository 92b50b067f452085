"""From a sheet of needs to an opened PDF, as the secretariat and a head of office walk it."""

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader

from rangkai.engines.dossier.tests.documents import plan as old_plan
from tests.journey import returned, sheet
from tests.journey.live import Live, served
from tests.journey.looking import Desk, sit_down

pytestmark = pytest.mark.journey

PROGRAMME = "Taman bacaan digital seratus desa"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LONG_WORK = 120_000


@pytest.fixture(scope="module")
def live(tmp_path_factory) -> Iterator[Live]:
    with served(tmp_path_factory.mktemp("home")) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = next(path for name in BROWSERS if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])


def test_it_leads_from_a_sheet_of_needs_to_a_printed_masterplan(browser, live, tmp_path):
    desk = sit_down(browser, live, "sekretariat")
    import_needs(desk, sheet.write(tmp_path / "kebutuhan.xlsx"))
    classify_needs(desk)
    accept_group(desk)
    make_programme(desk)
    fund_programme(desk)
    change_ceiling(desk)
    pages = build_book(desk)
    assert any("Rencana Induk" in page or "Masterplan" in page for page in pages[:2])
    assert any(PROGRAMME in page for page in pages)
    assert desk.faults == []
    assert len(desk.seen) > 15


def import_needs(desk: Desk, path: Path) -> None:
    desk.open("pekerjaan/impor/needs/")
    desk.page.set_input_files("[name=file]", path)
    desk.press("Baca berkas")
    assert "A4:F8" in desk.page.get_by_role("main").inner_text()
    desk.press("Cocokkan kolom", role="link")
    desk.press("Lihat pratinjau")
    assert sheet.WRONG in desk.page.get_by_role("main").inner_text()
    desk.press(f"Pakai {sheet.RIGHT}", first=True)
    desk.press("Simpan")


def classify_needs(desk: Desk) -> None:
    """Both needs of the sheet go into one sub-dimension."""
    desk.open("kebutuhan/?q=bacaan")
    for row in sheet.ROWS[:2]:
        found = desk.page.locator("tbody tr", has_text=row[1])
        assert found.count() == 1
        found.locator("[name=id]").check()
    desk.page.get_by_label("Atur dimensi").first.select_option(index=0)
    desk.press("Atur dimensi")
    assert "2 kebutuhan berubah" in desk.page.inner_text("body")


def accept_group(desk: Desk) -> None:
    """The two needs are proposed as one group, with a reason."""
    desk.open("kebutuhan/kelompok/")
    desk.press("Cari kelompok")
    desk.page.wait_for_url("**/kebutuhan/kelompok/**", timeout=LONG_WORK)
    card = desk.page.locator("form.card", has_text=sheet.ROWS[0][1]).first
    card.locator("[name=name]").fill("Taman bacaan digital")
    card.get_by_role("button", name="Jadikan isu strategis").click()
    desk.page.wait_for_load_state("networkidle")
    desk.open("kebutuhan/isu/")
    row = desk.page.get_by_role("main").get_by_role("link", name="Taman bacaan digital").first
    desk.page.goto(f"{desk.live.url}{row.get_attribute('href')}")
    desk.look()


def make_programme(desk: Desk) -> None:
    desk.press("Jadikan program", role="link", first=True)
    desk.page.fill("[name=name]", PROGRAMME)
    for name in ("dimension", "kind_of", "office", "owner"):
        if not desk.page.locator(f"[name={name}]").input_value():
            desk.page.select_option(f"[name={name}]", index=1)
    desk.press("Buat program")
    assert PROGRAMME in desk.heading()


def fund_programme(desk: Desk) -> None:
    desk.page.goto(f"{desk.page.url.split('?')[0]}pendanaan/")
    desk.look()
    desk.page.fill("[name=baris-0-year]", "2027")
    desk.page.select_option("[name=baris-0-fund]", label="PAD")
    desk.page.fill("[name=baris-0-amount]", "145.000.000")
    desk.press("Simpan", first=True)
    assert "145" in desk.page.get_by_role("main").inner_text()


def change_ceiling(desk: Desk) -> None:
    """One more billion of the first fund in the first year; the plan is solved again and placed anew."""
    desk.open("peta-jalan/")
    desk.press("Ubah pagu", role="link")
    first = desk.page.locator("main input[name$='-2027']").first
    amount = int(re.sub(r"\D", "", first.input_value()))
    first.fill(str(amount + 1_000_000_000))
    desk.press("Simpan", first=True)
    desk.press("Hitung ulang")
    desk.page.wait_for_url("**/peta-jalan/skenario/**", timeout=LONG_WORK)
    desk.page.wait_for_load_state("networkidle")
    desk.look()
    assert PROGRAMME in desk.page.get_by_role("main").inner_text()


def build_book(desk: Desk) -> list[str]:
    """Buku 2, as PDF; the text of its pages."""
    desk.open("dokumen/")
    desk.open("dokumen/buku/2/")
    desk.press("Cetak edisi baru")
    desk.page.wait_for_url("**/dokumen/edisi/**", timeout=LONG_WORK)
    desk.page.wait_for_load_state("networkidle")
    desk.look()
    address = desk.page.get_by_role("link", name="Buka PDF").get_attribute("href")
    answer = desk.page.request.get(f"{desk.live.url}{address}")
    assert answer.headers["content-type"] == "application/pdf"
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(answer.body())).pages]


def test_it_lets_a_head_of_office_approve_on_a_phone(browser, live):
    operator = sit_down(browser, live, "operator", 360, 740)
    operator.open("kebutuhan/baru/")
    operator.page.fill("[name=statement]", "Antrean daring untuk ibu hamil")
    operator.press("Simpan", first=True)
    operator.press("Ajukan", first=True)
    head = sit_down(browser, live, "kepala.pd", 360, 740)
    head.open("kebutuhan/persetujuan/")
    card = head.page.locator("form.card", has_text="Antrean daring untuk ibu hamil")
    card.get_by_role("button", name="Setujui").click()
    head.page.wait_for_load_state("networkidle")
    head.look()
    assert "1 kebutuhan diputuskan" in head.page.inner_text("body")
    assert head.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert operator.faults + head.faults == []


def test_it_leads_from_an_old_plan_to_decisions(browser, live, tmp_path):
    desk = sit_down(browser, live, "sekretariat")
    path = tmp_path / "masterplan-lama.docx"
    path.write_bytes(old_plan())
    desk.open("program/rencana-lama/unggah/")
    desk.page.set_input_files("[name=file]", path)
    for name, value in {"title": "Buku 2", "first_year": "2022", "last_year": "2026"}.items():
        desk.page.fill(f"[name={name}]", value)
    desk.press("Baca berkas")
    desk.page.wait_for_url("**/rencana-lama/buku/**", timeout=LONG_WORK)
    desk.look()
    desk.press("Simpan 4 program")
    desk.open(f"program/rencana-lama/{line_id(desk, 'Layanan kesehatan yang mudah dijangkau')}/")
    desk.press("Lanjutkan", first=True)
    assert "Diputuskan: Layanan kesehatan" in desk.page.inner_text("body")
    desk.open(f"program/rencana-lama/{line_id(desk, 'Sistem arsip daring')}/")
    desk.page.get_by_text("Henti", exact=True).click()
    desk.page.get_by_label("Alasan dihentikan").fill("Aplikasinya tidak dipakai lagi")
    desk.press("Hentikan")
    desk.open("program/rencana-lama/")
    assert "2 dari 4 program lama sudah diputuskan" in desk.page.get_by_role("main").inner_text()
    assert desk.faults == []


def line_id(desk: Desk, name: str) -> str:
    desk.open("program/rencana-lama/")
    address = desk.page.locator("a.row-link", has_text=name).get_attribute("href") or ""
    return address.rstrip("/").rsplit("/", 1)[-1]


def test_it_gathers_five_workbooks_with_two_conflicts(browser, live, tmp_path):
    desk = sit_down(browser, live, "sekretariat")
    archive = send_sheets(desk, tmp_path / "semua.zip")
    files, ref = returned.give_back(archive, tmp_path)
    desk.open(f"kebutuhan/{ref}/ubah/")
    desk.page.fill("[name=detail]", "Keadaan menurut sekretariat")
    desk.press("Simpan", first=True)
    desk.open("pekerjaan/kumpul/")
    desk.page.set_input_files("[name=workbooks]", files)
    desk.page.get_by_role("button", name="Baca berkas").click()
    desk.page.wait_for_url(re.compile("/pekerjaan/kumpul/[0-9]+/"), timeout=LONG_WORK)
    desk.look()
    choices = desk.page.locator("main fieldset")
    assert choices.count() == 2
    choices.filter(has_text="menurut sekretariat").get_by_label("menurut sekretariat").check()
    choices.filter(has_text=f"{returned.FILLED} 5").get_by_label(f"{returned.FILLED} 5").check()
    desk.press("Terapkan jawaban")
    desk.page.get_by_role("button", name="Simpan").click()
    desk.page.get_by_text("Berkas tersimpan").wait_for(timeout=LONG_WORK)
    desk.look()
    desk.open(f"kebutuhan/{ref}/")
    assert "Keadaan menurut sekretariat" in desk.page.get_by_role("main").inner_text()
    desk.open("pekerjaan/lembar/")
    assert "4 dari" in desk.page.get_by_role("main").inner_text()
    assert desk.faults == []


def send_sheets(desk: Desk, path: Path) -> Path:
    """A round of needs to every office; its workbooks in one zip."""
    desk.open("pekerjaan/lembar/baru/")
    desk.page.fill("[name=title]", "Kebutuhan 2027")
    desk.page.get_by_role("button", name="Buat lembar").click()
    desk.page.wait_for_url(re.compile("/pekerjaan/lembar/[0-9]+/"), timeout=LONG_WORK)
    desk.look()
    with desk.page.expect_download() as download:
        desk.page.get_by_role("link", name="Unduh semua (zip)").click()
    download.value.save_as(path)
    return path


PLACES = [
    "",
    "tugas/",
    "cari/?q=puskesmas",
    "kebutuhan/",
    "kebutuhan/isu/",
    "program/",
    "program/sumber-dana/",
    "program/rencana-lama/",
]
PLACES += ["peta-jalan/", "peta-jalan/skenario/", "dokumen/", "rangkaian/", "daerah/wilayah/", "tujuan/"]
PLACES += [
    "perangkat-daerah/",
    "perangkat-daerah/jabatan/",
    "perangkat-daerah/tim/",
    "rencana-induk/",
    "pekerjaan/lembar/",
    "pekerjaan/kumpul/",
    "contoh/",
]


@pytest.mark.parametrize("width", [1366, 360])
def test_it_shows_every_room_without_a_fault(browser, live, width):
    desk = sit_down(browser, live, "sekretariat", width)
    for place in PLACES:
        desk.open(place)
        wide = desk.page.evaluate("document.documentElement.scrollWidth")
        desk.faults += [f"{place}: {wide} px wide"] if wide > width else []
    assert desk.faults == []
