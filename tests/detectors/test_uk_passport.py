import pytest

from detectors.engine import Engine
from detectors.uk_passport import canonical, check_digit
from tests.detectors.finding import cells, of_entity, values

ENTITY = "UK_PASSPORT"
SPECIMEN = "9250764733GBR8809117F2007162<<<<<<<<<<<<<<08"


@pytest.mark.parametrize(
    ("part", "digit"),
    [("520727", 3), ("AB2134<<<", 5), ("L898902C<", 3), ("690806", 1), ("940623", 6)],
)
def test_check_digits_are_those_of_the_worked_examples(part: str, digit: int) -> None:
    assert check_digit(part) == digit  # ICAO Doc 9303, part 3, appendix A


def test_each_wrong_check_digit_is_seen() -> None:
    assert canonical(SPECIMEN) == "925076473"
    for place in (9, 19, 27, 43):
        wrong = (int(SPECIMEN[place]) + 1) % 10
        assert canonical(f"{SPECIMEN[:place]}{wrong}{SPECIMEN[place + 1 :]}") is None


def line(number: str, nationality: str) -> str:
    """Return an invented second line of a machine readable zone."""
    head = f"{number}{check_digit(number)}{nationality}"
    rest = f"800101{check_digit('800101')}F300101{check_digit('300101')}"
    whole = head + rest + "<" * 14 + "0"
    return whole + str(check_digit(whole[:10] + whole[13:20] + whole[21:43]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("123456789", "123456789"),
        ("123-456-789", "123456789"),
        ("a123456", "A123456"),
        ("123456 B", "123456B"),
        ("12345678", None),
        ("1234567890", None),
        ("000000000", None),
        ("AB1234567", None),  # the shape of residence permits
    ],
)
def test_canonical_knows_old_and_new_numbers(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Passport number: 123456789",
        "her passport no is 123 456 789.",
        "UK passport 123456789 was copied",
        "Passport No\n123456789",
        '{"passportNumber": "123456789"}',
        "<PassportNo>123456789</PassportNo>",
        "passport_no,123456789",
        "passport 123\u00a0456\u00a0789",
        "Rhif pasbort: 123456789",
        "Passport/ID: 123456789",
        "PPT No: 12345 6789",
        "passport, number 123456789",
        "UK Passport number - 123 456 789",
        "Passport shown, no. 123 456 789, expires next year",
        "Passport seen (no 123456789)",
        "Passport seen and copied: 123456789",
        "Passport (GBR): 123456789",
        "Passport No. (GBR) 123456789",
        "Passport Number : GBR123456789",
        "Passport no (if any) 123456789",
        "Passport Number (9 digits): 123456789",
        "Passport seen 12/03/2024 no. 123456789",
        "Passport in the name of Jane Hill, no 123456789",
        "holds a British passport numbered 123456789",
        "His passport, which bears the number 123456789, runs out in May.",
        "Passport details\nNumber: 123456789\nExpires: 12 May 2030",
        "Document type: Passport\nDocument number: 123456789",
        '{"type": "passport", "number": "123456789"}',
        "Travel document: 123456789",
        "P/port no 123456789",
        "123 456 789 - passport",
        "123456789 (passport no)",
        "123456789 is his passport number.",
        f"P<GBRHILL<<JANE<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\n{line('123456789', 'GBR')}",
        f"scanned: {line('123456789', 'GBO')}",
        f"Passport {line('123456789', 'GBR')}",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["123456789"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Passport: A123456", "A123456"), ("old passport 123456B", "123456B")],
)
def test_old_numbers_are_found_after_a_label(engine: Engine, text: str, expected: str) -> None:
    assert values(engine, text, ENTITY) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "123456789",
        "lot 123456789",
        "drum no 123456789",
        "ward E05000123",
        "LSOA E01012345",
        "Passport office, 123456789 visitors",
        "passport expires 12/05/2030",
        "Passport expires 12/05/2030 tel 123456789",
        "Passport seen. VAT GB 123 456 789",
        "Passport fee paid, receipt 123456789",
        "passport lost, crime reference number 123456789",
        "Passport renewal application reference 123456789",
        "passport expired; driving licence number 123456789",
        "Passport control. Lot 123456789 sold",
        "Passport to Success programme, company number 123456789",
        "the passport scheme grew. Council paid number 123456789",
        "500123456789 - passport",
        "order 123 456 789 - passport covers, blue",
        "passport photos cost 15",
        "NHS number: 999 000 0018",
        "Passport: 12345678901",
        line("123456789", "FRA"),
        line("123456789", "GBR")[:-1] + "X",
        SPECIMEN.replace("GBR88", "GBR87"),
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_numbers_are_found_in_a_headed_column_only(engine: Engine) -> None:
    rows = [("Jane", f"12345678{digit}") for digit in range(5)]
    numbers = [row[1] for row in rows]
    assert cells(engine, rows, ("Name", "Passport No"), ENTITY) == numbers
    for heading in ("UK passport (9 digits)", "passportRef", "ppt_no", "PPORT_NO", "Passport seen"):
        assert cells(engine, rows, ("Name", heading), ENTITY) == numbers
    for heading in ("Lot", "Passport office"):
        assert cells(engine, rows, ("Name", heading), ENTITY) == []
    assert cells(engine, rows, ("Name", "Passport expiry"), ENTITY) == []
    assert cells(engine, rows, None, ENTITY) == []


def test_the_specimen_is_said_to_be_one(engine: Engine) -> None:
    (found,) = of_entity(engine, SPECIMEN, ENTITY)
    assert found.explanation.endswith("example value")
    assert found.confidence > 0.95


def test_a_passport_that_was_seen_is_found(engine: Engine) -> None:
    assert values(engine, "Passports seen: 394578697 (Jo)", "UK_PASSPORT") == ["394578697"]
