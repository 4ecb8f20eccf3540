import pytest

from detectors.engine import Engine
from detectors.uk_trn import canonical
from tests.detectors.finding import cells, of_entity, values


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("63T12233", "63T12233"),
        ("63 T1 22 33", "63T12233"),
        ("63-t1-22-33", "63T12233"),
        ("63T1223", None),
        ("63T122334", None),
        ("6T312233", None),
        ("63TT2233", None),
        ("TN010180M", None),  # an old form that is used no more
    ],
)
def test_the_shape_is_hmrc_s(written: str, expected: str | None) -> None:
    assert canonical(written) == expected


def test_the_published_example_is_found_and_said_to_be_one(engine: Engine) -> None:
    (found,) = of_entity(engine, "TRN 11 A1 11 11", "UK_TRN")
    assert found.explanation.endswith("example value")


@pytest.mark.parametrize(
    "text",
    [
        "TRN: 63T12233",
        "TRN No. 63 T1 22 33",
        "Temporary Reference Number\n63 T1 22 33",
        "Her TRN is 63T12233.",
        "TRN:\n\n63t12233",
        "TRN 63-T1-22-33",
        "TRN 63\u00a0T1\u00a022\u00a033",
        "Temporary NI number: 63 T1 22 33",
        "NI number: 63 T1 22 33",  # where forms have it
        "She starts on Monday with the temporary reference number 63T12233.",
        '{"trn": "63T12233"}',
        '{"temporaryReferenceNumber": "63T12233"}',
        "<TRN>63T12233</TRN>",
        "trn=63T12233",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_TRN") == ["63T12233"]


@pytest.mark.parametrize(
    "text",
    [
        "63T12233",
        "63 T1 22 33",
        "part no 63T12233",
        "stock code 63 T1 22 33",
        "planning ref 20/63T12233",
        "TRN: 63T122334",
        "TRN: 1234567",  # a teacher's
        "NI number: AB123456C",
        "jane@example.com, 63T12233",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_TRN") == []


def test_the_label_of_one_takes_no_number_of_another(engine: Engine) -> None:
    text = "TRN 63T12233, NI no AB123456C, NHS no 999 000 0018"
    found = [(one.entity, one.canonical) for one in engine.session().text(text)]
    assert found == [("UK_TRN", "63T12233"), ("UK_NINO", "AB123456"), ("UK_NHS", "9990000018")]


def test_a_column_is_found_by_its_heading_only(engine: Engine) -> None:
    numbers = [f"63T122{number}" for number in range(30, 36)]
    rows = [("Jane", number) for number in numbers]
    assert cells(engine, rows, ("Name", "TRN"), "UK_TRN") == numbers
    assert cells(engine, rows, None, "UK_TRN") == []
    assert cells(engine, rows, ("Name", "Stock code"), "UK_TRN") == []


@pytest.mark.parametrize("label", ["NI no", "NI number", "NINO", "National Insurance number"])
def test_labels_of_the_ni_number_stay_its_own(engine: Engine, label: str) -> None:
    (found,) = of_entity(engine, f"{label}: AB 12 34 56 C", "UK_NINO")
    assert "; own label before it" in found.explanation
    assert values(engine, f"{label}: 63 T1 22 33", "UK_TRN") == ["63T12233"]


@pytest.mark.parametrize(
    "heading", ["Temp ref (TRN)", "HMRC TRN", "Temporary reference", "temp_ref"]
)
def test_headings_say_it_in_other_words(engine: Engine, heading: str) -> None:
    assert cells(engine, [("Ines Quill", "63T12233")], ("Name", heading), "UK_TRN") == ["63T12233"]


def test_a_heading_of_either_number_has_both(engine: Engine) -> None:
    rows = [("Jo Hill", "70V01796"), ("Sam Reed", "JG103059B")]
    header = ("Name", "NI number or TRN")
    assert cells(engine, rows, header, "UK_TRN") == ["70V01796"]
    assert cells(engine, rows, header, "UK_NINO") == ["JG103059"]
