import warnings
from pathlib import Path

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of libraries that presidio brings with it
    from detectors.presidio.own import RecognisersRefused, own_detectors

from detectors.base import Detection
from detectors.engine import Engine
from detectors.registry import detectors, parts

FILE = r"""recognizers:
  - name: Council tax reference
    supported_entity: COUNCIL_TAX_REFERENCE
    patterns:
      - {name: digits and a letter, regex: '\b[0-9]{8}[A-Z]\b', score: 0.3}
    context: [council tax]
  - name: Wards
    supported_entity: WARD
    deny_list: [Elm Rise, Mossgate]
  - name: Library card
    supported_entity: LIBRARY_CARD
    patterns:
      - {name: after its label, regex: '(?<=card )L[0-9]{6}\b', score: 0.8}
"""
TAKEN = frozenset(each.entity for each in detectors())


def written(folder: Path, text: str = FILE) -> Path:
    path = folder / "recognisers.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture(scope="module")
def owner(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    own = own_detectors(written(tmp_path_factory.mktemp("own")), TAKEN)
    return Engine((*detectors(), *own))


def own_of(found: list[Detection], text: str) -> list[tuple[str, str, float]]:
    return [
        (one.entity, text[one.start : one.end], round(one.confidence, 2))
        for one in found
        if one.entity not in TAKEN
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Council tax no 12345678A.", [("COUNCIL_TAX_REFERENCE", "12345678A", 0.65)]),
        ("Zoë’s part 12345678A.", [("COUNCIL_TAX_REFERENCE", "12345678A", 0.3)]),
        ("She lives in Elm Rise.", [("WARD", "Elm Rise", 1.0)]),
        ("Her card L123456; a car L123457.", [("LIBRARY_CARD", "L123456", 0.8)]),
    ],
)
def test_own_recognisers_find_in_running_text(
    owner: Engine, text: str, expected: list[tuple[str, str, float]]
) -> None:
    assert own_of(owner.session().text(text), text) == expected


def test_own_recognisers_find_within_cells_only(owner: Engine) -> None:
    rows = "Mossgate\tElm\nRise\t12345678A\nmy card L123456\tcard\tL123457\n"
    found = own_of(owner.session().table(rows, 1, None), rows)
    assert [value for _, value, _ in found] == ["Mossgate", "12345678A", "L123456"]


def test_our_own_detections_stay_beside_them(owner: Engine, engine: Engine) -> None:
    text = "NI number QQ 12 34 56 C of Elm Rise, card L123456"
    ours = [one for one in owner.session().text(text) if one.entity in TAKEN]
    assert ours == engine.session().text(text)


def test_the_explanation_names_recogniser_pattern_and_context_word(owner: Engine) -> None:
    (found,) = owner.session().text("Council tax no 12345678a.")
    assert found.canonical == "12345678A"
    assert found.explanation == (
        "own Presidio recogniser Council tax reference: pattern digits and a letter;"
        " context word council tax"
    )


def test_another_content_of_the_file_is_another_set(tmp_path: Path) -> None:
    before = parts(own_detectors(written(tmp_path), TAKEN))
    after = parts(own_detectors(written(tmp_path, FILE.replace("0.3", "0.4")), TAKEN))
    assert before != after
    assert before == parts(own_detectors(written(tmp_path), TAKEN))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (FILE.replace("[0-9]{8}", "([0-9]{8}"), "Invalid regex"),
        (FILE.replace("0.8", "8"), "score"),
        (FILE.replace("WARD", "UK_NHS"), "recogniser Wards: UK_NHS is found already"),
        ("recognisers: []", "recognizers"),
        ("recognizers: [", "line 1"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(RecognisersRefused, match=reason):
        own_detectors(written(tmp_path, text), TAKEN)


def test_the_surest_of_two_that_overlap_is_kept(tmp_path: Path) -> None:
    more = (
        FILE
        + """  - name: Long wards
    supported_entity: WARD
    patterns:
      - {name: ward, regex: 'ward of Elm Rise', score: 0.5}
      - {name: green, regex: 'Green End', score: 0.5}
"""
    )
    engine = Engine(own_detectors(written(tmp_path, more), TAKEN))
    text = "Green End, ward of Elm Rise, Mossgate"
    found = [text[one.start : one.end] for one in engine.session().text(text)]
    assert found == ["Green End", "Elm Rise", "Mossgate"]


def test_the_file_on_the_page_is_taken(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "presidio.md").read_text("utf-8")
    block = page.partition("```yaml\n")[2].partition("```")[0]
    (own,) = own_detectors(written(tmp_path, block), TAKEN)
    assert own.entity == "LIBRARY_CARD"
