"""What one person can open: per share, the folders where that begins, changes or ends."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection

from connectors.base import PrincipalKind
from scanner.access.answers import Right
from scanner.catalogue.names import shown
from scanner.catalogue.queries.access import UNREAD
from scanner.catalogue.queries.guarded import Tree, trees
from scanner.catalogue.queries.holding import Counted, Holdings, files_that_hold
from scanner.catalogue.queries.principals import Account

_LOCAL, _NUMBERED = "local", "uid:"
_SYSTEM = ("a system account, whose steps are not kept",)


class Opens(StrEnum):
    """How somebody can open a file. An administrator can by no grant, but in any case."""

    READ = "read"
    WRITE = "write"
    BOTH = "read and write"
    ADMINISTRATOR = "administrator"
    NOT_KNOWN = "not known"
    NONE = "none"


READING = frozenset({Opens.READ, Opens.BOTH, Opens.ADMINISTRATOR})
_OF_RIGHTS = {
    frozenset({Right.READ}): Opens.READ,
    frozenset({Right.WRITE}): Opens.WRITE,
    frozenset(Right): Opens.BOTH,
}


@dataclass(frozen=True, slots=True)
class GrantPath:
    """The steps of a grant, and how many files are opened by just these."""

    right: str
    steps: tuple[str, ...]
    files: int


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """Files below one folder that somebody can open in the same way, or not.

    What lies in a folder that is a place of its own is not counted here. ``unread`` files are gaps:
    what they hold is not known. ``people`` is how many data subjects at least and at most.
    ``statement`` holds sentences on what is not known about who can open them.
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
    statement: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonReach:
    """What an account can open. ``places`` come by share and folder.

    ``people`` is how many data subjects are in all that it can read, at least and at most.
    ``unlisted`` counts folders whose inside is not known at all.
    """

    account: Account
    places: tuple[OpenPlace, ...]
    people: tuple[int, int]
    unlisted: int


def reach_of(connection: Connection, account: Account) -> PersonReach:
    """Return what an account can open, as last scanned."""
    answers = _Answers(connection, account)
    inside = _Inside(trees(connection), answers)
    inside.count_files(connection)
    inside.count_held(connection)
    return PersonReach(
        account,
        tuple(inside.places()),
        (inside.read.least, inside.read.most),
        sum(not each.listed for tree in inside.trees for each in tree.folders.values()),
    )


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
        name = json.dumps(account.name or account.identifier)
        here = account.identifier.startswith(_NUMBERED)
        for key, source, known, statement, administrators, services in connection.exec_driver_sql(
            "SELECT id, source, known, statement, administrators, services FROM access_key"
        ):
            ours = here == (source == _LOCAL)  # another source's account of this name is another
            if ours and account.kind == PrincipalKind.SERVICE and name in services:
                self._ways[key][Right.READ] = _SYSTEM
            if key in self._ways:
                self._opens[key] = _OF_RIGHTS[frozenset(self._ways[key])]
            elif ours and name in administrators:
                self._opens[key] = Opens.ADMINISTRATOR
            else:
                self._opens[key] = Opens.NONE if known else Opens.NOT_KNOWN
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
    holdings: Holdings = field(default_factory=Holdings)


class _Inside:
    """Counts all files into places: folders that are effectively different for one account."""

    def __init__(self, all_trees: tuple[Tree, ...], answers: _Answers) -> None:
        self.trees = all_trees
        self.read = Holdings()
        self._answers = answers
        self._tree_of = {each: tree for tree in all_trees for each in tree.folders}
        self._differing = {
            each: at for tree in all_trees for each, at in tree.differing(answers.opens).items()
        }
        self._counts: dict[tuple[int, Opens], _Count] = defaultdict(_Count)

    def count_files(self, connection: Connection) -> None:
        """Count the files and bytes of each place."""
        rows = connection.exec_driver_sql(
            "SELECT folder_id, descriptor_id, count(*), sum(size_bytes), sum(state = 'gap')"
            # Once through all entries: through the index of names it takes half as long again.
            " FROM entry NOT INDEXED WHERE state <> 'excluded' GROUP BY folder_id, descriptor_id"
        )
        for folder_id, descriptor_id, files, size_bytes, unread in rows:
            tree = self._tree_of.get(folder_id)
            if tree is None:
                continue
            key = tree.key_of(folder_id, descriptor_id)
            count = self._counts[self._differing[folder_id], self._answers.opens(key)]
            count.files += files
            count.size_bytes += size_bytes
            count.unread += unread
            count.by_key[key] += files

    def count_held(self, connection: Connection) -> None:
        """Count what was found in the files of each place."""
        for file in files_that_hold(connection):
            tree = self._tree_of.get(file.folder_id)
            if tree is None:
                continue
            opens = self._answers.opens(tree.key_of(file.folder_id, file.descriptor_id))
            if opens is not Opens.NONE:
                self._counts[self._differing[file.folder_id], opens].holdings.add(file)
                if opens in READING:
                    self.read.add(file)

    def places(self) -> Iterator[OpenPlace]:
        """Yield the places that can be opened, and those where that ends or is not known."""
        found = [
            (tree.root, tree.folders[folder_id].path, opens, self._place(folder_id, opens, count))
            for (folder_id, opens), count in self._counts.items()
            for tree in (self._tree_of[folder_id],)
            if opens is not Opens.NONE or self._ends_at(tree, folder_id, count)
        ]
        for *_, place in sorted(found, key=lambda each: each[:3]):
            yield place

    def _ends_at(self, tree: Tree, folder_id: int, count: _Count) -> bool:
        """Return whether what cannot be opened lies in what can, or is not fully known."""
        folder = tree.folders[folder_id]
        above = tree.folders.get(folder.parent) if folder.parent is not None else None
        around = {folder.key} if above is None else {folder.key, above.key}
        return any(self._answers.opens(key) is not Opens.NONE for key in around) or any(
            self._answers.statement(key) for key in count.by_key
        )

    def _place(self, folder_id: int, opens: Opens, count: _Count) -> OpenPlace:
        tree = self._tree_of[folder_id]
        ways: Counter[tuple[Right, tuple[str, ...]]] = Counter()
        for key, files in count.by_key.items():
            for way in self._answers.ways(key):
                ways[way] += files
        statements = (self._answers.statement(key) for key in sorted(count.by_key, key=str))
        return OpenPlace(
            share=tree.root,
            folder=shown(tree.folders[folder_id].path),
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
            statement=tuple(dict.fromkeys(each for every in statements for each in every)),
        )
