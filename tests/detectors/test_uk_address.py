import pytest

from detectors.address.written import folded_address
from detectors.engine import Engine
from detectors.uk_address import canonical, ends_well
from tests.detectors.finding import cells, of_entity, values


def spans(engine: Engine, text: str) -> list[str]:
    return [text[one.start : one.end] for one in of_entity(engine, text, "UK_ADDRESS")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 Mill Lane,\nLeeds  LS14AB", "12 mill lane leeds ls1 4ab"),
        ("Flat 2/1, 14 Byres Road, Glasgow", "flat 2/1 14 byres road glasgow"),
        ("7 Ffordd Dôl-y-Coed, Bangor", "7 ffordd dol-y-coed bangor"),
        ("12 MILL LANE", "12 mill lane"),
        ("Rose Cottage, Church Lane, Ambleside", "rose cottage church lane ambleside"),
        ("14 The Mount", "14 the mount"),
        ("3 St. John's Close, Wigan.", "3 st john's close wigan"),
        ("12, Mill Lane, Leeds", "12 mill lane leeds"),
        ("Mill Lane, Leeds", None),
        ("Leeds LS1 4AB", None),
        ("12", None),
        ("12 March 2024", None),
        ("2 bedroom flat", None),
        ("jane.smith@example.com", None),
        ("203.0.113.9", None),
        ("Land at Mill Lane, Leeds LS1 4AB", None),
        ("", None),
        ("12 Mill Lane " * 30, None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


def test_a_town_or_postcode_at_the_end_is_known() -> None:
    assert ends_well("12 mill lane leeds")
    assert ends_well("12 mill lane ls1 4ab")
    assert not ends_well("12 mill lane")  # though there is a hamlet of that name
    assert not ends_well("12 mill lane nowhere-at-all")


@pytest.mark.parametrize(
    "address",
    [
        "12 Mill Lane, Leeds LS1 4AB",
        "12 Mill Lane Leeds LS1 4AB",
        "12, Mill Lane, Leeds, LS1 4AB",
        "12 MILL LANE, LEEDS, LS1 4AB",
        "12 mill lane, leeds, ls1 4ab",
        "12a New Street, Horsforth, Leeds, West Yorkshire, LS18 4AB",
        "12-14 Mill Lane, Leeds LS1 4AB",
        "12 Mill Lane\nHorsforth\nLeeds\nLS18 4AB",
        "12 Mill Lane\r\nLeeds\r\nLS1 4AB",
        "12 Mill Lane | Leeds | LS1 4AB",
        "12 Mill Lane,Leeds,LS1 4AB",
        "12 Mill Ln, Leeds, LS14AB",
        "10 Dŵr Street, Cardiff CF10 1AA",
        "Flat 3, Rose House, 12 Mill Lane, Leeds LS1 4AB",
        "Flat 3\n12 Mill Lane\nLeeds\nLS1 4AB",
        "Apartment 14, The Old Mill, 3 Canal Road, Leeds LS12 2AB",
        "Flat 2/1, 14 Byres Road, Glasgow G12 8AB",
        "2/1 14 Byres Road, Glasgow, G12 8AB",
        "3F2, 14 Leith Walk, Edinburgh EH6 5AB",
        "Top Floor Flat, 12 Marine Parade, Brighton BN2 1AB",
        "Studio 97q\nHughes ville\nNorth Georgina\nTW1 4AB",
        "5 Jones mountain\nEast Kieranstad\nL4 9AB",
        "Flat 04\nHughes Locks\nNew Guy\nE1 8AB",
        "22 The Mount, York YO24 1AB",
        "14 Broadway, Letchworth SG6 3AB",
        "9 Cae Glas, Llanrwst LL26 0AA",
        "12 Heol y Bont, Caerdydd CF10 1AA",
        "7 Ffordd Dôl-y-Coed, Bangor, Gwynedd, LL57 2AB",
        "41 Stryd Fawr\nBala\nLL23 7AA",
        "Ty Gwyn, Lon Las, Llanrwst, LL26 0AA",
        "Tŷ Newydd\nLlanrwst\nLL26 0AA",
        "Fferm Bryn, Llanrwst LL26 0AA",
        "Hill Farm\nNether Stowey\nTA5 1AA",
        "Rose Cottage, Church Lane, Ambleside LA22 9AA",
        "The Old Rectory, Church Street, Ludlow, SY8 1AA",
        "Rosebank, Church Lane, Ambleside LA22 9AA",
        "3 Hafod Terrace, Stoke-on-Trent, ST1 4AB",
        "18 Newcastle Road, Newcastle upon Tyne NE1 4AB",
        "6 High Street, Isle of Whithorn, DG8 8AA",
        "1 Dean's Yard, London SW1P 3AA",
        "27, Kirkgate House, Kirkgate, Leeds. LS2 7AB",
        "Number Four, Canal Street, Leeds LS1 4AB",
        "12 Mill Lane, Leeds, LS1\n4AB",
    ],
)
def test_an_address_up_to_its_postcode_is_one_span(engine: Engine, address: str) -> None:
    for text in (address, f"Mrs Jane Smith\n{address}\n\nDear Mrs Smith", f"Address: {address}."):
        assert spans(engine, text) == [address]
        assert len(of_entity(engine, text, "UK_POSTCODE")) == 1


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("She lives at 12 Mill Lane, Leeds with her mum.", "12 Mill Lane, Leeds"),
        ("he moved to 12 mill lane, leeds last week", "12 mill lane, leeds"),
        ("Home address: 4 Oak Avenue", "4 Oak Avenue"),
        ("Address\n\n4 Oak Avenue\nWigan", "4 Oak Avenue\nWigan"),
        ("Address: 27 Kingsway, Hove", "27 Kingsway, Hove"),
        ("Address: Rose Cottage, Church Lane, Ambleside", "Rose Cottage, Church Lane, Ambleside"),
        ("Cyfeiriad: 7 Ffordd Las, Bangor", "7 Ffordd Las, Bangor"),
        ("Cyfeiriad cartref: 3 Heol y Bont", "3 Heol y Bont"),
        ("tenancy at Flat 2, 12 Mill Lane has ended", "Flat 2, 12 Mill Lane"),
        ('{"addressLine1": "12 Mill Lane", "city": "Leeds"}', "12 Mill Lane"),
        ('{"address": {"line1": "12 Mill Lane", "town": "Leeds"}}', "12 Mill Lane"),
        ("<AddressLine1>12 Mill Lane</AddressLine1>", "12 Mill Lane"),
        ("Address: 12 Mill Lane, Leeds\nPostcode: LS1 4AB", "12 Mill Lane, Leeds"),
        (
            "Name\nJane Smith\nAddress\n4 Oak Avenue, Wigan\nPostcode\nWN1 1AB",
            "4 Oak Avenue, Wigan",
        ),
        (
            "Address line 1\n12 Mill Lane\nAddress line 2\nHorsforth\nPostcode\nLS18 4AB",
            "12 Mill Lane",
        ),
        ("ADDRESS LINE 1\n12 Mill Lane\nADDRESS LINE 2\nHorsforth", "12 Mill Lane"),
        ("Mr Smith of 12 Mill Lane, Leeds rang on 07700 900123", "12 Mill Lane, Leeds"),
        ("Jane Smith, 4 Oak Avenue, Wigan, 07700 900123", "4 Oak Avenue, Wigan"),
        ("Address: 14 Tanner Court, Mill Lane", "14 Tanner Court, Mill Lane"),
        ("Address: Flat 2B, Bevan Heights, Mill Lane", "Flat 2B, Bevan Heights, Mill Lane"),
        ("<Line1>85 The Ropery</Line1>", "85 The Ropery"),
        ("Address: 6 End o' the Row", "6 End o' the Row"),
    ],
)
def test_an_address_without_postcode_needs_a_label_or_a_town_and_a_person(
    engine: Engine, text: str, address: str
) -> None:
    assert spans(engine, text) == [address]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("c/o Mrs Jane Smith, 12 Mill Lane, Leeds LS1 4AB", "12 Mill Lane, Leeds LS1 4AB"),
        ("1234,Jane Smith,12 Mill Lane,Leeds,LS1 4AB,07700 900123", "12 Mill Lane,Leeds,LS1 4AB"),
        ('"Jane Smith","12 Mill Lane, Leeds","LS1 4AB"', '12 Mill Lane, Leeds","LS1 4AB'),
        ("The council told Ms Lee at 12 Mill Lane, Leeds LS1 4AB", "12 Mill Lane, Leeds LS1 4AB"),
        ("On 3 May 2024 she moved to 12 Mill Lane, Leeds LS1 4AB", "12 Mill Lane, Leeds LS1 4AB"),
        ("<Address>12 Mill Lane, Leeds, LS1 4AB</Address>", "12 Mill Lane, Leeds, LS1 4AB"),
        (
            "Leeds City Council\n\nMrs Jane Smith\n12 Mill Lane\nLeeds\nLS1 4AB",
            "12 Mill Lane\nLeeds\nLS1 4AB",
        ),
        ("The Flat Above the Shop\n12 Mill Lane\nLeeds\nLS1 4AB", "12 Mill Lane\nLeeds\nLS1 4AB"),
        ("zażółć 😀 12 Mill Lane, Leeds LS1 4AB", "12 Mill Lane, Leeds LS1 4AB"),
        ("NHS No 999-000-0018\n12 Mill Lane, Leeds LS1 4AB", "12 Mill Lane, Leeds LS1 4AB"),
        ("9 June 1931\nRose Barn, Mill Lane, Leeds LS1 4AB", "Rose Barn, Mill Lane, Leeds LS1 4AB"),
        ("aged 38, of Rose Barn, Mill Lane, Leeds LS1 4AB", "Rose Barn, Mill Lane, Leeds LS1 4AB"),
        ("aged 38, of Oakdene, Mill Lane, Leeds LS1 4AB", "Oakdene, Mill Lane, Leeds LS1 4AB"),
        ("Address...... Oakdene, Mill Lane, Leeds LS1 4AB", "Oakdene, Mill Lane, Leeds LS1 4AB"),
        ("Address: Oakdene, Cornmarket, Leeds, LS1 4AB", "Oakdene, Cornmarket, Leeds, LS1 4AB"),
        ("Current location: 12 Mill Lane, Leeds LS1 4AB", "12 Mill Lane, Leeds LS1 4AB"),
        ("Tenant: J Lee\nSite: 12 Mill Lane, Leeds LS1 4AB", "12 Mill Lane, Leeds LS1 4AB"),
        ("> 12 Mill Lane\n> Leeds\n> LS1 4AB", "12 Mill Lane\n> Leeds\n> LS1 4AB"),
        ("Address: 12 Mill Lane\ncity: Leeds", "12 Mill Lane"),
        ("ADR:;;Flat 3\\, 12 Mill Lane;Leeds;;LS1 4AB;", "Flat 3\\, 12 Mill Lane;Leeds;;LS1 4AB"),
    ],
)  # fmt: skip
def test_what_stands_around_an_address_is_left_out(engine: Engine, text: str, address: str) -> None:
    assert spans(engine, text) == [address]


def test_all_cells_of_a_column_known_by_its_cells_are_as_sure(engine: Engine) -> None:
    streets = ["12 Mill Lane", "Flat 3, Rose House, Oak Way", "4 Oak Avenue", "7 Heol y Bont"]
    streets += ["9 Church Road", "The Old Forge, Mill Lane", "14 Bevan Court, Quay Side"]
    found = cells(engine, [("x", street, "y") for street in streets], None, "UK_ADDRESS")
    assert found == list(map(folded_address, streets))


def test_a_building_stands_in_the_street_that_its_cell_names(engine: Engine) -> None:
    street = "Flat 5A, Tanner Court, Upper Shambles"
    house = "Oakdene, Cornmarket, Leeds, LS1 4AB"
    rows = [("Jo Day", street), ("Di Lee", house)]
    found = cells(engine, rows, ("Name", "Address"), "UK_ADDRESS")
    assert found == [folded_address(street), folded_address(house)]


def test_two_addresses_are_two(engine: Engine) -> None:
    text = "Jane Smith\n12 Mill Lane\nLeeds\nLS1 4AB\n\nDavid Bevan\n4 Oak Avenue\nWigan\nWN1 1AB\n"
    assert values(engine, text, "UK_ADDRESS") == [
        "12 mill lane leeds ls1 4ab",
        "4 oak avenue wigan wn1 1ab",
    ]
    assert values(engine, text, "PERSON") == ["jane smith", "david bevan"]
    assert values(engine, text, "UK_POSTCODE") == ["LS14AB", "WN11AB"]


@pytest.mark.parametrize(
    "text",
    [
        "Land at Mill Lane, Leeds LS1 4AB",
        "Land adjacent to 12 Mill Lane, Leeds",
        "Mill Lane, Church Lane, Station Road, Leeds LS1 4AB",
        "Roads to be resurfaced: Mill Lane, Oak Avenue, Station Road",
        "A14 1KM",
        "219\nM12 THE bypass closed overnight, diversion by the A861\nCone taper S9 6DF",
        "12 Street lights",
        "minutes: the 20 road schemes",
        "20 new road closures in Leeds",
        "We must address the 20 new road schemes",
        "3 steps along the way, 12 months in the place",
        "Items 3 Bridge Street works and 4 High Street works",
        "PO Box 12, Leeds LS1 4AB",
        "meeting on 10 March, Leeds LS1 4AB",
        "of no fixed abode",
        "Address: no fixed abode, Leeds",
        "Mill Lane, Leeds LS1 4AB",
        "Leeds LS1 4AB",
        "IP address 203.0.113.9",
        "e-mail address: jane.smith@example.com",
        "1 in 4 places, 2 out of 3 row",
        "Site address: 12 Mill Lane, Leeds LS1 4AB",
        "Applicant: Jane Smith\nSite: 12 Mill Lane, Leeds LS1 4AB",
        "Planning application 24/01234/FUL: 12 Mill Lane",
        "In 2019 Mill Lane was closed.",
        "Table 3 Park usage\nTable 4 Green spaces",
        "Jane Smith, Church Lane, Ambleside LA22 9AA",
        "line 12 way back",
        "Address: 30 Mar 2012",
        "DOB 9 June\n1931\nMill Lane, Leeds LS1 4AB",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert spans(engine, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Leeds City Council\nCivic Hall\n1 High Street\nLeeds LS1 4AB\nTel 01632 960123",
        "Acme Ltd, 12 Mill Lane, Leeds LS1 4AB, 01632 960123",
        "Town Hall, Market Street, Leeds LS1 4AB",
        "Registered office: 12 Mill Lane, Leeds LS1 4AB",
        "Mill Lane Primary School\n12 Mill Lane\nLeeds\nLS1 4AB",
        "our office at 12 Mill Lane, Leeds LS1 4AB",
        "12 Mill Lane, Leeds, LS98 1AB",  # a large user's postcode
    ],
)
def test_an_organisation_weighs_less(engine: Engine, text: str) -> None:
    assert spans(engine, text) == []


def test_a_label_speaks_for_an_address_after_an_organisation(engine: Engine) -> None:
    text = "Home address: St Mark's College, 12 Mill Lane, Leeds LS1 4AB"
    (found,) = of_entity(engine, text, "UK_ADDRESS")
    (home,) = of_entity(engine, "Home address: 12 Mill Lane, Leeds LS1 4AB", "UK_ADDRESS")
    assert found.confidence < home.confidence


ROWS = [
    ("Jane Smith", "12 Mill Lane", "Leeds", "LS1 4AB"),
    ("David Bevan", "Flat 2, 4 Oak Avenue", "Wigan", "WN1 1AB"),
    ("Siân Rees", "27 Kingsway", "Hove", "BN3 1AA"),
    ("Tomasz Hill", "Rose Cottage, Church Lane", "Ambleside", "LA22 9AA"),
]


@pytest.mark.parametrize("heading", ["Address", "home_address", "AddressLine1", "Cyfeiriad"])
def test_a_headed_column_is_found(engine: Engine, heading: str) -> None:
    found = cells(engine, ROWS, ("Name", heading, "Town", "Postcode"), "UK_ADDRESS")
    assert found == [
        "12 mill lane", "flat 2 4 oak avenue", "27 kingsway", "rose cottage church lane",
    ]  # fmt: skip
    codes = cells(engine, ROWS, ("Name", heading, "Town", "Postcode"), "UK_POSTCODE")
    assert codes == ["LS14AB", "WN11AB", "BN31AA", "LA229AA"]


def test_whole_addresses_in_cells_are_found_with_their_postcodes(engine: Engine) -> None:
    rows = [(name, f"{street}, {town}, {code}") for name, street, town, code in ROWS]
    wanted = [
        "12 mill lane leeds ls1 4ab",
        "flat 2 4 oak avenue wigan wn1 1ab",
        "27 kingsway hove bn3 1aa",
        "rose cottage church lane ambleside la22 9aa",
    ]
    for header in (None, ("Name", "Address"), ("Name", "Where")):
        assert cells(engine, rows, header, "UK_ADDRESS") == wanted
        assert len(cells(engine, rows, header, "UK_POSTCODE")) == 4


def test_a_column_of_streets_is_known_without_heading(engine: Engine) -> None:
    rows = [(str(100 + n), f"{n} Mill Lane", "Leeds") for n in range(1, 7)]
    assert cells(engine, rows, None, "UK_ADDRESS") == [f"{n} mill lane" for n in range(1, 7)]


@pytest.mark.parametrize("heading", ["Site address", "Location", "Venue", "Email address"])
def test_other_columns_are_not_found(engine: Engine, heading: str) -> None:
    rows = [(row[0], row[1]) for row in ROWS]
    assert cells(engine, rows, ("Name", heading), "UK_ADDRESS") == []


def test_streets_without_numbers_in_a_column_are_not_found(engine: Engine) -> None:
    rows = [("Mill Lane", "closed"), ("Oak Avenue", "open"), ("High Street", "open")]
    assert cells(engine, rows, ("Address", "State"), "UK_ADDRESS") == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("The Old Forge, Nursery Road, Chorley PR7 5UT", None),
        ("The Old School House, Mill Lane, Leeds LS1 4AB", None),
        ("Bryn Awel, Cobden Street, Dumfries, DG1 7AN", None),
        ("Two Hoots, Brunswick Place, Morpeth, NE61 9NJ", None),
        ("now at Bryn Awel, Mill Road, Ely CB7 4AB", "Bryn Awel, Mill Road, Ely CB7 4AB"),
        ("Mrs Carol Hall, 204 Bridge End, Ely CB7 4AB", "204 Bridge End, Ely CB7 4AB"),
        ("dob 15/12/54\n193 Tannery Lane, Ely CB7 4AB", "193 Tannery Lane, Ely CB7 4AB"),
        ("Address ........ 179 Deansway, Ely CB7 4AB", "179 Deansway, Ely CB7 4AB"),
    ],
)
def test_a_house_is_in_its_address_and_nobody_else(
    engine: Engine, text: str, address: str | None
) -> None:
    assert spans(engine, text) == [address or text]


def test_a_school_or_a_person_before_a_street_is_no_house(engine: Engine) -> None:
    assert spans(engine, "St Mary's School, Mill Lane, Leeds LS1 4AB") == []
    assert spans(engine, "Bryn Hughes, Cobden Street, Dumfries, DG1 7AN") == []


def test_where_firms_are_nobody_lives(engine: Engine) -> None:
    rows = [("Jo Hill", f"Unit {at}, Quay Industrial Estate") for at in range(1, 7)]
    assert cells(engine, rows, ("Occupier", "Property"), "UK_ADDRESS") == []


@pytest.mark.parametrize(
    "house", ["The Old Forge", "Hill Top", "The Hollies", "Brook View", "The New Granary"]
)
def test_a_house_has_a_name_before_its_number(engine: Engine, house: str) -> None:
    text = f"Address: {house}, 12 Mill Lane, Leeds LS1 4AB"
    found = values(engine, text, "UK_ADDRESS")
    assert found == [f"{house.lower()} 12 mill lane leeds ls1 4ab"]


def test_who_lives_there_is_no_house(engine: Engine) -> None:
    text = "Miss Ann Orchard, 12 Mill Lane, Leeds LS1 4AB"
    assert values(engine, text, "UK_ADDRESS") == ["12 mill lane leeds ls1 4ab"]


def test_house_and_street_in_two_columns_are_one_address(engine: Engine) -> None:
    rows = [("Lee", "130A", "Badger Lane"), ("Cole", "Flat 1, 118", "Mill Road")]
    header = ("Surname", "House", "Street")
    found = cells(engine, rows, header, "UK_ADDRESS")
    assert found == ["130a badger lane", "flat 1 118 mill road"]
    whole = [("Lee", "130A Badger Lane"), ("Cole", "118 Mill Road")]
    found = cells(engine, whole, ("Surname", "Street"), "UK_ADDRESS")
    assert found == ["130a badger lane", "118 mill road"]


def test_a_town_is_known_with_its_hyphens(engine: Engine) -> None:
    text = "Jane Smith of 7 Mill Close, Clacton-on-Sea. She rang."
    assert values(engine, text, "UK_ADDRESS") == ["7 mill close clacton-on-sea"]
