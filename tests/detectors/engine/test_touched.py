"""What is noted of a document is enough: a detector that is not named could not have changed it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detectors.base import Category, Detection, Detector, Form
from detectors.engine import Engine, Touched
from detectors.engine.touched import TABLES, TEXT


def _detector(entity: str, pattern: str = "", **fields: object) -> Detector:
    made = Detector(
        entity=entity,
        category=Category.IDENTITY,
        title=entity.lower(),
        source="invented",
        forms=(Form("as it is", pattern, 0.9),) if pattern else (),
        check=lambda text: text.upper(),
        check_name="none",
        pass_rate=0.9,
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # fields of a Detector


REFUSED = _detector("REFUSED", r"\bx[0-9]{3}\b", check=lambda _: None)
LABELLED = _detector("LABELLED", near=(Form("weak", r"[0-9]{4}\b", 0.4),), supporting=("box no",))
AGAINST = _detector("AGAINST", r"\by[0-9]{3}\b", opposing=("order",))
HEADED = _detector("HEADED", r"\bz[0-9]{3}\b", headers=("shelf",))
TYPING = _detector("TYPING", r"\bq[0-9]{3}\b", typed_by=lambda _: False)
ENGINE = Engine((REFUSED, LABELLED, AGAINST, HEADED, TYPING))


def _in_text(text: str, engine: Engine = ENGINE) -> frozenset[str]:
    touched = Touched(engine.plan)
    engine.session(touched).text(text)
    return touched.names()


def _in_table(text: str, header: tuple[str, ...] | None = None) -> frozenset[str]:
    touched = Touched(ENGINE.plan)
    ENGINE.session(touched).table(text, 1, header)
    return touched.names()


def test_nothing_is_touched_where_no_text_was() -> None:
    assert Touched(ENGINE.plan).names() == frozenset()


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("the weather in spring", set()),
        ("see x123", {"REFUSED"}),  # its check may be another tomorrow
        ("the box no is not known", {"LABELLED"}),
        ("your order", set()),  # says something to values only, and there are none
        ("shelf", set()),  # a heading is none in running text
    ],
)
def test_what_text_touches(text: str, entities: set[str]) -> None:
    assert _in_text(text) == {TEXT, *entities}


def test_what_rows_touch() -> None:
    assert _in_table("a\tb") == {TEXT, TABLES, "TYPING"}
    assert _in_table("a\tb", ("Shelf", "Row")) == {TEXT, TABLES, "TYPING", "HEADED"}
    assert _in_table("x123\tb") == {TEXT, TABLES, "TYPING", "REFUSED"}


def test_rows_in_running_text_touch_what_rows_touch() -> None:
    lines = "Box no;Order;Shelf\n7;8;9\n1;2;3\n"
    engine = Engine(
        (LABELLED, AGAINST, HEADED, TYPING, _detector("X", "xx", supporting=("shelf",)))
    )
    assert {TABLES, "TYPING", "HEADED"} <= _in_text(lines, engine)


def test_who_looks_by_itself_touches_all_that_has_text() -> None:
    def look(_: str) -> list[Detection]:
        return []

    engine = Engine((_detector("LOOKING", look=look), REFUSED))
    assert _in_text("", engine) == {TEXT, "LOOKING"}


def test_members_add_to_what_their_document_touched() -> None:
    touched = Touched(ENGINE.plan)
    ENGINE.session(touched).text("see x123")
    ENGINE.session(touched).text("a box no")
    assert touched.names() == {TEXT, "REFUSED", "LABELLED"}
