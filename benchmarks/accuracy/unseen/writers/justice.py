"""Youth offending, community safety, legal and those who check records."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Mail, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_YOT = Text(
    "youth offending report",
    """
PRE-SENTENCE REPORT{+crime}
Court: {Town} Youth Court        Date of hearing: {day}
Name: {C.full}        DOB: {C.dob}        Age: {C.age}
Address: {C.addr}
PNC ID: {C.pnc}        URN: {C.urn}
Offence: {offence}, on {day}

1. Sources. Interview with {C.first} and [his|her] mother {Mum.full} on {day}; school reports from {school}; CPS papers.
2. Offence analysis. {C.first} was with {Q.full} and an older boy known as [Tiny|Smokes|Baz]. [He|She] says the bag was not [his|hers].
~ 3. Family. {Dad.full} is in custody, prison number {Dad.prison}. There is a younger child {Kid.full}. The family is open to social care as children in need{+child}.
~ 4. Health. CAMHS diagnosed {condition}{+health} in {year}; takes {medicine}.
~ 5. Exploitation. A referral to the NRM was made on {day}{+child?}{+adult?}.
6. Proposal: a Youth Rehabilitation Order of nine months with supervision and 40 hours of reparation.

{S.full}
Youth Justice Officer   {S.phone}
""",
    "docx txt",
)

_YJ_LIST = Register(
    "youth justice caseload",
    "YJS caseload {month}",
    """
CRN|ChildView ID = {ref:######}
Name|YP = {c}
DOB = {c.dob}
?PNC = {c.pnc}
?Ethnicity = {ethnicity}{+ethnicity}
Order|Disposal = [RO 6m{+crime}|YRO{+crime}|YCC{+crime}|OOCD{+crime}]
Offence = {offence}{+crime}
Parent / carer = {mum.full}
Contact = {mum.phone}
?ETE = [{school}|NEET|p/t timetable]
Worker = {s.first}
?Flags = [|CLA{+child}|EHCP{+child?}|MARAC{+adult?}|gangs nominal|care leaver{+child?}]
""",
    "xlsx csv html",
    (5, 25),
)

_MARAC = Register(
    "MARAC list",
    "MARAC {day}{+adult}{+crime?}{+child?}",
    """
Case = {n:1-30}
Victim = {p}
DOB = {p.dob}
Address = {p.addr}
Safe no. = {p.phone}
Children = [{kid.full} ({kid.dob})|none|{kid.full} {kid.dob}, {c.full} {c.dob}]
Perpetrator = {q}
Perp DOB = {q.dob}
Perp addr = [{q.addr}|NFA|same|HMP, {q.prison}]
Refd by = [Police|IDVA|Health visitor|Housing]
Actions = [alarm fitted|non-mol served{+crime?}|flag veh {q.vrm}|move to refuge, LOCATION NOT TO BE SHARED|bail cond not to contact{+crime}]
""",
    "xlsx docx csv",
    (4, 12),
)

_DBS = Register(
    "DBS tracker",
    "DBS tracker {School}{+crime?}",
    """
Staff name = {p}
Role = {job}
DOB = {p.dob}
DBS no. = {ref:00##########}
Issued = {day}
?Passport seen = {p.passport}
?Driving lic = {p.licence}
?NI = {p.nino}
Barred list = [clear|clear|n/a]
?Discl? = [N|N|N|Y - {offence} {year}, RA done{+crime}]
Checked by = {s.init}
?QTS / TRN = {p.reg:##/#####}
""",
    "xlsx csv",
    (5, 35),
)

_WITNESS = Text(
    "witness statement",
    """
WITNESS STATEMENT
(Criminal Procedure Rules, r 16.2; Criminal Justice Act 1967, s 9)

Statement of: {P.full}
Age if under 18: Over 18
Occupation: {job}

I am the above named person. On {weekday} {day:words} at about {time} I was walking my dog by {park} when I saw a man I know as {Q.full} of {Q.at} let a dog off the lead. It bit a girl, {C.full}, aged {C.age}, on the arm{+health?}.
~ I have known {Q.first} for about six years. He drives a {make}, index {Q.vrm}.
~ Also there was my neighbour {R.full}, who has a video.
I am willing to attend court.{+crime?}

WITNESS CONTACT DETAILS (not for disclosure)
Home address: {P.lines}
Mobile: {P.phone}     E-mail: {P.mail}
Date of birth: {P.dob}
Ethnicity code: [A1|W1|B2]{+ethnicity?}
Taken by: {S.full}
""",
    "docx txt",
)

_LEGAL_MAIL = Mail(
    "care proceedings",
    "Care proceedings {ref:@@##C#####}{+child}",
    (
        """Dear {s.first}

We act for the mother, {p.full} (born {p.dob}). She denies that she has taken {medicine} other than as prescribed{+health?}. She asks that {kid.full} be placed with her aunt, {dau.full}, of {kin.addr}.
~ The father, {q.full}, is not on the certificate. His last number was {q.phone}.
~ Her religion is {religion}{+religion} and she wants that respected.

{r.full}
{lawfirm}""",
        """Dear {r.tl}

A viability assessment of {kin.full} will be filed by {day}. DNA test results{+bio?} for {q.full} are awaited.

{s.full}
Solicitor, Child Protection
{s.mail} | {s.phone}""",
    ),
    between=("r", "s"),
)

_SHOPWATCH = Text(
    "shopwatch bulletin",
    """
Shopwatch bulletin - not for display{+crime}

%2-6 {p.full}, d.o.b. {p.dob}, banned from all member shops until {day}. [Steals meat and coffee.|Convicted of {offence} in {month}.|Known to carry a blade.|Often with {q.full}.] Last known {p.atin}.
If seen ring the radio room. Vehicle to note: {make}, {Q.vrm}.
""",
    "docx txt",
)

_ANTECEDENTS = Text(
    "antecedents print",
    """
PNC PRINT - POLICE / YJS USE ONLY{+crime}
NAME: {P.LF}     DOB: {P.dob:figures}
PNCID: {P.pnc}     CRO: {P.cro}
ALIAS: [NONE|{P.nick}]
%2-6 {day}   {offence}   [FINE £{n:50-400}|COMMUNITY ORDER 12 MTHS|CAUTION|6 WKS IMPRISONMENT SUSP]   COURT REF {q.ccrn}
ADDRESS GIVEN: {P.addr}
CASE URN {P.urn}. Printed for {S.full}.
""",
    "txt docx",
)

_CRIME_STATS = Register(
    "crime statistics",
    "Recorded crime by ward {month} {year}",
    """
Ward = {ward}
All = {n:80-900}
Burglary = {n:0-90}
Common assault = {n:5-200}
Criminal damage = {n:4-120}
Shop theft = {n:0-300}
Hate crime = {n:0-30}
Domestic abuse = {n:5-120}
Per 1,000 = {n:20-160}
""",
    "csv xlsx html docx",
    (8, 16),
)

_DRUG_LEAFLET = Text(
    "young people's leaflet",
    """
Carrying a knife? Think twice

You could get four years just for having one. A conviction can stop you going to the USA, joining the army or working with children.
If a mate is stabbed: press hard, ring 999, keep talking to them.
~ Drugs: dealers give you trainers first. Then you owe them. That is called debt bondage.
~ Feeling low? Depression and anxiety are common. Talk to somebody.
Childline is free. So is {charity}. Youth workers are at {building} on {weekday}.
""",
)

_PROTOCOL = Text(
    "information sharing protocol",
    """
Information sharing protocol: youth justice and community safety

Partners: {Council}, the police, the probation service, {hospital}, {charity}.
What is shared: name, date of birth, PNC number, offence, order, school, risk of harm; where needed ethnicity, disability and religion.
~ How: secure mail only. Never by memory stick.
~ Legal gateways: Crime and Disorder Act 1998 s.115, Children Act 2004 s.11, Care Act 2014 s.45.
Each partner names a single point of contact. Breaches go to the Data Protection Officer within 24 hours.
Signed on behalf of each partner: ______________
""",
)

_BYELAW = Text(
    "public notice",
    """
PUBLIC SPACES PROTECTION ORDER No. {n:1-9} of {year}

{Council} makes this order under section 59 of the Anti-social Behaviour, Crime and Policing Act 2014.
1. No person shall drink alcohol in {park} or on {street} after being told to stop.
2. No person shall have more than four dogs on leads at once.
~ 3. No person shall ride a moped in {park}.
A person who fails to comply commits an offence and may be fined up to £1,000. This order ends on {day}.
""",
)

WRITERS = (
    Writer(
        "youth justice officer",
        hand("full|lf", dob="figures|words"),
        planted=(_YOT, _YJ_LIST, _ANTECEDENTS),
        lookalike=(_DRUG_LEAFLET, _PROTOCOL),
    ),
    Writer(
        "community safety analyst",
        hand("LF|full|lf", slips=0.1),
        planted=(_MARAC, _SHOPWATCH),
        lookalike=(_CRIME_STATS, _PROTOCOL, _BYELAW),
    ),
    Writer("single central record keeper", hand("lf|full"), planted=(_DBS,)),
    Writer(
        "council solicitor",
        hand("full|tfl", dob="words|figures"),
        planted=(_WITNESS, _LEGAL_MAIL),
        lookalike=(_BYELAW,),
    ),
)
