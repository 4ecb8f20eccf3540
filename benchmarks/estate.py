"""An invented estate put straight into a catalogue: shares of a council, no file on any disk.

Folders lie three deep. Some break inheritance with a descriptor of their own, which all below has
too; one file in fifty has another. A descriptor lets one to three teams in, one in fifty of them
everybody. Who can reach what is then worked out as a scan does it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from connectors.base import Accounts, DescriptorKind, Principal, PrincipalKind, SecurityDescriptor
from scanner import reach
from scanner.access import gate
from scanner.catalogue import runs
from scanner.catalogue.descriptors import Descriptors
from scanner.catalogue.engine import Connection
from scanner.catalogue.engine import writer as open_writer
from scanner.catalogue.migrate import migrate
from scanner.catalogue.refreshes import Readers, readers_changed, store_refresh
from scanner.catalogue.sums import sum_up
from scanner.catalogue.writer import Writer, utc_now
from tests.servers.descriptors import ALLOW, AceBytes, encode

SERVER = "files01"
PERSON = r"LAB\person7"
_DOMAIN = "S-1-5-21-7-8-9"
_FIRST_USER, _FIRST_GROUP = 10_000, 1_000_000
_SHARES = 4
_FILES_OF_A_FOLDER, _FOLDERS_OF_A_FOLDER = 20, 24
_TEAMS_OF_A_USER, _USERS_OF_A_TEAM = 4, 12
_ONE_OTHER_IN = 50  # files
_ONE_FOUND_IN = 5  # files hold something
_ONE_COPY_IN = 10  # of those
_READ, _CHANGE = 0x1200A9, 0x1301BF
_KINDS = (("UK_NINO", "identity"), ("PERSON", "identity"), ("UK_NHS", "health"))
_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything there is; one in ``one_broad_in`` descriptors lets everybody in."""

    entries: int
    descriptors: int
    people: int
    one_broad_in: int = 50


class Domain:
    """Invented accounts: each person is in some teams of a dozen.

    With ``joined`` the first person is in one team more, with ``newcomer`` somebody is who was
    not there.
    """

    def __init__(self, people: int, *, joined: bool = False, newcomer: bool = False) -> None:
        chance = random.Random(3)
        self._teams = max(1, people * _TEAMS_OF_A_USER // _USERS_OF_A_TEAM)
        users = [f"{_DOMAIN}-{_FIRST_USER + each}" for each in range(people)]
        new = [f"{_DOMAIN}-{_FIRST_USER + people}"] if newcomer else []
        self._told = Accounts(
            SERVER,
            (
                *_principals(users + new, PrincipalKind.STAFF, "person"),
                *_principals(map(self.team, range(self._teams)), PrincipalKind.GROUP, "team"),
            ),
            (
                *((self.team(0), each) for each in (users[:1] if joined else []) + new),
                *(
                    (self.team(chance.randrange(self._teams)), user)
                    for user in users
                    for _ in range(_TEAMS_OF_A_USER)
                ),
            ),
        )

    def accounts(self, identifiers: Iterable[str]) -> Accounts:  # noqa: ARG002 - all are told
        """Return all users and groups."""
        return self._told

    def team(self, number: int) -> str:
        """Return the SID of a team; there are as many as the people make."""
        return f"{_DOMAIN}-{_FIRST_GROUP + number % self._teams}"


def make_files(database: Path, size: Size) -> None:
    """Fill a new catalogue with shares, folders, files and what was found in them."""
    engine = open_writer(database)
    try:
        migrate(engine, database)
        with engine.connect() as connection:
            writer = Writer(connection)
            numbers = _store_descriptors(writer, size)
            gate_id = Descriptors(writer).gate_id(gate.OPEN)
            writer.flush()
            _store_shares(connection, numbers[0], gate_id)
            chance = random.Random(1)
            for share in range(_SHARES):
                tree = _Tree(share, size, numbers[1:], gate_id, chance)
                _many(connection, "folder", tree.folders())
                _many(connection, "folder_access", tree.access())
                _many(connection, "entry", tree.entries())
            _store_found(connection, size, chance)
            writer.commit()
    finally:
        engine.dispose()


def work_out_reach(database: Path, domain: Domain) -> int:
    """Answer each access key as a scan does; return how many there are."""
    engine = open_writer(database)
    try:
        with engine.connect() as connection:
            writer = Writer(connection)
            for share in range(_SHARES):
                reach.refresh(writer, domain, share + 1, share + 1, reach.Guards.CHANGED)
            writer.commit()
            return int(connection.exec_driver_sql("SELECT count(*) FROM access_key").scalar_one())
    finally:
        engine.dispose()


def refresh_reach(database: Path, domain: Domain) -> list[Readers]:
    """Answer the access keys anew as ``refresh-access`` does; return who reads each share now."""
    engine = open_writer(database)
    try:
        with engine.connect() as connection:
            writer = Writer(connection)
            refresh_id, started = runs.next_id(connection), utc_now()
            reach.refresh(writer, domain, 1, refresh_id, reach.Guards.KNOWN)
            readers = [readers_changed(writer, each + 1, refresh_id) for each in range(_SHARES)]
            store_refresh(writer, refresh_id, SERVER, started, None)
            writer.commit()
            return readers
    finally:
        engine.dispose()


def sum_up_shares(database: Path) -> None:
    """Sum up each share as the end of a scan does."""
    engine = open_writer(database)
    try:
        with engine.connect() as connection:
            writer = Writer(connection)
            sum_up(writer)
            writer.commit()
    finally:
        engine.dispose()


def _principals(sids: Iterable[str], kind: PrincipalKind, called: str) -> Iterator[Principal]:
    for number, sid in enumerate(sids):
        yield Principal(_DOMAIN, sid, kind, rf"LAB\{called}{number}")


def _store_descriptors(writer: Writer, size: Size) -> list[int]:
    """Store the shares' descriptor, then all others; return their ids."""
    chance = random.Random(2)
    domain = Domain(size.people)
    known = Descriptors(writer)
    numbers = []
    for each in range(size.descriptors + 1):
        teams = [domain.team(chance.randrange(1 << 30)) for _ in range(chance.randint(1, 3))]
        if each % size.one_broad_in == 0:
            teams[0] = "S-1-5-11"
        masks = [_CHANGE if chance.random() < 0.3 else _READ for _ in teams]
        if each == 0:
            teams, masks = ["S-1-1-0"], [0x1F01FF]
        aces = [AceBytes(ALLOW, 0, mask, team) for mask, team in zip(masks, teams, strict=True)]
        aces.append(AceBytes(ALLOW, 0, each, "S-1-5-18"))  # makes each distinct, whoever else is in
        descriptor = SecurityDescriptor(DescriptorKind.NT, encode("", "", aces))
        numbers.append(known.id_of(descriptor))
    writer.flush()
    return numbers


def _store_shares(connection: Connection, descriptor_id: int, gate_id: int) -> None:
    now = utc_now()
    connection.exec_driver_sql("INSERT INTO run VALUES (1, ?, ?, '0')", (now, now))
    for share in range(1, _SHARES + 1):
        connection.exec_driver_sql(
            "INSERT INTO share (id, connector, root, name, descriptor_id, gate_id, source)"
            " VALUES (?, 'smb', ?, ?, ?, ?, ?)",
            (share, f"smb://{SERVER}/s{share}", f"s{share}", descriptor_id, gate_id, SERVER),
        )
        connection.exec_driver_sql(
            "INSERT INTO share_run (id, run_id, share_id, started, finished, outcome, sets,"
            " enumerated, examined, unchanged, excluded, gaps)"
            " VALUES (?, 1, ?, ?, ?, 'complete', x'', 0, 0, 0, 0, 0)",
            (share, share, now, now),
        )


class _Tree:
    """One share's folders, each numbered after the one it lies in."""

    def __init__(
        self, share: int, size: Size, numbers: list[int], gate_id: int, chance: random.Random
    ) -> None:
        count = max(1, size.entries // _SHARES // _FILES_OF_A_FOLDER)
        self._share, self._gate_id, self._chance, self._count = share, gate_id, chance, count
        self._first = share * count + 1
        of_share = numbers[share::_SHARES]
        breaks = max(1, count // len(of_share))
        self._numbers = of_share
        self._of_folder: list[int] = []
        for each in range(count):
            own = each % breaks == 0 and each // breaks < len(of_share)
            above = self._of_folder[(each - 1) // _FOLDERS_OF_A_FOLDER] if each else of_share[0]
            self._of_folder.append(of_share[each // breaks] if own else above)

    def folders(self) -> Iterator[tuple[object, ...]]:
        """Yield rows of folder."""
        paths = [""]
        for each in range(self._count):
            parent = (each - 1) // _FOLDERS_OF_A_FOLDER
            if each:
                above = f"{paths[parent]}/" if parent else ""
                paths.append(f"{above}folder {each}")
            yield (
                *(self._first + each, self._share + 1, self._first + parent if each else None),
                *(paths[each], None, None, _FILES_OF_A_FOLDER, None, None, 1, None, 1),
            )

    def access(self) -> Iterator[tuple[object, ...]]:
        """Yield rows of folder_access."""
        for each, descriptor in enumerate(self._of_folder):
            yield self._first + each, 1, None, self._gate_id, descriptor

    def entries(self) -> Iterator[tuple[object, ...]]:
        """Yield rows of entry."""
        for each, own in enumerate(self._of_folder):
            for file in range(_FILES_OF_A_FOLDER):
                number = (self._first + each - 1) * _FILES_OF_A_FOLDER + file + 1
                other = self._chance.randrange(_ONE_OTHER_IN) == 0
                descriptor = self._chance.choice(self._numbers) if other else own
                size = self._chance.randrange(1_000_000)
                yield (
                    *(number, self._first + each, f"letter about the case {file}.docx", size),
                    *(0, 0, number, None, descriptor, "examined", None, 1, 1, None, 0),
                )


def _store_found(connection: Connection, size: Size, chance: random.Random) -> None:
    """Give each entry a content, and one in five findings; of those one in ten is a copy."""
    _many(connection, "content", _contents(size.entries, chance))
    connection.exec_driver_sql(
        "UPDATE entry SET content_id = iif(id % ? = 0, id / ? * ?, id)",
        (_ONE_COPY_IN * _ONE_FOUND_IN, _ONE_COPY_IN * _ONE_FOUND_IN, _ONE_FOUND_IN),
    )
    _many(connection, "finding", _findings(size.entries, chance))


def _contents(entries: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(1, entries + 1):
        most = chance.randint(1, 60) if number % _ONE_FOUND_IN == 0 else 0
        yield (
            *(number, number.to_bytes(32, "big"), 1000, "text/plain", b"sets", None, 0, 0),
            *(most // 2, most, None),
        )


def _findings(entries: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for content in range(_ONE_FOUND_IN, entries + 1, _ONE_FOUND_IN):
        for entity, category in _KINDS:
            count = chance.randint(1, 60)
            yield (
                *(None, content, None, entity, category, count, count),
                *("exact", 0.9, 0, 1, None),
            )


def _many(connection: Connection, table: str, rows: Iterator[tuple[object, ...]]) -> None:
    batch: list[tuple[object, ...]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            _insert(connection, table, batch)
            batch = []
    _insert(connection, table, batch)


def _insert(connection: Connection, table: str, rows: list[tuple[object, ...]]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - constants
