import pytest

from detectors.engine import Engine
from detectors.special.criminal_offence_data import canonical
from tests.detectors.finding import cells, of_entity, values

ENTITY = "CRIMINAL_OFFENCE_DATA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theft 2011", "theft"),
        ("Common assault", "common assault"),
        ("None", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Cole was convicted of theft in 2009.", "theft"),
        ("He was charged with criminal damage.", "criminal damage"),
        ("She is on bail until May.", "on bail"),
        ("Name: Jo Lane\nOffence: Burglary", "burglary"),
        ("DC was released on licence in May.", "released on licence"),
        ("I have previous convictions.", "previous convictions"),
    ],
)
def test_said_of_one_person_it_is_found(engine: Engine, text: str, expected: str) -> None:
    assert expected in values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "Anyone convicted of fraud will be dismissed.",
        "Burglary fell by 4 %.",
        "An applicant who has been convicted of theft may apply.",
        "Mr Cole was charged with a late fee.",
        "He is charged with looking after the hall.",
        "A referral order can be made by the court.",
    ],
)
def test_said_of_nobody_it_is_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_column_headed_so_is_read(engine: Engine) -> None:
    rows = [("Jo Lane", "Theft 2011"), ("Al Cole", "None")]
    assert cells(engine, rows, ("Name", "Convictions"), ENTITY) == ["theft"]


def test_a_table_that_counts_people_tells_of_nobody(engine: Engine) -> None:
    rows = [("Theft", "12"), ("Burglary", "9")]
    assert cells(engine, rows, ("Offence", "Number"), ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dear Mr Dale\nWe noted the caution you had received for affray.",
        "Mr Dale was convicted in 2011 for arson.",
        "Mr Dale has 9 points for TT99 and DR10.",
        "Name: Dale, Peter\n3 May 2011   arson   FINE £900   Court 12",
        "RECORD OF INTERVIEW UNDER CAUTION\nPerson interviewed: Peter Dale\nDOB: 3.5.1980\n",
    ],
)
def test_what_was_done_about_an_offence_is_found(engine: Engine, text: str) -> None:
    assert of_entity(engine, text, "CRIMINAL_OFFENCE_DATA")


@pytest.mark.parametrize(
    "text",
    [
        "A conviction for arson will normally bar an applicant.",
        "Name: Dale, Peter\nLibrary book overdue   FINE £2",
        "The team won 9 points for the league.",
    ],
)
def test_policies_and_other_fines_are_left_alone(engine: Engine, text: str) -> None:
    assert not of_entity(engine, text, "CRIMINAL_OFFENCE_DATA")


def test_notes_on_people_tell_of_an_offence_that_was_dealt_with(engine: Engine) -> None:
    rows = [("Ghazwan Tlou", "caution 2011 arson"), ("Ysolde Vrtnik", "talked of theft")]
    found = cells(engine, rows, ("Driver name", "Remarks"), "CRIMINAL_OFFENCE_DATA")
    assert found == ["arson"]


@pytest.mark.parametrize(
    "text",
    [
        "pnc check mr dale 3/5: common assault 2019, nothing since",
        "Peter Dale at ct 10am. plea g, criminal damage. 12m CO",
        "DBS: Peter clear; Sonia - going equipped in 2016, discussed at panel.",
        "Her DBS shows fraud by false representation in 2020.",
        "RE: DALE Peter BORN 3/5/80\n18/07/21  CHARGED  possession of a bladed article. Bailed.",
        "Defendant:  Peter Dale\nCharge:  operating an unlicensed HMO",
        "Mr Dale's father is in prison for arson.",
        "Name: Peter Dale\nDBS result: burglary dwelling 2011, risk assessed",
        "He was sent to prison.",
        "Cafodd Mr Dale rybudd. Collfarn: difrod troseddol 2014",
    ],
)
def test_what_others_write_of_somebody_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "Name: Peter Dale\nUnspent convictions: No",
        "Mr Dale was the victim of burglary in 2021.",
        "Mrs Dale reported criminal damage 2021 to her car.",
        "Burglary dwelling 2021: 14 offences in the ward.",
        "Peter Dale leads our campaign on shoplifting.",
    ],
)
def test_whom_it_was_done_to_and_figures_are_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Incident form\nSuspect: Dilan Aksoy\nSuspect car: unknown",
        "Alleged perpetrator ..... Mr K Doyle",
        "Name: Jo Haddow\nOffence: obstructing an officer s.110 EPA 1990",
        "Mr Vane was arrested at the scene.",
        "Jo Haddow had shoplifted razors.",
        "He was given 120 hours unpaid work for affray.",
        "She got 6 points for speeding.",
    ],
)
def test_what_records_of_further_offices_tell_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) != []


@pytest.mark.parametrize(
    "text",
    [
        "Suspect: ________ Car: ________",
        "Suspect: someone who you think did it.",
        "Penalties\nOffence: fly tipping\nFixed penalty: £400",
        "Anybody arrested must be seen by a nurse.",
        "Legal update: in R v Vane the defendant was convicted of fraud.",
    ],
)
def test_what_further_leaflets_and_lists_say_is_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_what_the_court_gave_in_a_sentence_of_its_own_is_found(engine: Engine) -> None:
    text = "NAME Jo Hill  DATE OF BIRTH 22-10-1993\nMagistrates. Theft by finding. Fined £52."
    assert values(engine, text, ENTITY)
    rows = [("Jo Hill", "Robbery", "Guilty"), ("Sam Reed", "Robbery", "Not guilty")]
    header = ("Detained", "Arrested for", "Plea")
    assert cells(engine, rows, header, ENTITY) == ["robbery", "guilty", "robbery", "not guilty"]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Smith was fined £200 by magistrates for dropping litter.",
        "He is serving three years for robbery and is released in May.",
        "Subject SMITH, Jane d.o.b. 3 May 1990 is dealing from the flat.",
        "Jane Smith, wanted on warrant, was seen.",
        "12/345   SMITH Jane   age 41   FRAUD   pros: K Hill",
        "Jane Smith seen today. Court on 3 May for shoplifting.",
    ],
)
def test_courts_and_officers_are_read_as_they_write(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY)


def test_a_fine_by_nobody_in_particular_is_no_conviction(engine: Engine) -> None:
    assert values(engine, "Jo Lane was fined £2 by the library for a late book.", ENTITY) == []


def test_an_offence_is_told_by_any_act_under_its_heading(engine: Engine) -> None:
    rows = [("Jo Lane", "s12(1) Hedges Act 1996"), ("Al Cole", "")]
    assert cells(engine, rows, ("Defendant", "Offence"), ENTITY) == ["offence by its section"]
