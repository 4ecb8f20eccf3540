"""How an export fits a folder is told; what keeps an answer from being known stands apart."""

from __future__ import annotations

from connectors.sharepoint.share import Joined
from reports.joined import amiss, told

_WHOLE = Joined("/sites/Housing", 12, 0, 0, 0, 0)


def test_what_fits_has_nothing_amiss() -> None:
    assert "Taken to be /sites/Housing in SharePoint" in told(_WHOLE)
    assert "12 are here, 0 are not in the folder, 0 lie elsewhere" in told(_WHOLE)
    assert amiss(_WHOLE) == ()


def test_absent_places_are_called_gaps() -> None:
    assert "1 is not in the folder (gaps, offline)" in told(Joined("/", 1, 1, 2, 0, 0))


def test_files_without_a_row_and_rows_not_understood_are_a_sentence_each() -> None:
    without, lost = amiss(Joined("/", 1, 0, 0, 1200, 3))
    assert without.startswith("1,200 files: no row of the export")
    assert "Export the permissions of their library and site too." in without
    assert lost.startswith("3 rows of the export name no place or nobody")
