from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.engine import Engine
from detectors.engine.candidates import nothing
from detectors.engine.context import (
    Layout,
    case_evidence,
    company_evidence,
    joined_evidence,
    label_evidence,
    near_labels,
    words_in,
)
from detectors.engine.shadow import shadow
from detectors.engine.weigh import Evidence
from detectors.registry import detectors

_ENTITIES = [one.entity for one in detectors()]
_VALUE = "JG103059A"


def _said(engine: Engine, text: str, layout: Layout = Layout.RUNNING) -> int:
    """Return what the words before the value say to the NI number's detector."""
    whole = shadow(text)
    words = words_in(engine.plan, engine.database.scan(whole.data), whole, layout)
    starts = np.array([whole.data.index(_VALUE.encode())], dtype=np.int64)
    number = _ENTITIES.index("UK_NINO")
    (said,) = label_evidence(engine.plan, number, words, starts, whole, layout)
    return int(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"NI number: {_VALUE}", Evidence.LABEL),
        (f"ni_number={_VALUE}", Evidence.LABEL),
        (f"NI number\n\n{_VALUE}", Evidence.LABEL_ABOVE),
        (f"NI number\n\n\n{_VALUE}", 0),  # three lines up is another matter
        (f"Part no {_VALUE}", Evidence.OPPOSED),
        (f"NI number or part no {_VALUE}", Evidence.OPPOSED),  # the nearest decides
        (f"Part no, NI number {_VALUE}", Evidence.LABEL),
        (f"NHS number {_VALUE}", Evidence.OTHER_LABEL),
        (f"{_VALUE} is my NI number", 0),  # words behind a value say nothing
        (f"The bins {_VALUE}", 0),
        ("NI number" + " " * 65 + _VALUE, 0),
        ("NI number" + " " * 64 + _VALUE, Evidence.LABEL),
        ("NI number " + "." * 120 + " " + _VALUE, Evidence.LABEL),
        ("NI number: " + "_" * 120 + _VALUE, Evidence.LABEL),
        ("NI number " + "\u2026" * 40 + " " + _VALUE, Evidence.LABEL),
        ("NI number" + "." * 300 + _VALUE, 0),
        ("NI number is asked for in letters that go to us all and you . . . . . . . " + _VALUE, 0),
        (_VALUE, 0),
    ],
)
def test_the_nearest_word_before_a_value_speaks(engine: Engine, text: str, said: int) -> None:
    assert _said(engine, text) == said


def test_in_rows_of_a_table_nothing_above_is_a_label(engine: Engine) -> None:
    assert _said(engine, f"NI number\n{_VALUE}") == Evidence.LABEL_ABOVE
    assert _said(engine, f"NI number\n{_VALUE}", Layout.ROWS) == 0
    assert _said(engine, f"NI number {_VALUE}", Layout.ROWS) == Evidence.LABEL


def test_a_line_of_three_labels_is_a_heading_that_labels_nothing_below(engine: Engine) -> None:
    assert _said(engine, f"E-mail, NHS number, NI number\n{_VALUE}") == 0
    assert _said(engine, f"Ward, house, NI number\n{_VALUE}") == Evidence.LABEL_ABOVE


def test_a_label_within_a_label_is_not_counted_besides(engine: Engine) -> None:
    assert _said(engine, f"Tel, NI number\n{_VALUE}") == Evidence.LABEL_ABOVE


def test_a_word_says_nothing_against_what_the_next_sentence_tells(engine: Engine) -> None:
    text = "Please pay to the account. Jo Hill is in from 7, 01632 960 123."
    assert [one.canonical for one in engine.session().text(text) if one.entity == "PHONE_NUMBER"]
    text = "Please quote the account, from 7, 01632 960 123."
    assert not [one for one in engine.session().text(text) if one.entity == "PHONE_NUMBER"]


def test_of_no_values_nothing_is_said(engine: Engine) -> None:
    whole = shadow("NI number: ")
    words = words_in(engine.plan, engine.database.scan(whole.data), whole, Layout.RUNNING)
    none = np.zeros(0, dtype=np.int64)
    assert label_evidence(engine.plan, 0, words, none, whole, Layout.RUNNING).tolist() == []


def _near(engine: Engine, text: str, entity: str) -> list[tuple[str, int]]:
    whole = shadow(text)
    words = words_in(engine.plan, engine.database.scan(whole.data), whole, Layout.RUNNING)
    number = _ENTITIES.index(entity)
    known = nothing(engine.plan.detectors[number])
    found = near_labels(engine.plan, number, words, whole, known)
    sides = Evidence.LABEL | Evidence.LABEL_ABOVE
    columns = (found.starts.tolist(), found.ends.tolist(), found.evidence.tolist())
    return [
        (whole.data[a:b].decode(), int(evidence) & sides)
        for a, b, evidence in zip(*columns, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NI number: JG 10 30 59.", [("JG 10 30 59", Evidence.LABEL)]),
        ("NI number:\nJG 10 30 59.", [("JG 10 30 59", Evidence.LABEL_ABOVE)]),
        ("JG 10 30 59.", []),
        ("NI number: DF 10 30 59.", []),  # a prefix that is not given out
        ("NI number of the tenant: JG 10 30 59.", [("JG 10 30 59", Evidence.LABEL)]),
        ("NI number if one was sent: JG 10 30 59.", [("JG 10 30 59", Evidence.LABEL)]),
        ("**NI number:** JG 10 30 59.", [("JG 10 30 59", Evidence.LABEL)]),
        ("NI number known? Yes, JG 10 30 59.", []),
        ("NI number: seen, JG 10 30 59.", [("JG 10 30 59", Evidence.LABEL)]),
        ("NI number of the tenant and JG 10 30 59.", []),
    ],
)
def test_a_weak_form_is_believed_right_after_its_label_only(
    engine: Engine, text: str, found: list[tuple[str, int]]
) -> None:
    assert _near(engine, text, "UK_NINO") == found


def test_a_detector_without_weak_forms_finds_none_near_labels(engine: Engine) -> None:
    bare = next(one.entity for one in detectors() if not one.near)
    assert _near(engine, "Name: Ann Invented, NI no: JG103059A", bare) == []


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("", "", False),
        (" ", " ", False),
        ("(", ").", False),
        ("/", "", True),
        ("", "/", True),
        ("x.", "", True),
        (" .", "", False),  # a dot that follows no letter or digit joins nothing
        ("", ".x", True),
        ("", ". ", False),
        ("", ".", False),  # the end of a sentence, and of the text
        ("-", "", False),
        ("a-", "", True),
        ("id=", "", True),
        ("21:53:", "", True),
        ("Tel:", "", False),
        ('id="', "", True),
        ('"', '"', False),
        ("£$", "", True),
    ],
)
def test_a_span_in_a_longer_token_is_joined(before: str, after: str, *, joined: bool) -> None:
    whole = shadow(before + _VALUE + after)
    starts = np.array([len(before.encode())], dtype=np.int64)
    (evidence,) = joined_evidence(whole, starts, starts + len(_VALUE))
    assert evidence == (Evidence.JOINED if joined else 0)


def test_of_no_spans_none_is_joined() -> None:
    none = np.zeros(0, dtype=np.int64)
    assert joined_evidence(shadow(""), none, none).tolist() == []


@pytest.mark.parametrize(
    ("text", "small"), [("AB12", False), ("ab12", True), ("12a", True), ("1a2", False)]
)
def test_small_letters_at_either_end_are_told(text: str, *, small: bool) -> None:
    bounds = np.array([0], np.int64), np.array([len(text)], np.int64)
    assert case_evidence(shadow(text), *bounds).tolist() == [Evidence.SMALL_LETTERS if small else 0]


_PLACES = st.lists(st.integers(0, 2_000), max_size=12).map(sorted)


@given(_PLACES, st.integers(0, 90), _PLACES, _PLACES)
def test_company_is_another_kind_within_200_bytes_and_not_inside(
    own: list[int], inside: int, likely: list[int], others: list[int]
) -> None:
    everybody = sorted(likely + others)
    until = [one + inside for one in own]
    arrays = (np.array(places, dtype=np.int64) for places in (own, until, likely, everybody))
    wanted = [
        int(Evidence.COMPANY)
        if any(-200 <= other - one < 0 or inside <= other - one < 200 for other in others)
        else 0
        for one in own
    ]
    assert company_evidence(*arrays).tolist() == wanted


def test_a_word_in_another_cell_does_not_speak_against(engine: Engine) -> None:
    held = "Order 7 of Mrs Hill\tLS1 4AB"
    found = engine.session().table(held, 1, ("Note", "Where"))
    assert "UK_POSTCODE" in {one.entity for one in found}
