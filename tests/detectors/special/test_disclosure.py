import re

import pytest

from detectors.special.disclosure import disclosure_form, is_disclosure


def read(text: str) -> str | None:
    """Return what the form of harm by an uncle or a father finds in a text."""
    form = disclosure_form("uncle|father")
    for match in re.finditer(form.pattern, text, re.IGNORECASE):
        found = form.expand(text.encode(), *match.span()) if form.expand else None
        if found:
            return text[slice(*found)]
    return None


@pytest.mark.parametrize(
    "text",
    [
        "Freya disclosed that her uncle hits her.",
        "Tom told me his father had locked him in the shed.",
        "She says that her uncle takes her money.",
    ],
)
def test_harm_that_was_told_of_is_found(text: str) -> None:
    found = read(text)
    assert found is not None
    assert is_disclosure(found)


@pytest.mark.parametrize(
    "text",
    [
        "A branch hit her car.",
        "If a child says that her uncle hits her, ring us.",
        "Freya said hello. Her uncle hits her stride in May.",
        "Freya disclosed that the dog hurt her.",
    ],
)
def test_what_was_not_told_of_somebody_is_not(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text", ["hit with a belt by stepfather", "assaulted by her ex-partner", "said dad hits me"]
)
def test_harm_that_somebody_has_come_to_is_disclosed(text: str) -> None:
    assert is_disclosure(text)
