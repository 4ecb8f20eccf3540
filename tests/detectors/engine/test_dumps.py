from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.base import Detection
from detectors.engine import Engine
from detectors.engine.dumps import Dump

COPY = """SET client_encoding = 'UTF8';

COPY public.person (id, full_name, ni_number, date_of_birth, sort_code, note) FROM stdin;
1\tSusan Bevan\tWB645973D\t1956-01-04\t08-99-99\t\\N
2\tRenée Rees\tCE873941B\t1937-07-09\t08-99-98\tcalled back
\\.

SELECT pg_catalog.setval('public.person_id_seq', 2, true);
"""
CREATED = """CREATE TABLE IF NOT EXISTS `person` (
  `id` int NOT NULL,
  `full_name` varchar(80) DEFAULT 'a, b',
  `ni_number` char(9),
  `date_of_birth` date,
  `sort_code` decimal(10,2),
  PRIMARY KEY (`id`, `full_name`)
) ENGINE=InnoDB;
INSERT INTO `person` VALUES
(1,'Susan Bevan','WB645973D','1956-01-04','08-99-99'),
(2,'Renée Rees','CE873941B','1937-07-09','08-99-98');
INSERT INTO `other` VALUES (1,'1956-01-05');
"""
ON_ONE_LINE = """CREATE TABLE "p" (id INTEGER, full_name TEXT, ni_number, date_of_birth, sort_code);
INSERT INTO "p" VALUES(1,'Susan Bevan','WB645973D','1956-01-04','08-99-99');
INSERT INTO "p" VALUES(2,'Renée Rees','CE873941B','1937-07-09','08-99-98');
"""
EXPECTED = {
    ("PERSON", "susan bevan"),
    ("PERSON", "renee rees"),
    ("UK_NINO", "WB645973"),
    ("UK_NINO", "CE873941"),
    ("DATE_OF_BIRTH", "1956-01-04"),
    ("DATE_OF_BIRTH", "1937-07-09"),
    ("UK_SORT_CODE", "089999"),
    ("UK_SORT_CODE", "089998"),
}


def _pairs(found: Iterable[Detection]) -> set[tuple[str, str]]:
    return {(one.entity, one.canonical) for one in found}


@pytest.mark.parametrize("text", [COPY, CREATED, ON_ONE_LINE])
def test_rows_of_a_dump_are_headed_by_the_columns_it_names(engine: Engine, text: str) -> None:
    found = engine.session().text(text)
    assert _pairs(found) == EXPECTED
    for one in found:
        if one.entity == "UK_NINO":
            assert text[one.start : one.end][:8] == one.canonical


@pytest.mark.parametrize("text", [COPY, CREATED, ON_ONE_LINE])
def test_a_statement_that_goes_on_in_the_next_passage_keeps_its_columns(
    engine: Engine, text: str
) -> None:
    cut = text.rindex("\n", 0, text.index("Renée")) + 1
    session = engine.session()
    assert _pairs([*session.text(text[:cut]), *session.text(text[cut:])]) == EXPECTED


def test_what_follows_the_end_of_a_copy_is_no_row_of_it(engine: Engine) -> None:
    found = engine.session().text(COPY + "3\tNo Row\tn\t1956-01-05\n")
    assert _pairs(found) == EXPECTED


def test_an_escaped_quote_is_one_apostrophe(engine: Engine) -> None:
    found = engine.session().text(CREATED.replace("Susan Bevan", r"Zoe O\'Brien"))
    assert ("PERSON", "zoe o'brien") in _pairs(found)


def test_a_typographic_apostrophe_ends_no_value(engine: Engine) -> None:
    found = engine.session().text(CREATED.replace("Susan Bevan", "Zoe O’Brien"))
    assert ("DATE_OF_BIRTH", "1956-01-04") in _pairs(found)


def test_rows_of_a_table_that_is_not_described_are_left_as_text() -> None:
    assert list(Dump().regions("INSERT INTO `other` VALUES (1,'1956-01-05');\n", [0])) == []


ALPHABET = st.sampled_from(
    [*"a,()'\n\t;\\", "INSERT INTO t VALUES ", "COPY t (a, b) FROM stdin;\n", "\\.", "\n(", "CREATE"
     " TABLE t (a, b);\n"]
)  # fmt: skip


@given(st.lists(st.lists(ALPHABET, max_size=12).map("".join), max_size=3))
def test_a_region_is_as_long_as_the_text_it_replaces(passages: list[str]) -> None:
    dump = Dump()
    for text in passages:
        until = 0
        for region in dump.regions(text, range(len(text))):
            assert until <= region.start <= region.end <= len(text)
            until = region.end
            assert region.end in (len(text), text.find("\n", region.end), text.rfind("\n"))
