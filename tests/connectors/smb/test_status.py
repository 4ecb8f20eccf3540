import pytest

from connectors.base import Cause
from connectors.smb.status import REFUSED, SESSION_ENDED, cause_of


@pytest.mark.parametrize(
    ("status", "cause"),
    [
        (0xC0000022, Cause.DENIED),
        (0xC0000043, Cause.IN_USE),
        (0xC0000034, Cause.VANISHED),
        (0xC0000033, Cause.UNREPRESENTABLE),
        (0xC0000267, Cause.OFFLINE),
        (0xC000CF06, Cause.OFFLINE),
        (0xC0000001, Cause.UNREACHABLE),  # and whatever else a server may think of
    ],
)
def test_each_status_has_its_cause(status: int, cause: Cause) -> None:
    assert cause_of(status) is cause


def test_who_is_refused_is_not_asked_again() -> None:
    assert not SESSION_ENDED & REFUSED.keys()
