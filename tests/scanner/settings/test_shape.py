import pickle

import pytest
from pydantic import ValidationError

from scanner.settings.shape import Settings


def test_settings_reach_a_worker_whole() -> None:
    own = {
        "entity": "LOCAL_CT", "title": "tax", "category": "financial",
        "patterns": ["CT[0-9]{6}"], "labels": ["Council  Tax No"],
    }  # fmt: skip
    made = Settings.model_validate({"detector": [own]})
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own bytes
    assert made.detector[0].labels == ("council tax no",)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ({"path": "files01"}, "neither smb://server"),
        ({"path": "smb://jo:secret@files01"}, "do not belong in it"),
        ({"path": "smb://files01:0"}, "no port 0"),
        ({"path": "smb://files01/x", "without": ["a"], "why": "old"}, "a server alone"),
        ({"path": "smb://files01", "without": ["a"]}, "has no why"),
    ],
)
def test_a_share_that_cannot_be_scanned_so_is_refused(share: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Settings.model_validate({"share": [share]})


def test_shares_are_left_out_by_server_whatever_case_they_are_written_in() -> None:
    made = Settings.model_validate(
        {
            "share": [
                {"path": "/srv/files"},
                {"path": "smb://FILES01", "without": ["Old"], "why": "being closed"},
                {"path": r"\\files01", "without": ["scratch$"], "why": "nothing but scans"},
            ]
        }
    )
    assert made.left_out_shares == {"smb://files01": {"old", "scratch$"}}
