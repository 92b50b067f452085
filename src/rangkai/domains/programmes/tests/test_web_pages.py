"""Pages of programmes: list, record, forms, links, settings."""

import pytest
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.goals.tests.factories import small_cascade
from rangkai.domains.masterplans.tests.factories import dimension
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.terms import Fate
from rangkai.domains.needs.tests.factories import issue, need
from rangkai.domains.organisations.tests.factories import Actors, actors, area
from rangkai.domains.programmes.actions import edit_programme, save_lines
from rangkai.domains.programmes.models import (
    Fund,
    FundingLine,
    Programme,
    ProgrammeLink,
    ProgrammeOutput,
    ProgrammeRisk,
)
from rangkai.domains.programmes.rules.parts import Line
from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.domains.programmes.tests.factories import fund, funding, nomenclature, programme
from rangkai.kit.policies import Actor

pytestmark = pytest.mark.django_db
HOME = "/35.16/program/"


@pytest.fixture
def cast() -> Actors:
    return actors()


def as_(who: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=who.user_id))
    return client


def text(response) -> str:
    return response.content.decode()


def test_it_shows_the_programmes_of_the_own_office(cast: Actors) -> None:
    programme(cast.dinkes)
    programme(cast.dlh, "Bank sampah")
    page = text(as_(cast.ani).get(HOME))
    assert "Antrean daring puskesmas" in page
    assert "Bank sampah" not in page


def test_it_shows_the_total_cost(cast: Actors) -> None:
    row = programme(cast.dinkes)
    funding(row, 2027, 1_000_000)
    funding(row, 2028, 250_000)
    assert "Rp 1.250.000" in text(as_(cast.citra).get(HOME))


def test_it_invites_to_make_the_first_programme(cast: Actors) -> None:
    page = text(as_(cast.ani).get(HOME))
    assert "Belum ada program" in page
    assert "/35.16/program/baru/" in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("dimensi=living", True),
        ("dimensi=governance", False),
        ("pd=dinkes", True),
        ("keadaan=draft", True),
        ("keadaan=approved", False),
        ("jenis=service", True),
        ("dana=PAD", True),
        ("dana=DAU", False),
        ("rantai=money", False),
        ("rantai=money&rantai=goal", True),
        ("dana=PAD&rantai=goal", True),
        ("dana=DAU&rantai=goal&q=antrean", False),
        ("rantai=goal", True),
        ("rantai=owner", False),
        ("quickwin=1", False),
        ("wajib=0", True),
        ("subdimensi=-", True),
    ],
)
def test_it_narrows_the_list(cast: Actors, query: str, shown: bool) -> None:
    dimension("governance")
    fund(cast.place, "DAU", "Dana Alokasi Umum")
    funding(programme(cast.dinkes))
    assert ("row-link" in text(as_(cast.citra).get(f"{HOME}?{query}"))) is shown


def test_it_exports_what_it_shows(cast: Actors) -> None:
    funding(programme(cast.dinkes), amount=5_000_000)
    sheet = as_(cast.citra).get(f"{HOME}?unduh=csv").content.decode("utf-8-sig")
    assert "Antrean daring puskesmas" in sheet
    assert ";5000000;" in sheet


@pytest.mark.parametrize("count", [2, 20])
def test_it_lists_in_few_queries_whatever_the_number(
    cast: Actors, count: int, django_assert_max_num_queries
) -> None:
    for number in range(count):
        funding(programme(cast.dinkes, f"Program {number}"))
    client = as_(cast.citra)
    client.get(HOME)
    with django_assert_max_num_queries(12):
        client.get(HOME)


def test_it_shows_a_programme_with_its_chain(cast: Actors) -> None:
    row = programme(cast.dinkes)
    funding(row, 2027, 5_000_000, nomenclature=nomenclature())
    page = text(as_(cast.ani).get(f"{HOME}{row.ref}/"))
    assert "Rp 5.000.000" in page
    assert "1.02.02.2.02.0001" in page
    assert "Rantai belum utuh" in page


@pytest.mark.parametrize(("who", "status"), [("eko", 404), ("fajar", 404), ("lina", 200), ("citra", 200)])
def test_it_opens_a_programme_to(cast: Actors, who: str, status: int) -> None:
    row = programme(cast.dinkes)
    assert as_(getattr(cast, who)).get(f"{HOME}{row.ref}/").status_code == status


ENTERED = {"kind_of": "service", "value": "60", "earliest": "", "latest": "", "description": ""}


def test_it_makes_a_programme(cast: Actors) -> None:
    answer = as_(cast.ani).post(
        f"{HOME}baru/",
        {**ENTERED, "name": "Ambulans cepat", "dimension": dimension().pk, "office": cast.dinkes.pk},
    )
    row = Programme.objects.get()
    assert answer.url == f"{HOME}{row.ref}/"
    assert (row.name, row.owner.title) == ("Ambulans cepat", "Kepala PD Budi")


def test_it_says_beside_the_field_what_is_wrong(cast: Actors) -> None:
    given = {**ENTERED, "name": "X", "dimension": dimension().pk, "office": cast.dinkes.pk}
    answer = as_(cast.ani).post(f"{HOME}baru/", {**given, "earliest": "2030", "latest": "2028"})
    assert answer.status_code == 422
    assert 'id="id_latest_error"' in text(answer)


def test_it_offers_an_operator_the_own_office_only(cast: Actors) -> None:
    page = text(as_(cast.ani).get(f"{HOME}baru/"))
    offered = page.split('name="office"')[1].split("</select>")[0]
    assert "Dinas Kesehatan" in offered
    assert "Dinas Lingkungan Hidup" not in offered


def test_it_makes_a_programme_from_an_issue_with_its_needs(cast: Actors) -> None:
    subject = issue(cast.dinkes, "Antrean panjang", dimension=dimension())
    own, foreign = need(cast.dinkes, "Antre", issue=subject), need(cast.dlh, "Antre lagi", issue=subject)
    client = as_(cast.ani)
    page = text(client.get(f"{HOME}baru/?isu={subject.ref}"))
    assert 'value="Antrean panjang"' in page
    assert "1 kebutuhan perangkat daerah lain" in page
    given = {**ENTERED, "name": "Antrean daring", "dimension": dimension().pk, "office": cast.dinkes.pk}
    client.post(f"{HOME}baru/?isu={subject.ref}", {**given, "needs": [own.pk]})
    assert {n.pk for n in Need.objects.filter(fate=Fate.PROGRAMME)} == {own.pk, foreign.pk}
    assert Programme.objects.get().issues.get().issue == subject


def test_it_changes_a_programme(cast: Actors) -> None:
    row = programme(cast.dinkes, owner_id=cast.budi.holdings[0].post_id)
    given = {
        **ENTERED,
        "name": row.name,
        "dimension": row.dimension_id,
        "office": row.office_id,
        "version": 1,
    }
    as_(cast.ani).post(f"{HOME}{row.ref}/ubah/", {**given, "value": "90", "owner": row.owner_id})
    row.refresh_from_db()
    assert (row.value, row.version) == (90, 2)


def test_it_shows_both_texts_when_someone_saved_before(cast: Actors) -> None:
    row = programme(cast.dinkes)
    edit_programme(cast.budi, programme=row, version=1, values={"name": "Nama mereka"})
    given = {**ENTERED, "dimension": row.dimension_id, "office": row.office_id, "owner": row.owner_id}
    answer = as_(cast.ani).post(f"{HOME}{row.ref}/ubah/", {**given, "name": "Nama saya", "version": 1})
    assert answer.status_code == 409
    assert "Nama mereka" in text(answer)
    assert "Nama saya" in text(answer)


def line(cast: Actors, at: int = 0, **changed: object) -> dict[str, object]:
    given = {"year": 2027, "fund": fund(cast.place).pk, "amount": "1,25 miliar", "office": cast.dinkes.pk}
    return {f"baris-{at}-{name}": value for name, value in {**given, **changed}.items()}


def test_it_enters_funding_as_offices_write_it(cast: Actors) -> None:
    row = programme(cast.dinkes)
    code = nomenclature()
    given = line(cast, nomenclature=f"{code.code} {code.name}", document="RKPD 2027")
    answer = as_(cast.ani).post(f"{HOME}{row.ref}/pendanaan/", {"version": 1, **given})
    assert answer.status_code == 302
    saved = FundingLine.objects.get()
    assert (saved.amount, saved.nomenclature, saved.document) == (1_250_000_000, code, "RKPD 2027")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"amount": "-5"}, "kurang dari nol"),
        ({"amount": "lima"}, "tidak terbaca"),
        ({"amount": ""}, "Wajib diisi"),
        ({"nomenclature": "1.99.99.2.01.0001"}, "bukan subkegiatan"),
        ({"year": "2020", "nomenclature": "1.02.02.2.02.0001"}, "tidak berlaku pada tahun 2020"),
    ],
    ids=["negative", "words", "nothing", "unknown code", "code not in force"],
)
def test_it_says_what_is_wrong_with_the_cell(cast: Actors, changed: dict[str, object], words: str) -> None:
    row = programme(cast.dinkes)
    nomenclature()
    answer = as_(cast.ani).post(
        f"{HOME}{row.ref}/pendanaan/", {"version": 1, **line(cast), **line(cast, 2, **changed)}
    )
    page = text(answer)
    assert answer.status_code == 422
    assert words in page
    assert 'id="id_baris-2-' in page
    assert not FundingLine.objects.exists()


def test_it_names_the_row_by_its_number_on_the_page(cast: Actors) -> None:
    row = programme(cast.dinkes)
    gone = funding(row)
    given = {**line(cast), "baris-0-id": gone.pk, "baris-0-removed": "on"}
    wrong = line(cast, 3, nomenclature="1.02.02.2.02.0001", year=2020)
    nomenclature()
    answer = as_(cast.ani).post(f"{HOME}{row.ref}/pendanaan/", {"version": 1, **given, **wrong})
    assert "Baris 4:" in text(answer)


def test_it_crosses_out_a_line(cast: Actors) -> None:
    row = programme(cast.dinkes)
    gone = funding(row)
    given = {**line(cast), "baris-0-id": gone.pk, "baris-0-removed": "on"}
    as_(cast.ani).post(f"{HOME}{row.ref}/pendanaan/", {"version": 1, **given})
    assert not FundingLine.objects.live().exists()


@pytest.fixture
def met(cast: Actors) -> tuple[Programme, FundingLine]:
    """A line that Budi raised to 7 million after Ani opened the page at version 1."""
    row = programme(cast.dinkes)
    known = funding(row, amount=5_000_000)
    changed = Line(2027, known.fund_id, 7_000_000, cast.dinkes.pk, id=known.pk)
    save_lines(cast.budi, programme=row, version=1, lines=[changed])
    return row, known


def test_it_shows_both_amounts_when_both_changed_one(
    cast: Actors, met: tuple[Programme, FundingLine]
) -> None:
    row, known = met
    given = {**line(cast, amount="8.000.000"), "baris-0-id": known.pk}
    answer = as_(cast.ani).post(f"{HOME}{row.ref}/pendanaan/", {"version": 1, **given})
    assert answer.status_code == 409
    assert "7.000.000" in text(answer)
    assert "8.000.000" in text(answer)


def test_it_saves_the_amount_that_was_picked(cast: Actors, met: tuple[Programme, FundingLine]) -> None:
    row, known = met
    name = "baris-0-amount"
    given = {**line(cast, amount="8.000.000"), "baris-0-id": known.pk, "version": 2}
    picks = {f"pick-{name}": "theirs", f"theirs-{name}": "7.000.000"}
    as_(cast.ani).post(f"{HOME}{row.ref}/pendanaan/", {**given, **picks})
    assert FundingLine.objects.get().amount == 7_000_000


def test_it_merges_what_only_one_of_two_changed(cast: Actors, met: tuple[Programme, FundingLine]) -> None:
    row, known = met
    given = {**line(cast, amount="5.000.000", document="RKPD"), "baris-0-id": known.pk}
    answer = as_(cast.ani).post(f"{HOME}{row.ref}/pendanaan/", {"version": 1, **given})
    known.refresh_from_db()
    assert (answer.status_code, known.amount, known.document) == (302, 7_000_000, "RKPD")


def test_it_lets_two_people_tick_other_boxes(cast: Actors) -> None:
    row = programme(cast.dinkes)
    client = as_(cast.ani)
    client.post(f"{HOME}{row.ref}/kaitan/", {"was": "", "supporting": [cast.dlh.pk]})
    client.post(f"{HOME}{row.ref}/kaitan/", {"was": "", "supporting": [cast.diskominfo.pk]})
    assert {tie.office for tie in row.supporting.live()} == {cast.dlh, cast.diskominfo}


def test_it_suggests_codes_of_the_year(cast: Actors) -> None:
    nomenclature()
    address = f"{HOME}nomenklatur/cari/?baris-0-nomenclature=kesehatan&baris-0-year="
    assert "1.02.02.2.02.0001" in text(as_(cast.ani).get(address + "2027"))
    assert "1.02.02.2.02.0001" not in text(as_(cast.ani).get(address + "2020"))


def test_it_enters_outputs(cast: Actors) -> None:
    row = programme(cast.dinkes)
    given = {"baris-0-text": "Aplikasi", "baris-0-quantity": "1.250,5", "baris-0-unit": "paket"}
    as_(cast.ani).post(f"{HOME}{row.ref}/keluaran/", {"version": 1, **given})
    saved = ProgrammeOutput.objects.get()
    assert (saved.text, str(saved.quantity), saved.unit) == ("Aplikasi", "1250.50", "paket")


def test_it_enters_risks(cast: Actors) -> None:
    row = programme(cast.dinkes)
    given = {"baris-0-risk": "Putus", "baris-0-likelihood": "2", "baris-0-impact": "4"}
    as_(cast.ani).post(f"{HOME}{row.ref}/risiko/", {"version": 1, **given})
    saved = ProgrammeRisk.objects.get()
    assert (saved.likelihood, saved.impact) == (2, 4)


@pytest.mark.parametrize("page", ["pendanaan", "keluaran", "risiko", "kaitan", "ubah", "kaitan/kebutuhan"])
@pytest.mark.parametrize(("who", "status"), [("ani", 200), ("eko", 404), ("lina", 403), ("fajar", 404)])
def test_it_opens_entry_to(cast: Actors, page: str, who: str, status: int) -> None:
    row = programme(cast.dinkes)
    assert as_(getattr(cast, who)).get(f"{HOME}{row.ref}/{page}/").status_code == status


def test_it_ticks_goals_and_places(cast: Actors) -> None:
    row = programme(cast.dinkes)
    aim, where = small_cascade(cast.place)["sasaran"], area(cast.place, "35.16.01", "Jatirejo")
    as_(cast.ani).post(f"{HOME}{row.ref}/kaitan/", {"version": 1, "goals": [aim.pk], "areas": [where.pk]})
    assert (row.goals.get().goal, row.areas.get().area) == (aim, where)


def test_it_keeps_what_it_does_not_offer(cast: Actors) -> None:
    row = programme(cast.dinkes)
    village = area(cast.place, "35.16.01.2001", "Sumberjati", area(cast.place, "35.16.01", "Jatirejo"))
    row.areas.create(region=cast.place, area=village)
    as_(cast.ani).post(f"{HOME}{row.ref}/kaitan/", {"was": f"areas-{village.pk}"})
    assert row.areas.live().get().area == village


def test_it_links_a_need_by_a_button(cast: Actors) -> None:
    row, wanted = programme(cast.dinkes), need(cast.dinkes)
    client = as_(cast.ani)
    assert wanted.ref in text(client.get(f"{HOME}{row.ref}/kaitan/kebutuhan/"))
    client.post(f"{HOME}{row.ref}/kaitan/kebutuhan/", {"add": wanted.pk})
    assert Need.objects.get().fate == Fate.PROGRAMME
    client.post(f"{HOME}{row.ref}/kaitan/kebutuhan/", {"drop": wanted.pk})
    assert Need.objects.get().fate == Fate.OPEN


def test_it_links_an_issue_with_its_needs(cast: Actors) -> None:
    subject = issue(cast.dinkes)
    row = programme(cast.dinkes)
    need(cast.dlh, issue=subject)
    as_(cast.ani).post(f"{HOME}{row.ref}/kaitan/isu/", {"add": subject.pk})
    assert row.served_needs.count() == 1


def test_it_orders_programmes_by_a_button(cast: Actors) -> None:
    row, first = programme(cast.dinkes), programme(cast.dinkes, "Jaringan")
    client = as_(cast.ani)
    client.post(f"{HOME}{row.ref}/kaitan/sesudah/", {"add": first.pk})
    assert ProgrammeLink.objects.live().get().other == first
    answer = client.post(f"{HOME}{first.ref}/kaitan/sesudah/", {"add": row.pk})
    assert (answer.status_code, "lingkaran" in text(answer)) == (422, True)


def test_it_has_no_page_for_other_links(cast: Actors) -> None:
    row = programme(cast.dinkes)
    assert as_(cast.ani).get(f"{HOME}{row.ref}/kaitan/lain/").status_code == 404


def test_it_goes_its_way_by_buttons(cast: Actors) -> None:
    row = programme(cast.dinkes)
    as_(cast.ani).post(f"{HOME}{row.ref}/langkah/submit/")
    as_(cast.budi).post(f"{HOME}{row.ref}/langkah/return/", {"reason": "Pagu belum ada"})
    assert "Pagu belum ada" in text(as_(cast.ani).get(f"{HOME}{row.ref}/"))


def test_it_knows_no_other_step(cast: Actors) -> None:
    row = programme(cast.dinkes)
    assert as_(cast.ani).post(f"{HOME}{row.ref}/langkah/hapus/").status_code == 404


def test_it_goes_to_the_bin_and_back(cast: Actors) -> None:
    row = programme(cast.dinkes)
    client = as_(cast.ani)
    client.post(f"{HOME}{row.ref}/hapus/")
    assert row.ref in text(client.get(f"{HOME}sampah/"))
    assert "sudah dihapus" in text(client.get(f"{HOME}{row.ref}/"))
    client.post(f"{HOME}{row.ref}/pulihkan/")
    assert Programme.objects.live().get() == row


def test_it_shows_the_history_of_its_money(cast: Actors) -> None:
    row = programme(cast.dinkes)
    client = as_(cast.ani)
    client.post(f"{HOME}{row.ref}/pendanaan/", {"version": 1, **line(cast, amount="5.000.000")})
    known = FundingLine.objects.get()
    change = {**line(cast, amount="6.000.000"), "baris-0-id": known.pk}
    client.post(f"{HOME}{row.ref}/pendanaan/", {"version": 2, **change})
    page = text(client.get(f"{HOME}{row.ref}/"))
    assert "2027 · PAD · Rp 5.000.000</del>" in page
    assert "2027 · PAD · Rp 6.000.000</ins>" in page


@pytest.mark.parametrize(
    ("address", "value", "check"),
    [
        ("ajukan", "", {"status": ProgrammeStatus.SUBMITTED}),
        ("tandai", "quick_win-1", {"quick_win": True}),
        ("dimensi", "governance", {"dimension__code": "governance"}),
        ("hapus", "", {"deleted_at__isnull": False}),
    ],
)
def test_it_does_for_the_ticked_rows(
    cast: Actors, address: str, value: str, check: dict[str, object]
) -> None:
    dimension("governance")
    row, other = programme(cast.dinkes), programme(cast.dinkes, "Lain")
    given = {"id": [row.pk], "value-name": "v", "v": value}
    as_(cast.ani).post(f"{HOME}massal/{address}/", given)
    assert Programme.objects.filter(**check).get() == row
    assert other.pk != row.pk


def test_it_approves_the_ticked_rows(cast: Actors) -> None:
    row = programme(cast.dinkes, status=ProgrammeStatus.SUBMITTED)
    as_(cast.budi).post(f"{HOME}massal/setujui/", {"id": [row.pk]})
    assert Programme.objects.get().status == ProgrammeStatus.APPROVED


def test_it_keeps_funds_as_data(cast: Actors) -> None:
    client = as_(cast.citra)
    client.post(f"{HOME}sumber-dana/baru/", {"code": "CSR", "name": "TJSL", "order": "3", "note": ""})
    assert "TJSL" in text(client.get(f"{HOME}sumber-dana/"))
    edited = {"code": "CSR", "name": "CSR", "order": "3", "note": "", "version": 1}
    client.post(f"{HOME}sumber-dana/CSR/", edited)
    assert Fund.objects.get().name == "CSR"
    client.post(f"{HOME}sumber-dana/CSR/hapus/")
    assert not Fund.objects.live().exists()


def test_it_shows_the_nomenclature(cast: Actors) -> None:
    nomenclature()
    assert "1.02.02.2.02.0001" in text(as_(cast.ani).get(f"{HOME}nomenklatur/"))
