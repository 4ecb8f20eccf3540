"""Those who let, mend and manage homes."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Form, Mail, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_CONTACT_NOTES = Text(
    "housing contact notes",
    """
CONTACT LOG - tenancy {ref:TEN#######}
tnt: {P} / dob {P.dob} / mob {P.phone}
addr {P.addr}

{day} - tc from tnt. Says neighbour [at no 14|upstairs|across the landing] plays music till 3am. Adv diary sheets sent out. {S.init}
~ {day} - hv, no reply, carded. Spoke to {Q.full} next door who says tnt is away at her [sister's|mum's] till {weekday}.
~ {day} - {Mum.full} (mum of tnt) rang frm {Mum.phone}, wants to be put down as contact. Consent form sent to {Mum.mail}
~ {day} - joint visit w/ PCSO. Son {Kid.full} ({Kid.age} yrs) seen, appeared well. School is {school}.
~ {day} - tnt has {condition}{+health}, takes {medicine}. Ref'd to OT for [wet room|grab rails|stairlift].
~ {day} arrears now £{money}. UC journal shows NINO {P.nino}. APA applied for.
~ {day} - e/m from tnt new no. {P.phone2}. Old one dead.
{day} - case reviewed w {S.full}, [close|keep open|NFA]. [EOM|]
""",
    "txt txt docx",
)

_TENANCY_FORM = Form(
    "tenancy sign-up",
    "Tenancy sign up sheet",
    """
Property = {P.addr}
?UPRN = {P.uprn}
Tenancy start|Start date = {day}
Weekly rent = £{money}
MAIN TENANT =
Title = {P.title}
Full name|Name of tenant (as on ID) = {P.mid}
Date of birth|DOB|D.O.B. = {P.dob}
NI number|National Insurance No.|Nat Ins = {P.nino}
Mobile|Daytime tel|Contact tel no = {P.phone}
?Email|E-mail addres = {P.mail}
JOINT TENANT =
Name = {Partner.full}
DoB = {Partner.dob}
?NI No = {Partner.nino}
?Next of kin|Emergency contact = {Kin.full}, tel {Kin.phone}
?Ethnic origin|Ethnicity = {ethnicity}{+ethnicity}
?Any health problems or disability? = {condition}{+health}
Signed by officer|Officer = {S.full}
""",
)

_TRIAGE = Register(
    "homelessness triage",
    "H'less triage {month} {year}",
    """
Ref = {ref:HL/####}
Applicant|Name|App name = {p}
DOB|D.O.B|Date of Brith = {p.dob}
NI No.|NINO = [{p.nino}|{p.nino}|]
?Tel|Phone no = {p.phone}
Last settled addr|Prev address = [NFA|{p.addr}|{p.addr}|c/o {q.full}, {q.addr}]
HH size = {n:1-6}
Notes = [|sofa surfing at a friend's|s.184 issued {day}|has 2 kids w/ her, eldest {kid.full} at {school}|fled ex {q.full}, do not disclose address{+adult}|ring {s.first} b4 calling|partner {partner.full} dob {partner.dob} to be added]
""",
    "xlsx xlsx csv",
    (5, 35),
)

_ARREARS = Register(
    "rent arrears export",
    "RENT ARREARS OVER 4 WKS",
    """
TENANCY REF = {ref:#######/##}
TENANT NAME = {p}
ADDRESS = {p.house}
POST CODE = {p.post}
BALANCE = {money}
LAST PAID = {day}
?HB CLAIM = {ref:8######}
?CONTACT = {p.phone}
ACTION = [NSP|LETTER 1|COURT|ARR AGREED|]
""",
    "fixed fixed csv csv0 sql",
    (8, 60),
)

_REPAIR_CALLS = Text(
    "repairs call log",
    """
%6-20 {time} job {ref:R#######} {p} [{p.addr}|{p.addr}|{p.at} ({p.post})] - [boiler no hot wtr|leak under sink, getting thru to flat below|back door won't lock|damp in bedrm, says baby has bad chest{+health?}|fence down] tel {p.phone} [AM only|after school run|key w/ {q.full} next door|dog on site|]
total calls logged by {S.full}
""",
    "txt log",
)

_ASB_MAIL = Mail(
    "anti-social behaviour complaint",
    "Noise and threats from {ref:Flat ##}",
    (
        """Dear Sir or Madam

I live at {p.addr} and I am at the end of my tether. {q.full} who lives above me has been shouting through the letter box every night since {weekday}. He told my husband {hub.full} he would "sort him out". I have it all on my phone.{+crime?}
~ I am {p?.age} and I have {condition}{+health}, I cannot sleep. My doctor at {surgery} has written to you already.
Please call me on {p.phone} or my daughter {dau.full} on {dau.phone}.

{p.full}""",
        """Hello {p.tl}

Thank you for your e-mail. I have opened case {ref:ASB####} and will visit on {day}. I have checked and the tenant above is not the person you name.
~ If you are in danger please ring 999.

Kind regards
{S.full}
Tenancy Enforcement Officer
T: {S.phone}""",
        """You people are useless. It IS {q.first} {q.last}, everyone knows him, drives a white van {q.vrm}. I am going to Cllr {r.full}.

{p.full}""",
    ),
    formats="eml eml txt",
)

_ALLOCATIONS = Text(
    "allocations policy",
    """
Housing Allocations Policy {year}
{Council}

1. Who can join the register
People aged 18 or over who have lived in the borough for two of the last three years may apply. Applicants will need to show a National Insurance number, for example a payslip or P60, and proof of date of birth.
2. Medical priority
Band A may be given where a member of the household has a terminal illness, uses a wheelchair, or has a severe mental illness such as schizophrenia, and the home makes it worse. Asthma or depression alone do not normally give priority.
~ 3. Domestic abuse
~ Applicants fleeing domestic abuse are referred to the MARAC co-ordinator. Their addresses are held in a restricted part of the system.
4. Reviews
A request for review must be made within 21 days of the decision letter. The Housing Options Manager decides within 56 days.
~ Households with a child who is subject to a care order or child protection plan are considered together with Children's Services.
Contact the Housing Options team on {O.phone} or {O.mail:housing.options}.
""",
)

_VOIDS = Register(
    "void properties",
    "Void property schedule wk {n:1-52}",
    """
Void ref = {ref:V#####}
Block|Estate = {building}
Type = [1 bed flat|2 bed hse|bedsit|3 bed hse|sheltered 1 bed]
Keys in = {day}
Works order = {ref:WO######}
Contractor = {firm}
Est cost = {money}
Meter serial = {ref:E##A######}
Target relet = {day}
Notes = [|asbestos survey due|wait for gas cert|kitchen units ordered|void lock fitted|needs clearance]
""",
    "xlsx csv fixed",
    (6, 40),
)

_BOILERS = Register(
    "gas servicing programme",
    "LGSR programme {building}",
    """
Asset no = {ref:10########}
Location = {building}
Appliance = [Worcester 30i|Ideal Logic 24|Baxi 400|Vaillant ecoTEC]
Serial = {ref:@@######@}
GC no = {ref:47-###-##}
Last service = {day}
Engineer = {firm}
Result = [pass|pass|ID|AR]
""",
    "csv xlsx",
    (8, 40),
)

_DAMP_LEAFLET = Text(
    "damp leaflet",
    """
Keeping your home free of damp and mould

Every home makes moisture. Cooking, washing and drying clothes put up to twelve pints of water into the air each day.
Open a window when you cook. Keep lids on pans.
~ Leave a gap between the wardrobe and an outside wall.
~ Dry clothes outside, or in the bathroom with the door shut and the fan on.
Wipe the sills and the shower screen down each morning.
~ Do not block air bricks.
If the mould comes back after a week of airing, tell us through the website and we will send somebody to look within ten days.
""",
)

_ESTATE_WALK = Text(
    "estate walkabout",
    """
Estate inspection - {Building} - {day}
Graded A to D. Present: estate manager, caretaker, two residents' reps.

Stairwells: B. Lights out on floors [2 and 4|3|1 and 5].
Bin stores: C. [Chute blocked again.|Doors off hinges.|Rats seen near the paladins.]
Grounds: A. Grass cut, beds weeded.
~ Lifts: B, left car slow to close.
~ Graffiti: 2 tags, ordered removal from {firm}.
Next walk in {month}.
""",
    "txt docx",
)

WRITERS = (
    Writer(
        "housing officer",
        hand(
            "nick|full",
            dob="d/m/yy|d.m.yy",
            phone="closed up|5-3-3",
            nino="closed up|spaced lower",
            post="lower case|closed up|spaced",
        ),
        planted=(_CONTACT_NOTES, _ASB_MAIL),
        clean=(_ESTATE_WALK,),
    ),
    Writer(
        "lettings assistant",
        hand("full", dob="figures|d Mon yyyy"),
        planted=(_TENANCY_FORM,),
        lookalike=(_ALLOCATIONS, _VOIDS),
        clean=(_DAMP_LEAFLET,),
    ),
    Writer(
        "homelessness triage worker",
        hand("lf|full|lft", slips=0.3),
        planted=(_TRIAGE,),
        lookalike=(_ALLOCATIONS,),
    ),
    Writer(
        "rents system",
        hand("LF|UP", slips=0, dob="dd-Mon-yy", phone="closed up", encodings="utf-8|cp1252"),
        planted=(_ARREARS,),
        lookalike=(_BOILERS,),
    ),
    Writer(
        "repairs desk",
        hand("tl|init|tfl|full"),
        planted=(_REPAIR_CALLS,),
        lookalike=(_VOIDS, _BOILERS),
    ),
)
