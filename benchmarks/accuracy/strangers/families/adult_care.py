"""Adult social care: assessments, plans, concerns, deprivation of liberty, visits, equipment."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import dump, message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    prose(
        _P,
        "care act assessment",
        """
ASSESSMENT OF NEEDS (CARE ACT 2014)

1 ABOUT YOU
«e:tfull» («e.age») lives alone at «e.addr». NHS no. «e.nhs». [Widowed in «year».|Never married.] Main contact is «e.his» [niece|nephew|friend], «p:full», «p.phone».

2 YOUR HEALTH
«e:tl» has [«condition» and poor eyesight|«condition»]«+health». GP: Dr «q:full», «surgery». Takes «medicine» from a dosette box.

3 WHAT YOU TOLD US
"[I'd like to go to chapel again.|I don't want strangers in my kitchen.]" [«e.He» is a lifelong «faith» and would like a carer who understands that.«+religion»|]

4 NUTRITION / CONTINENCE / SAFETY
Managed with prompting. Left the gas on twice last month, reported by neighbour «r:tl».

5 ELIGIBILITY
Eligible. 7 hrs per week. Assessor «s:full» (SWE no. «register:SW######»), «day».
""",
        """
carers assmt - «p:full» cares for «k:full» (dob «k.dob», «condition»«+health»)
p is exhausted, own bp high. works pt at «firm». sister «q:full» takes wkends
wants: sitter weds, someone to sort attendance allowance (NI «k.nino»)
phone «p.phone», address as per case file i.e. «p.addr»
«s:init» «day»
""",
        faces="txt docx docx pdf small",
    ),
    card(
        _P,
        "support plan",
        "[My support plan|Care and support plan|Personal budget summary]",
        """
        My name=«e»
        I like to be called=«e.first»
        Date of birth=«e.dob»
        NHS number=«e.nhs»
        Where I live=«e.addr»
        Important people=«p:full» ([son|daughter]), «q:full» (friend from church)
        My health=[«condition»|«condition»; pacemaker]«+health»
        Key safe code=«n:1000-9999»
        Weekly budget=£«money»
        Paid into account=«e.acct» / «e.sort»
        Allocated worker=«s:full»
        """,
        """
        Person ID=«n:100000-999999»
        Name=«p:lf»
        DOB=«p.dob»
        Ethnicity=«ethnic»«+ethnicity»
        Religion=[«faith»«+religion»|None recorded]
        Sexual orientation=[Heterosexual«+?sexual»|Gay man«+sexual»|Not asked]
        Primary support reason=[Learning disability|Sensory - visual|Memory and cognition]«+health»
        NOK=«q:full» «q.phone»
        """,
    ),
    card(
        _P,
        "adult safeguarding concern",
        "Safeguarding adults - concern form [SA1|AS/1|]",
        """
        Adult at risk=«e»
        Date of birth=«e.dob»
        NHS No=«e.nhs»
        Address=«e.addr»
        Type of abuse=[☒ Financial ☐ Physical ☐ Neglect|☐ Financial ☒ Physical ☐ Neglect|☐ Financial ☐ Physical ☒ Neglect]«+adult»
        What happened=Carer «q:full» [took £«n:40-900» with her bank card|was seen to grip her arm|did not come for two days]«+?crime»
        Card no. used=[not known|«e.card»]
        Person raising concern=«r:tfull», «job»
        Their phone=«r.phone»
        Does the adult know?=[Yes|No - lacks capacity«+?health»]
        """,
        faces="listed leaders misread docx docx4 html eml pdf abreast",
    ),
    table(
        _P,
        "deprivation of liberty list",
        "DoLS [authorisations|waiting list|renewals]«+?health»«+?adult»",
        """
        Relevant person=«e»
        DOB=«e.dob»
        NHS=«e.nhs»
        Care home=[Rowan Lodge|The Cedars|Bay View]
        Mental disorder=[Dementia|Vascular dementia|Acquired brain injury|Learning disability]«+health»
        RPR=«p:full»
        RPR tel=«p.phone»
        BIA=«s:full»
        Expires=«day»
        """,
        """
        Mosaic=«n:200000-899999»
        Surname=«e.FAMILY»
        Forename=«e.given»
        Hosp / home=[Ward 12|Rowan Lodge]
        S12 doctor=Dr «q:full»
        IMCA=[«r:full»|no]
        Outcome=[granted 12m|granted 3m|not granted - has capacity]
        """,
    ),
    dump(
        _P,
        "carer visit notes",
        "txt",
        "DAILY LOG - «E:tfull», «E.at»\nAllergies: penicillin[, nuts|]. Key safe at side.«+health»",
        (
            "«day» «time» Arrived, «E:tl» still in bed. [Wash, cream legs. Porridge 1/2.|Pad changed, skin red on sacrum.|Refused tablets.] Left 8.10. «s:full»",
            "«day» «time»-«time» [pc, meds given, cuppa|settled in chair|daughter «p:full» there, no call needed]. «s:full»",
        ),
        "Office «S.phone». Out of hours «S2.phone».",
    ),
    table(
        _P,
        "direct payments run",
        "Direct payments [period 11|4-weekly run]«+?health»",
        """
        Client ref=«ref:SC#####»
        Payee=«p»
        On behalf of=«e:full»
        Sort=«p.sort»
        Acc=«p.acct»
        Amt=«money»
        NI=«e.nino»
        """,
        """
        PAYEE NAME=«p:UP»
        BANK A/C NAME=«p:til»
        SORT CODE=«p.sort:closed up»
        ACCOUNT NUMBER=«p.acct:closed up»
        AMOUNT=«money»
        REFERENCE=«ref:DP######»
        """,
    ),
    message(
        _P,
        "equipment request mail",
        """
From: «s:full» <«s.mail»>
To: Equipment Store <«council.box:equipment»>
Subject: Urgent - bed and commode

Hi both

Hospital discharge «Weekday», please can we have a profiling bed + mattress to:

«e:tfull»
«e.lines»
Tel [son|daughter] «p:full»: «p.phone»
DOB: «e.dob»   NHS: «e.nhs»

[#NOF|CVA|Metastatic ca, EOL]«+health», transfers with 2. Steps to front door.

Ta
«s:first»
OT, HCPC «register:OT#####»
""",
        """
From: «p:full» <«p.mail»>
To: «s.mail»
Subject: mum's stairlift

Dear «s:full»,
The stairlift man came and said the wall is no good. Mum («e:full», «e.age», your ref «ref:OT/####») slept downstairs again, at «e.addr». Her «condition» is worse«+health» and I live 200 miles away. Who decides? My number is «p.phone», [evenings|any time].
«p:full»
""",
    ),
    table(
        _P,
        "day centre transport",
        "Day centre - [Tues|Thurs] bus [A|B]",
        """
        Pick up=«time»
        Name=«e»
        Address=«e.at»
        Contact=«p:full» «p.phone»
        Chair / walks=[W/C|walks|frame]«+?health»
        Notes=[«condition»«+health»|anxious, sit at front|bring insulin«+health»|]
        """,
    ),
    prose(
        _P,
        "approved mental health report",
        """
AMHP REPORT - Mental Health Act 1983
Patient: «p:mid», born «p.dob:words»
Address: «p.addr»
Detained under section [2|3|136] at «time» on «day»«+health»
Nearest relative: «k:full» ([spouse|mother|brother]), «k.phone», informed
Doctors: Dr «q:full» (s12), Dr «r:full», «surgery»

«p:tl» was found by police on «road» barefoot, saying the council had put cameras in «p.his» teeth. «p.He» stopped taking «medicine» in «Month». Two previous admissions. Cat taken to neighbour «t:tl».

AMHP: «S:full»
""",
    ),
)
