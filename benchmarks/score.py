"""Precision and recall of a scan of the generated share, per entity, form and context.

``python -m benchmarks.score TRUTH OCCURRENCES ENTRIES --key-file KEY`` takes the truth that
``benchmarks.share`` wrote and two exports of the scan (``stocktake export occurrences`` and
``entries``, jsonl). What is counted are distinct (path, member, entity, token); a token is
compared by its first 16 bytes. Values that the truth calls not required count neither way, and
entities that the truth does not plant are left out.
"""

from __future__ import annotations

import argparse
import hashlib
import hmac
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Place = tuple[str, str | None]
Row = Mapping[str, object]
_TOKEN_DIGITS = 32  # hexadecimal digits of the 16 bytes that the catalogue keeps: design.md 7
_Z = 1.959963984540054  # two-sided 95 % of the normal distribution


@dataclass(slots=True)
class Rate:
    """How many of a number of trials succeeded."""

    hits: int = 0
    trials: int = 0

    def add(self, hits: int, trials: int) -> None:
        """Count further trials."""
        self.hits += hits
        self.trials += trials

    @property
    def value(self) -> float | None:
        """The share of hits, None without a trial."""
        return self.hits / self.trials if self.trials else None

    def interval(self) -> tuple[float, float] | None:
        """Return the Wilson score interval at 95 %, None without a trial.

        Source: Wilson, E. B. (1927), JASA 22, 209-212.

        >>> low, high = Rate(9, 10).interval()
        >>> round(low, 3), round(high, 3)
        (0.596, 0.982)
        """
        if not self.trials:
            return None
        n, p = self.trials, self.hits / self.trials
        middle = p + _Z * _Z / (2 * n)
        spread = _Z * math.sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n))
        scale = 1 + _Z * _Z / n
        return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)

    def as_json(self) -> dict[str, object]:
        """Return the rate for a results file."""
        return {"hits": self.hits, "of": self.trials, "rate": self.value, "95%": self.interval()}


@dataclass(slots=True)
class Score:
    """All that is counted. Keys of ``forms``, ``contexts`` and ``families`` are (entity, name)."""

    precision: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    recall: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    forms: dict[tuple[str, str], Rate] = field(default_factory=lambda: defaultdict(Rate))
    contexts: dict[tuple[str, str], Rate] = field(default_factory=lambda: defaultdict(Rate))
    families: dict[tuple[str, str], Rate] = field(default_factory=lambda: defaultdict(Rate))
    formats: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    flagged: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    traps: dict[tuple[str, str], Rate] = field(default_factory=lambda: defaultdict(Rate))
    unreadable: Rate = field(default_factory=Rate)
    right_cause: Rate = field(default_factory=Rate)
    readable_as_gap: Rate = field(default_factory=Rate)
    not_listed: int = 0
    worst: list[tuple[str, str | None, str]] = field(default_factory=list)

    def f1(self, entity: str) -> float | None:
        """Return the harmonic mean of precision and recall, None where either is unknown."""
        p, r = self.precision[entity].value, self.recall[entity].value
        if p is None or r is None:
            return None
        return 2 * p * r / (p + r) if p + r else 0.0


def token(key: bytes, entity: str, canonical: object) -> str:
    """Return the token of a canonical value as the catalogue keeps it, in hexadecimal."""
    message = f"{entity}:{canonical}".encode("utf-8", "surrogatepass")
    return hmac.new(key, message, hashlib.sha256).hexdigest()[:_TOKEN_DIGITS]


def _place(row: Row) -> Place:
    member = row["member"]
    return str(row["path"]), None if member is None else str(member)


Key = tuple[Place, str, str]


def score(
    truth: Iterable[Row], occurrences: Iterable[Row], entries: Iterable[Row], key: bytes
) -> Score:
    """Return the score of what was found against what was planted."""
    by_type: dict[str, list[Row]] = defaultdict(list)
    for row in truth:
        by_type[str(row["type"])].append(row)
    planted = _keyed(by_type["value"], key)
    found = _found(occurrences, {str(row["entity"]) for row in by_type["value"]})
    result = Score()
    _count_values(result, planted, found, {str(r["path"]): r for r in by_type["file"]})
    _count_files(result, by_type["file"], found, entries)
    for trap in by_type["trap"]:
        entity = str(trap["entity"])
        at = (_place(trap), entity, token(key, entity, trap["canonical"]))
        if at not in planted:
            result.traps[entity, str(trap["kind"])].add(at in found, 1)
    return result


def _keyed(values: list[Row], key: bytes) -> dict[Key, list[Row]]:
    """Return the planted values by what makes them one."""
    planted: dict[Key, list[Row]] = defaultdict(list)
    for row in values:
        entity = str(row["entity"])
        planted[_place(row), entity, token(key, entity, row["canonical"])].append(row)
    return planted


def _found(occurrences: Iterable[Row], entities: set[str]) -> set[Key]:
    return {
        (_place(row), str(row["entity"]), str(row["token"])[:_TOKEN_DIGITS])
        for row in occurrences
        if row["entity"] in entities
    }


def _count_values(
    result: Score, planted: dict[Key, list[Row]], found: set[Key], files: dict[str, Row]
) -> None:
    for at, rows in planted.items():
        entity, hit = at[1], at in found
        required = [row for row in rows if row["required"]]
        if not required:
            continue
        result.recall[entity].add(hit, 1)
        result.formats[str(files[at[0][0]]["format"])].add(hit, 1)
        result.families[entity, str(required[0]["family"])].add(hit, 1)
        if len(required) == 1:  # written in two ways, it would not tell which of them was found
            result.forms[entity, str(required[0]["form"])].add(hit, 1)
            result.contexts[entity, str(required[0]["context"])].add(hit, 1)
    wrong: Counter[tuple[str, str | None, str]] = Counter()
    for at in found:
        rows = planted.get(at, [])
        if rows and not any(row["required"] for row in rows):
            continue
        result.precision[at[1]].add(bool(rows), 1)
        if not rows:
            wrong[at[0][0], at[0][1], at[1]] += 1
    result.worst = [place for place, _ in wrong.most_common(20)]


def _count_files(result: Score, files: list[Row], found: set[Key], entries: Iterable[Row]) -> None:
    states = {str(row["path"]): row for row in entries}
    flagged = {at[0][0] for at in found}
    for row in files:
        path, role = str(row["path"]), str(row["role"])
        entry = states.get(path)
        gap = entry is not None and entry["state"] == "gap"
        result.not_listed += entry is None
        if row["readable"]:
            result.readable_as_gap.add(gap, 1)
        else:
            causes = row["expected_causes"]
            result.unreadable.add(gap, 1)
            right = entry is not None and isinstance(causes, list) and entry["cause"] in causes
            result.right_cause.add(gap and right, 1)
        if role in ("decoy", "clean", "planted"):
            result.flagged[role].add(path in flagged, 1)


def read_jsonl(path: Path) -> Iterator[Row]:
    """Yield the objects of a file that holds one in each line."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def as_json(result: Score) -> dict[str, object]:
    """Return the score for a results file. No path of the share and no value is in it."""
    entities = {
        entity: {
            "precision": result.precision[entity].as_json(),
            "recall": result.recall[entity].as_json(),
            "f1": result.f1(entity),
            "forms": _of(entity, result.forms),
            "contexts": _of(entity, result.contexts),
            "families": _of(entity, result.families),
            "traps taken": _of(entity, result.traps),
        }
        for entity in sorted(result.recall)
    }
    return {
        "entities": entities,
        "recall by format": {name: r.as_json() for name, r in sorted(result.formats.items())},
        "files flagged": {role: r.as_json() for role, r in sorted(result.flagged.items())},
        "unreadable files reported": result.unreadable.as_json(),
        "with the right cause": result.right_cause.as_json(),
        "readable files called gaps": result.readable_as_gap.as_json(),
        "files not listed": result.not_listed,
    }


def _of(entity: str, rates: dict[tuple[str, str], Rate]) -> dict[str, object]:
    return {name: rate.as_json() for (of, name), rate in sorted(rates.items()) if of == entity}


def _percent(rate: Rate) -> str:
    bounds = rate.interval()
    if rate.value is None or bounds is None:
        return "-"
    return f"{rate.value:.3f} ({bounds[0]:.3f}-{bounds[1]:.3f})"


def table(result: Score) -> str:
    """Return the score as Markdown: entities first, then files, then where recall is lost."""
    lines = [
        "| entity | precision (95 %) | recall (95 %) | F1 | planted | found |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for entity in sorted(result.recall):
        precision, recall, f1 = result.precision[entity], result.recall[entity], result.f1(entity)
        lines.append(
            f"| {entity} | {_percent(precision)} | {_percent(recall)} |"
            f" {'-' if f1 is None else f'{f1:.3f}'} | {recall.trials} | {precision.trials} |"
        )
    lines += ["", "| files | share | number |", "| --- | --- | --- |"]
    rates = [(f"{role} files flagged", rate) for role, rate in sorted(result.flagged.items())]
    rates += [
        ("unreadable files reported", result.unreadable),
        ("reported with the right cause", result.right_cause),
        ("readable files called gaps", result.readable_as_gap),
    ]
    lines += [f"| {name} | {_percent(rate)} | {rate.trials} |" for name, rate in rates]
    lines += ["", "| recall by | entity | recall (95 %) | planted |", "| --- | --- | --- | --- |"]
    for kind, counted in (
        ("form", result.forms),
        ("context", result.contexts),
        ("family", result.families),
    ):
        lines += [
            f"| {kind}: {name} | {entity} | {_percent(rate)} | {rate.trials} |"
            for (entity, name), rate in sorted(counted.items())
        ]
    lines += [
        f"| format: {name} | all | {_percent(rate)} | {rate.trials} |"
        for name, rate in sorted(result.formats.items())
    ]
    lines += ["", "| trap taken | as | share (95 %) | laid |", "| --- | --- | --- | --- |"]
    lines += [
        f"| {kind} | {entity} | {_percent(rate)} | {rate.trials} |"
        for (entity, kind), rate in sorted(result.traps.items())
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Score what the command line names; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.score")
    parser.add_argument("truth", type=Path)
    parser.add_argument("occurrences", type=Path)
    parser.add_argument("entries", type=Path)
    parser.add_argument("--key-file", type=Path, required=True, help="64 hexadecimal digits")
    parser.add_argument("--json", type=Path, help="write the score here too")
    parser.add_argument("--worst", action="store_true", help="name the files with wrong findings")
    options = parser.parse_args()
    try:
        key = bytes.fromhex(options.key_file.read_text("ascii").strip())
        result = score(
            read_jsonl(options.truth),
            read_jsonl(options.occurrences),
            read_jsonl(options.entries),
            key,
        )
    except (OSError, ValueError) as error:
        print(f"The score could not be had: {error}", file=sys.stderr)
        return 2
    print(table(result))
    if options.worst:
        print(
            *(f"{entity}: {path} {member or ''}" for path, member, entity in result.worst), sep="\n"
        )
    if options.json:
        options.json.write_text(json.dumps(as_json(result), indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
