"""Steps of NT grants in words."""

from __future__ import annotations

from connectors.base import Principal, PrincipalKind
from scanner.access.nt.evaluate import FileRight, grounds
from scanner.access.nt.wording import called, steps
from tests.scanner.access.nt.small_office import SIDS, nt, office


def test_groups_within_groups_are_told_from_the_person_outwards() -> None:
    staff = Principal("OFFICE", "S-1-5-21-10-20-30-5001", PrincipalKind.GROUP, "staff")
    known = office(staff, memberships=((staff.identifier, SIDS["finance"]),))
    (ground,) = grounds(nt(f"D:(A;;FR;;;{staff.identifier})"), FileRight.READ_DATA, known)
    ((_, words),) = steps(ground, "may read", known)
    assert words == (
        "member of group payroll, which is in group finance, which is in group staff,"
        " which may read"
    )


def test_a_group_that_holds_everyone_is_named() -> None:
    known = office(memberships=())
    users = Principal("OFFICE", "S-1-5-21-10-20-30-5001", PrincipalKind.GROUP, "all")
    known = office(
        users,
        Principal("OFFICE", "S-1-5-11", PrincipalKind.GROUP, "Authenticated"),
        memberships=((users.identifier, "S-1-5-11"),),
    )
    (ground,) = grounds(nt(f"D:(A;;FR;;;{users.identifier})"), FileRight.READ_DATA, known)
    ((_, words),) = steps(ground, "may read", known)
    assert words == "anyone with an account on OFFICE, as a member of group all, may read"


def test_a_principal_is_called_by_its_name_wherever_it_has_one() -> None:
    known = office()
    assert [called(sid, known) for sid in (SIDS["finance"], "S-1-5-18", "S-1-5-21-9-9-9-9")] == [
        "finance",
        "the system itself",
        "S-1-5-21-9-9-9-9",
    ]
