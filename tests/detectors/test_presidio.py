import re
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of libraries that presidio brings with it
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
    from spacy.language import Language
    from spacy.tokens import Doc

    from detectors.presidio import recognizers

from detectors.engine import Engine
from detectors.names.second import with_name_model
from detectors.registry import detectors
from tests.detectors.names.ruled_model import model_that_sees

_HOUSE = Path(__file__).parents[2]
_PAGE = (_HOUSE / "docs" / "presidio.md").read_text("utf-8")

TEXT = """Dear Mrs Adeyemi,
Your NHS number is 999 000 0018 and your NI number AB 12 34 56 C. Date of birth: 03/04/1950.
We wrote to 12 Mill Lane, Leeds LS1 4AB and jane.smith@example.com; ring 01632 960123.
Card 4111 1111 1111 1111. Order no 9990000018. Zoë’s form is AB123456C.
Driving licence HILLE803159J99XY, vehicle reg AB12 CDE, passport number 123456789.
BRP ZU1234567, share code W12 3AB 4CD, Home Office ref M1234567.
PNC 2003/0062845E, CRO 265416/21G, prison number G4321XY.
CCRN 05/9876/123456L, case URN 01SJ1234520.
IBAN GB33 BUKB 2020 1555 5555 55, sort code 12-34-56, account number 87654321, UTR 1955839661.
UPN H801200001001, ULN 9276308686, CHI 0101809905, HCN 320 000 0007, IP address 203.0.113.9.
Password: Tr0ub4dor&3x
UPRN 100012345678, Blue Badge number AB12C3.
TRN 63T12233; PAYE ref 073/WZ1234; Accounts Office ref 999PT00000001; NMC PIN 99A9999E.
Company number 12345678, VAT GB 999 9999 73, charity number 1234567.
Mrs Adeyemi, aged 76.
She has asthma, is a practising Muslim and is gay. Ethnicity: White British. She is a GMB member and
a member of the Labour Party. Her fingerprint was enrolled. She was arrested for theft.
Her son has an EHCP. She was referred to MARAC.
"""


@Language.component("words_as_lemmas")
def words_as_lemmas(doc: Doc) -> Doc:
    """Give each token its text as lemma: Presidio's enhancer sees words only where there are."""
    for token in doc:
        token.lemma_ = token.text
    return doc


def tokenizer() -> SpacyNlpEngine:
    """Return a tokenizer with lemmas but without a model, as there is none to be had offline."""
    engine = SpacyNlpEngine(ner_model_configuration=NerModelConfiguration(labels_to_ignore=["O"]))
    blank = spacy.blank("en")
    blank.add_pipe("words_as_lemmas")
    vars(engine)["nlp"] = {"en": blank}
    return engine


@pytest.fixture(scope="module")
def analyzer() -> AnalyzerEngine:
    registry = RecognizerRegistry()
    for recognizer in recognizers():
        registry.add_recognizer(recognizer)
    return AnalyzerEngine(registry=registry, nlp_engine=tokenizer())


def test_a_stock_analyzer_finds_what_a_session_finds(
    analyzer: AnalyzerEngine, engine: Engine
) -> None:
    entities = [one.entity for one in detectors()]
    results = analyzer.analyze(TEXT, language="en", entities=entities)
    by_presidio = sorted((one.entity_type, one.start, one.end, one.score) for one in results)
    found = engine.session().text(TEXT)
    assert {one.entity for one in found} == set(entities)
    assert by_presidio == sorted((one.entity, one.start, one.end, one.confidence) for one in found)


def test_the_explanation_goes_with_each_result(analyzer: AnalyzerEngine, engine: Engine) -> None:
    text = "NI number QQ 12 34 56 C"
    (result,) = analyzer.analyze(text, language="en", return_decision_process=True)
    (found,) = engine.session().text(text)
    assert result.analysis_explanation.recognizer == "Stocktake UK_NINO"
    assert result.analysis_explanation.textual_explanation == found.explanation


def test_words_given_as_context_leave_scores_alone(analyzer: AnalyzerEngine) -> None:
    text = "999 000 0018"
    (plain,) = analyzer.analyze(text, language="en", entities=["UK_NHS"])
    (hinted,) = analyzer.analyze(
        text, language="en", entities=["UK_NHS"], context=["nhs number", "patient"]
    )
    assert hinted.score == plain.score


def test_threads_that_share_recognizers_get_what_their_own_text_holds(engine: Engine) -> None:
    shared = recognizers()
    texts = [f"{TEXT}\n{'x' * number}\nDate of birth: 0{number}/04/1950." for number in range(1, 9)]

    def found_in(text: str) -> set[tuple[str, int, int, float]]:
        return {
            (each.entity_type, each.start, each.end, each.score)
            for recognizer in shared
            for each in recognizer.analyze(text, recognizer.supported_entities)
        }

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(found_in, texts))
    assert answers == [
        {(one.entity, one.start, one.end, one.confidence) for one in engine.session().text(text)}
        for text in texts
    ]


def test_each_recognizer_answers_for_its_own_entity_only() -> None:
    for recognizer in recognizers():
        (entity,) = recognizer.supported_entities
        found = recognizer.analyze(TEXT, [entity])
        assert {one.entity_type for one in found} == {entity}
        assert recognizer.analyze(TEXT, ["OTHER"]) == []


def test_names_that_a_model_sees_are_found_through_presidio_too(tmp_path: Path) -> None:
    declared = with_name_model(detectors(), model_that_sees(tmp_path, ["Priya Lantern"]))
    (people,) = (one for one in recognizers(declared) if one.supported_entities == ["PERSON"])
    text = "Mrs Hill was cold when she said that the nurse had told Priya Lantern to come by."
    found = [text[one.start : one.end] for one in people.analyze(text, ["PERSON"])]
    assert found == ["Hill", "Priya Lantern"]


def test_the_page_on_presidio_prints_what_it_says() -> None:
    program, printed = re.findall(r"^```(?:python|text)\n(.*?)^```", _PAGE, re.M | re.DOTALL)
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=_HOUSE, capture_output=True, text=True, check=True
    )
    assert ran.stdout == printed
