"""Which elements and attributes of a part hold text, by the part's root element.

Parts are told by their root, not by their path: producers name them as they like. Source:
ECMA-376 part 1, sections 18 (spreadsheets), 19 (slides), 20 and 21 (drawings, charts, diagrams);
[MS-XLSX] 2.6 (threaded comments), read 2026-11-25.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scanner.extractors.base import Kind

NO_TEXT = frozenset(
    {
        "Types", "Relationships", "calcChain", "chart", "chartStyle", "clrMap", "colorStyle",
        "colorsDef", "cstyle", "datastoreItem", "drawing", "fonts", "handoutMaster", "layoutDef",
        "metadata", "notesMaster", "numbering", "presentationPr", "singleXmlCells", "sldLayout",
        "sldMaster", "sst", "styleDef", "styleSheet", "styles", "tblStyleLst", "theme",
        "table", "queryTable", "slicers", "formControlPr", "tableSingleCells",
        "themeOverride", "viewPr", "volTypes", "webSettings", "wne",
    }
)  # fmt: skip
"""Roots of parts that hold looks, indexes, or the same text once more ("drawing" repeats a
diagram's "dataModel"; "sst" are the strings that cells refer to)."""

_DRAWING = {"cNvPr": ("descr", "title")}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Where the text of a part sits.

    ``text`` gives the kind of what stands inside each element; ``attributes`` are read as lines
    of the part's own ``kind``; ``lines`` are the elements whose end ends a line.
    """

    kind: Kind
    text: Mapping[str, Kind] = field(default_factory=dict)
    lines: frozenset[str] = frozenset({"p"})
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def _margin_kind(name: str) -> Kind:
    if name.endswith("Header"):
        return Kind.HEADER
    return Kind.FOOTER if name.endswith("Footer") else Kind.HIDDEN


_SHAPES = Vocabulary(Kind.BODY, {"t": Kind.BODY}, attributes=_DRAWING)

_SHEET_MARGINS = frozenset(
    {
        "oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter",
        "formula1", "formula2",
    }
)  # fmt: skip
_SHEET = Vocabulary(
    Kind.HIDDEN,
    {name: _margin_kind(name) for name in _SHEET_MARGINS},
    _SHEET_MARGINS,
    {
        "hyperlink": ("display", "tooltip"),
        "dataValidation": ("promptTitle", "prompt", "errorTitle", "error"),
        "protectedRange": ("name",),
    },
)

VOCABULARIES: Mapping[str, Vocabulary] = {
    "wsDr": _SHAPES,
    "userShapes": _SHAPES,
    "dataModel": _SHAPES,
    "xml": Vocabulary(
        Kind.BODY,
        {"textbox": Kind.BODY},
        frozenset({"textbox", "div", "br"}),
        {"shape": ("alt",), "textpath": ("string",)},
    ),
    "chartSpace": Vocabulary(
        Kind.CACHED,
        {"t": Kind.CACHED, "v": Kind.CACHED, "pt": Kind.CACHED},
        frozenset({"p", "v", "pt"}),
    ),
    "comments": Vocabulary(
        Kind.COMMENT,
        {"t": Kind.COMMENT, "author": Kind.COMMENT},
        frozenset({"author", "comment"}),
    ),
    "ThreadedComments": Vocabulary(
        Kind.COMMENT, {"text": Kind.COMMENT}, frozenset({"text"})
    ),
    "personList": Vocabulary(
        Kind.PROPERTY, attributes={"person": ("displayName", "userId")}
    ),
    "people": Vocabulary(
        Kind.PROPERTY, attributes={"person": ("author",), "presenceInfo": ("userId",)}
    ),
    **dict.fromkeys(("worksheet", "chartsheet", "dialogsheet", "macrosheet"), _SHEET),
    "pivotCacheDefinition": Vocabulary(
        Kind.CACHED,
        attributes={
            "pivotCacheDefinition": ("refreshedBy",),
            "cacheField": ("name",),
            **dict.fromkeys(("s", "d", "n"), ("v",)),
        },
    ),
    "pivotCacheRecords": Vocabulary(
        Kind.CACHED, attributes=dict.fromkeys(("s", "d", "n"), ("v",))
    ),
    "externalLink": Vocabulary(
        Kind.CACHED,
        {"v": Kind.CACHED},
        frozenset({"v"}),
        {"sheetName": ("val",), "definedName": ("name",)},
    ),
    "connections": Vocabulary(
        Kind.PROPERTY,
        attributes={
            "connection": ("name", "description", "odcFile", "sourceFile"),
            "dbPr": ("connection", "command"),
            "webPr": ("url",),
            "textPr": ("sourceFile",),
        },
    ),
    "workbook": Vocabulary(
        Kind.NAME,
        {"definedName": Kind.HIDDEN},
        frozenset({"definedName"}),
        {"sheet": ("name",), "fileSharing": ("userName",), "definedName": ("comment",)},
    ),
    "pivotTableDefinition": Vocabulary(
        Kind.CACHED,
        attributes={"dataField": ("name",), "pivotField": ("name",), "item": ("n",)},
    ),
    "presentation": Vocabulary(Kind.PROPERTY, attributes={"section": ("name",)}),
    "cmLst": Vocabulary(
        Kind.COMMENT, {"text": Kind.COMMENT, "t": Kind.COMMENT}, frozenset({"text", "p"})
    ),
    "cmAuthorLst": Vocabulary(Kind.PROPERTY, attributes={"cmAuthor": ("name",)}),
    "authorLst": Vocabulary(Kind.PROPERTY, attributes={"author": ("name", "userId")}),
    "tagLst": Vocabulary(Kind.PROPERTY, attributes={"tag": ("val",)}),
    "headers": Vocabulary(Kind.PROPERTY, attributes={"header": ("userName",)}),
    "users": Vocabulary(Kind.PROPERTY, attributes={"userInfo": ("name",)}),
    "revisions": Vocabulary(
        Kind.DELETED, {"t": Kind.DELETED, "v": Kind.DELETED}, frozenset({"oc", "nc"})
    ),
    "settings": Vocabulary(
        Kind.PROPERTY,
        attributes={
            "docVar": ("name", "val"),
            **dict.fromkeys(("connectString", "query", "mailSubject", "dataSource"), ("val",)),
        },
    ),
    "recipients": Vocabulary(Kind.HIDDEN),
}  # fmt: skip
"""Text of the parts that are neither cells nor word processing, by root element."""

PROPERTY_NAMES: Mapping[str, str] = {
    "creator": "Author",
    "lastModifiedBy": "Last modified by",
    "Manager": "Manager name",
}
"""What document properties are called where people see them."""
