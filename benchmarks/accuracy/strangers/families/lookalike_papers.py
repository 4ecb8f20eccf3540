"""Papers about nobody that have the words and the shapes of personal data."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import message, prose

_L = Kind.LOOKALIKE

GENRES = (
    prose(
        _L,
        "health leaflet",
        """
[Living well with|Talking about|Work and] «Condition»
Around [one in twelve|one in ninety] adults will be told they have «Condition» at some point. It is nobody's fault.

You may be offered «medicine» or «medicine». Ask your pharmacist before you stop taking anything. People aged «n:40-50» to 74 can have a free check.

If you live with «Condition» and need help at home, ring «council.phone» or write to «council.box:wellbeing».
""",
        """
CARERS' WEEK - DROP IN
Do you look after somebody with dementia, Parkinson's disease or a mental health problem? Tea and cake in the «building», 10 to 12.
No need to book. Free parking for Blue Badge holders.
Charity reg. 1«n:100000-199999»
""",
    ),
    prose(
        _L,
        "safeguarding policy",
        """
SAFEGUARDING [CHILDREN|ADULTS] POLICY - version «n:2-9».«n:0-9»

1. Everyone who works with children must know the signs of neglect, sexual exploitation and domestic abuse.
2. A child who is looked after, or who has an education, health and care plan, may be at greater risk.
3. Any allegation that a member of staff has harmed a child goes to the designated officer within one working day.
4. Staff with a conviction or caution must tell their manager.
5. Section 47 enquiries and section 42 enquiries are led by the council.

Review: «day». Owner: Head of Safeguarding. Contact «council.box:safeguarding», «council.phone».
""",
        """
Why we ask about ethnicity and religion
The Equality Act 2010 asks public bodies to think about people who are Black, Asian, Gypsy, Roma or Traveller, of any faith or none, and who are lesbian, gay, bisexual or trans. You do not have to answer. A question left blank is stored as "not stated".
""",
    ),
    prose(
        _L,
        "staff training quiz",
        """
E-LEARNING: DATA PROTECTION - QUESTIONS
Q1 Which of these is special category data? a) a postcode b) trade union membership c) a payslip
Q2 A National Insurance number looks like [QQ 12 34 56 C|two letters, six digits, a letter]. Is it personal data? Y / N
Q3 A resident rings, gives a date of birth and asks about a neighbour's council tax. What do you do?
Q4 You find an NHS number ([999 000 0018|ten digits]) on a printer. Who do you tell?
Pass mark «n:70-90»%.
""",
        """
Trainer's notes - difficult conversations
Exercise 2. Person A is a tenant in arrears. Person B is a housing officer. Person A has just been told about a serious illness. Swap after five minutes.
Exercise 3. Read the case study of the "Family X". List what a social worker would need to know. Do not use real cases.
""",
    ),
    prose(
        _L,
        "privacy notice",
        """
PRIVACY NOTICE: [BLUE BADGE|REGISTRARS|REVENUES|HOUSING OPTIONS]
We collect your name, address, date of birth, National Insurance number, bank details, driving licence number, photograph and information about your health or convictions where the law lets us. We share it with the Department for Work and Pensions, the police and our contractor «firm».

We keep it for six years. You may complain to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow. Our registration is Z«n:1000000-9999999».
Data Protection Officer: «council.box:dpo»
""",
    ),
    prose(
        _L,
        "public notice",
        """
PUBLIC NOTICE
ROAD TRAFFIC REGULATION ACT 1984
THE «road» ([PROHIBITION OF DRIVING|20 MPH|WAITING RESTRICTIONS]) ORDER «year»
NOTICE is given that from «day:words» no person shall cause any vehicle to proceed on «road» between its junctions with «road» and «road» (A«n:10-999»).
Plans may be seen at the «building». Objections by «day:words», quoting TRO/«n:100-999», to the Head of Legal Services, «council.addr».
""",
        """
LICENSING ACT 2003
«firm» has applied for a premises licence at «o.atin», to sell alcohol Monday to Sunday 10.00 to 23.00. The register may be inspected at the «building». It is an offence knowingly or recklessly to make a false statement; the maximum fine on summary conviction is unlimited.
""",
        faces="txt docx pdf html",
    ),
    card(
        _L,
        "empty form",
        "[Application for a bus pass|Change of address|Next of kin card] (please print)",
        """
        Full name=[________________|]
        Date of birth=[__ / __ / ____|DD/MM/YYYY]
        National Insurance number=[__ __ __ __ _|e.g. QQ 12 34 56 C]
        Address and postcode=
        Telephone=[..............|]
        E-mail=[|you@yourmail]
        Ethnic origin=☐ White ☐ Asian ☐ Black ☐ Mixed ☐ Other
        Disability=☐ Yes ☐ No
        Religion=[☐ None ☐ Christian ☐ Muslim ☐ Other|]
        Signature=
        """,
    ),
    prose(
        _L,
        "mail merge template",
        """
<<Title>> <<Forename>> <<Surname>>
<<Address1>>
<<Address2>>
<<Postcode>>

Dear <<Title>> <<Surname>>

[Your garden waste subscription|Your parking permit|Your housing application] ends on <<EndDate>>. Your reference is <<Ref>>. If your date of birth is not <<DOB>> or your telephone number is not <<Tel>>, ring us.

Yours sincerely
[Team name]
«council»
""",
        """
Dear {{ contact.title }} {{ contact.lastname }},
We could not take your payment from account ending {{ bank.last4 }}, sort code {{ bank.sort }}. Please log in before {{ due_date }}.
Insert case worker name here
""",
        faces="txt docx html",
    ),
    prose(
        _L,
        "product manual",
        """
[HEDGE TRIMMER|ROAD ROLLER|FLOOR SCRUBBER] MODEL [GT|MX]«n:100-900» - OPERATOR'S MANUAL
Firmware «n:1-9».«n:0-20».«n:0-9».«n:1-9»   Part «ref:@@######@»   Drawing «ref:@@ ## ## ## @»
Torque: M4 2HX bolts 4.5 Nm; A14 1KM clip finger tight.
Battery pack «ref:#########». Serial plate is under the seat.
WARNING: risk of burns, amputation and hearing loss. Persons with a pacemaker should keep 60 cm away.
Fault E1: call dealer. Fault E17: see section 3.1.2.4.
""",
    ),
    prose(
        _L,
        "job advertisement",
        """
«Job» - «council»
£«n:23-60»,«n:100-999» per annum, 37 hours, «building»
You will have lived experience of mental illness, or of caring for a child with autism, or be ready to learn. A full driving licence and an enhanced DBS check are needed; a conviction will not always rule you out. We welcome applicants who are Black, Asian or disabled.
The post is [politically restricted|open to job share|a member of the LGPS].
Closing date «day». For a chat call «council.phone» or write to «council.box:jobs».
""",
    ),
    prose(
        _L,
        "equality impact assessment",
        """
EQUALITY IMPACT ASSESSMENT: [library hours|charging for day care|new car park]
Age: people over 75 make up «n:8-20»% of users.
Disability: users with arthritis or poor sight would be affected by the move to kiosks.
Race: no impact found. Pakistani and Bangladeshi women were under-represented in the survey («n:1-9»%).
Religion: sessions on Fridays and Saturdays matter to Muslim and Jewish users.
Sexual orientation: none.
Mitigation: keep one desk.
Signed off by the Equalities Board.
""",
    ),
    message(
        _L,
        "supplier sales mail",
        """
From: Sales <«o?.box:sales»>
To: «council.box:procurement»
Subject: [Spring offer on mops|Your quote Q-«n:10000-99999»|Chairs back in stock]

Dear Customer

Order «n:1000000000-9999999999» has left our warehouse. Consignment 4«n:100000000000000-999999999999999». Delivery note «ref:###-###-####».

SKU [MARK-UP-10|BILL-0044|GRACE-2] x «n:1-90» @ £«money»

Unit 4, Kelham Business Park
Tel «o.phone»
VAT GB «n:100000000-999999999»  Co. reg. 0«n:1000000-9999999»
""",
    ),
    prose(
        _L,
        "heritage trail of names",
        """
[TOWN TRAIL|HERITAGE OPEN DAYS] - «place»
1 The Albert Hall and Victoria Fountain (1887)
2 Nelson Street leads to Wellington Place; note the Duke of Clarence inn
3 St Margaret's church, Lady chapel and the Martha Gunn almshouses
4 Barclay House, once Lloyd's bank, now the Jolly Brewer
5 Florence Park and the Jubilee bandstand
6 James Street baths, closed «year»
7 Charlotte Row - weavers' windows
Allow two hours. Stout shoes.
""",
        """
NAMING OF NEW STREETS - estate off «road»
Suggested: Rowan Grove, Bishop Close, Victoria Mews, Carter Way, Martin Drive, Archer Walk, Taylor Court, Grace Hill, Rose Lane, Price Gardens
Rejected: Alexander Avenue (too close to Alexandra Avenue), Kingsley Road
""",
    ),
    prose(
        _L,
        "committee agenda without names",
        """
AGENDA - [Licensing|Pensions|Audit] Committee, «day:words», «building»
1 Apologies
2 Minutes of the last meeting
3 Declarations of interest: members of a trade union or a political party need not declare that alone
4 Pension Fund valuation (report of the Section 151 Officer)
5 Counter-fraud: convictions for benefit fraud in the year («n:1-9»)
6 Exclusion of the public: the next item is about an individual
7 Date of next meeting
""",
    ),
    prose(
        _L,
        "court and offence guide",
        """
ENFORCEMENT GUIDE - FIXED PENALTIES
Offence                        Penalty   Early
Littering                      £150      £100
Dog fouling                    £100      £60
Fly-tipping (small)            £400      £200
Criminal damage (graffiti)     £150      £90
Anybody convicted by the magistrates may be fined up to £2,500. Cases of theft, assault or burglary go to the police on 101. A caution is not a conviction.
Section 34, section 87; PACE code C; form FPN/«n:1-40»
""",
        faces="txt docx pdf",
    ),
)
