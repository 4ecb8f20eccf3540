import pytest

from detectors.address.buildings import (
    civic,
    ends_with_prefix,
    organisation,
    stands_alone,
    with_prefix,
)

STREET = "12 Mill Lane"


@pytest.mark.parametrize(
    ("before", "prefix"),
    [
        ("", ""),
        ("at ", ""),
        ("Flat 3, ", "Flat 3, "),
        ("flat 3b ", "flat 3b "),
        ("Flat 2/1, ", "Flat 2/1, "),
        ("2/1 ", "2/1 "),
        ("3F2, ", "3F2, "),
        ("lives at Flat 3, Rose House, ", "Flat 3, Rose House, "),
        ("Jane Smith\nTop Floor Flat\nRose Court\n", "Top Floor Flat\nRose Court\n"),
        ("Second Floor Left, ", "Second Floor Left, "),
        ("Mrs Smith, Tŷ Newydd, ", "Tŷ Newydd, "),
        ("first ", ""),  # an order, not a floor
        ("Town Hall, ", ""),  # nobody's home
        ("Flat 3\n\n\n", ""),  # of another paragraph
        ("Jane Smith, ", ""),
    ],
)
def test_flat_and_house_name_belong_to_the_number_after_them(before: str, prefix: str) -> None:
    text = before + STREET
    assert text[with_prefix(text, len(before)) :] == prefix + STREET


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("Leeds City Council\n", True),
        ("Acme Ltd, ", True),
        ("our office at ", True),
        ("Registered office: ", True),
        ("Civic Hall\n", True),
        ("Jane Smith\n", False),
        ("The council wrote to Mrs Jane Smith at ", False),
        ("Leeds City Council\n\n", False),  # of another paragraph
        ("Leeds City Council\nMrs Jane Smith\n", False),
        ("", False),
    ],
)
def test_the_line_before_tells_an_organisation(before: str, *, wanted: bool) -> None:
    assert organisation(before + STREET, len(before)) is wanted


def test_a_hall_of_the_town_is_civic() -> None:
    assert civic("Town Hall")
    assert not civic("Rose Hall")


def test_a_prefix_may_end_a_text() -> None:
    assert ends_with_prefix("lives in Flat 3, ")
    assert not ends_with_prefix("lives in ")


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("", True),
        ("Jane Smith\n", True),
        ("Leeds City Council\nMrs Jane Smith\n", True),
        ("your tenancy at ", True),
        ("Acme Ltd\t", True),  # another cell
        ("Acme Ltd\n", False),
        ("Acme Ltd, - ", False),
        ("Flat 3, ", False),
        ("3F2, ", False),
        ("Rose Barn, ", False),
        ("Rose Barns, ", False),
        ("Tŷ Newydd, ", False),
        ("Siân Rees\n", False),  # letters beyond ASCII are left to the long way
    ],
)
def test_it_is_told_at_a_glance_that_nothing_stands_before(before: str, *, wanted: bool) -> None:
    data = (before + STREET).encode()
    assert stands_alone(data, len(before.encode())) is wanted
