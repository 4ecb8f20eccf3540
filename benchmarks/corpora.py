"""Corpora of one kind each, to measure how fast that kind is read.

Prose, changelogs and code are real: what this machine has in its documentation and its Python
libraries. Prose is what was written to be read. Changelogs and notices of copyright are none: they
name who made each change, with address and date; nor are test results, page descriptions and data.
Logs, letters and tables of people are generated, as is the mix of office files and PDF, small and
full of people. Documents are what public test suites have of Word, Excel and PDF, for machines on
which the corpus lies beside the project: few values, all that makers of such files do. Text is
cut into files of a quarter to four megabytes: what is measured is a rate in bytes, and what a file
costs by itself is measured by ``rescan`` and by the office mix.
"""

from __future__ import annotations

import gzip
import shutil
import sysconfig
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from benchmarks.share.desk import DEPARTMENTS, Desk
from benchmarks.share.drafts import Draft, Grid
from benchmarks.share.formats import office, pdf, text
from benchmarks.share.layouts import decoys, everyday, formal, plain, systems
from benchmarks.share.people import populate

_SUITES = Path(__file__).parents[2] / "shared" / "corpus"
_DOCUMENTATION = (Path("/usr/share/doc"), Path("/usr/share/common-licenses"))
_READ = (".txt", ".md", ".rst")  # endings of what is written to be read, and README
_CHANGES = ("changelog", "changes", "history", "news", "releases", "whatsnew")
_CREDITS = ("copyright", "authors", "credits", "thanks", "contributors", "maintainers")
_MOST_OF_ONE = 1_000_000  # bytes taken of one source file, so that none of them is the corpus
# Most of what offices write names nobody; a list of people is the exception, not the rule.
_TEXTS = (
    *(plain.report, plain.report, plain.report, plain.leaflet, decoys.invoice),
    *(formal.letter, formal.assessment, everyday.minutes),
)
_TABLES = (plain.figures, plain.figures, plain.figures, decoys.orders, formal.register)
_OFFICE: tuple[tuple[str, Callable[[Draft], bytes], tuple[Callable[[Desk], Draft], ...]], ...] = (
    ("docx", office.docx_package, _TEXTS),
    ("pdf", pdf.pdf_text, _TEXTS),
    ("xlsx", office.xlsx_package, _TABLES),
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus as it lies on disk; ``distinct`` values were planted, summed over its files."""

    kind: str
    root: Path
    files: int
    size_bytes: int
    distinct: int


def desk_of(seed: int, residents: int = 20_000) -> Desk:
    """Return a desk to generate at, with many people."""
    rng = Random(f"{seed}:corpora")
    return Desk(rng, populate(rng, residents), DEPARTMENTS[3], date(2026, 3, 2))


def _readable_text(path: Path) -> bytes:
    """Return a file's UTF-8 text, unpacked, or nothing if it is no such text."""
    try:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rb") as file:
            data = bytes(file.read(_MOST_OF_ONE))
        data.decode()
    except (OSError, EOFError, UnicodeDecodeError):
        return b""
    return b"" if b"\0" in data else data


def _lists_changes(name: str) -> bool:
    """Return whether a document says what was changed, and by whom."""
    return name.startswith((*_CHANGES, *_CREDITS))


def _is_prose(name: str) -> bool:
    if _lists_changes(name):
        return False
    return name.removesuffix(".gz").endswith(_READ) or name.startswith("readme")


def _documentation(
    wanted: Callable[[str], bool],
) -> Callable[[Desk], Iterator[tuple[bytes, int]]]:
    """Yield the documents whose names, in small letters, are ``wanted``."""

    def pieces(_: Desk) -> Iterator[tuple[bytes, int]]:
        for root in _DOCUMENTATION:
            for path in sorted(root.rglob("*")):
                if wanted(path.name.lower()) and not path.is_symlink() and path.is_file():
                    yield _readable_text(path), 0

    return pieces


def _code(_: Desk) -> Iterator[tuple[bytes, int]]:
    roots = {sysconfig.get_path("stdlib"), sysconfig.get_path("purelib")}
    for root in sorted(roots):
        for path in sorted(Path(root).rglob("*.py")):
            if path.is_file():
                yield _readable_text(path), 0


def _drafts(
    layouts: tuple[Callable[[Desk], Draft], ...],
) -> Callable[[Desk], Iterator[tuple[bytes, int]]]:
    def pieces(desk: Desk) -> Iterator[tuple[bytes, int]]:
        while True:
            draft = desk.rng.choice(layouts)(desk)
            values = {(item.value.entity, item.value.canonical) for item in draft.planted}
            yield text.raw(draft), len(values)

    return pieces


def _people(desk: Desk) -> Iterator[tuple[bytes, int]]:
    yield b"CLAIM_REF,NAME,DT_BIRTH,NINO,NHS_NO,PCODE,EMAIL,MOBILE\n", 0
    while True:
        for who in desk.population.residents:
            row = (
                desk.digits(10), f"{who.first} {who.last}", who.born.isoformat(), f"{who.nino}A",
                who.nhs, who.postcode, who.email, who.phone,
            )  # fmt: skip
            yield (",".join(row) + "\n").encode(), 7


_TEXT_KINDS: dict[str, tuple[str, int, Callable[[Desk], Iterator[tuple[bytes, int]]]]] = {
    "prose": ("txt", 1_000_000, _documentation(_is_prose)),
    "changelogs": ("txt", 1_000_000, _documentation(_lists_changes)),
    "code": ("py", 250_000, _code),
    "logs": ("log", 4_000_000, _drafts((decoys.server_log, systems.application_log))),
    "letters": ("txt", 250_000, _drafts((formal.letter,))),
    "people": ("csv", 4_000_000, _people),
}
KINDS = (*_TEXT_KINDS, "office", *(("documents",) if _SUITES.is_dir() else ()))


def corpus(kind: str, root: Path, size_bytes: int, seed: int = 1) -> Corpus:
    """Write a corpus of about ``size_bytes`` into ``root``, or less where the machine has less."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    if kind == "office":
        return _office(root, size_bytes, seed)
    if kind == "documents":
        return _documents(root)
    extension, file_bytes, pieces = _TEXT_KINDS[kind]
    # One header opens the table of people; every file of the corpus begins with it.
    head = next(pieces(desk_of(seed, 1)))[0] if kind == "people" else b""
    files = total = distinct = 0
    buffer = bytearray()
    for piece, values in pieces(desk_of(seed)):
        buffer += piece
        distinct += values
        if len(buffer) >= file_bytes or total + len(buffer) >= size_bytes:
            (root / f"{kind} {files:04}.{extension}").write_bytes(buffer)
            files, total, buffer = files + 1, total + len(buffer), bytearray(head)
            if total >= size_bytes:
                break
    else:  # the machine has less of this kind: the last file is a short one
        (root / f"{kind} {files:04}.{extension}").write_bytes(buffer)
        files, total = files + 1, total + len(buffer)
    return Corpus(kind, root, files, total, distinct)


def _office(root: Path, size_bytes: int, seed: int) -> Corpus:
    desk, files, total, distinct = desk_of(seed), 0, 0, 0
    while total < size_bytes:
        extension, write, layouts = desk.rng.choice(_OFFICE)
        draft = _thick(desk, layouts)
        data = write(draft)
        (root / f"{files:05}.{extension}").write_bytes(data)
        files, total = files + 1, total + len(data)
        distinct += len({(item.value.entity, item.value.canonical) for item in draft.planted})
    return Corpus("office", root, files, total, distinct)


def _documents(root: Path) -> Corpus:
    found = [path for kind in _OFFICE for path in sorted((_SUITES / kind[0]).iterdir())]
    for path in found:
        shutil.copyfile(path, root / path.name)
    return Corpus("documents", root, len(found), sum(path.stat().st_size for path in found), 0)


def _thick(desk: Desk, layouts: tuple[Callable[[Desk], Draft], ...]) -> Draft:
    """Return several drafts as one: real office files are longer than one letter."""
    whole = desk.draft("mixed", "Papers")
    for number in range(1, desk.rng.randint(2, 20)):
        draft = desk.rng.choice(layouts)(desk)
        whole.planted += draft.planted
        for block in draft.blocks:
            if isinstance(block, Grid):
                block = replace(block, name=f"{block.name} {number}")
            whole.blocks.append(block)
    return whole
