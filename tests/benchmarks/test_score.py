import pytest

from benchmarks.score import Rate, Row, Score, as_json, score, table, token
from scanner.keys import TokenKey

KEY = bytes(range(32))


def _value(path: str, canonical: str, **other: object) -> Row:
    row: dict[str, object] = {
        "type": "value", "path": path, "member": None, "entity": "UK_NHS", "canonical": canonical,
        "written": canonical, "form": "closed up", "context": "label", "family": "formal",
        "required": True, "count": 1,
    }  # fmt: skip
    return row | other


def _file(path: str, role: str, *causes: str) -> Row:
    return {
        "type": "file", "path": path, "role": role, "family": "formal", "format": "txt",
        "readable": not causes, "expected_causes": list(causes),
    }  # fmt: skip


def _found(path: str, canonical: str, member: str | None = None, entity: str = "UK_NHS") -> Row:
    digits = token(KEY, entity, canonical)
    return {"path": path, "member": member, "entity": entity, "token": digits}


def _entry(path: str, state: str, cause: str | None = None) -> Row:
    return {"path": path, "state": state, "cause": cause}


TRUTH = [
    _file("a", "planted"),
    _file("b", "decoy"),
    _file("c", "clean"),
    _file("d", "unreadable", "encrypted"),
    _file("e", "unreadable", "corrupt", "partial"),
    _value("a", "9990000018"),
    _value("a", "9990000026", form="3-3-4", context="bare"),
    _value("a", "9990000034", member="x/y.txt"),
    _value("a", "9990000042", required=False),
    {"type": "trap", "path": "b", "member": None, "entity": "UK_NHS", "canonical": "4000000004",
     "written": "4000000004", "kind": "ten-digit reference"},
]  # fmt: skip
ENTRIES = [
    _entry("a", "examined"),
    _entry("b", "examined"),
    _entry("c", "gap", "crashed"),
    _entry("d", "gap", "encrypted"),
    _entry("e", "examined"),
]


@pytest.fixture
def result() -> Score:
    occurrences = [
        _found("a", "9990000018"),
        _found("a", "9990000018"),  # the same again counts once
        _found("a", "9990000034", "x/y.txt"),
        _found("a", "9990000034"),  # in the wrong place: wrong
        _found("a", "9990000042"),  # may be found: counts neither way
        _found("b", "4000000004"),
        _found("a", "somebody", entity="UK_ADDRESS"),  # not planted: not scored
    ]
    return score(TRUTH, occurrences, ENTRIES, KEY)


def test_score_when_some_are_found_then_precision_recall_and_f1(result: Score) -> None:
    assert (result.precision["UK_NHS"].hits, result.precision["UK_NHS"].trials) == (2, 4)
    assert (result.recall["UK_NHS"].hits, result.recall["UK_NHS"].trials) == (2, 3)
    assert result.f1("UK_NHS") == pytest.approx(4 / 7)
    assert set(result.recall) == {"UK_NHS"}


def test_score_when_forms_and_contexts_differ_then_each_has_its_recall(result: Score) -> None:
    assert result.forms["UK_NHS", "3-3-4"].value == 0.0
    assert result.forms["UK_NHS", "closed up"].value == 1.0
    assert result.contexts["UK_NHS", "bare"].value == 0.0


def test_score_when_files_are_judged_then_flags_traps_and_gaps(result: Score) -> None:
    assert result.flagged["decoy"].value == 1.0
    assert result.flagged["clean"].value == 0.0
    assert result.traps["UK_NHS", "ten-digit reference"].value == 1.0
    assert (result.unreadable.hits, result.unreadable.trials) == (1, 2)
    assert (result.right_cause.hits, result.right_cause.trials) == (1, 2)
    assert (result.readable_as_gap.hits, result.readable_as_gap.trials) == (1, 3)
    assert result.not_listed == 0


def test_score_when_an_entry_is_missing_then_it_is_counted() -> None:
    assert score(TRUTH, [], ENTRIES[1:], KEY).not_listed == 1


def test_score_when_nothing_is_found_then_recall_nought_and_precision_unknown() -> None:
    result = score(TRUTH, [], ENTRIES, KEY)
    assert result.recall["UK_NHS"].value == 0.0
    assert result.precision["UK_NHS"].value is None
    assert result.f1("UK_NHS") is None


def test_token_when_computed_then_equals_the_scanners() -> None:
    assert token(KEY, "PERSON", "zoe hill") == TokenKey(KEY).token("PERSON", "zoe hill").hex()


def test_interval_when_all_succeed_then_below_one_and_up_to_one() -> None:
    bounds = Rate(20, 20).interval()
    assert bounds is not None
    assert bounds[0] == pytest.approx(0.8389, abs=1e-4)
    assert bounds[1] == pytest.approx(1.0)


def test_as_json_and_table_when_printed_then_no_path_and_no_value(result: Score) -> None:
    text = str(as_json(result)) + table(result)
    assert "x/y.txt" not in text
    assert "9990000018" not in text
    assert "| UK_NHS | 0.500 (" in table(result)
