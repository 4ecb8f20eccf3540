"""Outlook items (.msg, .oft): headers, bodies, all other text properties, attachments.

Headers come out as those of other mail, attachments as members, attached messages as messages of
their own. What is neither header nor body (contacts, appointments, categories, labels) is a
property, under the name that people know it by. Source: [MS-OXMSG], [MS-OXCMSG], read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.parser import HeaderParser
from email.policy import compat32

from connectors.base import Cause
from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Extractor,
    Kind,
    Locator,
    Member,
    Part,
    PartGap,
    Passage,
    Source,
    foreign_parser,
)
from scanner.extractors.compound.embedded import object_parts, tree_of
from scanner.extractors.compound.file import CompoundFile, Storage
from scanner.extractors.compound.writer import Tree, compound_bytes
from scanner.extractors.encoding import decoded
from scanner.extractors.html import declared_charset, html_parts
from scanner.extractors.mail_parts.header_lines import header_passages
from scanner.extractors.markup.flow import Flows
from scanner.extractors.outlook.labels import ELSEWHERE, LABELS, NAMED
from scanner.extractors.outlook.properties import (
    MESSAGE,
    NAMES,
    PART,
    VALUES,
    Properties,
    read_names,
    read_properties,
)
from scanner.extractors.outlook.rtf import html_inside, says_more, unpacked
from scanner.extractors.text import text_passages

_RECIPIENT, _ATTACHMENT = "__recip_version1.0_", "__attach_version1.0_"
_OBJECT = "__substg1.0_3701000d"
_BODY, _HTML, _RTF, _HEADERS, _CLASS = 0x1000, 0x1013, 0x1009, 0x007D, 0x001A
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_RECIPIENT_TYPE, _METHOD = 0x0C15, 0x3705
_BY_TYPE = {1: "To", 2: "Cc", 3: "Bcc"}
_NO_DATA = frozenset({0, 2, 3, 4, 7})  # methods: none, by reference, on the web
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # Outlook writes 1601 and 4501 for no date
_MEMBER_HEAD = 24  # bytes before the values of an attached message; 8 fewer than of a file


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield headers, bodies, other properties, then attachments. Raises ExtractionError."""
    compound = CompoundFile(source, budget)
    item = read_properties(compound, compound.root, MESSAGE)
    headers = _headers(item)
    yield from budget.counted(header_passages(headers, budget.limits.mail_header_bytes))
    yield from _bodies(item, budget)
    yield from budget.counted(_others(item))
    encrypted = _is_enveloped(item.text(_CLASS))
    attached = [
        storage for name, storage in compound.root.storages.items() if name.startswith(_ATTACHMENT)
    ]
    for number, storage in enumerate(attached, 1):
        part = read_properties(compound, storage, PART, item.encoding)
        yield from _attachment(part, number, budget, encrypted=encrypted)
    if compound.damaged or VALUES not in compound.root.streams:
        yield PartGap(Cause.PARTIAL)


def _headers(item: Properties) -> list[tuple[str, str]]:
    """Return the headers as other mail has them, then those that came over the network."""
    headers = [
        ("From", _address(item, (0x0042,), (0x5D02, 0x0065))),
        ("Sender", _address(item, (0x0C1A,), (0x5D01, 0x0C1F))),
    ]
    if headers[0] == ("From", headers[1][1]):
        headers.pop()
    recipients = _recipients(item)
    for name, number in (("To", 0x0E04), ("Cc", 0x0E03), ("Bcc", 0x0E02)):
        headers.append((name, recipients.get(name) or item.text(number)))
    headers += [
        ("Reply-To", item.text(0x0050)),
        ("Subject", item.first(0x0037, 0x0E1D)),
        ("Thread-Topic", item.text(0x0070)),
        ("Message-ID", item.text(0x1035)),
        ("In-Reply-To", item.text(0x1042)),
        ("References", item.text(0x1039)),
    ]
    moment = item.times.get(_SUBMITTED) or item.times.get(_DELIVERED)
    if moment is not None:
        headers.append(("Date", moment.strftime("%Y-%m-%dT%H:%M:%SZ")))
    headers = [(name, " ".join(value.split())) for name, value in headers if value.strip()]
    known = set(headers)
    transported = item.text(_HEADERS)
    with foreign_parser():
        parsed = HeaderParser(policy=compat32).parsestr(transported, headersonly=True)
        return headers + [each for each in parsed.raw_items() if each not in known]


def _address(item: Properties, names: tuple[int, ...], addresses: tuple[int, ...]) -> str:
    name, address = item.first(*names), item.first(*addresses)
    if not address or address == name:
        return name
    return f"{name} <{address}>" if name else address


def _recipients(item: Properties) -> dict[str, str]:
    """Return whom a message went to, by header."""
    found: dict[str, list[str]] = {}
    for name, storage in item.compound.root.storages.items():
        if name.startswith(_RECIPIENT):
            each = read_properties(item.compound, storage, PART, item.encoding)
            header = _BY_TYPE.get(each.numbers.get(_RECIPIENT_TYPE, 1), "To")
            address = _address(each, (0x3001, 0x5FF6, 0x3A20), (0x39FE, 0x3003))
            found.setdefault(header, []).append(address)
    return {header: ", ".join(filter(None, addresses)) for header, addresses in found.items()}


def _bodies(item: Properties, budget: Budget) -> Iterator[Part]:
    place: Locator = (("part", 1),)
    plain = item.text(_BODY)
    if plain.strip():
        yield from budget.counted(text_passages(plain, place))
    page = _page(item)
    rtf = item.binary(_RTF)
    if not page and rtf:
        try:
            rtf, right = unpacked(rtf)
        except ExtractionError as error:
            if not plain.strip():
                yield PartGap(error.cause, "body.rtf")
            return
        budget.unpack(len(rtf))
        page = html_inside(rtf, budget) or ""
        if not page and (not plain.strip() or says_more(rtf, plain, budget)):
            yield Member("body.rtf", Source.of_bytes(rtf))
        if not right and not plain.strip():
            yield PartGap(Cause.PARTIAL)
    if page:
        if len(page) > budget.limits.html_bytes:
            raise ExtractionError(Cause.LIMIT)
        yield from budget.counted(html_parts(page))


def _page(item: Properties) -> str:
    """Return the body as a web page, in the encoding that it names, or that the item does."""
    raw = item.binary(_HTML)
    if raw is None:
        return item.text(_HTML)
    return decoded(raw, declared_charset(raw[:4_096]) or item.encoding)[0]


def _others(item: Properties) -> list[Passage]:
    """Return all text that is neither header nor body."""
    flows = Flows()
    names = read_names(item.compound)
    for number, text in item.strings():
        if number in ELSEWHERE:
            continue
        text = " ".join(text.split())
        label = _label(number, names)
        if text:
            flows.add(Kind.PROPERTY, f"{label}: {text}" if label else text, ())
    for number, moment in item.times.items():
        label = LABELS.get(number, "")
        if label and _FIRST_YEAR < moment.year < _LAST_YEAR:
            flows.add(Kind.PROPERTY, f"{label}: {moment.date().isoformat()}", ())
    return flows.rest()


def _label(number: int, names: Mapping[int, str | int]) -> str:
    named = names.get(number)
    if named is None:
        return LABELS.get(number, "")
    return named if isinstance(named, str) else NAMED.get(named, "")


def _is_enveloped(message_class: str) -> bool:
    """Tell whether only the receiver can read the message ([MS-OXOSMIME] 2.1)."""
    folded = message_class.lower()
    return folded.startswith("ipm.note.smime") and not folded.endswith("multipartsigned")


def _attachment(
    part: Properties, number: int, budget: Budget, *, encrypted: bool
) -> Iterator[Part]:
    name = " ".join(part.first(0x3707, 0x3704, 0x3001).split()) or f"attachment {number}"
    if name.lower() == "message.rpmsg":
        yield PartGap(Cause.RIGHTS_MANAGED, name)
    elif encrypted and name.lower().endswith(".p7m"):
        yield PartGap(Cause.ENCRYPTED, name)
    elif (inner := part.storage.storages.get(_OBJECT)) is not None:
        yield from _object(part, inner, name, budget)
    else:
        try:
            data = part.binary(0x3701)
        except ExtractionError as error:
            yield PartGap(error.cause, name)
            return
        target = part.first(0x370D, 0x3708)
        if target:
            yield Passage(target, ((0, (("attachment", number),)),), Kind.LINK)
        if data is not None:
            yield Member(name, Source.of_bytes(data))
        elif part.numbers.get(_METHOD, 0) not in _NO_DATA:
            yield PartGap(Cause.CORRUPT, name)


def _object(part: Properties, inner: Storage, name: str, budget: Budget) -> Iterator[Part]:
    """Yield an attached message, or an object of another program."""
    if VALUES not in inner.streams:
        yield from object_parts(part.compound, inner, name, budget)
        return
    try:
        tree: dict[str, bytes | Tree] = dict(tree_of(part.compound, inner))
        values = part.compound.stream(inner, VALUES) or b""
        names = part.compound.root.storages.get(NAMES)
        if names is not None:
            tree[names.name] = tree_of(part.compound, names)
    except ExtractionError as error:
        yield PartGap(error.cause, name)
        return
    stored = inner.streams[VALUES].name
    tree[stored] = values[:_MEMBER_HEAD].ljust(MESSAGE, b"\0") + values[_MEMBER_HEAD:]
    yield Member(name, Source.of_bytes(compound_bytes(tree)))


EXTRACTOR = Extractor(
    media_types=frozenset({"application/vnd.ms-outlook"}),
    extract=extract,
    uses=("text/html", "text/plain"),
    version=2,
)
