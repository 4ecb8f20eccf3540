"""False findings in real public prose: what this machine has in its documentation.

Nobody's National Insurance number stands in the manual of a program, so each finding of an
identifier that carries a check or a strict grammar counts as false, though a few are examples that
a manual gives. Names, e-mail addresses and telephone numbers there are real and are not counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.scanner_run import detect
from benchmarks.accuracy.score import Finding
from benchmarks.corpora import corpus

CHECKED = frozenset({
    "CREDIT_CARD", "IBAN_CODE", "UK_ACCOUNTS_OFFICE_REFERENCE", "UK_CCRN", "UK_CHI", "UK_CRO",
    "UK_DRIVING_LICENCE", "UK_HCN", "UK_NHS", "UK_NINO", "UK_PNC", "UK_POSTCODE", "UK_ULN",
    "UK_UPN", "UK_UTR", "UK_VEHICLE_REGISTRATION",
})  # fmt: skip
_SHOWN = 15


@dataclass(frozen=True, slots=True)
class Prose:
    """What was found in so many bytes of prose; ``sample`` has masked values."""

    size_bytes: int
    found: Counter[str]
    sample: tuple[tuple[str, str, float], ...]

    @property
    def per_megabyte(self) -> float:
        """False findings of checked identifiers per million bytes."""
        return sum(self.found.values()) / self.size_bytes * 1e6


def measure(root: Path, size_bytes: int) -> Prose:
    """Return what is found in up to ``size_bytes`` of prose. Raises CannotMeasure."""
    written = corpus("prose", root / "files", size_bytes)
    findings, _ = detect(root / "files", root / "found.jsonl")
    return counted(findings, written.size_bytes)


def counted(findings: Iterable[Finding], size_bytes: int) -> Prose:
    """Return the false findings among ``findings``."""
    false = [finding for finding in findings if finding.entity in CHECKED]
    sample = {(f.entity, masked(f.canonical), f.confidence) for f in false}
    return Prose(size_bytes, Counter(f.entity for f in false), tuple(sorted(sample)[:_SHOWN]))


def masked(canonical: str) -> str:
    """Return a value of which only the last two characters are shown.

    >>> masked("SW1A1AA")
    '•••••AA'
    """
    return "•" * (len(canonical) - 2) + canonical[-2:]
