from __future__ import annotations

from scanner.catalogue.queries.holding import Holdings
from scanner.catalogue.queries.versions import Version, add_held


def _version(
    content_id: int | None, in_content: str | None, in_name: str | None = None, people: int = 1
) -> Version:
    return Version(1, 1, 2, 1, "a.txt", None, 9, 0, content_id, in_content, in_name, people, people)


def test_a_file_counts_once_and_the_people_of_each_of_its_versions() -> None:
    holdings = Holdings()
    add_held(
        holdings,
        [_version(7, "UK_NHS\thealth", people=2), _version(8, "UK_NINO\tidentity", people=3)],
    )
    assert [(each.name, each.files) for each in holdings.entities()] == [
        ("UK_NHS", 1),
        ("UK_NINO", 1),
    ]
    assert (holdings.least, holdings.most) == (3, 5)  # nobody may be in both, or all


def test_a_version_that_holds_nothing_is_not_counted() -> None:
    holdings = Holdings()
    add_held(holdings, [_version(7, None), _version(None, None)])
    assert holdings.entities() == ()
    add_held(holdings, [_version(None, None, "PERSON\tidentity")])
    assert [(each.name, each.files) for each in holdings.entities()] == [("PERSON", 1)]
