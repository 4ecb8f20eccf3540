"""The libraries: which are there, in which version, and what each is needed for."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from reports.doctor.base import Checked, State


class Need(NamedTuple):
    """Something that is done by libraries, in turn: (distribution, module to load or "") each."""

    what: str
    by: tuple[tuple[str, str], ...]
    how: str  # with a place {} for each library and its version


NEEDS = (
    Need(
        "PDF",
        (("pypdfium2", "pypdfium2"), ("pdfminer.six", "pdfminer.pdfpage")),
        "{}; what it cannot read, {}",
    ),
    Need(
        "Excel",
        (("python-calamine", "python_calamine"), ("openpyxl", "openpyxl")),
        "{}; very large sheets our own reader; a broken workbook, {}",
    ),
    Need("Word", (("python-docx", "docx"),), "our own reader; a broken document, {}"),
    Need("web pages", (("selectolax", "selectolax.lexbor"),), "{}"),
    Need("JSON", (("ijson", "ijson"),), "{}"),
    Need("text, CSV", (("chardet", "chardet"),), "our own reader; unnamed encodings, {}"),
    Need("SMB shares", (("smbprotocol", "smbprotocol"),), "{}"),
    Need("a domain's directory", (("ldap3", "ldap3"),), "{}"),
    Need("weighing", (("numpy", "numpy"),), "{}"),
    Need(
        "database", (("sqlalchemy", "sqlalchemy"), ("alembic", "alembic")), "{}; new revisions, {}"
    ),
    Need("pool of workers", (("pebble", "pebble"),), "{}"),
    Need("log of all workers", (("multiprocessing-logging", "multiprocessing_logging"),), "{}"),
    Need("HTML page", (("jinja2", "jinja2"),), "{}"),
    Need("settings", (("pydantic", "pydantic"),), "{}"),
    Need("command line", (("click", "click"), ("rich", "rich")), "{}; tables, {}"),
    # Not loaded: it takes seconds, and no scan does.
    Need("use from Presidio", (("presidio-analyzer", ""),), "{}"),
)
_WHAT_TO_DO = "install Stocktake again"


def checked(needs: Sequence[Need] = NEEDS) -> Iterator[Checked]:
    """Yield one line for each need, then what is done without any library."""
    for need in needs:
        found = [_version(*library) for library in need.by]
        lost = [name for (name, _), there in zip(need.by, found, strict=True) if there is None]
        if lost:
            said = f"{', '.join(lost)} cannot be loaded: {_WHAT_TO_DO}"
            yield Checked(State.MISSING, need.what, said)
            continue
        named = [f"{name} {there}" for (name, _), there in zip(need.by, found, strict=True)]
        yield Checked(State.OK, need.what, need.how.format(*named))
    what = (
        "PowerPoint, OpenDocument, Word before 2007, rich text, XML, mail, Outlook, mailboxes,"
        " SQLite"
    )
    yield Checked(State.OK, what, "our own readers, nothing to install")


def kinds_of_files() -> Checked:
    """Return whether libmagic tells kinds of files that our own reader of first bytes does not."""
    what = "kinds of files"
    try:
        import magic  # importing it looks for the C library

        number = magic.version()  # type: ignore[no-untyped-call]  # publishes no types
    except (ImportError, NotImplementedError):
        return Checked(State.MISSING, what, "libmagic: install the Debian package libmagic1")
    return Checked(
        State.OK,
        what,
        f"first bytes by our own reader, then python-magic {version('python-magic')} with"
        f" libmagic {number // 100}.{number % 100:02}",
    )


def archives() -> Checked:
    """Return whether archives other than ZIP are read, which takes a library of the system's."""
    from scanner.extractors.members.unpacked import LIBRARY

    what = "archives: ZIP; 7z, RAR, TAR, CAB, ISO, gz, bz2, xz, zst"
    if not LIBRARY:
        said = "ZIP only: install the Debian package libarchive13, then what is a gap now is read"
        return Checked(State.MISSING, what, said)
    number = f"{LIBRARY // 1_000_000}.{LIBRARY // 1_000 % 1_000}.{LIBRARY % 1_000}"
    said = f"Python's zipfile; libarchive-c {version('libarchive-c')} with libarchive {number}"
    return Checked(State.OK, what, said)


def detection() -> Checked:
    """Return by which engine patterns are found."""
    from detectors.engine.database import ENGINE

    if ENGINE == "re":
        said = "Python's re: finds the same, but slower; install hyperscan where it has a wheel"
        return Checked(State.TO_DO, "detection", said)
    return Checked(State.OK, "detection", ENGINE)


def _version(distribution: str, module: str) -> str | None:
    """Return the version of a library that can be loaded, or None."""
    try:
        if module:
            importlib.import_module(module)
        return version(distribution)
    except (ImportError, OSError, PackageNotFoundError):  # OSError: a C library that is lost
        return None
