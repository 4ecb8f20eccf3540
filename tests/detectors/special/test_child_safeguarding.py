import pytest

from detectors.engine import Engine
from detectors.special.child_safeguarding import canonical
from tests.detectors.finding import cells, values

ENTITY = "CHILD_SAFEGUARDING"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On CP plan", "cp plan"),
        ("EHCP", "ehcp"),
        ("Tenant", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ava is on a child protection plan.", "child protection plan"),
        ("He has an EHCP.", "ehcp"),
        ("Child: Ava Pitt\nLegal status: Section 20", "section 20"),
        ("A section 47 enquiry was agreed for Kayden.", "section 47"),
        ("LADO referral regarding Mr Cole.", "lado"),
        ("I told the DSL that Ava had bruises.", "disclosure"),
    ],
)
def test_said_of_one_person_it_is_found(engine: Engine, text: str, expected: str) -> None:
    assert expected in values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "A child may be subject to a child protection plan.",
        "Pupils with an EHCP rose by 9 %.",
        "Looked after children need homes.",
        "If the child is at risk, call the MASH.",
        "Section 20 of the Highways Act applies to roads.",
    ],
)
def test_said_of_nobody_it_is_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_column_headed_so_is_read(engine: Engine) -> None:
    rows = [("Jo Lane", "EHCP"), ("Al Cole", "")]
    assert cells(engine, rows, ("Pupil", "SEN status"), ENTITY) == ["ehcp"]


def test_a_table_that_counts_people_tells_of_nobody(engine: Engine) -> None:
    rows = [("EHCP", "12"), ("SEN support", "90")]
    assert cells(engine, rows, ("SEN status", "Number of pupils"), ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "I was in care in Hull between 1981 and 1990 and want all my files.",
        "Ava has been in care since May.",
        "We refer to the minor PITT Ava, who we understand to have been placed in foster care.",
        "Child: Ava Pitt\nReason for referral: Mother's drinking.",
        "Child: Ava Pitt\nReason for referral: Disclosed being hit with a belt by stepfather.",
        "Subject: PITT, Ava\nConcern: Concealed pregnancy",
        "Children: Ava Pitt (1/3/13). On a plan for emotional harm.",
        "lac visit - ava pitt, seen alone",
        "Ava says she was abused at the home by a man called Reg.",
    ],
)
def test_what_others_write_of_a_child_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Pitt was in a care home in Hull.",
        "Concern: damp in the bedroom of Mrs Pitt.",
        "Take care in icy weather, says Jane Pitt.",
        "Mrs Pitt was hit by a car.",
    ],
)
def test_care_of_another_kind_is_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Report to the Children's Reporter\nChild: Jo de Haan\nBorn: 3 May 2016",
        "For the LAC review 3 May 2026\nKezia came to us in March. She loves swimming.",
        "Name of adult: Mr Vane\nHe grabbed a pupil by the arm.",
    ],
)
def test_what_records_of_further_offices_tell_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) != []


@pytest.mark.parametrize(
    "text",
    [
        "Staff who hit a child will be dismissed.",
        "The Children's Reporter decides whether a hearing is needed.",
    ],
)
def test_what_further_leaflets_and_lists_say_is_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Name: Jo Hill\nConvicted 2022: section 20 wounding, 20 months.",
        "Worker: Jo Hill\nTeam: MASH\nEmail: jo@example.com",
        "Client\tUTR\tTrade\nJo Hill\t1234567890\tFoster carer\t5 April",
    ],
)
def test_sections_of_other_acts_and_where_somebody_works_are_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_the_title_above_a_list_of_children_is_said_of_them(engine: Engine) -> None:
    rows = "Child | Date of birth | Outcome\n--- | --- | ---\nAva Hill | 15th Sep 2016 | Plan\n"
    text = f"INITIAL CHILD PROTECTION CONFERENCE\n\n{rows}"
    assert values(engine, text, ENTITY) == ["initial child protection conference"]
    things = rows.replace("Date of birth", "Due").replace("Ava Hill", "Report")
    assert values(engine, text.replace(rows, things), ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Multi-agency safeguarding hub: contact 7\nChild: Ava Pitt (F, born 03/02/2019)",
        "INITIAL CHILD PROTECTION CONFERENCE 3 May 2026\nChildren: Ava Pitt (03/02/2019)",
        "Ava's teacher saw a hand-shaped mark on her arm.",
        "Ava said that he came into the bedroom at night and her mum did not wake.",
        "Her father struck Ava with a ruler on Monday.",
        "Grooming by an older boy was raised for Ava Pitt.",
    ],
)
def test_harm_is_read_as_schools_and_conferences_tell_it(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY)


def test_a_column_of_categories_of_harm_is_read(engine: Engine) -> None:
    rows = [("Ava Pitt", "Neglect"), ("Jo Lane", "Physical"), ("Al Cole", "Online")]
    assert cells(engine, rows, ("Pupil", "Category"), ENTITY) == ["neglect"]
    rows = [("Ava Pitt", "Physical"), ("Jo Lane", "Digital"), ("Al Cole", "Online")]
    assert cells(engine, rows, ("Pupil", "Category"), ENTITY) == []
