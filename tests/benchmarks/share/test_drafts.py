from random import Random

from benchmarks.share.drafts import Demand, Draft, Grid, Planted, inside
from benchmarks.share.values import Value


def _draft() -> Draft:
    return Draft(Random(1), "formal", "Title")


def test_wrapped_when_a_value_would_break_then_it_stays_whole() -> None:
    draft = _draft()
    values = [f"AB {n:02} 34 56 C" for n in range(40)]
    for value in values:
        draft.plant(Value("UK_NINO", value.replace(" ", "")[:8], value, "pairs"), "label")
    draft.say(" and ".join(f"number {value}" for value in values))
    lines = draft.wrapped(40)
    assert max(map(len, lines)) <= 40
    assert all(sum(value in line for line in lines) == 1 for value in values)


def test_texts_when_a_table_then_columns_are_aligned_under_titles() -> None:
    draft = _draft()
    draft.add(Grid(("A", "Longer"), (("value", "b"), ("x", "y")), titles=("Title",)))
    assert draft.texts() == ["Title", "A       Longer", "value   b", "x       y"]


def test_inside_when_nested_then_member_paths_are_joined() -> None:
    item = Planted(Value("PERSON", "a b", "A B", "full"), "label", Demand.REQUIRED)
    nested = inside("outer.zip", inside("papers/a.txt", [item]))
    assert [each.member for each in nested] == ["outer.zip/papers/a.txt"]
