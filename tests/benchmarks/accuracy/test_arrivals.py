"""The papers and people of ``arrivals``; that its truth holds is tested in ``test_blind``."""

import re
from collections import Counter
from random import Random

import pytest

from benchmarks.accuracy import (
    arrivals,
    fresh,
    judge,
    newcomers,
    outside,
    sealed,
    strangers,
    unseen,
)
from benchmarks.accuracy.arrivals.layouts import document
from benchmarks.accuracy.arrivals.paper import Paper, papers
from benchmarks.accuracy.arrivals.pen import Pen
from benchmarks.accuracy.arrivals.people import TODAY, Cast
from benchmarks.accuracy.arrivals.table_layouts import HEADLESS
from benchmarks.accuracy.arrivals.ways import SHORT
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.score import is_special
from tests.benchmarks.accuracy.truths import PACKED, are_others

_DRAMA = (
    r"\+44(?:7700900\d{3}|1632960\d{3}|2079460\d{3}|2896496\d{3}|2920180\d{3}|1914980\d{3}"
    r"|1(?:1[3-8]|[2-6]1)4960\d{3})"
)
"""Numbers that Ofcom keeps for drama, as ``ranges`` has them."""


def _six_of(paper: Paper) -> list[Document]:
    return [document(paper, Random(f"{paper.name} {seed}")) for seed in range(6)]


@pytest.mark.parametrize("paper", papers(), ids=lambda paper: paper.name)
def test_no_slot_and_no_choice_is_left_in_a(paper: Paper) -> None:
    for each in _six_of(paper):
        if each.suffix not in PACKED | {"pdf", "eml"}:
            assert not re.search(
                r"\{[a-z]\d?\.\w|\[\[|^(?:>>|\?\?) \d|^<<$", each.data.decode(), re.M
            )


def test_there_are_many_kinds_of_document_each_with_a_name_of_its_own() -> None:
    kinds = Counter(paper.kind for paper in papers())
    assert len({paper.name for paper in papers()}) == len(papers())
    assert kinds[Kind.PLANTED] >= 300
    assert kinds[Kind.LOOKALIKE] >= 60
    assert kinds[Kind.LOOKALIKE] + kinds[Kind.CLEAN] >= 90


def test_every_paper_comes_before_one_comes_again() -> None:
    planted = sum(paper.kind is Kind.PLANTED for paper in papers())
    first = [
        each.layout.split(":")[0]
        for each in arrivals.documents(1, planted * 20 // 13 + 20)
        if each.kind is Kind.PLANTED
    ][:planted]
    assert len(set(first)) == planted


def test_everything_that_is_known_of_a_person_is_written_somewhere() -> None:
    told = {truth.entity for paper in papers() for each in _six_of(paper) for truth in each.truths}
    assert set(SHORT.values()) | {"PERSON", "UK_ADDRESS", "AGE", "SECRET"} <= told
    assert len([entity for entity in told if is_special(entity)]) == 10


def test_what_no_reader_could_name_must_have_its_label() -> None:
    pen = Pen(Random(1), Cast(Random(1)))
    for text in ("see {p.passport}", "met on {p.dob}", "{p.name} {p.age}", "pay {p.account}"):
        with pytest.raises(ValueError, match="without a label"):
            pen.text(text)
    with pytest.raises(ValueError, match="no heading says"):
        pen.cell("{p.utr}", "Value")


def test_without_headings_only_what_is_known_by_itself_is_asked_for() -> None:
    paper = next(each for each in papers() if each.name == "payroll master")
    for seed in range(40):
        made = document(paper, Random(seed))
        asked = {truth.entity for truth in made.truths if truth.required}
        bare = made.layout.split(": ")[1] in HEADLESS
        assert ("UK_BANK_ACCOUNT" in asked) is not bare
        assert {"PERSON", "UK_NINO", "DATE_OF_BIRTH"} <= asked


def test_the_dead_the_elected_and_offices_need_not_be_found() -> None:
    pen = Pen(Random(1), Cast(Random(1)))
    pen.text("{v.name} {v.email} {z.mid} born {z.dob} {o.addr} {o.phone} {o.box:trees} {w.phone}")
    assert len(pen.truths) >= 8
    assert not any(truth.required for truth in pen.truths)


def test_a_household_shares_its_address_and_others_do_not() -> None:
    cast = Cast(Random(3))
    mother, child, other = cast.who("f"), cast.who("c"), cast.who("p")
    assert mother.home == child.home != other.home
    cast.renew("c")
    assert cast.who("f").home != mother.home


def test_an_age_is_that_of_the_birth_date() -> None:
    for seed in range(60):
        who = Cast(Random(seed)).who(Random(seed).choice("fmcdiepy"))
        birthday = who.born.replace(year=who.born.year + who.age, day=min(who.born.day, 28))
        assert abs((TODAY - birthday).days) <= 366
        assert birthday <= TODAY or (TODAY - birthday).days > -4


def test_telephones_and_mail_addresses_are_kept_for_nobody() -> None:
    councils = "|".join(domain for _, _, domain, _ in rows("arrivals_councils"))
    mail = rf".+@(?:[a-z]+\.)?(?:example\.(?:org|com|net)|(?:{councils})\.gov\.uk)"
    for each in arrivals.documents(3, 200):
        for truth in each.truths:
            if truth.entity == "PHONE_NUMBER":
                assert re.fullmatch(_DRAMA, truth.canonical)
            if truth.entity == "EMAIL_ADDRESS":
                assert re.fullmatch(mail, truth.canonical)


def test_its_lists_of_names_and_places_are_long() -> None:
    names = rows("arrivals_names")
    assert len(names) >= 40  # communities
    assert len({name for row in names for part in row[1:3] for name in part.split(";")}) >= 600
    assert len({name for row in names for name in row[3].split(";")}) >= 400
    assert len({street for _, street in rows("arrivals_streets")}) >= 120
    assert len({town for _, town, _ in rows("arrivals_towns")}) >= 130


def test_next_to_none_of_its_people_are_in_the_other_corpora() -> None:
    own = list(arrivals.documents(1, 60))
    for other in (sealed, judge, fresh, unseen, outside, strangers, newcomers):
        assert are_others(own, other.documents(1, 60))
