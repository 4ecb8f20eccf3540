"""``python -m benchmarks.name_model train GOLD OUT`` makes the weights; see ``--help``."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.name_model.train import gathered, train


def main() -> None:
    """Train the model on generated text and the gold sets in a folder."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.name_model")
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser("train", help="train a model and write it")
    training.add_argument("gold", type=Path, help="folder of gold sets")
    training.add_argument("out", type=Path, help="folder for the model")
    training.add_argument("--seed", type=int, default=1)
    training.add_argument("--minutes", type=float, default=15, help="of CPU")
    given = parser.parse_args()
    data = gathered(given.gold, given.seed)
    f1 = train(data, given.seed, given.minutes, given.out)
    print(f"F1 on dev, averaged over sources: {f1:.3f}")


if __name__ == "__main__":
    main()
