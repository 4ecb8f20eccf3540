from __future__ import annotations

from scanner.catalogue.queries.guarded import Folder, Tree

_GATE, _OTHER_GATE = 1, 2
_TREE = Tree(
    share_id=1,
    root="/srv",
    folders={
        10: Folder(None, "", _GATE, 100, listed=True),
        11: Folder(10, "a", _GATE, 101, listed=True),
        12: Folder(11, "a/b", _OTHER_GATE, 100, listed=True),
        13: Folder(11, "a/c", _GATE, 101, listed=True),
        14: Folder(13, "a/c/d", None, None, listed=False),
    },
    keys={(_GATE, 5): 100, (_GATE, 6): 101, (_OTHER_GATE, 5): 102},
)


def test_a_file_is_guarded_by_its_descriptor_and_the_gate_of_its_folder() -> None:
    assert (_TREE.key_of(11, 5), _TREE.key_of(12, 5)) == (100, 102)
    assert _TREE.key_of(11, None) is None
    assert _TREE.key_of(14, 5) is None


def test_a_folder_differs_where_another_key_guards_it_than_the_one_above() -> None:
    assert _TREE.differing() == {10: 10, 11: 11, 12: 12, 13: 11, 14: 14}
