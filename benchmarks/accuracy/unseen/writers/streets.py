"""Planners, licensing, parking, and those who look at food, noise and roads."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Form, Mail, Mailbox, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_PLANNER = Text(
    "planner's site visit notes",
    """
{ref:2#/0####}/HOUSE - {P.addr}
SV {day} {time}

met appl {P.full} + architect {Q.full}. rear ext 4m, nbr at no. {n:1-90} ({R.tfl}) objects, loss of light. R says rang 3x no reply - {R.phone}
~ appl says for mother {Mum.full}, [stroke last yr, needs gf bedroom{+health}|moving in from {town}].
~ trees at rear not TPO. photos on S drive.
~ ag {Q.mail} / appl {P.phone}
bdry wall not as per plan. 45 deg breached from nbr kitch. amend or ref.
neg w ag by {day}. {S.init}
""",
    "txt docx txt",
)

_OBJECTIONS = Register(
    "planning representations",
    "Reps received {ref:2#/0####/FUL}",
    """
Rep no = {n:1-400}
Name|Commenter = {p}
Address = {p.addr}
?E-mail = [{p.mail}|]
Stance = [Object|Object|Support|Neutral]
Comment = [Overlooks my garden|Parking is bad enough. My wife is in a wheelchair{+health} and can't get out|We have lived here 40 yrs|{q.full} at the end house will lose all light|No objection so long as drains ok|See my previous letter of {day}]
""",
    "csv html json xlsx",
    (4, 30),
)

_TAXI = Register(
    "taxi licensing register",
    "HC/PHV driver badges {month}",
    """
Badge|Badge No = {ref:HC####}
Driver|Licensee = {p}
DOB = {p.dob}
Address = {p.addr}
DVLA no|Driving licence = {p.licence}
?NI = {p.nino}
Plate = {ref:P###}
Reg|VRM = {p.vrm}
Vehicle = {make}
Expires = {day}
?DBS / remarks = [clear|clear|6 pts SP30{+crime?}|caution {year} {offence}{+crime}|medical gp II due {month}{+health?}|IDDM, annual letter{+health}|susp {day}]
""",
    "xlsx csv html",
    (6, 40),
)

_INSPECTION = Text(
    "licensing inspection report",
    """
PREMISES INSPECTION - Licensing Act 2003{+crime?}
Premises: {firm}, {street}, {Town}
Licence: {ref:PRE####}
Date: {day} at {time}
Officer: {S.full}

DPS named on the licence is {P.full}, dob {P.dob}, of {P.addr}. Not on site. Spoke to {Q.full}, [bar manager|cousin of the owner], {Q.phone}, who did not know the conditions.
~ CCTV kept 14 days only; should be 31.
~ Refusals book last filled in on {day}.
~ Door supervisor {R.full}, SIA no {ref:#### #### #### ####}, badge out of date.
~ Two boys were served. One gave his name as {C.full}, born {C.dob}. His father {Dad.full} was rung.
Warning given. Revisit in 28 days. Personal licence {ref:PA####} of {P.title} {P.last} issued by this council.
""",
    "docx txt",
)

_BADGE_REVIEW = Register(
    "blue badge reviews",
    "Blue Badge - not automatic, desk top review {month}",
    """
Ref = {ref:BB#####}
Applicant|Name = {e}
DOB = {e.dob}
NINO|NI = {e.nino}
?Current badge no|Old Badge No = {e.badge}
Address = {e.addr}
?Tel = {e.phone}
?Veh reg = {e.vrm}
Condition(s)|Reasons given = {condition}{+health}
Walks (m) = {n:5-120}
Outcome = [award|award|refuse - IMA|phone ref'd|more evid]
Notes = [|no photo|son {son.full} applied for her, {son.phone}|GP letter {surgery}|pip 10 pts moving around|deceased, badge back {day}]
""",
    "xlsx csv xlsx",
    (5, 30),
)

_FOOD = Text(
    "food poisoning complaint",
    """
EH service request {ref:SR#####}
{day}  {time}  phone
Complainant: {P}   {P.phone}   {P.mail}
{P.addr}

Ate chicken shish from the takeaway on {street} at about {time} on {weekday}. Ill from 4 am with vomiting and diarrhoea{+health}. Wife {Wife.full} also. Their boy {Kid.full}, {Kid?.age}, taken to {hospital}.
~ GP sent stool sample: campylobacter.
~ Owner of takeaway {Q.full} rang back from {Q.phone}, says nobody else has complained.
Officer: {S.full}. Visit {day}. Score was [2|3|1].
""",
    "txt docx html",
)

_NOISE_DIARY = Form(
    "noise diary",
    "NOISE DIARY - keep for 14 days",
    """
Your name = {P}
Your address = {P.addr}
Phone = {P.phone}
Noise from = {Q.at} [({Q.full})|(tenant called {Q.full})|({Q.first}, don't know surname)]
Mon = {time} to {time}. Bass. Couldn't sleep.
Tue = {time} shouting, door slamming, kids up
Wed = quiet
Thu = {time} party, 20 people, police came, PC {R.full}
?Fri = went to stay at {Kin.full}'s, {Kin.atin}
?Effect on you = my {condition}{+health} is worse, on {medicine} now
""",
    "docx txt html",
)

_PCN = Mail(
    "parking appeal",
    "PCN {ref:NM########} appeal",
    (
        """PCN: {ref:NM########}
Reg: {p.vrm}

I parked on {street} because my mother {mum.full} who is {mum?.age} fell. I had to carry her in. She has a blue badge, number {mum.badge}, but in the panic I put it upside down.{+health?}
~ I have a receipt from {hospital} A&E{+health?}.
Kindly cancel.

{p.full}
{p.addr}
{p.phone}""",
        """Dear {p.tl}

Having looked at the Civil Enforcement Officer's photographs we will cancel the notice this once.

Yours sincerely
{S.full}
Appeals Officer""",
    ),
)

_FLY_TIPPING = Register(
    "enforcement cases",
    "Env crime log",
    """
Case = {ref:FT####}
When = {day}
Where = {street}
Found = [mattress|10 black bags|fridge|tyres x {n:4-40}|builders waste]
Evidence = [letter to {p.full}, {p.addr}|parcel label {p.full} {p.post}|none|bank statement {p.lf}, acc no {p.acct}|witness {q.full} {q.phone} saw van {p.vrm}|none]
Action = [FPN £400{+crime?}|NFA|s.108 interview{+crime?}|no evidence|passed to crew]
Officer = {s.init}
""",
    "xlsx csv docx",
    (6, 30),
)

_TRADING = Text(
    "trading standards doorstep crime note",
    """
Doorstep crime - intel {ref:##-####}{+crime?}
Victim: {E.full} ({E.age}), lives alone, {E.addr}
Tel: {E.phone}; nephew {Son.full} {Son.phone}

Two men in a white van, part reg {ref:@@##}, said slates were loose. {E.tl} paid £{money} in cash, then cheque from {bank} a/c {E.acct} s/c {E.sort}.
~ Bank stopped the cheque; payee {Q.full}.
~ {E.first} has {condition}{+health} and could not say when they came.
~ Q is known: {Q.lf}, b. {Q.dob}, last convicted {year} for {offence}{+crime}, PNC {Q.pnc}.
Call blocker fitted {day}. Officer {S.full}.
""",
)

_SITE_NOTICE = Text(
    "planning site notice",
    """
TOWN AND COUNTRY PLANNING ACT 1990
Application {ref:2#/0####/FUL}
Applicant: {firm}     Agent: {firm}
Site: land at {street}, {Town}

Erection of {n:9-240} dwellings with access, drainage and open space. The development is a departure from the plan.
Plans may be seen at {building} or on the website. Write to the Development Manager by {day}.
~ The site lies within 800 m of {church}, a listed building, and of {park}.
~ Drawing nos {ref:@@######}, {ref:#### ### ###}, rev {ref:@#}.
""",
)

_LICENSING_POLICY = Text(
    "taxi policy",
    """
Hackney Carriage and Private Hire Policy {year}

1. Drivers must hold a full DVLA licence for three years, pass an enhanced DBS check every six months and meet DVLA Group 2 medical standards.
2. Convictions. A conviction for dangerous driving will normally bar an applicant for seven years, for a sexual offence for life. A caution counts as a conviction.
~ 3. Diabetes treated with insulin, epilepsy and heart conditions need a specialist's letter.
~ 4. Plates. The plate number, for example 123, must be fixed to the rear at all times.
5. Appeals go to the magistrates' court within 21 days.
Approved by the Licensing Committee on {day}.
""",
)

_FOOD_RATINGS = Register(
    "food hygiene ratings",
    "Food premises rated {month}",
    """
FHRS ID = {ref:#######}
Business = {firm}
Type = [Takeaway|Restaurant/Cafe|Retailer|School/college]
Street = {street}
Rating = {n:0-5}
Inspected = {day}
Hygiene = {n:0-20}
Structural = {n:0-20}
Confidence = {n:0-30}
""",
    "xml json csv html",
    (8, 40),
)

_PCN_BOX = Mailbox("parking appeals mailbox", (_PCN,))

WRITERS = (
    Writer(
        "planner in a hurry",
        hand(
            "full|nick",
            slips=0.3,
            phone="closed up|grouped",
            dob="d.m.yy",
            post="closed up|lower case|spaced",
        ),
        planted=(_PLANNER, _OBJECTIONS),
        lookalike=(_SITE_NOTICE,),
    ),
    Writer(
        "licensing inspector",
        hand("full|tfl"),
        planted=(_TAXI, _INSPECTION),
        lookalike=(_LICENSING_POLICY,),
    ),
    Writer(
        "blue badge reviewer",
        hand("LF|tfl|lft", slips=0.1, badge="closed up"),
        planted=(_BADGE_REVIEW, _PCN, _PCN_BOX),
    ),
    Writer(
        "environmental health officer",
        hand("tfl|full"),
        planted=(_FOOD, _NOISE_DIARY, _FLY_TIPPING),
        lookalike=(_FOOD_RATINGS,),
    ),
    Writer("trading standards officer", hand("full"), planted=(_TRADING,)),
)
