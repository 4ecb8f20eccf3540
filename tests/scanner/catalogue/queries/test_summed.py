from __future__ import annotations

from collections.abc import Hashable

from scanner.catalogue.queries.summed import Copy, Differing, ShareSums, repeated

_COPIES = frozenset({Copy(1, 10, 100, 7, 5), Copy(1, 11, 101, 7, 5), Copy(2, 20, 100, 7, 5)})
_SHARE = ShareSums(
    share_id=1,
    root="/srv",
    folders={
        10: Differing(None, "", 100),
        11: Differing(10, "a", 101),
        12: Differing(11, "a/b", 100),
        14: Differing(11, "a/c/d", None),
    },
    sums={},
    copies=_COPIES,
)


def _known(key: int | None) -> Hashable:
    return key is None


def test_folders_differ_where_the_answer_does_and_not_where_only_permissions_do() -> None:
    assert _SHARE.differing(lambda key: key) == {10: 10, 11: 11, 12: 12, 14: 14}
    assert _SHARE.differing(_known) == {10: 10, 11: 10, 12: 10, 14: 14}


def test_a_content_counts_once_in_each_target_and_not_where_it_is_not_counted() -> None:
    def told(copy: Copy) -> str | None:
        return None if copy.share_id == 2 else "here"

    assert list(repeated((_SHARE, _SHARE), told)) == [("here", 5)]
    assert list(repeated((_SHARE,), lambda copy: copy.key)) == [(100, 5)]
