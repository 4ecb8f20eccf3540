"""Human resources and payroll: starters, pay, sickness, occupational health, grievances, checks."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import dump, message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    table(
        _P,
        "payroll extract",
        "Payroll [extract|BACS check|costing] period «n:1-12»",
        """
        Emp No=«n:100000-999999»
        Surname=«s.family»
        Inits=«s.initial»
        First name=«s.given»
        NI No=«s.nino:closed up»
        NI Cat=[A|A|H|M|C]
        Tax code=[1257L|BR|K475|S1257L]
        Sort=«s.sort»
        Acct=«s.acct»
        Net pay=«money»
        """,
        """
        PERSON_NUMBER=«n:10000-99999»
        FULL_NAME=«p:lf»
        NATIONAL_IDENTIFIER=«p.nino:closed up»
        DATE_OF_BIRTH=«p.dob:mainframe»
        ORIGINAL_HIRE_DATE=«day:mainframe»
        GRADE=[G4|G7|SO1|PO3]
        DEDUCTION=[LGPS|«union» SUBS«+union»|CYCLE SCHEME]
        """,
        faces="csv csv xlsx mainframe sql xml tsv client",
    ),
    dump(
        _P,
        "payroll mainframe listing",
        "txt",
        "PY0420   STARTERS AND LEAVERS            RUN 01MAR26   COUNCIL 041",
        (
            "«n:100000-999999» «p:LASTFIRST»\n       BORN «p.dob:mainframe»  NINO «p.nino:closed up»  SEX «p.sex»  START «day:mainframe»\n       BANK «p.sort:closed up» «p.acct:closed up»\n       «p.addr»",
            "«n:10000-99999»  «p:UP»  «p.nino:pairs»  «p.dob:dots»  «p.sort:hyphens» «p.acct:closed up»  [MTHLY|WKLY]",
        ),
        "*** END OF REPORT PY0420 ***",
    ),
    prose(
        _P,
        "occupational health report",
        """
OCCUPATIONAL HEALTH - REPORT TO MANAGEMENT
Employee: «P:tfull»    DOB: «P.dob»    Job: «job»
Referring manager: «S:full»

Thank you for referring «P:tl», whom I [saw|spoke to by telephone] on «day». «P.He» has «condition», for which «P.he» takes «medicine»«+health». [There are flare-ups in winter.|The consultant is Dr «Q:full».]

Fit for work? [Yes, with adjustments|Not at present|Phased return over 4 weeks].
The Equality Act is likely to apply.

Dr «R:full»
[Consultant|Specialist] occupational physician, GMC «register:#######»
""",
        """
OH referral - mgr's bit
who: «p:full», «job», emp no «n:10000-99999», dob «p.dob», home tel «p.phone»
why: 41 days off since Xmas, fit notes say [stress at work|low mood|back pain]«+health»
qs: when back? permanent? redeploy?
mgr «s:full»
""",
    ),
    prose(
        _P,
        "grievance interview notes",
        """
GRIEVANCE - NOTES OF INVESTIGATION MEETING
Present: «S:full» (investigator), «S2:full» (HR), «P:full» (aggrieved), «Q:full» ([«union» rep|companion])«+?union»

«S:init»: You say «R:full» made remarks about your [faith|accent|partner]?
«P:init»: Yes. «R.He» said [people like me pray instead of working. I am «faith»«+religion»|it wasn't natural, two men. I've been with «K:full» for ten years«+sexual»|"you lot" - I'm «ethnic»«+ethnicity»].
«S:init»: Who else heard?
«P:init»: «T:full» and an agency driver.
«Q:init»: My member has been signed off with anxiety«+health».

Meeting closed «time». Agreed as accurate: «P:full», «day»
""",
        """
DISCIPLINARY OUTCOME
«p:tfull»
«p.lines»

Dear «p:tl»
Following the hearing on «day», attended by you and your representative «q:full», I find that you [claimed mileage for journeys not made|posted about a service user, «r:full», on Facebook|were convicted of «offence» and did not tell us«+crime»]. I am issuing a [final written warning|notice of dismissal].
«S:full»
Assistant Director
""",
    ),
    card(
        _P,
        "new starter form",
        "[New starter form|HMRC starter checklist|Casual worker details]",
        """
        Title=«p.title»
        Surname=«p.family»
        Forenames=«p.given»
        Known as=[|«p.first»]
        Date of birth=«p.dob»
        Address=«p.addr»
        NI no=«p.nino»
        Passport number=«p.passport»
        Share code=[«p.share»|n/a UK passport]
        Bank=[NatWest|Nationwide|Monzo]
        Sort code=«p.sort»
        Account number=«p.acct»
        Emergency contact=«q:full» ([wife|husband|mum]) «q.phone»
        Personal email=«p.mail»
        Job=«job»
        Statement=[A|B|C]
        """,
        """
        Name=«p»
        NINO=«p.nino»
        D.O.B=«p.dob»
        Professional registration=NMC PIN «p.pin»
        Driving licence=«p.licence»
        Car reg=«p.vrm»
        Disability=[None|«condition»«+health»]
        Next of kin=«k:full»
        """,
    ),
    table(
        _P,
        "sickness tracker",
        "Absence [tracker|triggers|return to work log] - [Waste|Care|Planning]",
        """
        Employee=«s»
        Payroll=«n:10000-99999»
        From=«day»
        To=«day»
        Days=«n:1-90»
        Reason=[Back pain|Migraine|Stress|Covid|«condition»|Hysterectomy|Flu]«+health»
        RTW by=«s2:full»
        """,
        """
        name=«p»
        dates=«day» - «day»
        self cert / fit note=[SC|FN]
        why=[stomach bug|knee op|anxiety|chemo|broken wrist]«+health»
        stage=[1|2|-]
        """,
    ),
    table(
        _P,
        "disclosure checks tracker",
        "DBS [tracker|renewals|single central record]",
        """
        Name=«p»
        DOB=«p.dob»
        Certificate no=00«n:1500000000-1999999999»
        Issued=«day»
        Level=[Enhanced + CBL|Basic|Enhanced]
        Result=[Clear|Clear|Clear|Disclosure: «offence» «year»«+crime»]
        Checked by=«s:full»
        """,
        """
        Volunteer=«p:lf»
        Role=[Home library|Befriender|Panel member]
        ID seen 1=Passport «p.passport»
        ID seen 2=Licence «p.licence»
        ID seen 3=[Bank statement|Council tax bill]
        DBS sent=«day»
        """,
    ),
    table(
        _P,
        "union check-off",
        "[Check-off|Facility time|Ballot notice] «Union»«+union»",
        """
        Member=«p»
        Emp no=«n:10000-99999»
        Branch=«union» [Local Govt|Schools]
        Sub=£«n:9-24».00
        Workplace=«building»
        """,
        """
        Rep=«s:full»
        Union=«union»
        Hours=«n:1-12»
        Activity=[Case work|JCC|Training]
        Cost=«money»
        """,
    ),
    card(
        _P,
        "job application",
        "Application for employment: «job»",
        """
        Post ref=«ref:REQ####»
        Name=«p:tfull»
        Address=«p.addr»
        Telephone (home)=«p.phone»
        Telephone (mobile)=«p.phone2»
        Email=«p.mail»
        National insurance no=«p.nino»
        Teacher reference number=[n/a|«register:#######»]
        Referee 1=«q:full», «firm», «q.mail»
        Referee 2=«r:full», «r.phone»
        Unspent convictions=[No|Yes: «offence»«+crime»]
        Related to a councillor?=[No|Yes: «t:full»]
        """,
    ),
    table(
        _P,
        "equality monitoring",
        "Equality monitoring [return|- workforce]",
        """
        Emp=«p»
        Ethnic origin=«ethnic»«+ethnicity»
        Religion / belief=«faith»«+religion»
        Sexual orientation=[Heterosexual|Bisexual|Gay|Lesbian]«+sexual»
        Disability=[No|Yes - «condition»«+health»]
        Age band=[25-34|45-54]
        """,
        """
        ref=«n:10000-99999»
        who=«s:full»
        ethnicity=«ethnic»«+ethnicity»
        gender=«s.gender»
        faith=[none|«faith»«+religion»|pnts]
        """,
    ),
    table(
        _P,
        "on call rota",
        "[On-call|Duty|Gritting standby] rota «Month»",
        """
        Week=«n:1-52»
        First call=«s:full»
        Mobile=«s.phone»
        Back up=«s2:full»
        Home number=«s2.phone»
        """,
        """
        W/C=«day»
        Duty manager=«s:full»
        Tel=«s.phone»
        Car=«s.vrm»
        """,
        note="Swaps to be agreed with the depot.",
    ),
    message(
        _P,
        "reference and leaver mails",
        """
From: «q:full» <«q.mail»>
To: HR
Subject: Reference request - «p:full»

Dear Colleague,
«p:full» ([DOB «p.dob»|NI «p.nino»]) has applied to us for the post of «job». Please confirm dates, sickness days and reason for leaving.
«q:full»
«firm»
""",
        """
From: «s:full» <«s.mail»>
To: Team
Subject: [Leaving do|Sad news|New starter]

Hi all,
[«s2:full» leaves us on «Weekday» after 31 years. Collection with «s3:full».|«s2:full» had a little girl at 4am, 7lb 2. Both doing well.|Please welcome «s2:full», who starts on Monday as «job». «s2.His» number will be «s2.phone».]
«s:first»
""",
    ),
)
