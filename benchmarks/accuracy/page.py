"""The page that says how exact the scanner is: docs/accuracy.md and its plot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.accuracy.peers import Outcome
from benchmarks.accuracy.prose import Prose
from benchmarks.accuracy.score import Score, calibration, f1
from benchmarks.score import Rate

_FEW = 30  # values below which a rate is not called weak: its interval says nothing
_WEAK_RECALL, _WEAK_PRECISION = 0.9, 0.95
_WORST = 25  # rows of the list of layouts


@dataclass(frozen=True, slots=True)
class Measured:
    """One corpus and what came of it; ``planted`` counts values by entity, found or not."""

    name: str
    files: int
    size_bytes: int
    gaps: int
    score: Score
    not_looked_for: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Told:
    """All that the page says."""

    date: str
    commit: str
    seed: int
    corpora: tuple[Measured, ...]
    prose: Prose | None
    peers: tuple[Outcome, ...]
    peer_texts: tuple[int, int] = (0, 0)


def rate(value: Rate) -> str:
    """Return a rate with its interval, or a dash without a trial.

    >>> rate(Rate(9, 10))
    '0.900 (0.596-0.982)'
    """
    bounds = value.interval()
    if value.value is None or bounds is None:
        return "-"
    return f"{value.value:.3f} ({bounds[0]:.3f}-{bounds[1]:.3f})"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    lines = [f"| {' | '.join(head)} |", f"| {' | '.join('---' for _ in head)} |"]
    return [*lines, *(f"| {' | '.join(map(str, row))} |" for row in rows), ""]


def _entities(score: Score) -> list[str]:
    names = sorted(set(score.recall) | set(score.precision))
    rows: list[tuple[object, ...]] = []
    whole = score.total("precision"), score.total("recall")
    for name, (precision, recall) in [
        *((name, (score.precision[name], score.recall[name])) for name in names),
        ("**all**", whole),
    ]:
        mean = f1(precision, recall)
        shown = "-" if mean is None else f"{mean:.3f}"
        rows.append((name, rate(precision), rate(recall), shown, recall.trials, precision.trials))
    return _table(("entity", "precision (95 %)", "recall (95 %)", "F1", "written", "found"), rows)


def _recalls(title: str, rates: Mapping[tuple[str, str], Rate]) -> list[str]:
    rows = [(entity, name, rate(r), r.trials) for (entity, name), r in sorted(rates.items())]
    return [
        f"<details><summary>Recall by {title}</summary>",
        "",
        *_table(("entity", title, "recall (95 %)", "written"), rows),
        "</details>",
        "",
    ]


def _corpus(measured: Measured) -> list[str]:
    score = measured.score
    rows = [(kind, rate(r), r.trials) for kind, r in sorted(score.flagged.items())]
    lines = [
        f"## {measured.name}",
        "",
        f"{measured.files} files, {measured.size_bytes:,} bytes; {measured.gaps} not read.",
        "",
        *_entities(score),
        "Files that hold nothing to be found, and in which something false was found:",
        "",
        *_table(("files", "wrongly flagged (95 %)", "number"), rows),
        *_recalls("written form", score.forms),
        *_recalls("context", score.contexts),
    ]
    if measured.not_looked_for:
        named = ", ".join(f"{e} ({n})" for e, n in sorted(measured.not_looked_for.items()))
        lines += [f"Written too, but not looked for today: {named}.", ""]
    return lines


def _calibration(corpora: Sequence[Measured]) -> list[str]:
    rows: list[tuple[object, ...]] = []
    errors = []
    for measured in corpora:
        bins, error = calibration(measured.score.chances)
        errors.append(f"{measured.name} {error:.3f}")
        rows += [(measured.name, f"{mean:.2f}", rate(r), r.trials) for mean, r in bins]
    return [
        "## Is the confidence right?",
        "",
        "Of findings with a confidence of 0.9 nine in ten should be right. Below the diagonal too"
        " much was promised, above it too little.",
        "",
        "![Confidence against the share of findings that is right](accuracy.svg)",
        "",
        *_table(("corpus", "mean confidence", "right (95 %)", "findings"), rows),
        f"Expected calibration error: {', '.join(errors)}.",
        "",
    ]


def _prose(prose: Prose) -> list[str]:
    found = ", ".join(f"{entity} {count}" for entity, count in prose.found.most_common()) or "none"
    return [
        "## False findings in real prose",
        "",
        f"In {prose.size_bytes / 1e6:.1f} MB of the documentation of this machine's programs each"
        f" finding of a checked identifier counts as false: **{prose.per_megabyte:.2f} in each MB**"
        f" ({found}). Some are examples that a manual gives. Masked, by entity:",
        "",
        *_table(("entity", "value", "confidence"), prose.sample),
    ]


def _peers(told: Told) -> list[str]:
    files, size = told.peer_texts
    asked = [outcome for outcome in told.peers if outcome.trouble is None]
    kinds = sorted({entity for outcome in asked for entity in outcome.recall})
    rows: list[list[object]] = []
    for kind in kinds:
        row: list[object] = [kind]
        for outcome in asked:
            if kind in outcome.recall:
                p, r = outcome.precision[kind].value, outcome.recall[kind].value
                row.append(" / ".join("-" if v is None else f"{v:.2f}" for v in (p, r)))
            else:
                row.append("not looked for")
        rows.append(row)
    troubles = [f"- {o.name}: {o.trouble}." for o in told.peers if o.trouble is not None]
    return [
        "## Beside other tools",
        "",
        f"The first {files} files of sealed. Stocktake read the files; the others were given their"
        f" text ({size:,} characters), extracted by Stocktake, so that none fails on a format."
        " Precision / recall over distinct values in a file. Presidio has its default registry, its"
        " UK recognisers and no language model; scrubadub its detectors for en_GB; hawk-scanner the"
        " patterns that it fetches. No threshold was set for any of them.",
        "",
        *_table(("entity", *(outcome.name for outcome in asked)), rows),
        *troubles,
        "",
    ]


def _weak(corpora: Sequence[Measured]) -> list[str]:
    lines = ["## What is weak", ""]
    for measured in corpora:
        score = measured.score
        for entity, recall in sorted(score.recall.items(), key=lambda pair: pair[1].value or 0):
            value = recall.value
            if value is not None and value < _WEAK_RECALL and recall.trials >= _FEW:
                lines.append(f"- {measured.name}: {entity} recall {rate(recall)}.")
        for entity, precision in sorted(score.precision.items()):
            value = precision.value
            if value is not None and value < _WEAK_PRECISION and precision.trials >= _FEW:
                lines.append(f"- {measured.name}: {entity} precision {rate(precision)}.")
    return [*lines, ""]


def _layouts(score: Score) -> list[str]:
    worst = sorted(score.missed.items(), key=lambda pair: -len(pair[1]))[:_WORST]
    rows = [
        (entity, layout, len(missed), score.layouts[entity, layout].trials)
        for (entity, layout), missed in worst
    ]
    false = sorted(score.false.items(), key=lambda pair: -len(pair[1]))[:_WORST]
    wrong = [(entity, layout, len(found)) for (entity, layout), found in false]
    return [
        "### Where judge is missed most",
        "",
        *_table(("entity", "layout", "missed", "of"), rows),
        "### Where most is false",
        "",
        *_table(("entity", "layout", "false"), wrong),
    ]


def page(told: Told) -> str:
    """Return the page as Markdown."""
    sizes = "; ".join(f"{m.name}: {m.files} files" for m in told.corpora)
    lines = [
        "# How exact Stocktake is",
        "",
        f"Measured on {told.date} at commit {told.commit}, seed {told.seed} ({sizes}). `make"
        " accuracy` makes all of it again, this page too. Nobody in it is real.",
        "",
        "Ten generators write real files (text, CSV, JSON, XML, SQL, mail, web pages, PDF, Word,"
        " Excel) and what is true about them; the real command `stocktake detect` reads the files."
        " All were written without sight of the detectors. **journeymen** is what a council's"
        " systems, forms and writers leave: over seven hundred kinds of file, each written out, of"
        " which nearly half are about nobody: policies, statistics, registers of things, tables of"
        " long numbers, templates, manuals. It has been looked at since 2026-11-28, as all others"
        " have, and their figures flatter. **wayfarers** is what a council's"
        " shares gather: exports and dumps, chats, minutes, rotas, letters, forms and pages, over"
        " three hundred kinds, each written out as its program or writer leaves it, and three"
        " files in ten that are about nobody and only look like such. It has been looked at since"
        " 2026-11-28. All were blind once. **arrivals**,"
        " looked at since 2026-11-27, is what comes to lie on a council's shares from its"
        " departments, their programs and those who write to them, in English and Welsh: over four"
        " hundred kinds of paper, of which each form and table comes in some twenty-five layouts."
        " **newcomers**, looked at since 2026-11-27 and written in the same way, is what all"
        " departments of a council, and those who write to them, leave on its shares in the four"
        " nations: over three hundred kinds of paper. **strangers**, looked at since 2026-11-27,"
        " is what the departments of a council, those who write to them and their programs leave"
        " on its shares: over two hundred kinds of paper, each in several wordings"
        " and layouts. **outside**, looked at since 2026-11-26, is what others write that comes to"
        " lie on a council's shares: hospitals, the police, courts, schools, landlords, banks,"
        " contractors, charities, hosted programs, residents, in all four nations; it shares"
        " unseen's pen, not its texts, people or places."
        " **unseen**, looked at since 2026-11-26, begins with the writers: over eighty"
        " kinds of author with habits and slips of their own."
        " **fresh** begins with an invented council, whose departments all write about the same"
        " people. **judge** goes from layout to layout, **sealed** is another design with other"
        " names and forms, by the same author, who had seen what is missed on judge. Special"
        " categories of data are counted once in a file. A value written twice must be found"
        " twice; a finding too many is false."
        " Intervals are Wilson's at 95 %.",
        "",
        *_weak(told.corpora),
    ]
    for measured in told.corpora:
        lines += _corpus(measured)
        if measured.name == "judge":
            lines += _layouts(measured.score)
    lines += _calibration(told.corpora)
    if told.prose is not None:
        lines += _prose(told.prose)
    if told.peers:
        lines += _peers(told)
    return "\n".join(lines).rstrip() + "\n"
