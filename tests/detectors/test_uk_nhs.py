from random import Random

import numpy as np
import pytest
from stdnum.gb import nhs as oracle

from detectors.engine import Engine
from detectors.uk_nhs import canonical, canonical_many, issued
from tests.detectors.finding import cells, of_entity, values


def numbers(count: int, seed: int = 3) -> list[str]:
    rng = Random(seed)
    return [f"{rng.randrange(10**10):010}" for _ in range(count)]


def test_canonical_agrees_with_an_independent_check() -> None:
    for number in numbers(20_000):
        assert (canonical(number) is not None) == oracle.is_valid(number), number


def test_canonical_many_equals_canonical() -> None:
    batch = [*numbers(5_000), "0000000000", "9999999999", "99900000A8"]
    chars = np.frombuffer("".join(batch).encode(), dtype=np.uint8).reshape(-1, 10)
    found = [value.decode() or None for value in canonical_many(chars).tolist()]
    assert found == [canonical(number) for number in batch]


@pytest.mark.parametrize(
    ("number", "expected"), [("4010232137", True), ("9990000018", True), ("5000000009", False)]
)
def test_issued_ranges(number: str, expected: bool) -> None:
    assert issued(number) is expected


@pytest.mark.parametrize(
    "text",
    [
        "NHS number: 999 000 0018",
        "NHS No. 9990000018",
        "her NHS number is 999-000-0018.",
        "NHS number\n999 000 0018",
        "NHS number:\n\n9990000018",
        "NHS no 999\u00a0000\u00a00018",
        "NHS no 999  000  0018",
        "NHS no 999.000.0018",
        '{"nhsNumber": "9990000018"}',
        "<NHSNumber>9990000018</NHSNumber>",
        "nhs_number=9990000018",
        "Rhif GIG: 999 000 0018",
        "(NHS 999 000 0018)",
        "Patient 9990000018 was seen today",
        "the number 999 000 0018 is on the form",  # spaced as only such numbers are
        "NHS no \uff19\uff19\uff19 \uff10\uff10\uff10 \uff10\uff10\uff11\uff18",  # full-width
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_NHS") == ["9990000018"]


@pytest.mark.parametrize(
    "text",
    [
        "9990000018",  # a check digit alone is no evidence
        "the total is 9990000018 today",
        "NHS number: 999 000 0019",
        "NHS number: 000 000 0000",
        "NHS number: 9990000018123",
        "Order number 9990000018",
        "Order no: 999 000 0018",
        "PO 999 000 0018",
        "invoice 999 000 0018",
        "Delivery note 999-000-0018",
        "MPRN 999 000 0018",
        "ISBN 999-000-0018",
        "Tel 999 000 0018",
        '<Claim id="9990000018">',
        "https://wiki.example/pages/9990000018/view",
        "UTR: 9990000018",
        "budget 999 000 0018",
        "0.9990000018",
        "Name,NHS number,Ref\n9990000018 units were sold",  # labels of a header row say nothing
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_NHS") == []


def test_a_number_alone_gains_by_other_personal_data_near_it(engine: Engine) -> None:
    found = of_entity(engine, "AB 12 34 56 C, 9990000018, jane@example.com", "UK_NHS")
    assert [one.canonical for one in found] == ["9990000018"]
    assert "other personal data near it" in found[0].explanation


@pytest.mark.parametrize(
    "text",
    [
        "jane@example.com: job no 9990000018 was logged",
        "jane@example.com: works order ref. 9990000018",
        "jane@example.com: tickets numbers 9990000018 and 9990000026",
        "jane@example.com said that 9990000018 was my reference",
        "jane@example.com, 9990000018 is the repair order",
        "jane@example.com: print it as proof 999 000 0018, please",
        "jane@example.com: sent under permit 999 000 0018",
    ],
)
def test_a_number_of_another_thing_stays_one_though_people_are_near(
    engine: Engine, text: str
) -> None:
    assert values(engine, text, "UK_NHS") == []


@pytest.mark.parametrize("before", ["her number", "the number", "NHS ref", "health number"])
def test_a_number_of_hers_may_be_an_nhs_number(engine: Engine, before: str) -> None:
    text = f"jane@example.com, {before} 9990000018 is on file"
    assert values(engine, text, "UK_NHS") == ["9990000018"]


VALID = ["9990000018", "9990000026", "9990000034", "9990000042", "9990000050", "9990000069"]


def test_a_column_without_heading_is_typed_by_its_check_digits(engine: Engine) -> None:
    rows = [(str(at), number, "x") for at, number in enumerate(VALID)]
    assert cells(engine, rows, None, "UK_NHS") == VALID


def test_a_column_of_orders_is_not_typed_by_those_that_pass_by_chance(engine: Engine) -> None:
    orders = [f"4{number[1:]}" for number in numbers(400)]
    rows = [(number, "steel") for number in orders]
    assert any(map(canonical, orders))
    assert cells(engine, rows, None, "UK_NHS") == []
    assert cells(engine, rows, ("Order no", "Item"), "UK_NHS") == []


def test_a_heading_against_outweighs_a_column_that_passes(engine: Engine) -> None:
    rows = [(number, "steel") for number in VALID]
    assert cells(engine, rows, ("Invoice", "Item"), "UK_NHS") == []


def test_rows_that_follow_continue_their_table(engine: Engine) -> None:
    session = engine.session()
    session.table("\n".join(f"a\t{number}" for number in VALID), 7, None)
    found = session.table("a\t9990000077", 7, None)
    assert [one.canonical for one in found] == ["9990000077"]
    assert session.table("a\t9990000077", 8, None) == []


@pytest.mark.parametrize("number", ["99900 00018", "99 9000 0018", "9990 000 018"])
def test_other_groups_are_found_after_a_label_only(engine: Engine, number: str) -> None:
    assert values(engine, f"NHS no. {number}", "UK_NHS") == ["9990000018"]
    assert values(engine, f"seen {number}", "UK_NHS") == []


GOODS = [(number, "commode M", "269.63") for number in VALID]


def test_codes_in_a_list_of_prices_without_heading_are_not_found(engine: Engine) -> None:
    assert cells(engine, GOODS, None, "UK_NHS") == []


def test_codes_beside_prices_are_found_under_their_heading(engine: Engine) -> None:
    assert cells(engine, GOODS, ("NHS no", "Equipment", "Cost"), "UK_NHS") == VALID


@pytest.mark.parametrize(
    "more", ["jane.hill@example.com", "03/02/2026", "Omar Thrale", "01632 960123", "LS1 4AP"]
)
def test_numbers_beside_amounts_are_found_where_people_or_days_are(
    engine: Engine, more: str
) -> None:
    rows = [(*row, more) for row in GOODS]
    assert cells(engine, rows, None, "UK_NHS") == VALID


def test_a_line_of_an_invoice_is_no_patient(engine: Engine) -> None:
    text = "jane@example.com\n4  9990000018  bearing kit  269.63\n12  9990000026  tile  1669.69\n"
    assert values(engine, text, "UK_NHS") == []
    assert values(engine, "jane@example.com\n9990000018 Jane  269.63\n", "UK_NHS") == VALID[:1]
