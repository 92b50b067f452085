import pytest

from rangkai.engines.similarity.linkage import average_linkage


@pytest.mark.parametrize(
    ("weights", "edges", "apart", "expected"),
    [
        pytest.param([1, 1], [(0, 1, 0.9)], (), [[0, 1]], id="two that are alike"),
        pytest.param([1, 1], [(0, 1, 0.4)], (), [], id="two that are not alike enough"),
        pytest.param([1, 1, 1], [(0, 1, 0.9), (1, 2, 0.8)], (), [[0, 1]], id="no chain through the middle"),
        pytest.param(
            [1] * 3, [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.6)], (), [[0, 1, 2]], id="all three are alike"
        ),
        pytest.param([1] * 4, [(0, 1, 0.9), (2, 3, 0.9)], (), [[0, 1], [2, 3]], id="two groups"),
        pytest.param(
            [1] * 4,
            [(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.9)],
            (),
            [[0, 1], [2, 3]],
            id="one link joins no groups",
        ),
        pytest.param(
            [9, 1, 1], [(0, 1, 0.6), (1, 2, 0.9), (0, 2, 0.5)], (), [[0, 1, 2]], id="a large point joins"
        ),
        pytest.param([1, 1], [(0, 1, 0.9)], [(0, 1)], [], id="set apart"),
        pytest.param(
            [1] * 3, [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.7)], [(0, 2)], [[0, 1]], id="set apart from a member"
        ),
        pytest.param(
            [1] * 4,
            [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.8), (0, 3, 0.7), (1, 3, 0.7), (2, 3, 0.7)],
            [(2, 3)],
            [[0, 1, 2]],
            id="what one member is set apart from, the group is",
        ),
        pytest.param([], [], (), [], id="nothing"),
    ],
)
def test_it_joins_what_is_alike_on_average(weights, edges, apart, expected):
    assert average_linkage(weights, edges, threshold=0.5, apart=apart) == expected
