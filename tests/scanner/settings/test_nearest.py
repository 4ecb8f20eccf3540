from scanner.settings.nearest import nearest


def test_the_likeliest_word_is_proposed_and_nothing_for_another() -> None:
    assert nearest("pattern", ["title", "patterns"]) == ", did you mean patterns?"
    assert nearest("zzz", ["title", "patterns"]) == ""
