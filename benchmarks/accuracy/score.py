"""Compares what ``stocktake detect`` found in a corpus with what was written there.

Values are compared as multisets: for each (path, entity, canonical value) as many findings are
right as the value was written; any more are false. What the truth calls not required counts
neither way, and so does a part of a planted name that is found by itself: the name is then missed,
but nothing false was said. Special categories, offences and safeguarding are no values: a file has
them or not, however often that is found in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from benchmarks.accuracy.corpus import Row
from benchmarks.accuracy.people import folded
from benchmarks.score import Rate

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of ``stocktake detect``, its path relative to the corpus."""

    path: str
    entity: str
    canonical: str = field(repr=False)
    confidence: float = 1.0
    explanation: str = ""

    @property
    def key(self) -> Key:
        """What makes two findings the same value in the same file."""
        return self.path, self.entity, comparable(self.entity, self.canonical)


@dataclass(slots=True)
class Score:
    """All that is counted; ``judged`` has each finding and whether it is right."""

    precision: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    recall: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    forms: dict[tuple[str, str], Rate] = field(default_factory=lambda: defaultdict(Rate))
    contexts: dict[tuple[str, str], Rate] = field(default_factory=lambda: defaultdict(Rate))
    layouts: dict[tuple[str, str], Rate] = field(default_factory=lambda: defaultdict(Rate))
    false: dict[tuple[str, str], list[Finding]] = field(default_factory=lambda: defaultdict(list))
    missed: dict[tuple[str, str], list[Row]] = field(default_factory=lambda: defaultdict(list))
    flagged: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    judged: list[tuple[Finding, bool]] = field(default_factory=list)

    @property
    def chances(self) -> list[tuple[float, bool]]:
        """How likely each finding was said to be, and whether it is right."""
        return [(finding.confidence, right) for finding, right in self.judged]

    def total(self, rates: str) -> Rate:
        """Return ``precision`` or ``recall`` over all entities together."""
        chosen = self.precision if rates == "precision" else self.recall
        whole = Rate()
        for rate in chosen.values():
            whole.add(rate.hits, rate.trials)
        return whole


def is_special(entity: str) -> bool:
    """Return whether an entity says what a file tells of somebody, which is no value.

    >>> is_special("HEALTH_DATA"), is_special("UK_NHS")
    (True, False)
    """
    return entity.endswith(("_DATA", "_SAFEGUARDING"))


def comparable(entity: str, canonical: str) -> str:
    """Return a canonical value in the form in which it is compared.

    >>> comparable("UK_NINO", "QQ123456C"), comparable("PERSON", "Siân O'Dowd")
    ('QQ123456', 'sian o dowd')
    """
    if is_special(entity):
        return ""
    if entity in ("PERSON", "UK_ADDRESS"):
        return folded(canonical)
    if entity in ("EMAIL_ADDRESS", "IP_ADDRESS", "PHONE_NUMBER", "DATE_OF_BIRTH", "SECRET"):
        return canonical.lower()
    plain = "".join(c for c in canonical.upper() if c.isalnum())
    length = {"UK_NINO": 8, "UK_DRIVING_LICENCE": 16, "UK_UTR": 10}.get(entity)
    return plain[:length]


def f1(precision: Rate, recall: Rate) -> float | None:
    """Return the harmonic mean, None where either is unknown."""
    p, r = precision.value, recall.value
    if p is None or r is None:
        return None
    return 2 * p * r / (p + r) if p + r else 0.0


def score(
    truths: Iterable[Row],
    files: Iterable[Row],
    findings: Iterable[Finding],
    entities: Collection[str],
) -> Score:
    """Return the score for those ``entities``; all others are left out on both sides."""
    result = Score()
    rows = {str(row["path"]): row for row in files}
    wanted: dict[Key, list[Row]] = defaultdict(list)
    for truth in truths:
        entity = str(truth["entity"])
        if entity in entities:
            wanted[str(truth["path"]), entity, comparable(entity, str(truth["canonical"]))].append(
                truth
            )
    found: dict[Key, list[Finding]] = defaultdict(list)
    same = _others_as_right(wanted)
    for finding in findings:
        key = same.get(finding.key, finding.key)
        if finding.entity in entities and not (is_special(finding.entity) and found[key]):
            found[key].append(finding)
    _count_wanted(result, wanted, found, rows)
    _count_found(result, wanted, found, rows)
    _count_files(result, wanted, found, rows)
    return result


def _others_as_right(wanted: dict[Key, list[Row]]) -> dict[Key, Key]:
    """Return what was written for each other value that is as right, if that was not written."""
    same: dict[Key, Key] = {}
    for key, truths in wanted.items():
        path, entity, _ = key
        for truth in truths:
            others = truth.get("also", ())
            for other in others if isinstance(others, (list, tuple)) else ():
                same.setdefault((path, entity, comparable(entity, str(other))), key)
    return {other: key for other, key in same.items() if other not in wanted}


def _count_wanted(
    result: Score,
    wanted: dict[Key, list[Row]],
    found: dict[Key, list[Finding]],
    rows: dict[str, Row],
) -> None:
    for key, truths in wanted.items():
        path, entity, _ = key
        layout = str(rows[path]["layout"])
        required = [truth for truth in truths if truth["required"]]
        hits = len(found.get(key, ()))
        for number, truth in enumerate(required):
            hit = number < hits
            result.recall[entity].add(hit, 1)
            result.forms[entity, str(truth["form"])].add(hit, 1)
            result.contexts[entity, str(truth["context"])].add(hit, 1)
            result.layouts[entity, layout].add(hit, 1)
            if not hit:
                result.missed[entity, layout].append(truth)


def _count_found(
    result: Score,
    wanted: dict[Key, list[Row]],
    found: dict[Key, list[Finding]],
    rows: dict[str, Row],
) -> None:
    names: dict[str, list[frozenset[str]]] = defaultdict(list)
    for path, entity, value in wanted:
        if entity == "PERSON":
            names[path].append(frozenset(value.split()))
    for key, same in found.items():
        path, entity, value = key
        truths = wanted.get(key, [])
        right = sum(bool(truth["required"]) for truth in truths)
        free = len(truths) - right
        if (
            not truths
            and entity == "PERSON"
            and any(set(value.split()) < name for name in names[path])
        ):
            continue
        for number, finding in enumerate(sorted(same, key=lambda f: -f.confidence)):
            if right <= number < right + free:
                continue
            hit = number < right
            result.precision[entity].add(hit, 1)
            result.judged.append((finding, hit))
            if not hit:
                result.false[entity, str(rows[path]["layout"])].append(finding)


def _count_files(
    result: Score,
    wanted: dict[Key, list[Row]],
    found: dict[Key, list[Finding]],
    rows: dict[str, Row],
) -> None:
    wrong: Counter[str] = Counter(
        path for (path, entity, value) in found if (path, entity, value) not in wanted
    )
    for path, row in rows.items():
        kind = str(row["kind"])
        if kind != "planted":
            result.flagged[kind].add(wrong[path] > 0, 1)


def calibration(
    judged: Iterable[tuple[float, bool]], bins: int = 10
) -> tuple[list[tuple[float, Rate]], float]:
    """Return mean confidence and share right of each bin that has findings, and their mean gap.

    The gap is the expected calibration error: Naeini, Cooper and Hauskrecht (2015), AAAI.
    """
    cells: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in judged:
        cells[min(int(confidence * bins), bins - 1)].append((confidence, right))
    total = sum(map(len, cells.values()))
    rows, error = [], 0.0
    for _, cell in sorted(cells.items()):
        mean = sum(confidence for confidence, _ in cell) / len(cell)
        rate = Rate(sum(right for _, right in cell), len(cell))
        rows.append((mean, rate))
        error += len(cell) / total * abs(mean - rate.hits / rate.trials)
    return rows, error
