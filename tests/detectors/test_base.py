import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.base import Detection, mask
from detectors.registry import detectors

ENTITIES = sorted(detector.entity for detector in detectors())


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
    assert mask(entity, value) == expected


@given(st.sampled_from(ENTITIES), st.text(min_size=1))
def test_a_mask_shows_at_most_the_last_two_characters(entity: str, value: str) -> None:
    shown = mask(entity, value).replace("*", "").replace("@", "")
    assert len(shown) <= 2
    assert value.endswith(shown) or "*" in value or "@" in value


def test_a_detection_leaves_its_value_out_of_logs() -> None:
    assert "9990000018" not in repr(Detection("UK_NHS", 0, 10, "9990000018", 0.9, "because"))
