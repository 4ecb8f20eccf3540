from __future__ import annotations

import re
from dataclasses import replace

import pytest

from detectors.base import Category, Detector, Form
from detectors.engine.plan import GAP, Meaning, planned, word_pattern
from detectors.registry import detectors


def _detector(entity: str, supporting: tuple[str, ...], opposing: tuple[str, ...]) -> Detector:
    return Detector(
        entity=entity,
        category=Category.IDENTITY,
        title=entity,
        source="invented",
        forms=(Form("one", f"{entity}1", 0.5), Form("two", f"{entity}2", 0.5)),
        near=(Form("weak", r"[0-9]{4}", 0.2),),
        check=str,
        check_name="any",
        pass_rate=1.0,
        supporting=supporting,
        opposing=opposing,
    )


PLAN = planned((_detector("A", ("mine", "both"), ("theirs",)), _detector("B", ("theirs",), ())))


def test_forms_come_first_in_order_then_each_word_once() -> None:
    assert [pattern.regex for pattern in PLAN.patterns[:4]] == ["A1", "A2", "B1", "B2"]
    assert PLAN.first_pattern == (0, 2, 4)
    assert PLAN.first_word == 4
    assert PLAN.first_mark == 4 + 3
    assert [len(near.forms) for near in PLAN.near] == [1, 1]


def test_further_patterns_of_a_form_stay_that_form() -> None:
    first = _detector("A", (), ())
    several = replace(first, forms=(replace(first.forms[0], also=("A3", "A4")), first.forms[1]))
    plan = planned((several, _detector("B", (), ())))
    assert [pattern.regex for pattern in plan.patterns[: plan.first_mark]] == [
        "A1",
        "A3",
        "A4",
        "A2",
        "B1",
        "B2",
    ]
    assert plan.first_pattern == (0, 4, 6)
    assert plan.forms.tolist() == [0, 0, 0, 1, 0, 1]


def test_a_word_means_to_each_detector_what_it_declares() -> None:
    words = [pattern.regex for pattern in PLAN.patterns[4 : PLAN.first_mark]]
    meaning = {word: row.tolist() for word, row in zip(words, PLAN.meaning, strict=True)}
    assert meaning[word_pattern("both")] == [Meaning.OWN, Meaning.OTHER]
    assert meaning[word_pattern("mine")] == [Meaning.OWN, Meaning.OTHER]
    assert meaning[word_pattern("theirs")] == [Meaning.OPPOSED, Meaning.OWN]


def test_a_word_against_one_is_nothing_to_the_others() -> None:
    plan = planned((_detector("A", (), ("invoice",)), _detector("B", (), ())))
    assert plan.meaning.tolist() == [[Meaning.OPPOSED, Meaning.NOTHING]]


def test_no_detectors_make_an_empty_plan() -> None:
    plan = planned(())
    assert (plan.first_pattern, plan.first_word, plan.first_mark) == ((0,), 0, 0)
    assert plan.meaning.shape == (0, 0)


def _matches(word: str, text: str) -> bool:
    return re.search(word_pattern(word).encode(), text.encode(), re.IGNORECASE) is not None


@pytest.mark.parametrize(
    "text",
    ["NI no 1", "ni_no=1", "NI-No", "NINo:", "my_ni_no", "ni  no", "x\nni\nno", "the ni no's"],
)
def test_a_word_is_found_as_people_and_programs_write_it(text: str) -> None:
    assert _matches("ni no", text)


@pytest.mark.parametrize("text", ["ninon", "uni no", "ni   no", "ni.no", "alumni no", "ni not"])
def test_a_word_is_found_whole_only(text: str) -> None:
    assert not _matches("ni no", text)


def test_a_word_beyond_ascii_is_found_in_its_bytes() -> None:
    assert _matches("rhif ffôn", "Rhif ffôn: 1")
    assert not _matches("rhif ffôn", "rhif ffon")
    assert word_pattern("rhif ffôn").isascii()


@pytest.mark.parametrize("detector", detectors(), ids=lambda one: one.entity)
def test_every_word_of_a_detector_is_found_by_its_own_pattern(detector: Detector) -> None:
    for word in (*detector.supporting, *detector.opposing):
        assert _matches(word, f"the {word}: x"), word


@pytest.mark.parametrize(
    "gap",
    [
        *(" (if known): ", ", if any: ", " (daytime) ", " (8 digits): ", " where applicable: "),
        *(": ", " is ", " no. ", " number: ", "\t", '="', " (", ": given as "),
        *(" " + "." * 90 + " ", ": " + "_" * 90, " " + "\u2026" * 30 + ": ", " . ." + " ." * 40),
    ],
)
def test_what_may_stand_between_label_and_value(gap: str) -> None:
    found = GAP.match((gap + "JG").encode())
    assert found is not None
    assert found.end() == len(gap.encode())


def test_a_value_in_brackets_is_no_remark() -> None:
    found = GAP.match(b" (73920184)")
    assert found is not None
    assert found.end() == 2


def test_other_words_end_the_gap() -> None:
    found = GAP.match(b": see page 9990000018")
    assert found is not None
    assert found.end() == 2
