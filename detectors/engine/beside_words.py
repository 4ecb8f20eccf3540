"""Values without a label of their own that a word right beside them makes something else."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detectors.engine.candidates import Candidates
from detectors.engine.shadow import Shadow
from detectors.engine.weigh import Evidence

_LABELLED = int(Evidence.LABEL | Evidence.LABEL_ABOVE)
_NAMED_OTHERWISE = int(Evidence.NAMED_OTHERWISE)
_BORDER = np.zeros(256, dtype=bool)
_BORDER[list(b"\t\n\r")] = True


def naming_evidence(
    own: Candidates, evidence: NDArray[np.int64], shadow: Shadow
) -> NDArray[np.int64]:
    """Return of which ``own`` the detector says so; ``evidence`` is that of their labels.

    Values that fill a line or a cell have no word beside them.
    """
    named = np.zeros(len(own.starts), dtype=np.int64)
    tells = own.detector.named_otherwise
    if tells is not None and len(named):
        codes = shadow.codes
        whole = _BORDER[codes[own.starts - 1]] | (own.starts == 0)
        whole &= _BORDER[codes[np.minimum(own.ends, len(codes) - 1)]] | (own.ends == len(codes))
        for row in np.flatnonzero((evidence & _LABELLED == 0) & ~whole).tolist():
            if tells(shadow.data, int(own.starts[row]), int(own.ends[row])):
                named[row] = _NAMED_OTHERWISE
    return named


def without_others_labels(
    own: Candidates, evidence: NDArray[np.int64], shadow: Shadow
) -> NDArray[np.int64]:
    """Return ``evidence`` with what the detector says of labels that lead to another thing."""
    tells = own.detector.label_of_another
    if tells is not None:
        for row in np.flatnonzero(evidence & _LABELLED).tolist():
            if tells(shadow.data, int(own.starts[row]), int(own.ends[row])):
                evidence[row] = evidence[row] & ~_LABELLED | _NAMED_OTHERWISE
    return evidence
