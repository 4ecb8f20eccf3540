"""Imported where workers are forked from, and nowhere else: what is printed there goes nowhere.

C libraries print text of documents, and a scan's standard error ends in journals and mails. A
worker that is still starting when the scan is stopped would tell of it in a traceback besides. Our
own lines go through the log's queue, and what a worker died of is told by the parent.
"""

import os

for _descriptor in (1, 2):
    _nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(_nowhere, _descriptor)
    os.close(_nowhere)
