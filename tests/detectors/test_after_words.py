import re

import pytest

from detectors.after_words import TO_A_DIGIT, after_words

EXPAND = after_words(r"\bticket\b", r"(?:[a-z] ?)?[0-9]{5}\b")
TRIGGER = re.compile(rb"ticket" + TO_A_DIGIT.encode(), re.IGNORECASE)


def found(text: str) -> str | None:
    """Return the value after the first label in ``text``."""
    data = text.encode()
    trigger = TRIGGER.search(data)
    assert trigger is not None
    span = EXPAND(data, *trigger.span())
    return None if span is None else data[slice(*span)].decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ticket shown, no. 12345", "12345"),
        ("ticket (seen): B12345", "B12345"),
        ("Ticket of Jane Hill, numbered 12345", "12345"),
        ("ticket seen 12/03/2024 and 3 May 2024, no 12345", "12345"),
        ("ticket lost; new ticket 12345", "12345"),
        ("ticket\n\nNumber: 12345", "12345"),
    ],
)
def test_value_is_found_where_the_words_between_lead_to_it(text: str, expected: str) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ticket lost, invoice number 12345",
        "Ticket of Jane Hill 12345",
        "Ticket lost? The number was 12345",
        "ticket\n\n\nnumber 12345",
        "ticket no 123456",
        "ticket no AB12345",
        "ticket of a b c d e f g h i number 12345",
        "ticket seen 1/2/24, 1/3/24, 1/4/24, no 12345",
    ],
)
def test_nothing_is_found_where_they_do_not(text: str) -> None:
    assert found(text) is None
