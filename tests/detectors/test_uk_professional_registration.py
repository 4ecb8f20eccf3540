import pytest

from detectors.engine import Engine
from detectors.uk_professional_registration import canonical
from tests.detectors.finding import cells, of_entity, values

ENTITY = "UK_PROFESSIONAL_REGISTRATION"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("99A9999E", "99A9999E"),
        ("99a 9999 e", "99A9999E"),
        ("1234567", "1234567"),
        ("c1234567", "C1234567"),
        ("A123456", "A123456"),
        ("2099999", "2099999"),
        ("PH99999", "PH99999"),
        ("pyl99999", "PYL99999"),
        ("12/34567", "1234567"),
        ("RP 12/34567", "1234567"),
        ("0000000", None),
        ("123456", None),
        ("12345678", None),
        ("99A99999", None),
        ("PH 99999", None),
        ("PH9999999", None),
        ("in 2019", None),
    ],
)
def test_the_shapes_are_those_of_the_registers(written: str, expected: str | None) -> None:
    assert canonical(written) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NMC PIN: 99A9999E", "99A9999E"),
        ("Staff nurse Jane Hill, NMC PIN 99a9999e.", "99A9999E"),
        ("NMC registration number\n99A9999E", "99A9999E"),
        ("NMC PIN:\n\n99A 9999 E", "99A9999E"),
        ("NMC No 99A\u00a09999\u00a0E", "99A9999E"),
        ('{"nmcPin": "99A9999E"}', "99A9999E"),
        ("<NMCPin>99A9999E</NMCPin>", "99A9999E"),
        ("nmc_pin=99A9999E", "99A9999E"),
        ("GMC number: 1234567", "1234567"),
        ("Dr Hill (GMC 1234567) will see you.", "1234567"),
        ("GMC reference C1234567", "C1234567"),
        ('{"gmcNumber": "1234567"}', "1234567"),
        ("HCPC registration no. PH99999", "PH99999"),
        ("Her HCPC number is OT99999.", "OT99999"),
        ("GPhC number 2099999", "2099999"),
        ("Teacher reference number: 1234567", "1234567"),
        ("Teacher ref no 12/34567", "1234567"),
        ("TRN: 1234567", "1234567"),
        ("<TeacherNumber>1234567</TeacherNumber>", "1234567"),
    ],
)
def test_written_forms_are_found(engine: Engine, text: str, expected: str) -> None:
    assert values(engine, text, ENTITY) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "99A9999E",
        "part no 99A9999E",
        "stock 1234567",
        "Order number 1234567",
        "PH99999",
        "She joined the HCPC in 2019.",
        "the GMC 2013 guidance",
        "GMC number: 12345678",
        "GMC, 3 Hardman Street, Manchester M3 3AW",
        "NMC tel 020 7946 0123",
        "the NMC code of 2018",
        "TRN 63T12233",  # HMRC's
        "PIN 1234567",
        "registration AB12 CDE",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_the_label_of_one_takes_no_number_of_another(engine: Engine) -> None:
    text = "NMC PIN 99A9999E, NI no AB123456C, NHS no 999 000 0018, tel 01632 960123"
    found = [(one.entity, one.canonical) for one in engine.session().text(text)]
    assert found == [
        (ENTITY, "99A9999E"),
        ("UK_NINO", "AB123456"),
        ("UK_NHS", "9990000018"),
        ("PHONE_NUMBER", "+441632960123"),
    ]


def test_a_column_is_found_by_its_heading_only(engine: Engine) -> None:
    rows = [("Jane", f"99A999{number}E") for number in range(6)]
    rows[5] = ("Owen", "99A 9999 E")
    expected = [canonical(pin) for _, pin in rows]
    assert cells(engine, rows, ("Name", "NMC PIN"), ENTITY) == expected
    assert cells(engine, rows, None, ENTITY) == []
    assert cells(engine, rows, ("Name", "Part no"), ENTITY) == []
    teachers = [("Jane", "1234567"), ("Owen", "12/34568")]
    assert cells(engine, teachers, ("Name", "TRN"), ENTITY) == ["1234567", "1234568"]


def test_a_label_is_enough(engine: Engine) -> None:
    (found,) = of_entity(engine, "GMC number: 1234567", ENTITY)
    assert 0.9 <= found.confidence < 0.99


@pytest.mark.parametrize("label", ["NMC registrationno", "Nursing PIN", "SWE registration no"])
def test_labels_say_it_in_other_words(engine: Engine, label: str) -> None:
    assert values(engine, f"{label}: 99A9999E", ENTITY) == ["99A9999E"]
