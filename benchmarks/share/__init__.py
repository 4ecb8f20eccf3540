"""An invented council's file share, with the truth about what lies in it.

``python -m benchmarks.share DEST --files 10000 --seed 1`` writes the share into DEST and its ground
truth beside it, into ``DEST.truth.jsonl``. The same seed gives the same bytes. Everybody and
everything in it is invented; see ``values`` for where each number comes from.
"""
