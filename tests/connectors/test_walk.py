from collections.abc import Callable

from connectors.base import Exclusion, FolderPath, Listing
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


def test_what_is_left_out_is_excluded_and_a_folder_so_is_not_asked_for() -> None:
    def listed(folder: FolderPath) -> Listing:
        files = ((name, 1, 1, 1, 1, 1) for name in ("x", "y"))
        return Listing(folder, tuple(files), _TREE[folder], (("z", Exclusion.SYMLINK),))

    def left_out(folder: FolderPath) -> Callable[[str], bool] | None:
        return {(): {"b"}, ("a",): {"y", "c"}}[folder].__contains__ if len(folder) < 2 else None

    listings = {each.folder: each for each in parents_first(listed, left_out)}
    assert list(listings) == [(), ("a",), ("a", "d")]
    assert listings[()].excluded == (("b", Exclusion.SETTINGS), ("z", Exclusion.SYMLINK))
    assert listings[()].subfolders == ("a",)
    assert [row[0] for row in listings["a",].entries] == ["x"]
    assert listings["a", "d"].excluded == (("z", Exclusion.SYMLINK),)


def test_what_comes_next_is_told_before_each_is_handed_over() -> None:
    told: list[list[FolderPath]] = []

    def listed(folder: FolderPath) -> Listing:
        return Listing(folder, subfolders=_TREE[folder])

    def left_out(folder: FolderPath) -> Callable[[str], bool] | None:
        return {"d"}.__contains__ if folder == ("a",) else None

    order = []
    for listing in parents_first(listed, left_out, lambda coming: told.append(list(coming))):
        order.append(listing.folder)
        assert len(told) == len(order)
    assert told == [[("a",), ("b",)], [("a", "c"), ("b",)], [("b",)], []]
