import pytest

from detectors.engine import Engine
from tests.detectors.finding import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mum rang and Aisha said that she was cold", "aisha"),
        ("and Aisha’s mother came", "aisha"),
        ("his daughter Aisha is six", "aisha"),
        ("a boy called Krzysztof", "krzysztof"),
    ],
)
def test_a_given_name_alone_is_found_beside_a_cue(engine: Engine, text: str, expected: str) -> None:
    assert values(engine, text, "PERSON") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Georgia said so",  # a country
        "the Aisha said",
        "Leeds Aisha said",
        "Will said that he would",
        "Report said that it was cold",
        "his son Xuvor is six",
        "his daughter Aisha Road",
        "Aisha was there",  # no cue, and nobody else is named
    ],
)
def test_other_words_are_nobody(engine: Engine, text: str) -> None:
    assert values(engine, text, "PERSON") == []
