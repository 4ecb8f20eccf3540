"""The key behind every token: 32 bytes that live outside the catalogue.

A token is HMAC-SHA256 over ``ENTITY:canonical``, its first 16 bytes stored; fingerprints of
bytes use a key derived from it. Without the key nobody can test a guess against the catalogue;
with another key nothing would match, so the catalogue keeps a check value and refuses it.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from scanner.errors import SettingsError

VARIABLE = "STOCKTAKE_TOKEN_KEY"
TOKEN_BYTES = 16
_BLOCK_BYTES = 64  # of SHA-256; no key is longer


@dataclass(frozen=True, slots=True)
class TokenKey:
    """The key, and what is derived from it."""

    secret: bytes = field(repr=False)

    def token(self, entity: str, canonical: str) -> bytes:
        """Return the 16 bytes that stand for a canonical value in the catalogue.

        >>> TokenKey(bytes(32)).token("UK_NHS", "9990000018").hex()
        '1b679207d851b39215dd87c1fa9a2032'
        """
        message = f"{entity}:{canonical}".encode("utf-8", "surrogatepass")
        return hmac.digest(self.secret, message, "sha256")[:TOKEN_BYTES]

    def tokens(self, entity: str, canonicals: Iterable[str]) -> bytes:
        """Return the tokens of many values, one after the other.

        What key and entity add is hashed once for all, as RFC 2104, section 4, lays out: half
        the cost of single tokens.
        """
        block = self.secret.ljust(_BLOCK_BYTES, b"\0")
        inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in block))
        outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in block))
        inner.update(f"{entity}:".encode())
        found: list[bytes] = []
        for canonical in canonicals:
            message, whole = inner.copy(), outer.copy()
            message.update(canonical.encode("utf-8", "surrogatepass"))
            whole.update(message.digest())
            found.append(whole.digest()[:TOKEN_BYTES])
        return b"".join(found)

    @property
    def fingerprint_key(self) -> bytes:
        """Return the key for fingerprints of bytes: 32 bytes."""
        return hmac.digest(self.secret, b"stocktake fingerprint", "sha256")

    @property
    def own_pages_key(self) -> bytes:
        """Return the key for marks of our own reports: 32 bytes."""
        return hmac.digest(self.secret, b"stocktake own pages", "sha256")

    @property
    def check_value(self) -> bytes:
        """Return what the catalogue keeps to tell a wrong key."""
        return hmac.digest(self.secret, b"stocktake check value", "sha256")

    @property
    def key_id(self) -> str:
        """Return a short public name of the key."""
        return hashlib.blake2b(self.check_value, digest_size=8).hexdigest()


def key_path() -> Path:
    """Return where the key lies when the environment does not give it."""
    base = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    return Path(base) / "stocktake" / "token.key"


def load_key() -> TokenKey:
    """Return the key from the environment or its file. Raises SettingsError."""
    text = os.environ.get(VARIABLE)
    if text is not None:
        return TokenKey(_decoded(text, VARIABLE))
    path = key_path()
    try:
        text = path.read_text("ascii")
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        raise SettingsError(
            f"No token key at {path} and {VARIABLE} is not set: 'stocktake scan' makes one."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The token key {path} cannot be read.") from error
    if mode & 0o077:
        raise SettingsError(f"The token key {path} is open to others: chmod 600 it.")
    return TokenKey(_decoded(text, str(path)))


def load_or_create_key() -> TokenKey:
    """Return the key, made anew where there is none. Raises SettingsError."""
    path = key_path()
    if os.environ.get(VARIABLE) is None and not path.exists():
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _make(path)
        except OSError as error:
            raise SettingsError(
                f"Cannot make the token key {path}: {os.strerror(error.errno or 0)}."
                f" Set {VARIABLE} to 64 hexadecimal digits instead."
            ) from error
    return load_key()


def _make(path: Path) -> None:
    """Write a new key to ``path``, unless another scan does so first. Raises OSError."""
    # Written whole under another name first: a key cut off half-way would lock us out.
    descriptor, new = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 0600
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32) + "\n")
            file.flush()
            os.fsync(file.fileno())
        # A link and not a rename, which would take the key away from who already uses it.
        with suppress(FileExistsError):
            os.link(new, path)
    finally:
        os.unlink(new)


def _decoded(text: str, where: str) -> bytes:
    try:
        secret = bytes.fromhex(text.strip())
    except ValueError:
        secret = b""
    if len(secret) != 32:
        raise SettingsError(f"The token key in {where} is not 64 hexadecimal digits.")
    return secret
