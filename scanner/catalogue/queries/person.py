"""What one person can open: per share, the folders where that begins, changes or ends."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection

from scanner.access.answers import Right
from scanner.catalogue.names import shown
from scanner.catalogue.queries.access import UNREAD, other_grants
from scanner.catalogue.queries.caveats import some_read_on
from scanner.catalogue.queries.holding import Counted, Holdings, keep_first, most_first
from scanner.catalogue.queries.principals import Account
from scanner.catalogue.queries.reckoning import paths_of, share_sums
from scanner.catalogue.queries.spans import Moment
from scanner.catalogue.queries.summed import Copy, ShareSums, Sum, repeated


class Opens(StrEnum):
    """How somebody can open a file. An administrator can in any case, by whatever grant or none."""

    READ = "read"
    WRITE = "write"
    BOTH = "read and write"
    ADMINISTRATOR = "administrator"
    NOT_KNOWN = "not known"
    NONE = "none"


READING = frozenset({Opens.READ, Opens.BOTH, Opens.ADMINISTRATOR})
OF_RIGHTS = {
    frozenset({Right.READ}): Opens.READ,
    frozenset({Right.WRITE}): Opens.WRITE,
    frozenset(Right): Opens.BOTH,
}


class Stood(NamedTuple):
    """From the scan or refresh that saw it until the one that saw it no more; None: it stands.

    Both may lie outside of what was asked for; ``only_after``: the first to see it ended after.
    """

    begins: Moment
    ends: Moment | None
    only_after: bool


@dataclass(frozen=True, slots=True)
class GrantPath:
    """The steps of a grant, and how many files are opened by just these.

    ``stood`` is when any of them were, where it was asked about a time.
    """

    right: str
    steps: tuple[str, ...]
    files: int
    stood: Stood | None = None


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """Files below one folder that somebody can open in the same way, or not.

    What lies in a folder that is a place of its own is not counted here. ``unread`` files are gaps:
    what they hold is not known. ``people`` is how many data subjects at least and at most.
    ``apart`` tells that the folder itself opens otherwise: they are some of ``of_files`` there, of
    which ``paths``, from the share, are the first, ten at most; a single file is named too.
    ``statement`` holds sentences on what is not known about who can open how many of them.
    """

    share: str
    folder: str
    opens: Opens
    files: int
    size_bytes: int
    unread: int
    grants: tuple[GrantPath, ...]
    entities: tuple[Counted, ...]
    categories: tuple[Counted, ...]
    people: tuple[int, int]
    statement: tuple[Counted, ...]
    of_files: int
    apart: bool
    paths: tuple[str, ...]


class ToldBy(NamedTuple):
    """What tells of a share at a time: scans and refreshes by when they ended.

    ``following`` are the next scan, and the next refresh if one came before.
    """

    share: str
    seen: tuple[Moment, ...]
    following: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class PersonReach:
    """What an account can open. ``places`` come by share and folder.

    ``people`` is how many data subjects are in all that it can read, at least and at most.
    ``unlisted`` counts folders whose inside is not known at all, ``told`` by what it is
    known what could be opened in the past.
    """

    account: Account
    places: tuple[OpenPlace, ...]
    people: tuple[int, int]
    unlisted: int = 0
    told: tuple[ToldBy, ...] = ()


def reach_of(connection: Connection, account: Account) -> PersonReach:
    """Return what an account can open, as last scanned."""
    shares = share_sums(connection)
    read_on = {each.share_id: some_read_on(connection, each.share_id) for each in shares}
    inside = _Inside(shares, _Answers(connection, account), read_on)
    unlisted = connection.exec_driver_sql(
        "SELECT count(*) FROM folder WHERE cause IS NOT NULL AND until IS NULL"
    ).scalar_one()
    return PersonReach(
        account,
        tuple(inside.places(connection)),
        (inside.read.least, inside.read.most),
        int(unlisted),
    )


def opens_with(rights: frozenset[Right], past: tuple[str, ...] | None, *, known: bool) -> Opens:
    """Return how something opens by rights, and by what gets past permissions, if anything."""
    if past is not None and Right.WRITE not in rights:
        return Opens.ADMINISTRATOR
    return OF_RIGHTS.get(rights, Opens.NONE if known else Opens.NOT_KNOWN)


def beside_people(
    account: Account, administrators: str, services: str
) -> tuple[dict[Right, tuple[str, ...]], tuple[str, ...] | None]:
    """Return what an answer about no person in particular says of an account.

    The steps of each right that it has as a system account, and those by which permissions do not
    hold it back, None where they do. Both lists are JSON, as an answer is stored.
    """
    name = json.dumps(account.identifier)
    held: dict[Right, tuple[str, ...]] = {}
    if name in services:
        for each in other_grants(services):
            if each.identifier == account.identifier:
                held[Right(each.right)] = each.steps
    if name not in administrators:
        return held, None
    past = (each for each in other_grants(administrators) if each.identifier == account.identifier)
    return held, next((each.steps for each in past), None)


class _Answers:
    """What each access key means for one account."""

    def __init__(self, connection: Connection, account: Account) -> None:
        self._ways: dict[int, dict[Right, tuple[str, ...]]] = defaultdict(dict)
        self._opens: dict[int | None, Opens] = {None: Opens.NOT_KNOWN}
        self._statements: dict[int | None, str] = {None: json.dumps([UNREAD])}
        for key, right, steps in connection.exec_driver_sql(
            'SELECT access_key_id, "right", steps FROM reach'
            " WHERE principal_id = ? AND until IS NULL",
            (account.id,),
        ):
            self._ways[key][Right(right)] = tuple(json.loads(steps))
        for key, known, statement, *others in connection.exec_driver_sql(
            "SELECT id, known, statement, administrators, services FROM access_key"
        ):
            held, past = beside_people(account, *others)
            if held:
                self._ways[key].update(held)
            rights = frozenset(self._ways[key]) if key in self._ways else frozenset()
            self._opens[key] = opens_with(rights, past, known=bool(known))
            if past is not None and Right.WRITE not in rights:
                self._ways[key][Right.WRITE] = past
            self._statements[key] = statement

    def opens(self, key: int | None) -> Opens:
        """Return how the account can open what a key guards."""
        return self._opens[key]

    def ways(self, key: int | None) -> Iterable[tuple[Right, tuple[str, ...]]]:
        """Return the steps of each right that the account has by a key."""
        return self._ways[key].items() if key in self._ways else ()

    def statement(self, key: int | None) -> tuple[str, ...]:
        """Return what is not known about a key."""
        return tuple(json.loads(self._statements[key]))


@dataclass(slots=True)
class _Count:
    """What was counted so far of one place."""

    files: int = 0
    size_bytes: int = 0
    unread: int = 0
    by_key: Counter[int | None] = field(default_factory=Counter)  # files
    first: list[int] = field(default_factory=list)  # ids of a few files
    holdings: Holdings = field(default_factory=Holdings)


class _Inside:
    """Puts sums together to places: folders that are effectively different for one account."""

    def __init__(
        self,
        shares: tuple[ShareSums, ...],
        answers: _Answers,
        read_on: Mapping[int, tuple[str, ...]],  # by share: what is said of all its files
    ) -> None:
        self.read = Holdings()
        self._read_on = read_on
        self._answers = answers
        self._share_of = {each: share for share in shares for each in share.folders}
        self._differing = {
            each: at for share in shares for each, at in share.differing(answers.opens).items()
        }
        self._counts: dict[tuple[int, Opens], _Count] = defaultdict(_Count)
        self._files: Counter[int] = Counter()  # by folder, however they can be opened
        for share in shares:
            for at, each in share.sums.items():
                self._add(*at, each)
        for counted, people in repeated(shares, self._place_of):
            self._counts[counted].holdings.most -= people
        for _, people in repeated(shares, self._is_read):
            self.read.most -= people

    def _add(self, folder_id: int, key: int | None, each: Sum) -> None:
        opens = self._answers.opens(key)
        count = self._counts[self._differing[folder_id], opens]
        count.files += each.files
        count.size_bytes += each.size_bytes
        count.unread += each.unread
        count.by_key[key] += each.files
        keep_first(count.first, each.first)
        self._files[self._differing[folder_id]] += each.files
        if opens is not Opens.NONE:
            count.holdings.add_sum(each.holdings)
            if opens in READING:
                self.read.add_sum(each.holdings)

    def _place_of(self, copy: Copy) -> tuple[int, Opens] | None:
        opens = self._answers.opens(copy.key)
        if opens is Opens.NONE or copy.folder_id not in self._differing:
            return None
        return self._differing[copy.folder_id], opens

    def _is_read(self, copy: Copy) -> bool | None:
        """Return True for what counts among all that is read, else None."""
        known = copy.folder_id in self._differing
        return True if known and self._answers.opens(copy.key) in READING else None

    def places(self, connection: Connection) -> Iterator[OpenPlace]:
        """Yield the places that can be opened, and those where that ends or is not known."""
        found = [
            (share.root, share.folders[folder_id].path, opens, folder_id, count)
            for (folder_id, opens), count in self._counts.items()
            for share in (self._share_of[folder_id],)
            if opens is not Opens.NONE or self._ends_at(share, folder_id, count)
        ]
        named = {
            entry_id
            for *_, opens, folder_id, count in found
            if count.files == 1 or self._is_apart(folder_id, opens)
            for entry_id in count.first
        }
        paths = paths_of(connection, named)
        for *_, opens, folder_id, count in sorted(found, key=lambda each: each[:3]):
            yield self._place(folder_id, opens, count, paths)

    def _is_apart(self, folder_id: int, opens: Opens) -> bool:
        folder = self._share_of[folder_id].folders[folder_id]
        return self._answers.opens(folder.key) is not opens

    def _ends_at(self, share: ShareSums, folder_id: int, count: _Count) -> bool:
        """Return whether what cannot be opened lies in what can, or is not fully known."""
        folder = share.folders[folder_id]
        above = share.folders[folder.above] if folder.above is not None else None
        around = {folder.key} if above is None else {folder.key, above.key}
        return any(self._answers.opens(key) is not Opens.NONE for key in around) or any(
            self._answers.statement(key) for key in count.by_key
        )

    def _place(
        self, folder_id: int, opens: Opens, count: _Count, paths: Mapping[int, str]
    ) -> OpenPlace:
        share = self._share_of[folder_id]
        ways: Counter[tuple[Right, tuple[str, ...]]] = Counter()
        for key, files in count.by_key.items():
            for way in self._answers.ways(key):
                ways[way] += files
        about: Counter[str] = Counter()
        for key, files in count.by_key.items():
            for sentence in self._answers.statement(key):
                about[sentence] += files
        for sentence in self._read_on[share.share_id]:
            about[sentence] = count.files
        return OpenPlace(
            share=share.root,
            folder=shown(share.folders[folder_id].path),
            opens=opens,
            files=count.files,
            size_bytes=count.size_bytes,
            unread=count.unread,
            grants=tuple(
                GrantPath(right.value, steps, files)
                for (right, steps), files in sorted(ways.items(), key=lambda each: (-each[1], each))
            ),
            entities=count.holdings.entities(),
            categories=count.holdings.categories(),
            people=(count.holdings.least, count.holdings.most),
            statement=most_first(about),
            of_files=self._files[folder_id],
            apart=self._is_apart(folder_id, opens),
            paths=tuple(sorted(shown(paths[each]) for each in count.first if each in paths)),
        )
