import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import detectors as room
from detectors.engine import Engine
from tests.detectors.engine.test_database import LETTER, PIECES


def as_written(text: str) -> str:
    """Return ``text`` with the separators that the engine reads alike made one."""
    return text.replace("\u00a0", " ").replace("’", "'")


@given(st.text(max_size=20), st.text(max_size=20))
@example("\ud800", "\udfff")
@example("é" * 7, "\x00")
def test_offsets_count_characters_whatever_stands_around(
    engine: Engine, before: str, after: str
) -> None:
    value = "NHS number: 999\u00a0000\u00a00018"
    text = f"{before}\n{value}\n{after}"
    found = [one for one in engine.session().text(text) if one.entity == "UK_NHS"]
    assert "9990000018" in [one.canonical for one in found]
    for one in found:
        if one.canonical == "9990000018":
            assert text[one.start : one.end] == "999\u00a0000\u00a00018"


@given(st.lists(st.sampled_from([*PIECES, "\t", "\ud83d", "“", "\u00a0"]), max_size=40))
def test_no_text_is_refused_and_detections_lie_in_order(engine: Engine, pieces: list[str]) -> None:
    text = "".join(pieces)
    for found in (engine.session().text(text), engine.session().table(text, 1, None)):
        ends = [0, *(one.end for one in found)]
        assert all(one.start >= end for one, end in zip(found, ends, strict=False))
        for one in found:
            assert 0 <= one.start < one.end <= len(text)
            assert 0.5 <= one.confidence < 1
            assert one.canonical
            if any(map(str.isdigit, one.canonical)):  # a name may be a word of ours
                assert one.canonical not in one.explanation


HOSTILE = (
    "0 ", "07 ", "9", "@a", "a@b.", "\x00", "Mr A", "name: ", "nhs ", "AB12", ",", "é", "\t", "\n",
    "a@a.aa ", "LS1 4AB", "999 ", "DOB ", "Dear ", "first name: A surname: ", "01 02 ", "\ud800",
)  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_costs_no_more_than_its_length(engine: Engine, unit: str) -> None:
    """Half a million characters: what is quadratic would not come back."""
    text = (unit * (500_000 // len(unit) + 1))[:500_000]
    for found in (engine.session().text(text), engine.session().table(text, 1, None)):
        assert len(found) <= len(text) // 4


def test_labels_and_values_may_lie_in_other_calls_of_one_session(engine: Engine) -> None:
    session = engine.session()
    assert session.text("NHS number:") == []
    assert [one.entity for one in session.text("NHS number: 999 000 0018")] == ["UK_NHS"]


def test_every_process_finds_the_same(engine: Engine) -> None:
    code = (
        "import sys; from detectors.engine import Engine; from detectors.registry import detectors;"
        "found = Engine(detectors()).session().text(sys.stdin.read());"
        "print([tuple(one) for one in found])"
    )
    (root,) = {Path(path).parent for path in room.__path__}
    printed = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", code],
            cwd=root,
            input=LETTER.replace("\r", ""),
            capture_output=True,
            encoding="utf-8",
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"},
        ).stdout
        for seed in ("1", "2")
    }
    own = [tuple(one) for one in engine.session().text(LETTER.replace("\r", ""))]
    assert printed == {f"{own}\n"}


def test_of_two_readings_of_one_text_the_surer_stays(engine: Engine) -> None:
    found = engine.session().text("Tel: 01632960123")
    assert [one.entity for one in found] == ["PHONE_NUMBER"]


def test_what_is_more_likely_wrong_than_right_is_not_returned(engine: Engine) -> None:
    assert engine.session().text("9990000018") == []
    (spaced,) = engine.session().text("999 000 0018")
    assert 0.5 <= spaced.confidence < 0.75


def test_a_document_of_many_tables_keeps_few_in_memory(engine: Engine) -> None:
    session = engine.session()
    for table in range(40):
        found = session.table("AB123456C", table, ("NI no",))
        assert [one.entity for one in found] == ["UK_NINO"]
    assert len(session._tables) <= 8
