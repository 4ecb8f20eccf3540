from random import Random

import pytest

from benchmarks.name_model.made import Templates, made, templates


def test_every_name_put_in_is_marked_where_it_stands() -> None:
    for example in made(Random(1), Templates.TRAIN, 300):
        ends = [0, *(end for _, end, _ in example.spans)]
        for (start, end, label), before in zip(example.spans, ends, strict=False):
            assert before <= start < end <= len(example.text)
            assert label in {"PERSON", "ORG", "LOC"}
            assert example.text[start:end].strip() == example.text[start:end]
        assert "{" not in example.text


@pytest.mark.parametrize("lot", list(Templates))
def test_texts_come_out_the_same_each_time(lot: Templates) -> None:
    assert made(Random("a"), lot, 5) == made(Random("a"), lot, 5)
    assert made(Random("a"), lot, 5) != made(Random("b"), lot, 5)


def test_no_template_is_in_two_lots_and_there_are_many() -> None:
    lots = [templates(lot) for lot in Templates]
    every = [row for lot in lots for row in lot]
    assert len(every) == len(set(every)) >= 300
    assert all(len(lot) >= 30 for lot in lots)


def test_some_texts_have_names_reversed_in_capitals_and_in_small_letters_and_some_nobody() -> None:
    texts = made(Random(2), Templates.TRAIN, 600)
    written = [each.text[start:end] for each in texts for start, end in each.people()]
    assert any(", " in name for name in written)
    assert any(name.isupper() for name in written)
    assert any(name.islower() for name in written)
    assert any(not each.people() for each in texts)
