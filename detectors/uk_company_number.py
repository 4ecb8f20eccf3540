"""Company number: identifies a company at Companies House. Looked for to speak against others.

Shape     eight digits, of which noughts in front are often left out; or two letters of a kind of
          company or of Scotland and Northern Ireland, and six digits, the last of which may be R.
Check     the letters are in use.
Chance    any reference of eight digits has the shape: only after a label or in a column headed so.
Category  organisation: no personal data, and counted as none. Bank accounts have eight digits too.
Source    Companies Act 2006, section 1066; doorda.com, Company number prefixes, read 2026-11-25;
          letters of societies, chartered bodies and overseas entities are known from the register.

>>> canonical("sc 123456"), canonical("1234567")
('SC123456', '01234567')
>>> canonical("QQ123456") is None
True
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form

_KINDS = (
    "AC|CE|CS|EN|ES|FC|FE|GE|GN|GS|IP|LP|NA|NC|NF|NI|NL|NP|NZ|OC|OE|R0|RC|RS|SA|SC|SE|SF|SG|SL|SO|SP"
    "|SZ|ZC"
)
_SHAPE = re.compile(rf"(?:{_KINDS})[0-9]{{5}}[0-9R]|[0-9]{{6,8}}")
_LENGTH = 8


def canonical(text: str) -> str | None:
    """Return the eight characters of a company number, noughts filled up, or None."""
    compact = "".join(text.upper().split())
    if _SHAPE.fullmatch(compact) is None or not compact.strip("0"):
        return None
    return compact.zfill(_LENGTH)


DETECTOR = Detector(
    entity="UK_COMPANY_NUMBER",
    category=Category.ORGANISATION,
    title="company number",
    source="Companies Act 2006, section 1066",
    forms=(),
    near=(
        Form("letters and digits", rf"(?:{_KINDS}) ?[0-9]{{5}}[0-9R]\b", 0.60),
        Form("digits", r"[0-9]{6,8}\b", 0.45),
    ),
    check=canonical,
    check_name="letters in use",
    pass_rate=0.9,
    supporting=(
        "company number", "company no", "company reg no", "company registration number",
        "company registration no", "company registered number", "company reg number", "co reg no",
        "companies house number", "companies house no", "registered company number",
        "registered company no", "registered number", "registered no", "registered in england no",
        "registered in england number", "registered in england and wales no",
        "registered in england and wales number", "registered in england and wales",
        "registered in scotland no", "registered in scotland", "rhif cwmni", "rhif y cwmni",
    ),
    headers=(
        "company number", "company no", "company reg no", "company registration number",
        "company registration no", "companies house number", "companies house no",
        "registered company number", "rhif cwmni",
    ),
)  # fmt: skip
