"""Where a secret begins and ends after the mark that gives it away, in bytes."""

from __future__ import annotations

import math
import re
from collections import Counter

_LONGEST_LINE = 400  # of a password or key with what stands before it
_VALUE = re.compile(
    rb"""[ \t]{0,8}(?:\r?\n[ \t]{0,8})?(?:"([^"\r\n]{1,200})"|'([^'\r\n]{1,200})'"""
    rb"""|([^\s"'<>;,|]{1,200}))"""
)
_UNQUOTED = 3  # the group of a value without quotes
_NEXT_PARAMETER = re.compile(rb"&[A-Za-z_]\w*=")
_PARTS = tuple(map(re.compile, (rb"[a-z]", rb"[A-Z]", rb"[0-9]", rb"[^A-Za-z0-9]")))
_FEWEST_STRONG = 6
_FEWEST_IN_SENTENCE = 8
_WORDS = re.compile(rb"[A-Z]?[a-z]+(?:['\-/][A-Za-z]+)*[.:!?]?")
_NAME_IN_CODE = re.compile(rb"[A-Za-z]+(?:_[A-Za-z]+)+")
_ASSIGNS = re.compile(rb"[A-Za-z_]\w*=")  # the next setting, below one that is empty
_PATH = re.compile(rb"[/~]|[A-Za-z]:\\")  # PWD=/home is where a shell is
_ENDS = re.compile(rb"""[ \t.]*(?:["'<;,|\r\n)}\]]|&\w|\Z)""")
_USER_BEFORE = re.compile(
    rb"\b(?:user(?:name)?|login|log-in|logon|usr)(?: name| id)?[ :=]{1,3}"
    rb"[^ \n]{2,60},? (?:and )?\Z",
    re.IGNORECASE,
)
_USER_BYTES = 90
_KEY = re.compile(rb"[A-Za-z0-9_\-+/=.~]{16,200}")
_LEAST_BITS = 3.0  # a character: sixteen letters of a word have less, hexadecimal digits have more
_IN_URL = re.compile(rb"""([^\s/@"'<>]{1,128})@[A-Za-z0-9\[]""")
_BODY = re.compile(
    rb"""(?:\\[nr]|[\sA-Za-z0-9+/=:,()"'.\-]){0,16000}?-----END [A-Z0-9 ]{1,40}-----"""
)
_LEAST_BODY = 64  # letters of a private key; guides leave dots
_JWT = re.compile(rb"eyJ[\w\-]{8,4096}\.eyJ[\w\-]{8,8192}\.[\w\-]{16,2048}")


def password_after_label(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the password after a label that ends at ``end``.

    A single plain word, or one on the next line, counts only where nothing follows it on its line.
    """
    match = _VALUE.match(data, end, end + _LONGEST_LINE)
    if match is None:
        return None
    group = match.lastindex or 0
    first, last = match.span(group)
    if group == _UNQUOTED:
        last = _unquoted_end(data, first, last)
    value = data[first:last]
    if _PATH.match(value) or (group == _UNQUOTED and _NAME_IN_CODE.fullmatch(value)):
        return None
    if b"\n" in data[end:first] and _ASSIGNS.match(value):
        return None
    says_nothing_more = group != _UNQUOTED or _ENDS.match(data, last) is not None
    beside_its_sign = data[start:end].endswith((b":", b"=", b">")) and b"\n" not in data[end:first]
    believed = _is_strong(value) or (says_nothing_more and beside_its_sign)
    return (first, last) if believed else None


def strong_after_label(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the password after a label without a colon: a token that no sentence has.

    "The password Autumn6781! was given" holds one, "the password policy" and "the password 2024"
    do not.
    """
    span = password_after_label(data, start, end)
    if span is None or span[1] - span[0] < _FEWEST_IN_SENTENCE:
        return None
    value = data[slice(*span)]
    small, capital, digit, mark = (part.search(value) is not None for part in _PARTS)
    return span if digit and (small or capital) and (mark or (small and capital)) else None


def password_after_user(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the same where its user's name comes before: "user jo password Tea!4417"."""
    if _USER_BEFORE.search(data, max(0, start - _USER_BYTES), start) is None:
        return None
    return strong_after_label(data, start, end)


def _unquoted_end(data: bytes, first: int, last: int) -> int:
    """Return the end of an unquoted value, before another parameter and the sentence's end."""
    following = _NEXT_PARAMETER.search(data, first, last)
    if following:
        return following.start()
    while last - first > 1 and data[last - 1] in b".,:)]":
        last -= 1
    return last


def _is_strong(value: bytes) -> bool:
    """Return whether ``value`` is no word, nor words joined by a hyphen, nor a year."""
    if len(value) < _FEWEST_STRONG or _WORDS.fullmatch(value):
        return False
    return value.isdigit() or sum(kind.search(value) is not None for kind in _PARTS) > 1


def key_after_label(data: bytes, _start: int, end: int) -> tuple[int, int] | None:
    """Return the key after a label, where its characters are as mixed as chance makes them."""
    match = _VALUE.match(data, end, end + _LONGEST_LINE)
    if match is None or b"\n" in data[end : match.start(match.lastindex or 0)]:
        return None
    first, last = match.span(match.lastindex or 0)
    key = _KEY.match(data, first, last)
    if key is None or _bits(key[0]) < _LEAST_BITS:
        return None
    digits = sum(48 <= char <= 57 for char in key[0])
    return key.span() if 0 < digits < len(key[0]) else None


def secret_after_label(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the secret after a label, where it is no word: a secret two programs share."""
    found = password_after_label(data, start, end)
    if found is None:
        return None
    value = data[slice(*found)]
    return found if _is_strong(value) and any(48 <= char <= 57 for char in value) else None


def _bits(value: bytes) -> float:
    """Return the entropy of ``value``, in bits a character."""
    shares = [count / len(value) for count in Counter(value).values()]
    return -sum(share * math.log2(share) for share in shares)


def password_in_url(data: bytes, _start: int, end: int) -> tuple[int, int] | None:
    """Return the password between the user's name and the host, with the colon before it.

    Without it the password would begin where an e-mail address seems to, and be shown as its name.
    """
    match = _IN_URL.match(data, end)
    return (end - 1, match.end(1)) if match else None


def private_key(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the whole key, from its first line to its last."""
    match = _BODY.match(data, end)
    if match is None or len(re.findall(rb"[A-Za-z0-9+/]", match[0])) < _LEAST_BODY:
        return None
    return start, match.end()


def web_token(data: bytes, start: int, _end: int) -> tuple[int, int] | None:
    """Return the three parts of a token; without the third it opens nothing."""
    match = _JWT.match(data, start)
    return match.span() if match else None
