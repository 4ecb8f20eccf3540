import pytest

from scanner.settings.pattern import canonical, refusal, too_common


@pytest.mark.parametrize(
    "pattern",
    ["[0-9]{8}[A-Z]?", "CT[ /-]?[0-9]{6,8}", "(?:HB|CTR)[0-9]{7}", r"\d{3}-\d{4}", "([0-9] ?){8}"],
)
def test_what_a_council_writes_is_taken(pattern: str) -> None:
    assert refusal(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        (".*", "without end"),
        ("(a+)+", "without end"),
        ("[0-9]{3,}", "without end"),
        ("(?:aa|a){1,40}b", "run away"),
        ("(?:[0-9]{1,9}){1,9}x", "run away"),
        ("[a-z]{200}", "100 are the most"),
        ("[0-9]{0,4}", "nothing at all"),
        ("", "nothing at all"),
        ("(?=a)b", "leave it out"),
        ("(?<!a)b", "leave it out"),
        (r"(a)\1", "leave it out"),
        ("a{1,3}?b", "leave it out"),
        ("a{1,3}+b", "leave it out"),
        ("(?i)ab", "any case"),
        ("(?i:ab)", "any case"),
        ("[0-9", "cannot be read"),
        ("a{5,2}", "cannot be read"),
        ("a{99999999999999999999}", "cannot be read"),
        ("\u00e9[0-9]{3}", "ASCII"),
    ],
)
def test_what_is_not_in_the_dialect_or_could_run_away_is_refused(pattern: str, said: str) -> None:
    assert said in (refusal(pattern) or "")


def test_a_pattern_that_is_everywhere_is_no_pattern_for_everywhere() -> None:
    assert "'2026'" in (too_common("[0-9]{4}") or "")
    assert too_common("CT[0-9]{6}") is None


def test_ways_of_writing_come_to_one_canonical_value() -> None:
    patterns = ["CT[ -]?[0-9]{6}"]
    assert {canonical(patterns, text) for text in ("ct 123456", "CT-123456", " CT123456 ")} == {
        "CT123456"
    }
    assert canonical(patterns, "CT1234567") is None
