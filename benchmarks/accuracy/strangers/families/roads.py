"""Parking, blue badges, highways claims, abandoned vehicles, street works."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import dump, message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    message(
        _P,
        "parking ticket appeal",
        """
From: «p.mail»
To: [«council.box:parking»|«council.box:pcn.appeals»]
Subject: PCN «ref:FB########» - [CHALLENGE|informal challenge|this is ridiculous]

[To whom it may concern|Hiya],

My car («p.vrm») was ticketed on «road» at «time». [I had a permit, it had slipped off the dash.|The machine was out of order.|I was dropping my mum at the surgery, she is «e?.age» and can't walk far.] I am not paying £70 for this.

Registered keeper is my [partner|dad], «k:full», address «p.addr».

«p:full»
«p.phone»
Sent from my phone
""",
        """
From: [Parking Services|Appeals Team] <«council.box:parking»>
To: «p:full» <«p.mail»>
Subject: Your PCN «ref:WY########»

Dear «p:tl»

Vehicle «p.vrm». Thank you for your letter of «day». We have looked at the photographs and at what you say about [the pay machine|your late father's badge|the loading bay]. [On this occasion we have cancelled the charge.|The charge is properly due.]

You may write to the tribunal within 28 days.

«S:full»
Appeals officer
""",
    ),
    prose(
        _P,
        "blue badge desk notes",
        """
blue badge desk «Weekday»

1. «p:full» dob «p.dob» NI «p.nino» - renewal. Old badge no «p.badge». walks w 2 sticks, [COPD«+health»|MS«+health»|new hip, not sure she'd score«+?health»]. photo poor, asked for another
2. «q:tfull» for «q.his» [mother|father] «e:full» («e.age») «e.addr». PIP mob 12 pts. ok auto
3. «r:full» no proof of address, come back. tel «r.phone»
4. «j:full», child, born «j.dob», [on ventilator|feeding pump]«+health», fast track. mum «t:full»

badges in safe: 14
""",
        """
OT mobility assessment - Blue Badge
Name: «p:tfull»      Date of birth: «p.dob»
Badge (if held): «p.badge»
«p.He» attended alone by bus. Walked 46 metres with one stop. Reports «condition»«+health» since «year» and takes «medicine». No observed breathlessness.
Outcome: [meets|does not meet] the criteria (walking). Letter to «p.addr».
Assessor: «s:full», HCPC «register:OT#####»
""",
        faces="txt txt docx small",
    ),
    table(
        _P,
        "blue badge list",
        "[Badges issued|Badge renewals due|Lost and stolen badges] «Month» «year»«+?health»",
        """
        Badge number=«p.badge»
        Surname=«p.family»
        First name=«p.given»
        DOB=«p.dob»
        Gender=«p.gender»
        Issued=«day»
        """,
        """
        Holder=«p:lf»
        Blue Badge No.=«p.badge»
        NINO=«p.nino»
        Post code=«p.post»
        Reason=[Walking«+?health»|Child under 3«+?health»|PIP|Blind«+health»]
        """,
    ),
    table(
        _P,
        "resident parking permits",
        "[Zone C|Zone 4] permits",
        """
        Permit=«ref:RP-#####»
        Name=«p»
        Add1=«p.street»
        Town=«p.town»
        PC=«p.post»
        Reg 1=«p.vrm»
        Reg 2=[«q.vrm»|||]
        Email address=«p.mail»
        Exp=«day»
        """,
        """
        customer_name=«p:full»
        vehicle_registration=«p.vrm»
        mobile_number=«p.phone»
        paid=£«n:30-120».00
        card_ending=**** «n:1000-9999»
        """,
    ),
    card(
        _P,
        "pothole claim form",
        "[Highways third party claim|Damage to vehicle - claim form]",
        """
        Claimant=«p»
        Address=«p.addr»
        Telephone=«p.phone»
        Email=«p.mail»
        Date of birth=«p.dob»
        National Insurance number (injury claims)=«p.nino»
        Vehicle make and model=[Ford Kuga|Kia Picanto|Honda Jazz]
        Registration=«p.vrm»
        Location=«road», outside [the chip shop|number 14|the chapel]
        Injury (if any)=[None|None|Fractured wrist, plated at A&E«+health»]
        Witness=«q:full», «q.phone»
        Bank sort code=«p.sort»
        Account no=«p.acct»
        """,
    ),
    dump(
        _P,
        "abandoned vehicle log",
        "txt",
        "ABANDONED VEHICLES [LOG|BOOK]",
        (
            "«day» «p.vrm» [blue Astra|white van, flat tyres|Corsa no tax] on «road». Keeper per DVLA «p:full», «p.addr». [7 day notice|Removed|Owner moved it].",
            "«ref:AV###»  «time»  «p.vrm»  rptd by «q:tl» «q.phone»  keeper: «p:LASTFIRST» «p.post»",
        ),
    ),
    prose(
        _P,
        "street works liaison",
        """
Residents to tell about the closure of «road» ([phase 2|resurfacing])

«p:full» at «p.at» - [dialysis Mon/Wed/Fri, needs transport out by 6.30«+health»|carers 4 x day«+?health»]
«q:full», «q.phone» - skip delivery
«e:tfull» («e.age») - panics about being blocked in, ring daughter «r:full» on «r.phone»
No. 31: firm, «firm»

Traffic management: «s:full»
""",
    ),
)
