import pytest

from connectors.smb.kinds import Kind, kind_of
from connectors.smb.replies import Listed

_FILE, _FOLDER, _LINK, _OFFLINE, _RECALL = 0x20, 0x10, 0x400, 0x1000, 0x400000


@pytest.mark.parametrize(
    ("attributes", "tag", "kind"),
    [
        (_FILE, 0, Kind.FILE),
        (0x80, 0, Kind.FILE),
        (_FOLDER, 0, Kind.FOLDER),
        (_FILE, 0xA000000C, Kind.FILE),  # without the attribute the field is something else's
        (_FILE | _OFFLINE, 0, Kind.OFFLINE),
        (_FILE | _RECALL, 0, Kind.OFFLINE),
        (_FILE | _LINK, 0x80000013, Kind.FILE),  # deduplicated
        (_FILE | _LINK | _OFFLINE, 0x80000013, Kind.OFFLINE),
        (_FILE | _LINK, 0xA000000C, Kind.SYMLINK),
        (_FOLDER | _LINK, 0xA000000C, Kind.SYMLINK),
        (_FOLDER | _LINK, 0xA0000003, Kind.JUNCTION),
        (_FOLDER | _LINK, 0x8000000A, Kind.DFS_LINK),  # of a distributed file system
        (_FILE | _LINK | _RECALL, 0x9000001A, Kind.OFFLINE),  # in the cloud only
        (_FILE | _LINK, 0x9000601A, Kind.FILE),  # in the cloud and here in full
        (_FOLDER | _LINK, 0x9000001A, Kind.FOLDER),
        (_FILE | _LINK, 0xC0000004, Kind.OFFLINE),  # moved to an archive
        (_FILE | _LINK, 0x80000024, Kind.SPECIAL_FILE),
        (_FILE | _LINK, 0x00001234, Kind.UNSUPPORTED),
        (_FOLDER | _LINK, 0x00001234, Kind.UNSUPPORTED),
    ],
)
def test_a_line_is_taken_by_its_attributes_and_tag(attributes: int, tag: int, kind: Kind) -> None:
    assert kind_of(Listed("a", 1, 0, 0, attributes, tag, 1, 0)) is kind
