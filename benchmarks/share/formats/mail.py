"""Mail messages as MIME, written by hand: the standard library draws boundaries at random."""

from __future__ import annotations

import base64
import quopri
from dataclasses import dataclass

from benchmarks.share.drafts import Demand, Draft
from benchmarks.share.formats.text import html, raw
from benchmarks.share.people import DOMAIN, NameStyle, Person
from benchmarks.share.values import Value

_BOUNDARY = "=_alderbrook_part"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels with a message."""

    name: str
    data: bytes


def message(draft: Draft, sender: Person, to: Person, attachments: list[Attachment]) -> bytes:
    """Return an EML file: the draft as body, plain or HTML, then the attachments in base64."""
    serial = f"{draft.rng.getrandbits(48):012x}@mail.{DOMAIN}"
    draft.plant(
        Value("EMAIL_ADDRESS", serial, serial, "message id"), "mail header", Demand.OPTIONAL
    )
    headers = [
        f"From: {_mailbox(draft, sender)}",
        f"To: {_mailbox(draft, to)}",
        f"Subject: {_header_word(draft.title)}",
        "Date: Mon, 01 Apr 2024 09:00:00 +0100",
        f"Message-ID: <{serial}>",
        "MIME-Version: 1.0",
    ]
    kind, data = ("html", html(draft)) if draft.rng.random() < 0.3 else ("plain", raw(draft))
    body = quopri.encodestring(data).decode("ascii")
    part = f"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: quoted-printable"
    if not attachments:
        return "\n".join([*headers, part, "", body]).encode()
    lines = [*headers, f'Content-Type: multipart/mixed; boundary="{_BOUNDARY}"', ""]
    lines += [f"--{_BOUNDARY}", part, "", body]
    for attachment in attachments:
        lines += [
            f"--{_BOUNDARY}",
            "Content-Type: application/octet-stream",
            f'Content-Disposition: attachment; filename="{attachment.name}"',
            "Content-Transfer-Encoding: base64",
            "",
            base64.encodebytes(attachment.data).decode("ascii"),
        ]
    return "\n".join([*lines, f"--{_BOUNDARY}--", ""]).encode()


def _mailbox(draft: Draft, person: Person) -> str:
    name = draft.name(person, NameStyle.FULL, "mail header")
    address = Value("EMAIL_ADDRESS", person.email, person.email, "plain")
    return f"{_header_word(name)} <{draft.plant(address, 'mail header')}>"


def _header_word(text: str) -> str:
    if text.isascii():
        return text
    return f"=?utf-8?b?{base64.b64encode(text.encode()).decode('ascii')}?="
