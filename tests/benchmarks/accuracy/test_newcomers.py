"""The papers and people of ``newcomers``; that its truth holds is tested in ``test_blind``."""

import re
from random import Random

import pytest

from benchmarks.accuracy import fresh, judge, newcomers, outside, sealed, strangers, unseen
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.newcomers.layouts import document
from benchmarks.accuracy.newcomers.paper import Paper, papers
from benchmarks.accuracy.newcomers.pen import Pen
from benchmarks.accuracy.newcomers.people import Cast
from benchmarks.accuracy.newcomers.ways import SHORT, WAYS
from tests.benchmarks.accuracy.truths import PACKED, are_others


def _six_of(paper: Paper) -> list[Document]:
    return [document(paper, Random(f"{paper.name} {seed}")) for seed in range(6)]


@pytest.mark.parametrize("paper", papers(), ids=lambda paper: paper.name)
def test_no_slot_and_no_choice_is_left_in_a(paper: Paper) -> None:
    for each in _six_of(paper):
        if each.suffix not in PACKED | {"pdf", "eml"}:
            text = each.data.decode()
            assert not re.search(r"\[\[|\]\]|\{[a-z]\d?\.|^%", text, re.MULTILINE)


def test_there_are_many_kinds_of_document_each_with_a_name_of_its_own() -> None:
    assert len({paper.name for paper in papers()}) == len(papers()) >= 280
    assert sum(paper.kind is Kind.PLANTED for paper in papers()) >= 200


def test_everything_that_is_known_of_a_person_is_written_somewhere() -> None:
    told = {truth.entity for paper in papers() for each in _six_of(paper) for truth in each.truths}
    assert set(SHORT.values()) | {"PERSON", "UK_ADDRESS", "AGE", "SECRET"} <= told
    assert set(SHORT.values()) <= set(WAYS)


def test_the_dead_the_elected_and_offices_need_not_be_found() -> None:
    pen = Pen(Random(1), Cast(Random(1)), str)
    pen.fill("{v.name} {v.email} {x.full} {x.dob} {o.addr} {o.phone} {o.box:planning} {s.phone}")
    assert len(pen.truths) >= 8
    assert not any(truth.required for truth in pen.truths)


def test_a_household_shares_its_address() -> None:
    cast = Cast(Random(3))
    child, parent = cast.who("k"), cast.who("a")
    assert (child.street, child.town) == (parent.street, parent.town)
    assert child.known["UK_POSTCODE"] == parent.known["UK_POSTCODE"]


def test_its_lists_of_names_and_places_are_long() -> None:
    names = rows("newcomers_names")
    given = {name for row in names for name in ";".join(row[1:3]).split(";")}
    family = {name for row in names for name in row[3].split(";")}
    assert len(given) >= 400
    assert len(family) >= 280
    assert len(set(rows("newcomers_streets"))) >= 80
    assert len({town for _, town, _ in rows("newcomers_towns")}) >= 90


def test_next_to_none_of_its_people_are_in_the_other_corpora() -> None:
    own = list(newcomers.documents(1, 60))
    for other in (sealed, judge, fresh, unseen, outside, strangers):
        assert are_others(own, other.documents(1, 60))
