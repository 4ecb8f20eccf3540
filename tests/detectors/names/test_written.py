import pytest

from detectors.names.written import canonical


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr  David   Powell", "david powell"),
        ("POWELL, David", "david powell"),
        ("Powell, Mr David", "david powell"),
        ("Zoë O'Brien", "zoe o'brien"),
        ("J. R. Smith-Jones", "j r smith-jones"),
        ("Dr", None),
        ("Housing Team", None),
        ("12 Mill Lane", None),
        ("Unknown", None),
        ("", None),
        ("a@b.example", None),
        ("April May", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected
