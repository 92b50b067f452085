import pytest

from rangkai.engines.similarity.groups import propose_groups
from rangkai.engines.similarity.statements import Statement
from rangkai.lib.errors import Invalid

DRAINASE = [
    Statement("d1", "Pembangunan drainase lingkungan", "Kp. Sawo", "Desa Wates, Kec. Jatirejo"),
    Statement("d2", "Normalisasi drainase lingkungan", "RT 02", "Desa Sooko, Kec. Sooko"),
    Statement("d3", "Perbaikan drainase", "Kp. Bulak", "Desa Japan, Kec. Sooko"),
    Statement("d4", "Drainase lingkungan RT 04", "", "Desa Modopuro, Kec. Mojosari"),
]
LAMPU = [
    Statement("l1", "Pemasangan lampu penerangan jalan", "Kp. Sawo", "Desa Wates, Kec. Jatirejo"),
    Statement("l2", "Lampu penerangan jalan umum", "", "Desa Sooko, Kec. Sooko"),
]
WIFI = [Statement("w1", "Aplikasi antrean daring puskesmas"), Statement("w2", "Pelatihan barista pemuda")]
ALL = DRAINASE + LAMPU + WIFI


def members(groups):
    return [group.ids for group in groups]


def same(*texts, **options):
    return propose_groups([Statement(str(n), text) for n, text in enumerate(texts)], mode="same", **options)


def words(group):
    return [str(reason) for reason in group.reasons]


def test_it_rolls_proposals_of_many_villages_into_one_issue():
    assert members(propose_groups(ALL))[0] == ("d1", "d2", "d3", "d4")


def test_it_keeps_two_objects_apart_though_they_share_a_village():
    assert members(propose_groups(ALL)) == [("d1", "d2", "d3", "d4"), ("l1", "l2")]


def test_it_names_an_issue_by_the_words_that_most_share():
    assert [group.label for group in propose_groups(ALL)] == ["Drainase lingkungan", "Lampu penerangan jalan"]


def test_it_names_the_most_typical_statement():
    assert propose_groups(ALL)[0].central == "d1"


def test_it_says_what_an_issue_is_about_and_how_far_it_spreads():
    assert words(propose_groups(DRAINASE)[0]) == [
        "objek sama: drainase lingkungan",
        "tersebar di 4 desa/kelurahan, 3 kecamatan",
    ]


def test_it_sorts_by_what_accepting_saves():
    gains = [group.gain for group in propose_groups(ALL)]
    assert gains == sorted(gains, reverse=True)


def test_it_counts_the_gain_from_members_and_score():
    group = propose_groups(LAMPU)[0]
    assert group.gain == pytest.approx(group.score, abs=0.005)


@pytest.mark.parametrize(
    ("areas", "expected"),
    [
        pytest.param(("", ""), [], id="nobody says where"),
        pytest.param(("Desa Wates", "Desa Wates"), ["tempat sama: Desa Wates"], id="one village"),
        pytest.param(("Kec. Puri", "Kec. Puri"), ["tempat sama: Kec. Puri"], id="one district"),
        pytest.param(("Kec. Puri", "Kec. Sooko"), ["tersebar di 2 kecamatan"], id="two districts"),
        pytest.param(("Desa Wates", "Desa Japan"), ["tersebar di 2 desa/kelurahan"], id="two villages"),
    ],
)
def test_it_says_where_an_issue_lies(areas, expected):
    group = propose_groups([Statement(str(n), f"Drainase {n}", area=area) for n, area in enumerate(areas)])[0]
    assert words(group)[1:] == expected


@pytest.mark.parametrize(
    ("statements", "rejected", "expected"),
    [
        pytest.param(LAMPU, [("l1", "l2")], [], id="a pair is no group any more"),
        pytest.param(LAMPU, [("l2", "l1")], [], id="in either order"),
        pytest.param(LAMPU, [("l1", "gone"), ("l1", "l1")], [("l1", "l2")], id="what is gone doesn't matter"),
        pytest.param(DRAINASE, [("d1", "d4")], [("d1", "d2", "d3")], id="one leaves the most typical"),
        pytest.param(DRAINASE, [("d2", "d3")], [("d1", "d2", "d4")], id="the later one leaves"),
        pytest.param(
            DRAINASE,
            [("d1", "d3"), ("d1", "d4")],
            [("d1", "d2"), ("d3", "d4")],
            id="who left together stays together",
        ),
    ],
)
def test_it_keeps_rejected_pairs_out_of_one_issue(statements, rejected, expected):
    assert members(propose_groups(statements, rejected=rejected)) == expected


def test_it_groups_by_general_words_where_nothing_else_is_said():
    groups = propose_groups([Statement("1", "Peningkatan sarana"), Statement("2", "Pembangunan sarana")])
    assert [(group.ids, group.label, group.reasons) for group in groups] == [(("1", "2"), "Sarana", ())]


def test_it_names_an_issue_by_its_centre_where_too_few_share_a_word():
    texts = ["Pasar ikan", "Pasar hewan", "Pasar desa ikan hewan"]
    (group,) = propose_groups([Statement(str(n), text) for n, text in enumerate(texts)], threshold=0.2)
    assert group.label.startswith("Pasar")


def test_it_does_not_let_the_name_of_a_street_outweigh_the_object():
    texts = [
        "Drainase jalan Wonolelo",
        "Drainase jalan Ketapang",
        "Drainase jalan Bendosari",
        "Drainase jalan",
    ] * 2
    assert len(propose_groups([Statement(str(n), text) for n, text in enumerate(texts)])) == 1


@pytest.mark.parametrize("mode", ["issue", "same"])
@pytest.mark.parametrize(
    "texts",
    [
        pytest.param((), id="nothing"),
        pytest.param(("", ""), id="empty"),
        pytest.param(("Drainase", "Wifi"), id="unlike"),
    ],
)
def test_it_proposes_no_group_of_what_has_nothing_in_common(texts, mode):
    assert propose_groups([Statement(str(n), text) for n, text in enumerate(texts)], mode=mode) == ()


@pytest.mark.parametrize("mode", ["issue", "same"])
def test_it_refuses_an_id_that_stands_twice(mode):
    with pytest.raises(Invalid, match="Id d1 dipakai"):
        propose_groups([DRAINASE[0], DRAINASE[0]], mode=mode)


SAWO = "Pembangunan MCK - Kp. Sawo RT 02 RW 05, Desa Wates, Kec. Jatirejo"
SAWO_AGAIN = "Pembangunan MCK - Sawo 02/05, Desa Wates, Kec. Jatirejo"
BULAK = "Pembangunan MCK - Kp. Bulak RT 03 RW 01, Desa Wates, Kec. Jatirejo"


def test_it_gathers_one_proposal_said_several_times():
    assert members(same(SAWO, BULAK, SAWO_AGAIN, SAWO)) == [("0", "2", "3")]


def test_it_shows_the_most_typical_wording_as_the_name():
    assert same(SAWO, BULAK, SAWO_AGAIN, SAWO)[0].label == SAWO


def test_it_scores_a_group_by_the_mean_of_all_its_pairs():
    (group,) = same(SAWO, SAWO_AGAIN, SAWO)
    assert group.score == pytest.approx((0.99 + 0.99 + 1) / 3, abs=0.01)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param((SAWO, SAWO), ["kalimat sama", "tempat sama: Desa Wates"], id="one sentence"),
        pytest.param((SAWO, SAWO_AGAIN), ["objek sama: MCK", "tempat sama: Desa Wates"], id="reworded"),
    ],
)
def test_it_says_why_statements_are_one(texts, expected):
    assert words(same(*texts)[0]) == expected


def test_it_makes_no_chain_of_places():
    """A list of two kampung is like each of them, but they are not like one another."""
    both = "Pembangunan MCK - Kp. Sawo, Kp. Bulak, Desa Wates"
    groups = same("Pembangunan MCK - Kp. Sawo, Desa Wates", both, "Pembangunan MCK - Kp. Bulak, Desa Wates")
    assert [len(group.ids) for group in groups] == [2]


@pytest.mark.parametrize(
    ("rejected", "expected"),
    [
        pytest.param([("0", "1")], [("0", "2")], id="the second of three equal sentences leaves"),
        pytest.param([("0", "1"), ("0", "2"), ("1", "2")], [], id="all three leave"),
    ],
)
def test_it_keeps_rejected_pairs_out_of_one_group(rejected, expected):
    assert members(same(SAWO, SAWO, SAWO, rejected=rejected)) == expected


def test_it_keeps_a_group_of_sixty_equal_sentences_whole():
    assert len(same(*[SAWO] * 60)[0].ids) == 60
