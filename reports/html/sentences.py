"""The sentences of the report: what each number means, said as one would say it in a meeting."""

from __future__ import annotations

from collections.abc import Mapping

from connectors.base import Cause, Exclusion
from detectors.base import Category
from scanner.subjects import BULK_PEOPLE

CAUSE_WORDS: Mapping[str, str] = {
    Cause.DENIED: "The scan was not allowed to read it",
    Cause.IN_USE: "Somebody had it open and locked",
    Cause.ENCRYPTED: "Protected with a password",
    Cause.RIGHTS_MANAGED: "Protected by rights management",
    Cause.CORRUPT: "Damaged: it does not open",
    Cause.PARTIAL: "Read in part: something inside could not be read",
    Cause.UNSUPPORTED: "A kind of file that is not read",
    Cause.TOO_LARGE: "Too large",
    Cause.LIMIT: "Read only up to the scan's limits",
    Cause.NEEDS_OCR: "A scanned picture without text",
    Cause.TIMED_OUT: "Took too long to read",
    Cause.MEMORY: "Needed too much memory to read",
    Cause.CRASHED: "The reading of it failed",
    Cause.OFFLINE: "Kept in an archive or cloud, and not at hand",
    Cause.VANISHED: "Gone before it could be read",
    Cause.CHANGED_WHILE_READ: "Changed while it was read",
    Cause.UNREPRESENTABLE: "Its name cannot be opened",
    Cause.UNREACHABLE: "The disk or server did not answer, or may not be asked",
    Cause.NOT_REACHED: "The scan ended before its turn",
}

RULE_WORDS: Mapping[str, str] = {
    Exclusion.MOUNT_POINT: "Another disk mounted inside: scan it as a share of its own",
    Exclusion.SYMLINK: "A link to another place, not a file",
    Exclusion.SPECIAL_FILE: "A device, pipe or socket: it holds no document",
    Exclusion.OWN_FILES: "Stocktake's own catalogue, key, log and reports",
    Exclusion.SETTINGS: "Left out by your settings, which say why",
}

CATEGORY_WORDS: Mapping[str, str] = {
    Category.CONTACT: "Contact",
    Category.IDENTITY: "Identity",
    Category.FINANCIAL: "Financial",
    Category.HEALTH: "Health",
    Category.CHILDREN: "Children",
    Category.SPECIAL_CATEGORY: "Special category",
    Category.CRIMINAL_OFFENCE: "Criminal offence",
    Category.CREDENTIAL: "Credential",
    Category.ORGANISATION: "Organisation",
}


def bulk(entries: int) -> str:
    """Return what to say of files about very many people; "" where there is none.

    >>> bulk(0), bulk(1)
    ('', '1 file may be about more than 1,000 people: look at it first.')
    """
    if not entries:
        return ""
    which = "it" if entries == 1 else "them"
    return f"{files(entries)} may be about more than {BULK_PEOPLE:,} people: look at {which} first."


def files(number: int) -> str:
    """Return a number of files in words.

    >>> files(1), files(1200)
    ('1 file', '1,200 files')
    """
    return "1 file" if number == 1 else f"{number:,} files"


def cut(most: int, whole: int) -> str:
    """Return how many rows of how many a list shows; nothing where it shows all.

    >>> cut(10, 1057), cut(10, 10)
    ('10 of 1,057', '')
    """
    return f"{most:,} of {whole:,}" if most < whole else ""
