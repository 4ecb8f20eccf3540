import pytest

from detectors.engine import Engine
from detectors.uk_paye_reference import canonical
from tests.detectors.finding import cells, of_entity, values


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("123/AB456", "123/AB456"),
        (" 073/wz1234 ", "073/WZ1234"),
        ("120/A", "120/A"),
        ("120/ABCDEFGHIJ", "120/ABCDEFGHIJ"),
        ("120/ABCDEFGHIJK", None),
        ("120/", None),
        ("12/AB456", None),
        ("120 AB456", None),
        ("120/AB-456", None),
        ("1200/AB456", None),
    ],
)
def test_the_shape_is_hmrc_s(written: str, expected: str | None) -> None:
    assert canonical(written) == expected


def test_the_published_example_is_found_and_said_to_be_one(engine: Engine) -> None:
    (found,) = of_entity(engine, "Employer PAYE reference: 123/AB456", "UK_PAYE_REFERENCE")
    assert found.explanation.endswith("example value")


@pytest.mark.parametrize(
    "text",
    [
        "PAYE reference: 073/WZ1234",
        "PAYE ref 073/WZ1234",
        "Employer PAYE reference\n073/WZ1234",
        "Employer's PAYE reference is 073/wz1234.",
        "PAYE Reference:\n\n073/WZ1234",
        "Employer reference number (ERN): 073/WZ1234",
        "Our PAYE number is 073 / WZ1234, as printed on your P60.",
        "PAYE ref 073\u00a0/\u00a0WZ1234",
        '{"payeReference": "073/WZ1234"}',
        '{"employerPAYEReference": "073/WZ1234"}',
        "<PAYERef>073/WZ1234</PAYERef>",
        "paye_ref=073/WZ1234",
        "Cyfeirnod TWE y cyflogwr: 073/WZ1234",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_PAYE_REFERENCE") == ["073/WZ1234"]


@pytest.mark.parametrize(
    "text",
    [
        "073/WZ1234",
        "planning ref 120/123456A",
        "see drawing 073/WZ1234 attached",
        "PAYE is due by 22/07/2026",
        "PAYE 2025/26",
        "PAYE for month 012/2026",
        "PAYE reference: 2026/WZ1234",
        "PAYE reference: 073/WZ123456789",
        "Accounts Office reference: 123PW12345678",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_PAYE_REFERENCE") == []


def test_the_label_of_one_takes_no_number_of_another(engine: Engine) -> None:
    text = "PAYE ref 073/WZ1234, NI no AB123456C, NHS no 999 000 0018"
    found = [(one.entity, one.canonical) for one in engine.session().text(text)]
    assert found == [
        ("UK_PAYE_REFERENCE", "073/WZ1234"),
        ("UK_NINO", "AB123456"),
        ("UK_NHS", "9990000018"),
    ]


def test_a_column_is_found_by_its_heading_only(engine: Engine) -> None:
    refs = [f"073/WZ12{number}" for number in range(30, 36)]
    rows = [("Hill Ltd", ref) for ref in refs]
    assert cells(engine, rows, ("Employer", "PAYE Reference"), "UK_PAYE_REFERENCE") == refs
    assert cells(engine, rows, ("Employer", "Employer PAYE"), "UK_PAYE_REFERENCE") == refs
    assert cells(engine, rows, None, "UK_PAYE_REFERENCE") == []
    assert cells(engine, rows, ("Employer", "Planning ref"), "UK_PAYE_REFERENCE") == []
