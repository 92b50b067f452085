from rangkai.lib.errors import N_, Invalid, Problem


def test_it_speaks_as_a_sentence() -> None:
    assert str(Invalid(N_("Kolom %(name)s kosong.", name="Desa"))) == "Kolom Desa kosong."


def test_it_takes_a_plain_sentence() -> None:
    assert Invalid("Berkas kosong 100%.").message.text == "Berkas kosong 100%."


def test_it_keeps_what_is_wrong_and_where() -> None:
    problem = Problem(N_("Nama kosong."), field="B7")
    assert Invalid("Ditolak.", [problem]).problems == (problem,)
