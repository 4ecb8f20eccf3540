"""The sorts of file of ``journeymen``; that its truth holds is tested in ``test_blind``."""

import re
from collections import Counter, defaultdict
from random import Random

import pytest

from benchmarks.accuracy import (
    arrivals,
    fresh,
    journeymen,
    judge,
    newcomers,
    outside,
    sealed,
    strangers,
    unseen,
    wayfarers,
)
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.journeymen import document, sorts
from benchmarks.accuracy.journeymen.sheets import printed
from benchmarks.accuracy.score import is_special
from benchmarks.accuracy.wayfarers.ink import ENTITIES
from benchmarks.accuracy.wayfarers.kinds import Sort
from benchmarks.accuracy.wayfarers.kinds import sorts as sorts_of_wayfarers
from tests.benchmarks.accuracy.truths import PACKED, are_others

_LEFT = re.compile(r"(?<![{$])\{(?:[a-zA-Z]\d?\.\w|[!~])|\[\[|^%\w", re.MULTILINE)
_DRAMA = re.compile(
    r"(?:7700 ?900|1632[ -]?960|20[ -]?7946|28[ -]?9649|29[ -]?2018|1\d1[ -]?496)(?:[ -]?\d){3,4}"
)
"""Most of what Ofcom keeps for drama, as it is written after the trunk prefix."""
_SIZE = 1_500  # files of a corpus that is measured
_PAPER = ["Rota", "| Name | Tel", "| A | 1", "| B | 2", "", "Thanks"]


def _three_of(sort: Sort) -> list[Document]:
    return [document(sort, Random(f"{sort.name} {seed}")) for seed in range(3)]


@pytest.fixture(scope="module")
def measured() -> list[Document]:
    return list(journeymen.documents(1, _SIZE))


@pytest.mark.parametrize("sort", sorts(), ids=lambda sort: sort.name)
def test_three_files_of_each_sort_are_whole_and_leave_no_telephone_untold(sort: Sort) -> None:
    for each in _three_of(sort):
        if each.suffix in PACKED | {"pdf", "eml"}:
            continue
        text = each.data.decode("utf-8", errors="ignore")
        assert not _LEFT.search(text)
        told = {t.canonical[3:] for t in each.truths if t.entity == "PHONE_NUMBER"}
        written = {re.sub(r"\D", "", found)[:10] for found in _DRAMA.findall(text)}
        assert written <= told


def test_there_are_many_sorts_and_nearly_half_are_about_nobody() -> None:
    kinds = Counter(sort.kind for sort in sorts())
    assert len({sort.name for sort in sorts()}) == len(sorts()) >= 700
    assert 0.4 < (kinds[Kind.LOOKALIKE] + kinds[Kind.CLEAN]) / len(sorts()) < 0.5
    assert kinds[Kind.LOOKALIKE] > 2 * kinds[Kind.CLEAN]


def test_its_sorts_are_not_those_of_wayfarers() -> None:
    assert not {s.name for s in sorts()} & {s.name for s in sorts_of_wayfarers()}
    mine = {part for s in sorts() for part in s.parts if isinstance(part, str) and len(part) > 40}
    others = {part for s in sorts_of_wayfarers() for part in s.parts if isinstance(part, str)}
    assert not mine & others


def test_every_sort_comes_in_a_corpus_that_is_measured(measured: list[Document]) -> None:
    assert {each.layout.split(":")[0] for each in measured} == {sort.name for sort in sorts()}


def test_all_that_may_be_known_is_written_often(measured: list[Document]) -> None:
    required: Counter[str] = Counter()
    kinds: dict[str, set[str]] = defaultdict(set)
    for each in measured:
        for truth in each.truths:
            if truth.required:
                required[truth.entity] += 1
                kinds[truth.entity].add(each.layout.split(":")[0])
    assert set(ENTITIES.values()) | {"PERSON", "UK_ADDRESS", "AGE", "SECRET"} <= set(required)
    assert len([entity for entity in required if is_special(entity)]) == 10
    assert {entity: count for entity, count in required.items() if count < 40} == {}
    assert len(kinds["UK_NHS"]) >= 25


def test_its_lists_of_names_and_places_are_long() -> None:
    names = rows("journeymen_names")
    assert len(names) >= 40  # communities
    assert len({name for row in names for part in row[1:3] for name in part.split(";")}) >= 600
    assert len({name for row in names for name in row[3].split(";")}) >= 500
    assert len({street for _, street in rows("journeymen_streets")}) >= 200
    assert len({town for _, town, _ in rows("journeymen_towns")}) >= 200


def test_next_to_none_of_its_people_are_in_the_other_corpora() -> None:
    own = list(journeymen.documents(1, 100))
    for other in (
        sealed, judge, fresh, unseen, outside, strangers, newcomers, arrivals, wayfarers,
    ):  # fmt: skip
        assert are_others(own, other.documents(1, 60))


@pytest.mark.parametrize(
    ("form", "suffix", "text"),
    [
        ("bare", "csv", "A,1\r\nB,2\r\n"),
        ("semi", "csv", "Rota\r\nName;Tel\r\nA;1\r\nB;2\r\nThanks\r\n"),
        ("pipes", "txt", "Rota\r\nName|Tel\r\nA|1\r\nB|2\r\nThanks\r\n"),
        ("quoted", "csv", '"Rota"\r\n"Name","Tel"\r\n"A","1"\r\n"B","2"\r\n"Thanks"\r\n'),
        ("fixed", "txt", "Rota\nName Tel\n---- ---\nA    1\nB    2\n\nThanks\n"),
        ("cells", "txt", "Rota\nName\nTel\nA\n1\nB\n2\nThanks\n"),
        ("over", "txt", "Rota\nName\nA\nTel\n1\n\nName\nB\nTel\n2\n\n\nThanks\n"),
        ("two", "txt", f"Rota{'B  2':>54}\nName  Tel\nA  1{'Thanks':>56}\n"),
    ],
)
def test_a_format_of_its_own_is_written_as_its_program_would(
    form: str, suffix: str, text: str
) -> None:
    assert printed(form, _PAPER, Random(1)) == (suffix, text.encode())


def test_dots_lead_from_a_heading_to_its_value() -> None:
    _, data = printed("dots", ["| Name | Tel", "| A | "], Random(1))
    assert data.decode() == f"Name {'.' * 29} A\n\n"
