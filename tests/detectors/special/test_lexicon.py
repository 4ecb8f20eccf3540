import re

import pytest

from detectors.base import Scan
from detectors.special.lexicon import (
    TermStrength,
    alternation,
    alternations,
    folded,
    listed,
    opens_with,
    term_in,
    terms,
    whole_term,
    words,
    written,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crohn's", "crohns"),
        ("self-harm ", "self harm"),
        ("ME/CFS", "me cfs"),
        ("Guillain-Barré", "guillain barre"),
    ],
)
def test_folded(text: str, expected: str) -> None:
    assert folded(text) == expected


def test_every_list_is_folded_and_has_terms() -> None:
    for file in ("conditions.csv", "medicines.csv", "ethnic_groups.csv", "nationalities.csv",
                 "religions.csv", "trade_unions.csv", "offences.csv"):  # fmt: skip
        assert len(listed(file)) > 50
        assert all(term == folded(term) for term in listed(file)), file


def test_terms_join_a_category_with_lists() -> None:
    assert {"asthma", "epilepsy"} <= terms("health", "conditions.csv")
    assert "asthma" not in terms("religion", "religions.csv")


def test_capitals_are_matched_as_capitals() -> None:
    of_art = list(alternations("adult_safeguarding", TermStrength.OF_ART))
    for regex, scan in of_art:
        flags = re.IGNORECASE if scan is Scan.ANY_CASE else re.NOFLAG
        assert bool(re.search(regex, "MARAC", flags)) is (scan is Scan.CASE)
        assert not re.search(regex, "the marac of it", flags)
    assert "MARAC" in written("adult_safeguarding", TermStrength.OF_ART)


@pytest.mark.parametrize("text", ["self-harm", "self harm"])
def test_an_alternation_takes_a_space_for_a_hyphen(text: str) -> None:
    assert re.fullmatch(alternation(["self-harm"]), text)


def test_the_longest_term_is_taken() -> None:
    known = frozenset({"diabetes", "type 2 diabetes"})
    assert term_in("has type 2 diabetes", known) == "type 2 diabetes"
    assert term_in("nothing", known) is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["Gout", "Gout; knee", "Monday"], True),
        (["Gout", "Monday", "Tuesday"], False),
        (["Gout"], False),
        (["Gout cream", "Gout walk"], False),
    ],
)
def test_half_of_the_cells_begin_with_a_term(cells: list[str], expected: bool) -> None:
    assert opens_with(frozenset({"gout"}))(cells) is expected


def test_a_whole_term_has_nothing_beside_it() -> None:
    check = whole_term(words("gay bi"))
    assert check("Gay") == "gay"
    assert check("Gay Street") is None
