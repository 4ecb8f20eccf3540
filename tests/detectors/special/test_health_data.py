import pytest

from detectors.engine import Engine
from detectors.special.health_data import canonical
from tests.detectors.finding import cells, of_entity, values

ENTITY = "HEALTH_DATA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asthma", "asthma"),
        ("Yes - mild asthma", "asthma"),
        ("COPD, arthritis", "copd"),
        ("Crohn's disease", "crohns disease"),
        ("Yes", "yes"),
        ("None", None),
        ("N/A", None),
        ("stairs", None),
        ("F32.1", "f32 1"),
        ("ICD-10 E11", "diagnosis code"),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mrs Lane has asthma.", "asthma"),
        ("Tom is 7. Diagnosed with absence epilepsy in 2019.", "epilepsy"),
        ("She takes sertraline at night.", "sertraline"),
        ("Mum's dementia is worse.", "dementia"),
        ("I have depression and cannot work.", "depression"),
        ("He has MS.", "ms"),
        ("Dear Mr Lane, You told us that you have epilepsy.", "epilepsy"),
        ("Medication: salbutamol", "salbutamol"),
        ('{"name": "Jo Lane", "disability": "Deaf"}', "deaf"),
        ("Jack Tully - asthma, inhaler in office", "asthma"),
        ("Mrs Lane takes bisoprolol 2.5mg od.", "bisoprolol"),
        ("Tom Reid, dx code: ICD-10 F90.0", "diagnosis code"),
        ("Patient: Jo Lane\nPMH: gout", "gout"),
        ("Mrs Lane: NKDA.", "nkda"),
        ("Client is on lithium and has bipolar\ndisorder since 2001.", "bipolar disorder"),
    ],
)
def test_said_of_one_person_it_is_found(engine: Engine, text: str, expected: str) -> None:
    assert expected in values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "If you have asthma, see your GP.",
        "People with asthma should carry an inhaler.",
        "Does she have asthma?",
        "An employee who has cancer may ask for leave.",
        "Mrs Lane raised £200 for Cancer Research UK.",
        "He or she has asthma.",
        "Medication:\n\nSigned:",
        "Disability: Yes / No",
        "Mr Lane said the depression of the 1930s was felt here.",
        "Dementia strategy: lead Tom Lane",
        "Mrs Lane has no asthma and denies chest pain.",
        "Take paracetamol 500 mg four times a day.",
        "Allergies: none",
        "self.stroke = width  # it has stroke",
    ],
)
def test_said_of_nobody_it_is_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_column_headed_so_is_read(engine: Engine) -> None:
    rows = [("Jo Lane", "Back pain"), ("Al Cole", "Annual leave"), ("Di Bell", "Stress")]
    assert cells(engine, rows, ("Name", "Reason for absence"), ENTITY) == ["back pain", "stress"]


def test_a_column_of_conditions_among_people_needs_no_heading_of_its_own(engine: Engine) -> None:
    rows = [("Jo Lane", "Sciatica"), ("Al Cole", "Norovirus"), ("Di Bell", "Sciatica, off work")]
    assert len(cells(engine, rows, ("Employee", "Why"), ENTITY)) >= 2
    assert cells(engine, rows[:2], ("Employee", "Course"), ENTITY) == []


def test_a_table_without_people_tells_of_nobody(engine: Engine) -> None:
    rows = [("Epilepsy", "Leaflet 4"), ("Asthma", "Leaflet 9"), ("Gout", ""), ("Eczema", "")]
    assert cells(engine, rows, ("Condition", "See"), ENTITY) == []


def test_a_table_that_counts_people_tells_of_nobody(engine: Engine) -> None:
    rows = [("Deaf", "12"), ("Asthma", "9")]
    assert cells(engine, rows, ("Disability", "Headcount"), ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr Dale needs a hoist at night.",
        "Mrs Pryce is waiting for a hip operation.",
        "Mrs Pryce gets PIP enhanced rate.",
    ],
)
def test_help_operations_and_disability_benefits_are_found(engine: Engine, text: str) -> None:
    assert of_entity(engine, text, "HEALTH_DATA")


@pytest.mark.parametrize(
    "text",
    [
        "Learning disability\tMental health\tTotal\n12\t41\t53\n",
        "Anyone who uses a wheelchair is welcome.",
        "Staff needs: a wheelchair at each exit.",
    ],
)
def test_headings_and_general_words_are_left_alone(engine: Engine, text: str) -> None:
    assert not of_entity(engine, text, "HEALTH_DATA")


def test_a_table_of_statistics_tells_of_nobody(engine: Engine) -> None:
    rows = [("Depression: recorded prevalence", "Harbour", "41"), ("HIV late", "St Mary's", "9")]
    assert cells(engine, rows, ("Indicator", "Area", "Denominator"), "HEALTH_DATA") == []


@pytest.mark.parametrize(
    "text",
    [
        "Name: Mr Alec Rudd\nWhy off: hip op\nBack: 3 May",
        "Mr Alec Rudd, 84 - COPD, lives alone",
        "Our client suffers from tinnitus, which the noise has made worse.",
        "My husband, who is waiting for a hip replacement, cannot manage stairs.",
        "Capacity: Mrs Rudd lacks capacity about money (Dr Shah, May) owing to vascular dementia.",
        "Claimant: Alec Rudd\nInjury: fractured tibia, plated",
        "- Jo to chase the autism assessment for Kayleigh Rudd",
        "resident: Mrs E Rudd\nNotes: res to nursing, osteoporosis",
        "alec rudd\t3/4/1950\tY - AA, macular degeneration",
        "Mrs Rudd is deaf in one ear.",
        "He was very unwell last year, sectioned, so please don't visit alone.",
        "NAME RUDD Alec\nINT PIP DL ENH MOB STD",
        "Medical: Mrs Rudd has well controlled epilepsy. Checks clear.",
        "Mrs Rudd gets Attendance Allowance.",
        "mr rudd rang, walks with a frame and fell on friday",
    ],
)
def test_what_others_write_of_somebody_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "Disability: users with arthritis would find the kiosk hard to reach.",
        "Living with epilepsy | Alec Rudd | 841.13",
        "Site manager: Alec Rudd\nHazards: silica dust, deafness, dermatitis. First aider on site.",
        "Mrs Rudd opened the ward for typhoid.",
        "Alec Rudd: do you have any allergies? No",
        "St Hilda's Hospital,2025-12,3382,HE11 Hip fracture,12",
    ],
)
def test_what_is_said_of_many_of_books_and_hazards_is_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dear Mr Cole,\nWe will fit a shower because your arthritis makes a bath unsafe.",
        "Jo Haddow (52) - epilepsy tablets given 8am, ate well.",
        "Mae gan Mrs Hughes ddementia.",
        "She came from hospital with a category 2 pressure ulcer.",
        "Mr Vane (81), asthma queried.",
        "08:10 Attendance 61%, Jo Haddow has asthma.",
    ],
)
def test_what_records_of_further_offices_tell_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) != []


@pytest.mark.parametrize(
    "text",
    [
        "Your diabetes check\nAsk your nurse about your diabetes.",
        "14% of staff have asthma.",
        "Ring the helpline if you have asthma.",
    ],
)
def test_what_further_leaflets_and_lists_say_is_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Please see Mr Hill. Low mood since his redundancy.",
        "Baby Ava Hill dob 02/09/2022. Eczema behind the knees, advised emollient.",
        "Client: Jo Hill\nPHQ-9 score 14, lives alone.",
        "Patient: Jo Hill\nresult: chlamydia positive",
        "Regarding Mrs Hill. Skin moderate: two pressure sores.",
        "Elector: Jo Hill\nDisability or illness\n\n    Blind in both eyes\n\nConfirmed by",
        "Enw: Jo Hill\nCyflwr iechyd: Strôc, parlys ar yr ochr chwith",
    ],
)
def test_what_notes_and_results_tell_of_somebody_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY)


def test_what_most_of_those_concerned_have_is_nobodys(engine: Engine) -> None:
    assert values(engine, "Disability: most have a learning disability.", ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "MSH|^~|PAS\nPID|1||7||Lane^Jo^^^Ms\nDG1|1||I10^High pressure",
        "Re Jane Smith: sequencing shows a PAX6 deletion.",
        "I was taking my son Jo to casualty when the meter ran out.",
        "She has advanced MS and two sticks.",
        "CLIENT JO LANE  DOB 02/03/1940\nTablets from blister pack given. BM 7.4.",
        "Maternity plan: Jane Smith\nBaby due in May. MATB1 seen.",
        "Trainee: Jane Smith (22), dyspraxia",
        "Chronology: Jane Smith\n3 May\tDiagnosed with asthma by GP\tKH",
    ],
)
def test_health_is_read_as_wards_homes_and_offices_tell_it(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY)


def test_ticks_under_allergens_are_read_in_a_list_of_people_only(engine: Engine) -> None:
    rows = [("Jo Lane", "", "x"), ("Ann Cole", "x", ""), ("Al Hill", "", ""), ("Di Wood", "", "")]
    assert cells(engine, rows, ("Pupil", "Lupin", "Mustard"), ENTITY) == ["yes", "yes"]
    rows = [("Soup", "", "x"), ("Pie", "x", ""), ("Stew", "", ""), ("Salad", "", "")]
    assert cells(engine, rows, ("Dish", "Lupin", "Mustard"), ENTITY) == []
