"""Licensing: taxis, alcohol, street trading, markets, animals."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import dump, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    table(
        _P,
        "personal licence register",
        "Register of personal licences",
        """
        Lic no=«ref:PL####»
        Holder=«p»
        Address of holder=«p.addr»
        D.o.b.=«p.dob»
        Granted=«day»
        Convictions declared=[None|None|None|None|«offence», «year»«+crime»]
        """,
        """
        LICENCE_REF=«ref:LIC/#####»
        SURNAME=«p.FAMILY»
        FORENAMES=«p.GIVEN»
        BIRTH_DATE=«p.dob:stamp»
        ADDR_1=«p.street»
        ADDR_2=«p.town»
        PCODE=«p.post»
        STATUS=[LIVE|LIVE|LAPSED|SURRENDERED]
        """,
    ),
    card(
        _P,
        "taxi driver application",
        "[Hackney carriage / private hire driver|Dual badge renewal] application",
        """
        [Full name|Name as on DVLA licence]=«p»
        Any other names used=[none|«q?:full»]
        Date of birth=«p.dob»
        [NI number|National Insurance No]=«p.nino»
        DVLA licence number=«p.licence»
        [Home address|Where do you live?]=«p.addr»
        Mobile=«p.phone»
        Email=«p.mail»
        Share code=[n/a|«p.share»]
        Medical group 2=[Pass|Refer - takes «medicine» for «condition»«+health»]
        Convictions=[None|«offence», fined «year»«+crime»]
        Operator=«firm»
        """,
        """
        Badge=«ref:PH####»
        Driver=«p:tfull»
        DOB=«p.dob»
        D/L=«p.licence»
        Vehicle reg=«p.vrm»
        Tel=«p.phone»
        DBS issued=«day»
        Knowledge test=[Passed|Failed (2)|Booked]
        """,
    ),
    table(
        _P,
        "taxi badge register",
        "[Licensed drivers and vehicles|PHV fleet list]",
        """
        Badge No=«n:100-999»
        Driver=[«p:LF»|«p:LF»|«p:LASTFIRST»]
        Plate=«n:1-400»
        VRM=«p.vrm»
        Make=[Skoda Octavia|Toyota Prius|VW Caddy|Dacia Jogger]
        Expires=«day»
        """,
        """
        plate=«n:1-300»
        proprietor=«p»
        reg=«p.vrm:closed up»
        owner addr=«p.addr»
        phone=«p.phone:closed up»
        MOT due=«day»
        """,
        note="Plates surrendered are not shown.",
    ),
    card(
        _P,
        "temporary event notice",
        "Temporary event notice (Licensing Act 2003, s.100)",
        """
        1. Your name=«p:tfull»
        1. Previous names=
        2. Your date of birth=«p.dob»
        3. Your place of birth=«p.town»
        4. National Insurance number=«p.nino»
        5. Your current address=«p.addr»
        6. Daytime telephone=«p.phone»
        6. E-mail=«p.mail»
        Premises=[Scout hut, «road»|Beer tent, Town Fields|«building»]
        Nature of event=[Wedding reception|Charity gig|Ceilidh]
        Number attending=«n:50-499»
        """,
    ),
    prose(
        _P,
        "licensing hearing note",
        """
LICENSING SUB-COMMITTEE - NOTES OF HEARING (exempt)
[Present|In attendance]: Cllr «M:full» (Chair), Cllr «M2:full», Cllr «M3:full»; «S:full» (legal); «S2:full» (clerk)

Driver: «p:mid», badge «ref:PH###», born «p.dob»

The driver was stopped on «day» and later [convicted of|cautioned for] «offence»«+crime». «p.He» did not tell the council within 48 hours. «p:tl» said «p.he» had been away and that «p.his» cousin, «k:full», had dealt with the post. In answer to the Chair «p.he» confirmed 6 points.

«q:tl», for the driver, handed up references from «r:tfull» and «t:tfull».

DECISION: [suspended for 28 days|revoked with immediate effect|warned as to future conduct].
""",
        """
Review of premises licence - The «road» Tap
Applicant for review: PC «q:full», licensing sergeant's office
DPS: «p:tfull», «p.addr», d.o.b «p.dob»
Summary of evidence
 1) door staff member «r:full» not badged
 2) test purchase «day», sale to child volunteer by «t:full»«+?crime»
 3) resident «e:tl» has kept noise diary
Representations from DPS: «p.he» has been off with [a broken hip|stress] «+?health»and left things to «p.his» deputy, «k:full».
""",
    ),
    table(
        _P,
        "market stall holders",
        "[Saturday market|Farmers' market|Indoor market] - traders",
        """
        Stall=[A|B|C]«n:1-30»
        Trader=«p»
        Trading as=[«firm»|self|self]
        Line=[Fruit & veg|Phone covers|Cheese|Cards|Haberdashery]
        Mobile=«p.phone»
        PLI expires=«day»
        Vehicle=[«p.vrm»|]
        Owes=[-|£«n:20-90».00]
        """,
    ),
    dump(
        _P,
        "dangerous dog and animal licences",
        "txt",
        "ANIMAL LICENSING - HOME BOARDERS AND BREEDERS   printed «day»\n",
        """
[AW|BD]«n:100-900»  «p:UP»
       «p.lines»
       T: «p.phone:closed up»   E: «p.mail»
       [2 dogs|1 dog|cattery 8 pens]  star rating «n:1-5»  insp. «s:init» «day»
""",
        "END OF LIST",
    ),
    prose(
        _P,
        "fit and proper check note",
        """
f&p check [mobile homes|HMO] - «p:low»
dob «p.dob», [prev|formerly] at «p.atin»
companies house: director of «firm» since «year»
[no ccjs|1 ccj satisfied]
pnc disclosure rec'd «day»: «p.pnc» - «offence» «year»«+crime», nothing since
recommend [grant|refuse|grant 1 yr only]
«s:init»
""",
        faces="txt small docx",
    ),
)
