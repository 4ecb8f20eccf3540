"""Those who look after the council's own people and their computers."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_DISCIPLINARY = Text(
    "disciplinary letter",
    """
PRIVATE AND CONFIDENTIAL

{P.tfl}
{P.lines}

{day:words}

Our ref: HR/{ref:####}/DISC     Payroll no: {ref:00#####}

Dear {P.tl}

Outcome of disciplinary hearing

I write to confirm the outcome of the hearing on {day} chaired by {S.full}, at which you were [accompanied by {Q.full} of {union}{+union?}|not accompanied].
The allegation was that you [left the depot with council diesel|were absent without leave on {day}|spoke to a colleague, {R.full}, in an abusive way].
~ You told us that you have been treated for {condition}{+health} since {month} and that this was the reason for your lateness. We have asked Occupational Health for a report.
~ We also noted the caution you received for {offence} in {year}{+crime}, which you had not disclosed.
I have decided to issue a [final written|first written] warning, to stay on file for 12 months.
You may appeal in writing to {S2.full}, Head of Service, within 10 working days.

Yours sincerely

{S.full}
[Waste Operations Manager|Business Manager]
{S.phone}
""",
    "docx docx txt",
)

_SICKNESS = Register(
    "sickness absence return",
    "Sickness {team} {month}",
    """
Emp no = {ref:######}
Employee|Name = {p}
Post = {job}
From = {day}
To = {day}
Days = {n:1-90}
Reason = [back pain{+health}|stress, signed off by GP{+health}|D&V{+health}|{condition}{+health}|op on knee{+health}|cold{+health?}]
?Fit note = [Y|N]
?RTW by = {s}
""",
    "xlsx xlsx csv html",
    (6, 35),
)

_OH_REPORT = Text(
    "occupational health report",
    """
OCCUPATIONAL HEALTH REPORT{+health}
Employee {P.full} ({P.dob})       Job {job}
Referred by {S.full}       Seen by phone {day}

Thank you for referring this {P?.age} year old. {P.title} {P.last} has had {condition} for [some years|eighteen months] and was started on {medicine} by {surgery} in {month}.
~ In my opinion the condition is likely to be a disability under the Equality Act.
~ A phased return over four weeks is advised: half days, no lifting over 10 kg.
~ [He|She] is waiting for a scan at {hospital}.
Fit with adjustments. Review in eight weeks.

{R.full}, OH Nurse Adviser, NMC PIN {R.pin}
""",
)

_RECRUIT = Register(
    "shortlisting matrix",
    "Shortlist {job} ref {ref:JB###}",
    """
Cand = {ref:C##}
Name|Applicant = {p}
Email = {p.mail}
Tel no = {p.phone}
?Current employer = {firm}
E1 = {n:0-3}
E2 = {n:0-3}
E3 = {n:0-3}
Interview = [Y {time}|N|res]
?Referee = {q.full}, {q.mail}
?Notes = [|gteed interview scheme (disability){+health?}|spent conviction, see DBS{+crime}|ex staff, ask {s.full}|needs BSL terp{+health?}]
""",
    "xlsx csv docx",
    (5, 16),
)

_EQUAL_OPPS = Register(
    "recruitment monitoring by person",
    "Equal opps returns {ref:JB###}",
    """
App no = {ref:A####}
Name = {p}
DOB = {p.dob}
Ethnic origin = {ethnicity}{+ethnicity}
Religion = [{religion}{+religion}|{religion}{+religion}|None{+religion?}|prefer not to say]
Sexual orientation = {orientation}{+sexual}
Disabled = [No|No|Yes{+health?}]
""",
    "xlsx csv",
    (5, 25),
)

_ROTA = Register(
    "volunteers' rota",
    "Museum volunteers w/c {day}",
    """
Day = {weekday}
AM front desk = {p.nick}
AM gallery = [{q.full}|{q.nick}|]
PM front desk = [{r.nick}|{r.full}|VACANT]
PM gallery = [{e.full}|SHUT|]
Phone = {p.phone}
Swaps / notes = [|{p.first} has hosp appt{+health?}, {kin.full} will cover|{q.first} away|key with {s.full}]
""",
    "xlsx docx csv",
    (5, 8),
)

_JOB_ADVERT = Text(
    "job advert",
    """
{job} - {ref:JB###}
{Council}, {team}
£{n:24-58},000 to £{n:24-58},999, 37 hours, permanent

You will have a full driving licence, a good head for figures and a sense of humour. The job needs an enhanced DBS check. A conviction will not always stop you from working with us.
~ We are a Disability Confident employer and guarantee an interview to disabled people who meet the essential criteria.
~ We welcome applications from Black, Asian and ethnic minority candidates, who are under-represented at this grade.
~ UNISON and GMB are recognised trade unions.
Closing date {day}. Interviews at {building}. For a chat ring the recruitment team on {O.phone}.
""",
)

_PRIVACY_TRAINING = Text(
    "data protection training",
    """
Spot the personal data - trainer's notes

Exercise 1. Which of these is personal data: a National Insurance number, a bin collection day, a blood group, a car park's postcode?
Exercise 2. An NI number has two letters, six numbers and a last letter from A to D. How many can you find in the pack? (There are none: they are all part numbers.)
Exercise 3. Special category data: health, race or ethnic origin, religion, politics, union membership, sex life, genetics, biometrics. Give an example of each from your own service.
~ Exercise 4. Someone e-mails a spreadsheet of pupils with SEN to the wrong school. Who do you tell, and by when?
Answers overleaf. Ask the information governance team: {O.mail:dpo}.
""",
)

_KIT = Text(
    "moving desks",
    """
Move to {building}: what goes where

Crates come on {weekday}. Label each with floor and zone. Monitors stay on the desk.
~ Plants are your own affair.
~ The kettle on three is broken, use the one by the lifts.
Fire wardens will walk the floor at noon. The car park opens at 06:30.
""",
    "txt docx",
)

_PAY_SCALES = Register(
    "pay scales",
    "NJC pay scales from 1 April {year}",
    """
SCP = {n:2-43}
Grade = [A|B|C|D|E|F|G|PO1|PO2]
Annual = {money}
Monthly = {money}
Hourly = {n:12-28}.{n:10-99}
""",
    "csv xlsx docx html",
    (15, 40),
)

WRITERS = (
    Writer(
        "HR adviser",
        hand("full", dob="words|figures"),
        planted=(_DISCIPLINARY, _SICKNESS),
        lookalike=(_PAY_SCALES, _JOB_ADVERT),
    ),
    Writer("occupational health nurse", hand("full"), planted=(_OH_REPORT,)),
    Writer(
        "recruitment officer",
        hand("full|lf"),
        planted=(_RECRUIT, _EQUAL_OPPS),
        lookalike=(_JOB_ADVERT,),
    ),
    Writer("museum volunteer organiser", hand("nick", slips=0.2), planted=(_ROTA,)),
    Writer("information governance trainer", hand(), lookalike=(_PRIVACY_TRAINING,), clean=(_KIT,)),
)
