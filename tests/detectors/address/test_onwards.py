import re

import pytest

from detectors.address.onwards import ends_with_a_place, numbered_street, welsh_street


def _read(text: str) -> str | None:
    """Return the address around the first number and its two words in ``text``."""
    data = text.encode()
    match = re.search(rb"12[A-Za-z]? [A-Za-z]+ [A-Za-z]+", data)
    assert match is not None
    found = numbered_street(data, *match.span())
    return None if found is None else data[found[0] : found[1]].decode()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12 Mill Lane", "12 Mill Lane"),
        ("12 Mill Lane.", "12 Mill Lane"),
        ("12 Mill Lane, Leeds", "12 Mill Lane, Leeds"),
        ("12 mill lane, leeds, she said", "12 mill lane, leeds"),
        ("12 Mill Lane Leeds is empty", "12 Mill Lane Leeds"),
        ("12 Mill Lane North, Leeds.", "12 Mill Lane North, Leeds"),
        ("12 Mill Lane,\nLeeds,\nWest Yorkshire\nTel", "12 Mill Lane,\nLeeds,\nWest Yorkshire"),
        ("12 Mill Lane\nLeeds\nJane Smith", "12 Mill Lane\nLeeds"),
        ("12 Mill Lane, Nowhereby, Leeds", "12 Mill Lane, Nowhereby, Leeds"),
        ("12 Mill Lane, Nowhereby.", "12 Mill Lane, Nowhereby"),
        ("12 Mill Lane, Jane Smith, Leeds", "12 Mill Lane"),
        ("12 Mill Lane, Leeds Road", "12 Mill Lane"),
        ("12 Mill Lane and the shop", "12 Mill Lane"),
        ("Flat 3, 12 Mill Lane, Leeds", "Flat 3, 12 Mill Lane, Leeds"),
        ("x\t12 Mill Lane, Nowhereby\ty", "12 Mill Lane, Nowhereby"),
        ('"12 Mill Lane", "city": "x"', "12 Mill Lane"),
        ("12 Mill Lane Works", None),  # the name goes on
        ("12 new road schemes", None),
        ("12 of them", None),
        ("£12 Mill Lane", None),
        ("3.12 Mill Lane", None),
        ("Acme Ltd, 12 Mill Lane", None),
    ],
)
def test_a_street_is_read_onwards_to_its_town(text: str, wanted: str | None) -> None:
    assert _read(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("7 Heol y Bont, Bangor", "7 Heol y Bont, Bangor"),
        ("7 Ffordd Dôl-y-Coed, Bangor", "7 Ffordd Dôl-y-Coed, Bangor"),
        ("7 Stryd Fawr\nBala", "7 Stryd Fawr\nBala"),
    ],
)
def test_a_welsh_street_has_its_name_after_its_word(text: str, wanted: str) -> None:
    data = text.encode()
    end = data.index(b" ", 2) + 2  # the trigger ends with the first letter of the name
    found = welsh_street(data, 0, end)
    assert found is not None
    assert data[found[0] : found[1]].decode() == wanted


def test_a_place_ends_an_address_only_after_a_street() -> None:
    assert ends_with_a_place("12 mill lane newcastle upon tyne")
    assert not ends_with_a_place("12 leeds")
    assert not ends_with_a_place("12 mill lane")
    assert not ends_with_a_place("")
