"""The police, courts, probation, prisons and solicitors."""

from benchmarks.accuracy.outside.shapes import Mail, listing, slip, text
from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.writer import Writer

_VPN = slip(
    "police child coming to notice",
    "[PPN - Public Protection Notice|VPC report|Merlin PAC] {ref:##PPN/######}{+child}",
    """
SUBJECT 1 =
Name = {C}
Role = [Child coming to notice|Victim|Missing person]
Born = {C.dob}
?Age at time = {C.age}
Self defined ethnicity = [{ethnicity}{+ethnicity}|Not recorded]
Home address = {C.addr}
School = {school}
SUBJECT 2 =
Name = {Mum}
Born = {Mum.dob}
Contact tel = {Mum.phone}
?PNC ID = {Mum.pnc}
SUBJECT 3 =
Name = {Q}
Born = {Q.dob}
?PNC ID = {Q.pnc}
?Warning markers = [VIOLENT, ESCAPER{+crime?}|DRUGS{+crime?}|WEAPONS{+crime?}]
Circumstances = [Officers called by neighbour to a domestic. {Q.gF} arrested for {offence}{+crime}. {C.first} on stairs, crying.|{C.first} found at 0210hrs in a vehicle ({Q.vrm}) with {Q.gF}, {Q.age} yrs. CSE concerns.|Section 136, mother detained{+health}. {C.first} left with {Kin.gF}, gran, {Kin.phone}]
Officer = {ref:####} [PC|DC|PS] {S.last}
BRAG = [RED|AMBER|GREEN]
""",
    "txt txt docx pdf html xml",
)
_DISCLOSURE = text(
    "police disclosure to family court",
    """
{Police}
DATA DISCLOSURE UNIT        Our ref: {ref:DD/####/##}       OFFICIAL-SENSITIVE
To: Legal Services, {Council}

RE: {P.Fg} BORN {P.dob}   PNC {P.pnc}   CRO {P.cro}

Your request under the 2024 Protocol ({ref:@@##C#####}) is answered as follows.
%3-6 {day}  Crime no {ref:##/######/##}  [NFA|CHARGED|CAUTION|FINE £{n:80-600}]  {offence}{+crime}. [Victim: {q.gF} ({q.dob}).|Complainant {q.gF} did not support.|Stated to officers that he "only pushed her".]
~ Intelligence (E41): {month} {year}, source reports that {P.first} is dealing from {Kin.atin}.
~ Domestic incidents with {Kin.gF} DOB {Kin.dob}: {n:2-14} in all, children present at {n:1-5}.
NOTE: redacted where third parties are named. No onward disclosure without leave of the court.

[DC|Disclosure Officer] {ref:####} {S.full}
""",
    "txt docx pdf narrow framed",
)
_CUSTODY = slip(
    "custody record front sheet",
    "CUSTODY RECORD [YR{ref:/####/##}|{ref:CU#######}]{+crime}",
    """
DETAINED PERSON =
Surname = {P.FAMILY}
Forenames = {P.given}
Sex = [Male|Female]
D.O.B = {P.dob}
Age = {P.age}
Address = {P.addr}
Mobile = {P.phone}
Occupation = [Unemployed|{job}]
?NINO = {P.nino}
PNC ID = {P.pnc}
CRO no = {P.cro}
ARREST =
Offence = {offence}
Arrested by = PC {ref:####} {S.last}
Place of arrest = {street}, {town}
Detention authorised = {day} {time}
RISK =
Medical = [{condition}{+health}, takes {medicine}|None stated|Asthma, has inhaler{+health}]
Appropriate adult = [N/A|{Kin.full} - mother - {Kin.phone}|Required, EDT called {time}]
Vehicle = [none|{make} {P.vrm}, seized s165]
DNA / prints = [taken{+bio?}|not taken|on file]
""",
)
_COLLISIONS = listing(
    "collision list from the police",
    "CRASH extract (STATS19) {month} {year}",
    """
Coll ref = {ref:##########}
Date = {day}
VRM1|VRM = {p.vrm}
Driver surname|Driver = {p.family}
Driver forename = {p.given}
Driver DOB = {p.dob}
Driver PC = {p.post}
Location = {street} nr {ref:@#}
Grid = {ref:4#####}, {ref:3#####}
Sev = [Slight|Serious|Fatal]
Breath = [Neg|Neg|Pos|N/K]
""",
    "csv xlsx merged web fixed",
)
_COURT_LIST = text(
    "court list with defendants",
    """
{Court}
COURT REGISTER - PROTECTED{+crime}
Sitting {weekday} {day} at 10:00, Court {n:1-8}

%4-9 {n:1-40}.  {p}   DOB: {p.dob}\\n     Asn: {ref:##/##@@/##/#######}   URN: {p.urn}\\n     {p.addr}\\n     {offence}. [Fined £{n:40-800}, surcharge £{n:20-200}.|Adjourned for PSR to {day}.|12 month community order, 80 hrs UPW.|Warrant no bail.]
~ Represented: {Lawfirm}
Clerk to the Justices
""",
    "txt pdf narrow framed",
)
_FINES = listing(
    "attachment of earnings orders",
    "HMCTS [Attachment of Earnings|Deduction from benefits] schedule{+crime?}",
    """
Division = {ref:###}
Account no = {ref:########@}
Case ref = {p.ccrn}
Defendant = {p}
DOB = {p.dob}
NI No = {p.nino}
Employer ref = [{ref:E#####}|]
?Address = {p.addr}
Balance = {money}
Rate = [Fixed {n:5-60} pw|Normal 12%]
""",
    "csv csv xlsx banded pdf ruled",
)
_PROBATION = text(
    "probation MAPPA referral",
    """
MAPPA [Level 2|Level 3] - invitation to duty to co-operate agencies{+crime}

Offender: {P.full}  (prison no. {P.prison}, PNC {P.pnc}, NOMIS {P.prison})
Date of birth: {P.dob}    Release date: {day}    From: HMP {Town}
Proposed release address: {P.addr}

Index offence: {offence}. OASys: high risk to [known adult|children|public]. SHPO applies until {year}.
Victim(s): [{Q.full} (former partner), last known {Q.addr}|subject to VLO, not named here]
~ Children: {C.full}, {C.dob}, lives with maternal aunt {Kin.full}{+child?}. No contact licence condition.
~ Physical/mental health: {condition}{+health}; {medicine} on release, {surgery} to prescribe.
Housing: duty to refer sent {day}. Needs ground floor. Not to be placed near {school}.

Please send the name of your representative to the co-ordinator by {day}.
{S.full}, Probation Practitioner, {S.mail}, {S.phone}
""",
)
_CLAIM = text(
    "solicitor's letter of claim",
    """
{Lawfirm}
{O.phone}  DX {n:100-900} {Town}
[WITHOUT PREJUDICE|By e-mail only]
Your ref: [tba|{ref:HD/####}]    Our ref: {ref:@@/@@@/#####}.1

Dear Sirs

Our client: {P.tfl} of {P.addr}
[Housing conditions|Highways claim], letter of claim under the Pre-Action Protocol

We act for the above, whose date of birth is {P.dob} and National Insurance number {P.nino}. [Our client lives there with {Partner.full} and {Kid.full} ({Kid.age}).|On {day} our client tripped on a raised flag in {street}.]
~ Our client suffers from {condition}{+health}, which the mould has made worse. GP: {surgery}.
~ A witness, {Q.tfl} ({Q.phone}), saw the accident.
Our client's account for any damages: {bank}, sort code {P.sort}, account {P.acct}.
Please send to us within 20 working days the tenancy file, all repair logs and inspection records.

Yours faithfully

{Lawfirm}
Ref: {S.full}, [Paralegal|Fee Earner] {S.mail}
""",
)
_PROCEEDINGS = Mail(
    "mail of children's solicitors",
    "{ref:@@##C5####} - {C.FAMILY} (children) - urgent{+child}",
    (
        """Dear {x.tl}
I am instructed by {p.gF} (d.o.b. {p.dob}). My client was at HMP {town}, number {p.prison}, until {day} and now lives with an aunt, {kin.gF}, {kin.phone}.
My client says that {C.full} and {Kid.full} should be placed there. {Mum.tfl} disagrees.
~ Hair strand results: positive for cocaine{+health?}.
Please confirm that the guardian {q.tfl} has been told.

{s.full}
Solicitor, {Lawfirm}""",
        """Dear {s.first}
Viability assessment of {kin.full} filed. Her DBS shows {offence} in {year}{+crime}. Contact stays at {park} on {weekday}s.
{x.full}
Principal Lawyer, Social Care""",
    ),
    between=("s", "x"),
)
_WANTED = text(
    "neighbourhood policing news",
    """
{Police} - your neighbourhood this {month}

Burglary is down by {n:2-20}% in {town}. Thefts from vans are up by {n:2-40}%: take your tools indoors.
Drink driving: officers breath-tested {n:100-900} motorists and arrested {n:3-40}.
In all {n:5-60} people were charged with supplying drugs, and {n:2-30} with carrying a knife.
~ Domestic abuse is a crime. You can ask for a {~Clare}'s Law disclosure at any station.
Crime numbers begin with the year, for example {ref:##/####}/26. Ring 101, or 999 in an emergency.
Surgery: {weekday} {time}, {building}.
""",
    "txt docx html eml pdf",
)
_OUTCOMES = listing(
    "crime outcomes open data",
    "{Police} street-level extract",
    """
Crime ID = {ref:########################}
Month = 2026-0{n:1-3}
Falls within = {police}
Longitude = -{n:0-3}.{ref:######}
Latitude = 5{n:1-5}.{ref:######}
Location = On or near {street}
LSOA code = E0{ref:#######}
Crime type = [Violence and sexual offences|Drugs|Burglary|Bicycle theft|Public order]
Last outcome = [Under investigation|Offender given a caution|Unable to prosecute suspect]
""",
    "csv csv json web fields",
    (8, 40),
)

WRITERS = (
    Writer("police protection unit", hand("Fg|gF|LF", slips=0.1, dob="figures|d Mon yyyy|two-digit year"),
           (_VPN, _DISCLOSURE), (_OUTCOMES,), domain="mercia-police.example.org"),
    Writer("custody suite", hand("Fg", slips=0, dob="figures|capitals"), (_CUSTODY,), (_WANTED,)),
    Writer("collision unit", hand("full", slips=0.03, vrm="closed up|spaced"), (_COLLISIONS,)),
    Writer("magistrates' court", hand("UP|LF|Fg", dob="figures|d Mon yyyy", urn="closed up"),
           (_COURT_LIST, _FINES), (_OUTCOMES,)),
    Writer("probation practitioner", hand("full|gF", slips=0.1), (_PROBATION,), domain="probation.example.org"),
    Writer("claimants' solicitor", hand("full|tfl", dob="words|figures", nino="pairs|closed up"),
           (_CLAIM, _PROCEEDINGS), domain="bellcrook-law.example.org"),
)  # fmt: skip
