"""A file is kept once a region."""

import pytest

from rangkai.domains.evidence.actions import keep_document
from rangkai.domains.evidence.models import Document
from rangkai.domains.evidence.queries import content_of
from rangkai.domains.evidence.rules.files import PDF
from rangkai.domains.organisations.tests.factories import actors
from rangkai.kit.models import Change
from rangkai.lib.errors import Invalid

pytestmark = pytest.mark.django_db


def test_it_keeps_a_file_with_who_brought_it():
    ani = actors().ani
    found = keep_document(ani, name="Surat.pdf", content=PDF + b"1")
    assert (found.name, found.kind_of, found.size, found.uploaded_by_id) == (
        "Surat.pdf",
        "pdf",
        6,
        ani.user_id,
    )
    assert content_of(document=found) == PDF + b"1"
    assert Change.objects.filter(kind="evidence.document", action="evidence.keep").count() == 1


def test_it_keeps_the_same_bytes_once_a_region():
    cast = actors()
    first = keep_document(cast.ani, name="a.pdf", content=PDF)
    assert keep_document(cast.eko, name="b.pdf", content=PDF) == first
    assert keep_document(cast.gita, name="c.pdf", content=PDF) != first


def test_it_keeps_nothing_of_a_file_that_is_not_taken():
    with pytest.raises(Invalid):
        keep_document(actors().ani, name="a.pdf", content=b"MZ")
    assert not Document.objects.exists()
