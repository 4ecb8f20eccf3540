import pytest

from detectors.names.called_after import of_a_place


@pytest.mark.parametrize(
    ("title", "name", "after", "expected"),
    [
        ("Lord ", "Street", ", Leeds", True),
        ("Lord ", "Raglan", " public house", True),
        ("Dr ", "Grace", " Medical Centre", True),
        ("Dr ", "Barton", "'s Lane", True),
        ("Mrs ", "Hill", " School Lane", False),
        ("Lady ", "Ann Wood", " came", False),
        ("Dr ", "Grace", " Okafor came", False),
    ],
)
def test_what_follows_makes_it_a_place(title: str, name: str, after: str, expected: bool) -> None:
    data = f"{title}{name}{after}".encode()
    at = len(title)
    assert of_a_place(data, 0, (at, at + len(name))) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("behind the Lord Xuvor.", True),
        ("the tug Lady Xuvor left", True),
        ("we met Lord Xuvor there", False),
    ],
)
def test_inns_and_ships_are_called_like_lords(text: str, expected: bool) -> None:
    data = text.encode()
    at = text.index("Xuvor")
    assert of_a_place(data, at - len("Lord "), (at, at + len("Xuvor"))) is expected
