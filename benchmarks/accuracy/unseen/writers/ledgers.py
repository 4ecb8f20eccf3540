"""The finance system, those who pay and buy, and the treasury."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Mail, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_BACS = Register(
    "BACS submission report",
    "BACS INPUT REPORT SUN {ref:######}",
    """
DEST SORT = {p.sort}
DEST ACC = {p.acct}
TC = 99
ACCOUNT NAME = {p}
REFERENCE = [{ref:HB#######}|{ref:SAL######}|{ref:REF #####}]
AMOUNT GBP = {money}
""",
    "fixed fixed csv",
    (10, 60),
    "CREDIT RECORDS TOTAL {money}",
)

_SUPPLIERS = Register(
    "supplier payments over 500",
    "Payments to suppliers over £500 {month} {year}",
    """
Body Name = {Council}
Service = {team}
Supplier = {firm}
Transaction = {ref:51########}
Date = {day}
Amount = {money}
VAT = {ref:#########}
Expense Code = {ref:######}
Contract ref = {ref:CT-##-##-##}
Merchant category = [Supplies & Services|Premises|Transport|Third Party Payments]
""",
    "csv csv xlsx html",
    (12, 70),
)

_LEDGER = Register(
    "journal lines",
    "GL JOURNAL {ref:JNL######}",
    """
CC = {ref:####}
SUBJ = {ref:#####}
DR = {money}
CR = {money}
REF = {ref:##-##-##}
DESC = [RECHARGE {ref:########}|ACCRUAL PO {ref:45########}|CORR MISCODE|YR END ADJ|BANK REC {ref:##########}]
""",
    "fixed csv xlsx",
    (10, 60),
)

_FIRM_INVOICE = Text(
    "invoice between firms",
    """
TAX INVOICE {ref:########}
{Firm}
VAT reg GB {ref:### #### ##}     Company no. {ref:0#######}

Bill to: {Council}, Accounts Payable
Order no: PO {ref:4500######}      Your ref: {ref:CT/####}      Delivery note {ref:### ### ####}
%3-8 {n:1-80} x {product}, part {ref:@@######@}   £{money}
Net £{money}   VAT 20% £{money}   Total £{money}
Payment within 30 days by BACS, quoting {ref:########}.
""",
    "txt docx html",
)

_BUDGET_NOTE = Text(
    "budget monitoring note",
    """
Budget monitoring, period {n:1-12}

The forecast is an overspend of £{money}k, against £{money}k last month.
Waste: diesel is down but the new rounds need two more crews.
~ Car parks: income is under target since the multi-storey shut.
~ Leisure: gas price fixed until {month}.
~ Salaries: vacancy factor not met.
Mitigations: hold posts, delay the roof at {building}, use the reserve.
""",
)

_ABROAD = Mail(
    "payment abroad",
    "Refund to overseas account - {ref:SD####}",
    (
        """Hi {s.first}

Please pay £{money} to {p.full} who has moved abroad. New account IBAN {p.iban}, name on it {p.full}. She can be reached on {p.mail}.
~ Card refund was refused, the old card {p.card} is cancelled.

{s2.full}
{s2.phone}""",
        """Done, {s2.first}. Value date {day}.

{s.full}
Treasury""",
    ),
    between=("s2", "s"),
)

_CONTRACTS = Register(
    "contracts register",
    "Contracts register {year}",
    """
Ref = {ref:NBC-####}
Title = [Grounds maintenance|Agency staff|School catering|Tree works|Print|Lift servicing|Home care block]
Supplier = {firm}
Company no = {ref:0#######}
Start = {day}
End = {day}
Value = {money}
SME = [Y|N]
Tender ref = {ref:DN######}
Contact = {team}
""",
    "csv xlsx html json",
    (8, 45),
)

_CATALOGUE = Register(
    "product catalogue",
    "Catalogue of {firm}",
    """
Code = {ref:@@######@}
Alt code = {ref:### ### ####}
Description = {product}
Pack = {n:1-50}
EAN = {ref:501##########}
Commodity = {ref:########}
List price = {money}
Lead days = {n:1-30}
""",
    "csv xlsx json xml html",
    (12, 70),
)

WRITERS = (
    Writer(
        "finance system",
        hand("UP|init|LF", slips=0, sort="closed up|hyphens", encodings="cp1252|utf-8"),
        planted=(_BACS,),
        lookalike=(_LEDGER, _SUPPLIERS),
    ),
    Writer("treasury officer", hand("full"), planted=(_ABROAD,), lookalike=(_LEDGER,)),
    Writer(
        "accounts payable clerk",
        hand(),
        lookalike=(_FIRM_INVOICE, _SUPPLIERS),
        clean=(_BUDGET_NOTE,),
    ),
    Writer("procurement officer", hand(), lookalike=(_CONTRACTS, _CATALOGUE)),
)
