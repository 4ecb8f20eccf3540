import pytest

from detectors.engine.columns import MOST_PHRASE_WORDS, Heading, heading_words, headings
from detectors.registry import detectors

ENTITIES = [one.entity for one in detectors()]


@pytest.mark.parametrize(
    ("heading", "entity"),
    [
        ("NHS No.", "UK_NHS"),
        ("patientNhsNumber", "UK_NHS"),
        ("Claimant NI Number", "UK_NINO"),
        ("ni_number", "UK_NINO"),
        ("D.O.B.", "DATE_OF_BIRTH"),
        ("Child's date of birth", "DATE_OF_BIRTH"),
        ("Tel. no", "PHONE_NUMBER"),
        ("Home phone", "PHONE_NUMBER"),
        ("Contact number", "PHONE_NUMBER"),
        ("E-mail", "EMAIL_ADDRESS"),
        ("Cod post", "UK_POSTCODE"),
        ("Rhif ffôn", "PHONE_NUMBER"),
        ("Employee Name", "PERSON"),
        ("Credit card number", "CREDIT_CARD"),
        ("Tax ref (UTR)", "UK_UTR"),
        ("Resident name", "PERSON"),
        ("Child’s DOB", "DATE_OF_BIRTH"),
        ("Passport (UK)", "UK_PASSPORT"),
        ("PostCode", "UK_POSTCODE"),
        ("Q5 NI", "UK_NINO"),
        ("3b. D.O.B.", "DATE_OF_BIRTH"),
        ("client.postcode", "UK_POSTCODE"),
        ("person.nat_ins", "UK_NINO"),
        ("N.I. Number", "UK_NINO"),
        ("Eve tel", "PHONE_NUMBER"),
        ("Next of kin telephone", "PHONE_NUMBER"),
        ("Ffôn symudol", "PHONE_NUMBER"),
        ("Delivery postcode", "UK_POSTCODE"),
        ("Vehicle 2 reg", "UK_VEHICLE_REGISTRATION"),
        ("D.O.B. (claimed)", "DATE_OF_BIRTH"),
        ("D. Geni", "DATE_OF_BIRTH"),
        ("Tel1", "PHONE_NUMBER"),
        ("Safe no.", "PHONE_NUMBER"),
        ("Passport seen", "UK_PASSPORT"),
        ("Post\nCode", "UK_POSTCODE"),
        ("Customer details\nName", "PERSON"),
    ],
)
def test_a_heading_names_one_entity(heading: str, entity: str) -> None:
    said = headings(detectors(), (heading,))[0].tolist()
    assert [name for name, one in zip(ENTITIES, said, strict=True) if one == Heading.NAMED] == [
        entity
    ]


@pytest.mark.parametrize(
    ("heading", "entity"),
    [
        ("Order\nno", "UK_NHS"),
        ("Order no", "UK_NHS"),
        ("Part no", "UK_NINO"),
        ("School name", "PERSON"),
        ("Ref", "UK_NHS"),
    ],
)
def test_a_heading_speaks_against(heading: str, entity: str) -> None:
    said = headings(detectors(), (heading,))[0]
    assert said[ENTITIES.index(entity)] == Heading.OPPOSED


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (("Ethnicity", "Surname"), Heading.NAMED),
        (("Ethnicity", "Headcount", "%"), Heading.OPPOSED),
        (("Ethnicity", "Payroll number"), Heading.NAMED),
        (("Ethnicity", "Number", "Surname"), Heading.NAMED),
    ],
)
def test_in_a_table_that_counts_people_no_column_is_about_one(
    header: tuple[str, ...], expected: Heading
) -> None:
    assert headings(detectors(), header)[0, ENTITIES.index("ETHNICITY_DATA")] == expected


def test_camel_case_and_snake_case_are_parted() -> None:
    assert heading_words("NINumber") == "ni number"
    assert heading_words("date_of_birth") == "date of birth"


def test_no_declared_heading_is_longer_than_is_looked_for() -> None:
    phrases = [
        heading_words(phrase)
        for each in detectors()
        for phrase in (
            *each.headers,
            *each.opposing,
            *each.opposing_headers,
            *each.part_headers[0],
            *each.part_headers[1],
        )
    ]
    assert max(len(phrase.split()) for phrase in phrases) <= MOST_PHRASE_WORDS


def test_the_longest_phrase_decides_whoever_knows_it() -> None:
    said = headings(detectors(), ("E-mail address of the date of birth",))[0]
    assert said[ENTITIES.index("EMAIL_ADDRESS")] == Heading.NAMED
    assert said[ENTITIES.index("DATE_OF_BIRTH")] == Heading.OPPOSED


@pytest.mark.parametrize(
    "header",
    [
        ("Sort", "Acc"),
        ("SC", "A/C"),
        ("BK_SRT", "BK_ACC"),
        ("Sort Cd", "Account"),
        ("Sort code", "Acct"),
        ("Q7 Sort", "Q8 Account"),
        ("payee.sort", "payee.acct"),
        ("VENDOR_SC", "VENDOR_AC"),
        ("SORT", "Bank account"),
    ],
)
def test_terse_headings_of_a_bank_account_name_it_side_by_side(header: tuple[str, str]) -> None:
    said = headings(detectors(), header)
    sort, account = (ENTITIES.index(each) for each in ("UK_SORT_CODE", "UK_BANK_ACCOUNT"))
    assert said[0, sort] == said[1, account] == Heading.NAMED


@pytest.mark.parametrize("header", [("Sort", "Name"), ("Ref", "Account"), ()])
def test_a_terse_heading_alone_names_no_bank_account(header: tuple[str, ...]) -> None:
    said = headings(detectors(), header)
    for entity in ("UK_SORT_CODE", "UK_BANK_ACCOUNT"):
        assert not (said[:, ENTITIES.index(entity)] == Heading.NAMED).any()


@pytest.mark.parametrize("heading", ["Phone model", "Mobile library", "Postcode area", "A4 paper"])
def test_a_heading_about_a_thing_names_nothing(heading: str) -> None:
    said = headings(detectors(), (heading,))[0]
    assert not (said == Heading.NAMED).any()


def test_a_heading_of_a_share_names_nothing() -> None:
    said = headings(detectors(), ("Name", "Disability", "Adults with a disability in work %"))
    assert (said[1] == Heading.NAMED).any()
    assert not said[2].any()
