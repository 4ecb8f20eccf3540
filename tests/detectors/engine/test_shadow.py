import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detectors.engine.shadow import shadow


@given(st.text(st.characters(codec=None), max_size=60))
def test_every_byte_maps_back_to_its_character(text: str) -> None:
    made = shadow(text)
    assert len(made.text) == len(text)
    starts = np.cumsum([0, *(len(c.encode("utf-8", "surrogatepass")) for c in made.text)])
    assert made.characters(starts).tolist() == list(range(len(text) + 1))


def test_other_spaces_hyphens_and_figures_become_plain() -> None:
    assert shadow("a\u00a0b\u2009c\u2013d\u2019e\uff11é").data == "a b c-d'e1é".encode()
