from connectors.base import FolderPath, Listing
from connectors.walk import parents_first

_TREE: dict[FolderPath, tuple[str, ...]] = {
    (): ("a", "b"),
    ("a",): ("c", "d"),
    ("a", "c"): (),
    ("a", "d"): (),
    ("b",): (),
}


def test_a_folder_comes_after_its_parent_and_is_asked_for_in_its_turn() -> None:
    asked: list[FolderPath] = []

    def listed(folder: FolderPath) -> Listing:
        asked.append(folder)
        return Listing(folder, subfolders=_TREE[folder])

    for number, listing in enumerate(parents_first(listed), 1):
        assert asked[-1] == listing.folder
        assert len(asked) == number
    assert asked == [(), ("a",), ("a", "c"), ("a", "d"), ("b",)]
