import numpy as np

from detectors.names.words import MOST_BYTES, Known, known, known_bytes, known_many


def test_what_is_known_of_words() -> None:
    assert known("Jane") & Known.COMMON
    assert known("ZOË") & Known.GIVEN
    assert known("Shuttleworth") & Known.SURNAME
    assert known("Kitchen") & Known.EVERYDAY
    assert known("Award") & Known.THING
    assert known("the") & Known.NEVER
    assert not known("Xuvorplimk")
    assert not known("General") & Known.GIVEN


def test_many_words_are_known_as_each_by_itself() -> None:
    words = [b"Jane", b"SMITH", b"Award", b"Xuvorplimk", b"Shuttleworth", b"Zo\xc3\xab"]
    rows = np.array([list(word.ljust(MOST_BYTES, b"?")) for word in words], dtype=np.uint8)
    found = known_many(rows, np.array([len(word) for word in words]))
    assert found.tolist() == [known_bytes(word) for word in words]
    assert found[:4].tolist() == [known(word.decode()) for word in words[:4]]
