from __future__ import annotations

import pytest

from connectors.base import Accounts, Principal, PrincipalKind
from scanner.catalogue import access
from scanner.catalogue.queries.principals import account_named, principal_named, trustee_named
from scanner.errors import SettingsError
from tests.scanner.catalogue.nights import Catalogue

_STAFF, _GROUP = PrincipalKind.STAFF, PrincipalKind.GROUP
_OWN, _DOMAIN = "S-1-5-21-1-1-1", "S-1-5-21-2-2-2"
_PEOPLE = (
    Principal("thisbox", "uid:1100", _STAFF, "ann"),
    Principal(_OWN, f"{_OWN}-1001", _STAFF, "ann"),
    Principal(_DOMAIN, f"{_DOMAIN}-1001", _STAFF, r"LAB\ann"),
    Principal(_DOMAIN, f"{_DOMAIN}-1002", _STAFF, r"LAB\béatrice"),
    Principal(_DOMAIN, f"{_DOMAIN}-1003", _STAFF, ""),
    Principal("thisbox", "uid:1104", _STAFF, "1100"),
    Principal(_DOMAIN, f"{_DOMAIN}-2001", _GROUP, r"LAB\Empty"),
    Principal("thisbox", "gid:1100", _GROUP, "ann"),
)


@pytest.fixture
def peopled(catalogue: Catalogue) -> Catalogue:
    with catalogue.writing() as writer:
        access.store_accounts(writer, 1, Accounts("thisbox", _PEOPLE, ()))
        writer.commit()
    return catalogue


def _named(catalogue: Catalogue, asked: str) -> str:
    with catalogue.reading() as connection:
        return account_named(connection, asked).identifier


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        (r"lab\ANN", f"{_DOMAIN}-1001"),
        (r"thisbox\ann", "uid:1100"),
        (f"{_OWN.lower()}-1001", f"{_OWN}-1001"),
        ("BÉATRICE", f"{_DOMAIN}-1002"),
        (f"{_DOMAIN}-1003", f"{_DOMAIN}-1003"),
        ("1100", "uid:1100"),  # a number before a name
        ("uid:1104", "uid:1104"),
    ],
)
def test_an_account_is_meant_by_each_of_its_names(
    asked: str, meant: str, peopled: Catalogue
) -> None:
    assert _named(peopled, asked) == meant


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "ann",
            rf"ann may be LAB\ann ({_DOMAIN}-1001), ann ({_OWN}-1001), ann (uid:1100): name one by",
        ),
        ("ann1", "No account ann1 is known from any scan: the nearest are LAB\\ann (S"),
        (r"lab\empty", "is a group: name a person."),
        ("zzz", "none has a name like it"),
    ],
)
def test_what_means_several_or_none_is_said_with_the_nearest(
    asked: str, said: str, peopled: Catalogue
) -> None:
    with pytest.raises(SettingsError) as raised:
        _named(peopled, asked)
    assert said in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        (r"lab\empty", f"{_DOMAIN}-2001"),
        ("uid:1100", "uid:1100"),
        ("Everyone", "S-1-1-0"),
        ("authenticated users", "S-1-5-11"),
        ("s-1-5-21-9-9-9-1001", "S-1-5-21-9-9-9-1001"),  # perhaps of an account that was removed
    ],
)
def test_a_trustee_is_a_user_a_group_or_who_everybody_knows(
    asked: str, meant: str, peopled: Catalogue
) -> None:
    with peopled.reading() as connection:
        assert trustee_named(connection, asked) == meant


@pytest.mark.parametrize(("asked", "told"), [("ann", "gid:1100"), ("beatrix", "none|nearest")])
def test_a_principal_that_may_be_several_or_none_is_refused(
    asked: str, told: str, peopled: Catalogue
) -> None:
    with peopled.reading() as connection, pytest.raises(SettingsError, match=told):
        principal_named(connection, asked)
