import html
import io
import json
import re
import stat
import zipfile
from collections import Counter, defaultdict
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # ships no types
import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest

from benchmarks.share.build import build, truth_path
from benchmarks.share.permissions import Guarding
from benchmarks.share.truth import Row, read_rows

_FILES = 260
_WORD_TEXT = re.compile(r"<w:(?:t|delText)[^>]*>([^<]*)</w:(?:t|delText)>|(</w:p>)")


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("made") / "share"
    build(root, _FILES, 7)
    return root


@pytest.fixture(scope="module")
def rows(share: Path) -> dict[str, list[Row]]:
    by_type: dict[str, list[Row]] = defaultdict(list)
    for row in read_rows(truth_path(share)):
        by_type[str(row["type"])].append(row)
    return by_type


def _contents(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_build_when_given_the_same_seed_then_same_bytes_and_truth(
    share: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again"
    build(again, _FILES, 7)
    assert _contents(again) == _contents(share)
    assert truth_path(again).read_bytes() == truth_path(share).read_bytes()


def test_build_when_given_another_seed_then_other_truth(share: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    build(other, 30, 8)
    assert not truth_path(share).read_text("utf-8").startswith(truth_path(other).read_text("utf-8"))


def test_build_when_done_then_every_file_has_its_row_and_truth_lies_outside(
    share: Path, rows: dict[str, list[Row]]
) -> None:
    listed = [str(row["path"]) for row in rows["file"]]
    assert len(listed) == _FILES
    assert set(listed) == set(_contents(share))
    assert truth_path(share).parent == share.parent


def test_build_when_destination_holds_something_then_refuses(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    with pytest.raises(FileExistsError):
        build(tmp_path, 5, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_build_when_small_then_every_role_entity_and_family_occurs(
    rows: dict[str, list[Row]],
) -> None:
    roles = Counter(row["role"] for row in rows["file"])
    assert set(roles) == {"planted", "decoy", "clean", "empty", "unreadable"}
    assert {row["entity"] for row in rows["value"]} == {
        "UK_NINO", "UK_NHS", "UK_POSTCODE", "EMAIL_ADDRESS", "PHONE_NUMBER", "CREDIT_CARD",
        "DATE_OF_BIRTH", "PERSON",
    }  # fmt: skip
    assert {"formal", "everyday", "systems"} <= {row["family"] for row in rows["value"]}
    causes = {str(cause) for row in rows["file"] for cause in _causes(row)}
    assert causes >= {"encrypted", "corrupt", "needs-ocr", "unsupported"}


def _causes(row: Row) -> list[object]:
    causes = row["expected_causes"]
    assert isinstance(causes, list)
    return causes


def test_build_when_decoy_or_clean_then_nothing_required_is_planted(
    rows: dict[str, list[Row]],
) -> None:
    roles = {row["path"]: row["role"] for row in rows["file"]}
    required = {roles[row["path"]] for row in rows["value"] if row["required"]}
    assert required == {"planted"}


def test_build_when_read_back_then_each_planted_value_is_there_as_often_as_told(
    share: Path, rows: dict[str, list[Row]]
) -> None:
    missing, kinds = [], Counter[str]()
    texts: dict[str, dict[str | None, str]] = {}
    for row in rows["value"]:
        path = str(row["path"])
        if row["context"] == "file name":
            assert str(row["written"]) in path
            continue
        if path not in texts:
            texts[path] = _texts(path, (share / path).read_bytes())
        member = None if row["member"] is None else str(row["member"])
        count = row["count"]
        assert isinstance(count, int)
        kinds[(member or path).rsplit(".", 1)[1]] += 1
        text, written = texts[path][member], str(row["written"])
        if (member or path).endswith(".pdf"):  # pdfium gives one plain space for any spaces
            text, written = " ".join(text.split()), " ".join(written.split())
        if text.count(written) < count:
            missing.append((path, member, written))
    assert missing == []
    assert set(kinds) >= {"txt", "csv", "docx", "xlsx", "pdf", "html", "eml", "xml", "json"}


def test_build_when_modes_asked_for_then_they_vary_and_the_owner_can_read(
    tmp_path: Path,
) -> None:
    build(tmp_path / "a", 40, 3, Guarding.MODES)
    modes = [stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "a").rglob("*") if p.is_file()]
    assert len(set(modes)) > 3
    assert all(mode & 0o600 == 0o600 for mode in modes)


def test_build_when_files_are_locked_then_mode_nought_and_denied_in_the_truth(
    tmp_path: Path,
) -> None:
    root = tmp_path / "a"
    build(root, 40, 3, Guarding.MODES, locked=4)
    closed = {str(p.relative_to(root)) for p in root.rglob("*") if not p.stat().st_mode & 0o777}
    rows = list(read_rows(truth_path(root)))
    denied = {row["path"] for row in rows if row.get("expected_causes") == ["denied"]}
    assert len(closed) == 4
    assert denied == closed
    assert not [row for row in rows if row["type"] != "file" and row["path"] in closed]


def _texts(name: str, data: bytes) -> dict[str | None, str]:
    """Return what a file says, for itself and for each member in it."""
    extension = name.rsplit(".", 1)[1]
    if extension == "zip":
        return _members_of_zip(data)
    if extension == "eml":
        return _parts_of_mail(data)
    if extension == "docx":
        return {None: _word(data)}
    if extension == "xlsx":
        return {None: _cells(data)}
    if extension == "pdf":
        document = pypdfium2.PdfDocument(data)
        pages = [page.get_textpage().get_text_range() for page in document]
        return {None: "\n".join(pages)}
    return {None: _plain(extension, data)}


def _under(member: str, texts: dict[str | None, str]) -> dict[str | None, str]:
    return {f"{member}/{inner}" if inner else member: text for inner, text in texts.items()}


def _members_of_zip(data: bytes) -> dict[str | None, str]:
    texts: dict[str | None, str] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            texts |= _under(name, _texts(name, archive.read(name)))
    return texts


def _parts_of_mail(data: bytes) -> dict[str | None, str]:
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body()
    assert body is not None
    said = html.unescape(str(body.get_content()))
    headers = "\n".join(f"{key}: {value}" for key, value in message.items())
    texts: dict[str | None, str] = {None: f"{headers}\n{said}"}
    for part in message.iter_attachments():
        name = part.get_filename()
        assert name is not None
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        texts |= _under(name, _texts(name, content))
    return texts


def _word(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [
            package.read(name).decode()
            for name in package.namelist()
            if re.match(r"word/(document|header|footer|comments)\d*\.xml", name)
        ]
    runs = _WORD_TEXT.findall("\n".join(parts))
    return "".join(html.unescape(text) if not end else "\n" for text, end in runs)


def _cells(data: bytes) -> str:
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    rows = [row for sheet in workbook for row in sheet.iter_rows(values_only=True)]
    return "\n".join(
        cell.date().isoformat() if isinstance(cell, datetime) else str(cell)
        for row in rows
        for cell in row
    )


def _plain(extension: str, data: bytes) -> str:
    if data.startswith(b"\xff\xfe"):
        text = data.decode("utf-16")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252")
    if extension == "html":
        return html.unescape(text)
    if extension == "sql":
        return text.replace("''", "'")
    if extension == "json":
        json.loads(text)
    return text
