"""E-mail address: reaches one person, or a role that several share.

Shape     the part of RFC 5321 that people use: local part, @, domain with a top-level domain.
Check     the domain's form; what ends like a file name ("icon@2x.png") is none.
Category  contact. ``note`` tells a role mailbox, which is not one person.
Source    RFC 5321, 4.1.2; RFC 2606 (examples); read 2026-11-25.

>>> canonical("Jane.Smith@Example.COM")
'jane.smith@example.com'
>>> canonical("icon@2x.png") is None
True
"""

from __future__ import annotations

import re

from detectors.base import EXAMPLE_VALUE, Category, Detector, Form

_LOCAL_REVERSED = re.compile(rb"[A-Za-z0-9._%+'\-&]{1,64}")
_DOMAIN = re.compile(
    rb"(?:[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.){1,8}([A-Za-z]{2,24})(?![A-Za-z0-9@])"
)
_LOCAL_BYTES, _DOMAIN_BYTES = 64, 254  # RFC 5321, 4.5.3.1
_WHOLE = re.compile(
    r"([a-z0-9][a-z0-9._%+'\-&]{0,63})(?:@| +at +| *[(\[]at[)\]] *)"
    r"((?:[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24})"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FILE_ENDINGS = _words(
    "png jpg jpeg gif svg webp ico css js ts tsx jsx json html htm xml pdf doc docx xls xlsx csv"
    " txt md yml yaml zip gz tar log sql bak tmp py sh exe dll"
)  # fmt: skip
_EXAMPLES = ("example", "example.com", "example.net", "example.org", "test", "invalid")
_ROLES = _words(
    "info enquiries enquiry contact admin office hello help helpdesk support noreply no-reply"
    " donotreply do-not-reply housing planning benefits council customerservices customer.services"
    " customerservice revenues licensing parking waste recycling hr payroll finance accounts"
    " webmaster postmaster abuse press media news newsletter sales service services reception"
    " complaints foi dpo dataprotection data.protection safeguarding elections electoral legal"
    " procurement recruitment jobs schools admissions libraries library registrars environmental"
    " highways environment communications feedback security team post mail mailbox"
)  # fmt: skip


def canonical(text: str) -> str | None:
    """Return ``text`` in small letters if it is an address, else None; " at " becomes @."""
    match = _WHOLE.fullmatch(text.lower())
    if match is None or match[2].rpartition(".")[2] in _FILE_ENDINGS:
        return None
    return f"{match[1]}@{match[2]}"


def around(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the bytes of the address around an @ at ``start``, or None."""
    del end  # the trigger is @ and one character more
    before = data[max(0, start - _LOCAL_BYTES) : start]
    local = _LOCAL_REVERSED.match(before[::-1])
    domain = _DOMAIN.match(data, start + 1, start + 1 + _DOMAIN_BYTES)
    if local is None or domain is None:
        return None
    name = before[len(before) - local.end() :].lstrip(b"._%+'-&")
    return (start - len(name), domain.end()) if name else None


def note(value: str) -> str | None:
    """Say so where an address is kept for examples, or is a role's."""
    local, _, domain = value.partition("@")
    if domain in _EXAMPLES or domain.endswith((".example", ".example.com", ".test", ".invalid")):
        return EXAMPLE_VALUE
    return "role mailbox" if local in _ROLES else None


DETECTOR = Detector(
    entity="EMAIL_ADDRESS",
    category=Category.CONTACT,
    title="e-mail address",
    source="RFC 5321, 4.1.2",
    forms=(Form("address", "@[a-z0-9]", 0.96, expand=around),),
    near=(
        Form(
            "spelt at",
            r"[a-z0-9][a-z0-9._%+'\-&]{0,63}(?: +at +| *[(\[]at[)\]] *)"
            r"(?:[a-z0-9][a-z0-9\-]{0,62}\.){1,8}[a-z]{2,24}\b",
            0.40,
        ),
    ),
    check=canonical,
    check_name="domain well formed",
    pass_rate=0.01,
    supporting=("e-mail", "email", "e mail", "mail to", "email address", "e-bost", "ebost"),
    headers=("e-mail", "email", "email address", "e-mail address", "mail", "e-bost", "ebost"),
    note=note,
)
