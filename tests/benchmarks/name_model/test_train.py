import json
import warnings
from pathlib import Path
from random import Random

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of libraries that spaCy brings with it
    import spacy

    from benchmarks.name_model.train import LABELS, Data, train

from benchmarks.name_model.made import Templates, made


def test_a_model_is_written_that_loads_and_holds_no_word_it_was_trained_on(tmp_path: Path) -> None:
    texts = made(Random(1), Templates.TRAIN, 40)
    f1 = train(Data(texts, {"generated": texts[:5]}), seed=1, cpu_minutes=0, out=tmp_path)
    assert 0 <= f1 <= 1
    model = spacy.load(tmp_path)
    assert sorted(model.pipe_labels["ner"]) == sorted(LABELS)
    words = json.loads((tmp_path / "vocab" / "strings.json").read_text())
    assert set(words) - set(spacy.blank("en").vocab.strings) <= {*LABELS, "ROOT"}
