"""Text, tables, JSON, web pages and mail that are deep, endless, or all of one thing."""

from __future__ import annotations

from functools import partial
from random import Random

from tests.scanner.hostile.base import EXAMINED, Hostile, hostile

_NHS = "NHS number: 999 000 0018"
_DEEP = 100_000
_LONG = 400_000  # bytes of the files that are one thing again and again

_AGAIN = {  # each is the beginning of what detectors look for, or what stands between
    "digits": "1",
    "digits apart": "1 ",
    "digits dashed": "1-",
    "dashes": "-",
    "at signs": "@",
    "spaces": " ",
    "nulls": "\0",
    "line ends": "\n",
    "addresses begun": "a.b@",
    "dotted": "a.",
    "dotted at": "a@b.",
    "telephone": "+44 ",
    "telephone in brackets": "(0",
    "zeros": "0",
    "nines": "999 000 ",
    "postcodes begun": "GU1 1",
    "postcodes": "SW1A 1AA",
    "insurance": "QQ 12 34 ",
    "salutations": "Dear Mr ",
    "titles": "Mr. Dr ",
    "capitals": "A",
    "capitals apart": "A B ",
    "names": "Jane Sample ",
    "dates": "01/02/1970 ",
    "birth": "DOB: ",
    "birth dates": "date of birth 01/02/1970 ",
    "labels": "NHS number: ",
    "cards": "4000 0000 0000 0002 ",
    "tabs": "\t",
    "commas": ",",
    "quotes": '"',
    "tags": "<",
    "brackets": "[",
    "semicolons": "a;",
}


def _again(piece: str, rng: Random) -> bytes:
    return (piece * (_LONG // len(piece))).encode()


def _deep_json(rng: Random) -> bytes:
    return b"[" * _DEEP + b'"' + _NHS.encode() + b'"' + b"]" * _DEEP


def _deep_json_objects(rng: Random) -> bytes:
    return b'{"a":' * _DEEP + b"1" + b"}" * _DEEP


def _deep_page(rng: Random) -> bytes:
    return b"<!DOCTYPE html><html><body>" + b"<div>" * _DEEP + _NHS.encode()


def _deep_tables(rng: Random) -> bytes:
    return b"<html><body>" + b"<table><tr><td>x<td>" * 20_000 + _NHS.encode()


def attributes(count: int) -> bytes:
    """Return a page with one element of many attributes, and a number after it."""
    listed = " ".join(f'a{number}="{number}"' for number in range(count))
    return f"<html><body><p {listed}>{_NHS}</p></body></html>".encode()


def _open_comment(rng: Random) -> bytes:
    return b"<html><body>" + b"<!-- " * 300_000 + _NHS.encode()


def _deep_mail(rng: Random) -> bytes:
    lines = ["From: a@example.org", "Subject: deep", "MIME-Version: 1.0"]
    for level in range(5_000):
        lines += [f'Content-Type: multipart/mixed; boundary="b{level}"', "", f"--b{level}"]
    return "\n".join([*lines, "Content-Type: text/plain", "", _NHS]).encode()


def _mail_in_mail(rng: Random) -> bytes:
    head = "From: a@example.org\nSubject: within\nContent-Type: message/rfc822\n\n"
    return (head * 3_000 + f"From: b@example.org\n\n{_NHS}").encode()


def _many_recipients(rng: Random) -> bytes:
    people = ",\n ".join(f'"Jane Sample {n}" <jane{n}@example.org>' for n in range(60_000))
    return f"From: a@example.org\nTo: {people}\nSubject: all\n\n{_NHS}\n".encode()


def _encoded_subject(rng: Random) -> bytes:
    words = "\n ".join(["=?utf-8?B?SmFuZSBTYW1wbGUgd2FzIGhlcmU=?="] * 40_000)
    return f"From: a@example.org\nSubject: {words}\n\n{_NHS}\n".encode()


def _many_parts(rng: Random) -> bytes:
    part = "--b\nContent-Type: application/octet-stream; name=a\n\nx\n"
    head = 'From: a@example.org\nSubject: parts\nContent-Type: multipart/mixed; boundary="b"\n\n'
    return (head + part * 50_010 + "--b--\n").encode()


def _endless_box(rng: Random) -> bytes:
    return b"From a@example.org Thu Apr  1 09:00:00 2024\nSubject: x\n\n" + b"word " * 300_000


def _box_of_openings(rng: Random) -> bytes:
    return b"From a@example.org Thu Apr  1 09:00:00 2024\nSubject: x\n\n" * 60_000


def _one_row(rng: Random) -> bytes:
    return b"name,nhs number\n" + b"Jane Sample,9990000018," * 100_000


def _open_quote(rng: Random) -> bytes:
    rows = b"Jane Sample,9990000018\n" * 300
    return b"name,nhs number\n" + rows + b'"' + b"Jane Sample,9990000018\n" * 60_000


def _wide(rng: Random) -> bytes:
    return (",".join(f"column {n}" for n in range(60_000)) + "\n").encode() + (
        ",".join(["1"] * 60_000) + "\n"
    ).encode() * 20


def _broken_characters(rng: Random) -> bytes:
    return b"\xef\xbb\xbf" + b"\xf0\x9f\x98" * 500_000 + _NHS.encode()


def _odd_halves(rng: Random) -> bytes:
    return b"\xff\xfe" + b"\x00\xd8" * 1_000_000 + b"a"


FILES: tuple[Hostile, ...] = (
    *(
        hostile(f"{name} again.txt", partial(_again, piece), EXAMINED, "unsupported")
        for name, piece in _AGAIN.items()
    ),
    hostile("deep.json", _deep_json, EXAMINED),
    hostile("deep objects.json", _deep_json_objects, EXAMINED),
    hostile("deep.html", _deep_page, EXAMINED),
    hostile("deep tables.html", _deep_tables, EXAMINED, "timed-out"),
    hostile("many attributes.html", lambda _: attributes(100_000), EXAMINED),
    hostile("open comment.html", _open_comment, EXAMINED),
    hostile("deep.eml", _deep_mail, EXAMINED, "partial"),
    hostile("mail in mail.eml", _mail_in_mail, "partial", "limit"),
    hostile("many recipients.eml", _many_recipients, EXAMINED),
    hostile("encoded subject.eml", _encoded_subject, "limit"),
    hostile("many parts.eml", _many_parts, "limit", "partial"),
    hostile("endless.mbox", _endless_box, EXAMINED),
    hostile("openings.mbox", _box_of_openings, "limit", EXAMINED),
    hostile("one row.csv", _one_row, EXAMINED),
    hostile("open quote.csv", _open_quote, EXAMINED),
    hostile("wide.csv", _wide, EXAMINED),
    hostile("broken characters.txt", _broken_characters, EXAMINED),
    hostile("odd halves.txt", _odd_halves, EXAMINED),
    hostile("nothing.docx", lambda _: b"", EXAMINED),
)
