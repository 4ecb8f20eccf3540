"""Reach: the people who can read or change a file or folder, each with the path of the grant.

Worked out once per access key (gate and descriptor), for all users of the directory at once.
What is not known is said: an ACL of a model we do not read gives NotKnown, never "nobody"; an id
without an account or group stands in the statement.

Not counted as a right: what a person could come by first, such as an owner who may change the
mode, or a folder in which a file may be replaced by another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from connectors.base import DescriptorKind, Principal, SecurityDescriptor
from scanner.access.directory import Directory, UserSet, in_set, union
from scanner.access.gate import Gate, decode_gate
from scanner.access.posix import SUPERUSER, Clause, Posix, Rights, UnsupportedModel, clauses, decode
from scanner.access.wording import Words, group, passing, root, words_for

BROAD_SHARE = 0.5  # of all people: our own threshold for a group that is as good as everyone
EVERYONE = "everyone with an account"
_MOST_NAMED = 3  # people who are left out of everyone
_FEWEST_BROAD = 10  # people: below this, half of all staff is a team and not a broad group


class Right(StrEnum):
    """What a person can do, as it is stored and shown."""

    READ = "read"
    WRITE = "write"


class Grant(NamedTuple):
    """One person's right and the steps by which it is had. A tuple: a night makes millions."""

    principal: Principal
    right: Right
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broad:
    """A right that everyone, or a group of a large share of all people, has."""

    name: str
    right: Right
    people: int


@dataclass(frozen=True, slots=True)
class Reach:
    """Who can reach what an access key guards.

    ``readers`` and ``writers`` are people (staff and unknown accounts), one grant each, those
    with the same path together; ``services`` holds the grants of system accounts,
    ``administrators`` those who are or may become the superuser. ``statement`` holds sentences
    on what is not known; without any, the answer is full.
    """

    readers: tuple[Grant, ...]
    writers: tuple[Grant, ...]
    services: tuple[Grant, ...]
    administrators: tuple[Grant, ...]
    broad: tuple[Broad, ...]
    statement: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Who can reach it is not known, for the reason stated. Administrators can in any case."""

    administrators: tuple[Grant, ...]
    statement: tuple[str, ...]


class _Way(NamedTuple):
    """Users who have a right by the same steps."""

    users: UserSet
    path: tuple[str, ...]


def reach(
    gate: bytes, descriptor: SecurityDescriptor, known: Directory, broad_share: float = BROAD_SHARE
) -> Reach | NotKnown:
    """Return who can reach what ``descriptor`` guards behind an encoded gate.

    A folder is read by listing it and changed by adding to it, which needs its x bit too.
    ``broad_share`` is the part of all people from which a group counts as broad.
    """
    administrators = tuple(_administrators(known))
    if descriptor.kind is not DescriptorKind.POSIX:
        reason = "Permissions of this kind are not read yet: who can reach this is not known."
        return NotKnown(administrators, (reason,))
    posix = decode(descriptor.raw)
    way = decode_gate(gate)
    if way.unknown or isinstance(posix, UnsupportedModel):
        reason = (
            "ACL model not supported (such as NFSv4), here or on a folder on the way:"
            " who can reach this is not known."
        )
        return NotKnown(administrators, (reason,))
    through = _through(way, known)
    answers = {right: clauses(posix, wanted) for right, wanted in _wanted(posix).items()}
    granted: dict[Right, tuple[Grant, ...]] = {}
    services: list[Grant] = []
    for right, answer in answers.items():
        ways = _ways(answer, through, known, words_for(posix, right.value))
        granted[right] = tuple(_grants(ways, right, known.people, known))
        services.extend(_grants(ways, right, known.services, known))
    return Reach(
        readers=granted[Right.READ],
        writers=granted[Right.WRITE],
        services=tuple(services),
        administrators=administrators,
        broad=tuple(_broad(answers, way, union(users for users, _ in through), known, broad_share)),
        statement=tuple(_statement(answers.values(), way, known)),
    )


def _wanted(posix: Posix) -> dict[Right, Rights]:
    write = Rights.WRITE | Rights.EXECUTE if posix.is_folder else Rights.WRITE
    return {Right.READ: Rights.READ, Right.WRITE: write}


def _granted(answer: tuple[Clause, ...], known: Directory) -> Iterator[tuple[Clause, UserSet]]:
    """Yield each clause that grants with the users for whom it is the first to speak."""
    undecided: int = known.everyone
    for clause in answer:
        spoken_of = undecided & _spoken_of(clause, known)
        undecided &= ~spoken_of
        if clause.granted and spoken_of:
            yield clause, UserSet(spoken_of)


def _spoken_of(clause: Clause, known: Directory) -> UserSet:
    if clause.of_user:
        return known.bit_of_uid.get(clause.identifier, UserSet(0))
    if clause.of_group:
        return known.members.get(clause.identifier, UserSet(0))
    return known.everyone


def _through(gate: Gate, known: Directory) -> tuple[_Way, ...]:
    """Return the users whom the gate lets through, by the steps they pass."""
    ways: tuple[_Way, ...] = (_Way(known.everyone, ()),)
    for rule in gate.rules:
        ways = _ways(rule.clauses, ways, known, passing())
    return ways


def _ways(
    answer: tuple[Clause, ...], before: tuple[_Way, ...], known: Directory, words: Words
) -> tuple[_Way, ...]:
    """Return ``before`` narrowed to those whom the answer grants, with one step more."""
    ways: list[_Way] = []
    for clause, users in _granted(answer, known):
        step = words.step(clause, known)
        for earlier in before:
            both = UserSet(users & earlier.users)
            if both:
                # Two folders that let the same people through for the same reason are one step.
                path = earlier.path if step in earlier.path else (*earlier.path, step)
                ways.append(_Way(both, path))
    return tuple(ways)


def _grants(
    ways: tuple[_Way, ...], right: Right, among: UserSet, known: Directory
) -> Iterator[Grant]:
    for users, path in ways:  # disjoint: one path for each person
        for principal in in_set(UserSet(users & among), known):
            yield Grant(principal, right, path)


def _administrators(known: Directory) -> Iterator[Grant]:
    superuser = known.bit_of_uid.get(SUPERUSER, UserSet(0))
    for principal in in_set(superuser, known):
        yield Grant(principal, Right.WRITE, (root(),))
    for gid in known.administrator_groups:
        members = known.members.get(gid, UserSet(0))
        step = f"member of {group(gid, known)}, which may by custom become root"
        superuser, members = UserSet(superuser | members), UserSet(members & ~superuser)
        for principal in in_set(members, known):
            yield Grant(principal, Right.WRITE, (step,))


def _broad(
    answers: dict[Right, tuple[Clause, ...]],
    gate: Gate,
    through: UserSet,
    known: Directory,
    broad_share: float,
) -> Iterator[Broad]:
    people = known.people.bit_count()
    anyone_passes = all(rule.clauses[-1].granted for rule in gate.rules)
    for right, answer in answers.items():
        granted = tuple(_granted(answer, known))
        for clause, users in granted:
            reached = (users & through & known.people).bit_count()
            if clause.of_group:
                if reached >= max(_FEWEST_BROAD, broad_share * people):
                    yield Broad(group(clause.identifier, known), right, reached)
            elif not clause.of_user and anyone_passes:
                allowed = union(each for _, each in granted) & through
                shut_out = UserSet(known.people & ~allowed)
                yield Broad(f"{EVERYONE}{_but(shut_out, known)}", right, reached)


def _but(shut_out: UserSet, known: Directory) -> str:
    """Return who is not among everyone, in words: "" where nobody is left out."""
    if not shut_out:
        return ""
    number = shut_out.bit_count()
    if number > _MOST_NAMED:
        return f" but {number:,} people"
    return f" but {', '.join(each.name for each in in_set(shut_out, known))}"


def _statement(
    answers: Iterable[tuple[Clause, ...]], gate: Gate, known: Directory
) -> Iterator[str]:
    """Yield a sentence for each id that is granted something and is not in the directory."""
    rules = (*answers, *(rule.clauses for rule in gate.rules))
    granting = {clause for rule in rules for clause in rule if clause.granted}
    users = {clause.identifier for clause in granting if clause.of_user} - {SUPERUSER}
    for uid in sorted(users - known.bit_of_uid.keys()):
        yield f"User {uid} is granted access but is not a known account: perhaps one removed."
    groups = {clause.identifier for clause in granting if clause.of_group}
    for gid in sorted(groups - known.members.keys() - known.group_names.keys()):
        yield f"Group {gid} is granted access but is not known here: its members are not counted."
