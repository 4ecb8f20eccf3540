import pytest

from detectors.engine import Engine
from detectors.uk_uprn import canonical
from tests.detectors.finding import cells, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10033544614", "10033544614"),
        (" 100023336956 ", "100023336956"),
        ("000100023336956", "100023336956"),
        ("5", "5"),
        ("1000233369561", None),
        ("000000000000", None),
        ("10 Downing Street", None),
        ("1.00023E+11", None),
        ("²", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "UPRN: 100099999956",
        "the property (UPRN 100099999956) is let",
        "UPRN\n100099999956",
        "UPRN:\n\n100099999956",
        "uprn=100099999956",
        '{"uprn": "100099999956"}',
        '{"propertyUprn": 100099999956}',
        "<UPRN>100099999956</UPRN>",
        "UPRN no. 000100099999956",
        "Unique Property Reference Number: 100099999956",
        "unique property ref 100099999956",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_UPRN") == ["100099999956"]


@pytest.mark.parametrize(
    "text",
    [
        "100099999956",
        "order 100099999956",
        "USRN: 37200123",
        "UPRN 2024",
        "UPRNs were matched for 100099999956 records",
        "UPRN: 1000999999561",
        "property reference 100099999956",
        "UPRN matching ran on 20240105 rows",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_UPRN") == []


def test_a_headed_column_is_found(engine: Engine) -> None:
    rows = [("1 High St", "100099999956"), ("2 High St", "10033999914"), ("3 High St", "12345")]
    numbers = [number for _, number in rows]
    assert cells(engine, rows, ("Address", "UPRN"), "UK_UPRN") == numbers
    assert cells(engine, rows, ("Address", "USRN"), "UK_UPRN") == []
    assert cells(engine, rows, None, "UK_UPRN") == []


@pytest.mark.parametrize("digits", ["9990000018", "01632960123", "4111111111111111"])
def test_numbers_that_have_their_own_label_stay_what_they_are(engine: Engine, digits: str) -> None:
    label = {10: "NHS number", 11: "Tel", 16: "Card number"}[len(digits)]
    (found,) = engine.session().text(f"{label}: {digits}")
    assert found.entity != "UK_UPRN"


def test_ten_digits_after_the_label_are_no_other_entity(engine: Engine) -> None:
    (found,) = engine.session().text("UPRN: 9990000018")
    assert found.entity == "UK_UPRN"


def test_a_column_without_heading_is_found_beside_people_only(engine: Engine) -> None:
    numbers = [f"10001234567{at}" for at in range(6)]
    people = [(number, f"jane.hill{at}@example.com") for at, number in enumerate(numbers)]
    assert cells(engine, people, None, "UK_UPRN") == numbers
    assert cells(engine, [*people, ("200012345678", "jo@example.com")], None, "UK_UPRN") == []
    assert cells(engine, people, ("PROPREF", "E-mail"), "UK_UPRN") == numbers
    assert cells(engine, [(number, "bin") for number in numbers], None, "UK_UPRN") == []
