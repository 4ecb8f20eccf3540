"""How messages of a session are signed and encrypted, so that nobody on the way can change them.

[MS-SMB2] 3.1.4.1 signing, 3.1.4.3 encrypting, 2.2.41 the header of an encrypted message; read
2026-11-27. The keys and the algorithms are those that the session was set up with.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
from collections.abc import Callable
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.ciphers.aead import AESCCM, AESGCM
from cryptography.hazmat.primitives.cmac import CMAC
from smbprotocol import Dialects
from smbprotocol.connection import Ciphers, SigningAlgorithms
from smbprotocol.session import Session

_SIGNATURE = slice(48, 64)
_NO_SIGNATURE = bytes(16)
_MESSAGE_ID = slice(24, 32)
_FROM_CLIENT, _FROM_SERVER = bytes(4), b"\1\0\0\0"  # the end of the nonce
_TRANSFORM = struct.Struct("<4s16s16sIHHQ")
_ENCRYPTED = b"\xfdSMB"
_AUTHENTICATED = slice(20, _TRANSFORM.size)  # of the header: all but name and signature
_GCM_NONCE_BYTES, _CCM_NONCE_BYTES = 12, 11
_TAG_BYTES = 16
_Sign = Callable[[bytes, bytes], bytes]


class BadSeal(Exception):
    """A message that the server did not sign, or that does not decrypt."""


class _Cipher(Protocol):
    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes) -> bytes: ...
    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes) -> bytes: ...


class Signing:
    """The signatures of a session's messages; ``required`` tells whether all must have one."""

    def __init__(self, session: Session) -> None:
        self.required = bool(session.signing_required and session.signing_key)
        self._sign = _signing(session) if session.signing_key else _unsigned

    def signed(self, message: bytes) -> bytes:
        """Return a message of ours with its signature."""
        signature = self._sign(_without_signature(message), message[_MESSAGE_ID] + _FROM_CLIENT)
        return message[: _SIGNATURE.start] + signature + message[_SIGNATURE.stop :]

    def check(self, message: bytes) -> None:
        """Raise BadSeal unless the server signed ``message``."""
        wanted = self._sign(_without_signature(message), message[_MESSAGE_ID] + _FROM_SERVER)
        if not hmac.compare_digest(wanted, message[_SIGNATURE]):
            raise BadSeal("a signature that is not the server's")


class Encryption:
    """The encryption of a session's messages."""

    def __init__(self, session: Session) -> None:
        connection = session.connection
        newest = connection.dialect >= Dialects.SMB_3_1_1
        by_gcm = newest and connection.cipher_id in (Ciphers.AES_128_GCM, Ciphers.AES_256_GCM)
        self._session_id: int = session.session_id
        self._nonce_bytes = _GCM_NONCE_BYTES if by_gcm else _CCM_NONCE_BYTES
        kind: Callable[[bytes], _Cipher] = AESGCM if by_gcm else AESCCM
        self._ours, self._theirs = kind(session.encryption_key), kind(session.decryption_key)

    def encrypted(self, messages: bytes) -> bytes:
        """Return messages as they travel."""
        nonce = os.urandom(self._nonce_bytes)
        header = self._header(_NO_SIGNATURE, nonce, len(messages))
        sealed = self._ours.encrypt(nonce, messages, header[_AUTHENTICATED])
        tag, data = sealed[-_TAG_BYTES:], sealed[:-_TAG_BYTES]
        return self._header(tag, nonce, len(messages)) + data

    def decrypted(self, frame: bytes) -> bytes:
        """Return the messages in what travelled. Raises BadSeal."""
        try:
            _, tag, nonce, _, _, _, _ = _TRANSFORM.unpack_from(frame)
            sealed = frame[_TRANSFORM.size :] + tag
            nonce = nonce[: self._nonce_bytes]
            return self._theirs.decrypt(nonce, sealed, frame[_AUTHENTICATED])
        except (InvalidTag, struct.error, ValueError) as error:
            raise BadSeal("a message that does not decrypt") from error

    def _header(self, tag: bytes, nonce: bytes, length: int) -> bytes:
        return _TRANSFORM.pack(_ENCRYPTED, tag, nonce, length, 0, 1, self._session_id)


def is_encrypted(frame: bytes) -> bool:
    """Return whether what travelled is encrypted."""
    return frame[: len(_ENCRYPTED)] == _ENCRYPTED


def _signing(session: Session) -> _Sign:
    """Return what signs: of a message without signature and of the nonce for its direction."""
    connection, key = session.connection, session.signing_key
    algorithm = SigningAlgorithms.HMAC_SHA256
    if connection.dialect >= Dialects.SMB_3_0_0:
        algorithm = SigningAlgorithms.AES_CMAC
    if connection.dialect >= Dialects.SMB_3_1_1 and connection.signing_algorithm_id is not None:
        algorithm = connection.signing_algorithm_id
    if algorithm == SigningAlgorithms.AES_GMAC:
        cipher = AESGCM(key)
        return lambda message, nonce: cipher.encrypt(nonce, b"", message)
    if algorithm == SigningAlgorithms.AES_CMAC:
        return lambda message, _: _cmac(key, message)
    return lambda message, _: hmac.digest(key, message, hashlib.sha256)[: len(_NO_SIGNATURE)]


def _unsigned(_message: bytes, _nonce: bytes) -> bytes:
    return _NO_SIGNATURE


def _cmac(key: bytes, message: bytes) -> bytes:
    code = CMAC(algorithms.AES(key))
    code.update(message)
    return code.finalize()


def _without_signature(message: bytes) -> bytes:
    return message[: _SIGNATURE.start] + _NO_SIGNATURE + message[_SIGNATURE.stop :]
