from random import Random

import pytest
from stdnum.gb import utr as oracle

from detectors.engine import Engine
from detectors.uk_utr import canonical
from tests.detectors.finding import cells, values

ENTITY = "UK_UTR"
UTR = "1955839661"  # of the tests of python-stdnum


def test_canonical_agrees_with_an_independent_check() -> None:
    rng = Random(5)
    numbers = [f"{rng.randrange(10**10):010}" for _ in range(20_000)]
    passed = [number for number in numbers if canonical(number)]
    assert passed == [number for number in numbers if oracle.is_valid(number)]
    assert 1_500 < len(passed) < 2_500


@pytest.mark.parametrize(
    "text",
    [
        "UTR 1955839661",
        "UTR: 19558 39661",
        "Tax ref (UTR): 1955839661",
        '"tax_utr": "19558 39661"',
        "Unique Taxpayer Reference\n1955839661",
        "utr 1955839661K",
        "Unique tax reference: 1955839661",
        '{"utrNumber": "1955839661"}',
        "<UTR>1955839661</UTR>",
        "UTR if a subcontractor: 1955839661",
        "unique taxpayer ref: 1955839661",
        "Cyfeirnod treth: 1955839661",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == [UTR]


@pytest.mark.parametrize(
    "text", ["1955839661", "order 1955839661", "UTR 1955839662", "NHS number 1955839661", "UTR 195"]
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_headed_column_is_found(engine: Engine) -> None:
    rng = Random(6)
    numbers = [f"{rng.randrange(10**10):010}" for _ in range(200)]
    rows = [(number, "x") for number in numbers if canonical(number)]
    assert len(cells(engine, rows, ("UTR", "Name"), ENTITY)) == len(rows) > 10
    for heading in (
        "unique_taxpayer_ref",
        "Taxpayer no",
        "Tax ref (UTR)",
        "tax_utr",
        "clientUtr",
        "Landlord's UTR (10 digits)",
    ):
        assert len(cells(engine, rows, (heading, "Name"), ENTITY)) == len(rows)
    for heading in ("Order", "UTR checked", "UTR status"):
        assert cells(engine, rows, (heading, "Name"), ENTITY) == []
