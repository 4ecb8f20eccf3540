"""What lies in folders, with what guards them: each in one way there and back, some ahead."""

from __future__ import annotations

from collections.abc import Sequence

from connectors.base import DescriptorKind, EntryUnreadable, FolderPath, SecurityDescriptor
from connectors.smb import messages, replies
from connectors.smb.lane import Asked, Lane, Reply
from connectors.smb.messages import Message
from connectors.smb.status import (
    ACCESS_DENIED,
    NO_MORE_FILES,
    NO_SUCH_FILE,
    SUCCESS,
    cause_of,
)

Lines = tuple[list[replies.Listed], SecurityDescriptor | None]
_LISTING_BYTES = 1 << 20
_AT_END = (NO_MORE_FILES, NO_SUCH_FILE)


class Folders:
    """Asks what lies in folders; those that are expected are under way meanwhile."""

    def __init__(self) -> None:
        self._lane: Lane | None = None
        self._under_way: dict[FolderPath, Asked] = {}

    def expect(self, lane: Lane, paths: Sequence[FolderPath]) -> None:
        """Ask what lies in the folders that come next, as far as the server takes it.

        What else was expected is dropped. Raises Lost.
        """
        before = self._under_way if lane is self._lane else {}
        self._lane = lane
        self._under_way = {path: before[path] for path in paths if path in before}
        for path in paths:
            if path in self._under_way:
                continue
            asked = lane.begin_now(_all_of(lane, path))
            if asked is None:
                break
            self._under_way[path] = asked

    def lines(self, lane: Lane, path: FolderPath) -> Lines:
        """Return a folder's lines, and its descriptor if it may be had.

        Raises EntryUnreadable and Lost.
        """
        asked = self._under_way.pop(path, None)
        if asked is None or lane is not self._lane:
            asked = lane.begin(_all_of(lane, path))
        opened, told, *listings, _ = lane.finish(asked)
        if opened.status != SUCCESS or listings[-1].status not in _AT_END:
            return _bit_by_bit(lane, path)
        return _lines(listings), _descriptor(told)


def _all_of(lane: Lane, path: FolderPath) -> list[Message]:
    """Return what asks for all of a folder that is not very large."""
    most = lane.room(_LISTING_BYTES)
    return [
        lane.opening(path, messages.LIST | messages.READ_CONTROL, messages.FOLDER),
        messages.descriptor(),
        messages.listing(most),
        messages.listing(most),  # for being told that there are no more
        messages.closing(),
    ]


def _bit_by_bit(lane: Lane, path: FolderPath) -> Lines:
    """Return the same of a large folder, or one that may be listed and not asked what guards it."""
    opened, told = lane.exchange([
        lane.opening(path, messages.LIST | messages.READ_CONTROL, messages.FOLDER),
        messages.descriptor(),
    ])  # fmt: skip
    if opened.status == ACCESS_DENIED:
        (opened,) = lane.exchange([lane.opening(path, messages.LIST, messages.FOLDER)])
    if opened.status != SUCCESS:
        raise EntryUnreadable(cause_of(opened.status))
    file_id = replies.created(opened.body).file_id
    most = lane.room(_LISTING_BYTES)
    listings: list[Reply] = []
    while not listings or listings[-1].status == SUCCESS:
        listings += lane.exchange([messages.listing(most, file_id)])
    lane.exchange([messages.closing(file_id)])
    if listings[-1].status not in _AT_END:
        raise EntryUnreadable(cause_of(listings[-1].status))
    return _lines(listings), _descriptor(told)


def _lines(listings: Sequence[Reply]) -> list[replies.Listed]:
    return [
        line
        for each in listings
        if each.status == SUCCESS
        for line in replies.listed(replies.buffer(each.body))
    ]


def _descriptor(told: Reply) -> SecurityDescriptor | None:
    if told.status != SUCCESS:
        return None
    return SecurityDescriptor(DescriptorKind.NT, bytes(replies.buffer(told.body)))
