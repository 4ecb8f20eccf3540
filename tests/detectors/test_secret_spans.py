from collections.abc import Callable

import pytest

from detectors.secret_spans import (
    key_after_label,
    password_after_label,
    password_in_url,
    private_key,
    strong_after_label,
    web_token,
)

Expand = Callable[[bytes, int, int], tuple[int, int] | None]


@pytest.mark.parametrize(
    ("expand", "mark", "rest", "expected"),
    [
        (password_after_label, b"password:", b" Ab1!xyz. Next", b"Ab1!xyz"),
        (password_after_label, b"password:", b" Ab1xyz, next", b"Ab1xyz"),
        (password_after_label, b"password:", b' "two words" next', b"two words"),
        (password_after_label, b"password:", b" summer", b"summer"),
        (password_after_label, b"password:", b" summer time", None),
        (password_after_label, b"password:", b"\nsummer", None),
        (password_after_label, b"password:", b"", None),
        (password_after_label, b"password=", b"/tmp/a1", None),
        (strong_after_label, b"temp password ", b"Autumn6781! given", b"Autumn6781!"),
        (strong_after_label, b"new password ", b"Autumn67819, then", b"Autumn67819"),
        (strong_after_label, b"the password ", b"policy of 2024", None),
        (strong_after_label, b"the password ", b"20242025 list", None),
        (strong_after_label, b"the password ", b"reset/change", None),
        (key_after_label, b"api_key=", b"q9F3xT7mZ2vK8bL1nR5w;", b"q9F3xT7mZ2vK8bL1nR5w"),
        (key_after_label, b"api_key=", b"\nq9F3xT7mZ2vK8bL1nR5w", None),
        (key_after_label, b"api_key=", b"1111111111111111111a", None),
        (password_in_url, b"ftp://jo:", b"Ab1!x@host/x", b":Ab1!x"),
        (password_in_url, b"http://host:", b"8080/x@y", None),
        (private_key, b"-----BEGIN PRIVATE KEY-----", b"\n...\n-----END PRIVATE KEY-----", None),
        (web_token, b"eyJab", b"c.eyJabc", None),
    ],
)
def test_what_a_mark_leads_to(
    expand: Expand, mark: bytes, rest: bytes, expected: bytes | None
) -> None:
    data = mark + rest
    span = expand(data, 0, len(mark))
    assert (data[slice(*span)] if span else None) == expected
