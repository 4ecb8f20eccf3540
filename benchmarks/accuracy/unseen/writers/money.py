"""Payroll, benefits, council tax, debts and the ledgers."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Form, Mail, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_PAYROLL = Register(
    "payroll extract",
    "PAYROLL EXTRACT PERIOD {ref:##}",
    """
EMP NO|PAYROLL NO = {ref:00######}
EMPLOYEE|NAME = {p}
NI NUMBER|NINO = {p.nino}
?DOB = {p.dob}
TAX CODE = [1257L|BR|K45|C1257L|0T]
SORT CODE|SC = {p.sort}
ACCOUNT|ACC NO = {p.acct}
GROSS = {money}
NET = {money}
?UNION DEDN = [0.00|0.00|{union} {money}{+union}]
?HOME POSTCODE = {p.post}
""",
    "fixed csv csv xml sql",
    (8, 60),
)

_STARTER = Form(
    "new starter form",
    "New starter details for payroll",
    """
PERSONAL =
Surname|Last name = {P.family}
Forenames|First name(s) = {P.given}
Known as = {P.first}
Home address = {P.addr}
Date of birth|D.o.B = {P.dob}
National Insurance number|NI No = {P.nino}
?Passport number = {P.passport}
?Right to work share code = {P.share}
Mobile number = {P.phone}
Personal email = {P.mail}
BANK DETAILS =
Bank = {bank}
Account holder = {P.init}
Sort code = {P.sort}
Account number = {P.acct}
JOB =
Post = {job}
Start date = {day}
Line manager = {S.full}
?Employer PAYE ref = {P.paye}
?Emergency contact = {Kin.full} ({Kin.phone})
""",
)

_CTAX = Register(
    "council tax accounts",
    "CTAX recovery list {month}",
    """
Account|A/c ref = {ref:7#######}
Liable person(s)|Liab Party = {p}
Property = {p.addr}
?Corr address|Fwd addr = [||{q.addr}|c/o {q.full}]
Band = [A|B|C|D|E]
Balance|O/S = {money}
Stage = [REM1|FINAL|SUMMONS|LO|ATT EARN]
?NINO = [|{p.nino}]
?E-mail = [|{p.mail}]
Memo|Notes = [|vulnerable, just out of {hospital}{+health?}|DWP deduction £{n:3-15}/wk|emp by {firm}, payroll no {ref:####}|moved out {day}, new tnt {r.full}|sev mental imp disc{+health}|student till {year}]
""",
    "xlsx csv csv html",
    (8, 45),
)

_DEBT_CSV = Register(
    "debt agent's file",
    "placement {ref:PL######}",
    """
ClientRef = {ref:#########}
Title = {p.title}
Forename = {p.given}
Surname = {p.family}
Addr1 = {p.house}
Addr2 = {p.town}
PCode|Postcode = {p.post}
Tel1 = {p.phone}
?Tel2 = [|{p.phone2}]
?Email = [|{p.mail}]
?DOB = [|{p.dob}]
?VRM = [|{p.vrm}]
DebtType = [CTAX|PCN|NNDR|SUNDRY]
Balance = {money}
AgentNote = [|gone away, nbr says {town}|spoke to partner {q.full}|PIF {day}|card {p.card} taken over phone DO NOT KEEP|threatened agent{+crime?}|debtor disabled, WC in hall{+health}]
""",
    "csv csv csv json",
    (8, 50),
)

_BENEFIT = Text(
    "benefit claim notes",
    """
Claim {ref:HB########}
{P.LF} {P.nino} {P.dob}
ptnr {Partner.LF} {Partner.nino} {Partner.dob}
{P.addr}

{day} CIC rec'd. Wages from {firm}, wkly, £{money}. Payslip shows NI {P.nino}.
~ {day} Non-dep {Kin.full} ({Kin.dob}) moved in from {town}. JSA(IB).
~ {day} PIP high rate care and mob confirmed CIS{+health}. Disab prem applied.
~ {day} LL is {firm}; paymt direct to sort {P.sort} acc {P.acct}.
~ {day} Tel call from clmt on {P.phone}, wants to know why ovp. Explained.
{day} o/p £{money} created. Letter ref {ref:#####}. {S.init}
""",
    "txt txt log",
)

_FRAUD = Text(
    "benefit fraud interview",
    """
RECORD OF INTERVIEW UNDER CAUTION{+crime}
Person interviewed: {P.full}        D.O.B: {P.dob}
NINO: {P.nino}     Address: {P.addr}
Interviewing officer: {S.full}     Second officer: {S2.full}
Place: {building}      Date: {day}      Start {time}

{S.last}: Do you live with {Q.full}?
{P.last}: No. He gets his post at mine.
{S.last}: His car, registration {Q.vrm}, is insured at your address, and his wages go to {bank} {Q.sort} {Q.acct}. Who pays the rent?
{P.last}: [I do.|My mum does, {Mum.full}, she'll tell you.|No comment.]
~ {S.last}: {firm} tell us that you started there on {day}. You signed a form on {day} to say you had no work.
~ {P.last}: I was ill, I've got {condition}{+health}, I wasn't thinking straight.
{S.last}: Is there anything you want to add?
{P.last}: No.
Tape seal number {ref:B######}. Offered copy, to be sent to solicitor {R.full} at {lawfirm}.
""",
)

_REFUND_MAIL = Mail(
    "refund request",
    "council tax refund {ref:7#######}",
    (
        """Hi I moved from {p.addr} on {day} and you still take my DD. Can I have my money back to
{p.full}
{bank}
{p.sort} {p.acct}
You can ring me {p.phone}

Ta
{p.first}""",
        """Dear {p.tl}

I have made a refund of £{money} to the account ending {ref:####}. It will take five working days.

Regards
{S.full}
Revenues Officer""",
    ),
)

_PENSION = Register(
    "pension fund leavers",
    "LGPS leavers Q{n:1-4}",
    """
Scheme ref = {ref:L######}
Member = {p}
NI No = {p.nino}
Sex = [M|F]
DOB = {p.dob}
Left = {day}
Reason = [resigned|ill health tier 1{+health}|redundancy|retired|death in service]
Service = {n:1-40}y {n:1-360}d
?Address = {p.addr}
?Beneficiary = [|{partner.full}|{kin.full} {kin.dob}]
""",
    "xlsx csv fixed xml",
    (6, 35),
)

_CHARGES = Register(
    "fees and charges",
    "Fees and Charges 2026/27",
    """
Code = {ref:FC###}
Service = [Bulky waste, 3 items|Pest control, rats|Allotment plot, 5 rods|Hall hire per hour|Resident permit|Street trading consent|Cremation, adult|Replacement bin]
2025 = {money}
2026 = {money}
% = {n:0-9}
VAT = [S|E|OS|Z]
""",
    "xlsx docx html csv",
    (10, 30),
)

_HMRC = Text(
    "HMRC payment letter",
    """
HM Revenue and Customs, Employer Office
Employer PAYE reference {P.paye}
Accounts Office reference {P.aor}

{day:words}

Student loan and attachment queries: {School}

%2-7 {p.LF}   NINO {p.nino}   [start SLD plan 2|stop SLD|wrong NINO, was temporary TRN {p.trn}|leaver {day}]
Reply to {S.full}, Payroll, on {S.phone}.
""",
    "txt docx",
)

WRITERS = (
    Writer(
        "payroll system",
        hand(
            "LF|UP|lastinit|lf",
            slips=0,
            nino="closed up",
            sort="closed up|hyphens",
            dob="capitals|figures",
        ),
        planted=(_PAYROLL,),
    ),
    Writer("payroll clerk", hand("full|lf"), planted=(_STARTER, _PENSION, _HMRC)),
    Writer(
        "council tax recovery officer",
        hand("tfl|full|LF", slips=0.15),
        planted=(_CTAX, _REFUND_MAIL),
        lookalike=(_CHARGES,),
    ),
    Writer(
        "debt recovery agent",
        hand("full", phone="closed up|plain +44|lost zero", dob="ISO|figures|with time"),
        planted=(_DEBT_CSV,),
    ),
    Writer(
        "benefits assessor",
        hand("LF", dob="d.m.yy|d/m/yy|figures", nino="closed up"),
        planted=(_BENEFIT,),
        lookalike=(_CHARGES,),
    ),
    Writer(
        "fraud investigator", hand("full", dob="figures|words", nino="pairs"), planted=(_FRAUD,)
    ),
)
