"""A night: shares one after another into the catalogue, under one lock and with one pool."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from connectors.base import ShareUnreachable
from connectors.smb.address import SmbAddress
from detectors.names.model import OFF
from scanner import domain
from scanner.catalogue import runs
from scanner.catalogue.engine import (
    catalogue_errors,
    checkpoint,
    opening,
    own_paths,
    scan_lock,
)
from scanner.catalogue.engine import writer as open_writer
from scanner.catalogue.migrate import migrate, revision
from scanner.catalogue.runs import Ended, ShareRun
from scanner.catalogue.writer import Writer
from scanner.declared import declared_with
from scanner.errors import SettingsError
from scanner.extractors.base import Limits
from scanner.imported import kept_of
from scanner.keys import TokenKey, key_path
from scanner.kinds import OfKinds, Unmet
from scanner.logs import logging_to
from scanner.night import Progress
from scanner.places import Asked, Place, Places, ask
from scanner.pool import Pool, context, pool_of
from scanner.refusals import Refusals
from scanner.sets import Sets, sets_of
from scanner.settings import NOTHING_SET, Settings
from scanner.settings.kept import kept_parts
from scanner.settings.paths import left_out
from scanner.share_scan import Loss, Manner, Outcome, ShareScan, unopened
from scanner.shares import SMB, Known, Named, known_as, named, opened
from scanner.version import VERSION

if TYPE_CHECKING:
    from connectors.smb.collected import Collected
    from scanner.logs import LogQueue

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Scan:
    """What is to be scanned, and how. ``stop`` is asked often; ``show`` is told how far it is."""

    roots: tuple[Named, ...]
    database: Path
    key: TokenKey
    jobs: int
    log: Path
    log_level: int = logging.INFO
    loss: Loss = Loss.REFUSED
    limits: Limits = field(default_factory=Limits)
    name_model: str = OFF
    settings: Settings = NOTHING_SET
    stop: Callable[[], bool] = lambda: False
    show: Callable[[Progress], None] = lambda _progress: None

    @property
    def own(self) -> tuple[Path, ...]:
        """Our own files, which are left out of what is scanned."""
        return (*own_paths(self.database.resolve()), key_path(), self.log.resolve())


@dataclass(frozen=True, slots=True)
class Night:
    """How a scan ended, share by share.

    ``refused`` says in a line each what was named and not scanned, ``said`` what else is to be
    known: shares that were left out, or are no longer listed. ``left`` shares were not begun.
    """

    outcomes: tuple[Outcome, ...]
    refused: tuple[str, ...]
    said: tuple[str, ...]
    left: int


def scan(wanted: Scan) -> Night:
    """Scan shares into the catalogue, one after the other.

    Raises SettingsError (nothing was scanned) and CatalogueError (the run stopped).
    """
    if os.path.isfile(wanted.database):
        revision(wanted.database)  # refuses another program's before anything is changed in it
    refusals = Refusals()
    asked = ask(wanted.roots, wanted.own, refusals)
    if not (asked.shares or asked.offers):
        raise SettingsError(*asked.refused)
    engine = open_writer(wanted.database)
    try:
        with (
            scan_lock(wanted.database),
            catalogue_errors(wanted.database),
            logging_to(wanted.log, wanted.log_level, context()) as queue,
        ):
            with opening(wanted.database):
                migrate(engine, wanted.database)
            with engine.connect() as connection:
                night = _Night(wanted, Writer(connection), asked, refusals).scanned(queue)
                checkpoint(connection)
            return night
    finally:
        engine.dispose()


class _Night:
    """The shares of a scan while it runs."""

    def __init__(self, wanted: Scan, writer: Writer, asked: Asked, refusals: Refusals) -> None:
        self._wanted = wanted
        self._writer = writer
        runs.check_key(writer, wanted.key)
        self._places = Places(
            asked,
            [root for kind, root in runs.known_shares(writer.connection) if kind == SMB],
            wanted.settings.left_out_shares,
            [named(each.path) for each in wanted.settings.share],
        )
        self._refusals = refusals
        self._directory = domain.Asked()
        self._unmet = Unmet(wanted.settings.people)
        self._manner = Manner(
            wanted.loss, wanted.stop, wanted.show, self._places.servers, self._why_not
        )
        self._refused = list(asked.refused)
        self._outcomes: list[Outcome] = []
        self._sets: Sets = sets_of(
            declared_with(wanted.name_model, wanted.settings),
            kept_parts(wanted.settings, wanted.key),
        )

    def scanned(self, queue: LogQueue) -> Night:
        """Scan share after share. Raises SettingsError where none could be."""
        with self._pool(queue) as pool:
            while (place := self._places.next()) is not None:
                try:
                    outcome = self._scanned(place, pool)
                except SettingsError as error:
                    self._refused.append(str(error))
                    continue
                self._outcomes.append(outcome)
                self._places.add(outcome.found)
                if outcome.ended is Ended.STOPPED:
                    break
        if not self._outcomes:
            nothing = ["Nothing to scan: no share with files is listed. Name one."]
            raise SettingsError(*(self._refused or nothing))
        said = (*self._places.said, *self._unmet.said)
        return Night(tuple(self._outcomes), tuple(self._refused), said, self._places.left)

    def _scanned(self, place: Place, pool: Pool) -> Outcome:
        """Scan one share. Raises SettingsError where it may not be, or cannot be known."""
        wanted = self._wanted
        try:
            self._refusals.refuse(place.where)
            excluded = left_out(wanted.settings)
            told, most = self._collected(place), wanted.settings.connections_per_server
            with opened(
                place.where, wanted.own, excluded, self._directory, told, most
            ) as opened_share:
                accounts = OfKinds(opened_share.accounts, wanted.settings.people, self._unmet)
                share = replace(opened_share, accounts=accounts)
                run = self._begin(share.known)
                outcome = ShareScan(self._manner, share, self._writer, run, self._sets).scan(pool)
        except ShareUnreachable as error:
            self._refusals.note(place.where, error)
            if not isinstance(place.where, SmbAddress):
                raise SettingsError(f"Cannot scan {place.where}: {error}.") from error
            known = known_as(place.where)
            reason = f"{place.before}the share could not be opened: {error}"
            outcome = unopened(self._writer, known.root, self._begin(known), reason)
        logger.info(
            "Scan ended",
            extra={
                "share_run": outcome.share_run_id,
                "outcome": outcome.ended.value,
                "examined_again": outcome.again,
                "stands_as_it_was": outcome.stands,
            },
        )
        return outcome

    def _collected(self, place: Place) -> Collected | None:
        """Return what was imported of the server of a share."""
        where = place.where
        return kept_of(self._writer, where.host) if isinstance(where, SmbAddress) else None

    def _why_not(self, address: SmbAddress) -> str:
        """Return why a share that a link leads to cannot be scanned; "" where it can."""
        if self._places.knows(address):
            return ""
        try:
            self._refusals.refuse(address)
            with opened(address, self._wanted.own):
                self._refusals.let_in(address)
                return ""
        except ShareUnreachable as error:
            self._refusals.note(address, error)
            return f"it cannot be opened: {error}"

    def _begin(self, known: Known) -> ShareRun:
        """Begin or resume the share run of a share. Raises SettingsError where it overlaps."""
        known.refuse_overlap(runs.known_shares(self._writer.connection))
        run = runs.begin(
            self._writer,
            known.kind,
            known.root,
            known.name,
            known.source,
            self._sets.digest,
            VERSION,
            self._outcomes[-1].run_id if self._outcomes else None,
        )
        logger.info("Scan began", extra={"share_run": run.id, "share": run.share_id})
        return run

    def _pool(self, queue: LogQueue) -> AbstractContextManager[Pool]:
        wanted = self._wanted
        return pool_of(
            wanted.jobs, wanted.key, wanted.limits, queue, wanted.name_model, wanted.settings
        )
