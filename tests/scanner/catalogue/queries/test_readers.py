"""What a key weighs; who is known of it is held by test_exposure.py and the commands' tests."""

from __future__ import annotations

import pytest

from connectors.base import Accounts, Principal, PrincipalKind, Ref
from scanner import reach
from scanner.catalogue.queries.readers import Keys
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import TODAY, Catalogue, Night


@pytest.mark.parametrize(("known", "weighs"), [(1, 2), (2, 9), (0, 9)])
def test_readers_of_whom_not_all_are_known_count_as_the_most_there_are(
    known: int, weighs: int, catalogue: Catalogue, share: MemoryShare
) -> None:
    staff = tuple(Principal("box", f"uid:{n}", PrincipalKind.STAFF, f"p{n}") for n in range(2))
    share.accounts = Accounts("box", staff, ())
    share.write(Ref((), "a.txt"), b"")
    with catalogue.writing() as writer, share.connected() as connector:
        night = Night(writer, connector, "/invented", TODAY)
        night.whole()
        reach.refresh(writer, connector, night.run.share_id, night.run.id, reach.Guards.CHANGED)
        writer.connection.exec_driver_sql(
            "UPDATE access_key SET readers = 9, broad = '{\"read\": []}'"
        )
        writer.connection.exec_driver_sql(
            "UPDATE access_key SET readers = 2, known = ? WHERE id = 1", (known,)
        )
        writer.commit()
    with catalogue.reading() as connection:
        keys = Keys(connection)
    assert (keys.counted_as(1), keys.readers(1).known) == (weighs, known > 0)
    assert keys.rank(1, 3).exposure == -3 * weighs
    assert not keys.readers(None).known
    assert keys.alike(None) != keys.alike(2)
