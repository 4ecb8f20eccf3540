from benchmarks.accuracy.prose import counted
from benchmarks.accuracy.score import Finding


def test_only_checked_identifiers_are_false_and_their_values_are_masked() -> None:
    findings = [
        Finding("a", "UK_NHS", "9990000018", 0.6),
        Finding("a", "PERSON", "ada lovelace", 0.9),
        Finding("b", "UK_NHS", "9990000018", 0.6),
    ]
    result = counted(findings, 4_000_000)
    assert result.per_megabyte == 0.5
    assert result.sample == (("UK_NHS", "••••••••18", 0.6),)
