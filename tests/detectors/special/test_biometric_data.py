import pytest

from detectors.engine import Engine
from detectors.special.biometric_data import canonical
from tests.detectors.finding import cells, values

ENTITY = "BIOMETRIC_DATA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DNA test", "dna test"),
        ("Enrolled", "enrolled"),
        ("none", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ellie's fingerprint was enrolled in May.", "fingerprint was enrolled"),
        ("The DNA test showed that Mr Cole is the father.", "dna test"),
        ("She carries BRCA1.", "brca1"),
        ("Name: Jo Lane\nFingerprint template: enrolled", "enrolled"),
    ],
)
def test_said_of_one_person_it_is_found(engine: Engine, text: str, expected: str) -> None:
    assert expected in values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "We use fingerprints only with consent.",
        "A pupil may refuse a fingerprint scan.",
        "The key's fingerprint is SHA256:abc",
        "Fingerprint reader out of order, rang Mr Cole.",
    ],
)
def test_said_of_nobody_it_is_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_column_headed_so_is_read(engine: Engine) -> None:
    rows = [("Jo Lane", "enrolled"), ("Al Cole", "no")]
    assert cells(engine, rows, ("Name", "Fingerprint template"), ENTITY) == ["enrolled"]


def test_faces_and_voices_that_are_enrolled_are_found(engine: Engine) -> None:
    text = "Staff enrolled by face: Jo Lane. The face template of Ms Hill failed."
    assert values(engine, text, ENTITY)
    rows = [("Jo Lane", "Yes, second try"), ("Sam Hill", "Yes")]
    assert cells(engine, rows, ("Caller", "Voiceprint enrolled"), ENTITY) == ["yes", "yes"]


def test_templates_and_fingers_are_read_under_their_headings(engine: Engine) -> None:
    rows = [("Jo Lane", "L thumb", "9f86d081884c7d65"), ("Al Cole", "R index", "2c26b46b68ffc68f")]
    found = cells(engine, rows, ("Name", "Finger", "Template hash"), ENTITY)
    assert found == ["template"] * 4
