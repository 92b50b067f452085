"""The lists to hand out: who may print which, and what is in the zip."""

import io
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from django.test import Client
from pypdf import PdfReader

from rangkai.domains.accounts.models import User
from rangkai.domains.needs.actions.fate_lists import ask_for_lists
from rangkai.domains.needs.queries.fate_lists import fate_list
from rangkai.domains.needs.rules.fate_list import ListKind
from rangkai.domains.needs.rules.terms import Fate, FateOwner
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.organisations.tests.factories import Actors, actors, area
from rangkai.gateways.files import fetch
from rangkai.kit.jobs import Progress, handlers
from rangkai.kit.models import Job, JobState
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Forbidden, Invalid, Missing

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
LISTS = "/35.16/kebutuhan/nasib/daftar/"


@pytest.fixture
def cast() -> Actors:
    return actors()


def signed_in(actor: Actor) -> Client:
    client = Client()
    user = User.objects.get(pk=actor.user_id)
    client.force_login(user, backend="rangkai.domains.accounts.backends.AnyNameBackend")
    return client


def printed(job: Job) -> Job:
    """The job, done here and now."""
    result = handlers()[job.name].run(Progress(job.pk), job=job, **job.args)
    Job.objects.filter(pk=job.pk).update(state=JobState.DONE, result=result, finished_at=NOON)
    return Job.objects.get(pk=job.pk)


def test_it_reads_a_kecamatan_with_its_desa_and_what_has_no_place(cast: Actors) -> None:
    sooko = area(cast.place, "35.16.10", "Sooko")
    japan = area(cast.place, "35.16.10.2001", "Japan", sooko)
    need(cast.dinkes, "Di desa", area=japan, fate=Fate.REFUSED, fate_reason="ada")
    need(cast.dinkes, "Di kecamatan", area=sooko)
    need(cast.dinkes, "Tanpa tempat")
    found = {
        key: [row.statement for row in _list(cast, ListKind.KECAMATAN, key).rows] for key in ("35.16.10", "")
    }
    assert found == {"35.16.10": ["Di kecamatan", "Di desa"], "": ["Tanpa tempat"]}


def _list(cast: Actors, kind: ListKind, key: str):  # type: ignore[no-untyped-def]
    return fate_list(region_id=cast.place.pk, region="Kabupaten Mojokerto", kind=kind, key=key, moment=NOON)


def test_it_prints_three_files_for_every_list(cast: Actors) -> None:
    owner = FateOwner.PROVINCE.value
    need(cast.dinkes, fate=Fate.OTHER_AUTHORITY, fate_reason="jalan provinsi", fate_owner=owner)
    job = ask_for_lists(cast.citra, kind=ListKind.OFFICE, keys=["dinkes", "dlh"], moment=NOON)
    done = printed(job)
    with zipfile.ZipFile(io.BytesIO(fetch((done.result or {})["file"]))) as archive:
        names = archive.namelist()
        pdf = PdfReader(io.BytesIO(archive.read("Nasib usulan Dinas Kesehatan.pdf")))
        word = docx.Document(io.BytesIO(archive.read("Nasib usulan Dinas Kesehatan.docx")))
    assert len(names) == 6
    assert "jalan provinsi" in " ".join(page.extract_text() for page in pdf.pages)
    assert "jalan provinsi" in word.tables[0].rows[1].cells[4].text


@pytest.mark.parametrize(
    ("who", "kind", "key", "refused"),
    [
        ("ani", ListKind.OFFICE, "dlh", (Missing, Forbidden)),
        ("ani", ListKind.KECAMATAN, "", Forbidden),
        ("lina", ListKind.OFFICE, "dinkes", Forbidden),
        ("citra", ListKind.OFFICE, "tidak-ada", Missing),
        ("fajar", ListKind.OFFICE, "dlh", Missing),
    ],
)
def test_it_prints_for_no_one_what_is_not_theirs(
    cast: Actors, who: str, kind: ListKind, key: str, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        ask_for_lists(getattr(cast, who), kind=kind, keys=[key], moment=NOON)


def test_it_lets_an_office_print_its_own(cast: Actors) -> None:
    assert (
        ask_for_lists(cast.ani, kind=ListKind.OFFICE, keys=["dinkes"], moment=NOON).name == "needs.fate_lists"
    )


def test_it_asks_for_a_choice(cast: Actors) -> None:
    with pytest.raises(Invalid, match="Belum ada daftar"):
        ask_for_lists(cast.citra, kind=ListKind.OFFICE, keys=[], moment=NOON)


def test_it_counts_on_the_page_and_starts_the_printing(cast: Actors) -> None:
    need(cast.dinkes, fate=Fate.REFUSED)
    client = signed_in(cast.citra)
    assert "Dinas Kesehatan" in client.get(LISTS).content.decode()
    answer = client.post(f"{LISTS}cetak/", {"kind": "pd", "key": "dinkes"})
    assert answer["Location"].endswith(f"/{Job.objects.get().pk}/")
    assert client.post(f"{LISTS}cetak/", {"kind": "lain"}).status_code == 404


def test_it_hands_the_zip_to_whoever_asked_for_it_alone(cast: Actors) -> None:
    need(cast.dinkes)
    job = ask_for_lists(cast.citra, kind=ListKind.OFFICE, keys=["dinkes"], moment=NOON)
    client = signed_in(cast.citra)
    assert client.get(f"{LISTS}berkas/{job.pk}/").status_code == 404
    printed(job)
    assert "1 daftar" in client.get(f"{LISTS}berkas/{job.pk}/").content.decode()
    fetched = client.get(f"{LISTS}berkas/{job.pk}/unduh/")
    assert (fetched["Content-Type"], fetched.content[:2]) == ("application/zip", b"PK")
    assert signed_in(cast.dewi).get(f"{LISTS}berkas/{job.pk}/unduh/").status_code == 404
