"""Our own reports, known again by a mark that only the token key can make.

A report names files, so a scan that comes to one would find in it, every night, what it tells of.
The mark is keyed and covers every byte before it: a page that was changed since, or a mark copied
under another text, is no page of ours and is read like any other file.
"""

from __future__ import annotations

import hmac
import re

from scanner.extractors.base import Budget, Source
from scanner.keys import TokenKey

_MARK = "<!-- stocktake own-files {} -->\n"  # a comment, which a browser does not show
_SHAPE = re.compile(_MARK.format("([0-9a-f]{64})").encode())
_MARK_BYTES = len(_MARK.format("0" * 64))
_MOST_BYTES = 32_000_000  # a page is far smaller; a forger's sparse terabyte is not read for this


def marked(page: str, key: TokenKey) -> str:
    """Return ``page`` with its mark as the last line."""
    page = page if page.endswith("\n") else page + "\n"
    mac = hmac.digest(key.own_pages_key, page.encode(), "sha256")
    return page + _MARK.format(mac.hex())


def is_ours(source: Source, key: TokenKey, budget: Budget) -> bool:
    """Tell whether the bytes are a page that was marked with this key, to the last of them."""
    left = source.size_bytes - _MARK_BYTES
    if not 0 < left <= _MOST_BYTES:
        return False
    stream = source.stream()
    stream.seek(left)
    mark = _SHAPE.fullmatch(stream.read(_MARK_BYTES))
    if mark is None:
        return False
    mac = hmac.new(key.own_pages_key, digestmod="sha256")
    stream = source.stream()
    while left and (block := stream.read(min(left, 1 << 20))):
        mac.update(block)
        left -= len(block)
        budget.progress()
    return hmac.compare_digest(mac.hexdigest().encode(), mark[1])
