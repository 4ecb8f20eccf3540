"""What can go wrong, sorted by what the caller does next.

StocktakeError
├── SettingsError     nothing is scanned; exit status 2
└── CatalogueError    the run stops, exit status 3: what is not stored must not look scanned

A share that cannot be read is ``connectors.base.ShareUnreachable`` (it ends incomplete, the
others go on), an entry ``EntryUnreadable`` and a document ``ExtractionError`` (both become gaps).
"""

from __future__ import annotations


class StocktakeError(Exception):
    """Base of the errors that end a command; the message says what, where and what to do next."""


class SettingsError(StocktakeError):
    """Something that was asked for or set cannot be; nothing was done. Each argument is a line."""


class CatalogueError(StocktakeError):
    """The catalogue cannot be read or written; the run stops."""
