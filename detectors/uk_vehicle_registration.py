"""Vehicle registration: leads through the DVLA to the keeper of a vehicle.

Shape     since 2001 two letters, two digits for the half year of registration, three letters;
          1983 A123 BCD; 1963 ABC 123D; before up to three letters and four digits, either first;
          Northern Ireland AIZ 1234; Q plates Q123 ABC; diplomats 101 D 234. Dateless ones of less
          than five characters are left out.
Check     the half year has begun: 02 is March 2002, 51 is September 2001. I, Q and, but last, Z
          are not used in the current series.
Chance    37 % of random text of the current shape; the older shapes are those of roads and codes.
Category  identity.
Source    DVLA, INF104, read 2026-11-25.

>>> canonical("ab12 cde")
'AB12CDE'
>>> canonical("AB01 CDE") is None
True
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from detectors.base import Category, Detector, Form, Scan

_SEPARATORS = re.compile(r"[ .\-]+")
_CURRENT = re.compile("[A-HJ-PR-Y]{2}([0-9]{2})[A-HJ-PR-Z]{3}")
_OLDER = re.compile(
    "[A-HJ-NP-TV-Y][0-9]{1,3}[A-HJ-PR-Z]{3}"  # prefix, and Q plates
    "|[A-HJ-PR-Z]{3}[0-9]{1,3}[A-HJ-NPR-TV-Y]"
    "|[0-9]{3}[DX][0-9]{3}"
)
_DATELESS = re.compile("([A-Z]{1,3})[0-9]{1,4}|[0-9]{1,4}([A-Z]{1,3})")
_LEAST_DATELESS = 5  # "7B" and "10A" are registration classes of schools
_HALF, _FIRST_HALF, _MARCH, _SEPTEMBER = 50, 51, 3, 9
_REGIONS = frozenset("ABCDEFGHKLMNOPRSVWXY")  # INF104: the offices; others are sold as personal
_WORDS = frozenset(
    re.findall(
        r"[A-Z]+",
        "ALL AND ARE BED BUS BUT CAN CAR DAY DOC END FAX FOR HAD HAS HER JCT JOB KEY LOT LTD "
        "MAN MAP NEW NHS NOT NOW OLD ONE OUR OUT PDF PER PLC REF REV ROW SET TAX TEL THE TOP "
        "TWO USA VAN VAT WAS WAY WHO YOU AGR JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC MON "
        "TUE WED THU SAT SUN MPH AM AN AS AT BY CM GB GO IN IS IT KB KG KM MB MM MY NO OF "
        "ON OR PM SO ST TB TH ND RD TO UP",
    )
)  # what stands beside numbers in headings and tables written in capitals


def half_years(today: date) -> frozenset[int]:
    """Return the age identifiers that have been issued by ``today``."""
    march = today.year % 100 - (today.month < _MARCH)
    september = today.year % 100 - (today.month < _SEPTEMBER) + _HALF
    return frozenset((*range(2, march + 1), *range(_FIRST_HALF, september + 1)))


def canonical(text: str) -> str | None:
    """Return the registration in ``text`` without spaces if it is of a series, else None."""
    compact = _SEPARATORS.sub("", text.upper())
    if match := _CURRENT.fullmatch(compact):
        return compact if int(match[1]) in half_years(datetime.now(UTC).date()) else None
    if _OLDER.fullmatch(compact):
        return compact
    match = _DATELESS.fullmatch(compact)
    if match is None or len(compact) < _LEAST_DATELESS or (match[1] or match[2]) in _WORDS:
        return None
    return compact


_LEAST_CELLS, _SHARE, _SHARE_CURRENT = 5, 0.9, 0.5


def column_of_registrations(cells: list[str]) -> bool:
    """Return whether cells without heading are registrations, half of them of the current series.

    Among those, what has the shape of an older series is one, too.
    """
    if len(cells) < _LEAST_CELLS or not any(map(str.isdigit, cells[0])):
        return False
    known = [value for value in map(canonical, cells) if value]
    current = sum(_CURRENT.fullmatch(value) is not None for value in known)
    return len(known) >= _SHARE * len(cells) and current >= _SHARE_CURRENT * len(cells)


def likely(value: str) -> bool:
    """Return whether an office gave out the first letter and the last three are no plain word."""
    return value[0] in _REGIONS and value[-3:] not in _WORDS


_GAP = r"[ .\-]{0,2}"

DETECTOR = Detector(
    entity="UK_VEHICLE_REGISTRATION",
    category=Category.IDENTITY,
    title="vehicle registration",
    source="DVLA INF104",
    forms=(
        # What has a half year that never was is matched too: a column of codes is full of those.
        # In small letters, and in the older series, it has the shape of roads, rooms and codes.
        Form(
            "current series",
            r"\b[A-Z]{2}[0-9]{2}[ ]{0,2}[A-Z]{3}\b",
            0.65,
            Scan.CASE,
        ),
    ),
    near=(
        Form("current series", rf"[a-hj-pr-y]{{2}}[0-9]{{2}}{_GAP}[a-hj-pr-z]{{3}}\b", 0.35),
        Form("prefix", rf"[a-hj-np-tv-y][0-9]{{1,3}}{_GAP}[a-hj-pr-z]{{3}}\b", 0.35),
        Form("suffix", rf"[a-hj-pr-z]{{3}}{_GAP}[0-9]{{1,3}}{_GAP}[a-hj-npr-tv-y]\b", 0.35),
        Form("diplomatic", rf"[0-9]{{3}}{_GAP}[dx]{_GAP}[0-9]{{3}}\b", 0.30),
        Form("letters first", rf"[A-Z]{{1,3}}{_GAP}[0-9]{{1,4}}\b", 0.20, Scan.CASE),
        Form("digits first", rf"[0-9]{{1,4}}{_GAP}[A-Z]{{1,3}}\b", 0.20, Scan.CASE),
    ),
    check=canonical,
    check_name="of a series issued by now",
    pass_rate=0.37,
    supporting=(
        "reg", "reg no", "reg number", "registration", "registration no", "registration number",
        "registration mark", "vehicle registration", "vehicle registration no",
        "vehicle registration number", "vehicle reg", "vehicle reg no", "car reg", "car reg no",
        "car registration", "number plate", "index mark", "vrm", "vrn", "rhif cofrestru",
        "reg of vehicle", "reg of car", "registration of vehicle", "vehicle registration mark",
        "vehicle reg number", "tp reg", "tp vrm", "third party reg", "third party registration",
        "veh reg", "veh reg no", "registration plate", "reg plate", "licence plate",
        "vehicle index", "has a car", "has own car", "own car", "parked his", "parked her",
        "regn no", "regn mark", "van reg", "taxi reg", "rhif cofrestru'r cerbyd",
        "rhif cofrestru cerbyd", "plât cofrestru", "plate", "plate no", "plate number",
    ),
    opposing=(
        "part", "part no", "stock", "stock code", "model", "order", "batch", "serial", "drawing",
        "asset", "sku", "planning", "product", "invoice", "lot", "cost centre", "grid ref", "ward",
        "postcode", "post code", "room", "ref", "reference", "company registration",
        "charity registration",
    ),
    headers=(
        "reg", "reg no", "reg number", "registration", "registration no", "registration number",
        "registration mark", "vehicle registration", "vehicle reg", "vehicle reg no", "vehicle",
        "veh reg", "veh reg no", "car", "car no", "car details", "plate", "plate no", "index no",
        "car reg", "car registration", "number plate", "index mark", "vrm", "vrn",
        "rhif cofrestru", "reg of vehicle", "reg of car", "registration of vehicle",
        "vehicle registration mark", "vehicle registration no", "vehicle registration number",
        "vehicle reg number", "tp reg", "tp vrm", "tp vehicle", "third party reg",
        "third party registration", "tp vehicle reg", "registration plate", "reg plate",
        "vehicle no",
        "licence plate", "vehicle index", "vehicle reg mark", "regn", "regn no", "regn mark",
        "van reg", "taxi reg", "own vehicle reg", "vehicle 1 reg", "vehicle 2 reg", "index",
        "plate number", "vehicle plate", "rhif cofrestru cerbyd", "rhif cofrestru'r cerbyd",
        "plât cofrestru", "cerbyd",
    ),
    opposing_headers=(
        "registration date", "date of registration", "company registration", "registration class",
        "tag", "asset tag", "asset", "asset no", "serial", "serial no", "serial number", "part",
        "part no", "code", "model", "stock code", "product code", "item", "item code", "batch",
        "registration group", "reg group", "reg class", "registration status",
    ),
    typed_by=column_of_registrations,
    version=4,
    favoured=likely,
    favour_says=("of an office there is, no word", "of no office, or with a word in it"),
)  # fmt: skip
