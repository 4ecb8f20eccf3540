"""Asks hawk-scanner with the patterns that it fetches by itself at its first run.

Run by hawk-scanner's own Python: ``python ask_hawk.py TEXTS FOUND``. Without a network it has no
patterns, and the script ends with a message.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_KINDS = (
    ("email", "EMAIL_ADDRESS"), ("credit", "CREDIT_CARD"), ("phone", "PHONE_NUMBER"),
    ("ip address", "IP_ADDRESS"),
)  # fmt: skip


def main() -> int:
    """Ask about all texts at once; return the exit status."""
    home = Path(sys.argv[2]).parent
    paths, files = {}, home / "files"
    files.mkdir(exist_ok=True)
    for number, line in enumerate(Path(sys.argv[1]).read_text().splitlines()):
        row = json.loads(line)
        (files / f"{number}.txt").write_text(row["text"])
        paths[f"{number}.txt"] = row["path"]
    connection = {"sources": {"fs": {"texts": {"path": str(files.absolute())}}}}
    (home / "connection.yml").write_text(json.dumps(connection))
    scanner = Path(sys.executable).with_name("hawk_scanner").absolute()
    command = [str(scanner), "fs", "--connection", "connection.yml", "--json", "out.json"]
    done = subprocess.run(
        [*command, "--no-write", "--shutup"], cwd=home, capture_output=True, text=True, check=False
    )
    if "Unable to download" in done.stdout or done.returncode:
        print("its patterns are not in its package and could not be fetched", file=sys.stderr)
        return 1
    with Path(sys.argv[2]).open("w") as found:
        for hit in json.loads((home / "out.json").read_text()).get("fs", []):
            named = hit["pattern_name"].lower()
            entity = next((entity for word, entity in _KINDS if word in named), None)
            for text in hit["matches"] if entity else []:
                path = paths[Path(hit["file_path"]).name]
                answer = {"path": path, "entity": entity, "text": text}
                found.write(json.dumps(answer) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
