from pathlib import Path

import pytest

from scanner.errors import SettingsError
from scanner.settings import Settings
from scanner.settings.read import settings, settings_path

OWN = """[[detector]]
entity = "LOCAL_CT"
title = "council tax account"
category = "financial"
patterns = ['CT[0-9]{6}']
labels = ["council tax"]
"""
EXAMPLE = Path(__file__).parents[3] / "docs" / "stocktake.example.toml"


def _file(folder: Path, text: str) -> Path:
    path = folder / "stocktake.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_documented_example_is_taken() -> None:
    read = settings(EXAMPLE)
    assert read.detector
    assert read.words


def test_without_a_file_nothing_is_set_and_in_the_usual_place_it_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings(None) == Settings()
    settings_path().parent.mkdir()
    settings_path().write_text(OWN)
    assert [each.entity for each in settings(None).detector] == ["LOCAL_CT"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lables = 1", ("line 1", "unknown key lables", "detector, words, allow")),
        (OWN + "patern = 1", ("line 7", "did you mean patterns?")),
        (OWN + "matches = ['CT12']", ("line 7", "example 1 is matched by no pattern")),
        (OWN + "refuses = ['CT123456']", ("line 7", "example 1 is matched by a pattern")),
        (OWN.replace("[0-9]{6}", ".*"), ("line 5", "patterns", "without end")),
        (OWN.replace("financial", "money"), ("line 4", "category", "health")),
        (OWN.replace("LOCAL_CT", "UK_NINO"), ("line 2", "entity", "LOCAL_")),
        (OWN.replace("labels", "opposing"), ("line 1", "no labels and no headers")),
        (OWN.replace("CT[", "[") + "where = 'everywhere'\npatterns2 = 1", ("line 8",)),
        (OWN.replace("CT[0-9]{6}", "[0-9]{4}") + "where = 'everywhere'", ("'2026'",)),
        (OWN + OWN, ("LOCAL_CT is there twice",)),
        (OWN.replace("CT[0-9]{6}", "[0-9]{8}") + "where = 'everywhere'", ("number of 8 digits",)),
        (OWN.replace("CT[0-9]{6}", r"\w{8}") + "where = 'everywhere'", ("'resident'",)),
        (OWN.replace("CT[0-9]{6}", ".{9}") + "where = 'everywhere'", ("'committee'",)),
        (OWN.replace("CT[", "#["), ("line 5", "begins or ends with '#'")),
        (OWN.replace("{6}", "{6}[.]"), ("line 5", "begins or ends with '.'")),
        ("[[allow]]\nentity = 'UK_NINO'", ("line 1", "allow.values")),
        (
            "[[allow]]\nentity = 'UK_NIN'\nvalues = ['QQ123456C']\nwhy = 'a sample'",
            ("did you mean UK_NINO?",),
        ),
        (
            "[[allow]]\nentity = 'UK_NHS'\nvalues = ['9990000017']\nwhy = 'a sample'",
            ("value 1 of UK_NHS is not a valid one",),
        ),
        (
            "[[allow]]\nentity = 'PERSON'\nvalues = ['*']\nwhy = 'nobody'",
            ("value 1 allows nearly everything",),
        ),
        ("[threshold]\nPERSON = 0.3", ("line 2", "threshold.PERSON", "0.5")),
        ("[[exclude]]\npaths = ['**']\nwhy = 'all of it'", ("line 2", "leave out everything")),
        ("[[exclude]]\npaths = ['../HR']\nwhy = 'secret'", ("line 2", "from the root")),
        ("[[exclude]]\npaths = ['HR\\Union']\nwhy = 'secret'", ("backslash",)),
        ("[[exclude]]\npaths = ['HR']", ("line 1", "why")),
        ("[words.UK_NINOS]\nlabels = ['ni']", ("line 1", "did you mean UK_NINO?")),
        ("[words.UK_NINO]\nlabels = ['(ni)']", ("line 2", "letter or digit")),
        ("connections_per_server = 0", ("line 1", "connections_per_server", "greater")),
        ("a = [", ("TOML", "line 1")),
    ],
)
def test_a_fault_is_said_with_file_line_and_key(
    tmp_path: Path, text: str, said: tuple[str, ...]
) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(SettingsError) as refused:
        settings(path)
    for words in (str(path), *said):
        assert words in str(refused.value)


def test_what_is_no_text_or_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no settings at"):
        settings(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"# one\n# caf\xe9\n")
    with pytest.raises(SettingsError, match="line 2: not UTF-8"):
        settings(tmp_path / "latin.toml")
    (tmp_path / "large.toml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(SettingsError, match="larger than"):
        settings(tmp_path / "large.toml")


def test_the_files_of_the_modulus_check_lie_beside_the_settings(tmp_path: Path) -> None:
    path = _file(tmp_path, "[modulus_check]\nweights = 'valacdos.txt'\nsubstitutes = '/x/sub.txt'")
    read = settings(path).modulus_check
    assert read
    assert (read.weights, read.substitutes) == (tmp_path / "valacdos.txt", Path("/x/sub.txt"))
    path = _file(tmp_path, "[modulus_check]\nweights = 'a.txt'\nsubstitute = 'b.txt'")
    with pytest.raises(SettingsError, match=r"line 3: unknown key .*did you mean substitutes"):
        settings(path)
