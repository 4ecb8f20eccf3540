"""Mail as it lies in a mailbox, the older messages of its thread below the newest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage

from benchmarks.accuracy.draft import COLUMN, LABEL, Truth
from benchmarks.accuracy.people import Resident
from benchmarks.accuracy.unseen.pen import Pen


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a thread."""

    sender: Resident
    receiver: Resident
    subject: str
    day: date
    body: str
    told: tuple[Truth, ...] = ()  # by the subject, each time it is written


def _mailbox(pen: Pen, who: Resident, form: str, context: str) -> str:
    """Return a person as mail names him, and note name and address."""
    address = who.known["EMAIL_ADDRESS"]
    pen.truths.append(Truth("EMAIL_ADDRESS", address.lower(), "mail header", context))
    if form == "address":
        return address
    pen.truths.append(Truth("PERSON", who.canonical, f"mailbox {form}", context))
    shown = f'"{who.last}, {who.first}"' if form == "last first" else who.name
    return f"{shown} <{address}>"


def _form(pen: Pen, who: Resident) -> str:
    if who.known["EMAIL_ADDRESS"].endswith(pen.cast.domain or "-"):
        return pen.pick("last first|first last")
    return pen.pick("first last|first last|address")


def quoted(pen: Pen, message: Message, older: str) -> str:
    """Return a message below an answer, with what stood below it."""
    style = pen.pick("outlook|outlook|wrote|arrows")
    if style == "outlook":
        pen.truths.extend(message.told)
        lines = [
            "-----Original Message-----" if pen.rng.random() < 0.4 else "_" * 32,
            f"From: {_mailbox(pen, message.sender, _form(pen, message.sender), LABEL)}",
            f"Sent: {message.day:%d %B %Y} {pen.fill('{time}')}",
            f"To: {_mailbox(pen, message.receiver, _form(pen, message.receiver), LABEL)}",
            f"Subject: {message.subject}", "", message.body,
        ]  # fmt: skip
        return "\n".join([*lines, "", older])
    shown = _mailbox(pen, message.sender, "first last", LABEL)
    mark = "> " if style == "arrows" else ""
    head = f"On {message.day:%a, %d %b %Y} at {pen.fill('{time}')}, {shown} wrote:"
    return "\n".join([head, *(mark + line for line in f"{message.body}\n\n{older}".split("\n"))])


def mail(pen: Pen, message: Message, older: str) -> bytes:
    """Return a message with its thread as a mail file."""
    made = EmailMessage()
    made["From"] = _mailbox(pen, message.sender, _form(pen, message.sender), COLUMN)
    made["To"] = _mailbox(pen, message.receiver, _form(pen, message.receiver), COLUMN)
    made["Subject"] = message.subject
    made["Date"] = f"{message.day:%a, %d %b %Y} {pen.fill('{time}')}:00 +0000"
    coding = pen.pick("8bit|quoted-printable|base64")
    made.set_content(f"{message.body}\n\n{older}\n", cte=coding)
    return made.as_bytes()


def mailbox(messages: Sequence[bytes]) -> bytes:
    """Return messages as a mail program keeps a folder of them."""
    start = b"From - Mon Mar  2 09:00:00 2026\n"
    return b"".join(
        start + message.replace(b"\nFrom ", b"\n>From ") + b"\n" for message in messages
    )


def saved(pen: Pen, message: Message, older: str) -> str:
    """Return a thread as somebody saves it as text."""
    return quoted(pen, message, older)
