"""Reading one entry: extract, detect, weigh. Runs in a worker; no text leaves it.

What comes back is one ``Examined``: findings as tokens, the gaps, and never an exception for
what lies in the bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from connectors.base import Cause
from detectors.base import Detector
from detectors.engine import Engine, Found, Touched
from scanner.extractors.base import Budget, PartGap, Passage, Source, TablePassage
from scanner.extractors.holes import past_hole
from scanner.extractors.router import extract, name_passage
from scanner.findings import EntityResult, Findings
from scanner.keys import TokenKey
from scanner.settings import NOTHING_SET, Settings
from scanner.settings.kept import Keep, everything, kept
from scanner.subjects import SubjectCount, Subjects


@dataclass(frozen=True, slots=True)
class Detecting:
    """What a worker needs to examine: the compiled engine, the key, each entity's detector.

    ``keep`` gives what the settings keep of what is found.
    """

    engine: Engine
    key: TokenKey
    detectors: Mapping[str, Detector]
    keep: Keep

    @classmethod
    def by(
        cls, detectors: Sequence[Detector], key: TokenKey, settings: Settings = NOTHING_SET
    ) -> Detecting:
        """Return what examines by ``detectors``."""
        by_entity = {each.entity: each for each in detectors}
        return cls(Engine(detectors), key, by_entity, kept(settings))

    def findings(self) -> Findings:
        """Return an empty set of findings."""
        return Findings(self.key, self.detectors)


@dataclass(frozen=True, slots=True)
class Examined:
    """What one content holds. ``cause`` None: every part of it was read.

    ``touched`` names what could have had a part in it: see scanner/sets.py.
    """

    media_type: str
    cause: Cause | None
    members: int
    member_gaps: tuple[PartGap, ...]
    results: tuple[EntityResult, ...] = field(repr=False)
    subjects: Subjects
    touched: frozenset[str]


def examine_content(source: Source, budget: Budget, detecting: Detecting) -> Examined:
    """Return what the bytes of ``source`` hold, members included, and each part not read."""
    findings, subjects = detecting.findings(), SubjectCount(detecting.detectors)
    extraction = extract(source, budget)
    touched = Touched(detecting.engine.plan)
    own: Cause | None = None
    member_gaps: list[PartGap] = []
    for part, found in columns(extraction, detecting.engine, detecting.keep, touched):
        if not isinstance(part, PartGap):
            findings.add(part, found)
            subjects.add(part, found)
        elif part.member is None:
            own = part.cause
        else:
            member_gaps.append(part)
        budget.progress()
    if own is None and member_gaps:
        causes = {gap.cause for gap in member_gaps}
        none_read = len(member_gaps) == extraction.members and len(causes) == 1
        # An entry that was partly read is a gap and keeps its findings; one of whose members
        # nothing was read, as in an archive with a password, has their cause.
        own = causes.pop() if none_read else Cause.PARTIAL
    results = tuple(findings.results())
    return Examined(
        extraction.media_type,
        own,
        extraction.members,
        tuple(member_gaps),
        results,
        subjects.range({each.entity: each.distinct for each in results}),
        touched.names() | extraction.read,
    )


def examine_name(name: str, detecting: Detecting) -> tuple[EntityResult, ...]:
    """Return what the name of a file holds: its words parted as people part them in names."""
    passage = name_passage(name)
    findings = detecting.findings()
    found = detecting.engine.session().text_columns(passage.text)
    findings.add(passage, detecting.keep(found))
    return tuple(findings.results())


def fingerprint(source: Source, key: TokenKey, budget: Budget) -> bytes:
    """Return the keyed BLAKE2b of the bytes: 32 bytes that tell copies from others.

    Holes of sparse files go in as their places: a copy with other holes is examined once more.
    """
    digest = hashlib.blake2b(digest_size=32, key=key.fingerprint_key)
    stream = source.stream()
    while block := stream.read(1 << 20):
        digest.update(block)
        if not block.strip(b"\0") and (passed := past_hole(stream)):
            digest.update(b"hole %d %d" % (stream.tell(), passed))
        budget.progress()
    return digest.digest()


def columns(
    parts: Iterable[Passage | TablePassage | PartGap],
    engine: Engine,
    keep: Keep = everything,
    touched: Touched | None = None,
) -> Iterator[tuple[Passage | TablePassage | PartGap, Sequence[Found]]]:
    """Yield each part of a document with what is kept of what is found in it, by entity.

    What could have had a part in it is noted in ``touched``.
    """
    session, within = engine.session(touched), None
    for part in parts:
        if isinstance(part, PartGap):
            yield part, ()
            continue
        if part.member != within:  # members are documents of their own, with their own context
            session, within = engine.session(touched), part.member
        if isinstance(part, TablePassage):
            yield part, keep(session.table_columns(part.text, part.table, part.header))
        else:
            yield part, keep(session.text_columns(part.text))
