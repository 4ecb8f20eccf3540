"""School offices, admissions, and those who get children there and fed."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Mail, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_GIANT = Register(
    "one giant spreadsheet",
    "{School} ALL PUPILS master",
    """
Surname = {c.FAMILY}
Forename(s) = {c.given}
DOB = {c.dob}
Yr = {n:1-11}
Reg Gp = [{ref:#@}|{ref:#@}]
?UPN = {c.upn}
?ULN = {c.uln}
Address line 1 = {c.house}
Town = {c.town}
Postcode|Post Code|P/code = {c.post}
Parent / Carer 1|Contact1 = {mum.tfl}
Tel 1|P1 mobile = {mum.phone}
?Email 1 = {mum.mail}
?Contact2 = [|{dad.tfl}|{dad.full}]
?Tel 2 = [|{dad.phone}]
?FSM = [Y|N|N]
?Ethnicity = {ethnicity}{+ethnicity}
?1st lang = [English|English|{language}]
?Medical = [|||epipen{+health}|{condition}{+health}|asthma - blue inhaler{+health}]
?SEN = [|||K{+child?}|E{+child?}]
Misc|notes = [|||collects: nan {dau.full} {dau.phone}|NOT dad ({q.full}){+child?}|lives w dad weekends at {q.addr}|bus pass {ref:####}]
""",
    "xlsx xlsx csv",
    (20, 110),
)

_TRIP = Register(
    "school trip list",
    "{School} residential {day}",
    """
Name|Child = {c}
DoB|Date of birth = {c.dob}
Emergency contact = {mum.full} {mum.phone}
2nd contact = [|{kin.full} (gran) {kin.phone}|{dad.full} {dad.phone}]
Dr = {surgery}
?NHS no. = {c.nhs}
Diet = [|veggie|halal{+religion?}|no nuts{+health?}|coeliac{+health}|]
Medication = [|||{medicine} at bedtime{+health}|travel tabs|inhaler{+health}]
Paid = [Y|Y|£{n:20-90}|PP]
""",
    "xlsx docx csv",
    (8, 30),
    "Staff: {S.full} {S.phone}, {S2.full} {S2.phone}",
)

_APPEAL = Text(
    "admission appeal case",
    """
APPEAL REF {ref:AP/####} - {School}
Child: {C.full}      Date of birth: {C.dob}
Appellant: {Mum.tfl}, {Mum.addr}
Hearing: {day} at {time}, {building}

Grounds of appeal (in the parent's words)
"I am writing because {C.first} has been refused. [Her|His] cousin {Kid.full} is already in Year 4 there and walks with [her|him]."
~ "{C.first} was badly bullied at {school} by a boy called {Q.full} and now bites [her|his] nails till they bleed."
~ "We are a practising {religion} family{+religion} and this is the only school that fits."
~ "I have {condition}{+health} and can't do two drop-offs. Letter from {surgery} enclosed."
~ "{Dad.full} moved out in {month}. Please write to me only, mobile {Mum.phone}."

School's case: the admission number of 60 was reached by distance; the last child admitted lives 0.{n:201-899} miles away. {C.first} lives {n:1-3}.{n:100-999} miles away.
Clerk: {S.full} ({S.mail})
Panel: {P.full} (chair), {R.full}, {Q2.tfl}
""",
)

_SEN_MAIL = Mail(
    "special needs draft plan",
    "EHCP draft - {ref:SEN#####}",
    (
        """Hello

I got the draft plan for {c.full} (dob {c.dob}){+child}. It says in section B that [he|she] has {condition}{+health} but the paediatrician {q.tfl} at {hospital} also says autism. Please change. Section I should be {school}.
~ Also you have my old address. We are at {p.addr} since {month}.

{p.full}
{p.phone}""",
        """Dear {p.tl}

Thank you. I have asked Dr {q.last} for the report and will send an amended draft by {day}.

{S.full} | SEND Officer | {S.phone}""",
        """Thanks {S.first}. NHS number if they need it is {c.nhs}. Dad's email is {partner.mail}, he wants copies.

{p.first}""",
    ),
)

_TRANSPORT = Register(
    "school transport runs",
    "SEN transport run {ref:R##} {school}",
    """
Run = {ref:R##}
Pupil|Passenger = {c}
Pick up = {c.addr}
Time = {time}
Parent mob|Contact no = {mum.phone}
Driver = {q}
PA = {r}
Veh reg|Vehicle = {q.vrm}
?Needs = [|booster|wheelchair{+health?}|harness|seizures, carries midazolam{+health}|non verbal{+health?}]
""",
    "xlsx csv docx html",
    (5, 24),
)

_EXAMS = Register(
    "exam entries export",
    "EXAM ENTRIES SUMMER {year}",
    """
Centre = {ref:#####}
Cand No = {ref:####}
UCI = {ref:#####0######@}
ULN = {c.uln}
UPN = {c.upn}
Candidate = {c}
D.O.B. = {c.dob}
Entry = [8300H|8700|8461H|1MA1F|J351]
?Access arr. = [|25%|reader|25%]{+health?}
""",
    "fixed csv csv xml",
    (6, 40),
)

_GOVERNORS = Text(
    "policy for pupils with medical needs",
    """
Supporting Pupils with Medical Conditions
{School}

Aims. We want every child to take part in school life, whatever their health.
Roles. The head teacher makes sure that staff know. The school nurse writes the individual healthcare plan with the parents.
~ Asthma. Children carry their own inhaler from Year 3. Spare inhalers are in the office.
~ Epilepsy. Staff who teach a child with epilepsy are trained once a year.
~ Diabetes. Children may test their blood in class.
Records. The plan holds the child's name, date of birth, NHS number, address and an emergency contact. It is kept in the locked cupboard and on the system, never on the wall.
Complaints go to the chair of governors at the school's address.
Reviewed {day}. Next review {month} {year}.
""",
)

_CENSUS = Register(
    "pupils by group",
    "School census: pupils by ethnic group, FSM and SEN",
    """
DfE no = {ref:###/####}
School = {school}
NOR = {n:90-1200}
White British = {n:20-700}
Pakistani = {n:0-200}
Black African = {n:0-90}
Gypsy/Roma = {n:0-20}
FSM % = {n:3-60}
SEN support = {n:5-150}
EHCP = {n:0-40}
Postcode area = {outward}
""",
    "xlsx csv html",
    (6, 25),
)

_BLANK_FORM = Text(
    "blank admission form",
    """
IN-YEAR ADMISSION FORM
Please use BLACK INK and CAPITALS

Child's surname ______________________  First names ______________________
Date of birth __ / __ / ____   Male / Female
UPN (if known) _____________
Address ______________________________ Postcode ________
Parent's name ______________________ NI number __ __ __ __ __
Home telephone ______________ Mobile ______________
E-mail ______________________
Ethnic group (tick one): White British [ ] Indian [ ] Pakistani [ ] Black African [ ] Prefer not to say [ ]
Religion: ______________
Does your child have any medical condition? Yes [ ] No [ ]
Is the child looked after by a local authority? Yes [ ] No [ ]
Signed ____________________ Date ________
Return to School Admissions, {Building}.
""",
)

_TERM_DATES = Register(
    "term dates",
    "School term and holiday dates {year}",
    """
Term = [Autumn 1|Autumn 2|Spring 1|Spring 2|Summer 1|Summer 2]
First day = {day}
Last day = {day}
Days = {n:28-40}
INSET = {day}
""",
    "docx html csv xlsx",
    (6, 6),
)

_MENUS = Text(
    "school menus",
    """
Lunch menu - week {n:1-3}

Monday: cheese and tomato pizza, sweetcorn, apple crumble
Tuesday: chicken korma or chickpea curry, rice, melon
Wednesday: roast [beef|turkey], mash, carrots, jelly
~ Thursday: pasta bolognese or veggie sausage, peas, flapjack
Friday: fish fingers, chips, beans, ice cream
Bread, salad and fruit every day. Allergen lists are on the kitchen door.
""",
    "txt docx html",
)

_BUS = Register(
    "bus timetable",
    "Service {n:1-99} {town} - {town}",
    """
Stop = {street}
ATCO = {ref:#########}
1 = {time}
2 = {time}
3 = {time}
4 = {time}
Note = [|SDO|NS|Sch]
""",
    "csv html xlsx fixed",
    (8, 25),
)

WRITERS = (
    Writer(
        "school office manager",
        hand("full|nick", slips=0.2, dob="figures|d/m/yy"),
        planted=(_GIANT, _TRIP),
        lookalike=(_GOVERNORS,),
        clean=(_MENUS, _TERM_DATES),
    ),
    Writer(
        "appeals clerk",
        hand("tfl", dob="words|ordinal"),
        planted=(_APPEAL,),
        lookalike=(_BLANK_FORM,),
        clean=(_TERM_DATES,),
    ),
    Writer(
        "special needs officer",
        hand("full", dob="figures|dots"),
        planted=(_SEN_MAIL,),
        lookalike=(_GOVERNORS, _CENSUS),
    ),
    Writer(
        "school transport planner",
        hand("full|lf", vrm="closed up|spaced"),
        planted=(_TRANSPORT,),
        lookalike=(_BUS,),
    ),
    Writer(
        "exams officer's system",
        hand("LF|UP", slips=0, dob="figures|capitals|ISO"),
        planted=(_EXAMS,),
        lookalike=(_CENSUS,),
    ),
)
