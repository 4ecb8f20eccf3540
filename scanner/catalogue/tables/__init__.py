"""The tables of the catalogue. Documented for people who query it in docs/catalogue.md.

Validity: ``since`` and ``until`` name share runs, and where access is decided refreshes too, which
have ids of one sequence with them: so what was held on a past date can be asked.
A row with ``until`` NULL is current; entries and totals, of which there are millions, keep their
closed versions in a table of their own (``entry_past``, ``total_past``), so ids stay the same.
Times are UTC, ISO 8601, as text. Paths and names are text; a name whose bytes are not UTF-8 is
stored as "/" and the name with escapes, which no real name can equal (names.py).
"""

from scanner.catalogue.tables import access, files
from scanner.catalogue.tables.base import metadata

__all__ = ["access", "files", "metadata"]
