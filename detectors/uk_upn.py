"""Unique pupil number (UPN): identifies a pupil of a school maintained in England.

Shape     a check letter, three digits of local authority, four of school, two of year, three of
          serial. A temporary number ends in a letter. No letter is I, O or S. A former number has
          the same shape and its own label.
Check     the sum of place (2 to 13) times value, modulus 23, gives the check letter; the last
          letter of a temporary number counts A as 0. The local authority exists.
Chance    0.9 % of random text of this shape; 4.3 % by the check letter alone.
Category  children.
Source    GDSC, Unique Pupil Number 2.0; authorities from DfE's lists of 2011 and of today and its
          error 1530; read 2026-11-25.

>>> canonical("b801 2000 05001")
'B801200005001'
>>> canonical("A801200005001") is None
True
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detectors.base import Category, Chars, Detector, Form, Letters, Strength
from detectors.check_digits import all_digits, as_values

_LENGTH = 13
_MODULUS = 23
_ALPHABET = b"ABCDEFGHJKLMNPQRTUVWXYZ"
# Counties that ended before 1998 issued none. 001-005, 660-681 and 701-708 are other issuers.
_AUTHORITIES = (
    (1, 5), (201, 213), (301, 320), (330, 336), (340, 344), (350, 359), (370, 373), (380, 384),
    (390, 394), (420, 420), (660, 681), (701, 708), (800, 803), (805, 808), (810, 813), (815, 816),
    (820, 823), (825, 826), (830, 831), (835, 841), (845, 846), (850, 852), (855, 857), (860, 861),
    (865, 896), (908, 909), (916, 916), (919, 919), (921, 921), (925, 926), (928, 929), (931, 931),
    (933, 933), (935, 938), (940, 943),
)  # fmt: skip
_AUTHORITY = np.zeros(1000, dtype=bool)
for _first, _last in _AUTHORITIES:
    _AUTHORITY[_first : _last + 1] = True
_IS_LETTER = np.zeros(256, dtype=bool)
_IS_LETTER[list(_ALPHABET)] = True
_VALUE = np.zeros(256, dtype=np.int64)
_VALUE[list(_ALPHABET)] = range(_MODULUS)
_VALUE[list(b"0123456789")] = range(10)
_CHECK_LETTER = np.frombuffer(_ALPHABET, dtype=np.uint8)
_PLACES = np.arange(2, _LENGTH + 1)


def canonical(text: str) -> str | None:
    """Return the number in capitals, closed up, if authority and check letter are right."""
    compact = "".join(char for char in text.upper() if char not in " -")
    if len(compact) != _LENGTH or not compact.isascii():
        return None
    chars = np.frombuffer(compact.encode(), dtype=np.uint8).reshape(1, -1)
    return canonical_many(chars)[0].decode() or None


def canonical_many(chars: Chars) -> NDArray[np.bytes_]:
    """Return each row whose authority and check letter are right, b"" for the others."""
    if chars.shape[1] != _LENGTH:
        return np.full(len(chars), b"", dtype="S13")
    last = chars[:, -1:]
    passes = all_digits(chars[:, 1:-1]) & (all_digits(last) | _IS_LETTER[last[:, 0]])
    values = _VALUE[chars[:, 1:]]
    passes &= _AUTHORITY[values[:, :3] @ np.array([100, 10, 1]) % len(_AUTHORITY)]
    passes &= _CHECK_LETTER[values @ _PLACES % _MODULUS] == chars[:, 0]
    return as_values(chars, passes)


def note(value: str) -> str | None:
    """Say so where the number is a temporary one."""
    return None if value[-1].isdigit() else "temporary number"


_LETTER = "[a-hj-np-rt-z]"
_AUTHORITY_SHAPE = "(?:00[1-5]|[23][0-9]{2}|420|6[678][0-9]|70[1-8]|[89][0-9]{2})"

DETECTOR = Detector(
    entity="UK_UPN",
    category=Category.CHILDREN,
    title="unique pupil number",
    source="GDSC Unique Pupil Number 2.0",
    forms=(
        Form("permanent", rf"\b{_LETTER}{_AUTHORITY_SHAPE}[0-9]{{9}}\b", 0.75),
        Form("temporary", rf"\b{_LETTER}{_AUTHORITY_SHAPE}[0-9]{{8}}{_LETTER}\b", 0.75),
    ),
    near=(
        Form(
            "in groups",
            rf"{_LETTER}[ \-]?[0-9]{{3}}[ \-]?[0-9]{{4}}[ \-]?[0-9]{{2}}[ \-]?[0-9]{{2}}"
            rf"(?:[0-9]|{_LETTER})\b",
            0.60,
        ),
    ),
    check=canonical,
    check_many=canonical_many,
    check_name="authority exists, check letter right (modulus 23)",
    pass_rate=0.044,
    supporting=(
        "upn", "upn no", "upn number", "unique pupil no", "unique pupil number", "former upn",
        "previous upn", "temporary upn", "pupil number", "pupil id",
    ),
    opposing=(
        "order", "purchase order", "po", "invoice", "inv", "serial", "part", "part no", "batch",
        "lot", "asset", "tracking", "consignment", "parcel", "sku", "barcode", "stock", "product",
        "model", "meter", "drawing", "ticket", "transaction",
    ),
    headers=(
        "upn", "upn no", "upn number", "unique pupil no", "unique pupil number", "former upn",
        "previous upn", "temporary upn", "pupil upn",
    ),
    note=note,
    letters=Letters.CAPITALS,
    strength=Strength.ONE_PERSON,
)  # fmt: skip
