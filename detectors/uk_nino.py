"""National Insurance number: identifies one person to HMRC and DWP for life.

Shape     two letters, six digits, a suffix A to D. Not D F I Q U V in either place, no O second;
          not BG GB KN NK NT TN ZZ. The suffix adds nothing and is often left off.
Check     none; 240 of the 373 prefixes that the grammar allows are issued.
Chance    8.5 % of random text of this shape, 5.5 % with the prefixes issued.
Category  identity.
Source    HMRC NIM39110; prefixes from hmrc/reference-checker (Apache-2.0), January 2024; both
          read 2026-11-25.

>>> canonical("ab 12 34 56 c")
'AB123456'
>>> canonical("GB123456A") is None
True
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from detectors.base import EXAMPLE_VALUE, Category, Chars, Detector, Form, Scan, Strength
from detectors.check_digits import all_digits
from detectors.examples import said_to_be_one

_NEVER = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
_FIRST = "ABCEGHJKLMNOPRSTWXYZ"
_SECOND = "ABCEGHJKLMNPRSTWXYZ"
_EXAMPLE = "QQ"  # printed on HMRC's own forms
_PICTURE = "AA999999"  # how specifications of files show its format: nobody's
_ISSUED_SECONDS = {
    "A": "ABEHKLMPRSTWXYZ",
    "B": "ABEHKLMT",
    "C": "ABEHKLR",
    "E": "ABEHKLMPRSTWXYZ",
    "G": "Y",
    "H": "ABEHKLMPRSTWXYZ",
    "J": "ABCEGHJKLMNPRSTWXYZ",
    "K": "ABCEHKLMPRSTWXYZ",
    "L": "ABEHKLMPRSTWXYZ",
    "M": "AWX",
    "N": "ABEHLMPRSWXYZ",
    "O": "ABEHKLMPRSX",
    "P": "ABCEGHJKLMNPRSTWXY",
    "R": "ABEHKMPRSTWXYZ",
    "S": "ABCEGHJKLMNPRSTWXYZ",
    "T": "ABEHKLMPRSTWXYZ",
    "W": "ABEKLMP",
    "Y": "ABEHKLMPRSTWXYZ",
    "Z": "ABEHKLMPRSTWXY",
}
ISSUED = frozenset(a + b for a, seconds in _ISSUED_SECONDS.items() for b in seconds)
_ALLOWED = frozenset(a + b for a in _FIRST for b in _SECOND) - _NEVER | {_EXAMPLE}
_ALLOWED_PAIR = np.zeros((256, 256), dtype=bool)
for _pair in _ALLOWED:
    _ALLOWED_PAIR[ord(_pair[0]), ord(_pair[1])] = True
_SEPARATORS = re.compile(r"[ .\-/]+")
_SHAPE = re.compile(r"([A-Z]{2})([0-9OIL]|S){6}[A-D]?")
_MISREAD = str.maketrans("OILS", "0115")
_SUFFIX = np.zeros(256, dtype=bool)
_SUFFIX[list(b"ABCD")] = True


def canonical(text: str) -> str | None:
    """Return prefix and digits of ``text``, or None. Letters read for digits are mended."""
    compact = _SEPARATORS.sub("", text.upper())
    if _SHAPE.fullmatch(compact) is None or compact[:2] not in _ALLOWED:
        return None
    value = compact[:2] + compact[2:8].translate(_MISREAD)
    return None if value == _PICTURE else value


def canonical_many(chars: Chars) -> NDArray[np.bytes_]:
    """Return prefix and digits of each row, b"" where it is no NI number."""
    if chars.shape[1] not in (8, 9):
        return np.full(len(chars), b"", dtype="S8")
    passes = _ALLOWED_PAIR[chars[:, 0], chars[:, 1]] & all_digits(chars[:, 2:8])
    if chars.shape[1] == 9:
        passes &= _SUFFIX[chars[:, 8]]
    values = np.ascontiguousarray(chars[:, :8]).view("S8").ravel()
    return np.where(passes & (values != _PICTURE.encode("ascii")), values, b"")


def issued(value: str) -> bool:
    """Return whether the prefix is one that HMRC has issued."""
    return value[:2] in ISSUED


_LEAST_CELLS, _SHARE = 8, 0.9


def column_without_suffixes(cells: list[str]) -> bool:
    """Return whether cells without a heading are NI numbers, though none may have its suffix.

    Codes of another kind have few prefixes, or many that were never issued.
    """
    if len(cells) < _LEAST_CELLS or not cells[0][:2].isalpha() or cells[0][2:5].isalpha():
        return False
    known = [value for cell in cells if (value := canonical(cell)) and issued(value)]
    prefixes = {value[:2] for value in known}
    return len(known) >= _SHARE * len(cells) and len(prefixes) >= _LEAST_CELLS // 2


def note(value: str) -> str | None:
    """Say so where the value has the prefix of printed examples."""
    return EXAMPLE_VALUE if value.startswith(_EXAMPLE) else None


_CODE_KEY = re.compile(
    rb"(?:[\x22']|\b)(?:[a-z]{2,12}_)?(?:ref|code|sku|uuid|guid|part|asset|model)[\x22']?"
    rb" ?: ?[\x22']?\Z",
    re.IGNORECASE,
)
_KEY_BYTES = 24


def of_a_record(data: bytes, start: int, _end: int) -> bool:
    """Return whether a key before the number says that it is a code of the record.

    >>> of_a_record(b'{"ref": "RH939047B"}', 9, 18), of_a_record(b'{"nino": "RH939047B"}', 10, 19)
    (True, False)
    """
    return _CODE_KEY.search(data, max(0, start - _KEY_BYTES), start) is not None


def otherwise(data: bytes, start: int, end: int) -> bool:
    """Return whether a number without a label is a code of a record, or said to be an example."""
    return of_a_record(data, start, end) or printed(data, start, end)


def printed(data: bytes, start: int, end: int) -> bool:
    """Return whether the number is one of those printed as examples, and said to be one."""
    return data[start : start + 2].upper() == b"QQ" and said_to_be_one(data, start, end)


_LETTERS = "[a-ceghj-prstw-zq][a-ceghj-nprstw-zq]"

DETECTOR = Detector(
    entity="UK_NINO",
    category=Category.IDENTITY,
    title="National Insurance number",
    source="HMRC NIM39110",
    forms=(
        Form("closed up", rf"\b{_LETTERS}[0-9]{{6}}[a-d]\b", 0.80),
        Form("prefix apart", rf"\b{_LETTERS}[ .\-]{{1,2}}[0-9]{{6}}[ .\-]{{0,2}}[a-d]\b", 0.80),
        Form(
            "pairs",
            rf"\b{_LETTERS}[ .\-]{{0,2}}[0-9]{{2}}[ .\-]{{1,2}}[0-9]{{2}}"
            r"[ .\-]{1,2}[0-9]{2}[ .\-]{0,2}[a-d]\b",
            0.90,
        ),
        Form(
            "slashes",
            r"\b[A-Z]{2}/[0-9]{2}/[0-9]{2}/[0-9]{2}/[A-D]\b",
            0.75,
            Scan.CASE,
        ),
        Form(
            "digits in other groups",
            r"\b[A-Z]{2}[ .\-]?[0-9]{2}[ .\-]?[0-9]{2}[ .\-]?[0-9]{2}[ .\-]{1,2}[A-D]\b",
            0.70,
            Scan.CASE,
        ),
    ),
    near=(
        Form(
            "digits in any groups",
            rf"{_LETTERS}(?:[ .\-/]{{0,2}}[0-9]){{6}}[ .\-/]{{0,2}}[a-d]\b",
            0.35,
        ),
        Form("suffix left off", rf"{_LETTERS}(?:[ .\-]{{0,2}}[0-9]{{2}}){{3}}\b", 0.35),
        Form(
            "digits misread",
            rf"{_LETTERS}(?:[ .\-]{{0,2}}[0-9oils]{{2}}){{3}}(?:[ .\-]{{0,2}}[a-d])?\b",
            0.30,
        ),
    ),
    check=canonical,
    check_many=canonical_many,
    check_name="prefix allowed",
    pass_rate=0.085,
    typed_by=column_without_suffixes,
    supporting=(
        "national insurance", "nat ins", "nat. ins", "nat.ins", "ni no", "ni num", "ni number",
        "nati0nal insurance", "national lnsurance", "nati0nal lnsurance", "national 1nsurance",
        "nino", "n.i", "n.i.n", "ni", "nin", "ni/nass", "ni / nass", "ni nass", "nino/nass",
        "nino / nass", "nino nass", "ni or nass", "nino or nass", "rhif yswiriant gwladol",
        "yswiriant gwladol",
    ),
    opposing=(
        "part", "part no", "drawing", "form", "batch", "serial", "stock", "stock code", "sku",
        "order", "planning", "rev", "lot", "asset", "model", "product", "item code", "reg",
        "grid ref", "map ref", "os grid", "permit", "permit no", "parts", "forms", "drawings",
        "plan no", "report", "diagram", "specification", "chassis", "engine no", "valve", "bolt",
        "delivery", "delivery note", "consignment", "despatch", "dispatch", "collection",
    ),
    headers=(
        "ni", "ni no", "ni number", "nino", "nin", "national insurance",
        "national insurance no", "national insurance number", "ni num", "nat ins no",
        "nat. ins. no", "nat ins", "nat insurance", "nat insurance no", "national ins",
        "national ins no", "n.i.", "n.i. no", "n.i. number", "insurance no", "insurance number",
        "rhif yswiriant gwladol", "rhif yg",
    ),
    named_otherwise=otherwise,
    label_of_another=printed,
    favoured=issued,
    note=note,
    strength=Strength.ONE_PERSON,
    version=8,
)  # fmt: skip
