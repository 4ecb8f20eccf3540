"""Export packages of the migration interface: a folder or ZIP with Manifest.xml and the rest.

Who is who stands in UserGroupMap.xml, roles and whom they are given in Manifest.xml, by the base
permissions in them, so that levels of a council's own are decided too. More than one manifest is
read. XML is read with entity declarations refused.

Source  [MS-PRIMEPF]; Microsoft documentation, "SharePoint Online import migration API"; read
        2026-11-27.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.parsers import expat

from connectors.sharepoint.rows import (
    ADMINISTRATOR,
    ExportUnread,
    Level,
    LinkScope,
    PlaceKind,
    Row,
    Who,
)

_MANIFEST = re.compile(r"manifest[^/]*\.xml", re.IGNORECASE)
_USERS = "usergroupmap.xml"
_BLOCK = 1 << 20
_MOST_BYTES = 4 << 30  # ours: of all XML in one package
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_KINDS = {
    "SPWeb": PlaceKind.SITE,
    "SPSite": PlaceKind.SITE,
    "SPList": PlaceKind.LIBRARY,
    "SPDocumentLibrary": PlaceKind.LIBRARY,
    "SPFolder": PlaceKind.FOLDER,
}

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What ``zipfile`` raises for damage, methods it does not know, and passwords."""

Attributes = Mapping[str, str]


@dataclass(slots=True)
class _Package:
    """What the files of a package say, put together when all are read."""

    users: dict[str, Who] = field(default_factory=dict)
    administrators: list[str] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)
    members: list[tuple[str, str]] = field(default_factory=list)
    roles: dict[str, Level] = field(default_factory=dict)
    kinds: dict[str, PlaceKind] = field(default_factory=dict)  # by address
    web: str = ""
    assigned: list[tuple[str, str, str]] = field(default_factory=list)  # address, role, principal
    anonymous: list[tuple[str, int]] = field(default_factory=list)


def is_package(path: Path) -> bool:
    """Return whether a path is a folder or ZIP, or the manifest of a package itself."""
    if path.is_dir() or _MANIFEST.fullmatch(path.name):
        return True
    return path.is_file() and zipfile.is_zipfile(path)


def rows_of(path: Path) -> Iterator[Row]:
    """Yield what a package says. Raises ExportUnread and OSError."""
    found = _Package()
    try:
        if path.is_file() and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                _read_packed(packed, found)
        else:
            _read_folder(path if path.is_dir() else path.parent, found)
    except _DAMAGED as error:
        raise ExportUnread("its ZIP archive is damaged or locked: export it again") from error
    yield from _rows(found)


def _read_folder(folder: Path, found: _Package) -> None:
    files = {each.name: each for each in folder.iterdir() if each.is_file()}
    for name in _wanted(files):
        with files[name].open("rb") as stream:
            _parse(name, stream, found)


def _read_packed(packed: zipfile.ZipFile, found: _Package) -> None:
    files = {each.filename.rpartition("/")[2]: each for each in packed.infolist()}
    wanted = _wanted(files)
    if sum(files[name].file_size for name in wanted) > _MOST_BYTES:
        raise ExportUnread("its XML is larger than four gigabytes: export less at a time")
    for name in wanted:
        with packed.open(files[name]) as stream:
            _parse(name, stream, found)


def _wanted(names: Collection[str]) -> list[str]:
    """Return the users' file and the manifests. Raises ExportUnread where one is missing."""
    manifests = sorted(name for name in names if _MANIFEST.fullmatch(name))
    users = [name for name in names if name.lower() == _USERS]
    if "[Content_Types].xml" in names:
        raise ExportUnread("it is an Office document: save it as CSV")
    if not manifests:
        raise ExportUnread("it holds no Manifest.xml, so it is no export package")
    if not users:
        raise ExportUnread("it holds no UserGroupMap.xml: who is who in the package is not known")
    return [*users, *manifests]


def _parse(name: str, stream: IO[bytes], found: _Package) -> None:
    parser = expat.ParserCreate()
    reader = _Reader(found)
    parser.StartElementHandler = reader.start
    parser.StartDoctypeDeclHandler = _refuse
    try:
        while block := stream.read(_BLOCK):
            parser.Parse(block, False)  # noqa: FBT003 - expat takes it by place alone
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise ExportUnread(
            f"its {name} breaks off at line {error.lineno} or is no XML: export it again"
        ) from error


def _refuse(*_: object) -> None:
    raise ExportUnread("its XML declares a document type, which no package does")


class _Reader:
    """Takes the elements of one file."""

    def __init__(self, found: _Package) -> None:
        self._found = found
        self._at = ""
        self._group = ""
        self._takers: Mapping[str, Callable[[Attributes], None]] = {
            "User": self._user,
            "Group": self._start_group,
            "Member": self._member,
            "Role": self._role,
            "RoleAssignment": self._start_assignment,
            "Assignment": self._assignment,
            "SPObject": self._object,
        }

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        take = self._takers.get(tag.rpartition(":")[2])
        if take is not None:
            take(_plain(attributes))

    def _user(self, given: Attributes) -> None:
        number = given.get("Id", "")
        is_group = _is_true(given, "IsDomainGroup")
        self._found.users[number] = Who(
            given.get("Login", ""),
            given.get("Name", ""),
            given.get("Email", ""),
            "security group" if is_group else "user",
            enabled=not _is_true(given, "IsDeleted"),
        )
        if _is_true(given, "IsSiteAdmin"):
            self._found.administrators.append(number)

    def _start_group(self, given: Attributes) -> None:
        self._group = given.get("Id", "")
        self._found.groups[self._group] = given.get("Name", self._group)

    def _member(self, given: Attributes) -> None:
        self._found.members.append((self._group, given.get("UserId", "")))

    def _role(self, given: Attributes) -> None:
        level = Level(given.get("Title", ""), _number(given.get("PermMask", "")))
        self._found.roles[given.get("RoleId", "")] = level

    def _start_assignment(self, given: Attributes) -> None:
        self._at = given.get("ObjectUrl", "")
        mask = _number(given.get("AnonymousPermMask", ""))
        if mask:
            self._found.anonymous.append((self._at, mask))

    def _assignment(self, given: Attributes) -> None:
        role, principal = given.get("RoleId", ""), given.get("PrincipalId", "")
        self._found.assigned.append((self._at, role, principal))

    def _object(self, given: Attributes) -> None:
        kind = _KINDS.get(given.get("ObjectType", ""))
        if kind is not None:
            self._found.kinds[given.get("Url", "")] = kind
        self._found.web = self._found.web or given.get("ParentWebUrl", "")


def _rows(found: _Package) -> Iterator[Row]:
    site = Row(found.web or "/", PlaceKind.SITE)
    for number in found.administrators:
        yield site._replace(who=found.users[number], levels=(Level(ADMINISTRATOR),))
    for group, member in found.members:
        if member in found.users and group in found.groups:
            yield site._replace(who=found.users[member], group=found.groups[group])
    for url, role, principal in found.assigned:
        row = _at(url, found)._replace(levels=(found.roles.get(role, Level(f"role {role}")),))
        if principal in found.groups:
            yield row._replace(group=found.groups[principal])
        elif principal in found.users:
            yield row._replace(who=found.users[principal])
        else:
            yield row._replace(url="")  # given to somebody whom no file tells: not understood
    for url, mask in found.anonymous:
        level = Level("access without an account", mask)
        yield _at(url, found)._replace(levels=(level,), link=LinkScope.ANYONE)


def _at(url: str, found: _Package) -> Row:
    kind = found.kinds.get(url, PlaceKind.FILE)
    return Row(url if url.startswith("/") else f"{found.web}/{url}", kind)


def _plain(given: dict[str, str]) -> Attributes:
    """Return attributes with those named in EncodedAttributes decoded."""
    named = given.get("EncodedAttributes", "").replace(",", ";").split(";")
    for name in {each.strip() for each in named} & given.keys():
        given[name] = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), given[name])
    return given


def _is_true(given: Attributes, name: str) -> bool:
    return given.get(name, "").lower() in ("true", "1")


def _number(text: str) -> int | None:
    """Return a number as a package writes it, in tens or as 0x…; None for none.

    >>> _number("0x5"), _number("5"), _number("")
    (5, 5, None)
    """
    try:
        return int(text, 0)
    except ValueError:
        return None
