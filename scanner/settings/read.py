"""Reading ``stocktake.toml``: what is wrong with it is said with file, line and key."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scanner.errors import SettingsError
from scanner.settings.lines import line_of
from scanner.settings.nearest import nearest
from scanner.settings.shape import (
    AddedWords,
    AllowedValues,
    LeftOutPaths,
    ModulusCheck,
    NamedPeople,
    NamedShare,
    OwnDetector,
    Settings,
)

_MOST_BYTES = 1_000_000


def settings_path() -> Path:
    """Return where the settings lie when no file is given; there need be none."""
    base = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    return Path(base) / "stocktake" / "stocktake.toml"


def settings(given: Path | None) -> Settings:
    """Return the settings in ``given``, or those in the usual place, or none where it is empty.

    Raises SettingsError with file, line and key.
    """
    path = settings_path() if given is None else given
    try:
        with open(path, "rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        if given is None:
            return Settings()
        raise SettingsError(f"There are no settings at {path}: give another file.") from error
    except OSError as error:
        raise SettingsError(f"Cannot read the settings {path}: {error.strerror}.") from error
    if len(data) > _MOST_BYTES:
        raise SettingsError(f"{path} is larger than a megabyte: these are no settings.")
    try:
        text = data.decode("utf-8-sig")
        read = Settings.model_validate(tomllib.loads(text))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SettingsError(f"{path}, line {line}: not UTF-8: save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        last = f"at line {text.count(chr(10)) + 1}, the last"
        said = str(error).replace("at end of document", last)
        raise SettingsError(f"{path}: cannot be read as TOML: {said}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(
            f"{path}, line {line_of(text, first['loc'])}: {_said(first)}."
        ) from None
    return _beside(read, path.parent)


def _beside(read: Settings, folder: Path) -> Settings:
    """Return ``read`` with the files that it names looked for in ``folder``."""
    found: dict[str, object] = {}
    if read.recognisers is not None:
        found["recognisers"] = folder / read.recognisers
    if read.modulus_check is not None:
        given = read.modulus_check.model_dump(exclude_none=True)
        files = {name: folder / file for name, file in given.items()}
        found["modulus_check"] = read.modulus_check.model_copy(update=files)
    return read.model_copy(update=found)


def _said(error: ErrorDetails) -> str:
    place = error["loc"]
    key = ".".join(str(part) for part in place if isinstance(part, str) and part != "[key]")
    if error["type"] == "extra_forbidden":
        known = _keys_beside(place)
        likely = nearest(str(place[-1]), known)
        return f"unknown key {key}{likely or ': known are ' + ', '.join(known)}"
    said = error["msg"].removeprefix("Value error, ")
    return f"{key}: {said}" if key else said


def _keys_beside(place: Iterable[str | int]) -> list[str]:
    holders: dict[str, type[BaseModel]] = {
        "detector": OwnDetector,
        "words": AddedWords,
        "allow": AllowedValues,
        "exclude": LeftOutPaths,
        "share": NamedShare,
        "people": NamedPeople,
        "modulus_check": ModulusCheck,
    }
    first, *more = place
    holder = holders[str(first)] if more else Settings
    return list(holder.model_fields)
