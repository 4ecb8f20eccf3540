import pytest

from detectors.names.capitals_first import given_name_first
from detectors.names.written import canonical


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("TREGASKIS Wenna", "wenna tregaskis"),
        ("Mr TREGASKIS Jory", "jory tregaskis"),
        ("O'DEA Niamh", "niamh o'dea"),
        ("MacLEOD Ishbel M", "ishbel m macleod"),
        ("DE LUCA Anna Maria", "anna maria de luca"),
        ("ŻAK Grażyna", "grazyna zak"),
        ("SMITH-JONES Ada", "ada smith-jones"),
        ("Wenna TREGASKIS", "wenna tregaskis"),
        ("TREGASKIS, Wenna", "wenna tregaskis"),
        ("WENNA TREGASKIS", "wenna tregaskis"),
    ],
)
def test_a_surname_in_capitals_goes_last(written: str, expected: str) -> None:
    assert canonical(written) == expected


@pytest.mark.parametrize("name", ["JD Williams", "Dr AB Shah", "J Smith", "DC Hill", "AJ"])
def test_initials_and_titles_stay(name: str) -> None:
    assert given_name_first(name) == name
