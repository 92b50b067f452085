"""The pages of needs: list, record, form, approval, bin; each person sees their own."""

from typing import Any

import pytest
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.masterplans.tests.factories import dimension, subdimension
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.terms import Fate, NeedStatus
from rangkai.domains.needs.tests.factories import issue, need
from rangkai.domains.organisations.tests.factories import Actors, actors, area
from rangkai.kit import search
from rangkai.kit.policies import Actor

pytestmark = pytest.mark.django_db
LIST = "/35.16/kebutuhan/"


@pytest.fixture
def cast() -> Actors:
    return actors()


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def text(response: Any) -> str:
    assert response.status_code == 200, response.content.decode()[:2000]
    return str(response.content.decode())


def test_it_shows_an_operator_the_needs_of_the_own_office(cast: Actors) -> None:
    need(cast.dinkes, "Posyandu keliling")
    need(cast.dlh, "Bank sampah")
    page = text(client_of(cast.ani).get(LIST))
    assert ("Posyandu keliling" in page, "Bank sampah" in page) == (True, False)


def test_it_shows_the_secretariat_the_needs_of_every_office(cast: Actors) -> None:
    need(cast.dinkes, "Posyandu keliling")
    need(cast.dlh, "Bank sampah")
    page = text(client_of(cast.citra).get(LIST))
    assert ("Posyandu keliling" in page, "Bank sampah" in page) == (True, True)


def test_it_shows_nothing_of_another_region(cast: Actors) -> None:
    row = need(cast.dinkes, "Posyandu keliling")
    assert client_of(cast.fajar).get(LIST).status_code == 404
    assert client_of(cast.fajar).get(f"{LIST}{row.ref}/").status_code == 404


def test_it_says_what_belongs_in_an_empty_list(cast: Actors) -> None:
    assert "Belum ada kebutuhan" in text(client_of(cast.ani).get(LIST))


def test_it_costs_few_queries_whatever_the_number_of_rows(
    cast: Actors, django_assert_max_num_queries: Any
) -> None:
    living, theme = dimension(), issue(cast.dinkes)
    for n in range(60):
        need(cast.dinkes, f"Kebutuhan {n}", dimension=living, issue=theme)
    client = client_of(cast.citra)
    client.get(LIST)
    with django_assert_max_num_queries(12):
        assert "60 baris" in text(client.get(LIST))


@pytest.fixture
def two(cast: Actors) -> tuple[Need, Need]:
    """Alike in nothing: the first is found by every filter below, the second by none."""
    puri = area(cast.place, "35.16.10", "Puri")
    village = area(cast.place, "35.16.10.2001", "Kebonagung", puri)
    first = need(
        cast.dinkes,
        "Pembangunan puskesmas pembantu",
        area=village,
        dimension=dimension(),
        subdimension=subdimension(),
        source_kind="pokir",
        status=NeedStatus.APPROVED,
        fate=Fate.POSTPONED,
        issue=issue(cast.dinkes),
        urgency=5,
        seriousness=5,
        growth=5,
        priority=15,
    )
    second = need(cast.dlh, "Bank sampah", source_kind="office")
    for row in (first, second):
        entry = search.Entry(row.pk, row.statement, "")
        search.index(region_id=cast.place.pk, kind=Need.kind(), entries=[entry])
    return first, second


@pytest.mark.parametrize(
    "query",
    [
        "dimensi={d}",
        "subdimensi={s}",
        "pd={o}",
        "kecamatan={k}",
        "sumber=pokir",
        "status=approved",
        "nasib=postponed",
        "prioritas=tinggi",
        "berisu=1",
        "q=puskesmas",
        "q=dibangun",
    ],
)
def test_it_narrows_the_list_by(cast: Actors, two: tuple[Need, Need], query: str) -> None:
    first, second = two
    assert first.area is not None
    words = {
        "d": first.dimension_id,
        "s": first.subdimension_id,
        "o": first.office_id,
        "k": first.area.versions.get().parent_id,
    }
    page = text(client_of(cast.citra).get(f"{LIST}?{query.format(**words)}"))
    assert ("1 dari 2" in page, first.ref in page, second.ref in page) == (True, True, False)


def test_it_shows_a_need_once_where_its_kecamatan_was_renamed(cast: Actors, two: tuple[Need, Need]) -> None:
    first, _ = two
    assert first.area is not None
    head = first.area.versions.get().parent
    first.area.versions.create(
        region=cast.place, code="35.16.10.2009", name="Lama", parent=head, valid_to="2020-01-01"
    )
    page = text(client_of(cast.citra).get(f"{LIST}?kecamatan={head.pk}"))
    assert "1 dari 2" in page


def test_it_shows_what_a_need_says_and_who_did_what(cast: Actors, two: tuple[Need, Need]) -> None:
    page = text(client_of(cast.ani).get(f"{LIST}{two[0].ref}/"))
    for words in ("Kebonagung, Kec. Puri", "15", "ditunda", "Sanitasi", "Riwayat"):
        assert words in page


@pytest.mark.parametrize("who", ["eko", "gita"])
@pytest.mark.parametrize("page", ["", "ubah/"])
def test_it_hides_a_need_from_other_offices(cast: Actors, who: str, page: str) -> None:
    row = need(cast.dinkes)
    assert client_of(getattr(cast, who)).get(f"{LIST}{row.ref}/{page}").status_code == 404


def form(cast: Actors, **changed: object) -> dict[str, object]:
    return {
        "statement": "Posyandu keliling",
        "office": cast.dinkes.pk,
        "source_kind": "office",
        "estimate": "1,25 miliar",
        "urgency": "5",
        "seriousness": "4",
        "growth": "4",
        **changed,
    }


def test_it_writes_a_need_down(cast: Actors) -> None:
    response = client_of(cast.ani).post(f"{LIST}baru/", form(cast))
    row = Need.objects.get()
    assert response.url == f"{LIST}{row.ref}/"
    assert (row.estimate, row.priority, row.office_id) == (1_250_000_000, 13, cast.dinkes.pk)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"statement": ""}, "Belum diisi"),
        ({"estimate": "-5"}, "kurang dari nol"),
        ({"stated_on": "31 Februari 2026"}, "Tanggal ini tidak ada"),
    ],
)
def test_it_says_beside_the_field_what_is_wrong_and_loses_nothing(
    cast: Actors, changed: dict[str, object], words: str
) -> None:
    response = client_of(cast.ani).post(f"{LIST}baru/", form(cast, detail="Dua puluh desa", **changed))
    page = response.content.decode()
    assert (response.status_code, words in page, "Dua puluh desa" in page) == (422, True, True)
    assert not Need.objects.exists()


def test_it_refuses_a_subdimension_of_another_dimension(cast: Actors) -> None:
    data = form(cast, dimension=dimension("environment").pk, subdimension=subdimension().pk)
    response = client_of(cast.ani).post(f"{LIST}baru/", data)
    assert response.status_code == 422
    assert not Need.objects.exists()


def test_it_saves_a_change_and_shows_both_texts_of_a_clash(cast: Actors) -> None:
    row = need(cast.dinkes, "Posyandu")
    client = client_of(cast.ani)
    client.post(f"{LIST}{row.ref}/ubah/", form(cast, statement="Posyandu keliling", version=1))
    response = client.post(f"{LIST}{row.ref}/ubah/", form(cast, statement="Posyandu apung", version=1))
    assert response.status_code == 409
    assert "Posyandu keliling" in response.content.decode()


def test_it_does_with_ticked_needs_what_the_button_says(cast: Actors) -> None:
    rows = [need(cast.dinkes, f"Kebutuhan {n}") for n in range(3)]
    client = client_of(cast.citra)
    tick = {"id": [row.pk for row in rows[:2]], "value-name": "v"}
    client.post(f"{LIST}banyak/usg/", {**tick, "v": "urgency-4"})
    client.post(f"{LIST}banyak/dimensi/", {**tick, "v": subdimension().pk})
    assert "Isu strategis" in text(client.post(f"{LIST}banyak/isu/", tick))
    refs = ",".join(row.ref for row in rows[:2])
    client.post(f"{LIST}banyak/isu/", {"refs": refs, "issue": issue(cast.dinkes).pk})
    client.post(f"{LIST}banyak/ajukan/", tick)
    changed = Need.objects.filter(
        urgency=4, dimension=dimension(), issue__isnull=False, status=NeedStatus.SUBMITTED
    )
    assert changed.count() == 2
    client.post(f"{LIST}banyak/hapus/", tick)
    assert Need.objects.live().count() == 1


def test_it_asks_the_reason_of_a_fate_before_setting_it(cast: Actors) -> None:
    row = need(cast.dinkes)
    client = client_of(cast.citra)
    assert "Alasan" in text(client.post(f"{LIST}banyak/tindak-lanjut/", {"id": [row.pk]}))
    data = {"refs": row.ref, "fate": "refused", "fate_reason": ""}
    assert client.post(f"{LIST}banyak/tindak-lanjut/", data).status_code == 422
    client.post(f"{LIST}banyak/tindak-lanjut/", {**data, "fate_reason": "bukan urusan kabupaten"})
    row.refresh_from_db()
    assert (row.fate, row.fate_reason) == ("refused", "bukan urusan kabupaten")


def test_it_lets_the_head_approve_one_by_one_and_all_at_once(cast: Actors) -> None:
    rows = [need(cast.dinkes, f"Kebutuhan {n}", status=NeedStatus.CHECKED) for n in range(3)]
    client = client_of(cast.budi)
    page = text(client.get(f"{LIST}persetujuan/"))
    assert all(row.ref in page for row in rows)
    client.post(
        f"{LIST}persetujuan/putuskan/", {"ref": rows[0].ref, "step": "return", "reason": "volume kosong"}
    )
    client.post(f"{LIST}persetujuan/putuskan/", {"ref": [rows[1].ref, rows[2].ref], "step": "approve"})
    assert list(Need.objects.order_by("id").values_list("status", flat=True)) == [
        "returned",
        "approved",
        "approved",
    ]


def test_it_shows_the_planner_what_waits_for_a_paraf(cast: Actors) -> None:
    row = need(cast.dinkes, status=NeedStatus.SUBMITTED)
    client = client_of(cast.hadi)
    assert row.ref in text(client.get(f"{LIST}persetujuan/"))
    client.post(f"{LIST}persetujuan/putuskan/", {"ref": row.ref, "step": "check"})
    assert Need.objects.get().status == NeedStatus.CHECKED


@pytest.mark.parametrize("who", ["ani", "citra"])
def test_it_opens_the_approval_page_to_those_who_sign(cast: Actors, who: str) -> None:
    assert client_of(getattr(cast, who)).get(f"{LIST}persetujuan/").status_code == 403


def test_it_takes_a_need_out_of_the_bin(cast: Actors) -> None:
    row = need(cast.dinkes)
    client = client_of(cast.ani)
    client.post(f"{LIST}{row.ref}/hapus/")
    assert row.ref in text(client.get(f"{LIST}sampah/"))
    client.post(f"{LIST}{row.ref}/kembalikan/")
    assert Need.objects.live().count() == 1


def test_it_exports_what_the_list_shows_and_reads_it_back_unchanged(
    cast: Actors, two: tuple[Need, Need]
) -> None:
    from rangkai.domains.needs.tests.factories import TODAY
    from rangkai.domains.work.actions.imports.direct import Direct, preview_directly
    from rangkai.domains.work.actions.imports.upload import Upload
    from rangkai.domains.work.rules.options import ImportOptions
    from rangkai.domains.work.rules.terms import Outcome

    sheet = client_of(cast.citra).get(f"{LIST}?unduh=xlsx").content
    wanted = Direct("needs", Upload("daftar.xlsx", sheet), ImportOptions())
    plan = preview_directly(cast.citra, wanted=wanted, today=TODAY).plan
    assert plan.counts[Outcome.UNCHANGED] == 2


@pytest.mark.parametrize("given", [{}, {"step": "terbang"}])
def test_it_knows_no_step_but_its_own(cast: Actors, given: dict[str, str]) -> None:
    row = need(cast.dinkes, "Posyandu keliling")
    answer = client_of(cast.citra).post(f"{LIST}persetujuan/putuskan/", {"ref": row.ref, **given})
    assert (answer.status_code, Need.objects.get(pk=row.pk).status) == (404, row.status)
