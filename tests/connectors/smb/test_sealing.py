"""Against smbprotocol's own signatures and encryption, which other people wrote."""

from __future__ import annotations

import uuid

import pytest
from smbprotocol import Dialects
from smbprotocol.connection import Ciphers, Connection, SigningAlgorithms, SMB2TransformHeader
from smbprotocol.session import Session

from connectors.smb.sealing import BadSeal, Encryption, Signing, is_encrypted

_KEY = bytes(range(16))
_MESSAGE = b"\xfeSMB" + bytes(20) + (77).to_bytes(8, "little") + bytes(32) + b"what is asked" * 9
_READ = 8


def _session(dialect: int, *, signing: int | None = None, cipher: int | None = None) -> Session:
    connection = Connection(uuid.uuid4(), "server.invalid")
    connection.dialect, connection.signing_algorithm_id = dialect, signing
    connection.cipher_id = cipher
    session = Session(connection, "scan", "Invented-Passw0rd")
    session.session_id, session.signing_required = 5, True
    wide = cipher in (Ciphers.AES_256_GCM, Ciphers.AES_256_CCM)
    session.signing_key = _KEY
    session.encryption_key = session.decryption_key = _KEY * 2 if wide else _KEY
    connection.session_table[session.session_id] = session
    return session


_DIALECTS = [
    (Dialects.SMB_2_1_0, None),
    (Dialects.SMB_3_0_2, None),
    (Dialects.SMB_3_1_1, None),
    (Dialects.SMB_3_1_1, SigningAlgorithms.HMAC_SHA256),
    (Dialects.SMB_3_1_1, SigningAlgorithms.AES_CMAC),
    (Dialects.SMB_3_1_1, SigningAlgorithms.AES_GMAC),
]


@pytest.mark.parametrize(("dialect", "algorithm"), _DIALECTS)
def test_both_directions_are_signed_as_the_library_signs(
    dialect: int, algorithm: int | None
) -> None:
    session = _session(dialect, signing=algorithm)
    by_library = session.connection._generate_signature
    signing = Signing(session)
    ours = signing.signed(_MESSAGE)
    assert ours[48:64] == by_library(_MESSAGE, _KEY, 77, False, _READ)
    theirs = by_library(_MESSAGE, _KEY, 77, True, _READ)
    signing.check(_MESSAGE[:48] + theirs + _MESSAGE[64:])


@pytest.mark.parametrize(("dialect", "algorithm"), _DIALECTS)
def test_one_changed_byte_breaks_the_signature(dialect: int, algorithm: int | None) -> None:
    session = _session(dialect, signing=algorithm)
    theirs = session.connection._generate_signature(_MESSAGE, _KEY, 77, True, _READ)
    whole = bytearray(_MESSAGE[:48] + theirs + _MESSAGE[64:])
    whole[-1] ^= 1
    with pytest.raises(BadSeal):
        Signing(session).check(bytes(whole))


_CIPHERS = [
    (Dialects.SMB_3_0_0, None),
    (Dialects.SMB_3_1_1, Ciphers.AES_128_CCM),
    (Dialects.SMB_3_1_1, Ciphers.AES_128_GCM),
    (Dialects.SMB_3_1_1, Ciphers.AES_256_CCM),
    (Dialects.SMB_3_1_1, Ciphers.AES_256_GCM),
]


@pytest.mark.parametrize(("dialect", "cipher"), _CIPHERS)
def test_what_one_encrypts_the_other_decrypts(dialect: int, cipher: int | None) -> None:
    session = _session(dialect, cipher=cipher)
    encryption = Encryption(session)
    frame = encryption.encrypted(_MESSAGE)
    assert is_encrypted(frame)
    assert _MESSAGE not in frame
    travelled = SMB2TransformHeader()
    travelled.unpack(frame)
    assert session.connection._decrypt(travelled) == _MESSAGE
    theirs = session.connection._encrypt(_MESSAGE, session).pack()
    assert encryption.decrypted(theirs) == _MESSAGE


def test_what_was_changed_or_cut_does_not_decrypt() -> None:
    encryption = Encryption(_session(Dialects.SMB_3_1_1, cipher=Ciphers.AES_128_GCM))
    frame = encryption.encrypted(_MESSAGE)
    for odd in (frame[:-1], frame[:30], frame[:-1] + bytes([frame[-1] ^ 1]), b"\xfdSMB"):
        with pytest.raises(BadSeal):
            encryption.decrypted(odd)
