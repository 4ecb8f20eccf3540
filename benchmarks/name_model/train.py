"""Training the name model: spaCy's smallest network, chosen on texts it was not trained on."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.training import Example as Annotated
from thinc.api import Adam, fix_random_seed

from benchmarks.name_model.gold import Example, may_be_trained_on, parted, read, sources
from benchmarks.name_model.made import Templates, made
from benchmarks.name_model.measure import tallied

LABELS = ("PERSON", "ORG", "LOC")
_MADE = 9_000  # texts to train on
_MADE_DEV = 200
_SETS_WITH_DEV = 20  # people that a source must have in its dev part to be chosen by
_MOST_DEV = 300  # texts of each source
_TWICE = "cerec-email"  # whole letters, few but nearest to what a council has
_CHECKED_EVERY = 250  # batches
_PATIENCE = 6  # checks without a better model
_WIDTH = 96  # numbers a word
_SMALLEST_BATCH, _LARGEST_BATCH = 16, 64  # texts
_CONFIG = {
    "model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {
            "@architectures": "spacy.HashEmbedCNN.v2",
            "pretrained_vectors": None,
            "width": _WIDTH,
            "depth": 4,
            "embed_size": 2000,
            "window_size": 1,
            "maxout_pieces": 3,
            "subword_features": True,
        },
    }
}


@dataclass(frozen=True, slots=True)
class Data:
    """What to train on, and what to choose by, source by source."""

    train: list[Example] = field(repr=False)
    dev: Mapping[str, list[Example]] = field(repr=False)


def gathered(gold: Path, seed: int) -> Data:
    """Return generated texts and the gold sets that weights may be made from."""
    rng = Random(f"{seed}:names")
    train = made(rng, Templates.TRAIN, _MADE)
    dev = {"generated": made(rng, Templates.DEV, _MADE_DEV)}
    for source in filter(may_be_trained_on, sources(gold)):
        own, chosen_by, _ = parted(list(read(gold, source)))
        train += own * (2 if source == _TWICE else 1)
        if sum(len(each.people()) for each in chosen_by) >= _SETS_WITH_DEV:
            dev[source] = chosen_by[:_MOST_DEV]
    return Data(train, dev)


def people(nlp: Language, text: str) -> list[tuple[int, int]]:
    """Return where a pipeline finds people."""
    return [(e.start_char, e.end_char) for e in nlp(text).ents if e.label_ == "PERSON"]


def train(data: Data, seed: int, cpu_minutes: float, out: Path) -> float:
    """Write the best pipeline on dev within the time to ``out``, each time a better one is found.

    Returns its F1 on dev, averaged over sources.
    """
    fix_random_seed(seed)
    nlp = _blank()
    rng = random.Random(seed)
    examples = [_annotated(nlp, each) for each in data.train if each.text.strip()]
    nlp.initialize(lambda: examples[:2000])
    optimizer = Adam(0.001, use_averages=True, L2=0.01, grad_clip=1.0)
    best_f1, checks = -1.0, 0
    until = time.process_time() + 60 * cpu_minutes
    for number, batch in enumerate(_batches(examples, rng), 1):
        nlp.update(batch, sgd=optimizer, drop=0.25)
        late = time.process_time() > until
        if not late and number % _CHECKED_EVERY:
            continue
        with nlp.use_params(optimizer.averages):
            scores = {
                name: tallied(dev, lambda t: people(nlp, t)) for name, dev in data.dev.items()
            }
            f1 = sum(score.f1 for score in scores.values()) / len(scores)
            checks = 0 if f1 > best_f1 else checks + 1
            if f1 > best_f1:
                best_f1 = f1
                _without_words(nlp).to_disk(out)
        shown = " ".join(f"{name} {score.f1:.2f}" for name, score in scores.items())
        print(f"{number} batches, {time.process_time():.0f} s: {f1:.3f} ({shown})", flush=True)
        if late or checks >= _PATIENCE:
            break
    return best_f1


def _blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("ner", config=_CONFIG)
    for label in LABELS:
        _ner(nlp).add_label(label)
    return nlp


def _ner(nlp: Language) -> EntityRecognizer:
    pipe = nlp.get_pipe("ner")
    assert isinstance(pipe, EntityRecognizer)
    return pipe


def _without_words(nlp: Language) -> Language:
    """Return a pipeline with the same weights whose vocabulary holds no word of what it read."""
    fresh = _blank()
    fresh.initialize()
    _ner(fresh).from_bytes(_ner(nlp).to_bytes(exclude=["vocab"]), exclude=["vocab"])
    return fresh


def _annotated(nlp: Language, example: Example) -> Annotated:
    doc = nlp.make_doc(example.text)
    labelled = [each for each in example.spans if each[2] in LABELS]
    spans = [doc.char_span(start, end, label=label) for start, end, label in labelled]
    reference = doc.copy()
    reference.ents = tuple(span for span in spans if span is not None)  # None: inside a token
    return Annotated(doc, reference)


def _batches(examples: Sequence[Annotated], rng: random.Random) -> Iterator[list[Annotated]]:
    """Yield batches without end, in another order each time through."""
    shuffled = list(examples)
    size = float(_SMALLEST_BATCH)
    while True:
        rng.shuffle(shuffled)
        at = 0
        while at < len(shuffled):
            yield shuffled[at : at + int(size)]
            at += int(size)
            size = min(size * 1.002, _LARGEST_BATCH)
