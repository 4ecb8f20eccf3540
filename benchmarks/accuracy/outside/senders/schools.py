"""Schools, academy trusts, colleges, universities and nurseries."""

from benchmarks.accuracy.outside.shapes import Mail, listing, slip, text
from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.writer import Writer

_CENSUS = listing(
    "school census extract",
    "[School Census Spring {year}|CBDS on-roll extract]",
    """
UPN = {c.upn}
Surname = {c.family}
Forename = {c.given}
?Middle = [|{q?.first}]
DOB = {c.dob}
Sex = [M|F]
NCYearActual = [R|{n:1-11}]
?Ethnicity = [WBRI{+ethnicity?}|APKN{+ethnicity?}|BAFR{+ethnicity?}|REFU]
?Language = [ENG|URD|POL|ENB]
FSMeligible = [true|false|false]
SENprovision = [N|N|K{+health?}{+child?}|E{+health?}{+child?}]
Postcode = {c.post}
UPRN = {c.uprn}
""",
    "csv csv xml fields xlsx merged json",
    (8, 30),
)
_CTF = text(
    "common transfer file",
    """
<?xml version="1.0" encoding="UTF-8"?>
<CTfile>
<Header><DocumentName>Common Transfer File</DocumentName><CTFversion>25.0</CTFversion><DateTime>2026-03-02T09:14:00</DateTime><SourceSchool><LEA>{ref:8##}</LEA><Estab>{ref:4###}</Estab><SchoolName>{School}</SchoolName></SourceSchool></Header>
<CTFpupilData>
%2-5 <Pupil><UPN>{c.upn}</UPN><Surname>{c.family}</Surname><Forename>{c.given}</Forename><DOB>{c.dob:ISO}</DOB><Gender>[M|F]</Gender><BasicDetails><Ethnicity>[WBRI{+ethnicity?}|MWBC{+ethnicity?}|AIND{+ethnicity?}]</Ethnicity><MedicalFlag>[0|1]</MedicalFlag></BasicDetails><Contacts><Contact><Order>1</Order><Surname>{mum.family}</Surname><Forename>{mum.given}</Forename><Relationship>MOT</Relationship><Phones><PhoneNo>{mum.phone:closed up}</PhoneNo></Phones><Email>{mum.mail:lower case}</Email></Contact></Contacts></Pupil>
</CTFpupilData>
</CTfile>
""",
    "xml",
)
_CME = slip(
    "missing from education referral",
    "[CME notification|Removal from roll|Child Missing Education - Form {n:1-4}]",
    """
Pupil =
Legal surname = {C.FAMILY}
Legal forename = {C.given}
Known as = {C.first}
UPN = {C.upn}
Date of birth = {C.dob}
Year group = {n:1-11}
Last known address = {C.lines}
Parents and siblings =
Parent / carer 1 = {Mum}
Telephone = {Mum.phone}
?E-mail = {Mum.mail}
?Parent / carer 2 = {Dad}
?Sibling(s) = {Kid.full}, {Kid.dob}, {school}
Attendance =
Last attended = {day}
Efforts made = [HV {day}, no reply. Neighbour says gone to {nationality} family abroad.|Texts and letter sent. {Kin.full} (aunt) says moved to {town}.]
?Social worker = {X.full}
?Other agencies = [CAMHS{+health}|YOT{+crime?}|CP plan{+child}|none]
School = {School}
Completed by = {S.full}, [Attendance Lead|DSL]
""",
)
_PLAN = text(
    "education plan draft",
    """
EHC PLAN - [DRAFT|FINAL AMENDED]     {Council}
Name {C.full}        Date of Birth {C.dob}
Address {C.addr}
UPN {C.upn}   NHS {C.nhs}   Setting {School}

SECTION A: The views of {C.first} and [his|her] parents
"I like trains and my dog. I do not like the hall." {Mum.first} and {Dad.first} say that mornings are a battle.
SECTION B: Special educational needs{+child}
{C.first} has a diagnosis of {need}{+health}. [He|She] communicates with [Makaton|single words|a tablet].
SECTION C: Health needs
{medicine}, given at {time} by trained staff. Paediatrician Dr {R.full}, {hospital}.
~ SECTION D: Social care needs. Short breaks of {n:2-9} hours a week. Social worker: {X.full}.
SECTION F: Provision. 1:1 support for {n:10-32} hours; SaLT {n:1-4} hours a term; OT sensory diet.
Parents: {Mum.full}, {Mum.phone}, {Mum.mail}; {Dad.full}, {Dad.phone}

Signed for the LA: {S.full}, SEND Case Officer
""",
)
_CPOMS = listing(
    "safeguarding log of a school",
    "CPOMS incident export {School}{+child?}",
    """
Student = {c}
?DOB = {c.dob}
Year = {ref:#@}
Incident = [Said dad hits mum. {mum.full} called in.{+adult?}|Bruise on left arm, says fell off bunk.{+child}|Came in with no coat again, hungry.|Cutting, seen by nurse{+health}.|Told {s2.full} that uncle {q.full} touched her.{+child}|Crying, gran died.]
Categories = [Neglect|Home issues|Self harm|Bullying|Physical]
Added by = {s.full}
Added = {day} {time}
Linked = [|{kid.full} (sib)]
Action = [TC to MASH{+child}, spoke to {x.full}|monitor|Parents rung on {mum.phone}|EHA offered]
""",
    "csv xlsx merged web word cards answers entries",
    (3, 12),
)
_HEADTEACHER = Mail(
    "mail from a school office",
    "{C.first} [urgent|transport|transfer]",
    (
        """Hi
Please can you change the taxi for {C.full} ({C.dob}, {C.upn}). Mum {mum.full} has fled to {C.addr} with the kids{+adult?} and must not be rung on the old number. New one is {mum.phone}.
~ He has {need}{+health} so needs the escort {q.full} who knows how to give {medicine}.
many thnaks
{s.full}
{School} office""",
        """Hello {s.first}, done from {weekday}. Driver is {r.full} of {town} Cars, {r.phone}, plate {r.vrm}.
{x.full}
Home to School Transport""",
    ),
    between=("s", "x"),
)
_LEARNERS = listing(
    "college learner return",
    "ILR R{n:10-14} learners resident in the authority",
    """
LearnRefNumber = {ref:##@#####}
ULN = {p.uln}
FamilyName = {p.family}
GivenNames = {p.given}
DateOfBirth = {p.dob:ISO}
?NINumber = {p.nino:closed up}
Postcode = {p.post}
?TelNo = {p.phone:closed up}
?Email = {p.mail}
LLDDHealthProb = [1{+health?}|2|2]
LearnAimRef = {ref:60######}
PriorAttain = {n:1-11}
""",
    "csv xml json xlsx fields",
)
_UNIVERSITY = slip(
    "student exemption certificate",
    "[Council tax student certificate|Confirmation of enrolment] - {University}",
    """
Student name = {P}
Student ID = {ref:2#######}
Date of birth = {P.dob}
Term-time address = {P.addr}
Home address = {Kin.addr}
Personal email = {P.mail}
?Nationality = {nationality}{+ethnicity?}
?Visa = Student route, BRP {P.brp}
Course = [BSc Nursing|MSc Data Science|LLB Law|PGCE Primary]
Mode = Full time, more than 21 hours a week
From = {day}
Issued by = Student Records
""",
    "txt docx pdf html",
)
_NURSERY = listing(
    "early years headcount",
    "Funded places headcount, {month}",
    """
Child = {c}
Date of birth = {c.dob}
Address = {c.addr}
Parent NI = {mum.nino}
Parent = {mum}
Parent DOB = {mum.dob}
30 hr code = {ref:5##########}
Hours = {n:3-30}
?EYPP = [Y|N]
?DAF = [N|Y - DLA, {need}{+health}]
""",
    "xlsx merged csv word pdf banded",
)
_PROSPECTUS = text(
    "school prospectus",
    """
Welcome to {School}

We are a school of {n:90-1400} pupils aged {n:3-5} to {n:11-18}. Our last inspection, in {month} {year}, found us good.
Uniform: grey trousers or skirt, white polo shirt, {School} jumper (£{n:9-22}).
Dinner is £{n:2-3}.{n:10-90} a day. Pupils on free school meals should still fill in the form.
~ Children with asthma keep an inhaler in class. We have nurses for diabetes and epilepsy.
~ Worship is broadly Christian; parents may withdraw a child. Muslim pupils may use the library to pray.
Our URN is {ref:1#####} and our DfE number is {ref:8##/####}. The Chair of Governors can be reached by letter to the school.
""",
    "txt docx pdf html framed",
)
_RESULTS = listing(
    "school performance figures",
    "Performance tables {year}",
    """
URN = {ref:1#####}
LAESTAB = {ref:8##2###}
School = {school}
Cohort = {n:15-240}
Att8 = {n:20-70}.{n:0-9}
Prog 8 = -0.{n:10-99}
% FSM = {n:3-60}
% SEN = {n:4-40}
% EAL = {n:1-90}
Perm exclusions = {n:0-9}
""",
    "csv xlsx merged web columns ruled",
    (8, 24),
)
_MENU = text(
    "academy newsletter",
    """
{Academy} - news for {month}

The choir sang at {church}. Year {n:3-9} won the cup. Thank you to all who baked.
%2-4 {weekday}: {dish} for lunch; [football club until {time}|bring wellies|photograph day|INSET, no school].
The book fair made £{n:90-600} for {charity}.
""",
)

WRITERS = (
    Writer("school management system", hand("LF|lf", slips=0, dob="ISO|figures"),
           (_CENSUS, _CTF), (_RESULTS,), domain="beacontrust.example.org"),
    Writer("designated safeguarding lead", hand("full|lf", slips=0.1), (_CPOMS, _CME), (_PROSPECTUS,), (_MENU,),
           "archbishoptemple.example.org"),
    Writer("special needs case officer", hand("full|tfl", dob="figures|words"), (_PLAN, _HEADTEACHER),
           domain="hazelleas.example.org"),
    Writer("college registry", hand("full|UP", slips=0), (_LEARNERS,), (_RESULTS,), (_MENU,)),
    Writer("university registry", hand("full|LFt|til", slips=0.03, dob="d Mon yyyy|ISO"), (_UNIVERSITY,), (_PROSPECTUS,)),
    Writer("nursery manager", hand("full|low", slips=0.2, dob="d/m/yy|figures|dots", nino="closed up|spaced lower|pairs"),
           (_NURSERY,)),
)  # fmt: skip
