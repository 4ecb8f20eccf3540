"""What one person could open on a past day, or at any time between two.

Each version of each file that stood is laid beside what guarded it, and that beside what the
person was granted. A file counts once, by all that could be done with it at any moment asked about.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, starmap
from typing import NamedTuple

from sqlalchemy import Connection

from scanner.access.answers import Right
from scanner.catalogue.names import shown
from scanner.catalogue.queries.caveats import seen_late
from scanner.catalogue.queries.holding import Counted, Holdings, keep_first, most_first
from scanner.catalogue.queries.person import (
    READING,
    GrantPath,
    OpenPlace,
    Opens,
    PersonReach,
    Stood,
    ToldBy,
)
from scanner.catalogue.queries.principals import Account
from scanner.catalogue.queries.spans import (
    Moment,
    Moments,
    Span,
    Window,
    around,
    at_moment,
    end,
    following,
    joined,
    last_seen,
    moments,
    overlaid,
)
from scanner.catalogue.queries.versions import (
    FOLDER_GUARDS,
    FOLDERS,
    SHARE_GUARDS,
    VERSIONS,
    Version,
    add_held,
)
from scanner.catalogue.queries.ways import EVER, Answers, How, Ways, opens_by

_BATCH = 5_000  # rows held at a time


def as_of(connection: Connection, account: Account, when: str) -> PersonReach | None:
    """Return what an account could open at the end of a second; None: nothing was known then.

    ``when`` is a time as the catalogue writes it. Each share is told by its last scan before that.
    """
    known, at = moments(connection), at_moment(when)
    windows = {share_id: at for share_id, own in known.of_share.items() if last_seen(own, at.last)}
    return _reach(connection, account, known, windows)


def between(connection: Connection, account: Account, first: str, last: str) -> PersonReach | None:
    """Return what an account could open at any time of these; None: nothing was known then.

    As of a path (history.py), the first scan after ``last`` counts too.
    """
    known = moments(connection)
    windows = {share_id: around(own, first, last) for share_id, own in known.of_share.items()}
    return _reach(connection, account, known, windows)


def _reach(
    connection: Connection, account: Account, known: Moments, windows: Mapping[int, Window]
) -> PersonReach | None:
    if not windows:
        return None
    answers = Answers(connection, account, known)
    read = Holdings()
    places: list[OpenPlace] = []
    told: list[ToldBy] = []
    for share_id, root in connection.exec_driver_sql("SELECT id, root FROM share ORDER BY root"):
        if window := windows.get(share_id):
            share = _Share(connection, share_id, known, window, answers)
            share.count(connection, read)
            places += share.places(root)
            told.append(_told_by(root, known.of_share[share_id], window))
    return PersonReach(account, tuple(places), (read.least, read.most), told=tuple(told))


def _told_by(root: str, own: tuple[Moment, ...], window: Window) -> ToldBy:
    """Return what tells of a window: of one moment the last before it, and what follows."""
    if window.low == window.last:
        return ToldBy(root, last_seen(own, window.last), following(own, window.last))
    within = tuple(each for each in own if window.low <= each and window.has(each))
    return ToldBy(root, within, window.following)


@dataclass(frozen=True, slots=True, eq=False)
class _Answer:
    """How files could be opened, by which ways. The same for many files, so compared as it is."""

    opens: Opens
    ways: Ways


@dataclass(slots=True)
class _Count:
    """What was counted so far of one place."""

    files: int = 0
    size_bytes: int = 0
    unread: int = 0
    answers: Counter[_Answer] = field(default_factory=Counter)  # files
    first: list[tuple[int, str]] = field(default_factory=list)  # id and path of a few files
    holdings: Holdings = field(default_factory=Holdings)

    def ways(self) -> Mapping[How, tuple[int, Moment, Moment]]:
        """Return each granted way, the files that were open by it, and from when until when."""
        found: dict[How, tuple[int, Moment, Moment]] = {}
        for answer, files in self.answers.items():
            granted = {how.right for how in answer.ways}
            for how, (begins, ends) in answer.ways.items():
                past = how.right is Opens.ADMINISTRATOR and Right.WRITE not in granted
                if past or isinstance(how.right, Right):
                    right = Right.WRITE if past else how.right
                    way = how._replace(right=right, statement="[]")
                    before, first, last = found.get(way, (0, begins, ends))
                    found[way] = (before + files, min(first, begins), max(last, ends))
        return found

    def statements(self) -> tuple[Counted, ...]:
        """Return what is not known, each sentence once, and of how many files."""
        about: Counter[str] = Counter()
        for answer, files in self.answers.items():
            for sentence in {each for how in answer.ways for each in json.loads(how.statement)}:
                about[sentence] += files
        return most_first(about)


class _Folder(NamedTuple):
    """A folder that stood: its parent, its stored path, and how it itself could be opened."""

    parent: int | None
    path: str
    opens: Opens


class _Share:
    """The files of one share that stood at a moment of a window."""

    def __init__(
        self,
        connection: Connection,
        share_id: int,
        known: Moments,
        window: Window,
        answers: Answers,
    ) -> None:
        self._known, self._window, self._answers = known, window, answers
        self._late = seen_late(connection, share_id)
        # Of a moment only what stood then; else all, for when it began may be long before.
        ever = window.low != window.last
        self._values: dict[str, object] = {
            **known.stood_in(window),
            "share": share_id,
            "ever": ever,
        }
        self._guards = [
            known.span(since, until, tuple(what))
            for since, until, *what in connection.exec_driver_sql(SHARE_GUARDS, self._values)
        ]
        self._outside = tuple(span._replace(what=span.what[2:]) for span in self._guards)
        self._within: dict[tuple[tuple[Span, ...], tuple[Span, ...]], tuple[Span, ...]] = {}
        self._answered: dict[tuple[object, ...], _Answer] = {}
        self._answers_by_ways: dict[frozenset[tuple[How, tuple[Moment, Moment]]], _Answer] = {}
        self._gates, self._folders = self._read_folders(connection)
        self._differing = self._find_differing()
        self._counts: dict[tuple[int, Opens], _Count] = defaultdict(_Count)
        self._files: Counter[int] = Counter()  # by folder, however they could be opened

    def _read_folders(
        self, connection: Connection
    ) -> tuple[dict[int, tuple[Span, ...]], dict[int, _Folder]]:
        """Return the gates in each folder, and the folders, each after the one it lies in."""
        gates: dict[int, tuple[Span, ...]] = defaultdict(tuple)
        own: dict[int, tuple[Span, ...]] = defaultdict(tuple)
        for folder_id, since, until, gate_id, descriptor_id in connection.exec_driver_sql(
            FOLDER_GUARDS, self._values
        ):
            stood = self._known.span(since, until, ())
            gates[folder_id] += (stood._replace(what=(gate_id,)),)
            own[folder_id] += (stood._replace(what=(descriptor_id,)),)
        folders: dict[int, _Folder] = {}
        for folder_id, parent, path in connection.exec_driver_sql(FOLDERS, self._values):
            outside = self._outside if parent is None else gates[parent]
            ways = self._ways_in(self._access(outside, own[folder_id]))
            folders[folder_id] = _Folder(parent, path, opens_by(ways))
        return gates, folders

    def _access(self, gates: tuple[Span, ...], own: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return how what has these descriptors, behind these gates, could be opened, and when."""
        found = self._within.get((gates, own))
        if found is None:
            share = [span._replace(what=span.what[:2]) for span in self._guards]
            found = self._answers.of(overlaid(overlaid(share, gates), own))
            self._within[gates, own] = found
        return found

    def _ways_in(self, access: Iterable[Span]) -> Ways:
        """Return each way in which something could be opened in the window, with when at most.

        That is from when it began until it ended, in the window or not.
        """
        ways: dict[How, tuple[Moment, Moment]] = {}
        for each in joined(access):
            if self._window.holds(each):
                _widen(ways, each.what[0], each.begins, each.ends)
        return ways

    def _find_differing(self) -> dict[int, int]:
        """Return for each folder the nearest, itself or above, with another answer than above."""
        found: dict[int, int] = {}
        for folder_id, folder in self._folders.items():
            above = None if folder.parent is None else self._folders.get(folder.parent)
            same = above is not None and above.opens is folder.opens
            found[folder_id] = found[folder.parent or 0] if same else folder_id
        return found

    def count(self, connection: Connection, read: Holdings) -> None:
        """Count all files; what could be read is counted into ``read`` too."""
        rows = connection.execution_options(yield_per=_BATCH).exec_driver_sql(
            VERSIONS, self._values
        )
        stood = starmap(Version, rows)
        # By name: a file that is gone and back is one, and its number may be another's by then.
        for _, versions in groupby(stood, key=lambda each: (each.folder_id, each.name)):
            self._count_file(list(versions), read)

    def _count_file(self, versions: list[Version], read: Holdings) -> None:
        within = [each for each in versions if self._window.holds(self._span(each))]
        if not within:
            return
        last = max(within, key=lambda each: self._span(each)[:2]) if len(within) > 1 else within[0]
        answer = self._answer_about(versions)
        count = self._counts[self._differing[last.folder_id], answer.opens]
        count.files += 1
        count.size_bytes += last.size_bytes
        count.unread += any(each.unread for each in within)
        count.answers[answer] += 1
        self._files[self._differing[last.folder_id]] += 1
        folder = self._folders[last.folder_id].path
        path = f"{folder}/{last.name}" if folder else last.name
        keep_first(count.first, ((last.entry_id, path),))
        if answer.opens is not Opens.NONE:
            add_held(count.holdings, within)
            if answer.opens in READING:
                add_held(read, within)

    def _span(self, version: Version) -> Span:
        """Return when a version stood, with its descriptor."""
        return self._known.span(version.since, version.until, (version.descriptor_id,))

    def _answer_about(self, versions: list[Version]) -> _Answer:
        """Return how a file could be opened, by all its versions in the window."""
        folder_id = versions[0].folder_id
        at = (folder_id, *((each.descriptor_id, each.since, each.until) for each in versions))
        answer = self._answered.get(at)
        if answer is None:
            stood = joined(map(self._span, versions))
            ways = self._ways_in(
                each._replace(what=each.what[:1])
                for span in stood
                for each in overlaid(
                    self._access(self._gates[folder_id], (Span(*EVER, span.what),)), [span]
                )
            )
            if len(self._answered) >= _BATCH:  # files of one folder come together
                self._answered.clear()
            answer = self._answered[at] = self._alike(ways)
        return answer

    def _alike(self, ways: Ways) -> _Answer:
        """Return the one answer of these ways."""
        found = self._answers_by_ways.get(frozenset(ways.items()))
        if found is None:
            found = _Answer(opens_by(ways), ways)
            self._answers_by_ways[frozenset(ways.items())] = found
        return found

    def places(self, root: str) -> Iterator[OpenPlace]:
        """Yield the places that could be opened, and those where that ended or is not known."""
        found = [
            (self._folders[folder_id].path, opens, self._place(root, folder_id, opens, count))
            for (folder_id, opens), count in self._counts.items()
            if opens is not Opens.NONE or self._ends_at(folder_id, count)
        ]
        for *_, place in sorted(found, key=lambda each: each[:2]):
            yield place

    def _ends_at(self, folder_id: int, count: _Count) -> bool:
        """Return whether what could not be opened lay in what could, or is not fully known."""
        folder = self._folders[folder_id]
        above = self._folders.get(folder.parent or 0, folder)
        around_it = {folder.opens, above.opens}
        return around_it != {Opens.NONE} or bool(count.statements())

    def _place(self, root: str, folder_id: int, opens: Opens, count: _Count) -> OpenPlace:
        ways = sorted(count.ways().items(), key=lambda each: (-each[1][0], each))
        apart = self._folders[folder_id].opens is not opens
        named = count.first if apart or count.files == 1 else ()
        return OpenPlace(
            share=root,
            folder=shown(self._folders[folder_id].path),
            opens=opens,
            files=count.files,
            size_bytes=count.size_bytes,
            unread=count.unread,
            grants=tuple(
                GrantPath(str(how.right), how.steps, files, self._stood(begins, ends))
                for how, (files, begins, ends) in ways
            ),
            entities=count.holdings.entities(),
            categories=count.holdings.categories(),
            people=(count.holdings.least, count.holdings.most),
            statement=(*count.statements(), *(Counted(each, count.files) for each in self._late)),
            of_files=self._files[folder_id],
            apart=apart,
            paths=tuple(sorted(shown(path) for _, path in named)),
        )

    def _stood(self, begins: Moment, ends: Moment) -> Stood | None:
        """Return when something stood, where it was asked about more than one moment."""
        if self._window.low == self._window.last:
            return None
        return Stood(begins, end(ends), begins > self._window.last)


def _widen(ways: dict[How, tuple[Moment, Moment]], how: How, begins: Moment, ends: Moment) -> None:
    first, last = ways.get(how, (begins, ends))
    ways[how] = (min(first, begins), max(last, ends))
