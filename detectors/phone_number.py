"""UK telephone number: reaches one person or household.

Shape     +44, 0044 or 0, then 9 or 10 digits, in any grouping; "(0)" may follow +44.
Check     the UK numbering plan: 01 and 02 geographic, 03 and 08 non-geographic, 05 corporate,
          07 mobile and personal, 09 premium; lengths as allocated.
Chance    57 % of a nought and ten random digits: closed up it needs a label or column.
Category  contact.
Source    Ofcom, National Telephone Numbering Plan, and its numbers for drama (01632 960,
          07700 900 and others), read 2026-11-25.

>>> canonical("(01632) 960 123")
'+441632960123'
>>> canonical("0044 7700 900123")
'+447700900123'
>>> canonical("0612 345 678") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from detectors.base import EXAMPLE_VALUE, Category, Chars, Detector, Form, Strength
from detectors.check_digits import all_digits

_TEN = re.compile(
    r"1[1-9]\d{8}|2[03489]\d{8}|3[0347]\d{8}|5[56]\d{8}|7\d{9}|8[0247]\d{8}|9[018]\d{8}"
)
_NINE = re.compile(r"1[2-9]\d{7}|[58]00\d{6}")
_COUNTRY = re.compile(r"(?:00)?440?(?=[1-9])|0(?=[1-9])")
_DRAMA = (
    "1632960", "7700900", "2079460", "1134960", "1144960", "1154960", "1164960", "1174960",
    "1184960", "1214960", "1314960", "1414960", "1514960", "1614960", "1914980", "2890180",
    "2920180", "808157", "909879", "306999",
)  # fmt: skip  # Ofcom, telephone numbers for use in TV and radio drama programmes


def canonical(text: str) -> str | None:
    """Return ``text`` in E.164 if the UK plan has such a number, else None.

    Ten digits without a nought are taken for a number that a spreadsheet has shortened.
    """
    digits = "".join(char for char in text if char.isascii() and char.isdigit())
    prefix = _COUNTRY.match(digits)
    national = digits[prefix.end() :] if prefix else digits
    if not _TEN.fullmatch(national) and not (prefix and _NINE.fullmatch(national)):
        return None
    return None if len(set(national)) == 1 else f"+44{national}"


_TO = re.compile(
    rb"(?:\b(?:to|from|tel|phone|mobile|mob|msisdn|recipient|sender|destination|dest|caller|called"
    rb"|cli|number|whatsapp|sms|contact)[\x22']?[ \t]{0,2}[=:|>][\x22' \t]{0,3}"
    rb"|\b(?:call|ring|phone|text|message|messaged|whatsapp|reach|contact|tel|mob|mobile|number"
    rb"|called|rang|texted)\b[^0-9\n]{0,40})\Z",
    re.IGNORECASE,
)
_TO_BYTES = 64
_LIST_BYTES = 700
_COUNTRY_FIRST = re.compile(r"\b44[1237][0-9]{9}\b")
_SHAPED = re.compile(r"(?:\+?44|[(]?0)?[ ().\-0-9]{9,17}")
_SHARE_WRITTEN = 0.15  # of a column's cells, that have their nought
_LEAST_PREFIXES, _PREFIX_CHARS, _SHARE_PASSING = 3, 8, 0.9


def after_country(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return a number that begins with the country's, if words before it say what is done with it.

    >>> after_country(b'to="447700900123"', 4, 16)
    (4, 16)
    """
    if _TO.search(data, max(0, start - _TO_BYTES), start):
        return start, end
    around = data[max(0, start - _LIST_BYTES) : end + _LIST_BYTES].decode("utf-8", "ignore")
    return (start, end) if _differ(_COUNTRY_FIRST.findall(around)) else None


def column_of_numbers(cells: list[str]) -> bool:
    """Return whether cells begin with the country's number, or some have a nought and none less.

    Nearly all must fit the plan; a spreadsheet drops the nought of those without spaces only.
    """
    if not all(map(_SHAPED.fullmatch, cells)):
        return False
    written = sum(cell[0] in "0+(" for cell in cells)
    if written >= _SHARE_WRITTEN * len(cells):
        return sum(map(bool, map(canonical, cells))) >= _SHARE_PASSING * len(cells)
    return all(map(_COUNTRY_FIRST.fullmatch, cells)) and _differ(cells)


def _differ(numbers: Sequence[str]) -> bool:
    """Return whether nearly all fit the plan and are no counters, alike but for their ends."""
    prefixes = {number[:_PREFIX_CHARS] for number in numbers}
    fitting = sum(canonical(number) is not None for number in numbers)
    return len(prefixes) >= _LEAST_PREFIXES and fitting >= _SHARE_PASSING * len(numbers)


_PREFIXES = (b"00440", b"0044", b"440", b"44", b"0", b"")
_SECONDS = {"1": "123456789", "2": "03489", "3": "0347", "5": "56", "7": "0123456789",
            "8": "0247", "9": "018"}  # fmt: skip
_SECOND_OF = np.zeros((256, 256), dtype=bool)
for _first, _allowed in _SECONDS.items():
    for _second in _allowed:
        _SECOND_OF[ord(_first), ord(_second)] = True


def canonical_many(chars: Chars) -> NDArray[np.bytes_]:
    """Return the E.164 form of each row of digits, b"" for what the plan does not have."""
    values = np.full(len(chars), b"", dtype="S13")
    width = chars.shape[1]
    undecided = all_digits(chars) if width > 1 else np.zeros(len(chars), dtype=bool)
    for prefix in _PREFIXES:
        length = width - len(prefix)
        if length < 2 or not undecided.any():
            continue
        fits = undecided & (chars[:, : len(prefix)] == np.frombuffer(prefix, np.uint8)).all(axis=1)
        fits &= chars[:, len(prefix)] != ord("0")
        undecided &= ~fits
        national = chars[:, len(prefix) :]
        fits &= _allocated(national, shortened=not prefix)
        if fits.any():
            digits = np.ascontiguousarray(national[fits]).view(f"S{length}").ravel()
            values[fits] = np.char.add(b"+44", digits)
    return values


def _allocated(national: Chars, *, shortened: bool) -> NDArray[np.bool_]:
    """Return which rows of national digits the plan has."""
    none = np.zeros(len(national), dtype=bool)
    varied = (national != national[:, :1]).any(axis=1)
    if national.shape[1] == 10:
        return np.asarray(_SECOND_OF[national[:, 0], national[:, 1]] & varied)
    if national.shape[1] != 9 or shortened:
        return none
    first, second, third = national[:, 0], national[:, 1], national[:, 2]
    short = ((first == ord("5")) | (first == ord("8"))) & (second == ord("0")) & (third == ord("0"))
    return np.asarray((first == ord("1")) & (second >= ord("2")) | short)


def note(value: str) -> str | None:
    """Say so where Ofcom keeps the number for drama."""
    return EXAMPLE_VALUE if value.startswith(_DRAMA, 3) else None


_DIGIT = r"[ .\-]{0,2}[0-9]"
_DIGITS = rf"(?:{_DIGIT}){{8,9}}\b"
_NO_DATE = r"(?![0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}\b)"  # "… by phone.\n2023-03-20 10:37 - Home visit"

DETECTOR = Detector(
    entity="PHONE_NUMBER",
    category=Category.CONTACT,
    title="UK telephone number",
    source="Ofcom, National Telephone Numbering Plan",
    forms=(
        Form("closed up", r"\b0[1-9][0-9]{8,9}\b", 0.48),
        Form("grouped", rf"\b0[1-9][0-9](?:{_DIGIT}){{7,8}}\b", 0.80),
        Form("area code in brackets", r"\(0[1-9][0-9]{1,4}\)(?:[ .\-]{0,2}[0-9]){5,8}\b", 0.92),
        Form("+44", rf"\+44\)?[ .\-]{{0,2}}(?:\(0\)|0)?[ .\-]{{0,2}}[1-9]{_DIGITS}", 0.95),
        Form("44 without plus", r"\b44[1237][0-9]{9}\b", 0.75, expand=after_country),
        Form("0044", rf"\b0044[ .\-]{{0,2}}(?:\(0\)|0)?[ .\-]{{0,2}}[1-9]{_DIGITS}", 0.90),
    ),
    near=(
        Form("44", r"44[ .\-]?(?:\(0\)|0)?[ .\-]?[1-9](?:[ .\-]?[0-9]){8,9}\b", 0.35),
        Form("first nought lost", rf"{_NO_DATE}[1-9]{_DIGITS}", 0.25),
        Form(
            "over a line end",
            r"0[1-9][0-9]{1,4}(?: [0-9]{3,4})?[ \t]?\r?\n[ \t>]{0,4}[0-9]{3,7}(?: [0-9]{3,4})?\b",
            0.30,
        ),
    ),
    strength=Strength.USUALLY_ONE,
    version=6,
    check=canonical,
    check_many=canonical_many,
    check_name="fits the UK numbering plan",
    pass_rate=0.57,
    supporting=(
        "tel", "tel no", "telephone", "telephone number", "phone", "phone number", "phone no",
        "mobile", "mobile number", "mobile no", "mob", "contact no", "contact number", "cell",
        "landline", "home tel", "mobile phone", "home phone", "work phone", "contact phone",
        "telephone no", "direct line", "direct dial", "call", "ring", "text", "rhif ffon",
        "ffon", "ffôn", "rhif ffôn",
        "msisdn", "text message to", "sms to", "sms number",
        "contact telephone", "daytime tel", "evening tel", "whatsapp",
        "cli", "caller id", "calling number", "caller number", "called number", "dialled number",
        "ani", "dnis", "from number", "to number", "callback", "callback no", "ddi",
        "symudol", "call back", "ring back", "phone back", "call back on", "ring back on",
    ),
    opposing=(
        "order", "ref", "reference", "invoice", "fax", "account", "serial", "meter", "mpan",
        "barcode", "tracking", "asset", "stock", "batch", "job", "ticket", "hash", "id", "guid",
        "journal", "consignment", "parcel", "uprn", "transaction", "isbn", "version", "build",
        "nhs", "payroll no", "payroll number", "payroll ref", "payroll id", "lot",
        "contract", "po", "sku", "part", "part no", "item",
        "product", "job no", "boiler", "appliance", "gc number", "commodity",
    ),
    headers=(
        "tel", "tel no", "telephone", "telephone no", "telephone number", "phone", "phone no",
        "phone number", "mobile", "mobile no", "mobile number", "mob", "contact no",
        "contact number", "home phone", "home tel", "work phone", "mobile phone", "contact phone",
        "landline", "ffon", "ffôn",
        "contact", "contact tel", "contact telephone", "contact details",
        "cell", "cell phone", "ph", "ph no", "ph number", "switchboard", "symudol", "rhif symudol",
        "ffon symudol", "ffôn symudol", "rhif ffon symudol", "rhif ffôn symudol",
        "rhif ffon", "rhif ffôn", "rhif cyswllt",
        "safe no", "safe number", "safe contact", "safe contact no", "safe contact number",
        "safe phone", "safe tel", "safe mobile", "emergency no", "emergency number",
        "emergency tel", "emergency phone", "emergency contact no", "emergency contact number",
        "daytime no", "daytime number", "evening no", "evening number", "contact tel no",
        "ext / mobile", "ext/mobile", "tel / mob", "landline no", "whatsapp", "call back no",
        "callback number", "ring back no", "cli", "caller id", "calling number", "caller number",
        "dialled number", "called number", "msisdn", "ddi",
    ),
    opposing_headers=("payroll", "ref", "reference", "order", "order no", "account", "id", "fax",
                      "nhs no",
                      "delivery note", "delivery note no", "consignment", "despatch note",
                      "del note", "advice note", "docket", "docket no"),
    note=note,
    typed_by=column_of_numbers,
)  # fmt: skip
