"""What holds of every corpus that says what is true about its files."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from benchmarks.accuracy import corpus
from benchmarks.accuracy.corpus import Row
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.people import folded
from benchmarks.accuracy.scanner_run import texts
from benchmarks.accuracy.score import is_special
from benchmarks.accuracy.unseen.writer import Writer

_MONTHS = [month.lower() for month in calendar.month_abbr[1:]]
_WELSH_MONTHS = [month.lower() for (month,) in rows("welsh_months")]
_TELLING = ("UK_NINO", "UK_NHS", "CREDIT_CARD", "UK_DRIVING_LICENCE", "UK_UPN")
PACKED = {"docx", "xlsx"}
"""These keep the time at which they were written."""


def holds(text: str, truth: Row) -> bool:
    """Return whether a text holds a value in any of the ways in which one may write it."""
    entity, canonical = str(truth["entity"]), str(truth["canonical"])
    if entity in ("PERSON", "UK_ADDRESS"):
        words = folded(text).split()
        joined = "".join(words)
        return all(word in words or word in joined for word in canonical.split())
    if entity == "DATE_OF_BIRTH":
        return _holds_date(" ".join(text.split()), date.fromisoformat(canonical))
    if entity in ("EMAIL_ADDRESS", "IP_ADDRESS"):
        return canonical in re.sub(r"\n(?:> ?)*", "", text.lower())
    plain = _plain(text)
    if entity == "PHONE_NUMBER":
        return canonical[3:] in plain
    if entity == "UK_PNC":
        return canonical in plain or canonical[4:].lstrip("0") in plain
    return _plain(canonical) in plain


def planted_among_nobody(written: Path) -> list[str]:
    """Return the values planted anywhere that stand in files which are about nobody."""
    kinds = {str(row["path"]): row["kind"] for row in corpus.read(written / "files.jsonl")}
    read = texts(written / "files", written / "texts.jsonl")
    everything = "\n".join(_plain(text) for path, text in read.items() if kinds[path] != "planted")
    truths = corpus.read(written / "truth.jsonl")
    planted = {_plain(str(each["canonical"])) for each in truths if each["entity"] in _TELLING}
    assert planted
    return [value for value in planted if value in everything]


def missing(written: Path, least: int, read_as: Callable[[str], str] = str) -> list[Row]:
    """Return what is said to stand in files and does not; at least so many values must be said."""
    read = texts(written / "files", written / "texts.jsonl")
    values = [
        each
        for each in corpus.read(written / "truth.jsonl")
        if each["required"] and not is_special(str(each["entity"]))
    ]
    assert len(values) > least
    return [each for each in values if not holds(read_as(read[str(each["path"])]), each)]


def more_often_than_told(written: Path) -> list[tuple[str, str, str]]:
    """Return what stands in a file more often than is said; a finding of it would seem false."""
    read = texts(written / "files", written / "texts.jsonl")
    told: Counter[tuple[str, str, str]] = Counter()
    for each in corpus.read(written / "truth.jsonl"):
        if each["entity"] in (*_TELLING, "PHONE_NUMBER"):
            value = _plain(str(each["canonical"]).removeprefix("+44"))
            told[str(each["path"]), str(each["entity"]), value] += 1
    assert told
    plain = {path: _plain(text) for path, text in read.items()}
    return [key for key, count in told.items() if plain[key[0]].count(key[2]) > count]


def mail_addresses_untold(written: Path) -> list[tuple[str, str]]:
    """Return the mail addresses in files of which nothing is said."""
    told = {(each["path"], each["canonical"]) for each in corpus.read(written / "truth.jsonl")}
    return [
        (path, address)
        for path, text in texts(written / "files", written / "texts.jsonl").items()
        for address in re.findall(r"[\w.+-]+@[\w-]+\.[\w.-]*\w", text.lower())
        if (path, address) not in told
    ]


def told_by_nobodys_files(written: Path) -> list[Row]:
    """Return what must be found in files that are said to be about nobody."""
    files = corpus.read(written / "files.jsonl")
    empty = {row["path"] for row in files if row["kind"] != "planted"}
    assert empty
    truths = corpus.read(written / "truth.jsonl")
    return [each for each in truths if each["path"] in empty and each["required"]]


def tell_special_categories_once(documents: Iterable[Document]) -> bool:
    """Return whether each category is told once for a file, and only in files about somebody."""
    for document in documents:
        special = [each.entity for each in document.truths if is_special(each.entity)]
        if len(special) > len(set(special)) or (special and document.kind is not Kind.PLANTED):
            return False
    return True


def are_others(own: Iterable[Document], others: Iterable[Document]) -> bool:
    """Return whether next to nobody in ``own`` is called like somebody in ``others``."""
    mine = _whole_names(own)
    assert len(mine) > 100
    return len(mine & _whole_names(others)) < len(mine) / 50


def _whole_names(documents: Iterable[Document]) -> set[str]:
    truths = (each for document in documents for each in document.truths)
    people = (each.canonical for each in truths if each.entity == "PERSON" and each.required)
    return {name for name in people if " " in name}


def of_two_kinds_or_names(writers: Iterable[Writer]) -> list[str]:
    """Return the names of shapes that are of two kinds, or that two shapes share."""
    kinds: dict[str, set[Kind]] = {}
    shapes: dict[str, set[int]] = {}
    for writer in writers:
        for kind in Kind:
            for shape in writer.shapes(kind):
                kinds.setdefault(shape.name, set()).add(kind)
                shapes.setdefault(shape.name, set()).add(id(shape))
    assert len(kinds) >= 60
    return [name for name in kinds if len(kinds[name]) > 1 or len(shapes[name]) > 1]


def same_by_seed(documents: Callable[[int, int], Iterator[Document]]) -> bool:
    """Return whether a seed gives the same files each time, and another seed others."""

    def seen(document: Document) -> tuple[object, ...]:
        data = None if document.suffix in PACKED else document.data
        return document.layout, document.suffix, data, document.truths

    first, again, other = (list(map(seen, documents(seed, 60))) for seed in (2, 2, 3))
    return first == again and first != other


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text).upper()


def _holds_date(text: str, day: date) -> bool:
    month = f"0?{day.month}|{_MONTHS[day.month - 1]}[a-z]*|{_WELSH_MONTHS[day.month - 1]}"
    year = f"(?:{day.year // 100})?{day.year % 100:02}"
    suffix = "(?:st|nd|rd|th)?"
    forms = (
        rf"\b0?{day.day}{suffix}\s*[ /.-]?\s*(?:{month})\s*[ /.-]\s*{year}\b",
        rf"\b(?:{_MONTHS[day.month - 1]}[a-z]*)\s+{day.day}{suffix}\s+{day.year}\b",
        rf"\b{day.year}-0?{day.month}-0?{day.day}(?:t|\b)",
        rf"\b{day:%Y%m%d}\b",
    )
    return any(re.search(form, text.lower()) for form in forms)
