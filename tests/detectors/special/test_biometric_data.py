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


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Hand geometry", "e3a0a1f63a8f95d287"),
        ("Palm vein template", "6e2011987a712207129ffb78"),
        ("Face match", "0.42, face vector 9e5b89f89e"),
        ("Ten prints", "taken, livescan 51705144"),
        ("faceId", "0fa7abbe2e6e1655"),
    ],
)
def test_whatever_part_of_the_body_is_measured(engine: Engine, heading: str, cell: str) -> None:
    rows = [("Jo Lane", cell), ("Sam Cole", cell)]
    assert len(cells(engine, rows, ("Name", heading), ENTITY)) == 2
    empty = [("Jo Lane", "PIN instead"), ("Sam Cole", "-")]
    assert cells(engine, empty, ("Name", heading), ENTITY) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You took the fingerprint of my daughter Ann. She is 12.", 1),
        ("She had her index finger enrolled on 3 May.", 1),
        ("Readers took the fingerprint of a visitor in two seconds, said the brochure.", 0),
    ],
)
def test_prints_that_are_taken_of_somebody(engine: Engine, text: str, found: int) -> None:
    assert len(values(engine, text, ENTITY)) == found
