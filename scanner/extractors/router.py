"""From the bytes of an entry to its passages: sniff, extract, and the same again for members.

Whatever a document does, each of its parts ends as passages, as empty, or as a gap with its cause.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from connectors.base import Cause
from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Kind,
    Member,
    PartGap,
    Passage,
    Source,
    TablePassage,
    within,
)
from scanner.extractors.passages.bounded import bounded
from scanner.extractors.registry import extractor_for
from scanner.extractors.sniff import EMPTY, media_type
from scanner.extractors.sniffing.ole_directory import ENCRYPTED_PACKAGE, RIGHTS_MANAGED

__all__ = ["Extraction", "extract", "extractor_for", "name_passage"]

_REFUSED = {ENCRYPTED_PACKAGE: Cause.ENCRYPTED, RIGHTS_MANAGED: Cause.RIGHTS_MANAGED}
_KEPT_CAUSES = frozenset(
    {
        *(Cause.LIMIT, Cause.TIMED_OUT, Cause.ENCRYPTED, Cause.RIGHTS_MANAGED, Cause.MEMORY),
        Cause.UNREACHABLE,
    }
)
"""Causes that say more than "partial" even when text came before them."""

_SAME_CONTAINER_READS = 3  # copies of one archive inside an entry; more is a bomb, not a backup
_MARK_BYTES = 65_536  # of its head and tail tell containers apart: there the directory lies
_BETWEEN_WORDS = re.compile(r"[_+]+|(?<=[a-z])(?=[A-Z])")

Output = Passage | TablePassage | PartGap


def extract(source: Source, budget: Budget) -> Extraction:
    """Return what is in ``source``, to be iterated once; its type is known at once."""
    return Extraction(source, budget, media_type(source))


@dataclass(slots=True)
class Extraction:
    """The passages and gaps of one entry, in document order.

    ``members`` and ``member_gaps`` count on as it is iterated: members at every depth, and those
    of them that were not read whole. ``read`` gathers the media types of what was read, at every
    depth. Members come as a passage of kind NAME, then their content.
    """

    source: Source
    budget: Budget
    media_type: str
    members: int = 0
    member_gaps: int = 0
    read: set[str] = field(default_factory=set)
    _passages: int = 0
    _containers: Counter[bytes] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[Output]:
        yield from self._parts(self.source, self.media_type, None, ())

    def _parts(
        self, source: Source, found: str, path: str | None, above: tuple[bytes, ...]
    ) -> Iterator[Output]:
        """Yield one document; ``above`` holds the marks of the containers around it."""
        if found == EMPTY:
            return
        extractor = extractor_for(found)
        if extractor is None:
            yield PartGap(_REFUSED.get(found, Cause.UNSUPPORTED), path)
            return
        self.read.add(found)
        began = False
        inside: tuple[bytes, ...] | None = None
        try:
            mark = b"" if found.startswith("text/") else _mark(source)
            for part in extractor.extract(source, self.budget):
                if isinstance(part, Member):
                    if inside is None:
                        inside = self._enter(mark, above)
                    yield from self._member(part, path, inside)
                elif isinstance(part, PartGap):
                    yield from self._gap(part, path)
                else:
                    for piece in bounded(part):
                        yield self._numbered(piece, path)
                began = True
                self.budget.check_time()
        except ExtractionError as error:
            partly = began and error.cause not in _KEPT_CAUSES
            yield PartGap(Cause.PARTIAL if partly else error.cause, path)
        except MemoryError:
            yield PartGap(Cause.MEMORY, path)
        except RecursionError:
            yield PartGap(Cause.PARTIAL if began else Cause.CORRUPT, path)

    def _enter(self, mark: bytes, above: tuple[bytes, ...]) -> tuple[bytes, ...]:
        """Return the marks around what lies inside a container. Raises ExtractionError(LIMIT).

        A container inside itself would go on for ever, and one archive of a few KB can hold
        millions of copies of another: a copy is read a few times only.
        """
        self._containers[mark] += 1
        if mark in above or self._containers[mark] > _SAME_CONTAINER_READS:
            raise ExtractionError(Cause.LIMIT)
        return (*above, mark)

    def _member(
        self, member: Member, parent: str | None, above: tuple[bytes, ...]
    ) -> Iterator[Output]:
        try:
            path = _joined(parent, member.path)
            yield from self._count_member(member.path, path)
            incomplete = False
            if len(above) > self.budget.limits.depth:
                parts: Iterator[Output] = iter((PartGap(Cause.LIMIT, path),))
            else:
                parts = self._parts(member.source, media_type(member.source), path, above)
            for part in parts:
                if isinstance(part, PartGap) and part.member == path and not incomplete:
                    incomplete = True
                    self.member_gaps += 1
                yield part
        finally:
            member.source.close()

    def _gap(self, gap: PartGap, parent: str | None) -> Iterator[Output]:
        """Yield a gap of the document itself, or of a member that never became a source."""
        if gap.member is None:
            yield PartGap(gap.cause, parent)
            return
        path = _joined(parent, gap.member)
        yield from self._count_member(gap.member, path)
        self.member_gaps += 1
        yield PartGap(gap.cause, path)

    def _count_member(self, name: str, path: str) -> Iterator[Output]:
        self.budget.members += 1
        if self.budget.members > self.budget.limits.members:
            raise ExtractionError(Cause.LIMIT)
        self.members += 1
        yield self._numbered(name_passage(name), path)

    def _numbered(self, part: Passage | TablePassage, path: str | None) -> Passage | TablePassage:
        self._passages += 1
        return within(part, path, self._passages)


def name_passage(name: str) -> Passage:
    """Return the name of a file or member as a passage, its words parted as in text.

    >>> name_passage("Smith_John-StaffReview.docx").text
    'Smith John-Staff Review.docx'
    """
    return Passage(_BETWEEN_WORDS.sub(" ", name), kind=Kind.NAME)


def _joined(parent: str | None, name: str) -> str:
    # Half characters, which some encodings let through, cannot be stored.
    name = name.encode("utf-8", "backslashreplace").decode()
    return name if parent is None else f"{parent}/{name}"


def _mark(source: Source) -> bytes:
    """Return what tells a container from others: its size, and a digest of both its ends."""
    digest = hashlib.blake2b(str(source.size_bytes).encode(), digest_size=16)
    stream = source.stream()
    digest.update(stream.read(_MARK_BYTES))
    stream.seek(max(source.size_bytes - _MARK_BYTES, 0))
    digest.update(stream.read(_MARK_BYTES))
    return digest.digest()
