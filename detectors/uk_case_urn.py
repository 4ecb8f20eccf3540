"""Case URN: names one criminal case to police, prosecution and courts.

Shape     eleven characters: two digits of the police force, two letters or digits of its unit,
          a serial of five digits, the year in two.
Check     none; the force is not 00, and the year has begun.
Chance    one in four of eleven digits passes: only after a label or in a headed column.
Category  criminal offence data. More than one person may stand in one case.
Source    Legal Aid Agency, Purpose of the URN and how to obtain it, 26 November 2024 (eleven
          characters), read 2026-11-25. The parts are as commonly written on charge sheets.

>>> canonical("01 sj 12345 20")
'01SJ1234520'
>>> canonical("01SJ123452") is None
True
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from detectors.base import Category, Detector, Form

_SEPARATORS = re.compile(r"[ /\-]+")
_URN = re.compile("([0-9]{2})[A-Z0-9]{2}[0-9]{5}([0-9]{2})")
_NO_FORCE = "00"


def canonical(text: str) -> str | None:
    """Return the eleven characters of ``text`` if they may be a case URN, else None."""
    compact = _SEPARATORS.sub("", text.upper())
    match = _URN.fullmatch(compact)
    if match is None or match[1] == _NO_FORCE:
        return None
    return compact if int(match[2]) <= datetime.now(UTC).year % 100 else None


_GAP = r"[ /\-]?"

DETECTOR = Detector(
    entity="UK_CASE_URN",
    category=Category.CRIMINAL_OFFENCE,
    title="case URN",
    source="Legal Aid Agency, Purpose of the URN and how to obtain it",
    forms=(),
    near=(
        Form("in parts", rf"[0-9]{{2}}{_GAP}[a-z0-9]{{2}}{_GAP}[0-9]{{5}}{_GAP}[0-9]{{2}}\b", 0.40),
    ),
    check=canonical,
    check_name="well formed, year begun",
    pass_rate=0.9,
    supporting=(
        "urn", "case urn", "urn no", "urn number", "cps urn", "police urn", "court urn", "ptiurn",
        "pti urn", "case unique reference number", "unique reference number",
    ),
    headers=(
        "urn", "case urn", "urn no", "urn number", "cps urn", "police urn", "court urn", "ptiurn",
        "pti urn", "case unique reference number", "unique reference number",
    ),
)  # fmt: skip
