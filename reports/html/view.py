"""What the page's template shows of one share: every choice is made here, none in the template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reports.base import ShareState
from reports.html import sentences
from reports.html.places import AccessView, access_view
from reports.html.sentences import CATEGORY_WORDS, CAUSE_WORDS, RULE_WORDS, files
from reports.words import (
    ENTITY_WORDS,
    NEXT_STEPS,
    can_read,
    cautions,
    none_found,
    people,
    scanned,
    some_can_read,
    span,
)
from scanner.catalogue.queries.answer import ShareAnswer
from scanner.catalogue.queries.places import PlaceTotal

_MOST_PLACES = 15  # rows of top-level folders: one printed page holds them and the files below
_MOST_KINDS = 3  # named beside a folder


class Light(StrEnum):
    """How a share stands. It is green only when nothing is missing."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


_STANDS = {
    Light.GREEN: "Everything was read",
    Light.AMBER: "Not everything was read",
    Light.RED: "The scan is not complete",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the coverage bar; ``start`` and ``width`` are percent of the whole."""

    name: str
    count: int
    means: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One kind of personal data; ``width`` is percent of the kind in most files."""

    name: str
    category: str
    entries: int
    occurrences: int
    distinct: int
    concealed: int
    width: float


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One top-level folder; ``width`` is percent of the fullest."""

    name: str
    occurrences: int
    kinds: str
    width: float


@dataclass(frozen=True, slots=True)
class FileRow:
    """One of the files about most people."""

    path: str
    people: str
    kinds: str


@dataclass(frozen=True, slots=True)
class ExposedRow:
    """One of the most exposed files."""

    path: str
    subjects: int
    readers: str


@dataclass(frozen=True, slots=True)
class ReachView:
    """Who can read it; a share of which nothing is known has none."""

    sentence: str
    rows: tuple[ExposedRow, ...]
    cut: str


@dataclass(frozen=True, slots=True)
class CauseRow:
    """Files that were not read or were left out, for one cause or rule."""

    name: str
    means: str
    entries: int
    example: str
    next_step: str


@dataclass(frozen=True, slots=True)
class ShareView:
    """One share, ready to be laid out. ``equation`` is empty where nothing was counted.

    Each ``cut`` says how many of how many rows are shown, and is empty where all are;
    ``cautions`` say what the answer cannot be sure of.
    """

    anchor: str
    name: str
    root: str
    light: Light
    stands: str
    sentence: str
    scanned: str
    reason: str | None
    cautions: tuple[str, ...]
    listed: int
    with_findings: int
    people: str
    gap_count: int
    equation: str
    parts: tuple[Part, ...]
    entities: tuple[EntityRow, ...]
    places: tuple[PlaceRow, ...]
    places_cut: str
    none_found: str
    bulk: str
    fullest: tuple[FileRow, ...]
    fullest_cut: str
    access: AccessView | None
    reach: ReachView | None
    gaps: tuple[CauseRow, ...]
    exclusions: tuple[CauseRow, ...]


def share_views(states: Sequence[ShareState]) -> list[ShareView]:
    """Return what to show of each share, each under a name that no other has."""
    names = [_named(state.answer) for state in states]
    return [
        _share_view(number, state, name if names.count(name) == 1 else state.answer.root)
        for number, (state, name) in enumerate(zip(states, names, strict=True), start=1)
    ]


def _named(answer: ShareAnswer) -> str:
    """Return the name of a share, with its server where it has one."""
    server = answer.root.removeprefix("smb://").partition("/")[0]
    return f"{answer.name} on {server}" if answer.root.startswith("smb://") else answer.name


def _share_view(number: int, state: ShareState, name: str) -> ShareView:
    """Return what to show of one share; ``number`` makes its place in the page."""
    answer = state.answer
    light = light_of(answer)
    return ShareView(
        anchor=f"share-{number}",
        name=name,
        root=answer.root,
        light=light,
        stands=_stands(answer, light),
        sentence=_sentence(state),
        scanned=scanned(answer),
        reason=answer.reason,
        cautions=tuple(cautions(answer)),
        listed=answer.coverage.enumerated,
        with_findings=state.with_findings,
        people=span(*answer.people) if answer.people[1] else "not known",
        gap_count=answer.coverage.gaps,
        equation=_equation(answer),
        parts=_parts(answer),
        entities=_entities(answer),
        places=_places(state.places[:_MOST_PLACES]),
        places_cut=sentences.cut(_MOST_PLACES, len(state.places)),
        none_found=none_found(answer.coverage),
        bulk=sentences.bulk(answer.bulk),
        fullest=tuple(
            FileRow(each.path, span(*each.people), _kinds(each.entities)) for each in answer.fullest
        ),
        fullest_cut=sentences.cut(len(answer.fullest), answer.fullest_of),
        access=access_view(state.exposed),
        reach=_reach(answer),
        gaps=tuple(
            CauseRow(
                each.cause,
                CAUSE_WORDS[each.cause],
                each.entries,
                each.example,
                _capital(NEXT_STEPS[each.cause]),
            )
            for each in answer.gaps
        ),
        exclusions=tuple(
            CauseRow(each.cause, RULE_WORDS[each.cause], each.entries, each.example, "")
            for each in answer.exclusions
        ),
    )


def light_of(answer: ShareAnswer) -> Light:
    """Return how a share stands."""
    if answer.outcome != "complete":
        return Light.RED
    unsure = answer.coverage.gaps or answer.filtered or answer.permissions_unread
    return Light.AMBER if unsure else Light.GREEN


def _stands(answer: ShareAnswer, light: Light) -> str:
    if light is Light.AMBER and not answer.coverage.gaps:
        return "Everything that was listed was read"
    return _STANDS[light]


def _sentence(state: ShareState) -> str:
    found = state.answer.coverage
    about = f" on {people(*state.answer.people)}" if state.answer.people[1] else ""
    if not found.enumerated:
        said = f"Personal data{about} is known in {files(state.with_findings)}."
    elif state.with_findings:
        said = (
            f"Personal data{about} was found in {state.with_findings:,}"
            f" of {files(found.enumerated)}."
        )
    else:
        said = none_found(found, files(found.examined + found.unchanged))
    if found.gaps:
        said += f" {_capital(files(found.gaps))} could not be read, or not in full."
    return said


def _equation(answer: ShareAnswer) -> str:
    found = answer.coverage
    if not found.enumerated:
        return ""
    return (
        f"{found.enumerated:,} listed = {found.examined:,} examined + {found.unchanged:,} unchanged"
        f" + {found.excluded:,} excluded + {found.gaps:,} gaps"
    )


def _parts(answer: ShareAnswer) -> tuple[Part, ...]:
    found = answer.coverage
    whole = found.enumerated or 1
    parts: list[Part] = []
    start = 0.0
    for name, count, means in (
        ("examined", found.examined, "read in full in this scan"),
        ("unchanged", found.unchanged, "read in full before, and the same since"),
        ("excluded", found.excluded, "left out by a rule named below"),
        ("gaps", found.gaps, "should have been read and was not, or not in full"),
    ):
        width = 100 * count / whole
        parts.append(Part(name, count, means, round(start, 3), round(width, 3)))
        start += width
    return tuple(parts)


def _entities(answer: ShareAnswer) -> tuple[EntityRow, ...]:
    most = max((each.entries for each in answer.entities), default=1)
    return tuple(
        EntityRow(
            _capital(ENTITY_WORDS.get(each.entity, each.entity)),
            CATEGORY_WORDS.get(each.category, each.category),
            each.entries,
            each.occurrences,
            each.distinct,
            each.concealed,
            round(100 * each.entries / most, 1),
        )
        for each in sorted(answer.entities, key=lambda each: (-each.entries, each.entity))
    )


def _places(places: tuple[PlaceTotal, ...]) -> tuple[PlaceRow, ...]:
    most = max((each.occurrences for each in places), default=1)
    return tuple(
        PlaceRow(
            place.name,
            place.occurrences,
            _kinds(tuple(each.entity for each in place.entities[:_MOST_KINDS])),
            round(100 * place.occurrences / most, 1),
        )
        for place in places
    )


def _reach(answer: ShareAnswer) -> ReachView | None:
    if not answer.exposed:
        return None
    words = f"{_capital(some_can_read(answer))}."
    if not all(each.known for each in answer.exposed):
        words += " Where it says “not known”, the permissions could not be worked out."
    return ReachView(
        words,
        tuple(ExposedRow(each.path, each.subjects, can_read(each)) for each in answer.exposed),
        sentences.cut(len(answer.exposed), answer.exposed_of),
    )


def _kinds(entities: tuple[str, ...]) -> str:
    return ", ".join(ENTITY_WORDS.get(each, each) for each in entities)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
