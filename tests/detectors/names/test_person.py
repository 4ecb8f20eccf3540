import pytest

from detectors.engine import Engine
from tests.detectors.finding import cells, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mrs Adeyemi called", "adeyemi"),
        ("Dr Zoë O'Brien", "zoe o'brien"),
        ("Mr. J Smith-Jones", "j smith-jones"),
        ("MRS MARGARET ADEYEMI", "margaret adeyemi"),
        ("Cllr Bethan Davies spoke", "bethan davies"),
        ("Ms Siân Llewellyn,", "sian llewellyn"),
        ("Mr van der Berg", "van der berg"),
        ("Dear Priya,", "priya"),
        ("Dear Mrs Hill,", "hill"),
        ("Annwyl Rhian,", "rhian"),
        ("Kind regards\n\nDavid Powell", "david powell"),
        ("Yours sincerely,\nFatima Akhtar\nOfficer", "fatima akhtar"),
        ("Yn gywir\nGareth Bevan", "gareth bevan"),
        ("Name: Jane Smith", "jane smith"),
        ("Name\nJane Smith", "jane smith"),
        ("Client: OKAFOR, Blessing", "blessing okafor"),
        ("Name: Adeyemi, Margaret", "margaret adeyemi"),
        ("From: Tomasz Nowak <t.nowak@example.com>", "tomasz nowak"),
        ('"fullName": "Kwame Mensah"', "kwame mensah"),
        ("<Name>Kwame Mensah</Name>", "kwame mensah"),
        ('{"firstName": "Zoë", "lastName": "O\'Brien"}', "zoe o'brien"),
        ("<Forename>Zoe</Forename><Surname>Walsh</Surname>", "zoe walsh"),
        ("Enw: Catrin Rees", "catrin rees"),
        ("Mr José Pemberton’s flat", "jose pemberton"),
        ("Tenant: May Farrow", "may farrow"),
        ("Name: Siobhán Ní Dhuibhir", "siobhan ni dhuibhir"),
        ("name: john smith", "john smith"),
        ("Next of kin Gladys Emmanuel", "gladys emmanuel"),
        ("Social worker - Janet Barber, Tuesdays", "janet barber"),
        ("We met Peter J. Gurney at the hall.", "peter j gurney"),
        ("and Jane Smith Housing Officer", "jane smith"),
        ("cc Sanjay Patel", "sanjay patel"),
        ("<PersonFullName>Ines Dela Cruz</PersonFullName>", "ines dela cruz"),
        ('{"given": "Ines", "family": "Quill"}', "ines quill"),
        ("Full name ......................... Thrale, Íñigo", "inigo thrale"),
        ("Name: Giuseppina Di Matteo", "giuseppina di matteo"),
        ("DI Jane Smith called", "jane smith"),
        ("Mr al-Khatib called", "al-khatib"),
        ("Mrs ten Brink and co", "ten brink"),
        ("asked 'Jane Smith' twice", "jane smith"),
        ("asked Étienne Moreau twice", "etienne moreau"),
        ("Name: MARICEL DELA CRUZ", "maricel dela cruz"),
        ("Client: Abdi Warsame, Hodan", "hodan abdi warsame"),
        ("Name: Ji-hoon Park", "ji-hoon park"),
        ("Mr Ghassan al-Khatib rang", "ghassan al-khatib"),
        ("Name: Ștefan Dumitrescu", "stefan dumitrescu"),
        ("Name: AYŞE YILDIRIM", "ayse yildirim"),
        ("Name: Ayşe Yıldırım", "ayse yildirim"),
        ("PC 4412 Hartley came", "hartley"),
        ("when Imam Quill spoke", "quill"),
    ],
)
def test_names_are_found_where_something_says_so(engine: Engine, text: str, expected: str) -> None:
    assert values(engine, text, "PERSON") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "John Lewis and Marks & Spencer",
        "Barnes & Noble LLP",
        "Nelson Mandela House, Victoria Road",
        "St James House",
        "April May June",
        "Dear Sir or Madam",
        "Dear Customer",
        "Dear All,",
        "Name: Alderbrook Council",
        "From: Housing Department",
        "Kind regards\n\nThe Housing Team",
        "Contact: Customer Services",
        "file name: Annual Report",
        "Name: N/A",
        "Hi there",
        "from: 01/04/2025 to: 31/03/2026",
        "Will Power and Bill Payment",
        "name: annual report",
        "Dear Editor",
        "Dear Valued Customer",
        "Mr President",
        "Moved to 143 Lord Street",
        "From: Housing Options",
        "St John Smith Square",
        "Peter Smith Close",
        "Hong Kong",
        "Queen Elizabeth Hall",
        "PC World, DC Comics and Sister Company",
        "Grant Park, Rose Hill",
        "Thanks, We will call",
        "Name,Date,Ref\nAnnual Report,1,2",
        "Tuesday: Florence, Florence\n",
        "Dr Barker's Walk, Lady Jane's House",
        "Neil Baxter Plant and Tool Hire Limited",
        "Ruby Clegg Interiors Ltd; Owen Powell Partnership; Helen Carter & Sons",
        "Meet at the Owen Glendower Arms; Jack Russell puppies; Sally Lunn buns",
        "David Powell Rangers 2, Fatima Akhtar Thistle 1",
        "MV Jane Smith and HMS Edward Hill are in the harbour",
        "Edward Hill's pale ale and Jane Smith's mustard",
        "Earl Grey and Lady Grey, or a Harvey Wallbanger",
        "Albert Works 3, Nelson Works 1",
    ],
)
def test_places_bodies_and_greetings_are_no_names(engine: Engine, text: str) -> None:
    assert values(engine, text, "PERSON") == []


def test_a_heading_types_a_column_of_names(engine: Engine) -> None:
    rows = [("1", "Adeyemi, Margaret"), ("2", "Mr D Powell"), ("3", "vacant post - none")]
    found = cells(engine, rows, ("No", "Employee name"), "PERSON")
    assert found == ["margaret adeyemi", "d powell"]


def test_a_cell_of_three_words_is_one_name(engine: Engine) -> None:
    names = ["MARICEL DELA CRUZ", "Abdi Warsame, Hodan", "Duc Anh Tran", "Giuseppina Di Matteo"]
    rows = [("1", name, "Leeds") for name in names]
    found = cells(engine, rows, ("No", "Resident name", "Town"), "PERSON")
    assert sorted(found) == [
        "duc anh tran", "giuseppina di matteo", "hodan abdi warsame", "maricel dela cruz",
    ]  # fmt: skip


def test_the_total_below_names_is_nobody(engine: Engine) -> None:
    rows = [("Ines Quill", "3"), ("Omar Thrale", "11"), ("Total", "14")]
    assert cells(engine, rows, ("Client", "Visits"), "PERSON") == ["ines quill", "omar thrale"]


def test_two_columns_hold_one_name(engine: Engine) -> None:
    rows = [("Margaret", "Adeyemi", "1"), ("Siân", "Rees", "2")]
    text = "\n".join("\t".join(row) for row in rows)
    found = engine.session().table(text, 1, ("First name", "Surname", "No"))
    assert [(one.canonical, text[one.start : one.end]) for one in found] == [
        ("margaret adeyemi", "Margaret\tAdeyemi"),
        ("sian rees", "Siân\tRees"),
    ]


def test_two_columns_the_other_way_round_hold_the_same_name(engine: Engine) -> None:
    rows = [("Adeyemi", "Margaret"), ("Rees", "Gareth")]
    found = cells(engine, rows, ("Last_Name", "First_Name"), "PERSON")
    assert found == ["margaret adeyemi", "gareth rees"]


def test_a_column_without_heading_is_typed_by_known_names(engine: Engine) -> None:
    people = ["Margaret Adeyemi", "David Powell", "Fatima Akhtar", "Owen Evans", "Helen Clegg"]
    assert len(cells(engine, [(one, "x") for one in people], None, "PERSON")) == 5
    places = ["Mill Lane", "Albert Terrace", "Station Road", "High Street", "Chapel Walk"]
    assert cells(engine, [(one, "x") for one in places], None, "PERSON") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BEGIN:VCARD\nVERSION:3.0\nN:de Silva;Ines;;Mrs;\nTEL:1\nEND:VCARD", "ines de silva"),
        ("Chat exported today\nInes Quillby 09:38\nnot me", "ines quillby"),
        ("ORGANIZER;CN=Ines Quillby:mailto:iq@example.org", "ines quillby"),
        ("Surname\r\nQUILLBY\r\nGiven names\r\nInes\r\nSex F", "ines quillby"),
        ("Referred by Jane Smith IDVA, Leeds", "jane smith"),
        ("Dr Jane Smith  GMC 7054500", "jane smith"),
        ("Seen with SENCo Jane Smith.", "jane smith"),
        ("Account holder: JANE SMITH   Sort code", "jane smith"),
        ("Debtor: Smith, Jane", "jane smith"),
        ("NAME.. SMITH, Jane", "jane smith"),
    ],
)
def test_names_are_found_on_cards_in_chats_and_before_registers(
    engine: Engine, text: str, name: str
) -> None:
    assert values(engine, text, "PERSON") == [name]


def test_a_card_with_a_formatted_name_has_one_name(engine: Engine) -> None:
    text = "BEGIN:VCARD\nN:Smith;Jane;;Mrs;\nFN:Jane Smith\nTEL:1\nEND:VCARD"
    assert values(engine, text, "PERSON") == ["jane smith"]


def test_who_wrote_a_book_is_nobody_of_ours(engine: Engine) -> None:
    rows = [("0651918117", "Bins", "HADDOW, Jane"), ("0189458787", "Parks", "PELL, Anne")]
    assert cells(engine, rows, ("ISBN", "Title", "Author"), "PERSON") == []
    assert len(cells(engine, rows, ("Doc", "Title", "Author"), "PERSON")) == 2


def test_groups_of_people_are_no_names(engine: Engine) -> None:
    rows = [("Jane Smith", "Romany Gypsy"), ("Tom Day", "Irish Traveller")]
    assert len(cells(engine, rows, ("Name", "Heritage"), "PERSON")) == 2


def test_a_dog_in_a_text_that_names_people_is_none(engine: Engine) -> None:
    text = "Jane Smith came with her guide dog Alfie today."
    assert values(engine, text, "PERSON") == ["jane smith"]


def test_who_gave_consent_for_himself_is_no_name(engine: Engine) -> None:
    rows = [("Jane Smith", "self"), ("Edward Hill", "Mary Hill")]
    assert cells(engine, rows, ("Name", "Contact"), "PERSON") == [
        "jane smith", "edward hill", "mary hill",
    ]  # fmt: skip


def test_a_column_of_cars_holds_no_people(engine: Engine) -> None:
    rows = [("Jane Smith", "Austin Hill"), ("Edward Hill", "Morris Smith")]
    assert cells(engine, rows, ("Keeper", "Car"), "PERSON") == ["jane smith", "edward hill"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xuvor Clegg of 12 Mill Lane, Leeds", "xuvor clegg"),
        ("It was Xuvor Clegg, monitoring officer.", "xuvor clegg"),
        ("and Xuvor Clegg, AMHP, came", "xuvor clegg"),
        ("given with consent of Xuvor Clegg.", "xuvor clegg"),
        ("Soloist: Xuvor Clegg (tenor)", "xuvor clegg"),
        ("CLEGG, Xuvor dob 3 May 1990", "xuvor clegg"),
        ("dn: CN=Xuvor Clegg,OU=Waste,DC=corp", "xuvor clegg"),
        ("200000 55779911 099 120000 XUVOR CLEGG  RENT", "xuvor clegg"),
        ("CLEGG Jane   02/03/1940  AB123456C", "jane clegg"),
        ("tenant: CLEGG, XUVOR L39 6RW jane@example.com", "xuvor clegg"),
    ],
)
def test_names_of_which_we_know_one_part_are_found_by_what_stands_beside_them(
    engine: Engine, text: str, expected: str
) -> None:
    assert values(engine, text, "PERSON") == [expected]


def test_a_list_of_who_sat_there_is_one_of_people(engine: Engine) -> None:
    text = "Panel: Jane Smith, Xuvor Plimk, Edward Hill\njane@example.com"
    assert values(engine, text, "PERSON") == ["jane smith", "xuvor plimk", "edward hill"]


def test_two_names_in_a_cell_are_two(engine: Engine) -> None:
    rows = [("1", "Jane Smith, Edward Hill"), ("2", "Mary Hill, Thomas Smith")]
    assert cells(engine, rows, ("No", "Seen with"), "PERSON") == [
        "jane smith", "edward hill", "mary hill", "thomas smith",
    ]  # fmt: skip
