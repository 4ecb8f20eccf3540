from __future__ import annotations

from random import Random

import pytest

from scanner.extractors.base import Kind, PartGap, Passage, TablePassage, locate
from scanner.extractors.compound.writer import compound_bytes
from tests.scanner.extractors.compound.building import native, summary
from tests.scanner.extractors.reading import gaps, read, texts
from tests.scanner.extractors.rich_text.building import embedded, ole1, row, rtf, spanned


def by_kind(data: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in read(data):
        if not isinstance(part, PartGap):
            before = found.get(part.kind.value)
            found[part.kind.value] = part.text if before is None else f"{before}\n{part.text}"
    return found


def body(text: str) -> str:
    assert gaps(read(rtf(text))) == []
    return by_kind(rtf(text)).get("body", "")


def test_rtf_when_it_is_a_letter_then_paragraphs_are_read_and_counted() -> None:
    (passage,) = read(
        rtf("Dear {\\b Ann}\r\n Example,\\par See you\\line soon\\par\\par Yours\\par")
    )
    assert isinstance(passage, Passage)
    assert passage.text == "Dear Ann Example,\nSee you\nsoon\nYours"
    assert locate(passage, passage.text.index("soon")) == (("paragraph", 2),)
    assert locate(passage, passage.text.index("Yours")) == (("paragraph", 4),)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"Ren\'e9 Ma\'f1ez", "René Mañez"),
        (r"{\f1 \'c0\'ed\'ed\'e0} \'e9", "Анна é"),
        (r"{\f4 \'a3\'f3d\'9f}", "Łódź"),
        (r"{\f3 \'93\'fa\'96\{} \f0 x", "日本 x"),  # an escaped brace is the second byte
        (r"{\f3 \'83\'41\'83A}", "アア"),  # and so is a letter as it is
        (r"Zo\u235?, \u8217\'92s {\uc0\u321}{\uc2\u26085\'93\'fa} end", "Zoë, ’s Ł日 end"),
        (r"\u-10179?\u-8704?\uc0\u128512", "😀😀"),
        (r"{\f2 \'b7}x\u-3913?y", "x y"),
        (
            r"A\~B\_C\-D \{x\} \\ \emdash \ldblquote q\rdblquote\endash\bullet",
            "A B-CD {x} \\ —“q”–•",
        ),
        ("Zo\xc3\xab", "Zoë"),  # UTF-8 as it is
        ("Zo\xeb Caf\xe9", "Zoë Café"),
        ("a\\\nb\\\rc", "a\nb\nc"),
        ("a\\b0b\\b c\\unknownword-12 d", "abcd"),
        (r"a\bin3 {{{b{\*\unknown\bin2 }}x}c", "abc"),
    ],
)
def test_rtf_when_characters_are_coded_then_fonts_and_unicode_tell(
    written: str, shown: str
) -> None:
    assert body(f"{written}\\par").strip() == shown


@pytest.mark.parametrize(
    ("head", "shown"),
    [(r"\mac", "é"), (r"\pc", "Ä"), (r"\pca", "Ä"), (r"\ansi\ansicpg1251", "Ћ"), ("", "Ž")],
)
def test_rtf_when_it_names_an_encoding_then_that_is_used(head: str, shown: str) -> None:
    data = b"{\\rtf1" + head.encode() + rb" x\'8e\par}"
    assert texts(read(data)) == f"x{shown}"


def test_rtf_when_it_has_a_table_then_cells_keep_their_heading_and_place() -> None:
    rows = row("Name", "Date of birth") + row("Ann\\par Example", "3/2/1980")
    parts = read(rtf(f"Before\\par {rows}{row('Bo Sample', '4/5/1990')}After\\par"))
    (table,) = [part for part in parts if isinstance(part, TablePassage)]
    assert table.header == ("Name", "Date of birth")
    assert table.text == "Ann Example\t3/2/1980\nBo Sample\t4/5/1990"
    assert locate(table, table.text.index("4/5")) == (("table", 1), ("cell", "B3"))
    assert [getattr(part, "text", "")[:6] for part in parts] == ["Before", "Ann Ex", "After"]


def test_rtf_when_cells_span_columns_then_the_others_stay_below_their_heading() -> None:
    rows = row("Name", "Ward", "Date of birth") + row("Ann Example", "North", "3/2/1980")
    rows += spanned(("Bo Sample, South", 2_000), ("4/5/1990", 3_000))
    (table,) = [part for part in read(rtf(rows)) if isinstance(part, TablePassage)]
    assert table.text.splitlines()[1] == "Bo Sample, South\t\t4/5/1990"


def test_rtf_when_paragraphs_do_not_say_they_stand_in_a_table_then_the_row_does() -> None:
    rows = "".join(
        f"\\trowd\\cellx1000\\cellx2000 {one}\\par here\\cell {two}\\cell\\row "
        for one, two in (("Name", "Date of birth"), ("Ann", "3/2/1980"))
    )
    (table, after) = read(rtf(f"{rows}\\pard After\\par"))
    assert isinstance(table, TablePassage)
    assert (table.header, table.text) == (("Name here", "Date of birth"), "Ann here\t3/2/1980")
    assert isinstance(after, Passage)
    assert (after.text, after.marks) == ("After", ((0, (("paragraph", 1),)),))
    assert (
        texts(read(rtf("\\intbl Ann 500\\cell " * 3_000))).count("Ann 500") == 3_000
    )  # no row ends
    assert body("\\trowd\\cellx1000 Never\\par a table\\par") == "Never\na table"


def test_rtf_when_tables_stand_in_cells_then_each_is_a_table() -> None:
    inner = "".join(
        f"\\pard\\plain\\intbl\\itap2 {one}\\nestcell{{\\nonesttables\\par}}{two}\\nestcell"
        "{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}"
        for one, two in (("Child", "Date of birth"), ("Cy Sample", "5/6/2015"))
    )
    looks = "\\trowd\\cellx1000\\cellx2000"
    rows = f"{row('Name', 'Children')}{looks}\\pard\\intbl Ann\\cell {inner}"
    rows += f"\\pard\\intbl and\\cell{{{looks}\\row}}\\pard"
    nested, outer = (p for p in read(rtf(rows)) if isinstance(p, TablePassage))
    assert (nested.header, nested.text) == (("Child", "Date of birth"), "Cy Sample\t5/6/2015")
    assert outer.text.splitlines()[-1] == "Ann\tand"


def test_rtf_when_text_is_deleted_or_hidden_then_it_comes_under_its_kind() -> None:
    text = (
        r"Seen {\v by Dr Kept Back} and {\deleted\revauthdel1 by Dr Gone Person} "
        r"\v\b x\v0 today {\v y\plain  z}\par {\revised New} {\mvf from}{\mvt to}\par"
    )
    found = by_kind(rtf(text, tables=r"{\*\revtbl{Unknown;}{Cara Reviser;}}"))
    assert found["body"] == "Seen  and  today  z\nNew to"
    assert found["hidden"] == "by Dr Kept Backxy"
    assert found["deleted"] == "by Dr Gone Person\nfrom"
    assert found["property"] == "Author: Cara Reviser"


def test_rtf_when_there_are_notes_headers_comments_and_boxes_then_each_has_its_kind() -> None:
    text = (
        r"{\headerl\pard Left head\par}{\headerr Right head}{\footer Foot\par}"
        r"{\ftnsep\chftnsep\par}One{\super\chftn{\footnote\pard\plain {\chftn} A note}} "
        r"two{\*\footnote\ftnalt At the end} three"
        r"{\*\atnid BR}{\*\atnauthor Bo Reviewer}\chatn"
        r"{\*\annotation{\*\atndate 12}{\chatn}Ask Ann}"
        r"{\shp{\*\shpinst\shpleft1{\sp{\sn wzDescription}{\sv Photograph of Di}}"
        r"{\sp{\sn gtextUNICODE}{\sv Big letters}}"
        r"{\sp{\sn pihlShape}{\sv{\*\hl{\hlsrc mailto:ed@example.org}}}}"
        r"{\shptxt \pard In a box\par}}{\shprslt{\*\do{\dptxbxtext In a box}}}}\par "
        r"{\*\do\dobxpage{\dptxbxtext\pard An old box\par}}\par"
    )
    found = by_kind(rtf(text))
    assert found["header"] == "Left head\nRight head"
    assert found["footer"] == "Foot"
    assert found["note"].split("\n") == [" A note", "At the end"]
    assert found["comment"] == "Ask Ann"
    assert found["body"] == "Big letters\nIn a box\nOne two three\nAn old box"
    assert found["hidden"] == "Photograph of Di"
    assert found["link"] == "mailto:ed@example.org"
    assert found["property"] == "Author: Bo Reviewer"
    places = {
        passage.text[at:].split("\n")[0]: place
        for passage in read(rtf(text))
        if isinstance(passage, Passage)
        for at, place in passage.marks
    }
    assert places["At the end"] == (("note", 2), ("paragraph", 1))
    assert places["Right head"] == (("header", 2), ("paragraph", 1))
    assert places["An old box"] == (("text box", 2), ("paragraph", 1))


def test_rtf_when_fields_lead_elsewhere_then_targets_are_links() -> None:
    text = (
        r'Write {\field{\*\fldinst {HYPERLINK "mailto:ann@example.org" }}{\fldrslt {\ul to us}}}'
        r" soon\par {\field{\*\fldinst{ FORMTEXT }{\*\formfield{\fftype0{\*\ffname Text1}"
        r"{\*\ffdeftext Name here}{\*\ffhelptext Your name}{\*\ffl One}}}}{\fldrslt Di}}"
        r"{\xe{\v Example, Ann}}{\*\datafield 00d0c9}{\*\bkmkstart _Hlk1}{\*\bkmkend _Hlk1}\par"
    )
    found = by_kind(rtf(text))
    assert found["body"] == "Write to us soon\nDi"
    assert found["link"] == 'HYPERLINK "mailto:ann@example.org"\nFORMTEXT'
    assert found["hidden"] == "Name here\nYour name\nOne\nExample, Ann"


def test_rtf_when_it_has_properties_then_each_has_its_name() -> None:
    tables = (
        r"{\info{\upr{\title A ?}{\*\ud\uc0{\title A \u321}}}{\author Ann Lee}{\*\company Council}"
        r"{\operator Bo Day}{\creatim\yr2026\mo3\dy4\hr5\min6}{\revtim\yr0}{\version3}{\nofpages1}}"
        r"{\*\userprops{\propname Case}\proptype30{\staticval 9990000018}}"
        r"{\*\docvar {Pupil}{Cy Sample}}{\*\template C:\\users\\di\\x.dot}{\*\generator Word}"
        r"{\*\xmlnstbl{\xmlns1 http://example.org}}{\stylesheet{\s0 Normal;}{\*\cs10 Font;}}"
    )
    found = by_kind(rtf("x", tables=tables))
    assert found["property"].splitlines() == [
        "Title: A Ł", "Author: Ann Lee", "Company: Council", "Last modified by: Bo Day",
        "Created: 2026-03-04T05:06", "Case: 9990000018", "Pupil: Cy Sample",
        r"Template: C:\users\di\x.dot",
    ]  # fmt: skip
    assert found["body"] == "x"


def test_rtf_when_lists_are_numbered_then_the_numbers_that_are_shown_are_read() -> None:
    tables = r"{\*\listtable{\list{\listlevel{\leveltext\'02\'00.;}}{\listname Gone;}}}"
    text = r"{\listtext\pard\plain\f2 \'b7\tab}\pard First\par{\pntext 2.\tab}{\*\pn{\pntxta .}}Two"
    assert texts(read(rtf(text, tables=tables))) == " \tFirst\n2.\tTwo"


def test_rtf_when_pictures_stand_in_it_then_their_data_are_passed_over() -> None:
    shown = (
        r"{\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv Ann at home}}}\pngblip 89504e}}"
    )
    other = r"{\nonshppict{\pict\wmetafile8 0100}}{\pict\dibitmap0\bin4 " + "}{\\\x00}"
    found = by_kind(rtf(f"Here {shown}{other} and there, for all who want to see them\\par"))
    assert found["body"] == "Here  and there, for all who want to see them"
    assert found["hidden"] == "Ann at home"
    assert gaps(read(rtf(shown))) == [("needs-ocr", None)]


def test_rtf_when_files_are_embedded_then_they_are_members() -> None:
    csv = b"Name,Age\nAnn,7\nBo,8\n"
    beside = {"\1Ole10Native": native("list.csv", csv)}
    document = {"\5SummaryInformation": summary("Cy Inner"), "\1Ole10Native": native("b.txt", b"x")}
    text = (
        embedded(ole1("Package", native("people.csv", csv)[4:]))
        + embedded(ole1("Package", compound_bytes(beside)))
        + embedded(ole1("Other.1", b"Dear Di\n"))
        + embedded(ole1("Excel.Sheet.8", b"", 1, "\\\\server\\ann\\far.xls"))
        + embedded("zz")
        + embedded(f"ffff{compound_bytes(document).hex()}")
    )
    parts = read(rtf(f"{text}\\par"))
    assert {part.member for part in parts} == {
        None, "object 1/people.csv", "object 2/list.csv", "object 3", "object 5", "object 6/b.txt",
    }  # fmt: skip
    assert gaps(parts) == [("corrupt", "object 5")]
    links = [part for part in parts if isinstance(part, Passage) and part.kind is Kind.LINK]
    assert texts([*links]) == "\\\\server\\ann\\far.xls"
    assert texts(parts).count("Shown instead") == 6
    cut = read(rtf(embedded(ole1("Package", native("people.csv", csv)[4:])[:-60])))
    assert gaps(cut) == [("partial", None)]


def test_rtf_when_labels_lie_beside_the_text_then_they_are_members() -> None:
    xml = b"<?xml version='1.0'?><a><b>Ann Example</b></a>"
    store = compound_bytes({"MsoDataStore": {"Id1": {"Item": xml, "Properties": b"<p/>"}}})
    parts = read(rtf("x", tables=r"{\*\datastore " + ole1("Msxml2", store) + "}"))
    assert ("custom XML 1", "b: Ann Example") in {(p.member, getattr(p, "text", "")) for p in parts}


def test_rtf_when_a_page_was_written_as_rich_text_then_it_is_read_as_a_page() -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}"
        rb"{\*\htmltag64 <p title='tip'>}"
        rb"\htmlrtf {\f1\htmlrtf0 \'c0\'ed\'ed\'e0\htmlrtf }\htmlrtf0  "
        rb"{\*\htmltag84 <a href='mailto:di@example.org'>}\htmlrtf {\field{\*\fldinst{X}}}"
        rb"\htmlrtf0 Di{\*\mhtmltag84 <a href='y'>}{\*\htmltag92 </a>}\par {\*\htmltag72 </p>}}"
    )
    found = by_kind(data)
    assert found["body"].splitlines() == ["Анна Di", "tip"]
    assert found["link"] == "di@example.org"


def test_rtf_when_it_has_two_bytes_a_character_then_it_is_corrupt() -> None:
    assert gaps(read(rtf("Ann").decode().encode("utf-16"))) == [("corrupt", None)]
    assert texts(read(b"\xef\xbb\xbf" + rtf("Ann"))).removeprefix("\ufeff") == "Ann"


def test_rtf_when_text_follows_its_end_then_it_is_hidden() -> None:
    assert by_kind(rtf("Seen") + b"\r\nKept back\0\0") == {"body": "Seen", "hidden": "Kept back"}
    assert gaps(read(rtf("Seen") + b"\r\n\0\0\0")) == []


def whole() -> bytes:
    rows = row("Name", "Date of birth") + "".join(row(f"Ann {n}", "3/2/1980") for n in range(20))
    note = r"{\footnote A note}{\header Head}{\v gone}{\*\annotation Ask}\u8217\'92\'e9"
    data = embedded(ole1("Package", native("people.csv", b"Name,Age\nAnn,7\n")[4:]))
    box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Box}}}{\pict\bin9 123456789}"
    return rtf(f"Much text. {note}\\par {rows}{box}{data}\\par Last\\par")


def test_rtf_when_it_is_cut_then_what_is_there_is_read_and_it_says_so() -> None:
    assert gaps(read(whole())) == []
    for tenth in range(1, 10):
        parts = read(whole()[: len(whole()) * tenth // 10])
        assert ("partial", None) in gaps(parts), tenth
        assert tenth < 2 or "Much text." in texts(parts), tenth


def test_rtf_when_bytes_are_flipped_then_it_ends() -> None:
    rng = Random(20261128)
    for _ in range(200):
        spoilt = bytearray(whole())
        for _ in range(6):
            spoilt[rng.randrange(5, len(spoilt))] = rng.choice(b"{}\\'*u0 \x00\xff\n")
        assert read(bytes(spoilt))


@pytest.mark.parametrize(
    "text",
    [
        "{" * 300_000 + "x",
        "{" * 300_000 + "x" + "}" * 300_000,
        "{\\b" * 100_000 + " x",
        "{\\shp{\\shptxt a" * 5_000 + "x",
        "{\\title " * 5_000 + "x",
        "{\\footnote\\intbl a\\cell " * 5_000 + "x",
        "\\itap999999 \\cell " * 5_000 + "x",
        "\\'e9" * 200_000 + "x",
        "{\\*\\none " + "{" * 300_000,
        "\\bin999999999 x",
        "{\\*\\objdata 01" + "ab" * 300_000,
        "a\\cell " * 100_000 + "x",
    ],
)
def test_rtf_when_it_nests_without_end_then_memory_is_flat_and_it_ends(text: str) -> None:
    parts = read(rtf(text))
    assert parts
    assert all(len(part.text) < 1_000_000 for part in parts if not isinstance(part, PartGap))


def test_rtf_when_blocks_end_anywhere_then_the_text_is_the_same() -> None:
    piece = r"Zo\u235?\'e9 {\b x}\bin3 }}}{\*\no\bin2 }}}\{ {\f3 \'93\'fa}\tab\par "
    found = by_kind(rtf(piece * 8_000))["body"]
    assert set(found.split("\n")) == {"Zoëé x{ 日"}
    assert found.count("\n") == 7_999
    assert by_kind(rtf("word " * 100_000))["body"].replace("\n", "") == ("word " * 100_000).strip()
