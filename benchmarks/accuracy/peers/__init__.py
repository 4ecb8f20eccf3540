"""Other tools on the same text: each in its own environment, asked as its manual says.

A script here is run by the tool's own Python. It reads lines of ``{"path", "text"}`` and writes
lines of ``{"path", "entity", "text"}``, the entity being ours where the tool has the same kind.
What is compared are distinct values in a file, in the same way for every tool.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.accuracy.corpus import Row, read
from benchmarks.accuracy.score import Finding, comparable
from benchmarks.score import Rate

_SCRIPTS = Path(__file__).parent
_INSTALL_SECONDS, _RUN_SECONDS = 600, 900


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool as its registry has it, the script that asks it, and what it looks for of ours."""

    name: str
    how: str
    requirements: tuple[str, ...]
    script: str
    entities: frozenset[str]


PEERS = (
    Peer(
        "Presidio",
        "UK recognisers on",
        ("presidio-analyzer", "spacy"),
        "presidio",
        frozenset({
            "CREDIT_CARD", "EMAIL_ADDRESS", "IBAN_CODE", "IP_ADDRESS", "PHONE_NUMBER",
            "UK_DRIVING_LICENCE", "UK_NHS", "UK_NINO", "UK_PASSPORT", "UK_POSTCODE",
            "UK_VEHICLE_REGISTRATION",
        }),
    ),
    Peer(
        "scrubadub",
        "en_GB",
        ("scrubadub",),
        "scrubadub",
        frozenset({
            "CREDIT_CARD", "EMAIL_ADDRESS", "PHONE_NUMBER", "UK_DRIVING_LICENCE", "UK_NINO",
            "UK_POSTCODE", "UK_TRN", "UK_VEHICLE_REGISTRATION",
        }),
    ),
    Peer(
        "hawk-scanner",
        "own patterns",
        ("hawk-scanner",),
        "hawk",
        frozenset({"CREDIT_CARD", "EMAIL_ADDRESS", "IP_ADDRESS", "PHONE_NUMBER"}),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tool got right on the shared text, or why it could not be asked."""

    name: str
    precision: Mapping[str, Rate] = field(default_factory=dict)
    recall: Mapping[str, Rate] = field(default_factory=dict)
    trouble: str | None = None


def ask(peer: Peer, texts: Mapping[str, str], build: Path, python: str) -> Iterable[Row] | str:
    """Return what a tool found in ``texts``, or in one line why it found nothing."""
    home = build / peer.script
    home.mkdir(parents=True, exist_ok=True)
    given, found = home / "texts.jsonl", home / "found.jsonl"
    with given.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps({"path": p, "text": t}) + "\n" for p, t in texts.items())
    own = home / "venv" / "bin" / "python"
    steps: list[tuple[str, list[str], int]] = []
    if not (home / "installed").exists():
        pip = [str(own), "-m", "pip", "install", "--quiet", *peer.requirements]
        steps = [
            ("not installed", [python, "-m", "venv", "--clear", str(home / "venv")], 120),
            ("not installed", pip, _INSTALL_SECONDS),
            ("not installed", ["touch", str(home / "installed")], 10),
        ]
    script = str(_SCRIPTS / f"ask_{peer.script}.py")
    steps.append(("not run", [str(own), script, str(given), str(found)], _RUN_SECONDS))
    for trouble, command, seconds in steps:
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=seconds, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return f"{trouble}: {type(error).__name__}"
        if done.returncode:
            said = (done.stderr.strip().splitlines() or ["no message"])[-1]
            return f"{trouble}: {said}"
    return list(read(found))


def version(peer: Peer, build: Path) -> str:
    """Return the version that the registry served, or "" if it cannot be had."""
    own = build / peer.script / "venv" / "bin" / "python"
    words = f"import importlib.metadata as m; print(m.version({peer.requirements[0]!r}))"
    try:
        done = subprocess.run([str(own), "-c", words], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()


def canonical(entity: str, text: str) -> str:
    """Return what a tool found as the canonical value that the truth has.

    >>> canonical("PHONE_NUMBER", "+44 (0)7700 900123"), canonical("UK_NINO", "qq 12 34 56 c")
    ('+447700900123', 'QQ123456')
    """
    if entity == "PHONE_NUMBER":
        number = "".join(c for c in text if c.isdigit()).removeprefix("00").removeprefix("44")
        return f"+44{number.removeprefix('0')}"
    if entity == "EMAIL_ADDRESS":
        return text.lower().removeprefix("mailto:")
    return comparable(entity, text)


def outcome(
    name: str, found: Iterable[tuple[str, str, str]], truths: Iterable[Row], entities: Iterable[str]
) -> Outcome:
    """Return precision and recall over distinct (path, entity, canonical value)."""
    wanted: dict[str, set[tuple[str, str]]] = {entity: set() for entity in entities}
    free: set[tuple[str, str, str]] = set()
    for row in truths:
        path, entity = str(row["path"]), str(row["entity"])
        value = comparable(entity, str(row["canonical"]))
        if entity in wanted and row["required"]:
            wanted[entity].add((path, value))
        elif not row["required"]:
            free.add((path, entity, value))
    got: dict[str, set[tuple[str, str]]] = {entity: set() for entity in wanted}
    for path, entity, value in found:
        if entity in got and ((path, value) in wanted[entity] or (path, entity, value) not in free):
            got[entity].add((path, value))
    return Outcome(
        name,
        {e: Rate(len(got[e] & wanted[e]), len(got[e])) for e in wanted},
        {e: Rate(len(got[e] & wanted[e]), len(wanted[e])) for e in wanted},
    )


def side_by_side(
    texts: Mapping[str, str], ours: Iterable[Finding], truths: list[Row], build: Path, python: str
) -> list[Outcome]:
    """Return our outcome and each peer's on the same texts."""
    kinds = sorted({entity for peer in PEERS for entity in peer.entities})
    own = [(f.path, f.entity, comparable(f.entity, f.canonical)) for f in ours if f.path in texts]
    shared = [row for row in truths if row["path"] in texts]
    outcomes = [outcome("Stocktake", own, shared, kinds)]
    for peer in PEERS:
        answer = ask(peer, texts, build, python)
        name = f"{peer.name} {version(peer, build)} ({peer.how})".replace("  ", " ")
        if isinstance(answer, str):
            outcomes.append(Outcome(name, trouble=answer))
            continue
        found = [
            (str(row["path"]), str(row["entity"]), canonical(str(row["entity"]), str(row["text"])))
            for row in answer
        ]
        outcomes.append(outcome(name, found, shared, sorted(peer.entities)))
    return outcomes
