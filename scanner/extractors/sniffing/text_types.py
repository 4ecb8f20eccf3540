"""Which kind of text a text is, told by how it begins."""

from __future__ import annotations

import json
import re

from scanner.extractors.tables.dialect import delimiter_of

_HEADER_LINE = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):(?: |\t|$)")
_MAIL_HEADERS = frozenset(
    {
        "bcc", "cc", "content-transfer-encoding", "content-type", "date", "delivered-to",
        "dkim-signature", "from", "in-reply-to", "message-id", "mime-version", "received",
        "references", "reply-to", "return-path", "sender", "subject", "to", "x-mailer",
        "x-originating-ip", "thread-topic", "thread-index",
    }
)  # fmt: skip
_SURELY_MAIL = frozenset({"from", "to", "subject", "received", "return-path", "message-id"})
_HTML_START = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|title|table|div|p|a|meta|script|style|span|br|h[1-6]|"
    r"font|ul|ol|form|center|img|link|b|i|pre)(?=[\s>/]))",
    re.IGNORECASE,
)
_HTML_LATER = re.compile(r"^\s*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.MULTILINE)
_XML_START = re.compile(r"<(?:\?xml\s|!DOCTYPE\s|[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s/>])")
_JSON_START = re.compile(r"(?:\{\s*(?:\"|\}\s*$)|\[\s*(?:[\[{\"\]]|-?\d+(?:\.\d+)?\s*[,\]\n]))")
_LEADING_COMMENTS = re.compile(r"(?:\s*<!--.*?-->)+\s*", re.DOTALL)

_TABLE_TYPES = {"\t": "text/tab-separated-values"}
_STARTS = (
    ("{\\rtf", "application/rtf"),
    ("BEGIN:VCALENDAR", "text/calendar"),
    ("BEGIN:VCARD", "text/vcard"),
)


def text_type(head: str, *, whole: bool) -> str:
    """Return the media type of a text that begins with ``head``; ``whole`` if that is all of it."""
    start = head.lstrip()
    for signature, media_type in _STARTS:
        if start[: len(signature)].upper() == signature.upper():
            return media_type
    if start[:1] == "<":
        return _markup_type(start)
    if start[:1] in ("{", "[") and _is_json(start):
        return "application/json"
    mail = _mail_type(start)
    if mail is not None:
        return mail
    if _HTML_LATER.search(head[:1_024]):
        return "text/html"
    lines = head if whole else head[: head.rfind("\n") + 1]
    delimiter = delimiter_of(lines)
    return "text/plain" if delimiter is None else _TABLE_TYPES.get(delimiter, "text/csv")


def _markup_type(start: str) -> str:
    if start.startswith("<?xml"):
        root = start[:1_024].partition("?>")[2]
        return "text/html" if _HTML_LATER.search(root) else "application/xml"
    if start.startswith("<!--"):
        start = _LEADING_COMMENTS.sub("", start, count=1)
    if _HTML_START.match(start):
        return "text/html"
    if _XML_START.match(start):
        return "application/xml"
    return "text/html" if _HTML_LATER.search(start[:4_096]) else "text/plain"


def _is_json(start: str) -> bool:
    if _JSON_START.match(start):
        return True
    try:
        json.loads(start)
    except (ValueError, RecursionError):
        return False
    return True


def _mail_type(start: str) -> str | None:
    """Return the type of a mail, told by its header lines, or None.

    Libraries that look at the first bytes only take two in three of them for plain text.
    """
    lines = start[:16_384].split("\n")
    if lines[0].startswith("From ") and len(lines) > 1:
        return "application/mbox" if _mail_type("\n".join(lines[1:])) else None
    if lines[0].startswith(">From "):  # left by some mail stores above the headers
        lines = lines[1:]
    names: list[str] = []
    for line in lines:
        match = _HEADER_LINE.match(line.rstrip("\r"))
        if match:
            names.append(match[1].lower())
        elif not (names and line[:1] in (" ", "\t") and line.strip()):
            break
    known = {name for name in names if name in _MAIL_HEADERS}
    is_mail = (
        len(known) >= 2
        and not known.isdisjoint(_SURELY_MAIL)
        and 2 * len(known) >= len({name for name in names if not name.startswith("x-")})
    )
    return "message/rfc822" if is_mail else None
