from __future__ import annotations

from pathlib import Path

from connectors.base import DescriptorKind, SecurityDescriptor
from scanner.access.gate import OPEN
from scanner.catalogue.descriptors import Descriptors
from scanner.catalogue.share_access import guard_share
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import Catalogue


def test_a_change_closes_what_stood_and_the_same_again_changes_nothing(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")
    catalogue.night(MemoryShare())
    with catalogue.writing() as writer:
        descriptors = Descriptors(writer)
        gate = descriptors.gate_id(OPEN)
        number = descriptors.id_of(SecurityDescriptor(DescriptorKind.NT, b"invented"))
        assert guard_share(writer, 1, 7, number, gate)
        assert not guard_share(writer, 1, 8, number, gate)
        writer.commit()
    rows = catalogue.rows("SELECT since, until, descriptor_id FROM share_access ORDER BY since")
    assert rows == [(1, 7, None), (7, None, number)]
