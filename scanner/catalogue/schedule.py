"""When the permissions of files that did not change are read again, where no time tells it.

Changing permissions moves ctime, and Windows' ChangeTime, so a changed file is opened and asked.
Some servers list the time of the last writing instead (smbd 4.17): there each folder's files are
asked again within seven days, a part of the folders each night.
"""

from __future__ import annotations

from datetime import date

from scanner.catalogue.statements import GUARDED_FOLDER
from scanner.catalogue.writer import Writer

WITHIN_DAYS = 7


class Schedule:
    """The folders of one share whose files are due in one share run."""

    def __init__(self, writer: Writer, share_id: int, share_run_id: int) -> None:
        self._writer = writer
        self._share_id, self._share_run_id = share_id, share_run_id
        execute = writer.connection.exec_driver_sql
        self._days = {
            int(run): date.fromisoformat(started[:10]).toordinal()
            for run, started in execute(
                "SELECT id, started FROM share_run WHERE share_id = ?", (share_id,)
            )
        }
        self._today = self._days[share_run_id]
        self._needed = not execute(
            "SELECT times_tell FROM share WHERE id = ?", (share_id,)
        ).scalar_one()

    def due(self, folder_id: int, guarded: int) -> bool:
        """Return whether the files of a folder are due; all were asked in run ``guarded``."""
        if not self._needed:
            return False
        age = self._today - self._days[guarded]
        its_day = (folder_id + self._today) % WITHIN_DAYS == 0
        return age >= WITHIN_DAYS or (age > 0 and its_day)

    def done(self, folder_id: int) -> None:
        """Note that all files of a folder were asked now."""
        self._writer.add(GUARDED_FOLDER, (self._share_run_id, folder_id))

    def learn(self, *, times_tell: bool) -> None:
        """Note what a whole walk showed of the server's times."""
        self._writer.connection.exec_driver_sql(
            "UPDATE share SET times_tell = ? WHERE id = ?", (times_tell, self._share_id)
        )
