"""Banks, credit unions, payroll bureaux, pension funds and insurers."""

from benchmarks.accuracy.outside.shapes import listing, slip, text
from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.writer import Writer

_STATEMENT = text(
    "bank statement as evidence",
    """
{Bank}                                    Statement no. {n:2-240}
{P.UP}
{P.lines}

Sort code {P.sort}    Account number {P.acct}    IBAN {P.iban}
Date        Details                                  Out        In       Balance
%6-14 {day:figures}  [DD {insurer}|CARD {ref:####} {agent}|ATM {street}|BGC DWP UC {ref:@@######@}|FPI {q.Fg} rent|STO {q.UP}|DD {council}|POS {charity}]  {money}  {money}
Arranged overdraft £{n:100-1500}. Deposits are protected up to £85,000.
""",
    "txt pdf narrow docx",
)
_BACS = listing(
    "list of payments by bank transfer",
    "[BACS input report|Payments file listing|Faster Payments batch {ref:####}]",
    """
Dest sort = {p.sort}
Dest account = {p.acct}
Type = [99|17]
Amount = {money}
Payee name = {p}
Ref = [FOSTER {n:1-52}|DIRECT PAY|RENT|{ref:######}]
?Bldg soc roll no = [|{ref:##/########}]
?Status = [ACCEPTED|ACCEPTED|ARUCS 5 no account]
""",
    "csv xlsx fixed pdf web ruled merged xml",
)
_MANDATE = slip(
    "direct debit instruction",
    "Instruction to your bank or building society to pay by Direct Debit",
    """
Name(s) of account holder(s) = {P}
Bank / building society account number = {P.acct}
Branch sort code = {P.sort}
Name of bank = {bank}
Service user number = {ref:######}
Reference = {ref:8########}
?Address of payer = {P.addr}
?Daytime tel = {P.phone}
?E-mail = {P.mail}
Signature(s) = {P.first}
Date = {day}
""",
)
_CREDIT_UNION = listing(
    "credit union deductions",
    "{Creditunion} - payroll deductions {month}",
    """
Member no = {ref:#####}
Employee = {p}
Pay no = {ref:0#####}
NINO = {p.nino}
Sort = {p.sort}
A/c = {p.acct}
Save = {money}
Loan = {money}
Arrears note = [|on sick, {condition}{+health}|DRO|left {day}]
""",
    "csv xlsx merged banded word",
)
_PAYSLIP = slip(
    "bureau payslip",
    "{Payroll} [payslip|pay advice] period {n:1-12}",
    """
Employee = {P}
Employee no = {ref:#####}
NI number = {P.nino}
NI category = [A|M|C]
Tax code = 1257L
?Home address = {P.addr}
Employer PAYE = {P.paye}
Accounts Office ref = {P.aor}
Basic = £{money}
PAYE tax = £{money}
?UNISON subs|Unite subs|GMB subs = £{n:9-25}.00{+union}
Attachment = [none|CSA £{n:20-90}|court order £{n:10-80}]
Net pay = £{money}
Paid to = {bank}, {P.sort}, {P.acct}
""",
    "txt txt pdf html docx json",
)
_STARTERS = listing(
    "starters and leavers of a payroll",
    "{Payroll}: [starters|P45 details|pension auto-enrolment] {month}",
    """
Title = {p.title}
Surname = {p.FAMILY}
Forenames = {p.given}
D.O.B. = {p.dob}
N.I. No. = {p.nino}
Address = {p.addr}
Bank SC = {p.sort}
Bank AC = {p.acct}
Email for payslip = {p.mail}
SMP / SSP = [|SSP from {day}, {condition}{+health}|SMP]
Union member = [N|N|Y{+union}]
""",
    "xlsx csv merged cards answers",
    (3, 12),
)
_PENSION = text(
    "pension fund death letter",
    """
[Pension Fund|Bereavement Team]
Our reference {ref:LG######}     {day}

Dear {Kin.tl}

{P.full} (deceased), National Insurance number {P.nino}, born {P.dob}
I am sorry to hear of the death of your [wife|husband|mother]. A lump sum of £{money} is due to you and to {Kid.full}.
~ We hold your date of birth as {Kin.dob} and your address as {Kin.addr}.
~ If you live abroad give us an IBAN. The one that we hold is {Kin.iban}.
Please send the death certificate, and a statement of {bank} account {Kin.acct} (sort code {Kin.sort}).

{S.full}, Benefits Officer, {S.phone}
""",
)
_CLAIMS = listing(
    "insurer's claims list",
    "{Insurer} - [open claims|bordereau|loss run] at {day}",
    """
Claim ref = {ref:EL/######/##}
Claimant = {p}
DOB = {p.dob}
NI no = {p.nino}
Postcode = {p.post}
TP reg = [{p.vrm}|n/a]
Incident = [Trip {street}|Slip at {school}, {condition}{+health} made worse|Noise - hearing loss{+health}|Pothole, {make}|Vibration white finger{+health}]
Solicitor = {lawfirm}
Reserve = {money}
Handler = {s.init}
""",
    "xlsx csv web merged pdf word",
)
_MOTOR = slip(
    "motor accident report",
    "{Insurer} motor claim form",
    """
Driver's name = {P}
Driver's DOB = {P.dob}
Driver number = {P.licence}
Vehicle = {make} {P.vrm}
Home address = {P.addr}
Convictions = [None|{offence}, {year}{+crime}]
Third party = {Q}, {Q.phone}
TP vehicle = {make} {Q.vrm}
?Injuries = [none|whiplash{+health}|{Q.first} taken to {hospital}{+health?}]
Witness = {R.full}, {R.addr}
""",
)
_CHARGEBACKS = listing(
    "card payments in dispute",
    "Merchant services: retrieval requests",
    """
MID = {ref:########}
ARN = {ref:7#####################}
PAN = {p.card}
Cardholder = {p}
Txn date = {day}
Amount GBP = {money}
Auth = {ref:######}
Reason = [10.4 fraud|13.1 not received|12.6 duplicate]
""",
    "csv xlsx pdf fixed web",
    (3, 14),
)
_TARIFF = text(
    "bank's tariff",
    """
{Bank}: charges for public bodies from {month}
Bacs file £{n:1-9}.50; item {n:2-12}p. CHAPS £{n:12-25}. Recall of a payment £{n:5-20}. Cheque {n:30-80}p.
A sort code has six digits and an account number eight. Roll numbers are for building societies.
~ Cut-off for files is {time}. Cards: debit {n:20-60}p, credit {n:1-2}.{n:10-99}%.
~ The test card numbers for your web page are in the developer's guide.
""",
)
_SETTLEMENT = listing(
    "card terminal settlement",
    "Z report by terminal",
    """
TID = {ref:########}
Batch = {ref:######}
Scheme = [VISA DEBIT|MASTERCARD|AMEX]
Card = ************{ref:####}
Count = {n:1-90}
Total = {money}
RRN = {ref:############}
""",
    "csv fixed columns ruled xlsx",
)
_HOURS = text(
    "branch opening hours",
    """
{Bank}: our branch in {street}, {town}
%5-6 {weekday} [09:30 to 16:30|10:00 to 14:00|closed for training]
The machine outside is open all day. On bank holidays please use the Post Office by {park}.
Ask at the desk for a coin bag. Guide dogs are welcome.
""",
)

WRITERS = (
    Writer("bank", hand("UP|til|Fg", slips=0, dob="figures", acct="closed up|4-4"), (_STATEMENT, _BACS), (_TARIFF,), (_HOURS,)),
    Writer("direct debit scheme", hand("tfl|til|full", sort="boxes|hyphens", acct="boxes|closed up"), (_MANDATE,), (_SETTLEMENT,)),
    Writer("credit union", hand("full|lf"), (_CREDIT_UNION,)),
    Writer("payroll bureau", hand("til|UP|full", slips=0, nino="pairs|closed up", dob="figures|hyphens"), (_PAYSLIP, _STARTERS)),
    Writer("pension fund", hand("full|tfl", dob="words|figures"), (_PENSION,), domain="pensions.example.org"),
    Writer("insurer", hand("tfl|LF|full", vrm="closed up|spaced|hyphen"), (_CLAIMS, _MOTOR), (_TARIFF,)),
    Writer("card acquirer", hand("UP", slips=0, card="closed up|fours"), (_CHARGEBACKS,), (_SETTLEMENT,)),
)  # fmt: skip
