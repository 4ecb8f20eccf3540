"""Departments of government, embassies, members of parliament and elections."""

from benchmarks.accuracy.outside.shapes import listing, slip, text
from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.writer import Writer

_ATLAS = listing(
    "benefit notification file",
    "ATLAS [daily file|notifications] {day}",
    """
NINO = {p.nino}
Surname = {p.family}
Forename = {p.given}
DOB = {p.dob}
?Partner NINO = [{partner.nino}|]
Postcode = {p.post}
Award = [UC|PIP{+health?}|ESA SG{+health?}|SPC|CA]
Start = {day}
Amount = {money}
HB ref = {ref:#######}
""",
    "csv banded xml fixed fields",
    (6, 30),
)
_SEARCHLIGHT = text(
    "benefit system screen print",
    """
CIS - CUSTOMER INFORMATION          PRINTED {day} {time}   TERM {ref:@@####}
-----------------------------------------------------------------
NINO     {P.nino:pairs}        TITLE {P.title}
NAME     {P.Fg}
DOB      {P.dob:capitals}      VERIFIED LEVEL {n:0-3}      DOD ----
ADDR     {P.addr}
TEL      {P.phone}
PREV     NONE HELD
REL      PARTNER  {Partner.Fg}  {Partner.nino:pairs}
INT      [UC ASSESSED {n:100-999}.{n:10-99}|PIP DL STD MOB ENH{+health}|JSA(C) ENDED]
BANK     {P.sort:closed up} {P.acct:closed up}
-----------------------------------------------------------------
F1 HELP  F3 EXIT  F8 MORE
""",
    "txt narrow pdf",
)
_MIGRATION = slip(
    "landlord rent verification",
    "UC [Landlord Portal|UC47|Alternative Payment Arrangement] request",
    """
Claimant =
Name = {P}
National Insurance number = {P.nino}
Date of birth = {P.dob}
Address = {P.addr}
?Phone = {P.phone}
Tenancy =
Tenancy reference = {ref:0#######}
Rent = £{money}
Arrears = £{money}
Reason for managed payment = [Rent arrears|{condition}{+health}|Alcohol or drug dependence{+health}|Domestic abuse{+adult?}|Leaving prison{+crime}]
Landlord's bank =
Account name = {Housing}
Sort code = {O.sort}
Account number = {O.acct}
Completed by = {S.full}
""",
)
_HMRC = listing(
    "tax office list for earnings check",
    "[RTI discrepancy file|NDR extract]",
    """
Employer PAYE ref = {P.paye}
Accounts Office ref = {P.aor}
Works no = {ref:####}
Name = {p}
NINO = {p.nino}
DOB = {p.dob}
Tax code = [1257L|BR|K{n:100-900}|0T M1]
?UTR = {p.utr}
Pay to date = {money}
Tax = {money}
?Student loan = [Plan 2|]
""",
    "csv xlsx ruled pdf cards",
)
_ASYLUM = slip(
    "asylum notice to the council",
    "Home Office - [NASS 35|Notification of Move|Grant of status, 28 days|Age assessment referral]",
    """
Main applicant = {P}
Nationality = {nationality}{+ethnicity?}
DoB = {P.dob}
HO ref|Home Office reference = {P.horef}
?Port ref = {ref:@@@/#######}
?eVisa share code = {P.share}
BRP = {P.brp}
?Passport = {P.passport}
Temporary reference no (TRN) = {P.trn}
Accommodation = {P.addr}
Mobile = {P.phone}
Dependants =
?Spouse = {Partner}, {Partner.dob}
?Child = {Kid}, {Kid.dob}
Needs =
Language = {language}
?Religion = {religion}{+religion}
?Vulnerabilities = [{condition}{+health}|Torture survivor|Fled because he is {orientation}{+sexual}|Pregnant, due {month}{+health}]
Leave to remain until = {day}
Caseworker = {S.full}
""",
)
_EMBASSY = text(
    "embassy letter on a child",
    """
CONSULAR SECTION
{town}, {day:words}          No. {ref:###/CONS/####}

The Consulate presents its compliments to {Council} and refers to the minor {C.Fg}, a citizen of ours, born on {C.dob:words}, holder of passport No. {C.passport}, who we understand to have been placed in foster care{+child}.

The mother, Mrs {Mum.Fg}, passport {Mum.passport}, residing at {Mum.addr}, has addressed herself to this office. The grandparents, Mr {Hub.full} and Mrs {Wife.full}, are ready to receive the child.
~ The father {Q.full} is at present detained in the prison of {town}{+crime?}.
We would be grateful for the name of the social worker. Contact: {S.full}, Second Secretary, {S.mail}.
""",
)
_MP = text(
    "casework of a member of parliament",
    """
Constituent case {ref:@@#####} - reply please within 10 days

From the office of {mp}

My constituent {P.tfl} of {P.addr} ({P.phone}, {P.mail}) came to my surgery at {building}.
[She|He] has been on the housing list since {year} with {n:2-5} children, of whom {Kid.full}, aged {Kid.age}, has {condition}{+health}.
~ Application no. {ref:3#####}. NI number {P.nino}, which [she|he] asked me to give you.
~ Your officer {X.full} is said to have told [her|him] "to find somewhere yourself".
~ [She|He] left [her|his] husband {Q.full} after years of violence{+adult?}.
I look forward to hearing from you.

{S.full}, Senior Caseworker
""",
    "txt docx eml pdf",
)
_SCOTS_GOV = listing(
    "Scottish disability payment list",
    "Social Security Scotland - [CDP|ADP] awards in the area",
    """
CHI = {c.chi}
Child = {c}
DOB = {c.dob}
Parent = {mum}
NINO = {mum.nino}
Postcode = {c.post}
Condition = {condition}{+health}
Component = [Care high|Mobility|Care mid]
""",
    "csv xlsx merged web word",
)
_CIRCULAR = text(
    "government circular",
    """
HB Circular A{n:1-20}/{year}
WHO SHOULD READ: all Housing Benefit staff.  ACTION: for information.

1. From {month} the applicable amounts change: single under 25 £{n:60-80}.{n:10-99}; couple £{n:100-150}.{n:10-99}.
2. Where a claimant gives a National Insurance number that cannot be verified (for example one that begins TN with a date of birth), authorities must send form CA5400.
3. A person in receipt of PIP or DLA, or who is registered blind, is exempt from non-dependant deductions.
~ 4. Refugees, and those with humanitarian protection, may be entitled from the day of the decision.
5. Accounts Office and PAYE references are not to be used as evidence of identity.
Annex A: subsidy claims by region. Enquiries to the policy mailbox, quoting {ref:HBC/####}.
""",
)
_RATES = listing(
    "valuation list of premises",
    "VOA rating list, schedule of alterations {ref:####}",
    """
BA ref = {ref:##########}
UARN = {ref:##########}
Scat = {ref:###}@
Description = [Shop and premises|Warehouse|Advertising right|Car park|Day nursery]
Property = {o?.addr}
RV = {n:900-90000}
Effective = {day}
SCHEDULE = {ref:####}
""",
    "csv tagged fixed columns xlsx",
)
_GROUPS = listing(
    "statistics by group",
    "Recipients by [ethnic group and religion|condition|age band], {month} {year}",
    """
Group = [Pakistani|White Scottish|Roma|Muslim|No religion|Bisexual|Depression|Autism|Cancer|65 to 74]
Area = {town}
Awards = {n:5-9000}
Share = {n:1-60}.{n:0-9}%
Suppressed = [|*|*]
Code = S1{ref:#######}
""",
    "csv xlsx web word ruled fields",
    (8, 24),
)
_NOTICE = text(
    "statutory notice of a utility",
    """
NOTICE under section 57 of the New Roads and Street Works Act 1991
{Contractor} gives notice that {street}, {town}, will be closed from {day} to {day} for the renewal of a main.
Objections go in writing to the Company Secretary, or to the Head of Highways, {Council}, quoting {ref:TTRO/####}.
~ Plans may be seen at {building} on {weekday} from {time}. Access for ambulances and police will be kept.
Permit {ref:@@###-##########-##}.
""",
)

WRITERS = (
    Writer("benefits department", hand("Fg|UP|LF", slips=0, dob="figures|closed up|capitals|short month", nino="closed up|pairs"),
           (_ATLAS, _SEARCHLIGHT), (_CIRCULAR,), domain="dwp.example.org"),
    Writer("work coach", hand("full|tfl", nino="boxes|pairs|closed up", dob="boxed|figures"), (_MIGRATION,), (_CIRCULAR,)),
    Writer("tax office", hand("UP|LF|til", slips=0), (_HMRC,), (_RATES,)),
    Writer("Home Office", hand("Fg|full|LF", dob="d Mon yyyy|figures|capital month"), (_ASYLUM,), (_CIRCULAR,)),
    Writer("consulate", hand("full"), (_EMBASSY,), domain="consulate.example.org"),
    Writer("member's caseworker", hand("full|tfl"), (_MP,), (_NOTICE,), domain="parl.example.org"),
    Writer("Scottish agency", hand("full|LF", slips=0, dob="ISO|figures"), (_SCOTS_GOV,), (_GROUPS,)),
)  # fmt: skip
