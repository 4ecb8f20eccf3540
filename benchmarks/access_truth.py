"""Access truth: our decisions against the kernel's and smbd's, on random users and permissions.

Run as root: ``python -m benchmarks.access_truth --cases 20000`` asks the kernel,
``python -m benchmarks.access_truth smb --descriptors 2000`` a real smbd, which it starts. Exit
status 1 if any differs.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import smb_truth
from benchmarks.kernel_trials import (
    EXECUTE,
    QUESTIONS,
    READ,
    READ_WRITE,
    WRITE,
    KernelUnavailable,
    Trials,
    User,
    hold_trials,
    random_users,
)
from connectors.base import (
    Accounts,
    DescriptorKind,
    Principal,
    PrincipalKind,
    Ref,
    SecurityDescriptor,
)
from connectors.local import LocalFolder
from scanner.access.answers import NotKnown
from scanner.access.directory import Directory, directory
from scanner.access.gate import OPEN, Gate, below, encode
from scanner.access.posix import Posix, Rights, UnsupportedModel, allowed, decode
from scanner.access.reach import reach
from tests.servers.samba import SambaUnavailable

_HOST = "fileserver"
_FILES = 300  # per tree


def described(trials: Trials) -> Iterator[tuple[int, SecurityDescriptor, Gate]]:
    """Yield the place of each path with its descriptor and gate, read as a scan reads them."""
    share = LocalFolder(trials.base)
    gates: dict[tuple[str, ...], Gate] = {(): below(OPEN, share.security(Ref((), "")))}
    try:
        for place, path in enumerate(trials.paths):
            descriptor = share.security(Ref(path[:-1], path[-1]))
            gate = gates[path[:-1]]
            yield place, descriptor, gate
            if path[-1].startswith("f"):
                gates[path] = below(gate, descriptor)
    finally:
        share.close()


def directory_of(users: tuple[User, ...]) -> Directory:
    """Return the users of trials as a directory."""
    gids = sorted({gid for user in users for gid in user.gids})
    return directory(
        Accounts(
            authority=_HOST,
            principals=(
                *(
                    Principal(_HOST, f"uid:{u.uid}", PrincipalKind.STAFF, f"user{u.uid}")
                    for u in users
                ),
                *(Principal(_HOST, f"gid:{g}", PrincipalKind.GROUP, f"group{g}") for g in gids),
            ),
            memberships=tuple((f"gid:{g}", f"uid:{u.uid}") for u in users for g in u.gids),
        )
    )


def compare_decisions(trials: Trials) -> tuple[int, list[str]]:
    """Return the number of single decisions compared and a line for each that differs."""
    posix_of: dict[tuple[str, ...], Posix] = {}
    compared, differences = 0, []
    for place, descriptor, _ in described(trials):
        path = trials.paths[place]
        posix = decode(descriptor.raw)
        if isinstance(posix, UnsupportedModel):
            raise ValueError("a trial without a POSIX ACL")
        posix_of[path] = posix
        for number, user in enumerate(trials.users):
            passes = all(
                allowed(posix_of[path[:depth]], user.uid, user.gids, Rights.EXECUTE).granted
                for depth in range(1, len(path))
            )
            for question in QUESTIONS:
                wanted = wanted_for(question, posix)
                ours = passes and allowed(posix, user.uid, user.gids, wanted).granted
                compared += 1
                if ours != (question in trials.answers[number, place]):
                    differences.append(f"{user} {question} {path}: we say {ours} of {posix}")
    return compared, differences


def compare_reach(trials: Trials) -> tuple[int, list[str]]:
    """Return the number of read and write decisions of reach compared and those that differ."""
    known = directory_of(trials.users)
    compared, differences = 0, []
    for place, descriptor, gate in described(trials):
        found = reach(encode(gate), descriptor, known)
        if isinstance(found, NotKnown):
            raise ValueError("a trial without a POSIX ACL")
        for question, grants in ((READ, found.readers), (WRITE, found.writers)):
            ours = {grant.principal.identifier for grant in grants}
            if len(ours) != len(grants):
                differences.append(f"{trials.paths[place]}: somebody is granted {question} twice")
            for number, user in enumerate(trials.users[1:], start=1):  # the superuser is apart
                compared += 1
                said = f"uid:{user.uid}" in ours
                if said != (question in trials.answers[number, place]):
                    differences.append(
                        f"{user} {question} {trials.paths[place]}: reach says {said}"
                    )
    return compared, differences


def wanted_for(question: str, posix: Posix) -> Rights:
    """Return the rights that a question asks of the file or folder itself."""
    if question in (WRITE, READ_WRITE) and posix.is_folder:
        return Rights.WRITE | Rights.EXECUTE
    rights = {READ: Rights.READ, WRITE: Rights.WRITE, EXECUTE: Rights.EXECUTE}
    return rights.get(question, Rights.READ | Rights.WRITE)


def main() -> int:
    """Hold trials and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("against", nargs="?", choices=("kernel", "smb"), default="kernel")
    parser.add_argument("--cases", type=int, default=20_000, help="decisions of the kernel")
    parser.add_argument("--descriptors", type=int, default=2_000, help="of files for smbd")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="on a file system with ACLs (build/)")
    options = parser.parse_args()
    try:
        if options.against == "smb":
            return smb_truth.report(options.seed, options.descriptors)
        return _against_kernel(options)
    except (KernelUnavailable, SambaUnavailable) as error:
        sys.exit(f"access_truth: {error}")


def _against_kernel(options: argparse.Namespace) -> int:
    """Hold trials until ``--cases`` decisions were compared; print what differs and the times."""
    folder = options.folder or Path("build")
    folder.mkdir(exist_ok=True)
    decisions, reached, seed = 0, 0, options.seed
    decision_seconds = reach_seconds = 0.0
    differences: list[str] = []
    while decisions + reached < options.cases:
        with tempfile.TemporaryDirectory(dir=folder) as base:
            trials = hold_trials(Path(base), seed, _FILES)
            started = time.process_time()
            count, wrong = compare_decisions(trials)
            decision_seconds += time.process_time() - started
            started = time.process_time()
            reach_count, reach_wrong = compare_reach(trials)
            reach_seconds += time.process_time() - started
        decisions, reached, seed = decisions + count, reached + reach_count, seed + 1
        differences += wrong + reach_wrong
    for line in differences[:20]:
        print(line)
    total = decisions + reached
    print(f"equal to the kernel: {total - len(differences):,} of {total:,} decisions")
    print(f"single decision, with descriptor and way: {decision_seconds / decisions * 1e6:.1f} us")
    print(f"through encoder, gate and reach: {reach_seconds / reached * 1e6:.1f} us a decision")
    print(f"reach for 10,000 users: {time_large_reach() * 1e3:.1f} ms a key")
    return 1 if differences else 0


def time_large_reach() -> float:
    """Return the CPU seconds of the dearest key: ten thousand people, all may read and write."""
    dice = random.Random(1)
    gids = range(1, 400)
    users = tuple(User(uid, tuple(dice.sample(gids, 5))) for uid in range(1000, 11_000))
    known = directory_of((*random_users(dice), *users))
    open_to_all = SecurityDescriptor(
        DescriptorKind.POSIX, bytes([1, 0]) + (0o666).to_bytes(2, "little") + bytes(8)
    )
    times = []
    for _ in range(5):
        started = time.process_time()
        reach(encode(OPEN), open_to_all, known)
        times.append(time.process_time() - started)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
