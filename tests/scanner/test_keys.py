"""The key: how tokens are made from it, where it lies, and what is refused."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from scanner.errors import SettingsError
from scanner.keys import VARIABLE, TokenKey, key_path, load_key, load_or_create_key
from tests.scanner.scanning import HOUSE

SECRET = bytes(range(32))


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "stocktake" / "token.key"


def _write(path: Path, content: bytes, mode: int = 0o600) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    path.chmod(mode)


def _by_definition(secret: bytes, message: bytes) -> bytes:
    """Return HMAC-SHA256, written out from RFC 2104 section 2."""
    key = secret.ljust(64, b"\0")
    inner = hashlib.sha256(bytes(b ^ 0x36 for b in key) + message).digest()
    return hashlib.sha256(bytes(b ^ 0x5C for b in key) + inner).digest()


@pytest.mark.parametrize(
    ("entity", "canonical"),
    [("UK_NHS", "9990000018"), ("PERSON", "zoë ó brien"), ("PERSON", ""), ("X", "stray \udce9")],
)
def test_a_token_is_the_promised_function_of_entity_and_value(entity: str, canonical: str) -> None:
    message = f"{entity}:{canonical}".encode("utf-8", "surrogatepass")
    token = TokenKey(SECRET).token(entity, canonical)
    assert token == _by_definition(SECRET, message)[:16]
    other = TokenKey(SECRET).token(entity, "other")
    assert TokenKey(SECRET).tokens(entity, [canonical, "other", canonical]) == token + other + token


def test_what_is_derived_differs_by_key_and_by_use() -> None:
    one, other = TokenKey(SECRET), TokenKey(SECRET[::-1])
    derived = [
        value
        for key in (one, other)
        for value in (key.secret, key.fingerprint_key, key.check_value, key.key_id.encode())
    ]
    assert len(set(derived)) == len(derived)
    assert one.token("A", "1") != other.token("A", "1")
    assert one.token("A", "1") != one.token("B", "1")
    assert len(one.fingerprint_key) == 32


def test_the_key_is_not_shown() -> None:
    assert repr(TokenKey(SECRET)) == "TokenKey()"
    for value in (SECRET.hex(), repr(SECRET)):
        assert value not in f"{TokenKey(SECRET)!r} {TokenKey(SECRET)}"


def test_a_key_is_made_once_for_its_owner_alone(path: Path) -> None:
    before = os.umask(0)  # the worst that a user may have set
    try:
        made = load_or_create_key()
    finally:
        os.umask(before)
    assert len(made.secret) == 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.read_text() == made.secret.hex() + "\n"
    assert load_or_create_key() == load_key() == made
    assert [each.name for each in path.parent.iterdir()] == ["token.key"]


def test_two_keys_are_not_alike(path: Path) -> None:
    first = load_or_create_key()
    path.unlink()
    assert load_or_create_key() != first


def test_the_environment_comes_first_and_makes_no_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, f" {SECRET.hex().upper()}\n")
    assert load_or_create_key() == load_key() == TokenKey(SECRET)
    assert not path.exists()
    monkeypatch.delenv(VARIABLE)
    made = load_or_create_key()
    monkeypatch.setenv(VARIABLE, SECRET.hex())
    assert load_key() == TokenKey(SECRET) != made


def test_without_a_setting_the_key_lies_below_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for unset in ("", None):
        if unset is None:
            monkeypatch.delenv("XDG_CONFIG_HOME")
        else:
            monkeypatch.setenv("XDG_CONFIG_HOME", unset)
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        assert key_path() == tmp_path / "home" / ".config" / "stocktake" / "token.key"


def test_loading_makes_no_key(path: Path) -> None:
    with pytest.raises(SettingsError, match=r"No token key at .*token\.key"):
        load_key()
    assert not path.parent.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"11" * 31, b"11" * 33, b"zz" * 32, b"1" * 63, bytes(32), b"\xff" * 64],
)
def test_what_is_not_a_key_is_refused_and_kept(path: Path, content: bytes) -> None:
    _write(path, content)
    with pytest.raises(SettingsError, match=r"token\.key"):
        load_or_create_key()
    assert path.read_bytes() == content


@pytest.mark.parametrize("text", ["", "short", "zz" * 32])
def test_a_wrong_environment_is_refused_and_never_shown(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv(VARIABLE, text)
    with pytest.raises(SettingsError, match=VARIABLE) as caught:
        load_or_create_key()
    assert not text or text not in str(caught.value)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o610, 0o601, 0o777])
def test_a_key_that_others_may_touch_is_refused(path: Path, mode: int) -> None:
    _write(path, SECRET.hex().encode(), mode)
    with pytest.raises(SettingsError, match="chmod 600"):
        load_key()


def test_a_folder_where_no_key_can_be_made_is_named(path: Path) -> None:
    path.parents[1].parent.mkdir(exist_ok=True)
    path.parents[1].write_text("a file where a folder should be")
    with pytest.raises(SettingsError, match=f"Set {VARIABLE}"):
        load_or_create_key()


def test_what_a_killed_scan_left_half_made_does_not_stop_the_next(path: Path) -> None:
    path.parent.mkdir(parents=True)
    # In a container every scan has the same process number.
    (path.parent / f".token.key.{os.getpid()}").write_text("half")
    assert len(load_or_create_key().secret) == 32


def test_scans_that_begin_at_one_moment_take_one_key(path: Path) -> None:
    code = (
        "import sys; from scanner.keys import load_or_create_key; sys.stdin.read(1);"
        "print(load_or_create_key().secret.hex())"
    )
    for _ in range(5):
        started = [
            subprocess.Popen(
                [sys.executable, "-c", code],
                env={**os.environ, "PYTHONPATH": str(HOUSE)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for _ in range(6)
        ]
        for process in started:
            assert process.stdin is not None
            process.stdin.write("x")
            process.stdin.flush()
        keys = {process.communicate(timeout=60)[0].strip() for process in started}
        assert keys == {path.read_text().strip()}
        assert [each.name for each in path.parent.iterdir()] == ["token.key"]
        path.unlink()
