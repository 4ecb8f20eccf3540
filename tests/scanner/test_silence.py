from __future__ import annotations

import subprocess
import sys

from tests.scanner.scanning import HOUSE

_PRINTS = """
import os, sys
{first}
os.write(1, b"text of a document")
os.write(2, b"text of a document")
raise SystemExit("a traceback's last line")
"""


def _printed(first: str) -> tuple[bytes, bytes]:
    code = _PRINTS.format(first=first)
    done = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, capture_output=True, check=False)
    assert done.returncode == 1
    return done.stdout, done.stderr


def test_what_is_printed_below_the_fork_server_goes_nowhere() -> None:
    heard = (b"text of a document", b"text of a documenta traceback's last line\n")
    assert _printed("") == heard
    assert _printed("import scanner.silence") == (b"", b"")


def test_a_scan_itself_is_not_silenced() -> None:
    scan = "import scanner.run, reports.cli.scan; assert 'scanner.silence' not in sys.modules"
    assert _printed(scan)[0] == b"text of a document"
