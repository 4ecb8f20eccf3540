"""Unique pupil number (UPN): names a pupil of a school in England.

Shape     a check letter, twelve digits; the last is a letter in a temporary one. The digits: local
          authority 3, school 4, year of allocation 2, serial 3.
Check     positions 2 to 13 times their value, modulus 23, give the letter; I, O and S are not used.
Chance    1 in 23 passes; 1 in 130 with the codes of local authorities.
Category  children.
Source    DfE, Unique pupil numbers guide, and common basic data set error 1530 (codes of local
          authorities), read 2026-11-25.

>>> canonical("a1234567890123") is None
True
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form, Letters, Strength

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # all but I, O and S
_SEPARATORS = re.compile(r"[ .\-]+")
_SHAPE = re.compile(rf"[{_LETTERS}][0-9]{{11}}[0-9{_LETTERS}]")
_AUTHORITIES = frozenset(
    number
    for first, last in (
        (1, 5), (201, 213), (301, 320), (330, 336), (340, 344), (350, 359), (370, 373), (380, 384),
        (390, 394), (420, 420), (660, 681), (701, 708), (800, 803), (805, 808), (810, 813),
        (815, 816), (820, 823), (825, 826), (830, 831), (835, 838), (839, 841), (845, 846),
        (850, 852), (855, 857), (860, 861), (865, 896), (901, 943),
    )
    for number in range(first, last + 1)
)  # fmt: skip


def canonical(text: str) -> str | None:
    """Return the thirteen characters of ``text`` if letter and authority are right, else None."""
    compact = _SEPARATORS.sub("", text.upper())
    if _SHAPE.fullmatch(compact) is None or int(compact[1:4]) not in _AUTHORITIES:
        return None
    total = sum(place * _value(char) for place, char in enumerate(compact[1:], 2))
    return compact if _LETTERS[total % len(_LETTERS)] == compact[0] else None


def _value(char: str) -> int:
    return int(char) if char.isdigit() else _LETTERS.index(char)


DETECTOR = Detector(
    entity="UK_UPN",
    category=Category.CHILDREN,
    title="unique pupil number",
    source="DfE, Unique pupil numbers guide",
    forms=(
        Form("closed up", rf"\b[{_LETTERS}][0-9]{{11}}[0-9{_LETTERS}]\b", 0.80),
    ),
    near=(
        Form("grouped", rf"[{_LETTERS}](?:[ \-]?[0-9]){{11}}[ \-]?[0-9{_LETTERS}]\b", 0.60),
    ),
    check=canonical,
    check_name="check letter right (modulus 23), local authority known",
    pass_rate=1 / 130,
    supporting=(
        "upn", "upn no", "upn number", "unique pupil number", "former upn", "temporary upn",
        "pupil number", "pupil no", "rhif unigryw y disgybl",
    ),
    opposing=("part", "part no", "serial", "serial no", "drawing", "batch", "asset", "sku"),
    headers=("upn", "upn no", "upn number", "unique pupil number", "former upn", "pupil upn"),
    letters=Letters.CAPITALS,
    strength=Strength.ONE_PERSON,
)  # fmt: skip
