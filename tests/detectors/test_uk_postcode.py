import csv
from importlib.resources import files

import numpy as np
import pytest

from detectors.engine import Engine
from detectors.uk_postcode import canonical, canonical_many, delivered, homes, outward_codes
from tests.detectors.finding import cells, of_entity, values


def test_every_outward_code_of_the_list_is_accepted() -> None:
    table = files("detectors.data").joinpath("outward_codes.csv").read_text("utf-8")
    codes = [row["outward"] for row in csv.DictReader(table.splitlines())]
    refused = [code for code in codes if canonical(f"{code} 1AA") != f"{code}1AA"]
    assert len(codes) > 3_000
    assert all(not any(map(str.isdigit, code)) for code in refused)  # GIR, BFPO, islands overseas


@pytest.mark.parametrize("width", [4, 5, 6, 7, 8])
def test_canonical_many_equals_canonical(width: int) -> None:
    batch = [code + inward for code in outward_codes() for inward in ("1AA", "OAB", "1CA", "A1A")]
    batch += [code + "1AA" for code in ("QQ1", "ZZ1", "XX9", "XX44", "M0", "A1", "B99")]
    batch = [value for value in batch if len(value) == width]
    if not batch:
        batch = ["A" * width]
    chars = np.frombuffer("".join(batch).encode(), dtype=np.uint8).reshape(-1, width)
    found = [value.decode() or None for value in canonical_many(chars).tolist()]
    assert found == [canonical(value) for value in batch]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 Mill Lane, Leeds LS1 4AB", "LS14AB"),
        ("SW1A 1AA", "SW1A1AA"),
        ("EC1A1BB", "EC1A1BB"),
        ("postcode: ls1 4ab", "LS14AB"),
        ("10 High Street, Leeds, ls1 4ab", "LS14AB"),
        ("M1\u00a01AE", "M11AE"),
        ("B33  8TH", "B338TH"),
        ("Postcode LS1-4AB", "LS14AB"),
        ("Postcode: LS1 OAB", "LS10AB"),  # a nought read as O
        ("Post code\nLS1 4AB", "LS14AB"),
        ("Cod post: CF10 3NQ", "CF103NQ"),
        ("<Postcode>LS1 4AB</Postcode>", "LS14AB"),
        ("XX10 1AB is a large user's", "XX101AB"),
        ("BT1 5GS", "BT15GS"),
        ("Bootle GIR 0AA", "GIR0AA"),
        ("Ms Jane Smith, 12 Mill Lane, Leeds, LS1\n4AB; jane@example.com", "LS14AB"),
    ],
)
def test_written_forms_are_found(engine: Engine, text: str, expected: str) -> None:
    assert values(engine, text, "UK_POSTCODE") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A14 1KM",  # no inward code holds K or M
        "W1 0AM",
        "C3 2PM",
        "M4 x 2HX",
        "bolt M4 2HX",
        "QQ1 1AA",
        "cost centre B2 4CD",
        "bin E1 2AB",
        "page a4 2nd copy",
        "part no S9 6DF",
        "Cone taper S9 6DF in place",
        "grid ref SS5 1EN",
        "LS1 4ABC",
        "xLS1 4AB",
        "the bracket SS5 1EN is out of stock",
        "please use B2 4CD instead",
        "printed on A4\n2nd of May",
        "bolts of size M4\n2HX each",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_POSTCODE") == []


@pytest.mark.parametrize("before", ["moved to", "a bill for", "Leeds", "leeds,", "flat in", "the"])
def test_a_word_that_may_stand_before_a_place_does_no_harm(engine: Engine, before: str) -> None:
    assert values(engine, f"{before} LS1 4AB", "UK_POSTCODE") == ["LS14AB"]


def test_a_thing_before_a_code_is_outweighed_by_a_person_or_small_letters(engine: Engine) -> None:
    assert values(engine, "jane@example.com, tenant LS1 4AB", "UK_POSTCODE") == ["LS14AB"]
    assert values(engine, "high street leeds ls1 4ab", "UK_POSTCODE") == ["LS14AB"]


def test_a_former_code_weighs_less(engine: Engine) -> None:
    (now,) = of_entity(engine, "LS1 4AB", "UK_POSTCODE")
    (former,) = of_entity(engine, "OX6 8AB", "UK_POSTCODE")
    assert not delivered("OX68AB")
    assert former.confidence < now.confidence


def test_a_column_is_typed_without_a_heading(engine: Engine) -> None:
    rows = [(str(n), f"ls{n} 4ab") for n in range(1, 9)]
    assert cells(engine, rows, None, "UK_POSTCODE") == [f"LS{n}4AB" for n in range(1, 9)]


@pytest.mark.parametrize(("outward", "wanted"), [("LS1", True), ("LS98", False), ("QQ1", False)])
def test_homes_have_codes_that_exist_and_are_not_of_large_users(
    outward: str, *, wanted: bool
) -> None:
    assert homes(outward) is wanted


def test_a_range_of_codes_after_a_thing_is_none(engine: Engine) -> None:
    assert values(engine, "gritting routes LS1 4AB to LS1 4AD moved", "UK_POSTCODE") == []
    assert values(engine, "homes from LS1 4AB to LS1 4AD moved", "UK_POSTCODE") == [
        "LS14AB",
        "LS14AD",
    ]


def test_a_title_in_the_cell_before_is_no_revision(engine: Engine) -> None:
    rows = [("Rev A Hill", "4 Mill Lane, Leeds, LS1 4AB"), ("Rev", "LS1 4AD")]
    assert cells(engine, rows, ("Keeper", "Where"), "UK_POSTCODE")[0] == "LS14AB"


@pytest.mark.parametrize("text", ["Colwyn Bay LL29 5QD", "RE: my claim HG4 2DW"])
def test_a_town_by_the_sea_and_what_people_write_about_speak_not_against_it(
    engine: Engine, text: str
) -> None:
    assert len(values(engine, text, "UK_POSTCODE")) == 1


@pytest.mark.parametrize(
    "text", ["M4 2HX bolts 4.5 Nm", "Torque: M6 3HX hex screws", "M8 1AB 12 Nm"]
)
def test_the_size_of_a_screw_is_none(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_POSTCODE") == []
