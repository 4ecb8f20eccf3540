"""What says beside a name of doubtful words that it is one, in running text and in forms."""

import pytest

from detectors.engine import Engine
from tests.detectors.finding import cells, of_entity, values


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Grace Hill, 01632 960 368. Parking permit.", "grace hill"),
        ("Olumide Xachebe +441632960398", "olumide xachebe"),
        ("Rob Speed, speedfamily@example.org", "rob speed"),
        ("Oksana Illingworth (gran) collects", "oksana illingworth"),
        ("I met you with your son Nevrexu Brown at home", "nevrexu brown"),
        ("c/o Nevrexu Pereira, Windmill Rise", "nevrexu pereira"),
        ("Visit booked by Dawn Banks for noon", "dawn banks"),
        ("sent to solicitor Mark Bird at noon", "mark bird"),
        ("parcel label Jane Nguyen LU7 6ZG", "jane nguyen"),
        ("LOCKWOOD, Georgina CL 27/12/50", "georgina lockwood"),
        ("Name: Jimmy Page\n", "jimmy page"),
        ("Client: Sunday Danso\n", "sunday danso"),
        ('Employee="Best, Rob"', "rob best"),
    ],
)
def test_a_cue_beside_it_makes_a_name(engine: Engine, text: str, name: str) -> None:
    assert values(engine, text, "PERSON") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "My mother Nature and my sister Act are plays.",
        "Name: Best wishes\n",
        "Name: Sunday Service\n",
        "Heather Lane (12) and Park Hill (11)",
        "Spoke to Mill Lane Surgery",
    ],
)
def test_a_cue_makes_no_name_of_other_words(engine: Engine, text: str) -> None:
    assert values(engine, text, "PERSON") == []


def test_a_name_ends_before_the_next_label_on_its_line(engine: Engine) -> None:
    text = "Interviewing officer: Tudur Parry Second officer: Claudette Jowett\n"
    assert values(engine, text, "PERSON") == ["tudur parry", "claudette jowett"]
    assert values(engine, "Interviewed: Jane Elmi D.O.B: 11 July 1981", "PERSON") == ["jane elmi"]


def test_a_title_after_a_reference_is_a_title(engine: Engine) -> None:
    assert values(engine, "job R7596 Miss Mehta rang", "PERSON") == ["mehta"]


def test_titles_in_brackets_are_no_part_of_a_name(engine: Engine) -> None:
    rows = [("1", "Mulcahy, Ciarán (Revd)"), ("2", "Day, Tahira (Ms)")]
    found = cells(engine, rows, ("Ref", "Client"), "PERSON")
    assert found == ["ciaran mulcahy", "tahira day"]


def test_name_beside_surname_is_a_given_name(engine: Engine) -> None:
    rows = [("Patel", "Vikram", "1"), ("Jones", "Siân", "2")]
    welsh = cells(engine, rows, ("Cyfenw", "Enw", "Rhif"), "PERSON")
    assert welsh == ["vikram patel", "sian jones"]
    assert cells(engine, rows, ("Surname", "Name", "No"), "PERSON") == welsh


def test_parts_of_a_name_in_fields_apart_are_joined_record_by_record(engine: Engine) -> None:
    people = (("Petrie", "Neville"), ("Iqbal", "Anjali"), ("Buchanan", ""), ("Obi", "Zachary"))
    text = "".join(
        f"Surname: {last}\nEthnicity: White Welsh\nForename: {given}\nTitle: Mr\n"
        for last, given in people
    )
    found = set(values(engine, text, "PERSON"))
    assert {"neville petrie", "anjali iqbal", "zachary obi"} <= found
    assert not found & {"neville iqbal", "zachary buchanan"}


def test_a_place_of_a_map_is_nobody(engine: Engine) -> None:
    record = "type: Feature\nname: Albert Park\nusrn: 12\ngeometry\ncoordinates: -1.2\n"
    assert of_entity(engine, record, "PERSON") == []


def test_surname_and_given_name_in_capitals_are_a_name(engine: Engine) -> None:
    line = "AV070  18:12  red Fiesta  keeper  TREGASKIS, MARGARET  key held\n"
    assert [one.canonical for one in of_entity(engine, line * 3, "PERSON")][:1] == [
        "margaret tregaskis"
    ]


def test_doctors_and_partners_are_a_surgery(engine: Engine) -> None:
    assert of_entity(engine, "GP notes from Dr Hallam & Partners show it.", "PERSON") == []
