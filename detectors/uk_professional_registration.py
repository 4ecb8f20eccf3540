"""Professional registration: a nurse's, doctor's, therapist's, pharmacist's or teacher's number.

Shape     NMC PIN two digits, letter, four digits, letter; GMC seven digits, C before a
          consultant's, or a letter and six digits; GPhC seven digits from 2; HCPC two or three
          letters and up to six digits; teacher reference seven digits, also 12/34567.
Check     none: believed after a label or under a heading only.
Category  identity. Most registers are public, and one number may stand in two of them.
Source    medicwatch (NMC); UK Core Practitioner (GMC, GPhC, HCPC); DfE, teacher reference numbers;
          read 2026-11-25.

>>> canonical("99a 9999 e")
'99A9999E'
>>> canonical("12/34567")
'1234567'
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form

_NMC = r"[0-9]{2} ?[a-z] ?[0-9]{4} ?[a-z]"
_SEVEN_DIGITS = r"c?[0-9]{7}"
_DOCTOR_ABROAD = r"[a-z][0-9]{6}"
_HCPC = r"[a-z]{2,3}[0-9]{3,6}"  # no space: "HCPC in 2019" is none
_TEACHER = r"(?:rp ?)?[0-9]{2}/[0-9]{5}"
_SHAPE = re.compile("|".join((_NMC, _SEVEN_DIGITS, _DOCTOR_ABROAD, _HCPC, _TEACHER)))


def canonical(text: str) -> str | None:
    """Return the number in capitals, closed up, if it has one of the shapes, else None."""
    small = text.strip().lower()
    if not _SHAPE.fullmatch(small):
        return None
    compact = small.removeprefix("rp") if "/" in small else small
    compact = compact.replace(" ", "").replace("/", "")
    return None if set(compact) == {"0"} else compact.upper()


_BODIES = ("nmc", "gmc", "hcpc", "gphc")
_ENDINGS = (
    "no", "number", "pin", "ref", "reference", "reg", "reg no", "registration",
    "registration no", "registration number",
)  # fmt: skip
_LABELS = (
    *_BODIES,
    *(f"{body} {ending}" for body in _BODIES for ending in _ENDINGS),
    "nursing and midwifery council", "general medical council",
    "health and care professions council", "general pharmaceutical council", "teacher ref",
    "teacher ref no", "teacher reference", "teacher reference no", "teacher reference number",
    "teacher number", "dfe teacher number", "dfe teacher reference", "trn", "trn no", "trn number",
    "nmc registration num", "nursing pin", "nurse pin", "midwife pin", "nurses pin", "swe no",
    "swe number", "swe reg", "swe reg no", "swe registration", "swe registration no",
    "swe registration number", "social work england", "social work england no",
    "social work england number", "gtcs", "gtcs no", "ewc", "ewc no", "ewc number", "qts no",
    "qts number", "rhif athro", "rhif cofrestru nmc",
)  # fmt: skip

DETECTOR = Detector(
    entity="UK_PROFESSIONAL_REGISTRATION",
    category=Category.IDENTITY,
    title="professional registration",
    source="registers of NMC, GMC, GPhC, HCPC and DfE",
    forms=(),
    near=(
        Form("NMC PIN", rf"{_NMC}\b", 0.40),
        Form("seven digits", rf"{_SEVEN_DIGITS}\b", 0.30),
        Form("letter and six digits", rf"{_DOCTOR_ABROAD}\b", 0.25),
        Form("letters and digits", rf"{_HCPC}\b", 0.30),
        Form("teacher reference", rf"{_TEACHER}\b", 0.30),
    ),
    check=canonical,
    check_name="shape only",
    pass_rate=0.9,
    supporting=_LABELS,
    beside_remarks=True,
    headers=_LABELS,
    opposing_headers=("part no", "stock code", "item code", "order no"),
)
