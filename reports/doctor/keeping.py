"""Where things are kept: catalogue, key and log, their rights, and whether they fit each other."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from reports.doctor.base import Checked, State, size_words
from scanner.catalogue.migrate import HEAD, revision
from scanner.catalogue.runs import key_of
from scanner.errors import CatalogueError, SettingsError
from scanner.keys import VARIABLE, key_path, load_key

_ELSEWHERE = "or give another with --database"


def checked(database: Path, log: Path) -> Iterator[Checked]:
    """Yield how catalogue, key and log stand; nothing is made or changed."""
    made_with = None
    if os.path.exists(database):  # Path.exists raises where a parent is closed
        yield from _catalogue(database)
        try:
            made_with = key_of(database)
        except (CatalogueError, SettingsError):  # said already, by its schema
            made_with = None
    else:
        yield Checked(State.OK, "catalogue", f"{database}, not made yet: the first scan makes it")
    yield writable("writing the catalogue", database, _ELSEWHERE)
    yield _key(made_with)
    yield writable("log", log, _ELSEWHERE)


def _catalogue(database: Path) -> Iterator[Checked]:
    status = database.stat()
    if not stat.S_ISREG(status.st_mode):
        yield Checked(State.MISSING, "catalogue", f"{database} is no file: name one, {_ELSEWHERE}")
        return
    yield Checked(State.OK, "catalogue", f"{database}, {size_words(status.st_size)}")
    yield _schema(database)
    yield _mode(database, status.st_mode)


def _schema(database: Path) -> Checked:
    what = "schema"
    try:
        found = revision(database)
    except (CatalogueError, SettingsError) as error:
        return Checked(State.MISSING, what, str(error))
    if found is None:
        return Checked(State.OK, what, f"none yet: the next scan makes revision {HEAD}")
    if found != HEAD:
        return Checked(
            State.TO_DO,
            what,
            f"revision {found}, this version reads {HEAD}: scan once, and it is brought up to date"
            " after a copy is made",
        )
    return Checked(State.OK, what, f"revision {found}, the newest")


def _key(made_with: str | None) -> Checked:
    """Return whether the key is there, closed to others and the catalogue's own."""
    what = "key"
    path = key_path()
    where = f"in {VARIABLE}"
    if VARIABLE not in os.environ:
        mode = _mode_of(path)
        if mode is None and made_with is None:
            return Checked(State.OK, what, f"{path}, not made yet: the first scan makes it")
        if mode is None:
            said = f"none at {path}, and the catalogue was made with {made_with}: put it back,"
            return Checked(State.MISSING, what, f"{said} or set {VARIABLE}")
        where = f"{path}, mode {mode:04o}"
    try:
        key = load_key()
    except SettingsError as error:
        return Checked(State.MISSING, what, str(error))
    if made_with is None:
        return Checked(State.OK, what, f"{where}, {key.key_id}")
    if made_with != key.key_id:
        said = f"{where}, {key.key_id} does not fit the catalogue, made with {made_with}: put that"
        return Checked(State.MISSING, what, f"{said} key back, {_ELSEWHERE}")
    return Checked(State.OK, what, f"{where}, {key.key_id} fits the catalogue")


def writable(what: str, file: Path, instead: str) -> Checked:
    """Return whether ``file`` can be written, or made; as SQLite needs, beside it too."""
    folder = file.parent
    while not os.path.exists(folder) and folder != folder.parent:
        folder = folder.parent
    if not os.path.isdir(folder):
        said = f"{file} cannot be made, for {folder} is no folder: move it, {instead}"
        return Checked(State.MISSING, what, said)
    if not os.access(folder, os.W_OK | os.X_OK):
        said = f"no right to write in {folder}: make it writable for this account, {instead}"
        return Checked(State.MISSING, what, said)
    if os.path.exists(file) and not os.access(file, os.W_OK):
        said = f"no right to write {file}: make it writable for this account, {instead}"
        return Checked(State.MISSING, what, said)
    return Checked(State.OK, what, f"{file} can be {'written' if os.path.exists(file) else 'made'}")


def _mode(database: Path, mode: int) -> Checked:
    what = "mode of the catalogue"
    said = f"{stat.S_IMODE(mode):04o}"
    if mode & 0o077:
        return Checked(State.TO_DO, what, f"{said}, open to others: chmod 600 {database}")
    return Checked(State.OK, what, f"{said}, closed to others")


def _mode_of(path: Path) -> int | None:
    """Return the mode of a file, 0 where this account may not see it, None where there is none."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None
    except OSError:
        return 0
