"""Schools and learning: admissions, special needs, census, exclusions, buses, meals, learners."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    prose(
        _P,
        "admissions appeal",
        """
SCHOOL ADMISSION APPEAL - PARENTAL STATEMENT
Child: «c:full»  Date of birth: «c.dob»  Present school: «school»
Appeal for: «School»
Parent: «p:tfull»  «p.addr»  «p.phone»  «p.mail»

Grounds
We moved in «Month» from «place» after my [divorce|redundancy]. «c:first»'s [sister|brother] «c2:full» is already in Year «n:3-9» there. I start work at 7.30 and cannot be at two gates. [«c:first» has «condition» and knows the staff who give the «medicine».«+health»|«c:first» is on the SEN register and change is very hard.«+child»]
""",
        """
CLERK'S NOTE OF HEARING «n:2-14»
Appellants «p:tl» & «k:tl» present w friend «q:full». PO: «s:full».
Child «c:full» b. «c.dob», offered «School», wants «School2».
Case for LA: PAN 30, infant class size.
Mum v upset. Says app filled in by gran «e:full».
DISMISSED 3-0. letter out «day»
""",
    ),
    prose(
        _P,
        "education health and care plan",
        """
EDUCATION, HEALTH AND CARE PLAN«+child»
Name: «C:mid»
DOB: «C.dob»  UPN: «C.upn»  NHS number: «C.nhs»
Address: «C.addr»
Parents: «P:full», «K:full»  Tel: «P.phone»

Section A  «C:first» loves trains and can name every station to Carlisle. «P:tl» hopes «C.he» will catch a bus alone one day.
Section B  [Autism|Cerebral palsy|Down's syndrome|Severe speech and language disorder]«+health».
Section C  Takes «medicine» at 8am. Paediatrician Dr «Q:full».
Section F  25 hrs of 1:1 from a teaching assistant. EP: «S:full».
Section I  «School»
""",
        """
SEND tribunal bundle index - appellant «P:full», child «C:full» («C.dob»)
1. Appeal form
2. Final EHCP dated «day»«+child»
3. Report of «S:full», educational psychologist: «C:first» has dyslexia and ADHD«+health»
4. E-mails between «P:full» and «S2:full»
5. Witness statement of head, «Q:full»
Address for service: «P.addr»; «P.mail»
""",
        faces="docx docx txt pdf html",
    ),
    table(
        _P,
        "pupil census",
        "[Spring|Autumn|Summer] census - «school»",
        """
        UPN=«j.upn»
        Legal surname=«j.family»
        Legal forename=«j.given»
        DOB=«j.dob»
        Gender=«j.sex»
        Year=[R|1|4|7|10]
        SEN=[N|N|K«+child»|E«+child»]
        FSM=[Y|N]
        Ethnicity code=[WBRI|APKN|BAFR|MWBC]«+?ethnicity»
        """,
        """
        pupilName=«j»
        pupilUpn=«j.upn»
        dateOfBirth=«j.dob»
        postcode=«j.post»
        ethnicity=«ethnic»«+ethnicity»
        attendancePct=«n:61-100»
        """,
        faces="csv csv xlsx xlsx xml json sql tsv mainframe",
        size=(8, 26),
    ),
    prose(
        _P,
        "exclusion letter",
        """
«School»

«p:tfull»
«p.lines»

«day:words»

Dear «p:tl»

«c:full», Year «n:7-11», born «c.dob»

I am writing to tell you that I have [suspended|permanently excluded] «c:first» from «Weekday» [for «n:2-10» days|]. The reason is that «c.he» [threw a chair at «q:tl»|brought a lock knife to school and the police have charged «c.him»«+crime»|was found with vapes and sold them to «j:full»].

Work will be set by «r:tl». You may bring a friend to the governors' meeting; the clerk is «t:full» («t.phone»).

Yours sincerely
«S:full»
Headteacher
""",
        faces="txt docx docx pdf",
    ),
    table(
        _P,
        "school transport list",
        "Home to school transport - route [SEN14|M3|T22]«+?child»«+?health»",
        """
        Stop=«n:1-9»
        AM time=«time»
        Pupil=«c:full»
        Age=«c.age»
        Address=«c.addr»
        Parent=«p:full»
        Parent mob=«p.phone»
        Needs=[Epilepsy - buccal in bag«+health»|Wheelchair«+?health»|None|Non-verbal, autism«+health»]
        """,
        """
        Route=[T22|T23]
        Surname=«c.FAMILY»
        First=«c.given»
        School=«school»
        Pick up=«c.at»
        Emergency no=«p.phone»
        Passenger asst=«s:full»
        Vehicle=«s?.vrm»
        """,
    ),
    message(
        _P,
        "attendance mail",
        """
From: «p:full» <«p.mail»>
To: «council.box:school.office»
Subject: [«c:full» off today|absence]

Morning. «c:full» [6B|9K] wont be in, [been sick all night|hospital re his seizures«+health»|gran's funeral]. Back «Weekday» hopefully. If you need me I'm on my work phone «p.phone».
«p:first»
x
""",
        """
From: «s:full» <«s.mail»>
To: «p.mail»
Subject: Penalty notice warning - «c:full»

Dear «p:tl» and «k:tl»

«c:full» (date of birth «c.dob») had «n:11-40» unauthorised absences this term. A penalty notice may be issued to each parent.

We hold your address as «p.addr». Please reply or call «s.phone».

«s:full»
Education Welfare
""",
    ),
    table(
        _P,
        "free school meals checks",
        "FSM eligibility [checks|batch «n:1-60»]",
        """
        Parent surname=«p.family»
        Parent forename=«p.given»
        Parent DOB=«p.dob»
        NINO or NASS=«p.nino:closed up»
        Child=«c:full»
        School=«school»
        Result=[FOUND|NOT FOUND|CHECK]
        """,
        """
        LN=«p.FAMILY»
        FN=«p.GIVEN»
        DOB=«p.dob»
        NI=«p.nino»
        """,
    ),
    table(
        _P,
        "adult learners",
        "[ESOL|Adult learning|Skills bootcamp] enrolments",
        """
        ULN=«p.uln»
        Learner=«p»
        DOB=«p.dob»
        Postcode=«p.post»
        Prior attainment=[L1|L2|None]
        LLDD=[1|2|9]
        Employment=[10|11|12]
        Email=«p.mail»
        """,
        """
        Unique Learner No.=«p.uln»
        Surname=«p.family»
        Given names=«p.given»
        Course=[Functional maths L2|British Sign Language 1|Cake icing]
        Tel=«p.phone»
        Learning difficulty=[none|dyslexia«+?health»|«condition»«+health»]
        """,
    ),
    card(
        _P,
        "nursery funding form",
        "[30 hours|2 year old] funding - parent declaration",
        """
        Child's legal surname=«c.family»
        Child's legal forenames=«c.given»
        Date of birth=«c.dob»
        Address=«c.addr»
        Parent=«p»
        Parent's NI number=«p.nino»
        Partner's NI number=[«k.nino»|n/a]
        30 hours code=«n:50000000000-50099999999»
        Setting=[Little Otters|Tiny Tractors Ltd]
        Disability Living Allowance=[Yes«+?health»|No]
        """,
    ),
    prose(
        _P,
        "governors minutes",
        """
«School» - MINUTES OF THE GOVERNING BOARD, «day:words»
Present: «P:full» (Chair), «Q:full», «R:full» (parent), «M:full» (LA), Rev «T:full». In attendance: «S:full» (Head), «S2:full» (clerk). Apologies: «E:full».

1. Declarations: «R:full» is married to the caretaker.
2. Head's report: staffing - «S3:full» appointed to Year 3; «S4:tl» leaves at Easter.
3. CONFIDENTIAL: suspension of «J:full», Y9. Governors upheld.
4. Any other business: thanks to «K:full» for the shed.
""",
        faces="docx docx txt pdf",
    ),
    table(
        _P,
        "swimming and holiday club register",
        "[Holiday club|Swim stage 3|HAF playscheme] register",
        """
        Child=«c:full»
        Age=«c.age»
        Parent / carer=«p:full»
        Emergency number=«p.phone»
        Allergies / medical=[None|None|Asthma«+health»|Nut allergy, EpiPen«+health»|Eczema«+health»]
        Photos ok=[Y|N]
        """,
        """
        no=«n:1-30»
        name=«j»
        dob=«j.dob»
        collected by=[«p:full»|mum|«q:full» (nan)]
        tel=«p.phone»
        """,
    ),
)
