import pytest

from detectors.engine import Engine
from tests.detectors.finding import cells, of_entity, values

NHS, NINO = "9990000018", "QQ123456"


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("NHS number: 999 000\n0018", "UK_NHS", NHS),
        ("NHS number: 999 000\r\n   0018", "UK_NHS", NHS),
        ("NHS No 999000\n0018", "UK_NHS", NHS),
        ("> NHS number: 999\n> 000 0018", "UK_NHS", NHS),
        ("NHS number: 999 000\u00ad\n0018", "UK_NHS", NHS),
        ("NHS number: 999000=\n0018", "UK_NHS", NHS),
        ("NI number QQ 12\n34 56 C", "UK_NINO", NINO),
        ("National Insurance number:\nQQ 12 34\n56 C", "UK_NINO", NINO),
        ("The NHS number that was given on the form is 999 000\n0018", "UK_NHS", NHS),
        ("my NI number, since you ask again, is QQ 12 34 56\nC and", "UK_NINO", NINO),
        ("Passport: 123 456\n789", "UK_PASSPORT", "123456789"),
        ("Passport: 12345-\n6789", "UK_PASSPORT", "123456789"),
    ],
)
def test_a_value_that_is_broken_over_a_line_end_is_found_after_its_label(
    engine: Engine, text: str, entity: str, value: str
) -> None:
    assert values(engine, text, entity) == [value]


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("NHS number: 9 9 9 0 0 0 0 0 1 8", "UK_NHS", NHS),
        ("NHS no: |9|9|9|0|0|0|0|0|1|8|", "UK_NHS", NHS),
        ("NHS number [9] [9] [9] [0] [0] [0] [0] [0] [1] [8]", "UK_NHS", NHS),
        ("NI Number: | Q | Q | 1 | 2 | 3 | 4 | 5 | 6 | C |", "UK_NINO", NINO),
        ("NI number\nQ\tQ\t1\t2\t3\t4\t5\t6\tC", "UK_NINO", NINO),
        ("Date of birth: | 0 | 3 | / | 0 | 4 | / | 1 | 9 | 5 | 0 |", "DATE_OF_BIRTH", "1950-04-03"),
        ("Sort code |2|0| - |4|5| - |7|7|", "UK_SORT_CODE", "204577"),
        ("Postcode: L S 1  4 A B", "UK_POSTCODE", "LS14AB"),
    ],
)
def test_a_value_of_which_each_character_has_its_box_is_found_after_its_label(
    engine: Engine, text: str, entity: str, value: str
) -> None:
    assert values(engine, text, entity) == [value]


def test_a_cell_for_each_character_makes_a_value_in_the_row_of_its_label(engine: Engine) -> None:
    rows = [("Surname", *"HILL"), ("NHS number", *NHS), ("NI number", *"QQ123456C")]
    assert cells(engine, rows, None, "UK_NHS") == [NHS]
    assert cells(engine, rows, None, "UK_NINO") == [NINO]


def test_the_span_reaches_from_the_first_character_to_the_last(engine: Engine) -> None:
    text = "Ça: NHS number 999 000\n   0018, seen"
    (found,) = of_entity(engine, text, "UK_NHS")
    assert text[found.start : found.end] == "999 000\n   0018"
    assert "own label before it" in found.explanation
    text = "Ça: NHS number |9|9|9|0|0|0|0|0|1|8| seen"
    (found,) = of_entity(engine, text, "UK_NHS")
    assert text[found.start : found.end] == "9|9|9|0|0|0|0|0|1|8"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("999 000\n0018", "UK_NHS"),
        ("NHS number: 999 000\n\n0018", "UK_NHS"),
        ("NHS number: 999 000\n0019", "UK_NHS"),
        ("NHS number: 999 000\n00181", "UK_NHS"),
        ("order number: 999 000\n0018", "UK_NHS"),
        ("NHS number is asked for. Call 999 000\n0018 and 1", "UK_PASSPORT"),
        ("Passport: 12345678\n9 Acacia Avenue", "UK_PASSPORT"),
        ("Passport: 123456\n789 High Street", "UK_PASSPORT"),
        ("9 9 9 0 0 0 0 0 1 8", "UK_NHS"),
        ("NHS number: 9 9 9 0 0 0 0 0 1 9", "UK_NHS"),
        ("NHS number: 9\n9\n9\n0\n0\n0\n0\n0\n1\n8", "UK_NHS"),
    ],
)
def test_nothing_is_put_together_without_a_label_a_check_or_a_reason(
    engine: Engine, text: str, entity: str
) -> None:
    assert values(engine, text, entity) == []
