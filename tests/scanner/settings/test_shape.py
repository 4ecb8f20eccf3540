import pickle

from scanner.settings.shape import Settings


def test_settings_reach_a_worker_whole() -> None:
    own = {
        "entity": "LOCAL_CT", "title": "tax", "category": "financial",
        "patterns": ["CT[0-9]{6}"], "labels": ["Council  Tax No"],
    }  # fmt: skip
    made = Settings.model_validate({"detector": [own]})
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own bytes
    assert made.detector[0].labels == ("council tax no",)
