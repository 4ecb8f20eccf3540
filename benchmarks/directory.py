"""A large domain: its export read, its groups closed over, its accounts stored, and an answer.

``python -m benchmarks.directory [--users 50000] [--groups 5000]`` writes an invented export below
``build/bench`` and prints what each step takes. Each user is in ten groups, each group in three.
"""

from __future__ import annotations

import argparse
import base64
import json
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from benchmarks.measure import BENCH, fresh_database
from connectors.base import Accounts, DescriptorKind, SecurityDescriptor
from connectors.directory.export import read_export
from connectors.directory.merged import merged
from scanner.access.directory import directory
from scanner.access.reach import reach
from scanner.catalogue import access
from scanner.catalogue.engine import writer as open_writer
from scanner.catalogue.migrate import migrate
from scanner.catalogue.writer import Writer
from tests.servers.descriptors import ALLOW, AceBytes, encode, sid_bytes

_DOMAIN = "S-1-5-21-1-2-3"
_FIRST_USER, _FIRST_GROUP = 10_000, 1_000_000
_GROUPS_OF_A_USER, _GROUPS_OF_A_GROUP = 10, 3
_BASE = "DC=lab,DC=example"
_ACES = 4
_SECONDS, _PEAK_BYTES = 60, 500_000_000  # the issue, "Speed and memory"
_T = TypeVar("_T")


def write_export(path: Path, users: int, groups: int) -> None:
    """Write an invented domain as LDIF. Groups lie in those of lower number, so in no loop."""
    chance = random.Random(1)
    members: list[list[str]] = [[] for _ in range(groups)]
    for user in range(users):
        for _ in range(_GROUPS_OF_A_USER):
            members[chance.randrange(groups)].append(_user(user))
    for group in range(1, groups):
        for _ in range(_GROUPS_OF_A_GROUP):
            members[chance.randrange(group)].append(_group(group))
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as export:
        for lines in _objects(users, members):
            export.write("\n".join(lines) + "\n\n")


def _objects(users: int, members: list[list[str]]) -> Iterator[list[str]]:
    yield [f"dn: {_BASE}", "objectClass: domainDNS", _sid(_DOMAIN)]
    for user in range(users):
        yield [
            f"dn: {_user(user)}",
            *("objectClass: person", "objectClass: user", f"sAMAccountName: user{user}"),
            *("primaryGroupID: 513", "userAccountControl: 512", "accountExpires: 0"),
            _sid(f"{_DOMAIN}-{_FIRST_USER + user}"),
        ]
    for group, held in enumerate(members):
        yield [
            f"dn: {_group(group)}",
            *("objectClass: group", f"sAMAccountName: group{group}", "groupType: -2147483646"),
            _sid(f"{_DOMAIN}-{_FIRST_GROUP + group}"),
            *(f"member: {each}" for each in held),
        ]


def _user(number: int) -> str:
    return f"CN=User {number},OU=Staff,{_BASE}"


def _group(number: int) -> str:
    return f"CN=Group {number},OU=Groups,{_BASE}"


def _sid(sid: str) -> str:
    return f"objectSid:: {base64.b64encode(sid_bytes(sid)).decode()}"


def measure(users: int, groups: int) -> dict[str, object]:
    """Return what each step takes, and the most memory of all."""
    path = BENCH / "directory.ldif"
    write_export(path, users, groups)
    server = Accounts("files01", (), (("S-1-5-32-545", f"{_DOMAIN}-513"),), others=(_DOMAIN,))
    told, reading = _timed(lambda: read_export(path, datetime.now(UTC)))
    accounts, merging = _timed(lambda: merged(server, told))
    known, closing = _timed(lambda: directory(accounts))
    _, storing = _timed(lambda: _store(accounts))
    chance = random.Random(2)
    named = [f"{_DOMAIN}-{_FIRST_GROUP + chance.randrange(groups)}" for _ in range(_ACES)]
    raw = encode("", "", [AceBytes(ALLOW, 0, 0x1200A9, sid) for sid in named])
    open_share = encode("", "", [AceBytes(ALLOW, 0, 0x1F01FF, "S-1-1-0")])
    own, share = (SecurityDescriptor(DescriptorKind.NT, each) for each in (raw, open_share))
    _, answering = _timed(lambda: reach(b"", own, known, share=share))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    total = reading + merging + closing + storing
    return {
        "users": users,
        "groups": groups,
        "memberships": len(accounts.memberships),
        "export read, s": round(reading, 2),
        "joined with the server's, s": round(merging, 2),
        "closed over, s": round(closing, 2),
        "stored, s": round(storing, 2),
        "one answer, s": round(answering, 3),
        "peak, MB": round(peak / 1e6),
        "within limit": total < _SECONDS and peak < _PEAK_BYTES,
    }


def _timed(work: Callable[[], _T]) -> tuple[_T, float]:
    began = time.perf_counter()
    made = work()
    return made, time.perf_counter() - began


def _store(accounts: Accounts) -> None:
    database = fresh_database("directory")
    engine = open_writer(database)
    try:
        migrate(engine, database)
        with engine.connect() as connection:
            writer = Writer(connection)
            access.store_accounts(writer, 1, accounts)
            writer.commit()
    finally:
        engine.dispose()


def main() -> int:
    """Measure and print; 1 where it is over the limit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--users", type=int, default=50_000)
    options.add_argument("--groups", type=int, default=5_000)
    given = options.parse_args()
    result = measure(given.users, given.groups)
    json.dump(result, sys.stdout, indent=1)
    print()
    return 0 if result["within limit"] else 1


if __name__ == "__main__":
    sys.exit(main())
