r"""What the control words of a document do: characters, looks, tables, and groups beside the text.

A group that begins with ``\*`` and is named here by no word is passed over, as the format asks.
Source: Rich Text Format Specification 1.9.1, by the name of each word, read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from connectors.base import Cause
from scanner.extractors.base import ExtractionError, Kind
from scanner.extractors.rich_text.letters import LETTERS, skip
from scanner.extractors.rich_text.objects import HexData, take_custom_xml, take_object
from scanner.extractors.rich_text.page import PAGE
from scanner.extractors.rich_text.reader import Goes, Reader
from scanner.extractors.rich_text.vocabulary import Action, Vocabulary

_FIRST_YEAR = 1980  # of office documents: a time before it is none
_EDGES = 1_000  # of cells in a row
_SAID_AT_MOST = 10_000  # different properties that are remembered
_SAID: Mapping[str, str] = {
    "title": "Title", "subject": "Subject", "author": "Author", "operator": "Last modified by",
    "keywords": "Keywords", "doccomm": "Comments", "comment": "Comments", "manager": "Manager name",
    "company": "Company", "category": "Category", "hlinkbase": "Link base", "template": "Template",
    "atnauthor": "Author", "mmdatasource": "Data source", "mmheadersource": "Data source",
    "mmodsoudldata": "Data source", "mmconnectstr": "Data source", "mmodsosrc": "Data source",
    "mmconnectstrdata": "Data source", "mmquery": "Query", "mmmailsubject": "Subject",
}  # fmt: skip
"""Groups that say something of the document, and how it is called."""
_PEOPLE = ("revtbl", "protusertbl")
_TIMES = {"creatim": "Created", "revtim": "Modified", "printim": "Last printed"}
_PARTS_OF_TIME = ("yr", "mo", "dy", "hr", "min")
_ADDRESSES = ("hlsrc", "hlloc", "hlfr", "file", "nextfile")
_ON_NO_PAGE = ("ffdeftext", "ffl", "ffhelptext", "ffstattext", "xmlattrvalue")
_INDEX_ENTRIES = ("xe", "tc", "tcn", "rxe", "txe")
_OF_SHAPES = {
    "gtextUNICODE": Kind.BODY, "wzDescription": Kind.HIDDEN, "wzTooltip": Kind.HIDDEN,
    "wzScript": Kind.HIDDEN,
}  # fmt: skip
"""Properties of shapes that are text: letters that are drawn, alternative text."""
_STORIES: Mapping[str, tuple[Kind, str]] = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), (Kind.HEADER, "header")),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), (Kind.FOOTER, "footer")),
    "footnote": (Kind.NOTE, "note"),
    "annotation": (Kind.COMMENT, "comment"),
}
_BOXES = ("shptxt", "dptxbxtext")
_WITHOUT_TEXT = (
    "colortbl", "stylesheet", "listtable", "listoverridetable", "list", "listoverride", "listlevel",
    "leveltext", "levelnumbers", "listname", "nonesttables", "shprslt", "nonshppict", "ftnsep",
    "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "bkmkstart", "bkmkend", "pgdsctbl",
    "datafield", "private", "private1", "xmlnstbl", "keycode", "pntxta", "pntxtb", "pnseclvl",
    "atnid", "atndate", "atntime", "atnref", "atrfstart", "atrfend", "objclass", "objname",
    "mmathPict", "generator", "panose", "falt", "themedata", "passwordhash", "linkval", "ffname",
    "ffformat", "ffentrymcr", "ffexitmcr", "buptim", "mctrlPr", "mnaryPr", "mfPr", "mdPr",
    "mradPr", "msSupPr", "msSubPr", "msSubSupPr", "mfuncPr", "maccPr", "mbarPr", "mboxPr", "mrPr",
    "mborderBoxPr", "meqArrPr", "mgroupChrPr", "mlimLowPr", "mlimUppPr", "mmPr", "mphantPr",
    "msPrePr", "moMathParaPr",
)  # fmt: skip
_MUTED = (
    "info", "pict", "shp", "shpinst", "shpgrp", "sp", "do", "userprops", "formfield", "background",
    "picprop", "filetbl", "object", "xmlopen", "xmlattr", "hl",
)  # fmt: skip
"""Groups whose own text is none, but in which others say something."""
_TOLD = ("result", "shppict", "moMath", "moMathPara", "nesttableprops", "fldrslt")
_STARRED = frozenset(
    {"fldinst", "propname", "staticval", "sn", "sv", "docvar", "objdata", "datastore", "ud"}
    | {*_SAID, *_PEOPLE, *_TIMES, *_ADDRESSES, *_ON_NO_PAGE, *_INDEX_ENTRIES, *_STORIES, *_BOXES}
    | {*_MUTED, *_TOLD}
)


# Looks


def _hidden(reader: Reader, number: int | None) -> None:
    reader.hidden = number != 0
    reader.look()


def _deleted(reader: Reader, number: int | None) -> None:
    reader.deleted = number != 0
    reader.look()


def _plain(reader: Reader, _number: int | None) -> None:
    reader.set_font(-1)
    if reader.hidden or reader.deleted:
        reader.hidden = reader.deleted = False
        reader.look()


# Paragraphs and tables


def _paragraph(reader: Reader, _number: int | None) -> None:
    if reader.goes is Goes.TEXT:
        reader.say("")
        reader.story.end_paragraph(reader.level)
    else:
        reader.say("\n")


def _new_paragraph(reader: Reader, _number: int | None) -> None:
    reader.level = 0


def _in_table(reader: Reader, _number: int | None) -> None:
    reader.level = max(reader.level, 1)


def _level(reader: Reader, number: int | None) -> None:
    reader.level = max(number or 0, 0)


def _row_begins(reader: Reader, _number: int | None) -> None:
    if reader.goes is Goes.TEXT:
        reader.story.edges = []
        reader.story.open_row = True


def _edge(reader: Reader, number: int | None) -> None:
    if len(reader.story.edges) < _EDGES:
        reader.story.edges.append(number or 0)


def _in_text(act: Callable[[Reader], None]) -> Action:
    """Return what is done in running text; elsewhere the word parts words."""

    def acted(reader: Reader, _number: int | None) -> None:
        reader.say("" if reader.goes is Goes.TEXT else " ")
        if reader.goes is Goes.TEXT:
            act(reader)

    return acted


# Groups beside the text


def _mute(reader: Reader, _number: int | None) -> None:
    reader.mute()


def _tell(reader: Reader, _number: int | None) -> None:
    reader.tell()


def _picture(reader: Reader, _number: int | None) -> None:
    reader.pictures = True
    reader.mute()


def _story(kind: Kind, word: str) -> Action:
    def act(reader: Reader, _number: int | None) -> None:
        reader.begin(kind, word)

    return act


def _box(reader: Reader, _number: int | None) -> None:
    reader.begin(reader.story.kind, "text box")


def _links(reader: Reader, _number: int | None) -> None:
    if reader.goes is not Goes.HELD:
        reader.to_links()


def _index_entry(reader: Reader, _number: int | None) -> None:
    reader.hidden = True
    reader.look()


def _line(kind: Kind, label: str = "") -> Action:
    def act(reader: Reader, _number: int | None) -> None:
        def give(text: str) -> None:
            text = " ".join(text.split())
            if text:
                _add(reader, kind, f"{label}: {text}" if label else text)

        reader.hold(give)

    return act


def _add(reader: Reader, kind: Kind, line: str) -> None:
    """Add a line about the document; names of authors come again with each of their comments."""
    if kind is Kind.PROPERTY:
        if line in reader.said:
            return
        if len(reader.said) < _SAID_AT_MOST:
            reader.said.add(line)
    reader.document.flows.add(kind, line, ())


def _in_pieces(reader: Reader, give: Callable[[list[str]], None]) -> None:
    """Hold a group that holds others, and hand over what each of these says."""
    if reader.end is not None:
        return

    def give_parted(text: str) -> None:
        give([piece.strip() for piece in text.split("\n") if piece.strip()])

    reader.hold(give_parted)
    held = reader.end
    if held is None:
        return

    def between() -> None:
        reader.say("\n")

    def end() -> None:
        reader.between = None
        held()

    reader.between, reader.end = between, end


def _people(reader: Reader, _number: int | None) -> None:
    def give(names: list[str]) -> None:
        for name in names:
            if name.rstrip(";") != "Unknown":
                _add(reader, Kind.PROPERTY, f"Author: {name.rstrip(';')}")

    _in_pieces(reader, give)


def _variable(reader: Reader, _number: int | None) -> None:
    def give(pieces: list[str]) -> None:
        _add(reader, Kind.PROPERTY, ": ".join(pieces))

    _in_pieces(reader, give)


def _note(word: str) -> Action:
    """Return what keeps a group's text for another group."""

    def act(reader: Reader, _number: int | None) -> None:
        def give(text: str) -> None:
            reader.notes[word] = text.strip()

        reader.hold(give)

    return act


def _own_property(reader: Reader, _number: int | None) -> None:
    def give(text: str) -> None:
        if text.strip():
            _add(reader, Kind.PROPERTY, f"{reader.notes.get('propname', '')}: {text.strip()}")

    reader.hold(give)


def _shape_property(reader: Reader, _number: int | None) -> None:
    def give(text: str) -> None:
        kind = _OF_SHAPES.get(reader.notes.get("sn", ""))
        if kind is not None:
            _add(reader, reader.story.kind if kind is Kind.BODY else kind, text.strip())

    reader.hold(give)


def _time(label: str) -> Action:
    def act(reader: Reader, _number: int | None) -> None:
        reader.moment = {}
        if reader.end is not None:
            return

        def end() -> None:
            year, month, day, hour, minute = (reader.moment.get(p, 0) for p in _PARTS_OF_TIME)
            if _FIRST_YEAR <= year < 10_000:
                moment = f"{year}-{month:02}-{day:02}T{hour:02}:{minute:02}"
                _add(reader, Kind.PROPERTY, f"{label}: {moment}")

        reader.end = end

    return act


def _part_of_time(part: str) -> Action:
    def act(reader: Reader, number: int | None) -> None:
        reader.moment[part] = number or 0

    return act


def _alternatives(reader: Reader, _number: int | None) -> None:
    """Leave out the first group, which says the same as the Unicode one that follows."""
    reader.pass_over_next = True


def _nothing(_reader: Reader, _number: int | None) -> None:
    """Let a group be like the one around it."""


def _object_data(reader: Reader, _number: int | None) -> None:
    def take(held: HexData) -> None:
        place = reader.document.place("object")[0]
        take_object(held, f"{place[0]} {place[1]}", reader.budget, reader.document)

    _hex(reader, take)


def _data_store(reader: Reader, _number: int | None) -> None:
    def take(held: HexData) -> None:
        take_custom_xml(held, reader.budget, reader.document)

    _hex(reader, take)


def _hex(reader: Reader, take: Callable[[HexData], None]) -> None:
    if reader.end is not None or reader.raw is not None:
        reader.skip()
        return
    data = HexData()
    reader.hold(data.digits)
    held = reader.end
    if held is None:
        reader.skip()
        return

    def end() -> None:
        reader.raw = None
        held()
        take(data)

    reader.raw, reader.end = data.add, end


def _page(reader: Reader, _number: int | None) -> None:
    reader.speak(PAGE)

    def give(text: str) -> None:
        reader.page.append(text)
        if sum(map(len, reader.page)) > reader.budget.limits.html_bytes:
            raise ExtractionError(Cause.LIMIT)

    reader.hold(give)
    reader.before = (reader.goes, reader.out, reader.give)


DOCUMENT = Vocabulary(
    {
        **LETTERS,
        **dict.fromkeys(_WITHOUT_TEXT, skip),
        **dict.fromkeys(_MUTED, _mute),
        **dict.fromkeys(_TOLD, _tell),
        **dict.fromkeys(_BOXES, _box),
        **dict.fromkeys(_INDEX_ENTRIES, _index_entry),
        **dict.fromkeys(_PEOPLE, _people),
        **dict.fromkeys(_ADDRESSES, _line(Kind.LINK)),
        **dict.fromkeys(_ON_NO_PAGE, _line(Kind.HIDDEN)),
        **{word: _line(Kind.PROPERTY, label) for word, label in _SAID.items()},
        **{word: _story(kind, place) for word, (kind, place) in _STORIES.items()},
        **{word: _time(label) for word, label in _TIMES.items()},
        **{word: _part_of_time(word) for word in _PARTS_OF_TIME},
        "pict": _picture,
        "v": _hidden,
        "deleted": _deleted,
        "mvf": _deleted,
        "plain": _plain,
        "par": _paragraph,
        "sect": _paragraph,
        "pard": _new_paragraph,
        "intbl": _in_table,
        "itap": _level,
        "trowd": _row_begins,
        "cellx": _edge,
        "cell": _in_text(lambda reader: reader.story.end_cell(1)),
        "row": _in_text(lambda reader: reader.story.end_row(1)),
        "nestcell": _in_text(lambda reader: reader.story.end_cell(max(reader.level, 2))),
        "nestrow": _in_text(lambda reader: reader.story.end_row(max(reader.level, 2))),
        "fldinst": _links,
        "propname": _note("propname"),
        "staticval": _own_property,
        "sn": _note("sn"),
        "sv": _shape_property,
        "docvar": _variable,
        "objdata": _object_data,
        "datastore": _data_store,
        "upr": _alternatives,
        "ud": _nothing,
        "fromhtml": _page,
    },
    _STARRED,
)
