"""Clerks, councillors, registrars, electoral and complaints staff."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Form, Mail, Mailbox, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_PARISH = Text(
    "parish council minutes",
    """
MINUTES of the Parish Council held in the {Church} hall on {day:words}
Present: Cllrs {P.full} (Chair), {Q.full}, {R.full} and {P2.full}; {S.full}, Clerk. Three members of the public.

1. Apologies: Cllr {Q2.full} ([unwell{+health?}|holiday|work]).
2. Public session. {R2.tfl} of {R2.at} said that the hedge by the school is over the path. {P3.tfl} asked when the bench for her late husband {Q3.full} will be put in.
3. Minutes of the last meeting were agreed.
~ 4. Cemetery. Plot {ref:@##} reserved by {Kin.full}, {Kin.addr}, fee £{money}.
~ 5. Allotments. Plot 7 passes from {E.full} to {R3.full} (tel {R3.phone}).
6. Payments: {firm} £{money}; S.{S.last} salary £{money} and mileage; {firm} £{money}.
~ 7. Co-option. One letter, from {P4.full}, {P4.mail}, was read.
The meeting closed at {time}. Signed ............ Chair
""",
    "docx txt html",
)

_CASEWORK = Mail(
    "councillor's casework",
    "[help with my flat|Bins AGAIN|my mother's care|school place]",
    (
        """Dear Councillor

You came to my door before the election. {mum.full}, my mother, is {mum?.age} and lives at {mum.addr}. She has carers from {firm} and they come when they like.{+health?}{+adult?} She has {condition}{+health}. I work nights and cannot be there.
~ Her social worker is called {q.full} and never rings back.
My number is {p.phone}, I am at {p.addr}.
~ Her NHS number if it helps is {mum.nhs}.

{p.full}""",
        """Dear {p.first}

Leave it with me. I have asked the director to look at it today.

Best wishes
{R.full}
Councillor for {ward}""",
        """thank you so much, my brother {son.full} will be at mums on {weekday} if anyone wants to call, {son.phone}

{p.first}""",
    ),
    between=("p", "R"),
    formats="eml eml txt",
)

_REGISTER = Register(
    "electoral register extract",
    "Register of electors {ward}",
    """
PD/No|Elector No = {ref:@@-####}
Mkr = [||||A|G|K]
Name|Elector Name = {p}
Property|Address 1 = {p.house}
Address 2 = {p.town}
Postcode = {p.post}
?Attainment = [||||{c.dob}]
""",
    "csv csv0 fixed xlsx",
    (15, 80),
)

_POSTAL_VOTE = Form(
    "postal vote application",
    "Application to vote by post",
    """
Elector number = {ref:@@#-####}
First names = {P.given}
Last name|Surname = {P.family}
Address where registered = {P.addr}
Send my ballot paper to = [as above|{Kin.addr}|c/o {Q.full}, {Q.addr}]
Date of birth = {P.dob}
NI number = {P.nino}
?Reason = [away on business|in {hospital} for an operation{+health}|I look after my mother]
?E-mail = {P.mail}
?Phone = {P.phone}
Date = {day}
""",
)

_DEATHS = Register(
    "burial and cremation register",
    "Cremations w/c {day}{+religion?}",
    """
No = {ref:#####}
Time = {time}
Deceased = {e}
Age = {e?.age}
Late of|Last address = {e.addr}
Applicant = {q}
Relationship = [son|daughter|widow|niece|executor]
Tel = {q.phone}
F/D = {undertaker}
Minister = [Revd {r.full}|humanist|none|Fr {r.full}]
Remarks = [|pacemaker removed{+health?}|Sikh rite{+religion?}|ashes to {q.first}|music on usb]
""",
    "xlsx docx csv",
    (4, 16),
)

_COMPLAINT = Text(
    "stage two complaint",
    """
Stage 2 complaint response - {ref:COM/####}

{P.tfl}
{P.lines}
Sent by e-mail to {P.mail}

Dear {P.tl}

You complained on {day} that [your bin was missed five times|the officer {S2.full} put the phone down on you|we wrote to your old address, {Q.full} opened the letter].
I have read the file and spoken to {S2.full}.
~ You told us in {month} that you have {condition}{+health} and get an assisted collection. That was not passed to the crew, and I am sorry.
~ Your daughter, {Dau.full}, rang on {day} from {Dau.phone} and was not called back.
I uphold the complaint and offer £{n:25-300}. If you accept, send your account details to me.
You may go to the Ombudsman.

{S.full}
Complaints Manager
""",
    "docx txt",
)

_PETITION = Register(
    "petition signatures",
    "Petition: [save our library|stop the 40 bus cut|20mph now]",
    """
No = {n:1-900}
Name|PRINT NAME = {p}
Address = {p.house}
Postcode = {p.post}
?Email = [{p.mail}|]
?Why I'm signing = [||kids use it|My nan {dau.full} can't drive|Used it since 1974|{+politics?}Labour promised this]
""",
    "csv xlsx html",
    (10, 60),
)

_FOI_LOG = Register(
    "information requests log",
    "FOI and SAR log {year}",
    """
Ref = {ref:FOI####}
Type = [FOI|FOI|EIR|SAR]
Requester = [{p.full}|{p.full}|{p.full} (journalist)|{firm}]
Contact = {p.mail}
Received = {day}
Due = {day}
Subject = [cost of agency staff|potholes on {street}|own housing file, dob {p.dob}, {p.addr}|all e-mails between {s.full} and {firm}|business rates credits|children's file of brother {son.full}{+child?}]
Status = [open|closed|clarif sought|refused s.40]
""",
    "xlsx csv",
    (6, 40),
)

_AGENDA = Text(
    "meeting agenda",
    """
AGENDA
Planning Committee, {building}, {day} at {time}

Members: Chair, Vice-Chair and nine members. Substitutes by noon the day before.
1. Apologies
2. Declarations of interest
3. {ref:2#/0####/FUL} Land at {street}, {town}: {n:4-90} dwellings. Recommendation: approve
~ 4. {ref:2#/0####/LBC} {church}: new boiler flue. Recommendation: approve
~ 5. {ref:2#/0####/ADV} {firm}, {street}: illuminated sign. Recommendation: refuse
6. Appeals received
Background papers are with the Democratic Services Officer, {building}. Sign language interpreters can be booked.
""",
)

_HISTORY = Text(
    "civic history leaflet",
    """
A walk round {Town}

Start at {Building}, opened by the Lord Mayor in 1897 in the year of the Diamond Jubilee. Cross Albert Square to the Gladstone Memorial.
The Wesleyan chapel on {street} was built in 1842 at a cost of £1,900 and is Grade II listed.
~ Past {park} is Arkwright's Mill, now flats. In 1911 it had 1,200 looms.
~ The Peel Tower stands 128 feet high.
Turn left into Nelson Street, past the Lord Raglan public house and the Jane Austen Tea Rooms, to {church}.
The walk is two miles long and takes an hour. Buses from Stanley Road.
""",
)

_CONSTITUTION = Text(
    "scheme of delegation",
    """
Part 3C. Scheme of delegation to officers

The Chief Executive is the Head of Paid Service. The Director of Resources is the section 151 officer. The Head of Legal is the Monitoring Officer and the senior responsible officer for surveillance.
The Director of Children's Services may apply for emergency protection orders, begin care proceedings and consent to medical treatment of a looked after child.
~ The Head of Housing may serve notices of seeking possession.
~ The Licensing Manager may suspend a driver who is charged with an offence.
Officers may not take a decision in which they, a relative or a friend have an interest.
""",
)

_TURNOUT = Register(
    "election results statistics",
    "Turnout by polling district",
    """
PD = {ref:@@}
Station = {building}
Electorate = {n:600-3200}
Ballots = {n:200-1900}
Turnout % = {n:18-70}
Postal issued = {n:90-900}
Rejected = {n:0-20}
Labour = {n:20-900}
Conservative = {n:20-900}
Green = {n:10-400}
""",
    "csv xlsx html",
    (8, 30),
)

_PRIVACY = Text(
    "privacy notice",
    """
Privacy notice: {team}

We collect your name, address, date of birth, telephone number, e-mail address and National Insurance number. Where it is needed we also hold information on health, disability, ethnic origin, religion, sexual orientation and criminal convictions.
We use it to decide what you are entitled to and to prevent fraud. Our lawful basis is Article 6(1)(e), and for special category data Article 9(2)(g).
~ We share it with the Department for Work and Pensions, the police and the Cabinet Office for the National Fraud Initiative.
~ We keep it for six years after the case closes.
You may ask for a copy. Write to the Data Protection Officer, {Council}, or {O.mail:dataprotection}. You may also complain to the Information Commissioner's Office.
""",
)

_ROOMS = Register(
    "meeting room bookings",
    "Room diary w/c {day}",
    """
Room = [Committee 1|Committee 2|Oak|Elm|Council Chamber]
Day = {weekday}
From = {time}
To = {time}
Team = {team}
Layout = [boardroom|theatre|cabaret]
Tea for = {n:0-40}
""",
    "xlsx csv html",
    (6, 20),
)

_MAILBOX = Mailbox("councillor's mailbox", (_CASEWORK,))

WRITERS = (
    Writer(
        "parish clerk",
        hand("full|tfl", dob="words"),
        planted=(_PARISH,),
        lookalike=(_AGENDA,),
        clean=(_ROOMS,),
    ),
    Writer("ward councillor", hand("full"), planted=(_CASEWORK, _MAILBOX), lookalike=(_HISTORY,)),
    Writer(
        "electoral services system",
        hand("LF|lf|UP|full", slips=0, dob="figures"),
        planted=(_REGISTER, _PETITION),
        lookalike=(_TURNOUT,),
    ),
    Writer("electoral registration clerk", hand("full", dob="figures"), planted=(_POSTAL_VOTE,)),
    Writer(
        "bereavement services clerk", hand("full|lf|LF"), planted=(_DEATHS,), lookalike=(_HISTORY,)
    ),
    Writer(
        "complaints officer", hand("full|tl"), planted=(_COMPLAINT, _FOI_LOG), lookalike=(_PRIVACY,)
    ),
    Writer(
        "democratic services officer",
        hand(),
        lookalike=(_AGENDA, _CONSTITUTION, _PRIVACY),
        clean=(_ROOMS,),
    ),
)
