from detectors.engine.code_lists import lists_codes


def test_codes_and_their_meanings_are_no_list_of_people() -> None:
    assert lists_codes(("Lookup ID", "Description", "Active"))
    assert not lists_codes(("Code", "Surname"))
    assert not lists_codes(("Code", "Order"))  # nothing says what they mean
