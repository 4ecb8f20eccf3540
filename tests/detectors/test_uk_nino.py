from itertools import product

import numpy as np
import pytest

from detectors.engine import Engine
from detectors.uk_nino import ISSUED, canonical, canonical_many, issued
from tests.detectors.finding import cells, of_entity, values

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_prefixes_are_as_many_as_hmrc_counts() -> None:
    allowed = [a + b for a, b in product(LETTERS, LETTERS) if canonical(f"{a}{b}123456A")]
    assert len(allowed) == 373 + 1  # and QQ of the printed examples
    assert len(ISSUED) == 240
    assert set(allowed) >= ISSUED


def test_canonical_many_equals_canonical() -> None:
    batch = [f"{a}{b}12345{c}A" for a, b in product(LETTERS, LETTERS) for c in "6O"]
    batch += ["AB123456E", "AB123456D", "A1123456A"]
    chars = np.frombuffer("".join(batch).encode(), dtype=np.uint8).reshape(-1, 9)
    found = [value.decode() or None for value in canonical_many(chars).tolist()]
    plain = [None if "O" in value[2:8] else canonical(value) for value in batch]
    assert found == plain  # misread digits are mended one at a time only


@pytest.mark.parametrize(
    "text",
    [
        "NI number: AB123456C",
        "AB 12 34 56 C",
        "AB 123456 C",
        "ab123456c",
        "AB-12-34-56-C",
        "AB.12.34.56.C",
        "AB\u00a012\u00a034\u00a056\u00a0C",
        "AB  12  34  56  C",
        "National Insurance number\nAB 12 34 56 C",
        "Nat. Ins. No: AB123456",
        "NI no: AB123456",  # suffix left off
        "NINO AB 12 34 56",
        "NI no AB I2 34 S6 C",
        "NI number: ABI23456C",  # a one read as I
        "Her NI is AB123456",
        '{"niNumber": "AB123456C"}',
        "<NINumber>AB123456C</NINumber>",
        "ni_number,AB123456C",
        "Rhif Yswiriant Gwladol: AB123456C",
        "employee AB123456C joined",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_NINO") == ["AB123456"]


@pytest.mark.parametrize(
    "text",
    [
        "part no AB123456C",
        "Drawing AB 12 34 56 C",
        "stock code AB123456A",
        "form AB123456A",
        "batch AB123456C",
        "planning ref 20/AB123456A",
        "GB123456A",
        "NI number: DA123456A",
        "NI number: AB123456E",
        "0fAB123456Ca1",
        "AB123456",  # without suffix only beside a label
        "report CE 12 34 56",
        "c0ffee-ab123456c-11",
        "QR123456 A new one",
        "re123456 a note",
        "NINumber: AA999999A",  # the picture of its format
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_NINO") == []


def test_an_example_is_found_and_said_to_be_one(engine: Engine) -> None:
    (found,) = of_entity(engine, "NI number QQ 12 34 56 C", "UK_NINO")
    assert found.explanation.endswith("example value")


def test_an_issued_prefix_weighs_more(engine: Engine) -> None:
    (common,) = of_entity(engine, "AB123456C", "UK_NINO")
    (rare,) = of_entity(engine, "BR123456C", "UK_NINO")
    assert issued("AB123456")
    assert not issued("BR123456")
    assert common.confidence > rare.confidence >= 0.5


def test_suffixes_left_off_are_found_in_a_headed_column(engine: Engine) -> None:
    rows = [("Jane", f"AB12345{digit}") for digit in range(5)]
    assert cells(engine, rows, ("Name", "NI No"), "UK_NINO") == [row[1] for row in rows]
    assert cells(engine, rows, ("Name", "Part no"), "UK_NINO") == []


@pytest.mark.parametrize("text", ["AB 12 3456 C", "AB123456 C", "(AB12 3456 C)"])
def test_digits_in_other_groups_are_found_in_capitals(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_NINO") == ["AB123456"]
    assert values(engine, text.lower(), "UK_NINO") == []


PREFIXES = ("AB", "CE", "JK", "LP", "NR", "PW", "SX", "YZ", "TH", "WM")


def test_a_column_without_heading_is_known_by_its_many_issued_prefixes(engine: Engine) -> None:
    rows = [("x", f"{prefix}12345{at}") for at, prefix in enumerate(PREFIXES)]
    assert cells(engine, rows, None, "UK_NINO") == [number for _, number in rows]
    assert cells(engine, rows[:5], None, "UK_NINO") == []
    assert cells(engine, rows, ("Item", "Part no"), "UK_NINO") == []


def test_a_column_of_codes_with_one_prefix_or_prefixes_never_issued_is_not(engine: Engine) -> None:
    for prefixes in (["AB"] * 10, [f"{first}Q" for first in "ABCDEFGHJK"]):
        rows = [("x", f"{prefix}12345{at}") for at, prefix in enumerate(prefixes)]
        assert cells(engine, rows, None, "UK_NINO") == []


@pytest.mark.parametrize("text", ["NI no: AB1 234 56C", "Nat Ins AB/123456/C", "nino ab12 3456c"])
def test_digits_in_any_groups_are_found_after_a_label(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_NINO") == ["AB123456"]


def test_slashes_are_found_without_a_label_and_permits_are_not(engine: Engine) -> None:
    assert values(engine, "seen AB/12/34/56/C today", "UK_NINO") == ["AB123456"]
    assert values(engine, "road permit AB 12 34 56 C", "UK_NINO") == []
    assert values(engine, "Forms HB1 and AB123456C are withdrawn", "UK_NINO") == []


def test_a_label_that_a_scanner_misread_counts(engine: Engine) -> None:
    text = "Nati0nal lnsurance Nurnber : AB1 234 56C"
    assert values(engine, text, "UK_NINO") == ["AB123456"]


@pytest.mark.parametrize("key", ["ref", "asset_ref", "guid", "code"])
def test_a_code_of_a_record_is_none(engine: Engine, key: str) -> None:
    assert values(engine, f'{{"{key}": "RH939047B", "usrn": 22000594}}', "UK_NINO") == []


def test_the_reference_of_a_letter_may_be_one(engine: Engine) -> None:
    assert values(engine, "Jane Hill, our reference RH939047B, 01632 960123", "UK_NINO")


def test_a_printed_number_said_to_be_an_example_is_none(engine: Engine) -> None:
    for text in ('EXAMPLE_NINO = "QQ 12 34 56 C"', "Use QQ 12 34 56 C as your example of one"):
        assert values(engine, text, "UK_NINO") == []


def test_a_number_without_suffix_is_found_after_the_label_of_funding_forms(engine: Engine) -> None:
    assert values(engine, "Parent NI/NASS: AB123456", "UK_NINO") == ["AB123456"]
