"""Access truth over SMB: our decisions against smbd's own, and rules broken on purpose."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from benchmarks.smb_trials import OPEN_SHARE, RIGHTS, SmbTrials, Trial, hold_smb_trials
from connectors.base import DescriptorKind, SecurityDescriptor
from scanner.access.answers import NotKnown, Right
from scanner.access.directory import NOBODY, Directory, directory, in_set
from scanner.access.gate import OPEN, encode
from scanner.access.nt.descriptor import Ace, AceType, NoDacl, NtDescriptor, decode
from scanner.access.nt.evaluate import FileRight, Guards, Server, effective
from scanner.access.nt.sids import NETWORK, OWNER_RIGHTS
from scanner.access.reach import reach

_INTERACTIVE = "S-1-5-4"


class Compared(NamedTuple):
    """How many decisions were compared, and a line for each that differs."""

    decisions: int
    differences: tuple[str, ...]


class Mutant(NamedTuple):
    """A rule broken on purpose: what it does to descriptors, accounts and guards."""

    descriptor: Callable[[NtDescriptor], NtDescriptor] = lambda descriptor: descriptor
    known: Callable[[Directory], Directory] = lambda known: known
    guards: Callable[[Guards], Guards] = lambda guards: guards


def _aces(change: Callable[[tuple[Ace, ...]], tuple[Ace, ...]]) -> Mutant:
    def changed(descriptor: NtDescriptor) -> NtDescriptor:
        if isinstance(descriptor.dacl, NoDacl):
            return descriptor
        return replace(descriptor, dacl=change(descriptor.dacl))

    return Mutant(descriptor=changed)


def _only(keep: Callable[[Ace], bool]) -> Mutant:
    return _aces(lambda aces: tuple(ace for ace in aces if keep(ace)))


def _without(known: Directory, sid: str) -> Directory:
    return replace(known, members={**known.members, sid: NOBODY})


def _flat(known: Directory) -> Directory:
    return replace(known, members=known.direct)


_IDLE = Ace(AceType.ALLOW, 0, 0, OWNER_RIGHTS)  # takes the implied rights away and grants nothing

MUTANTS: Mapping[str, Mutant] = {
    "owners are implied nothing": _aces(lambda aces: (_IDLE, *aces)),
    "OWNER RIGHTS ignored": _only(lambda ace: ace.sid != OWNER_RIGHTS),
    "inherit-only ACEs count": _aces(
        lambda aces: tuple(replace(ace, flags=ace.flags & ~0x08) for ace in aces)
    ),
    "denying ACEs always first": _aces(
        lambda aces: tuple(sorted(aces, key=lambda ace: ace.kind != AceType.DENY))
    ),
    "denying ACEs ignored": _only(lambda ace: ace.kind != AceType.DENY),
    "inherited ACEs dropped": _only(lambda ace: not ace.inherited),
    "groups dropped": Mutant(
        known=lambda known: replace(
            known,
            members={sid: m for sid, m in known.members.items() if sid not in known.group_names},
        )
    ),
    "groups in groups dropped": Mutant(known=_flat),
    "NETWORK not held": Mutant(known=lambda known: _without(known, NETWORK)),
    "INTERACTIVE held": Mutant(
        known=lambda known: replace(known, members={**known.members, _INTERACTIVE: known.everyone})
    ),
    "empty DACL taken for none": Mutant(
        descriptor=lambda each: each if each.dacl else replace(each, dacl=NoDacl(stored=True))
    ),
    "no DACL taken for empty": Mutant(
        descriptor=lambda each: replace(each, dacl=()) if isinstance(each.dacl, NoDacl) else each
    ),
    "the share ignored": Mutant(guards=lambda guards: guards._replace(share=None)),
    "deleting by the folder ignored": Mutant(guards=lambda guards: guards._replace(folder=None)),
}


def compare(held: SmbTrials, mutant: Mutant | None = None) -> Compared:
    """Compare every decision of the evaluator with the server's."""
    change = mutant or Mutant()
    known = change.known(directory(held.accounts))
    shares = {name: decode(raw) for name, raw in held.shares.items()}
    differences: list[str] = []
    for trial in held.trials:
        guards = Guards(
            change.descriptor(decode(trial.own)),
            change.descriptor(decode(trial.folder)),
            shares[trial.share],
            Server.SAMBA,
        )
        for right in RIGHTS:
            users = effective(change.guards(guards), right, known)
            ours = {each.name for each in in_set(users, known)}
            differences.extend(_differing(held, trial, right, ours))
    return Compared(len(held.trials) * len(RIGHTS) * len(held.users), tuple(differences))


def compare_reach(held: SmbTrials) -> Compared:
    """Compare the readers and writers that reach names with those whom the server let."""
    known = directory(held.accounts)
    differences: list[str] = []
    for trial in held.trials:
        share = SecurityDescriptor(DescriptorKind.NT, held.shares[trial.share])
        own = SecurityDescriptor(DescriptorKind.NT, trial.own)
        found = reach(encode(OPEN), own, known, share=share)
        if isinstance(found, NotKnown):
            raise TypeError("a trial whose permissions are damaged")
        for right, grants in (
            (FileRight.READ_DATA, found.readers),
            (FileRight.WRITE_DATA, found.writers),
        ):
            ours = [grant.principal.name for grant in grants]
            if len(set(ours)) != len(ours):
                differences.append(f"{trial.path}: somebody is granted {right.name} twice")
            differences.extend(_differing(held, trial, right, set(ours)))
    return Compared(len(held.trials) * len(Right) * len(held.users), tuple(differences))


def _differing(held: SmbTrials, trial: Trial, right: FileRight, ours: set[str]) -> Iterator[str]:
    for user in held.users:
        server = right in held.answers[user, trial.path]
        if server != (user in ours):
            yield (
                f"{user} {right.name} {trial.share} {trial.path}: the server says {server}"
                f" of {decode(trial.own)}"
            )


def report(seed: int, descriptors: int) -> int:
    """Hold trials, print what they showed, and return 0 if all is as it must be, else 1.

    Raises SambaUnavailable.
    """
    with tempfile.TemporaryDirectory() as base:
        held = hold_smb_trials(Path(base), seed, descriptors)
    decided, reached = compare(held), compare_reach(held)
    for line in (*decided.differences, *reached.differences)[:20]:
        print(line)
    print(f"{descriptors:,} random descriptors, {len(held.shares)} shares, {len(held.users)} users")
    print("\nright           tried  server says yes   equal")
    for right in RIGHTS:
        yes = sum(right in answer for answer in held.answers.values())
        wrong = sum(f" {right.name} " in line for line in decided.differences)
        tried = len(held.answers)
        print(f"{right.name:14}{tried:>7,}{yes:>17,}{tried - wrong:>8,}")
    print("\ncase                            descriptors")
    for case, number in _cases(held).items():
        print(f"{case:32}{number:>11,}")
    for what, compared in (("single decisions", decided), ("readers and writers", reached)):
        equal = compared.decisions - len(compared.differences)
        print(f"\n{what} equal to smbd's: {equal:,} of {compared.decisions:,}", end="")
    print("\n\nrule broken on purpose          decisions that then differ")
    missed = 0
    for name, mutant in MUTANTS.items():
        differing = len(compare(held, mutant).differences)
        missed += not differing
        print(f"{name:32}{differing:>10,}{'' if differing else '   NOT CAUGHT'}")
    return 1 if decided.differences or reached.differences or missed else 0


def _cases(held: SmbTrials) -> dict[str, int]:
    """Return how many descriptors showed what."""
    own = [decode(trial.own) for trial in held.trials]
    users = {each.identifier for each in directory(held.accounts).users}
    listed = [each.dacl for each in own if not isinstance(each.dacl, NoDacl)]
    return {
        "NULL DACL": len(own) - len(listed),
        "empty DACL": sum(not dacl for dacl in listed),
        "owned by a group": sum(each.owner not in users for each in own),
        "with OWNER RIGHTS": sum(any(a.sid == OWNER_RIGHTS for a in dacl) for dacl in listed),
        "with inherit-only ACEs": sum(any(a.inherit_only for a in dacl) for dacl in listed),
        "allowing before denying": sum(_late_deny(dacl) for dacl in listed),
        "through a share's permissions": sum(trial.share != OPEN_SHARE for trial in held.trials),
    }


def _late_deny(dacl: tuple[Ace, ...]) -> bool:
    kinds = [ace.kind for ace in dacl]
    return AceType.DENY in kinds[kinds.index(AceType.ALLOW) :] if AceType.ALLOW in kinds else False
