"""The morning's answer in the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reports.words import ENTITY_WORDS, NEXT_STEPS
from scanner.catalogue.engine import catalogue_errors, reader
from scanner.catalogue.migrate import check
from scanner.catalogue.queries.answer import ShareAnswer, share_answers


def print_answer(database: Path, share_id: int | None, output: TextIO) -> None:
    """Print the answer for one share, or for all."""
    engine = reader(database)
    with catalogue_errors(database):
        check(engine, database)
        with engine.connect() as connection:
            answers = share_answers(connection, share_id)
    console = Console(file=output, highlight=False, width=None if output.isatty() else 100)
    if not answers:
        console.print("Nothing has been scanned yet: run 'stocktake scan PATH'.")
    for answer in answers:
        _print_share(console, answer)


def print_coverage(answer: ShareAnswer, console: Console) -> None:
    """Print the equation, and what stands behind its gaps and exclusions."""
    found = answer.coverage
    whole = answer.outcome == "complete" and not found.gaps
    console.print(
        f"{found.enumerated:,} listed = {found.examined:,} examined + {found.unchanged:,} unchanged"
        f" + {found.excluded:,} excluded + {found.gaps:,} gaps",
        style="green" if whole else "yellow",
    )
    if answer.reason:
        console.print(Text(f"Not complete: {answer.reason}.", style="bold yellow"))
    if answer.gaps:
        table = Table("not read", "files", "for example", "what to do next", box=None)
        for gap in answer.gaps:
            table.add_row(gap.cause, f"{gap.entries:,}", Text(gap.example), NEXT_STEPS[gap.cause])
        console.print(table)
    for rule in answer.exclusions:
        console.print(f"excluded by rule {rule.cause}: {rule.entries:,}", style="dim")


def _print_share(console: Console, answer: ShareAnswer) -> None:
    console.print()
    console.print(Text(answer.root, style="bold"))
    print_coverage(answer, console)
    if answer.entities:
        _print_people(console, answer)
        table = Table("what", "category", "files", "found", "different", box=None)
        for total in answer.entities:
            table.add_row(
                ENTITY_WORDS.get(total.entity, total.entity),
                total.category,
                f"{total.entries:,}",
                f"{total.occurrences:,}",
                f"{total.distinct:,}",
            )
        console.print(table)
        _print_exposed(console, answer)
    else:
        console.print("No personal data was found in what was read.")


def _print_people(console: Console, answer: ShareAnswer) -> None:
    least, most = answer.people
    if most:
        about = f"{least:,}" if least == most else f"{least:,} to {most:,}"
        console.print(f"About {about} people by their identifiers; {_readers(answer)}.")
    else:
        console.print(f"No identifier that counts people; {_readers(answer)}.")


def _readers(answer: ShareAnswer) -> str:
    if any(entry.everyone for entry in answer.exposed):
        return "some of it can be read by everyone with an account on this machine"
    return f"{answer.readers:,} people can read some of it"


def _print_exposed(console: Console, answer: ShareAnswer) -> None:
    table = Table("most exposed first", "people in it", "can read it", box=None)
    for entry in answer.exposed:
        readers = "everyone" if entry.everyone else f"{entry.readers:,}"
        table.add_row(
            Text(entry.path), f"{entry.subjects:,}", readers if entry.known else "not known"
        )
    console.print(table)
