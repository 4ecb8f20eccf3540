"""How an export of SharePoint's permissions fits the folder it was scanned with, in sentences."""

from __future__ import annotations

from connectors.sharepoint.share import Joined
from reports.words import counted


def told(joined: Joined) -> str:
    """Return what the folder was taken to be, and where the listed places are.

    >>> told(Joined("/sites/Housing/Rents", 12, 0, 1, 0, 0)).partition(". ")[2]
    'Of the places that the export lists, 12 are here, 0 are not in the folder, 1 lies elsewhere.'
    """
    elsewhere = f"{joined.elsewhere:,} {'lies' if joined.elsewhere == 1 else 'lie'} elsewhere"
    return (
        f"Taken to be {joined.place} in SharePoint. Of the places that the export lists,"
        f" {_are(joined.here)} here, {_are(joined.absent)} not in the folder"
        f"{' (gaps, offline)' if joined.absent else ''}, {elsewhere}."
    )


def amiss(joined: Joined) -> tuple[str, ...]:
    """Return a sentence for each thing that keeps it from being known who can reach what."""
    found = []
    if joined.without_row:
        files = counted(joined.without_row, "file")
        found.append(
            f"{files}: no row of the export is about them or what they lie in, so who can reach"
            " them is not known. Export the permissions of their library and site too."
        )
    if joined.not_understood:
        rows = counted(joined.not_understood, "row")
        found.append(
            f"{rows} of the export name no place or nobody, and are not counted: they may let more"
            " people in. Each answer says so."
        )
    return tuple(found)


def _are(number: int) -> str:
    return f"{number:,} {'is' if number == 1 else 'are'}"
