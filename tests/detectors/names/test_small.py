import pytest

from detectors.engine import Engine
from detectors.names.small import MOST_BYTES, in_small_letters
from tests.detectors.finding import values


def names(text: str) -> list[str]:
    data = text.encode()
    return [data[start:end].decode() for start, end in in_small_letters(data)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call from mrs okonkwo - mum wants her out", ["okonkwo"]),
        ("carer is tomasz kowalczyk, 12 elm close", ["tomasz kowalczyk"]),
        ("contact with luc\u00eda di lorenzo was cancelled", ["luc\u00eda di lorenzo"]),
        ("spoke to mr imran hussain's sister", ["imran hussain"]),
        ("margaret adeyemi's son", ["margaret adeyemi"]),
    ],
)
def test_names_without_capitals_are_found(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the mark will be given on the last day of may",
        "grant hope to the young lady in the park",
        "see user@margaret adeyemi.example",
        "mr and mrs both came",
    ],
)
def test_everyday_words_are_no_names(text: str) -> None:
    assert names(text) == []


def test_a_note_without_capitals_is_read_so(engine: Engine) -> None:
    note = "visit 3 may. margaret adeyemi was in, kettle on, meds taken. " + "all fine again. " * 10
    assert values(engine, note, "PERSON") == ["margaret adeyemi"]


def test_long_data_without_capitals_is_not(engine: Engine) -> None:
    data = "margaret adeyemi was in. " * (MOST_BYTES // 20)
    assert values(engine, data, "PERSON") == []
