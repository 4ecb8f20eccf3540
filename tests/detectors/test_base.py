import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.base import Category, Detection, Detector, Shown, mask
from detectors.registry import detectors

SHOWN = {detector.entity: detector.shown for detector in detectors()}


@pytest.mark.parametrize(
    ("entity", "value", "expected"),
    [
        ("UK_NHS", "9990000018", "********18"),
        ("UK_POSTCODE", "LS14AB", "****AB"),
        ("DATE_OF_BIRTH", "1950-04-03", "********03"),
        ("EMAIL_ADDRESS", "jane@example.com", "****@***"),
        ("PERSON", "margaret adeyemi", "****mi"),
        ("PERSON", "li", "**"),
        ("SECRET", "Tr0ub4dor", "********"),
        ("SECRET", "abcde", "********"),
        ("HEALTH_DATA", "asthma", "********"),
        ("RELIGION_DATA", "jewish", "********"),
    ],
)
def test_mask(entity: str, value: str, expected: str) -> None:
    assert mask(SHOWN[entity], value) == expected


def test_nothing_is_shown_of_a_secret_or_a_term_of_special_category_data() -> None:
    kinds = {Category.SPECIAL_CATEGORY, Category.CREDENTIAL}
    words = [each for each in detectors() if each.category in kinds or _is_special(each)]
    assert len(words) >= 11
    assert [each.entity for each in words if each.shown is not Shown.NOTHING] == []


def _is_special(detector: Detector) -> bool:
    """Whether it is declared in the package of terms and grammar."""
    return detector.check.__module__.startswith("detectors.special.")


@given(st.sampled_from(sorted(SHOWN)), st.text(min_size=1))
def test_a_mask_shows_at_most_the_last_two_characters(entity: str, value: str) -> None:
    shown = mask(SHOWN[entity], value).replace("*", "").replace("@", "")
    assert len(shown) <= 2
    assert value.endswith(shown) or "*" in value or "@" in value


def test_a_detection_leaves_its_value_out_of_logs() -> None:
    assert "9990000018" not in repr(Detection("UK_NHS", 0, 10, "9990000018", 0.9, "because"))
