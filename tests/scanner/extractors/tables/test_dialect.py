from __future__ import annotations

import pytest

from scanner.extractors.tables.dialect import delimiter_of, heading_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Name,Note\n"Example, Ann","a, b, c"\n"Example, Bob",x\nCy,y\n', ","),
        ("Report of May\n\nName;Age\nAnn;30\nBob;40\nCy;50\n", ";"),
        ("Name\tPlace\nAnn\tLeeds, UK\n", "\t"),
        ("a|b|c\n1|2|3\n4|5|6\n", "|"),
        ("REF~SNM~DOB\n1~Lee~2\n4~Day~6\n", "~"),
        ("REF¬SNM¬DOB\n1¬Lee¬2\n4¬Day¬6\n", "¬"),
        ("REF^SNM^DOB\n1^Lee, A^2\n4^Day, B^6\n", "^"),
        ("~~~\nx = ~a\ny = b\nz = ~c\n~~~\n", None),
        ("a, b, c\n1, 2, 3\n4, 5, 6\n", ","),
        ("first();\nsecond();\nthird();\n", None),
        ("We met, and talked.\nThen, at noon, we left.\nIt rained.\n", None),
        ("no delimiter at all\nhere\n", None),
        ("one,line", None),
        ("Quill, Ines      14  W3\nThrale, Omar     9   W1\nRees, Owen       31  W2\n", None),
        ("Quill,    Ines  ,14\nThrale,   Omar  ,9\nRees,     Owen  ,31\n", ","),
        ("Ines, away   today,14\nOmar,x,9\nRees,y,31\nLee,z,4\n", ","),
        ("Lee, Ann      bed 4   ok, home\nDay, Bo       bed 5   no, stays\n" * 3, None),
        ("INSERT INTO p (a, b) VALUES (1, 'x');\nINSERT INTO p (a, b) VALUES (2, 'y');\n", None),
        ("", None),
    ],
)
def test_delimiter_when_lines_agree_then_it_is_found(text: str, expected: str | None) -> None:
    assert delimiter_of(text) == expected


@pytest.mark.parametrize(
    ("rows", "names", "above", "as_text"),
    [
        ([["Name", "Age"], ["Ann", "30"]], ("Name", "Age"), 1, 0),
        ([["Title", ""], ["", ""], ["Name", "Age"], ["Ann", "30"]], ("Name", "Age"), 3, 2),
        ([["Ann", "Leeds"], ["Bob", "York"]], None, 0, 0),
        ([["Ann", "30"], ["Bob", "40"]], None, 0, 0),
        ([["Address 1", "Phone 2"], ["High St", "0113"]], ("Address 1", "Phone 2"), 1, 0),
        ([["ann@example.org", "x"], ["bob@example.org", "1"]], None, 0, 0),
        ([["Report", ""], ["7", "8"], ["9", "8"]], None, 1, 1),
        ([["first_name", "town"], ["Ann", "Leeds"]], ("first_name", "town"), 1, 0),
        ([["Ann", "Rose Lane"], ["Bob", "12 High St"]], ("Ann", "Rose Lane"), 1, 1),
        ([["Ann", "High Street"], ["Bob", "Low Street"]], None, 0, 0),
        ([["Name", "Ann", "Bob"], ["Date", "1/2/1970", "3/4/1980"], ["Ref", "7", "8"]], None, 0, 0),
        (
            [
                ["Client", "", "Partner", ""],
                ["NI no", "Age", "NI no", "Age"],
                ["x", "30", "y", "4"],
            ],
            ("Client\nNI no", "Age", "Partner\nNI no", "Age"),
            2,
            1,
        ),
        (
            [
                ["EMP", "", "", "TAX", "", "ACC"],
                ["NO", "NAME", "NINO", "CODE", "SC", "NO"],
                ["81", "A LEE", "x", "1257L", "204577", "73920184"],
            ],
            ("EMP\nNO", "NAME", "NINO", "TAX\nCODE", "SC", "ACC\nNO"),
            2,
            1,
        ),
        (
            [["Name", "Date of", "NI"], ["", "birth", "number"], ["Ann", "1/2/80", "x"]],
            ("Name", "Date of\nbirth", "NI\nnumber"),
            2,
            1,
        ),
        (
            [["Name", "", "Town"], ["Ann", "Lee", "York"], ["Bo", "Day", "9 Elm"]],
            ("Name", "", "Town"),
            1,
            0,
        ),
        ([["Ann", "Ann", "Bob"], ["1", "2", "3"]], None, 0, 0),
        (
            [["Pupil name", "School", "1st choice"], ["Ann", "Elm Hill", "Oak Row"]],
            ("Pupil name", "School", "1st choice"),
            1,
            0,
        ),
        ([["Ann Lee", "1st Floor", "n/a"], ["Bob Day", "2nd Floor", "7"]], None, 0, 0),
        ([], None, 0, 0),
    ],
)
def test_heading_when_in_doubt_then_there_is_none(
    rows: list[list[str]], names: tuple[str, ...] | None, above: int, as_text: int
) -> None:
    heading = heading_of(rows)
    assert (heading.names, heading.records_above) == (names, above)
    assert heading.text_records == as_text


def test_heading_when_it_is_said_again_further_down_then_is_one_all_the_same() -> None:
    rows = [["Name", "Tel no"], ["Ann Lee", "7"], ["Name", "Tel no"], ["Bo Day", "8"]]
    assert heading_of(rows).names == ("Name", "Tel no")


def test_delimiter_when_commas_stand_in_sums_set_in_columns_then_there_is_none() -> None:
    row = "AB 12 34 56 C  Lee     Ann     01-MAY-1945  1,751.41  588{}\n"
    assert delimiter_of("".join(map(row.format, range(5)))) is None


def test_a_sum_below_the_rows_does_no_harm_to_a_heading_with_figures() -> None:
    rows = [
        ["Name", "DoB", "Form 903 ID"],
        ["Jo Day", "2 May", "795"],
        ["Total records: 1", "", ""],
    ]
    assert heading_of(rows).names == ("Name", "DoB", "Form 903 ID")
