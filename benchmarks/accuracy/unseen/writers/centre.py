"""The call centre, the web team, the press office, procurement and other offices."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Form, Mail, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_CRM = Register(
    "call centre CRM dump",
    "crm_case_export",
    """
case_id = {ref:CAS-######}
created = {day:ISO with time}
channel = [phone|web|chat|face to face]
cust_name = {p}
?cust_dob = {p.dob}
cust_tel = {p.phone}
?cust_email = [{p.mail}|]
?uprn = {p.uprn}
?cust_address = {p.addr}
service = {team}
notes = [missed bin, been in all day|cust wants call back on {p.phone2} aft 4|calling on behalf of {q.full}, {q.addr}|DD set up, s/c {p.sort} a/c {p.acct}|abusive, hung up|moved from {q.addr} on {day}|mum {mum.full} has {condition}{+health}, needs assisted coll|cust says {s.full} promised a ring back|paid by card, ref {ref:########}|NI {p.nino} given for HB|wife {wife.full} to be added, dob {wife.dob}]
agent = {s.init}
""",
    "csv json sql xml csv",
    (8, 60),
)

_WEB_FORMS = Register(
    "web form submissions",
    "report-it submissions",
    """
submissionId = {ref:########}
submittedAt = {day:ISO with time}
ipAddress = {p.ip}
fullName = {p}
emailAddress = {p.mail}
telephone = {p.phone}
?location = {p.addr}
details = [Street light out on {street}|Dog mess by {school}|My son {kid.full} fell on the broken slab and cut his knee{+health?}|Car {q.vrm} abandoned for weeks|Neighbour {q.full} is burning waste{+crime?}|]
consent = [true|false]
""",
    "json json csv xml",
    (5, 40),
)

_CHAT = Text(
    "web chat transcript",
    """
Chat {ref:########} started {day} {time}
[Visitor|Customer]: hi is anyone there
Agent {S.first}: Hello, you're through to {S.first}. Can I take your name please?
[Visitor|Customer]: {P}
Agent {S.first}: Thanks {P.first}. And the first line of your address and postcode?
[Visitor|Customer]: {P.at} {P.post}
~ Agent {S.first}: For security, your date of birth?
~ [Visitor|Customer]: {P.dob}
[Visitor|Customer]: [my council tax is wrong, i live on my own since {Q.full} left|need a new blue bin|when is my hearing about the flat]
~ [Visitor|Customer]: also im disabled, got {condition}{+health}
Agent {S.first}: What is the best number for you?
[Visitor|Customer]: {P.phone} or email {P.mail}
Agent {S.first}: All done. Ref {ref:CAS-######}.
""",
    "txt html",
)

_VOICEMAIL = Text(
    "voicemail messages typed up",
    """
Voicemails {day} - typed by {S.full}

%4-12 {time}  {p.full}, {p.phone}. [Wants to know about bulky waste.|Ringing about her late father {e.full}'s council tax, {e.at}.|Says she was told {s.first} would call.|Parking permit for {p.vrm}.|Lost her wallet at {building}.|Upset. Landlord {q.full} has changed the locks.|Will be out at {hospital} all {weekday}{+health?}.]
""",
    "txt docx",
)

_GRANTS = Form(
    "hardship fund application",
    "Household Support Fund application",
    """
Name = {P}
Date of birth = {P.dob}
NI number|National Insurance number = {P.nino}
Address = {P.addr}
Telephone = {P.phone}
E mail = {P.mail}
Adults in home = [just me|me and {Partner.full}]
Children = [none|{Kid.full}, {Kid.dob}]
Reason = [Boiler broke and no wages till {month}|Lost my job at {firm}|I have {condition}{+health} and the heating is on all day|fled Ukraine, hosted by {Q.full}|prepay meter, £3 left]
Bank = {bank}
Sort code = {P.sort}
Account no = {P.acct}
?Helped by = {R.full}, {charity}
""",
    "txt html docx xlsx",
)

_CAR_PASSES = Register(
    "staff parking passes",
    "Car park passes {building}",
    """
Pass = {ref:P###}
Name = {s}
Team = {team}
Ext / mobile|Contact = {s.phone}
Car = {make}
Reg|Registration = {s.vrm}
?2nd car = [||{s2.vrm}]
?Reason = [|Blue badge holder{+health?}|carries kit|pool]
""",
    "xlsx csv docx",
    (6, 40),
)

_VISITORS = Register(
    "reception visitors' book",
    "Visitors {day} {building}",
    """
In = {time}
Out = {time}
Visitor = {p}
From = {firm}
Seeing = {s}
?Car reg = [{p.vrm}|]
?Sign = [yes|y]
""",
    "xlsx csv docx",
    (6, 30),
)

_HOLIDAY_CLUB = Mail(
    "out of office chain",
    "cover for {team} next week",
    (
        """All

{s3.full} is off from {weekday} ([she is having an operation{+health?}|annual leave|paternity]) so please ring {s4.full} on {s4.phone}. For anything with payroll ask {s5.full} ({s5.mail}).

{s.full}""",
        """Thanks {s.first}. {s6.full} can do the desk but not {weekday}.

{s2.full}
{team}
{s2.phone}""",
    ),
    between=("s", "s2"),
)

_PRESS = Text(
    "press release about works",
    """
NEWS from {Council}
{day:words}

New life for {Building}
Work on {building} will start in {month} after {firm} won the contract, worth £{n:1-30} million. The firm also built the {hospital} car park and {school}.
"This is great news for {Town}," a council spokesperson said. "It brings 40 jobs."
~ The hall was built in 1904 and has stood empty since the Woolworths fire.
~ Shoppers can still reach Marks & Spencer and the John Lewis café from {street}.
~ {charity} will run the ground floor.
Ends. Notes to editors: pictures from the press office, {O.mail:press}, {O.phone}.
""",
)

_RISKS = Register(
    "risk register",
    "Corporate risk register Q{n:1-4}",
    """
No = {n:1-60}
Risk = [Loss of personal data such as NHS numbers|Failure of the case system|Pay award above budget|Death or serious harm of a child in care|Fraud by claimants|Flood at {building}|Failure of {firm}]
Owner = [s151 officer|Director of People|Monitoring Officer|Head of ICT]
L = {n:1-5}
I = {n:1-5}
Mitigation = [training, audit|reserve|contract clause|insurance|daily back-up]
Review = {day}
""",
    "xlsx docx csv",
    (6, 20),
)

_RATES = Register(
    "business rates properties",
    "NNDR list, companies only",
    """
BA Ref = {ref:N#########}
Ratepayer = {firm}
Description = [Shop and premises|Warehouse|Offices|Car showroom|Public house]
Street = {street}
Town = {town}
RV = {n:2000-250000}
From = {day}
Relief = [SBRR|none|RHL|empty]
""",
    "csv xlsx html",
    (10, 60),
)

_USER_GUIDE = Text(
    "user guide for a system",
    """
Quick guide: adding a person

1. Press New. Type the surname, then the forename. The system puts the surname in capitals.
2. Date of birth must be dd/mm/yyyy. A child's record needs a UPN of 13 characters.
3. The NHS number is ten digits in the pattern 3 3 4 and the last digit is checked.
~ 4. National Insurance number: two letters, six figures, one letter. Leave blank if it is not known. Do not make one up.
~ 5. Sort code and account number go on the Payments tab.
6. Error {ref:E####} means that the postcode is not in the gazetteer. Ask for a new UPRN.
Version {n:1-9}.{n:0-20}.{n:0-9}.{n:1-99}, page {n:1-90}.
""",
)

_HANSARD = Text(
    "extract from a debate",
    """
The Council then considered the motion on the market hall.

The Leader said that the hall had been opened by the Queen in 1961. The Opposition asked why {firm} had been paid £{money}. The Deputy Leader replied that Marks and Spencer had left, that Burton's had closed, and that the Nelson Mandela Gardens needed lights.
~ A Member for {ward} asked about the statue of {~Robert Peel}. The Leader said it would be cleaned.
~ The Mayor reminded Members that the Dickens Room was to be cleared by ten.
The motion was carried by {n:20-40} votes to {n:3-19}.
""",
)

_BINS = Register(
    "bin collection calendar",
    "Collections {month}",
    """
Round = [A|B|C|D]{ref:#}
Street = {street}
Day = {weekday}
Black = {day}
Blue = {day}
Brown = {day}
Note = [|back lane|narrow access veh|after 9.30]
""",
    "csv html xlsx docx",
    (10, 50),
)

_NEWSLETTER = Text(
    "staff newsletter",
    """
Round-up, {month} {year}

The lifts at {building} are mended at last. The canteen has a new soup.
~ Swap your bike lock: the racks move to the yard on {weekday}.
~ The choir needs basses. Come to the Oak room at lunch.
Lost: one umbrella, tartan. Found: three.
Next pay day is the {n:20-28}th.
""",
    "txt docx html",
)

WRITERS = (
    Writer(
        "call-centre system",
        hand(
            "full|UP|tfl|lf",
            slips=0.05,
            phone="closed up|lost zero|grouped",
            dob="ISO|with time|figures",
        ),
        planted=(_CRM,),
        lookalike=(_RATES,),
    ),
    Writer(
        "web team",
        hand("full|low", slips=0.1),
        planted=(_WEB_FORMS, _CHAT),
        lookalike=(_USER_GUIDE,),
        clean=(_BINS,),
    ),
    Writer(
        "typist",
        hand("full|tl"),
        planted=(_VOICEMAIL,),
        lookalike=(_HANSARD,),
        clean=(_NEWSLETTER,),
    ),
    Writer("welfare rights worker", hand("full|mid"), planted=(_GRANTS,)),
    Writer(
        "facilities team",
        hand("full|lf|nick"),
        planted=(_CAR_PASSES, _VISITORS),
        lookalike=(_RISKS,),
        clean=(_NEWSLETTER, _BINS),
    ),
    Writer("team manager", hand("full"), planted=(_HOLIDAY_CLUB,), lookalike=(_RISKS,)),
    Writer("press officer", hand(), lookalike=(_PRESS, _HANSARD), clean=(_NEWSLETTER,)),
)
