import pytest

from detectors.engine import Engine
from detectors.examples import said_to_be_one

CARD = "4111 1111 1111 1111"


@pytest.mark.parametrize(
    "text",
    [
        "NI number: e.g. QQ 12 34 56 C",
        "A National Insurance number looks like QQ123456C",
        "NI no (for example QQ 12 34 56 C)",
        "NI number QQ123456C is for tests",
        "Test data\nNI number QQ123456C, NHS number 999 000 0018",
        'TEST_NINO = "QQ 12 34 56 C"',
        f"sample_card: {CARD}",
        "Write QQ 12 34 56 C as your example.",
        "QQ 12 34 56 C  # never issued",
        "How to fill it in: an example\n\nNI number: QQ 12 34 56 C",
        f"In the sandbox pay with {CARD}",
        f"Card number {CARD} (for testing)",
    ],
)
def test_printed_values_that_are_said_to_be_examples_are_not_found(
    engine: Engine, text: str
) -> None:
    assert engine.session().text(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NI number: QQ 12 34 56 C", "QQ123456"),
        ("NI number, e.g. AB 12 34 56 C", "AB123456"),
        ("NHS no 999 000 0018, jane@ours.example.com", "9990000018"),
        ("after a blood test, NHS number 999 000 0018", "9990000018"),
        (f"Card number {CARD}", "4111111111111111"),
    ],
)
def test_other_values_stay(engine: Engine, text: str, found: str) -> None:
    assert found in {one.canonical for one in engine.session().text(text)}


def test_words_past_the_end_of_a_sentence_say_nothing() -> None:
    text = b"It was for testing. NI number QQ123456C. Bring an example."
    assert not said_to_be_one(text, 30, 39)
