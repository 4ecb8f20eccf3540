"""Biometric and genetic data of a person (UK GDPR, articles 4(13), 4(14) and 9).

Shape     a fingerprint, template, DNA or genetic test in a record of one person.
Check     the term is in our list.
Chance    high for the word alone: privacy notices and manuals hold it.
Category  special category.
Source    UK GDPR, articles 4(13) and 4(14); terms compiled, 2026-11-25.

>>> canonical("fingerprint template")
'fingerprint template'
"""

from __future__ import annotations

import re
from itertools import product

from detectors.base import Category, Detector, Form, Shown
from detectors.special.attribution import in_a_record, record_forms
from detectors.special.fields import SUMMARY_HEADERS, field_form
from detectors.special.lexicon import folded, term_in, terms

_TERMS = terms("biometric")
_TEMPLATE = re.compile(r"[0-9A-Fa-f]{16,}|[A-Za-z0-9+/]{40,}={0,2}")
_SHORT = re.compile(r"\b(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{8,}\b")
_MOST_WORDS = 6  # beside it: "0.42, face vector 9e5b89f89e"
"""What a reader stores of a finger or a face, under a heading or label that says so."""
_FINGER = re.compile(
    r"(?:(?:left|right|l|r) )?(?:index|thumb|middle|ring|little)(?: finger)?(?: (?:left|right))?"
)


def canonical(text: str) -> str | None:
    """Return the longest term in ``text``; "yes" and "enrolled" answer a field that asks."""
    value = folded(text)
    answer = value.partition(" ")[0]  # "Yes, second try"
    if answer in ("yes", "y", "enrolled", "taken"):
        return answer
    if _TEMPLATE.fullmatch(text) or _FINGER.fullmatch(value):
        return "template"
    if text.count(" ") < _MOST_WORDS and _SHORT.search(text):
        return "template"
    return term_in(value, _TERMS)


_PARTS = ("finger", "fingerprint", "thumb", "thumbprint", "palm", "palm vein", "vein", "hand",
          "face", "facial", "iris", "retina", "voice", "gait")  # fmt: skip
_STORED = ("template", "vector", "hash", "id", "signature", "scan", "geometry", "embedding",
           "print", "enrolled")  # fmt: skip
"""What a reader measures and what it keeps: "Hand geometry", "Palm vein template"."""

DETECTOR = Detector(
    entity="BIOMETRIC_DATA",
    category=Category.SPECIAL_CATEGORY,
    shown=Shown.NOTHING,
    title="biometric or genetic data",
    source="UK GDPR, articles 4(13), 4(14) and 9",
    forms=(
        *record_forms("biometric"),
        Form(
            "somebody's print, in a record of one person",
            r"\b(?:his|her|'s|my|your|child's|pupil's) (?:finger|thumb|palm ?)prints?\b"
            r"|\b(?:took|taken?|taking|scan(?:ned)?|recorded|stored?|kept|holds?) (?:the |a )?"
            r"(?:finger|thumb|palm ?)prints? (?:of|from) (?:my|his|her|our|your|the child)\b",
            0.75,
            expand=in_a_record,
        ),
        field_form(
            r"fingerprint(?: template)?|biometric (?:template|id)|face id|dna profile|faceprint"
            r"|(?:face|facial|palm|vein|iris|retina|voice|gait|hand)"
            r" (?:template|vector|hash|signature|geometry|embedding)"
            r"|genetic (?:test|result)",
            canonical,
        ),
    ),
    check=canonical,
    check_name="known term",
    pass_rate=0.5,
    headers=(
        "fingerprint", "fingerprint template", "biometric", "biometric template", "biometric id",
        "fingerprint enrolled", "voiceprint", "voiceprint enrolled", "face template",
        "facial template", "face enrolled", "biometrics enrolled",
        "template hash", "finger", "finger enrolled", "finger template", "palm template",
        "iris template", "dna profile", "genetic test", "genetic result",
        "ten prints", "tenprints", "palm prints", "livescan", "faceprint", "thumbprint",
        "thumbprint read", "face match", "facial match",
        *map(" ".join, product(_PARTS, _STORED)),
    ),
    summary_headers=SUMMARY_HEADERS,
    version=7,
)  # fmt: skip
