"""``python -m benchmarks.name_model train GOLD OUT`` makes the weights, ``measure`` judges them."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.name_model.compare import compared
from benchmarks.name_model.train import gathered, train


def main() -> None:
    """Train the model on generated text and the gold sets in a folder, or measure one."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.name_model")
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser("train", help="train a model and write it")
    training.add_argument("gold", type=Path, help="folder of gold sets")
    training.add_argument("out", type=Path, help="folder for the model")
    training.add_argument("--seed", type=int, default=1)
    training.add_argument("--minutes", type=float, default=15, help="of CPU")
    measuring = commands.add_parser("measure", help="people found without and with a model")
    measuring.add_argument("gold", type=Path, help="folder of gold sets")
    measuring.add_argument("model", help="shipped, a name or a path")
    given = parser.parse_args()
    if given.command == "measure":
        for line in compared(given.gold, given.model):
            print(line, flush=True)
        return
    data = gathered(given.gold, given.seed)
    f1 = train(data, given.seed, given.minutes, given.out)
    print(f"F1 on dev, averaged over sources: {f1:.3f}")


if __name__ == "__main__":
    main()
