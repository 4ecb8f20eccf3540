import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.engine import Engine
from detectors.engine.layout import above_rules, lines_above, regions

FIXED = """RUN DATE 04/03/2025

NAME                NI NUMBER      BORN          POST CODE
BEVAN, Susan        WB645973D      04/01/1956    CO4 8NA
REES, Renée         CE873941B      09/07/1937    KY1 4UW

total 2
"""
COMMAS = """Export
Name,NI number,Date of birth,Postcode
"BEVAN, Susan",WB645973D,04/01/1956,CO4 8NA
"REES, Renée",CE873941B,09/07/1937,KY1 4UW
end of export
"""
INSERTS = """BEGIN;
INSERT INTO person (id, full_name, niNumber, dateOfBirth, postCode) VALUES (1, 'Susan Bevan', \
'WB645973D', '1956-01-04', 'CO4 8NA');
INSERT INTO person (id, full_name, niNumber, dateOfBirth, postCode) VALUES (2, 'Renée Rees', \
'CE873941B', '1937-07-09', 'KY1 4UW');
"""
ROWS_ON_ONE_LINE = """INSERT INTO person (id, full_name, niNumber, dateOfBirth, postCode) VALUES \
(1, 'Susan Bevan', 'WB645973D', '1956-01-04', 'CO4 8NA'), \
(2,'Renée Rees','CE873941B','1937-07-09','KY1 4UW');
"""
ROWS_BELOW = """INSERT INTO `p` (`id`, `full_name`, `niNumber`, `dateOfBirth`, `postCode`) VALUES
(1,'Susan Bevan','WB645973D','1956-01-04','CO4 8NA'),
(2,'Renée Rees','CE873941B','1937-07-09','KY1 4UW');
"""
_NAMES = re.compile("(BEVAN|REES)[;~] ")
EXPECTED = {
    ("PERSON", "susan bevan"),
    ("PERSON", "renee rees"),
    ("UK_NINO", "WB645973"),
    ("UK_NINO", "CE873941"),
    ("DATE_OF_BIRTH", "1956-01-04"),
    ("DATE_OF_BIRTH", "1937-07-09"),
    ("UK_POSTCODE", "CO48NA"),
    ("UK_POSTCODE", "KY14UW"),
}


@pytest.mark.parametrize(
    "text",
    [
        FIXED,
        COMMAS,
        INSERTS,
        ROWS_ON_ONE_LINE,
        ROWS_BELOW,
        COMMAS.replace(",", ";"),
        COMMAS.replace(",", "~"),
    ],
)
def test_a_table_in_running_text_is_found_whole(engine: Engine, text: str) -> None:
    found = engine.session().text(_NAMES.sub(r"\1, ", text))
    assert {(one.entity, one.canonical) for one in found} == EXPECTED
    assert len(found) == len(EXPECTED)
    for one in found:
        if one.entity == "UK_NINO":
            assert text[one.start : one.end][:8] == one.canonical


def test_a_doubled_quote_is_one_apostrophe(engine: Engine) -> None:
    found = engine.session().text(INSERTS.replace("Susan Bevan", "Zoe O''Brien"))
    assert ("PERSON", "zoe o'brien") in {(one.entity, one.canonical) for one in found}


def test_prose_below_a_line_of_labels_is_no_table() -> None:
    text = "NHS number, date of birth and postcode are needed.\nPlease bring them.\n"
    assert list(regions(text, [0])) == []


@given(st.text("ab,;|\t \n\"'()VALUESxé", max_size=80), st.integers(0, 80))
def test_a_region_is_as_long_as_the_text_it_replaces(text: str, at: int) -> None:
    for region in regions(text, [min(at, len(text))]):
        assert 0 <= region.start <= region.end <= len(text)
        ends = [at for at, char in enumerate(text) if char == "\n" and region.start <= at]
        lines = region.text.count("\n")
        assert region.end in (len(text), *(ends[lines : lines + 1]))


def test_columns_of_look_alikes_are_judged_by_their_columns(engine: Engine) -> None:
    rows = [
        f"{9990000018 + 11 * at}   PW00000{at % 10}A   0{1632960100 + at}   2020-03-12"
        for at in range(40)
    ]
    text = "\n".join(["Order        Part        Job           Raised", *rows])
    assert engine.session().text(text) == []


def test_a_table_ends_where_most_rows_are_no_longer_set_in_columns() -> None:
    rows = [f"{number}     Jane {number}     {number}" for number in range(20)]
    below = ["ab"] * 60
    text = "\n".join(["code  name      size", *rows, *below])
    (region,) = regions(text, [0])
    assert region.text.count("\n") + 1 <= 2 * len(rows)
    assert region.text.count("\t") == 2 * len(rows)


def test_headings_above_nothing_are_not_read_to_the_end_of_the_text_each() -> None:
    # Where each of them was, this took minutes: the square of the number of lines.
    text = ("code  name  size\n" + 10 * "ab\n") * 20_000
    headings = list(range(0, len(text), 47))
    assert text[headings[-1] :].startswith("code")
    assert list(regions(text, headings)) == []


def test_a_heading_without_a_known_word_still_makes_columns(engine: Engine) -> None:
    rows = [f"{at}    Mr D Powell{at * ' '}   {number}" for at, number in enumerate(NUMBERS, 1)]
    width = max(map(len, rows)) - 10
    lines = [f"{row[:-10].ljust(width)}{row[-10:]}" for row in rows]
    text = "\n".join(["#    Who".ljust(width) + "Code", *lines])
    found = [one.canonical for one in engine.session().text(text) if one.entity == "UK_NHS"]
    assert found == list(NUMBERS)


NUMBERS = ("9990000018", "9990000026", "9990000034", "9990000042", "9990000050", "9990000069")


def test_a_line_that_holds_a_value_is_a_row_of_a_table_without_heading() -> None:
    rows = [f"{'x' * at:<12}{number}   ward {at}" for at, number in enumerate(NUMBERS, 1)]
    text = "\n".join(rows)
    (region,) = regions(text, [0], [text.index(NUMBERS[0])])
    assert (region.start, region.header) == (0, ())
    assert region.text.count("\n") == len(rows) - 1


def test_a_number_with_two_spaces_in_it_makes_no_table() -> None:
    text = "Seen today, NHS number 999  000  0018, and sent home.\nNo change since then.\nEnd.\n"
    assert list(regions(text, [0], [text.index("999")])) == []


def test_an_answer_with_ticks_is_no_heading() -> None:
    text = (
        "Level of check: [ ] Basic  [x] Standard  [ ] Enhanced\n"
        "Born: 19 Nov 47\nDriver number: EXAMP 461197 A98BC\n"
    )
    assert list(regions(text, [0])) == []


def test_a_heading_of_words_that_count_together_heads_lines_parted_as_it_is(
    engine: Engine,
) -> None:
    rows = "ann@example.org;204577;73920184\nbo@example.org;204578;73920185\n"
    text = f"Team A\nEmployee;Sort;A/c\n{rows}"
    found = [one.canonical for one in engine.session().text(text) if "BANK" in one.entity]
    assert found == ["73920184", "73920185"]


def test_rules_between_the_rows_of_a_grid_part_no_table(engine: Engine) -> None:
    rule = "+-----------------+--------+----------+\n"
    rows = [
        "| ann@example.org | 204577 | 73920184 |\n",
        "| bo@example.org  | 204578 | 73920185 |\n",
    ]
    text = f"{rule}| Employee        | Sort   | A/c      |\n{rule}{rule.join(rows)}{rule}"
    found = [one.canonical for one in engine.session().text(text) if "BANK" in one.entity]
    assert found == ["73920184", "73920185"]


RULED = """LIFT REGISTER                                   PAGE    1

NO   HIRER             PNOMIS    D.O.B.    FEE
---- ----------------- --------- --------- --------
12   MORGAN, CERYS     A4321XY   2/6/20    41.20
7    O'NEIL, SAM       A9876BC   22/12/99  17.00
104  HUGHES, BO        A2468FG   14/5/12   3.50
"""


def test_a_rule_broken_between_columns_tells_where_they_begin(engine: Engine) -> None:
    found = engine.session().text(RULED.replace("D.O.B.    FEE", "D.O.B. FEE"))
    born = [one.canonical for one in found if one.entity == "DATE_OF_BIRTH"]
    assert born == ["2020-06-02", "1999-12-22", "2012-05-14"]


def test_a_ruled_table_is_read_though_no_form_matches_in_it(engine: Engine) -> None:
    rows = " offender_no |  who  | unit\n-------------+-------+------\n A4321XY     | J     | 7\n"
    found = engine.session().text("LIST\n\n" + rows)
    assert [one.canonical for one in found] == ["A4321XY"]


def test_a_heading_above_a_rule_is_one_though_it_reads_as_a_name(engine: Engine) -> None:
    text = """PAYEE NAME           BANK A/C NAME      SORT CODE  ACCOUNT NUMBER
-------------------- ------------------ ---------- ---------------
INES QUILL           MS I QUILL         204577     73920184
BO NYE               MR B NYE           404678     73920203
"""
    found = engine.session().text(text)
    codes = [one.canonical for one in found if one.entity == "UK_SORT_CODE"]
    assert codes == ["204577", "404678"]


def test_a_line_above_a_rule_is_a_heading_unless_the_rule_draws_a_box() -> None:
    row = "Client    Ines Quill"
    for rule, found in (("-" * 20, [0]), ("+---------+----------+", [])):
        text = f"Question  Answer\n{rule}\n{row}"
        newlines = np.flatnonzero(np.array(list(text)) == "\n")
        assert lines_above(text, np.array([text.index("Ines")]), newlines) == found


def test_a_line_of_dashes_is_no_rule_of_columns() -> None:
    text = "Minutes\n-----------\nof - or - by\n- - one"
    assert above_rules(text, range(len(text))) == []
