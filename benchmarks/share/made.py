"""Makes the content of one file: a layout in a format, or something that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from benchmarks.share.desk import Desk
from benchmarks.share.drafts import Draft, Planted, Trap, inside, traps_inside
from benchmarks.share.formats import mail, office, package, pdf, text, unreadable
from benchmarks.share.layouts import decoys, everyday, formal, plain, systems


class Role(StrEnum):
    """What a file is there for."""

    PLANTED = "planted"
    DECOY = "decoy"
    CLEAN = "clean"
    EMPTY = "empty"
    UNREADABLE = "unreadable"


@dataclass(slots=True)
class Made:
    """The content of a file with the truth about it.

    ``causes`` names the gaps that would be right for a file that cannot be read; it is empty for
    one that can.
    """

    role: Role
    family: str
    format: str
    stem: str
    data: bytes = field(repr=False)
    planted: list[Planted] = field(default_factory=list)
    traps: list[Trap] = field(default_factory=list)
    causes: tuple[str, ...] = ()


Writer = Callable[[Draft], bytes]
_DOCUMENT_FORMATS: tuple[tuple[str, Writer, int], ...] = (
    ("txt", text.plain, 28),
    ("docx", office.docx_package, 30),
    ("docx", office.docx_library, 4),
    ("pdf", pdf.pdf_text, 26),
    ("html", text.html, 8),
)
_TABLE_FORMATS: tuple[tuple[str, Writer, int], ...] = (
    ("csv", text.comma_separated, 46),
    ("xlsx", office.xlsx_package, 38),
    ("xlsx", office.xlsx_library, 6),
    ("docx", office.docx_package, 4),
    ("html", text.html, 4),
    ("txt", text.plain, 4),
)
_FAMILIES = {Role.PLANTED: (formal, everyday, systems), Role.DECOY: (decoys,), Role.CLEAN: (plain,)}


def _from_draft(
    desk: Desk, role: Role, draft: Draft, formats: Sequence[tuple[str, Writer, int]]
) -> Made:
    extension, write, _ = desk.rng.choices(formats, [weight for _, _, weight in formats])[0]
    if extension == "csv" and _several_tables(draft):
        extension, write = "xlsx", office.xlsx_package
    data = write(draft)
    return Made(role, draft.family, extension, draft.title, data, draft.planted, draft.traps)


def _several_tables(draft: Draft) -> bool:
    return len(draft.blocks) > 1


def document(desk: Desk, role: Role) -> Made:
    """Make running text or a table of the given role."""
    family = desk.rng.choice(_FAMILIES[role])
    raw = getattr(family, "RAW", ())
    documents = getattr(family, "DOCUMENTS", ())
    choice = desk.rng.choice([*documents, *family.TABLES, *raw])
    if isinstance(choice, tuple):
        layout, extension = choice
        draft = layout(desk)
        data = text.raw(draft)
        return Made(role, family.FAMILY, extension, draft.title, data, draft.planted, draft.traps)
    formats = _TABLE_FORMATS if choice in family.TABLES else _DOCUMENT_FORMATS
    return _from_draft(desk, role, choice(desk), formats)


def _any_role(desk: Desk) -> Role:
    return desk.rng.choices((Role.PLANTED, Role.DECOY, Role.CLEAN), (50, 20, 30))[0]


def _gathered(desk: Desk, extension: str, parts: list[tuple[str, Made]], data: bytes) -> Made:
    """Return the container of ``parts`` (member names and contents), their truth moved inside."""
    made = Made(Role.CLEAN, "container", extension, f"{desk.subject()} papers", data)
    for name, part in parts:
        made.planted += inside(name, part.planted)
        made.traps += traps_inside(name, part.traps)
    made.role = Role.PLANTED if made.planted else Role.DECOY if made.traps else Role.CLEAN
    return made


def archive(desk: Desk) -> Made:
    """Make a ZIP of two to five documents; one in three holds a further ZIP."""
    parts = []
    for number in range(desk.rng.randint(2, 5)):
        part = document(desk, _any_role(desk))
        parts.append((f"papers/{number + 1:02} {slug(part.stem)}.{part.format}", part))
    if desk.coin(0.33):
        part = archive(desk)
        parts.append(("older.zip", part))
    return _gathered(desk, "zip", parts, package.zipped((n, p.data) for n, p in parts))


def message(desk: Desk) -> Made:
    """Make an e-mail message, half of them with attachments."""
    draft = desk.rng.choice((everyday.thread, everyday.case_note, formal.letter))(desk)
    parts = []
    if desk.coin(0.5):
        for number in range(desk.rng.randint(1, 2)):
            part = document(desk, _any_role(desk))
            parts.append((f"{number + 1}_{slug(part.stem)}.{part.format}", part))
    attachments = [mail.Attachment(name, part.data) for name, part in parts]
    data = mail.message(draft, desk.officer(), desk.resident(), attachments)
    made = _gathered(desk, "eml", parts, data)
    made.role, made.family, made.stem = Role.PLANTED, draft.family, draft.title
    made.planted += draft.planted
    return made


def slug(stem: str) -> str:
    """Return a stem that any file system takes."""
    kept = "".join(char if char.isalnum() or char in " -_'" else " " for char in stem)
    return " ".join(kept.split()) or "file"


def _spoilt(desk: Desk, extension: str, data: bytes, *causes: str) -> Made:
    stem = f"{desk.subject()} {desk.rng.choice(('final', 'copy', 'signed', 'v2', 'scan'))}"
    return Made(Role.UNREADABLE, "unreadable", extension, stem, data, causes=causes)


def _cut(write: Writer, extension: str) -> Callable[[Desk], Made]:
    def make(desk: Desk) -> Made:
        # Clean text only: what a reader saves of the rest must not count as a wrong finding.
        draft = plain.figures(desk) if extension == "xlsx" else plain.report(desk)
        data = unreadable.cut_short(desk.rng, write(draft))
        return _spoilt(desk, extension, data, "corrupt", "partial")

    return make


def _scan(desk: Desk) -> Made:
    pixels = unreadable.grey_pixels(desk.rng, 120, 160)
    return _spoilt(desk, "pdf", pdf.pdf_scan(pixels, 120, 160), "needs-ocr")


SPOILT: tuple[Callable[[Desk], Made], ...] = (
    lambda d: _spoilt(d, "zip", unreadable.encrypted_zip(d.rng, "papers.docx"), "encrypted"),
    lambda d: _spoilt(d, "docx", unreadable.encrypted_office(d.rng), "encrypted"),
    lambda d: _spoilt(d, "xlsx", unreadable.encrypted_office(d.rng), "encrypted"),
    _cut(office.docx_package, "docx"),
    _cut(office.xlsx_package, "xlsx"),
    _cut(pdf.pdf_text, "pdf"),
    _scan,
    lambda d: _spoilt(d, "png", unreadable.picture(d.rng), "needs-ocr", "unsupported"),
    lambda d: _spoilt(d, "dat", unreadable.unknown_binary(d.rng), "unsupported"),
)


def spoilt(desk: Desk) -> Made:
    """Make a file that cannot be read, or not without a password or OCR."""
    return desk.rng.choice(SPOILT)(desk)


def empty(desk: Desk) -> Made:
    """Make a file of no bytes."""
    extension = desk.rng.choice(("txt", "csv", "docx", "log"))
    return Made(Role.EMPTY, "empty", extension, f"new {desk.subject()}", b"")


KINDS: tuple[tuple[Callable[[Desk], Made], int], ...] = (
    (lambda d: document(d, Role.PLANTED), 36),
    (lambda d: document(d, Role.DECOY), 18),
    (lambda d: document(d, Role.CLEAN), 30),
    (archive, 3),
    (message, 5),
    (spoilt, 4),
    (empty, 1),
)
"""What a share is made of, in parts of 100; the three parts left are copies."""
