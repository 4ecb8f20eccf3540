"""Care homes, home care, nursing and fostering agencies, advocates and charities."""

from benchmarks.accuracy.outside.shapes import listing, slip, text
from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.writer import Writer

_INCIDENT = slip(
    "care home incident form",
    "{Carehome} - [Accident / incident form|Reg 18 notification|Falls record]",
    """
Name of resident = {E}
Room = {n:1-48}
?D.O.B. = {E.dob}
?NHS no = {E.nhs}
Funded by = {Council}
Date and time = {day} {time}
What happened = [Found on floor by bed. Skin tear to L forearm.{+health}|Went for {Q.full} with a fork over the telly.{+adult?}|{E.first} was given {Q.full}'s {medicine} by mistake.{+health}|Bruising to both wrists, not witnessed. Raised as safeguarding.{+adult}]
Background = {condition}{+health}
Informed =
Family = {Kin.full}, {Kin.phone}
?GP = {surgery}
?Social worker = {X.full}
?CQC = [sent|not needed]
Staff on shift = {S.full}, {S2.full}
Signed by manager = {R.full}
""",
)
_INVOICE = listing(
    "care home residents' schedule",
    "{Carehome}: [weekly fees|FNC return|residents funded by {council}]",
    """
Rm = {n:1-48}
Resident = {e}
DOB = {e.dob}
NHS = {e.nhs}
?LAS / Swift = {ref:#######}
?NINO = {e.nino}
Gross = {money}
Client contrib = {money}
NOK / LPA = {kin.full} {kin.phone}
Notes = [|RIP {day}|hosp {day}-|res to nursing, {condition}{+health}|DoLS exp {day}{+health?}{+adult?}]
""",
    "xlsx merged csv word pdf cards web",
)
_VISITS = text(
    "home care visit notes",
    """
{Agency}   daily notes   {E.full}  {E.addr}  key safe {ref:####}
%3-7 {day} {time}  [All care given, ate well.|Refused wash. Pad wet.{+health?}|Meds given: {medicine} x1.{+health}|Son {Kin.first} there, says fridge broke.|Confused, thought I was her sister.{+health?}|No reply, rang {Kin.full} on {Kin.phone}]  [SJ|MO|{s?.init}]
~ {day} {time}  £40 gone from purse, third time, told office, {x.full} at council informed{+adult?}
Dob {E.dob}  nhs {E.nhs}  GP {surgery}
""",
    "txt narrow docx pdf",
)
_ROTA = listing(
    "agency timesheets",
    "{Agency} [timesheets|agency shifts] w/e {day}",
    """
Worker = {p}
?NI no = {p.nino}
PIN / DBS = [{ref:00##########}|{p?.pin}]
Grade = {job}
Site = {carehome}
Start = {time}
End = {time}
Hrs = {n:4-12}.{n:10-75}
Rate = {n:11-27}.{n:10-99}
Mobile = {p.phone}
Auth by = {s.full}
""",
    "csv xlsx merged web pdf ruled",
)
_NURSES = listing(
    "compliance list of agency staff",
    "{Agency} compliance tracker",
    """
Name = {p}
Date of birth = {p.dob}
Address = {p.addr}
NMC PIN = {p.pin}
RTW doc = [Passport {p.passport}|BRP {p.brp}|Share code {p.share}]
DBS cert = {ref:00##########}
DBS result = [clear|clear|clear|{offence} {year}, risk assessed{+crime}]
Hep B / TB = [immune{+health?}|non responder{+health}|in date]
Next of kin = {kin.full} {kin.phone}
""",
    "xlsx csv merged cards word answers",
    (3, 12),
)
_FOSTER = text(
    "foster carer profile",
    """
{Foster} - [prospective match|carer profile|Form F summary]{+child?}

Carers: {P.full} ({P?.age}) and {Partner.full} ({Partner?.age}), {P.addr}
Tel {P.phone}    E-mail {P.mail}
Religion: {religion}{+religion}. Ethnicity: {ethnicity}{+ethnicity}. [Heterosexual couple.|Same sex couple, together {n:3-20} years{+sexual}.]
Health: {P.first} has {condition}{+health}, well controlled, medical by {surgery}.
DBS: {P.first} clear; {Partner.first} - {offence} in {year}, discussed at panel{+crime}.
In placement: {C.full}, born {C.dob}, full care order{+child}; contact with [his|her] mother {Mum.full} each {weekday} at {building}.
~ Own children: {Kid.full}, {Kid?.age}.
Referees: {Q.full} ({Q.phone}); {R.full}, {R.mail}.
Supervising social worker: {S.full}, {S.mail}
""",
)
_FOODBANK = slip(
    "food bank voucher",
    "[e-Referral voucher|Food parcel request] {ref:E-#######-######} - {Charity}",
    """
Client name = {P}
Year of birth = {n:1945-2006}
Postcode = {P.post}
?Phone = {P.phone}
?Address for delivery = {P.addr}
Adults / children = {n:1-3} / {n:0-5}
Reason = [Benefit changes|Low income|Sick, {condition}{+health}|Fled partner{+adult?}|No recourse]
Dietary = [halal{+religion?}|none|no pork|diabetic{+health}]
Referred by = {X.full}, {Council}
""",
    "txt eml pdf docx html json",
)
_ADVOCATE = text(
    "women's aid risk summary",
    """
{Charity}: IDVA to MARAC, summary{+adult}

Survivor: {P.full}    DOB {P.dob}    safe number {P.phone} (mornings only)
Now at: {P.addr} - DO NOT DISCLOSE
Perpetrator: {Q.full}    DOB {Q.dob}    {Q.addr}    drives {Q.vrm}
Children: {Kid.full} ({Kid.dob}), {School}. On a plan for emotional harm{+child}.
DASH {n:14-24}. Strangled twice since {month}. He has a conviction for {offence}{+crime}. She takes {medicine}, {condition}{+health}.
~ Immigration: spouse visa, HO ref {P.horef}. Frightened of losing it.
~ {P.first} is {religion}{+religion} and her in-laws have taken her passport, {P.passport}.
Ask: sanctuary locks, move under Part 7, school told.
{S.full}
""",
)
_VOLUNTEERS = listing(
    "charity's list of volunteers and members",
    "{Charity} volunteers (for the grant return)",
    """
First name = {p.given}
Surname = {p.family}
E-mail = {p.mail}
Mobile = {p.phone}
Postcode = {p.post}
?Emergency = {kin.full}, {kin.phone}
?Ethnicity = {ethnicity}{+ethnicity}
Role = [driver, {p.vrm}|sorter|befriender|trustee]
Notes = [|bad back|on {medicine}{+health}|weekdays only|DBS {ref:00##########}]
""",
    "csv csv0 xlsx banded web answers word",
)
_STATEMENT = text(
    "statement of purpose of a home",
    """
{Carehome}: statement of purpose

We are registered for {n:12-60} people over 65, with dementia, physical disability or both. Nursing is given day and night.
Our fees are £{n:700-1600} a week and include meals, laundry and activities. Chiropody and hair are extra.
~ Each resident has a care plan, which notes allergies, medicines, faith and the wishes for the end of life.
~ If a resident is deprived of liberty we ask the council to authorise it. Abuse is always reported.
Complaints: to the manager, then to the ombudsman. Provider ID 1-{ref:#########}; location ID 1-{ref:##########}.
""",
)
_REPORT = text(
    "charity's annual report",
    """
{Charity}: our year

We helped {n:200-4000} people. {n:20-60}% had a disability or long illness; {n:5-50}% were from ethnic minorities; {n:2-30}% had no recourse to public funds.
Cases: debt {n:40-900}; domestic abuse {n:10-400}; asylum {n:5-300}; drink and drugs {n:10-200}.
~ "They gave me my life back," said a mother of three. (We have changed details.)
Income was £{money}. Registered charity {ref:1######}. Company {ref:0#######}. Accounts are with the Commission.
""",
)

_ACTIVITIES = text(
    "home's activities",
    """
What's on at {carehome} this week
%5-7 {weekday} {time}: [armchair exercises|bingo|a singer from {town}|dog visit|baking: {dish}|film afternoon|the hairdresser]
Families are welcome for tea. Please sign the book in the hall.
""",
)

WRITERS = (
    Writer("care home manager", hand("full|tfl|til", slips=0.15, nhs="3-3-4|closed up|3-3-4 dots"), (_INCIDENT, _INVOICE), (_STATEMENT,), (_ACTIVITIES,)),
    Writer("home care agency", hand("full|lf|low", slips=0.2, dob="d/m/yy|figures|dots"), (_VISITS, _ROTA, _NURSES),
           domain="brightcarers.example.org"),
    Writer("fostering agency", hand("full", dob="figures|d Mon yyyy"), (_FOSTER,), domain="forwardfostering.example.org"),
    Writer("food bank", hand("full|low", slips=0.2), (_FOODBANK, _VOLUNTEERS), (_REPORT,), domain="foodbank.example.org"),
    Writer("women's aid", hand("full"), (_ADVOCATE,), (_REPORT,), domain="womensaid.example.org"),
)  # fmt: skip
