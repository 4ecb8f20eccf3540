"""Blue Badge number: says that its holder is disabled.

Shape     six letters and digits; on the badge and in registers more may follow (authority, sex,
          date of expiry), which is left out. Letters alone only in capitals: under its heading, or
          after its label where they read as no word.
Check     none.
Chance    many words and references have the shape: only after a label, or in a column headed so.
Category  data concerning health. Organisations hold badges too, and a person gets another one every
          three years: not one person.
Source    none at hand that gives the form; six characters are common knowledge. DfT, Blue Badge
          scheme local authority guidance (England), on holders and renewal, read 2026-11-25.

>>> canonical("4d9k2l")
'4D9K2L'
>>> canonical("holder") is None
True
"""

from __future__ import annotations

import re

from detectors.after_words import TO_A_DIGIT, after_words
from detectors.base import Category, Detector, Form, Scan

_STATES = frozenset(
    {"ACTIVE", "LAPSED", "ISSUED", "DENIED", "CLOSED", "HOLDER", "PERMIT", "STOLEN", "UNSURE",
     "SCHEME", "EXPIRY", "NUMBER", "DRIVER", "PARENT", "PERSON"}
)  # fmt: skip
_SHAPE = re.compile(r"([A-Z0-9]{6})(?:[ \-/]?[A-Z]?[0-9]{1,8}){0,3}")
_LABEL = r"(?:\b|_)(?:blue[ _\-]?|disabled )(?:parking )?badge(?:\b|_)"
_WRITTEN = r"(?![0-9]{6}|[a-z]{1,2}[0-9]{2}[a-z]{2}\b)[a-z0-9]{6}(?![a-z0-9])"
_SMALL_LABEL = "(?:[Bb]lue|[Dd]isabled)[ _-]?(?:[Pp]arking )?[Bb]adge"
_CALLED = "(?:[Nn]o|[Nn]um|[Nn]umber|[Rr]ef|[Ss]erial|ID)"
_SAYS = r"(?:[\s.,:#(\-]{1,3}(?:is |was )?)"
_NO_WORD = re.compile(rb"(?:[^AEIOU]*[AEIOU]?[^AEIOU]*|.*Q(?!U).*)\Z")
_CHARS = len("4D9K2L")


def last_six(data: bytes, _start: int, end: int) -> tuple[int, int] | None:
    """Return the six letters that end a trigger, unless they read as a word."""
    return (end - _CHARS, end) if _NO_WORD.match(data, end - _CHARS, end) else None


def canonical(text: str) -> str | None:
    """Return the six characters that ``text`` begins with, or None where they read as a word."""
    text = text.strip()
    match = _SHAPE.fullmatch(text.upper())
    if match is None or len(set(match[1])) == 1:
        return None
    if match[1].isalpha() and (not text.isupper() or match[1] in _STATES):
        return None
    return match[1]


_MIXED = re.compile(r"(?=.*[0-9])(?=.*[A-Z])[A-Z0-9]{6}")
_KNOWN_SHARE, _MIXED_SHARE = 0.6, 0.6
_CALLED_BADGE = re.compile(r"(?i)badge(?: ?(?:no|number|ref|id))?\.?")


def badges(cells: list[str]) -> bool:
    """Return whether cells are of six letters and digits in no order, as no other badges are.

    >>> badges(["4D9K2L", "DANAUL", "3H7HYY"]), badges(["PH5186", "PH4051", "PH4114"])
    (True, False)
    """
    cells = [cell for cell in cells if _CALLED_BADGE.fullmatch(cell) is None]
    known = [value for cell in cells if (value := canonical(cell))]
    mixed = [value for value in known if _MIXED.fullmatch(value)]
    orders = {"".join("9" if char.isdigit() else "A" for char in value) for value in mixed}
    if len(known) < _KNOWN_SHARE * len(cells) or len(mixed) < _MIXED_SHARE * len(known):
        return False
    return len(orders) > 1 or any(order.lstrip("A").strip("9") for order in orders)


_REMARK = r"(?:,? (?:if|where) [a-z]{3,12}| ?[(][a-z ]{2,24}[)])?"
_SPOKEN_OF = re.compile(
    rb"blue[ _\-]?badge|bathodyn glas|parking badge|disabled badge"
    rb"|\b(?:mobility|walking|pip|dla|pcn|penalty charge|contravention)\b",
    re.IGNORECASE,
)
_SPOKEN_BYTES = 3_000  # back from a label: the title of the form, or the letter's subject
_ASKED_BYTES = 1_500  # on from it: the questions of the form
_LOWER_WORD = re.compile(rb"[A-Z]?[a-z]{5,6}")


def last_six_of_blue_badge(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the six characters that end a trigger if a Blue Badge is what it is about."""
    if _LOWER_WORD.fullmatch(data, end - _CHARS, end):
        return None
    if _SPOKEN_OF.search(data, max(0, start - _SPOKEN_BYTES), end + _ASKED_BYTES) is None:
        return None
    span = data[end - _CHARS : end]
    return last_six(data, start, end) if span.isalpha() else (end - _CHARS, end)


DETECTOR = Detector(
    entity="UK_BLUE_BADGE",
    category=Category.HEALTH,
    title="Blue Badge number",
    source="DfT, Blue Badge scheme",
    forms=(
        Form(
            "letters in capitals after its label in small ones",
            rf"\b{_SMALL_LABEL}(?:{_SAYS}{_CALLED}){{0,2}}{_SAYS}[A-Z]{{6}}\b",
            0.85,
            Scan.CASE,
            last_six,
        ),
        Form(
            "letters after its label and a colon",
            r"\bBLUE BADGE (?:SERIAL )?(?:NO|NUMBER|REF)\.? ?[:#] {0,3}[A-Z]{6}\b",
            0.85,
            Scan.CASE,
            last_six,
        ),
        Form(
            "after the word badge, where a Blue Badge is spoken of",
            rf"\bbadge[ _\-](?:no|num|number|ref|serial|id)\b{_REMARK}"
            r"[\s.:=|_\-\x22']{1,40}[a-z0-9]{6}\b",
            0.85,
            expand=last_six_of_blue_badge,
        ),
        Form(
            "after the bare word badge, where a Blue Badge is spoken of",
            rf"\bbadge[\x22']?{_REMARK} ?[:=|][ \t\x22'\r\n]{{0,6}}[a-z0-9]{{6}}\b",
            0.80,
            expand=last_six_of_blue_badge,
        ),
        Form(
            "some words after its label",
            _LABEL + TO_A_DIGIT,
            0.85,
            expand=after_words(_LABEL, _WRITTEN),
        ),
    ),
    near=(
        Form("six characters", r"(?![a-z]{6}\b)[a-z0-9]{6}\b", 0.30),
        Form("with authority and expiry", r"[a-z0-9]{6}[ \-/]?[0-9]{4}[a-z][0-9]{4}\b", 0.40),
    ),
    check=canonical,
    check_name="six letters and digits",
    pass_rate=0.8,
    supporting=(
        "blue badge no", "blue badge num", "blue badge number", "blue badge serial",
        "blue badge serial no", "blue badge serial number", "blue badge ref", "blue badge id",
        "blue badge reference", "blue badge", "bb no", "bb number",
        "disabled badge number", "disabled badge no",
        "blue badge, number", "blue badge, no", "blue badge (number", "blue badge with number",
        "blue badge numbered", "blue badge holder no", "blue badge holder number",
        "rhif bathodyn glas", "disabled parking badge no", "disabled parking badge number",
    ),
    doubtful_headers=(
        "badge", "badge no", "badge number", "badge ref", "badge reference", "badge id", "permit",
        "permit no", "permit number", "badge serial", "rhif y bathodyn", "bathodyn",
    ),
    under_doubtful=badges,
    headers=(
        "current badge no", "current badge number", "existing badge no", "existing badge number",
        "previous badge no", "previous badge number", "old badge no", "old badge number",
        "last badge no", "last badge number", "expiring badge no", "expired badge no",
        "new badge no", "new badge number", "badge serial no", "badge serial number",
        "parking badge no", "parking badge number", "badge no (current)", "rhif bathodyn",
        "bb no", "bb number", "bb ref", "disabled parking badge no",
        "disabled parking badge number",
        "blue badge no", "blue badge num", "blue badge number", "blue badge serial no",
        "blue badge serial number", "blue badge ref", "blue badge reference", "blue badge id",
        "disabled badge number", "disabled badge no", "rhif bathodyn glas", "blue badge",
        "disabled badge", "bluebadge",
    ),
    opposing_headers=(
        "staff badge", "staff badge no", "staff badge number", "id badge", "visitor badge",
        "employee badge", "employee badge no", "officer badge", "driver badge", "driver badge no",
        "taxi badge", "name badge", "door badge", "badge type", "badge status", "badge expiry",
        "blue badge expiry", "blue badge expiry date", "blue badge issued", "blue badge issue date",
        "blue badge start date", "blue badge end date", "blue badge status", "blue badge date",
        "blue badge holder", "blue badge type",
    ),
    version=5,
)  # fmt: skip
