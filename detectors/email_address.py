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
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from detectors.base import EXAMPLE_VALUE, Category, Detector, Form, Shown, Strength

Codes = NDArray[np.uint8]
Offsets = NDArray[np.int64]

_LOCAL_REVERSED = re.compile(rb"[A-Za-z0-9._%+'\-&]{1,64}")
_DOMAIN = re.compile(
    rb"(?:[A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.){1,8}([A-Za-z]{2,24})(?![A-Za-z0-9@])"
)
_LOCAL_BYTES, _DOMAIN_BYTES = 64, 254  # RFC 5321, 4.5.3.1
_WHOLE = re.compile(r"[a-z0-9][a-z0-9._%+'\-&]{0,63}@(?:[a-z0-9\-]{1,63}\.){1,8}([a-z]{2,24})")
_SPELT_AT = re.compile(r" +at +| *[(\[]at[)\]] *")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_KEPT = 1 << 14  # addresses recur
_REPOSITORIES = "git@"  # git@example.com:project.git is where source code lies
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
    value = text.lower()
    if "@" not in value:
        value = _SPELT_AT.sub("@", value, count=1)
    match = _WHOLE.fullmatch(value)
    if match is None or match[1] in _FILE_ENDINGS or value.startswith(_REPOSITORIES):
        return None
    if "-" in value:  # a label of a domain neither begins nor ends with a hyphen
        domain = value.partition("@")[2]
        if domain.startswith("-") or ".-" in domain or "-." in domain:
            return None
    return value


@lru_cache(_KEPT)
def canonical_expanded(text: str) -> str | None:
    """Return what ``canonical`` gives, for a span that ``around`` has found well formed."""
    value = text.lower()
    other = value[value.rindex(".") + 1 :] in _FILE_ENDINGS or value.startswith(_REPOSITORIES)
    return None if other else value


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


_LOCAL_CLASS = np.zeros(256, dtype=bool)
_LOCAL_CLASS[list(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._%+'-&")] = True
_LETTERS = np.zeros(256, dtype=bool)
_LETTERS[list(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")] = True
_ALNUM = _LETTERS.copy()
_ALNUM[list(b"0123456789")] = True
_DOMAIN_CLASS = _ALNUM.copy()
_DOMAIN_CLASS[list(b".-")] = True
_WINDOW = 32  # longer addresses are rare, and looked at one by one
_CHUNK = 4096  # triggers at a time: windows of a quarter of a megabyte
_DOT = ord(".")


def around_many(codes: Codes, starts: Offsets) -> tuple[Offsets, Offsets]:
    """Return for each @ in ``starts`` where its address begins and ends, equal where none is.

    Plain domains are read off windows of bytes; odd ones go through ``around``.
    """
    firsts, lasts = np.zeros_like(starts), np.zeros_like(starts)
    if not len(starts):
        return firsts, lasts
    padding = np.zeros(_WINDOW, dtype=np.uint8)
    padded = np.concatenate((padding, codes, padding, padding[:2]))
    for at in range(0, len(starts), _CHUNK):
        rows = at + _with_dots(padded, starts[at : at + _CHUNK])
        firsts[rows], lasts[rows], odd = _windows(padded, starts[rows])
        for row in rows[odd].tolist():
            base = max(0, int(starts[row]) - _LOCAL_BYTES)
            near = codes[base : starts[row] + _DOMAIN_BYTES + 2].tobytes()
            span = around(near, int(starts[row]) - base, 0) or (-base, -base)
            firsts[row], lasts[row] = span[0] + base, span[1] + base
    return firsts, lasts


def _with_dots(padded: Codes, starts: Offsets) -> Offsets:
    """Return the numbers of the triggers that a name with a dot in it follows, or a long one."""
    after = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[starts + _WINDOW + 1]
    outside = ~_DOMAIN_CLASS[after]
    end = np.where(outside.any(axis=1), outside.argmax(axis=1), _WINDOW)
    dot = after == _DOT
    return np.flatnonzero((end == _WINDOW) | dot.any(axis=1) & (dot.argmax(axis=1) < end))


def _windows(padded: Codes, starts: Offsets) -> tuple[Offsets, Offsets, NDArray[np.bool_]]:
    """Return starts, ends and which triggers need a closer look."""
    windows = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)
    local = windows[starts][:, ::-1]
    outside = ~_LOCAL_CLASS[local]
    reach = np.where(outside.any(axis=1), outside.argmax(axis=1), _WINDOW)
    # An address begins with a letter or digit: the one farthest from the @.
    inside = _ALNUM[local] & (np.arange(_WINDOW) < reach[:, None])
    length = np.where(inside.any(axis=1), _WINDOW - inside[:, ::-1].argmax(axis=1), 0)
    domain = windows[starts + _WINDOW + 1]
    outside = ~_DOMAIN_CLASS[domain]
    end = np.where(outside.any(axis=1), outside.argmax(axis=1), 0)
    rows = np.arange(len(starts))
    last = domain[rows, np.maximum(end - 1, 0)]
    within = np.arange(_WINDOW) < end[:, None]
    dots = (domain == _DOT) & within
    count = dots.sum(axis=1)
    last_dot = _WINDOW - 1 - dots[:, ::-1].argmax(axis=1)
    after = within & (np.arange(_WINDOW) > last_dot[:, None])
    plain = (count > 0) & (count < 9) & _LETTERS[last] & _ALNUM[domain[:, 0]]
    plain &= (_LETTERS[domain] | ~after).all(axis=1) & (after.sum(axis=1) >= 2)
    plain &= after.sum(axis=1) <= 24
    plain &= ~((domain[:, 1:] <= _DOT) & (domain[:, :-1] <= _DOT) & within[:, 1:]).any(axis=1)
    plain &= domain[rows, np.minimum(end, _WINDOW - 1)] != ord("@")
    found = plain & (length > 0)
    firsts = np.where(found, starts - length, 0)
    lasts = np.where(found, starts + 1 + end, 0)
    odd = ~plain & (count > 0) | (end == 0) | (reach == _WINDOW)
    return firsts, lasts, odd & (length > 0)


@lru_cache(_KEPT)
def note(value: str) -> str | None:
    """Say so where an address is kept for examples, or is a role's."""
    local, _, domain = value.partition("@")
    if domain in _EXAMPLES or domain.endswith((".example", ".example.com", ".test", ".invalid")):
        return EXAMPLE_VALUE
    return "role mailbox" if local in _ROLES else None


DETECTOR = Detector(
    entity="EMAIL_ADDRESS",
    category=Category.CONTACT,
    shown=Shown.SIGN,
    title="e-mail address",
    source="RFC 5321, 4.1.2",
    forms=(Form("address", "@[a-z0-9]", 0.96, expand=around, expand_many=around_many),),
    near=(
        Form(
            "spelt at",
            r"[a-z0-9][a-z0-9._%+'\-&]{0,63}(?: +at +| *[(\[]at[)\]] *)"
            r"(?:[a-z0-9][a-z0-9\-]{0,62}\.){1,8}[a-z]{2,24}\b",
            0.40,
        ),
    ),
    check=canonical,
    check_expanded=canonical_expanded,
    check_name="domain well formed",
    pass_rate=0.01,
    supporting=("e-mail", "email", "e mail", "mail to", "email address", "e-bost", "ebost"),
    headers=("e-mail", "email", "email address", "e-mail address", "mail", "e-bost", "ebost"),
    note=note,
    strength=Strength.USUALLY_ONE,
    version=2,
)
