"""Share code: lets who holds it, with a date of birth, see a person's immigration status.

Shape     nine letters and digits, often in threes; the first tells what for: W work, R rent,
          S any other status.
Check     none. Letters alone, as one code in ten has, count only in capitals and where they are
          no words: "requested" and "see the app" have the shape. A word of nine letters has
          hardly ever fewer than three vowels, a code seldom more.
Chance    any such text passes: only after a label or in a headed column. A code lives 90 days.
Category  identity.
Source    gov.uk, Prove your right to work, View a job applicant's right to work (share code),
          by way of guides that quote them; read 2026-11-25.

>>> canonical("w12 3ab 4cd")
'W123AB4CD'
>>> canonical("requested") is None
True
"""

from __future__ import annotations

import re

from detectors.after_words import TO_A_DIGIT, after_words
from detectors.base import Category, Detector, Form, Scan

_SEPARATORS = re.compile(r"[ \-]+")
_CODE = re.compile("[WRS][A-Z0-9]{8}")
_WORDS = frozenset(
    {"REQUESTED", "SOMETIMES", "WITHDRAWN", "SUBMITTED", "SUSPENDED", "SCHEDULED", "RETRIEVED",
     "RECOVERED", "RESTARTED", "REJECTION", "RENEWABLE", "SATISFIED", "SPONSORED", "SEPARATED",
     "REFERENCE", "STATEMENT", "STANDARDS"}
)  # fmt: skip
_SHORT_WORDS = frozenset(
    {"THE", "AND", "NOT", "WAS", "HAS", "HAD", "FOR", "YET", "ARE", "YOU", "SEE", "SET", "SHE",
     "WHO", "WHY", "RUN", "RAN", "SAW", "SAY", "SIX", "APP", "GOV", "NOW", "ALL", "ANY", "OUT"}
)  # fmt: skip
_FEW_VOWELS = r"(?![B-DF-HJ-NP-TV-Z]*(?:[AEIOU][B-DF-HJ-NP-TV-Z]*){3}\b)"
_LABEL = r"(?:\b|_)share ?code(?:\b|_)"
_WRITTEN = r"[wrs][a-z0-9]{2}[ \-]?[a-z0-9]{3}[ \-]?[a-z0-9]{3}(?![a-z0-9])"


def canonical(text: str) -> str | None:
    """Return the nine characters of ``text`` if they may be a share code, else None."""
    compact = _SEPARATORS.sub("", text.upper())
    if _CODE.fullmatch(compact) is None:
        return None
    if compact.isalpha() and (not text.isupper() or compact in _WORDS):
        return None
    return compact if _SHORT_WORDS.isdisjoint(_SEPARATORS.split(text.upper())) else None


DETECTOR = Detector(
    entity="UK_SHARE_CODE",
    category=Category.IDENTITY,
    title="immigration share code",
    source="gov.uk, Prove your right to work",
    forms=(
        Form(
            "some words after its label",
            _LABEL + TO_A_DIGIT,
            0.88,
            expand=after_words(_LABEL, _WRITTEN),
        ),
    ),
    near=(
        Form("threes", r"[wrs][a-z0-9]{2}[ \-][a-z0-9]{3}[ \-][a-z0-9]{3}\b", 0.45),
        Form("closed up", r"(?![a-z]{9}\b)[wrs][a-z0-9]{8}\b", 0.45),
        Form("letters alone", rf"{_FEW_VOWELS}[WRS][A-Z]{{8}}\b", 0.35, Scan.CASE),
    ),
    check=canonical,
    check_name="well formed",
    pass_rate=0.9,
    supporting=(
        "share code", "sharecode", "ukvi share code", "right to work code",
        "right to work share code", "right to rent share code", "evisa share code", "rtw code",
        "rtw share code", "share code for right to work", "share code for right to rent",
    ),
    headers=(
        "share code", "sharecode", "right to work code", "right to work share code",
        "right to rent share code", "rtw code", "rtw share code", "share cd",
    ),
    opposing_headers=("share code expiry", "share code date", "share code checked"),
    version=3,
)  # fmt: skip
