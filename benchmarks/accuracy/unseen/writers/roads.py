"""Engineers and the depot."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_ROADWORKS = Register(
    "road works schedule",
    "Street works {month} {year}",
    """
Permit = {ref:NM###############}
Street = {street}
Town = {town}
USRN = {ref:########}
Promoter = [{firm}|Cadent|Openreach|Water co]
Works = [resurfacing|gas main|pole replacement|lining|carriageway patching]
TM = [lights|closure|give & take]
Start = {day}
End = {day}
Diversion = [A{n:10-99} THE {ref:@@}|via {street}|none]
""",
    "xlsx csv html",
    (8, 40),
)

_FLEET_PARTS = Register(
    "stores stock list",
    "Depot stores stock {month}",
    """
Part no = {ref:@@######@}
Item = {product}
Bin = {ref:@#} {ref:#@@}
Qty = {n:0-500}
Min = {n:1-50}
Price = {money}
Supplier = {firm}
EAN = {ref:50###########}
""",
    "csv xlsx fixed json",
    (10, 60),
)

_GRIT = Text(
    "gritting notes",
    """
Winter service log

{day}: forecast -3 by dawn, hoar frost on high ground. Grit all primary routes from {time}.
%2-5 Route {n:1-14}: {street}, {street}, {street}; {n:4-12} tonnes out, back at {time}.
~ Barn at {n:20-80} per cent. Order in with {firm}.
Footways: town centre and outside {hospital} only.
""",
    "txt docx",
)

WRITERS = (
    Writer("highways engineer", hand(), lookalike=(_ROADWORKS,), clean=(_GRIT,)),
    Writer("depot storekeeper", hand(), lookalike=(_FLEET_PARTS,), clean=(_GRIT,)),
)
