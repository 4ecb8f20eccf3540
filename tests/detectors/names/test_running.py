import pytest

from detectors.names.running import in_running_text

FILLING = " and so it went on from one week to the next" * 250  # enough for arrays


def names(text: str) -> list[str]:
    """Return what is found, by arrays and one by one, which must be the same."""
    data = text.encode()
    short = in_running_text(data, 0, len(data))
    long = in_running_text(data + FILLING.encode(), 0, len(data + FILLING.encode()))
    assert short == long
    return [data[start:end].decode() for start, end in short]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rang Jane Smith about the rent", "Jane Smith"),
        ("Rang Wendy Shufflebottom about it", "Wendy Shufflebottom"),  # no surname that we list
        ("the bag of Naheed Akhtar, found", "Naheed Akhtar"),
        ("when Krzysztof Jabłoński rang", "Krzysztof Jabłoński"),
        ("as Sinéad Ó Catháin said", "Sinéad Ó Catháin"),
        ("as Mustafa al-Rubaie said", "Mustafa al-Rubaie"),
        ("as Ioana van der Berg said", "Ioana van der Berg"),
        ("with Siobhan O'Donnell's sister", "Siobhan O'Donnell"),
        ("Jean-Pierre Kabongo did not come", "Jean-Pierre Kabongo"),
        ("and Mary J. Smith too", "Mary J. Smith"),
        ("John Paul Adeyemi left", "John Paul Adeyemi"),
        ("agreed with Jane HARTLEY today", "Jane HARTLEY"),
        ("agreed with HARTLEY, Jane today", "HARTLEY, Jane"),
        ("Cc: Hartley, Jane; the office", "Hartley, Jane"),
        ("Jane Smith Housing Officer", "Jane Smith"),
        ("said Chloe Brown. Then", "Chloe Brown"),
    ],
)
def test_a_given_name_and_a_surname_are_a_name(text: str, expected: str) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chloe Hill said no", ["Chloe Hill"]),
        ("his neighbour Chloe Hill", ["Chloe Hill"]),
        ("We went to Chloe Hill on Monday", []),
        ("J. Adeyemi agreed to it", ["J. Adeyemi"]),
        ("See J. Adeyemi and others", []),
        ("her daughter Xuvor Adeyemi", ["Xuvor Adeyemi"]),
        ("The Xuvor Adeyemi form", []),
        ("Jane Smith, Xuvor Adeyemi and Plimk Okafor came", ["Jane Smith", "Xuvor Adeyemi",
                                                             "Plimk Okafor"]),
    ],
)  # fmt: skip
def test_a_name_that_is_only_likely_needs_a_second_cue(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the Jane Smith Award",
        "Jane Smith Library",
        "Jane Smith & Sons",
        "Jack Smith's Lane",
        "Jane Smith Hire",
        "Milton Keynes",
        "St Mary's School",
        "San Martin Verlag",
        "Free Software Foundation",
        "New York Times",
        "Victoria Park",
        "Rose Hill",
        "Princess Margaret",
        "Amy Award",
        "Sri Lanka",
        "Marks, Spencer and others",
        "in London, Martin said so",
        "FREE SOFTWARE",
        "Theresa May",  # a month, if nobody speaks
        "Alice Holt to Mount Edgar, 4 km",
        "Scott Bros",
        "George Yard 2",
        "Clematis 'Nelly Moser'",
        "Lives at 129 Meadow Sweet, Comber",
        "25 Dec Nobody",
    ],
)
def test_places_bodies_and_things_are_no_names(text: str) -> None:
    assert names(text) == []


def test_a_cell_is_one_name() -> None:
    assert names("1\tDe Souza Maria Jose\tLeeds") == names("1\tDe Souza Maria Jose\tLeeds")
    assert names("1\tMaria Jose Dela Cruz\tLeeds") == ["Maria Jose Dela Cruz"]


@pytest.mark.parametrize("before", ["User 'Jane Smith' left", "said 'Jane Smith' twice"])
def test_a_name_in_quotation_marks_may_be_a_persons(before: str) -> None:
    assert names(before) == ["Jane Smith"]


@pytest.mark.parametrize("padding", ["", "and so on. " * 900])
def test_the_month_of_a_day_begins_no_name(padding: str) -> None:
    assert names(f"{padding}on 25 Jun Jane Smith reads, 12 May Okoro sings") == ["Jane Smith"]
    assert names(f"{padding}May Smith reads") == names("May Smith reads")
    assert names(f"{padding}plant Clematis 'Nelly Moser' and Aster") == []
