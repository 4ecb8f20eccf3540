from __future__ import annotations

from dataclasses import replace

from reports.where import files_apart, folder_of
from scanner.catalogue.queries.below import PlaceBelow

_PLACE = PlaceBelow(
    share="smb://files01/docs",
    folder="Odd",
    apart=True,
    files=1,
    paths=("Odd/a.txt",),
    readers=3,
    broad=(),
    known=True,
    more=False,
    statement=(),
)


def test_one_file_is_named_and_of_several_the_first_and_how_many_more() -> None:
    assert files_apart(_PLACE) == "smb://files01/docs/Odd/a.txt, of its own permissions"
    assert files_apart(replace(_PLACE, files=4)) == (
        "smb://files01/docs/Odd/a.txt and 3 more files of their own permissions in"
        " smb://files01/docs/Odd"
    )
    assert folder_of(replace(_PLACE, folder="")) == "smb://files01/docs"
