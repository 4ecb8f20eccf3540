"""Good small files of every format, and what is left of them when something went wrong."""

from __future__ import annotations

import json
from random import Random

from tests.scanner.extractors.packages import docx, paragraph, sheet_data, xlsx
from tests.scanner.hostile.archives import tarred, zipped
from tests.scanner.hostile.pdfs import PLAIN

NHS = "NHS number: 999 000 0018"

MAGICS = {
    "pdf": b"%PDF-1.7\n",
    "zip": b"PK\x03\x04",
    "ole": bytes.fromhex("d0cf11e0a1b11ae1"),
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff\xe0",
    "7z": b"7z\xbc\xaf\x27\x1c",
    "rar": b"Rar!\x1a\x07\x01\x00",
    "gz": b"\x1f\x8b\x08",
    "bz2": b"BZh9",
    "xz": b"\xfd7zXZ\0",
    "zst": b"\x28\xb5\x2f\xfd",
    "sqlite": b"SQLite format 3\0",
    "mdb": b"\x00\x01\x00\x00Standard Jet DB\0",
    "pst": b"!BDN",
    "xml": b"<?xml version='1.0'?>",
    "html": b"<!DOCTYPE html><html>",
    "json": b'{"a": [',
    "rtf": b"{\\rtf1",
    "eml": b"From: a@example.org\nSubject: x\n\n",
    "mbox": b"From a@example.org Thu Apr  1 09:00:00 2024\n",
    "utf16": b"\xff\xfe",
    "utf32": b"\xff\xfe\0\0",
}


def good_files() -> dict[str, bytes]:
    """Return one small, whole file of each format that is read, by its ending."""
    rows = "".join(f"Jane Sample {n},9990000018,GU1 1AA\n" for n in range(200))
    line = f"{NHS}\\par {{\\b\\u8217\\'92}}"
    mail = (
        'From: jane@example.org\nSubject: Review\nContent-Type: multipart/mixed; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain\n\n{NHS}\n--b\nContent-Type: text/csv; name=a.csv\n"
        f"Content-Disposition: attachment; filename=a.csv\n\nname,nhs\n{rows}\n--b--\n"
    )
    return {
        "docx": docx("".join(paragraph(f"{NHS} {n}") for n in range(100))),
        "xlsx": xlsx({"One": sheet_data(*((NHS, str(n)) for n in range(100)))}),
        "pdf": PLAIN,
        "zip": zipped(("a.txt", NHS.encode() * 50), ("b.csv", f"name,nhs,pc\n{rows}".encode())),
        "tgz": tarred(("a.txt", NHS.encode() * 50), ("b.csv", f"name,nhs,pc\n{rows}".encode())),
        "eml": mail.encode(),
        "mbox": f"From a@example.org Thu Apr  1 09:00:00 2024\n{mail}\n".encode() * 3,
        "html": f"<html><body><p>{NHS}</p><table>{'<tr><td>a<td>b' * 50}</table></html>".encode(),
        "xml": f"<?xml version='1.0'?><a>{f'<b>{NHS}</b>' * 100}</a>".encode(),
        "json": json.dumps([{"name": "Jane Sample", "nhs": "9990000018"}] * 100).encode(),
        "rtf": f"{{\\rtf1\\ansi{{\\fonttbl{{\\f0 Arial;}}}}{line * 50}}}".encode(),
        "csv": f"name,nhs,postcode\n{rows}".encode(),
        "txt": f"{NHS}\n".encode() * 100,
    }


def flipped(rng: Random, data: bytes) -> bytes:
    """Return ``data`` with some bytes changed, a piece lost and a piece doubled."""
    spoilt = bytearray(data)
    for _ in range(rng.randrange(1, 12)):
        spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
    if rng.random() < 0.3:
        at = rng.randrange(len(spoilt))
        del spoilt[at : at + rng.randrange(1, 40)]
    if rng.random() < 0.3 and spoilt:
        at = rng.randrange(len(spoilt))
        spoilt[at:at] = spoilt[at : at + rng.randrange(1, 400)]
    return bytes(spoilt)


def spoilt_files(rng: Random, each: int) -> dict[str, bytes]:
    """Return cut, flipped, lying and random files by name."""
    files: dict[str, bytes] = {}
    good = good_files()
    for ending, data in good.items():
        for share in (0.1, 0.5, 0.9, 0.99):
            files[f"cut {share}.{ending}"] = data[: int(len(data) * share)]
        for number in range(each):
            files[f"flipped {number}.{ending}"] = flipped(rng, data)
    for ending, magic in MAGICS.items():
        for size in (0, 30, 5_000):
            files[f"noise {size}.{ending}"] = magic + rng.randbytes(size)
        files[f"zeros.{ending}"] = magic + bytes(3_000)
    endings = sorted(good)
    for number, ending in enumerate(endings):
        files[f"lies.{ending}"] = good[endings[number - 1]]
    return files
