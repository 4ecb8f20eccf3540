"""Those who write for everybody or about nobody: policies, posters, plans and lists of things."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Form, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_DPIA = Form(
    "impact assessment",
    "Data protection impact assessment - {team} system",
    """
Project = Replacement of the {team} system
Project lead = Head of Service
Supplier = {firm}
Whose data? = [residents and their carers|pupils|staff|tenants|licence holders]
What data? = name, address, date of birth, NI number, NHS number, bank details
Special category data? = [health; ethnicity|health, religion, sexual orientation|trade union membership]
Criminal offence data? = [yes, DBS results|no|yes, cautions and convictions]
How many people? = about {n:200-90000}
Risks = loss of a laptop; e-mail to the wrong person; too many users
Measures = encryption; training; audit log; access by role
DPO advice = [proceed|proceed with conditions|consult the ICO]
Review date = {day}
""",
)

_EQUALITY = Text(
    "equality impact assessment",
    """
Equality impact assessment: [closing a day centre|new parking charges|council tax support scheme]

Age. {n:10-60} per cent of users are over 75. They travel less far.
Disability. Wheelchair users, people who are deaf and people with dementia or depression will find the change hard. A man with a learning disability told us at the open day that he would miss the bus.
~ Race. Users are {n:40-90} per cent White British, {n:2-30} per cent Pakistani and {n:1-9} per cent Gypsy or Irish Traveller.
~ Religion. Friday is a day of prayer for Muslims; do not hold the drop-in then.
~ Sexual orientation. No impact known. Lesbian, gay and bisexual carers were asked through {charity}.
Pregnancy. Seats will be kept.
Action: write to all users by {day}. Owner: Head of Adult Social Care.
""",
)

_RETENTION = Register(
    "retention schedule",
    "Retention schedule {team}",
    """
Ref = {ref:RS##.##}
Record = [Child protection case file|Adoption file|Housing benefit claim|Accident book|Payroll record|School admission appeal|DBS disclosure|Parking appeal|Occupational health file]
Holds = [name, DOB, health|NI number, bank details|offences|ethnicity, religion|address, vehicle]
Trigger = [date of birth|last payment|closure|end of employment|decision]
Keep = {n:1-100} years
Basis = [Limitation Act 1980|Children Act 1989|business need|HMRC]
Action = [destroy|review|archive]
""",
    "xlsx docx csv html",
    (8, 30),
)

_UPLOAD_TEMPLATE = Register(
    "empty upload template",
    "upload template v{n:1-9}",
    """
Title =
Forename|First name =
Surname|Last name =
DOB|Date of birth (dd/mm/yyyy) =
NI Number =
?NHS Number =
Address 1 =
Postcode =
?Ethnicity =
?Sort code =
?Account number =
""",
    "csv xlsx docx",
    (0, 3),
)

_BLANK_CLAIM = Form(
    "blank claim form",
    "Discretionary Housing Payment - claim form",
    """
Full name = ..............................
Date of birth = ..../..../........
National Insurance number = .. .. .. .. ..
Address = ..............................
Postcode = ..............
Telephone = ..............................
Do you or your partner have a disability? = yes / no
Are you pregnant? = yes / no
Weekly rent = £..........
Bank sort code = ..-..-..
Account number = ................
Signature = ..............................
""",
)

_POSTER = Text(
    "awareness poster",
    """
[Pride in {Town}|Black History Month|Mental Health Week|Ramadan at the leisure centre|Windrush Day]

{weekday}, {Building}, free, all welcome.
~ Talk: lesbian and gay life in the mill towns, with slides.
~ Film about {~Mary Seacole} and the nurses of the Crimea.
~ Drop-in for anyone who feels low. Anxiety and depression are nothing to be ashamed of.
~ Steel pans and jerk chicken in the yard.
~ Late swim for women after sunset prayers.
~ Stalls from {charity} and {charity}.
Ask at the desk or ring {O.phone}.
""",
)

_UNION_POLICY = Text(
    "facility time policy",
    """
Trade union facility time

UNISON, GMB and Unite are recognised. Each has one full-time post and a number of shop stewards agreed by the Joint Committee.
Stewards may take paid time to go with a member to a hearing.
~ Subs are taken through payroll where a member asks for it, and never shown to managers.
~ A ballot must be of all members in the workplace.
{year}: {n:3-40} representatives, {n:100-900} hours, 0.0{n:1-9} per cent of the pay bill.
""",
    "docx txt html",
)

_METERS = Register(
    "meter readings",
    "Meter readings {month}",
    """
Site = {building}
MPAN = {ref:10###########}
MPRN = {ref:##########}
Serial = {ref:@##@######}
Prev = {ref:#####}
Now = {ref:#####}
Read on = {day}
Invoice = {ref:##########}
Cost = {money}
""",
    "csv xlsx fixed",
    (8, 50),
)

_COSHH = Register(
    "hazardous substances register",
    "COSHH register {building}",
    """
No = {ref:C###}
Substance = {chemical}
CAS = {ref:####-##-#}
UN = {ref:####}
Supplier = {firm}
Batch = {ref:@@######@}
Stored = bay {ref:@#} {ref:#@@}
Hazard = [irritant|flammable|corrosive|harmful if swallowed]
Emergency tel = {O.phone}
""",
    "xlsx docx csv",
    (6, 25),
)

_FIXTURES = Register(
    "pitch fixtures",
    "Pitch bookings {month}",
    """
Date = {day}
KO = {time}
Pitch = {park} {n:1-9}
Home = {town} {team_sport}
Away = {town} {team_sport}
Age group = [U{n:7-18}|Open age|Vets]
Fee = {money}
""",
    "csv xlsx html docx",
    (8, 40),
)

_DRAINS = Register(
    "gully survey",
    "Gully survey {ward}",
    """
Gully = {ref:G######}
Street = {street}
Grid ref = {ref:SK ### ###}
Easting = {ref:4#####}
Northing = {ref:3#####}
Surveyed = {day}
Depth mm = {n:200-1200}
Silt % = {n:0-100}
Note = [|grate broken|under parked car|tree roots|jetting needed]
""",
    "csv json xlsx xml",
    (12, 70),
)

_API = Text(
    "interface description",
    """
# Person search

GET /v1/people?surname=...&dob=...

| field | type | example |
|---|---|---|
| surname | text | up to 35 letters |
| dob | date | yyyy-mm-dd |
| nino | text | AA######A |
| nhsNumber | digits | ten, last one is a check digit |
| postcode | text | outward and inward part |

~ Errors: 400 where the date of birth is in the future, 404 where nobody is found.
~ Limit: {n:10-900} calls a minute. Correlation id: {ref:##########}.
Version {n:1-9}.{n:0-9}.{n:0-9}.{n:1-99}, build {ref:@@######@}.
""",
    "md txt html",
)

_SPEC = Text(
    "tender specification",
    """
Invitation to tender {ref:DN######}: [home care|school meals|pest control|debt collection]

The provider shall keep records for each person: name, date of birth, NHS number, next of kin, allergies and religion.
Staff shall be DBS checked. A person with an unspent conviction for violence or theft shall not be put forward.
~ The provider shall tell the council of any safeguarding concern within two hours.
~ Invoices shall quote PO {ref:4500######} and be sent in XML.
Price: 60 per cent. Quality: 40 per cent. Questions by {day} through the portal only.
Incumbent: {firm}. TUPE is likely to apply to {n:4-90} employees.
""",
    "docx txt html",
)

_MINUTES = Text(
    "minutes by roles",
    """
Notes of the {team} team meeting, {day}

Present: Team Manager, two seniors, Business Support, student. Apologies: Finance Officer.
1. The old forms must not be used. IT will take them down.
2. Caseloads: average {n:12-30}. Waiting list {n:3-90}.
~ 3. Sickness is {n:2-9} per cent, mostly colds and backs.
~ 4. {firm} will show the new rota tool at {Building} on {weekday}.
~ 5. A laptop was left on a bus. No data lost. Reminder to all.
Next: {day} at {time}.
""",
    "docx txt",
)

_OPENING = Register(
    "opening hours",
    "Opening hours {year}",
    """
Place = {building}
Mon = [9-5|10-6|closed]
Wed = [9-5|10-7|closed]
Sat = [10-1|10-4|closed]
Step free = [yes|yes|no]
Parking = {n:0-60} spaces
""",
    "html csv docx xlsx",
    (6, 12),
)

_COMPOST = Text(
    "composting guide",
    """
Compost in a year

Layer green on brown: grass, peelings, tea leaves, then card and twigs.
~ Turn it with a fork each month.
~ No meat, no {dish}, no cat litter.
If it smells, add card. If it is dry, add water. Worms will come of their own accord.
Bins cost £{n:10-30} from the depot while stocks last.
""",
)

_SHARED_LUNCH = Text(
    "shared lunch plan",
    """
Team lunch, {weekday}

Table one: {dish}, {dish}. Table two: {dish}, salad.
~ Someone bring plates. We have forks.
Urn on at {time}. Clear up by two, the room is booked after.
""",
    "txt docx",
)

WRITERS = (
    Writer("information governance officer", hand(), lookalike=(_DPIA, _RETENTION, _API)),
    Writer("equality adviser", hand(), lookalike=(_EQUALITY, _POSTER, _UNION_POLICY)),
    Writer("forms designer", hand(), lookalike=(_UPLOAD_TEMPLATE, _BLANK_CLAIM)),
    Writer("energy manager", hand(), lookalike=(_METERS, _COSHH), clean=(_OPENING,)),
    Writer("drainage technician", hand(), lookalike=(_DRAINS,), clean=(_COMPOST,)),
    Writer("sports development officer", hand(), lookalike=(_FIXTURES,), clean=(_OPENING,)),
    Writer("commissioning manager", hand(), lookalike=(_SPEC, _MINUTES), clean=(_SHARED_LUNCH,)),
    Writer("waste minimisation officer", hand(), lookalike=(_MINUTES,), clean=(_COMPOST,)),
)
