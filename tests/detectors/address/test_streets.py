import pytest

from detectors.address.streets import house_name, is_street, numbered, numbered_cell, plain_part


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        ("12 Mill Lane", "12 Mill Lane"),
        ("12 mill lane", "12 mill lane"),
        ("12a-14 New Street Horsforth", "12a-14 New Street Horsforth"),
        ("12, Mill Lane", "12, Mill Lane"),
        ("she lives at 12 Mill Lane", "12 Mill Lane"),
        ("we wrote on 3 May to 12 Mill Lane", "12 Mill Lane"),
        ("7 Heol y Bont", "7 Heol y Bont"),
        ("27 Kingsway", "27 Kingsway"),
        ("lives at 27 Kingsway", "27 Kingsway"),
        ("5 Jones mountain", "5 Jones mountain"),
        ("12 May Street", "12 May Street"),
        ("5 Kirk o'Field", "5 Kirk o'Field"),
        ("paid 27 Kingsway", None),  # no word leads to a street
        ("12 March", None),
        ("2019 Kingsway", None),
        ("20 street lights in the road", None),
        ("£12 Mill Lane", None),
        ("3.12 Mill Lane", None),
        ("PO Box 12 Leeds", None),
        ("Mill Lane", None),
        ("27 kingsway", None),  # neither capitals nor a word of streets
        ("12", None),
    ],
)
def test_a_number_and_a_street_end_a_part(part: str, wanted: str | None) -> None:
    at = numbered(part)
    assert (None if at is None else part[at:]) == wanted


def test_a_long_part_is_looked_at_from_its_end() -> None:
    part = "word " * 60 + "at 12 Mill Lane"
    at = numbered(part)
    assert at is not None
    assert part[at:] == "12 Mill Lane"


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        ("Mill Lane", True),
        ("Heol y Bont", True),
        ("Lôn Las", True),
        ("Lane", False),
        ("Street lights", False),
        ("Leeds", False),
    ],
)
def test_a_word_of_streets_stands_in_its_place(part: str, *, wanted: bool) -> None:
    assert is_street(part) is wanted


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        ("Leeds", True),
        ("Newcastle upon Tyne", True),
        ("Isle of Wight", True),
        ("N. Yorks.", True),
        ("it was closed", False),
        ("12 Mill Lane", False),
        ("jane@example.com", False),
        ("Word " * 12, False),
    ],
)
def test_localities_are_plain(part: str, *, wanted: bool) -> None:
    assert plain_part(part) is wanted


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        ("Rosebank", True),
        ("Penrallt Uchaf", True),
        ("Jane Smith", False),
        ("Mrs Okafor", False),
        ("J Smith", False),
        ("Town Hall", False),
        ("Leeds Library", False),
        ("Church Lane", False),
        ("Dear", False),
        ("ZS492091C", False),
    ],
)
def test_a_house_with_a_name_is_nobody_and_no_street(part: str, *, wanted: bool) -> None:
    assert house_name(part) is wanted


def test_a_cell_begins_with_number_and_street() -> None:
    assert numbered_cell("12 Mill Lane, Leeds")
    assert not numbered_cell("12 Widgets")
    assert not numbered_cell("Mill Lane")
