"""A client that tries: opens files of a share as a user, and reads and writes descriptors."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from smbprotocol.connection import Connection
from smbprotocol.exceptions import AccessDenied
from smbprotocol.file_info import FileDispositionInformation, InfoType
from smbprotocol.open import (
    CreateDisposition,
    CreateOptions,
    FileAttributes,
    ImpersonationLevel,
    Open,
    ShareAccess,
    SMB2QueryInfoRequest,
    SMB2QueryInfoResponse,
    SMB2SetInfoRequest,
)
from smbprotocol.session import Session
from smbprotocol.tree import TreeConnect

READ_DATA, WRITE_DATA, DELETE, WRITE_DAC = 0x1, 0x2, 0x10000, 0x40000
_READ_CONTROL, _WRITE_OWNER = 0x20000, 0x80000
_OWNER_GROUP_DACL = 7
_MOST_BYTES = 65536
_ALL_SHARING = (
    ShareAccess.FILE_SHARE_READ | ShareAccess.FILE_SHARE_WRITE | ShareAccess.FILE_SHARE_DELETE
)


class Client:
    """One user's session. Close it, or use it in a ``with`` statement."""

    def __init__(self, port: int, user: str, password: str, host: str = "127.0.0.1") -> None:
        self._host = host
        self._connection = Connection(uuid.uuid4(), host, port)
        self._connection.connect(timeout=30)
        self._session = Session(
            self._connection, user, password, require_encryption=False, auth_protocol="ntlm"
        )
        self._session.connect()
        self._trees: dict[str, TreeConnect | None] = {}

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the session."""
        self._connection.disconnect(close=True, timeout=10)

    def may_connect(self, share: str) -> bool:
        """Return whether the server lets this user into a share."""
        return self._tree(share) is not None

    def may(self, share: str, path: str, right: int) -> bool:
        """Return whether the server lets this user do it, by doing it. Changes nothing.

        To delete is to mark a file as to be deleted, which is taken back before it is closed.
        """
        try:
            with self._opened(share, path, right) as file:
                if right == DELETE:
                    self._mark(file, delete=True)
                    self._mark(file, delete=False)
        except AccessDenied:
            return False
        return True

    def descriptor(self, share: str, path: str) -> bytes:
        """Return owner, group and DACL as the server stores them."""
        with self._opened(share, path, _READ_CONTROL) as file:
            request = SMB2QueryInfoRequest()
            request["info_type"] = InfoType.SMB2_0_INFO_SECURITY
            request["output_buffer_length"] = _MOST_BYTES
            request["additional_information"] = _OWNER_GROUP_DACL
            request["file_id"] = file.file_id
            answer = SMB2QueryInfoResponse()
            answer.unpack(self._sent(file, request))
        raw: bytes = answer["buffer"].get_value()
        return raw

    def set_descriptor(self, share: str, path: str, raw: bytes) -> None:
        """Store owner, group and DACL; the user must be the server's administrator."""
        with self._opened(share, path, WRITE_DAC | _WRITE_OWNER) as file:
            request = SMB2SetInfoRequest()
            request["info_type"] = InfoType.SMB2_0_INFO_SECURITY
            request["additional_information"] = _OWNER_GROUP_DACL
            request["file_id"] = file.file_id
            request["buffer"] = raw
            self._sent(file, request)

    @contextmanager
    def holding(self, share: str, path: str) -> Iterator[None]:
        """Keep a file open as a program does that lets nobody else in."""
        with self._opened(share, path, READ_DATA | WRITE_DATA, sharing=0):
            yield

    def _tree(self, share: str) -> TreeConnect | None:
        if share not in self._trees:
            tree = TreeConnect(self._session, rf"\\{self._host}\{share}")
            try:
                tree.connect()
            except AccessDenied:
                self._trees[share] = None
            else:
                self._trees[share] = tree
        return self._trees[share]

    @contextmanager
    def _opened(
        self, share: str, path: str, right: int, sharing: int = _ALL_SHARING
    ) -> Iterator[Open]:
        """Open a file or folder. Raises AccessDenied."""
        tree = self._tree(share)
        if tree is None:
            raise AccessDenied
        file = Open(tree, path)
        file.create(
            ImpersonationLevel.Impersonation,
            right,
            FileAttributes.FILE_ATTRIBUTE_NORMAL,
            sharing,
            CreateDisposition.FILE_OPEN,
            CreateOptions.FILE_OPEN_REPARSE_POINT,
        )
        try:
            yield file
        finally:
            file.close()

    def _mark(self, file: Open, *, delete: bool) -> None:
        information = FileDispositionInformation()
        information["delete_pending"] = delete
        request = SMB2SetInfoRequest()
        request["info_type"] = InfoType.SMB2_0_INFO_FILE
        request["file_info_class"] = information.INFO_CLASS
        request["file_id"] = file.file_id
        request["buffer"] = information.pack()
        self._sent(file, request)

    def _sent(self, file: Open, request: SMB2SetInfoRequest | SMB2QueryInfoRequest) -> bytes:
        tree = file.tree_connect
        sent = self._connection.send(request, self._session.session_id, tree.tree_connect_id)
        data: bytes = self._connection.receive(sent)["data"].get_value()
        return data
