import pytest

from detectors.engine.coded import bones, index, spelt_out
from detectors.engine.columns import Heading, headings
from detectors.registry import detectors

_DETECTORS = detectors()


@pytest.mark.parametrize(
    ("heading", "entity"),
    [
        ("ACCNO", "UK_BANK_ACCOUNT"),
        ("SRTCD", "UK_SORT_CODE"),
        ("BIRTHDT", "DATE_OF_BIRTH"),
        ("DTBRTH", "DATE_OF_BIRTH"),
        ("NHSNO", "UK_NHS"),
        ("nhsno", "UK_NHS"),
        ("PSTCD", "UK_POSTCODE"),
        ("CUST_PSTCD", "UK_POSTCODE"),
        ("SRNM", "PERSON"),
        ("CHINO", "UK_CHI"),
        ("ddsortcode", "UK_SORT_CODE"),
        ("custdob", "DATE_OF_BIRTH"),
        ("ddrive", None),
        ("srtcd", None),  # vowels are left out in capitals
        ("STATUS", None),
        ("ORDNO", None),
    ],
)
def test_a_heading_of_an_old_system_is_what_it_is_short_for(
    heading: str, entity: str | None
) -> None:
    (said,) = headings(_DETECTORS, (heading,))
    held = (Heading.NAMED, Heading.GIVEN_PART, Heading.LAST_PART)
    named = {
        each.entity for each, kind in zip(_DETECTORS, said.tolist(), strict=True) if kind in held
    }
    assert named == ({entity} if entity else set())


def test_what_is_short_for_two_things_tells_neither() -> None:
    short = index({"sort code": 1, "sort coda": 2, "post code": 3, "post codi": 3})
    assert "SRTCD" not in short
    assert short["PSTCD"] == "post code"
    assert short["sortcoda"] == "sort coda"


def test_words_that_are_short_for_nothing_stay() -> None:
    short = index({"sort code": 1})
    assert spelt_out("BANK SRTCD", ["bank", "srtcd"], short) == ["bank", "sort", "code"]
    assert spelt_out("a b", ["a", "b"], short) == ["a", "b"]
    assert bones("") == ""
