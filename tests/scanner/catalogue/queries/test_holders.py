from __future__ import annotations

from connectors.base import Accounts, Principal, PrincipalKind, Ref
from scanner import reach
from scanner.catalogue.queries.holders import Way, ways_to_read
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import TODAY, Catalogue, Night


def test_each_grant_has_its_people_first_by_name_and_how_many_they_are(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    staff = tuple(
        Principal("box", f"uid:{n}", PrincipalKind.STAFF, f"p{n}") for n in range(1000, 1015)
    )
    share.accounts = Accounts("box", staff, ())
    share.write(Ref((), "a.txt"), b"")
    with catalogue.writing() as writer, share.connected() as connector:
        night = Night(writer, connector, "/invented", TODAY)
        night.whole()
        reach.refresh(writer, connector, night.run.share_id, night.run.id, reach.Guards.CHANGED)
        writer.commit()
    with catalogue.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT k.id FROM access_key k JOIN entry e ON e.descriptor_id = k.descriptor_id"
        )
        keys = [row[0] for row in rows]
        many, owner = ways_to_read(connection, keys)
        none = ways_to_read(connection, ())
    assert many.people == tuple(f"p{n}" for n in range(1001, 1011))
    assert many.people_of == 14
    assert owner == Way(owner.steps, ("p1000",), 1)
    assert owner.steps != many.steps
    assert none == ()
