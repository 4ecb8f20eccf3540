"""The shares that the settings name: whether each can be read from here, by asking for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from connectors.smb.address import SmbServer
from reports.doctor.base import Checked, State
from reports.words import counted
from scanner.errors import SettingsError
from scanner.places import ask
from scanner.refusals import Refusals
from scanner.settings.read import settings
from scanner.shares import Named, named


def checked(given: Path | None) -> Iterator[Checked]:
    """Yield how each share stands that is named in the settings ``given``, or the usual ones."""
    try:
        wanted = [named(each.path) for each in settings(given).share]
    except SettingsError:  # which is said of the settings themselves
        return
    refusals = Refusals()
    for each in wanted:
        yield one(each, "share", refusals)


def one(share: Named, what: str, refusals: Refusals) -> Checked:
    """Return how a share or server stands, under the name ``what``, by logging on and listing."""
    try:
        asked = ask((share,), (), refusals)
    except SettingsError as error:
        return Checked(State.MISSING, what, str(error))
    if asked.refused:
        said = asked.refused[0].removeprefix("Cannot scan ").rstrip(".")
        return Checked(State.MISSING, what, said)
    if isinstance(share, SmbServer):
        (_, offer), *_ = asked.offers
        number = counted(len(offer.shares), "share")
        return Checked(State.OK, what, f"{share} lists {number} with files")
    return Checked(State.OK, what, f"{share} can be listed")
