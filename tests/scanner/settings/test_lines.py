import pytest

from scanner.settings.lines import line_of

TEXT = """# first
[[detector]]
entity = "LOCAL_A"
labels = [
  "one",
]
[[detector]]  # second
entity = "LOCAL_B"
[words.UK_NINO]
labels = []
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("detector", 0), 2),
        (("detector", 0, "labels", 0), 4),
        (("detector", 1, "entity"), 8),
        (("detector", 1, "title"), 7),
        (("words", "UK_NINO", "labels"), 10),
        (("nothing",), 1),
        ((), 1),
    ],
)
def test_the_line_is_that_of_the_nearest_part_that_is_there(
    place: tuple[str | int, ...], line: int
) -> None:
    assert line_of(TEXT, place) == line
