from random import Random

import numpy as np
import phonenumbers
import pytest

from detectors.engine import Engine
from detectors.phone_number import canonical, canonical_many, note
from tests.detectors.finding import cells, of_entity, values


def test_what_the_oracle_holds_valid_is_in_the_plan() -> None:
    rng = Random(11)
    seen = 0
    for _ in range(30_000):
        text = f"0{rng.choice('12378')}{rng.randrange(10**9):09}"
        if phonenumbers.is_valid_number(phonenumbers.parse(text, "GB")):
            seen += 1
            assert canonical(text) == f"+44{text[1:]}"
    assert seen > 5_000


@pytest.mark.parametrize("width", [2, 9, 10, 11, 12, 13, 14, 15])
def test_canonical_many_equals_canonical(width: int) -> None:
    rng = Random(width)
    starts = ("0", "44", "0044", "440", "00440", "7", "1", "08", "0500", "01")
    batch = [rng.choice(starts) for _ in range(3_000)]
    batch = [f"{one}{rng.randrange(10**15):015}"[:width] for one in batch]
    chars = np.frombuffer("".join(batch).encode(), dtype=np.uint8).reshape(-1, width)
    found = [value.decode() or None for value in canonical_many(chars).tolist()]
    assert found == [canonical(value) for value in batch]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01632 960123", "+441632960123"),
        ("(01632) 960 123", "+441632960123"),
        ("01632 960 123", "+441632960123"),
        ("020 7946 0123", "+442079460123"),
        ("0113 496 0123", "+441134960123"),
        ("07700 900123", "+447700900123"),
        ("07700-900-123", "+447700900123"),
        ("+44 7700 900123", "+447700900123"),
        ("(+44) 7700 900123", "+447700900123"),
        ("+447700900123", "+447700900123"),
        ("+44 (0)1632 960123", "+441632960123"),
        ("+44(0)20 7946 0123", "+442079460123"),
        ("0044 7700 900123", "+447700900123"),
        ("Mobile: 07700900123", "+447700900123"),
        ("call me on 07700\u00a0900\u00a0123", "+447700900123"),
        ("Tel.\n01632 960123", "+441632960123"),
        ("Mobile: 7700 900123", "+447700900123"),  # first nought lost
        ("Rhif ffôn: 01632 960123", "+441632960123"),
        ('"phoneNumber": "07700900123"', "+447700900123"),
        ("0808 157 0123", "+448081570123"),
        ("03069 990123", "+443069990123"),
        ("Tel 01632\n960123", "+441632960123"),
        ("mobile 020\n7946 0123", "+442079460123"),
        ("wants a call back on 7700 900123 after 4", "+447700900123"),
        ("Reply to Jo Hill, Payroll, on 01632 960 123.", "+441632960123"),
    ],
)
def test_written_forms_are_found(engine: Engine, text: str, expected: str) -> None:
    assert values(engine, text, "PHONE_NUMBER") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "07700900123",  # closed up it needs a label or column
        "order 07700 900123",
        "invoice 01632960123",
        "Fax: 01632 960123",
        "float 0.07700900123",
        "3f2a-07700-900123-9b",
        "0612 345 678",
        "012 34",
        "2026-01-01 02:03:04",
        "+1 212 555 0123",
        "00000000000",
        "01 02 03 04 05 06 07",
        "NHS no 999 000 0018 given over the phone.\n2023-03-20 10:37 - Home visit",
        "says to call back.\n16-02-2023 12:57 - Spoke to the ward",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "PHONE_NUMBER") == []


def test_the_seconds_and_year_of_a_log_line_are_no_number(engine: Engine) -> None:
    assert values(engine, "Date: Mon Jun 9 21:53:01 2014 -0400 a@b.org", "PHONE_NUMBER") == []


def test_numbers_for_drama_are_said_to_be_examples(engine: Engine) -> None:
    (found,) = of_entity(engine, "Tel 07700 900123", "PHONE_NUMBER")
    assert found.explanation.endswith("example value")
    assert note("+447911123456") is None


def test_a_column_that_lost_its_noughts_is_found_by_its_heading(engine: Engine) -> None:
    rows = [("a", "7700900123"), ("b", "7700900456"), ("c", "1632960123")]
    found = cells(engine, rows, ("Who", "Mobile"), "PHONE_NUMBER")
    assert found == ["+447700900123", "+447700900456", "+441632960123"]
    assert cells(engine, rows, ("Who", "Order no"), "PHONE_NUMBER") == []


def test_a_column_of_delivery_notes_holds_no_numbers(engine: Engine) -> None:
    rows = [("0163 296 0123", "x"), ("0163 296 0456", "y")]
    assert cells(engine, rows, ("Delivery note", "Item"), "PHONE_NUMBER") == []
    assert len(cells(engine, rows, ("Home phone", "Item"), "PHONE_NUMBER")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "export id='SM1' to='447700900123' status='sent'",
        "ring my carer Jo Day on 447700900123",
        "Phone number: 44 7700 900123",
    ],
)
def test_the_countrys_number_without_plus_needs_words_before_it(engine: Engine, text: str) -> None:
    assert values(engine, text, "PHONE_NUMBER") == ["+447700900123"]


def test_the_countrys_number_without_plus_is_known_by_its_like(engine: Engine) -> None:
    numbers = ["447700900123", "441632960123", "442079460123", "441134960123", "447700900456"]
    rows = [(f"SM{at}", one) for at, one in enumerate(numbers)]
    found = cells(engine, rows, ("id", "to"), "PHONE_NUMBER")
    assert found == [f"+{one}" for one in numbers]
    counters = [(f"SM{at}", f"44163296010{at}") for at in range(6)]
    assert cells(engine, counters, ("name", "run"), "PHONE_NUMBER") == []
    assert values(engine, "Batch 447700900123 ran", "PHONE_NUMBER") == []


def test_a_heading_that_leaves_it_open_speaks_not_against_it(engine: Engine) -> None:
    rows = [("Ann Lee", "01632 960 123"), ("Bo Day", "bo@example.org")]
    found = cells(engine, rows, ("Name", "E-mail / tel"), "PHONE_NUMBER")
    assert found == ["+441632960123"]


def test_a_column_without_heading_is_known_though_most_noughts_are_lost(engine: Engine) -> None:
    numbers = ["1632960123", "01632 960 124", "2079460125", "1134960126", "7700900127"]
    rows = [(f"WO{at}X", one) for at, one in enumerate(numbers)]
    assert len(cells(engine, rows, None, "PHONE_NUMBER")) == 5
