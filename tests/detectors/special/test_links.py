import pytest

from detectors.special.links import STATED, is_answered_no, is_linked


def linked(text: str, term: str) -> bool:
    before, _, after = text.partition(term)
    return is_linked(STATED, before.encode(), term.encode(), after.encode())


@pytest.mark.parametrize(
    "text",
    [
        "lives alone, 81 - gout",
        "owing to gout",
        ": gout, walks with a frame",
        "\tY - AA, severe gout",
        "SSP from 4 May, gout\n",
        ". Gout.",
        "to chase the gout clinic for Jane Hill",
        "mum's bad gout",
        "gout worse since Friday",
        "on tablets for gout",
        "stiff knees; gout; low mood",
    ],
)
def test_what_case_notes_tell_of_somebody_is_linked(text: str) -> None:
    assert linked(text, "Gout" if "Gout" in text else "gout")


@pytest.mark.parametrize(
    "text",
    [
        "nil of note, no gout, rash",
        "denies chest pain, gout, rash",
        "St Anne's Hospital site 4 gout",
        "the gout society",
        "Jane Hill, Gout",
    ],
)
def test_what_is_denied_or_not_of_a_list_is_not(text: str) -> None:
    assert not linked(text, "Gout" if "Gout" in text else "gout")


@pytest.mark.parametrize(
    "answer",
    ["? No", ": none", " (please state): N/A", "\tNil", " in the last year? no", " ....... None"],
)
def test_a_question_that_is_answered_no_tells_nothing(answer: str) -> None:
    assert is_answered_no(f"Convictions{answer}".encode(), len("Convictions"))


@pytest.mark.parametrize("answer", [": Yes", " for theft", ": Norwich Crown Court", " noted"])
def test_another_answer_is_none(answer: str) -> None:
    assert not is_answered_no(f"Convictions{answer}".encode(), len("Convictions"))
