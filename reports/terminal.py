"""The morning's answer in the terminal."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from rich.cells import chop_cells
from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.table import Column, Table
from rich.text import Text

from reports.visible import plain
from reports.words import (
    ENTITY_WORDS,
    NEXT_STEPS,
    can_read,
    cautions,
    counted,
    none_found,
    scanned,
    some_can_read,
)
from scanner.catalogue.engine import catalogue_errors, opening, reader
from scanner.catalogue.migrate import check
from scanner.catalogue.queries.answer import ShareAnswer, share_answers
from scanner.subjects import BULK_PEOPLE

_PIPED_WIDTH = 100  # columns, where neither a terminal nor COLUMNS gives another
_NARROW = 64  # columns; below it the columns of a table would be a few letters each
_LEAST_WIDTH = 4  # columns: the ellipsis and a wide character have room in it


class _Path:
    """A path in two lines of its column at most: cut in the middle, where it is found by least.

    Rich asks for it twice, for how wide it would be and then in the width that there is.
    """

    def __init__(self, path: str, before: str = "") -> None:
        self._text = Text(before + plain(path), overflow="fold")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Return the narrowest and the widest that it can be, in columns."""
        return Measurement.get(console, options, self._text)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """Yield it whole, broken between words or else anywhere, or cut."""
        if len(self._text.wrap(console, options.max_width)) <= 2:
            yield self._text
            return
        width = max(options.max_width, _LEAST_WIDTH)
        lines = chop_cells(self._text.plain, width)
        if len(lines) > 2:
            backwards = chop_cells(self._text.plain[::-1], width - 1)
            lines = [lines[0], f"…{backwards[0][::-1]}"]
        yield Text("\n".join(lines), overflow="fold")


def print_answer(database: Path, share_ids: Sequence[int] | None, output: TextIO) -> None:
    """Print the answer for some shares, or for all."""
    engine = reader(database)
    with opening(database):
        check(engine, database)
    with catalogue_errors(database), engine.connect() as connection:
        if share_ids is None:
            answers = share_answers(connection)
        else:
            answers = tuple(
                answer for each in share_ids for answer in share_answers(connection, each)
            )
    console = _console(output, answers)
    for answer in answers:
        console.print()
        _print_equation(console, answer)
        _print_found(console, answer)


def print_coverages(answers: tuple[ShareAnswer, ...], output: TextIO) -> None:
    """Print each share's equation, and what stands behind its gaps and exclusions."""
    console = _console(output, answers)
    for answer in answers:
        _print_equation(console, answer)


def _console(output: TextIO, answers: tuple[ShareAnswer, ...]) -> Console:
    known = output.isatty() or os.environ.get("COLUMNS", "").isdecimal()
    # No markup: a name in brackets is a name.
    console = Console(
        file=output, highlight=False, markup=False, width=None if known else _PIPED_WIDTH
    )
    if not answers:
        console.print("Nothing has been scanned yet: run 'stocktake scan PATH'.")
    return console


def _print_equation(console: Console, answer: ShareAnswer) -> None:
    found = answer.coverage
    unsure = found.gaps or answer.filtered or answer.permissions_unread
    whole = answer.outcome == "complete" and not unsure
    console.print(Text(plain(answer.root), style="bold", overflow="fold"))
    console.print(scanned(answer), style="dim")
    console.print(
        f"{found.enumerated:,} listed = {found.examined:,} examined + {found.unchanged:,} unchanged"
        f" + {found.excluded:,} excluded + {counted(found.gaps, 'gap')}",
        style="green" if whole else "yellow",
    )
    if answer.outcome == "running":
        console.print(
            "Not complete: a scan is running or was cut off, and these are the figures so far;"
            " if none is running, scan again to go on.",
            style="bold yellow",
        )
    if answer.reason:
        console.print(Text(f"Not complete: {plain(answer.reason)}.", style="bold yellow"))
    for sentence in cautions(answer):
        console.print(Text(sentence, style="yellow"))
    if answer.gaps:
        _print_gaps(console, answer)
    for rule in answer.exclusions:
        console.print(f"excluded by rule {rule.cause}: {rule.entries:,}", style="dim")


def _print_gaps(console: Console, answer: ShareAnswer) -> None:
    if console.width < _NARROW:
        for gap in answer.gaps:
            console.print(f"not read, {gap.cause}: {gap.entries:,}")
            console.print(_Path(gap.example, "  for example "))
            console.print(f"  {NEXT_STEPS[gap.cause]}")
        return
    table = _table("not read", "files", "for example", "what to do next", numbers=("files",))
    for gap in answer.gaps:
        table.add_row(gap.cause, f"{gap.entries:,}", _Path(gap.example), NEXT_STEPS[gap.cause])
    console.print(table)


def _print_found(console: Console, answer: ShareAnswer) -> None:
    if not answer.entities:
        console.print(none_found(answer.coverage))
        return
    _print_people(console, answer)
    if answer.bulk:
        files = counted(answer.bulk, "file")
        console.print(f"{files} may be about more than {BULK_PEOPLE:,} people each.")
    _print_entities(console, answer)
    _print_exposed(console, answer)


def _print_entities(console: Console, answer: ShareAnswer) -> None:
    if console.width < _NARROW:
        for total in answer.entities:
            what = ENTITY_WORDS.get(total.entity, total.entity)
            console.print(
                f"{what} ({total.category}): {counted(total.entries, 'file')},"
                f" {total.occurrences:,} found, {total.distinct:,} different"
            )
        return
    numbers = ("files", "found", "different")
    table = _table("what", "category", *numbers, numbers=numbers)
    for total in answer.entities:
        table.add_row(
            ENTITY_WORDS.get(total.entity, total.entity),
            total.category,
            f"{total.entries:,}",
            f"{total.occurrences:,}",
            f"{total.distinct:,}",
        )
    console.print(table)


def _print_people(console: Console, answer: ShareAnswer) -> None:
    least, most = answer.people
    if most and not least:
        up_to = counted(most, "person", "people")
        whose = "by their names, e-mail addresses or telephone numbers"
        console.print(f"Up to {up_to} {whose}; {some_can_read(answer)}.")
    elif most:
        about = counted(most, "person", "people")
        if least != most:
            about = f"{least:,} to {about}"
        console.print(f"About {about} by their identifiers; {some_can_read(answer)}.")
    else:
        console.print(f"Nothing that counts people; {some_can_read(answer)}.")


def _print_exposed(console: Console, answer: ShareAnswer) -> None:
    numbers = ("people in it", "can read it")
    table = _table("most exposed first", *numbers, numbers=numbers)
    if console.width < _NARROW:
        console.print("most exposed first:")
    for entry in answer.exposed:
        path = _Path(entry.path)
        readers = can_read(entry)
        if console.width < _NARROW:
            console.print(path)
            console.print(f"  people in it: {entry.subjects:,}; can read it: {readers}")
        else:
            table.add_row(path, f"{entry.subjects:,}", readers)
    if table.rows:
        console.print(table)


def _table(*headings: str, numbers: tuple[str, ...]) -> Table:
    """Return a table whose words are broken rather than cut."""
    columns = [
        Column(heading, overflow="fold", justify="right" if heading in numbers else "left")
        for heading in headings
    ]
    return Table(*columns, box=None, pad_edge=False)
