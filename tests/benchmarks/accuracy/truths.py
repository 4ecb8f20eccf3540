"""What holds of every corpus that says what is true about its files."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from benchmarks.accuracy import corpus
from benchmarks.accuracy.corpus import Row
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import Document
from benchmarks.accuracy.people import folded
from benchmarks.accuracy.scanner_run import texts

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
