from detectors.names.lexicon import first_names, folded, surnames


def test_lists_are_folded_and_hold_names_of_many_origins() -> None:
    assert {"margaret", "fatima", "agnieszka", "sian", "kwame", "zoe"} <= first_names()
    assert {"smith", "o'brien", "okafor", "patel", "kowalski", "llewellyn"} <= surnames()
    assert all(name == folded(name) for name in first_names() | surnames())
