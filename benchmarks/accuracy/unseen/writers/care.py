"""Social workers, therapists and those who help people from far away."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Form, Mail, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_FOSTER_REVIEW = Text(
    "foster carer review",
    """
Foster Carer Annual Review{+child}
Carers: {P.full} and {Partner.full}
Home: {P.addr}
Supervising social worker: {S.full} ({S.mail})

Children in placement since last review
%1-3 {c.full}, born {c.dob}, placed {day}. [Attends {school}.|NHS number {c.nhs}.|Contact with birth mother {q.full} fortnightly.|Full care order.]

The carers told me they [would like a break in the summer|feel well supported|had a hard year after the last child moved on]. {P.first} has completed [Skills to Foster|paediatric first aid|the therapeutic parenting course].
~ {P.full}'s medical has been updated; he is being treated for {condition}{+health} and the medical adviser sees no concern.
~ A standard of care issue was raised on {day} by {R.full}, IRO, about bedtimes and has been dealt with.
~ DBS renewed {day}.
I recommend that approval goes on for two children aged 5 to 12.

{S.full}
Social Worker, SWE no. {s.reg:SW######}
""",
)

_LAC_LIST = Register(
    "looked after children",
    "CLA list as at {day}{+child}",
    """
Mosaic ID|LCS ID = {ref:#######}
Surname = {c.family}
Forename = {c.given}
DOB = {c.dob}
?NHS No = {c.nhs}
?UPN = {c.upn}
?Ethnicity = {ethnicity}{+ethnicity}
Legal status = [s20|s31 ICO|s31 Full CO|placement order|remand{+crime?}]
Placement|Placed with = [{p.full}, {p.addr}|{home} (residential)|with kin: {p.full}|{p.full}, {p.addr}]
SW|Allocated worker = {s}
""",
    "xlsx xlsx csv json",
    (4, 25),
)

_OT = Form(
    "occupational therapy assessment",
    "OT Assessment of Need",
    """
Client|Name of client = {E.tfl}
DOB = {E.dob}
NHS no|NHS Number = {E.nhs}
Address = {E.addr}
Tel = {E.phone}
?Lives with = [alone|husband {Hub.full}|son {Son.full}]
?Carer / NOK = {Kin.full} ([daughter|niece|neighbour]) {Kin.phone}
GP = {surgery}
Diagnosis|Medical history = {condition}{+health}; {condition}
Medication = {medicine}, {medicine}
Mobility = [walks with frame indoors|w/chair outdoors|furniture walks, 2 falls since {month}]
Transfers = [needs riser recliner|bed lever fitted|independent on/off WC w raised seat]
?Stairs = unable, [sleeps in front room|commode downstairs]
Recommendations = [level access shower|stairlift - refer for DFG|2nd banister rail|ramp, 1:12]
Assessor = {S.full}, OT, HCPC {S.reg:OT#####}
Date of visit = {day}
""",
)

_SAFEGUARDING = Text(
    "adult safeguarding concern",
    """
SAFEGUARDING ADULTS - SECTION 42 ENQUIRY NOTES{+adult}{+crime?}{+health?}
Adult at risk: {E.lf}   DOB {E.dob}   NHS {E.nhs}
Living at: {home}, room {n:1-40}
Concern raised by: {Q.full}, [night carer|district nurse|niece], {Q.phone}

On {day} at about {time} {Q.first} found a bruise on {E.tl}'s left arm. {E.tl} said "she grabs me when I'm slow". The agency worker on shift was {R.full}.
~ Her son {Son.full} ({Son.mail}) holds LPA for finance and has not paid the fees since {month}.
~ Capacity assessed {day} by {S.full}: lacks capacity about where she lives because of {condition}{+health}.
~ Police log {ref:####} of {day}. DC {P.full} will interview.
Risk now: [medium|high|low]. Strategy discussion{+child?} booked {day}.
""",
)

_MASH = Mail(
    "MASH referral",
    "Referral {ref:MASH####} - please action today{+child}{+crime?}{+health?}",
    (
        """Hi

Please see below from {school}. Child is {c.full} ({c.dob}) of {c.addr}. Mum {mum.full}, dob {mum.dob}. Dad not in the home, believed to be {q.full}.
The teacher saw marks on the back of the legs on {weekday} and child said [it was the belt|mum's boyfriend did it|nothing, then cried].
~ There is a younger sibling {kid.full}, not at school yet.
~ Mum's phone is {mum.phone}.

{S2.full}
Designated Safeguarding Lead""",
        """Thanks. I make this a s47. Strategy at {time}, Teams. Police ref is {ref:##-####}. I will ring {mum.first} after not before.

{S.full}
Practice Manager, Front Door
{S.phone}""",
    ),
    between=("S2", "S"),
)

_DIRECT_PAYMENTS = Register(
    "direct payments",
    "DP 4-weekly run {ref:P##}",
    """
Client ID = {ref:1#####}
Service user|Client = {p}
Address = {p.addr}
Payee|Account name = [{p.full}|{q.full}|{p.full}]
Sort code|S/C = {p.sort}
Account no|A/C No. = {p.acct}
4 wkly amt = {money}
?Need|Primary support reason = [physical support{+health?}|learning disability{+health}|memory & cognition{+health}|mental health support{+health}]
""",
    "xlsx csv fixed",
    (5, 30),
)

_ASYLUM = Register(
    "asylum support",
    "UASC & NRPF cases {month}",
    """
Name = {p}
AKA = [|{p.nick}|]
D.O.B (claimed) = {p.dob}
Nationality = {nationality}{+ethnicity?}
HO ref|Home Office Ref = {p.horef}
?BRP|BRP No = {p.brp}
?NHS = {p.nhs}
Accomodation|Address = [{p.addr}|{p.addr}|hotel, moved {day}]
Phone = {p.phone}
Language = {language}
Solicitor = {lawfirm}
Remarks|Comments = [|age disputed, Merton assessment booked|converted to Christianity, says cannot return{+religion}|gay, claim based on this{+sexual}|appeal allowed {day}|brother {q.full} in {town}|scabies treated at {surgery}{+health}|share code {p.share} checked]
""",
    "xlsx xlsx csv",
    (4, 22),
)

_INTERPRETING = Text(
    "interpreting invoice",
    """
INVOICE {ref:INV-####}
From: {P.full}, freelance interpreter ({language})
{P.lines}
Tel {P.phone}   Email {P.mail}
UTR {P.utr}

To: Adult Social Care, {Council}

%1-4 {day}  {time}  [2 hrs|1.5 hrs|3 hrs]  assessment visit for {p.init}, booked by {s.full}   £{money}
Travel @ 45p/mile   £{money}

Pay by BACS: {bank}, account name {P.full}, sort code {P.sort}, account number {P.acct}.
[Thank you for your business!|Please pay within 14 days.]
""",
    "txt docx",
)

_CORONER = Mail(
    "coroner's liaison",
    "Funeral under s46 - {ref:PHF##}",
    (
        """Dear {S.first}

Thank you for taking this on. The deceased is {E.full}, born {E.dob}, who was found at {E.addr} on {day}. No next of kin so far but there is a letter in the flat from a {P.full} in {town}, number on it {P.phone}.
~ GP was {surgery}; he had {condition}{+health?}.
Post mortem is done and the coroner can release from {weekday}.

Regards
{S2.full}
Coroner's Officer""",
        """Hi {S2.first}

Spoke to {P.full}. He is a cousin, cannot pay. He thinks there was a daughter, {Q.full}, perhaps married name {Q.last}-{R.last}, last heard of in {town}. Bank book for account {E.acct} sort {E.sort} is in our safe along with his NI card {E.nino}.

{S.full}
Public Health Funerals""",
    ),
    between=("S2", "S"),
)

_EQUALITY = Register(
    "adults by ethnicity",
    "Adults in receipt of long term support by ethnic group and primary need",
    """
Ethnic group = {ethnicity}
Learning disability = {n:0-140}
Mental health = {n:0-220}
Physical support = {n:3-900}
Memory and cognition = {n:0-300}
Total = {n:200-1500}
Rate per 100,000 = {money}
""",
    "xlsx csv html docx",
    (8, 14),
    "Figures under 5 are suppressed. Source: SALT return.",
)

_CARE_ACT = Text(
    "safeguarding training slides",
    """
Safeguarding adults: level 2
Slide 1  What is abuse? Physical, sexual, psychological, financial, modern slavery, self-neglect, domestic abuse, organisational.
Slide 2  Section 42 of the Care Act 2014. The duty applies where an adult has needs for care and support, is at risk, and cannot protect themselves because of those needs.
Slide 3  Case study. Mrs A is in her eighties and has dementia. Her nephew manages the money. The home has not been paid. What do you do? Who do you tell?
~ Slide 4  Capacity. Assume that a person has it. An unwise decision is not a lack of it.
~ Slide 5  Recording. Write what you saw and heard, in the person's own words, with the time.
Slide 6  Who to ring: the front door on {O.phone}, out of hours {O.phone}.
Slide 7  Quiz: an employee tells you that a resident has diabetes. Is that a safeguarding matter?
""",
)

_CARE_HOME_PRICES = Register(
    "care home rates",
    "Care home framework rates 2026/27",
    """
Provider = {home}
Operator = {firm}
CQC location ID = {ref:1-#########}
Residential = {money}
Nursing = {money}
Dementia = {money}
Beds = {n:12-80}
CQC rating = [Good|Good|Requires improvement|Outstanding]
Inspected = {day}
""",
    "xlsx csv html",
    (6, 20),
)

_FOSTER_ADVERT = Text(
    "fostering advert",
    """
Could you foster?

We need people from all walks of life. You can be single or married, gay or straight, of any faith or none, working or retired.
You need a spare room, patience and a sense of humour. We give training, a social worker of your own and an allowance of £{money} a week.
~ Children come to us with all kinds of stories. Some have been hurt, some have a parent who is ill or in prison.
Come to our open evening at {building} on {day}, or ring {O.phone}.
""",
)

_TEA_DANCE = Text(
    "day centre programme",
    """
What's on at the day centre, week of {day}

Monday: chair exercise, then lunch (shepherd's pie or quiche)
Tuesday: singing with the ukulele band
~ Wednesday: hairdresser, book early
Thursday: [tea dance|bingo|quiz] and cakes
~ Friday: fish and chips, film matinee
Lunch is £6.50. Tell the kitchen if there is anything you cannot eat.
""",
)

WRITERS = (
    Writer(
        "fostering social worker",
        hand("full", dob="words|d Mon yyyy|ordinal"),
        planted=(_FOSTER_REVIEW, _LAC_LIST),
        lookalike=(_FOSTER_ADVERT,),
    ),
    Writer(
        "occupational therapist",
        hand("tfl", dob="figures|dots", nhs="3-3-4"),
        planted=(_OT,),
        clean=(_TEA_DANCE,),
    ),
    Writer(
        "safeguarding lead",
        hand("full|tl", dob="figures|short figures"),
        planted=(_SAFEGUARDING, _MASH),
        lookalike=(_CARE_ACT,),
    ),
    Writer(
        "direct payments clerk",
        hand("lft|tfl|LF", slips=0.02),
        planted=(_DIRECT_PAYMENTS,),
        lookalike=(_CARE_HOME_PRICES, _EQUALITY),
    ),
    Writer(
        "asylum support worker",
        hand("full|LF", slips=0.25, dob="figures|ISO|dots"),
        planted=(_ASYLUM,),
        lookalike=(_EQUALITY,),
    ),
    Writer("freelance interpreter", hand("full", sort="hyphens|spaces"), planted=(_INTERPRETING,)),
    Writer("coroner's officer", hand("full", dob="words|figures"), planted=(_CORONER,)),
)
