"""Reach by POSIX permissions and the folders on the way. See ``scanner.access.reach``.

Not counted as a right: what a person could come by first, such as an owner who may change the
mode, or a folder in which a file may be replaced by another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scanner.access.answers import (
    FEWEST_BROAD,
    Broad,
    Grant,
    NotKnown,
    Reach,
    Right,
    Way,
    everyone_but,
    grants,
    narrowed,
)
from scanner.access.directory import NOBODY, Directory, UserSet, in_set, union
from scanner.access.gate import Gate, decode_gate
from scanner.access.posix import SUPERUSER, Clause, Posix, Rights, UnsupportedModel, clauses, decode
from scanner.access.wording import Words, group, passing, root, words_for


def posix_reach(gate: bytes, raw: bytes, known: Directory, broad_share: float) -> Reach | NotKnown:
    """Return who can reach what a raw POSIX descriptor guards behind an encoded gate.

    A folder is read by listing it and changed by adding to it, which needs its x bit too.
    """
    administrators = tuple(posix_administrators(known))
    posix = decode(raw)
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
        granted[right] = tuple(grants(ways, right, known.people, known))
        services.extend(grants(ways, right, known.services, known))
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
        return known.user(f"uid:{clause.identifier}")
    if clause.of_group:
        return known.members.get(f"gid:{clause.identifier}", NOBODY)
    return known.everyone


def _through(gate: Gate, known: Directory) -> tuple[Way, ...]:
    """Return the users whom the gate lets through, by the steps they pass."""
    ways: tuple[Way, ...] = (Way(known.everyone, ()),)
    for rule in gate.rules:
        ways = _ways(rule.clauses, ways, known, passing())
    return ways


def _ways(
    answer: tuple[Clause, ...], before: tuple[Way, ...], known: Directory, words: Words
) -> tuple[Way, ...]:
    """Return ``before`` narrowed to those whom the answer grants, with one step more."""
    return tuple(
        way
        for clause, users in _granted(answer, known)
        for way in narrowed(before, users, words.step(clause, known))
    )


def posix_administrators(known: Directory) -> Iterator[Grant]:
    """Yield the superuser and those who may by custom become it, each once."""
    superuser = known.user(f"uid:{SUPERUSER}")
    for principal in in_set(superuser, known):
        yield Grant(principal, Right.WRITE, (root(),))
    for identifier in known.administrator_groups:
        members = known.members.get(identifier, NOBODY)
        step = f"member of {group(identifier, known)}, which may by custom become root"
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
                if reached >= max(FEWEST_BROAD, broad_share * people):
                    yield Broad(group(f"gid:{clause.identifier}", known), right, reached)
            elif not clause.of_user and anyone_passes:
                allowed = union(each for _, each in granted) & through
                shut_out = UserSet(known.people & ~allowed)
                yield Broad(everyone_but(shut_out, known), right, reached)


def _statement(
    answers: Iterable[tuple[Clause, ...]], gate: Gate, known: Directory
) -> Iterator[str]:
    """Yield a sentence for each id that is granted something and is not in the directory."""
    rules = (*answers, *(rule.clauses for rule in gate.rules))
    granting = {clause for rule in rules for clause in rule if clause.granted}
    users = {clause.identifier for clause in granting if clause.of_user} - {SUPERUSER}
    for uid in sorted(users):
        if f"uid:{uid}" not in known.places:
            yield f"User {uid} is granted access but is not a known account: perhaps one removed."
    groups = {clause.identifier for clause in granting if clause.of_group}
    for gid in sorted(groups):
        if not known.is_group(f"gid:{gid}"):
            yield (
                f"Group {gid} is granted access but is not known here: its members are not counted."
            )
