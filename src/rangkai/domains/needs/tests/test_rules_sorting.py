"""Which sub-dimension is proposed for a wording, and when nothing is."""

from rangkai.domains.needs.rules.sorting import Said, as_written, examples_of, sort_needs

ABOUT = {1: "Bank sampah dan daur ulang", 2: "Sekolah dan perpustakaan"}


def needs(*statements: str) -> list[Said]:
    return [Said(f"K-{number}", statement) for number, statement in enumerate(statements)]


def test_it_takes_needs_of_one_wording_together():
    found = sort_needs(needs("Bank sampah", "Drainase", "Pengadaan bank sampah"), [], ABOUT).rows
    assert [(row.refs, row.part_id) for row in found] == [(("K-0", "K-2"), 1), (("K-1",), None)]


def test_it_names_the_words_that_led_there_as_they_are_written():
    (row,) = sort_needs(needs("Pembangunan perpustakaan desa"), [], ABOUT).rows
    assert (row.part_id, row.words) == (2, ("perpustakaan",))


def test_it_is_unsure_of_words_nobody_has_sorted():
    (row,) = sort_needs(needs("Drainase"), [], ABOUT).rows
    assert (row.part_id, row.perhaps_id, row.percent, row.words) == (None, None, 0, ())


def test_it_says_what_it_leans_to_where_both_would_do():
    (row,) = sort_needs(needs("Sampah sekolah"), [], ABOUT).rows
    assert (row.part_id, row.perhaps_id in ABOUT) == (None, True)


def test_it_learns_from_what_was_decided():
    examples = examples_of([("Pembangunan drainase", 2, 5)])
    (row,) = sort_needs(needs("Perbaikan drainase"), examples, ABOUT).rows
    assert row.part_id == 2


def test_it_proposes_no_part_that_is_gone():
    (row,) = sort_needs(needs("Drainase"), examples_of([("Drainase", 9, 50)]), ABOUT).rows
    assert row.perhaps_id is None


def test_it_puts_first_what_settles_most():
    found = sort_needs(needs("Sekolah", "Bank sampah", "Bank sampah"), [], ABOUT).rows
    assert [len(row.refs) for row in found] == [2, 1]


def test_it_shows_the_first_form_of_a_root():
    assert as_written(("sampah",), "Persampahan dan sampah") == ("persampahan",)
