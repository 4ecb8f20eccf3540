"""Welsh and bilingual papers, Scottish ones, and those of Northern Ireland."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    prose(
        _P,
        "Welsh letter",
        """
«p:tfull»
«p.lines»

«day:Welsh»

Annwyl «p:tl»

[Eich cais am gymorth|Treth y Cyngor - disgownt|Lle ysgol i «c:full»]

Diolch am eich llythyr. Mae [«s:full»|«s:full» o'r tîm] wedi edrych ar eich achos. [Nodwn fod gennych asthma«+health».|Nodwn eich bod yn byw gyda «k:full».] A fyddech cystal â ffonio «s.phone»?

Dyddiad geni: «p.dob»
Rhif Yswiriant Gwladol: «p.nino»

Yn gywir

«S:full»
Swyddog Gwasanaethau Cwsmer
""",
        """
Cofnodion Cyngor Cymuned «place» - nos Fawrth
Yn bresennol: Cyng. «M:full» (cadeirydd), Cyng. «M2:full», «S:full» (clerc)
1. Ymddiheuriadau: «M3:full»
2. Gohebiaeth: llythyr gan «P:full», «P.addr», ynglŷn â'r llwybr
3. Cwyn gan «Q:full» am gŵn
""",
        faces="txt docx docx pdf",
    ),
    card(
        _P,
        "bilingual form",
        "[Ffurflen gais / Application form|Bathodyn Glas / Blue Badge|Prydau ysgol am ddim / Free school meals]",
        """
        Enw / Name=«p»
        Cyfeiriad / Address=«p.addr»
        Dyddiad geni / Date of birth=«p.dob»
        Rhif ffôn / Telephone=«p.phone»
        E-bost / E-mail=«p.mail»
        Rhif YG / NI No.=«p.nino»
        Ysgol / School=«school»
        Enw'r plentyn / Child's name=«c:full»
        Anabledd / Disability=[Dim / None|«condition»«+health»]
        Iaith ddewisol / Preferred language=[Cymraeg|English]
        """,
        """
        Enw llawn=«p»
        Dyddiad geni=«p.dob:Welsh»
        Cod post=«p.post»
        Rhif GIG=«p.nhs»
        Rhif ffôn=«p.phone»
        Perthynas agosaf=«q:full»
        """,
    ),
    table(
        _P,
        "Welsh list",
        "Rhestr [disgyblion|gwirfoddolwyr|tenantiaid]",
        """
        Cyfenw=«p.family»
        Enw cyntaf=«p.given»
        Dyddiad geni=«p.dob»
        Cod post=«p.post»
        Ffôn=«p.phone»
        """,
        """
        Enw=«j»
        DG=«j.dob»
        UPN=«j.upn»
        Rhiant=«p:full»
        Symudol=«p.phone»
        """,
    ),
    table(
        _P,
        "Scottish care list",
        "[Delayed discharges|Telecare|Self-directed support] - [HSCP|locality team]«+?health»",
        """
        CHI=«p.chi»
        Surname=«p.family»
        Forename=«p.given»
        DOB=«p.dob»
        Ward=[4B|Rehab|Cottage Hosp]
        AWI=[Guardianship|No|s13ZA]
        Guardian=«q:full»
        Condition=«condition»«+health»
        """,
        """
        Name=«p:LF»
        CHI No.=«p.chi»
        Home=«p.addr»
        SW=«s:full»
        """,
    ),
    prose(
        _P,
        "Scottish social work report",
        """
CRIMINAL JUSTICE SOCIAL WORK REPORT
Sheriff Court at «place»
Subject: «P:full»   DOB: «P.dob»   CHI: «P.chi»
Address: «P.addr»
PF ref: «ref:@@##/######»
Offence: «offence»«+crime»

«P:tl» was brought up in «place» by «P.his» granny, «D:full». «P.He» has two weans to «Q:full». [«P.He» is on a methadone script.«+health»|«P.He» is in recovery from alcohol.«+health»]
A Community Payback Order with 120 hours is suggested.
«S:full», social worker, SSSC «ref:#######»
""",
        """
CHILDREN'S HEARING - grounds
Child: «C:full» (d.o.b. «C.dob»)
Relevant persons: «P:full», «K:full»
Reporter: «S:full». Safeguarder: «Q:full»
Ground: s67(2)(a) lack of parental care«+child». The flat at «P.at» had nae heating; the wean was at «R:tl»'s till midnight.
Decision: CSO with condition of residence.
""",
        faces="txt docx docx pdf",
    ),
    card(
        _P,
        "Northern Irish health form",
        "[Domiciliary care referral|Trust - community meals|Carer's assessment (NISAT)]",
        """
        Client=«p»
        H&C No=«p.hcn»
        D.O.B.=«p.dob»
        Address=«p.addr»
        Tel=«p.phone»
        NOK=«q:full» «q.phone»
        GP=Dr «r:full»
        Diagnosis=«condition»«+health»
        Religion=[RC|Presbyterian|Church of Ireland|None]«+religion»
        Key worker=«s:full»
        """,
        """
        Name=«p:lf»
        Health and Care Number=«p.hcn»
        Postcode=«p.post»
        Townland=[Ballynacor|Drumadonnell|Tullyherron]
        Reason=[Stroke«+health»|«condition»«+health»|Respite«+?health»]
        """,
    ),
    message(
        _P,
        "Northern Irish housing mail",
        """
From: «p:full» <«p.mail»>
To: Housing
Subject: intimidation points

Hi «s:full»
the paramilitaries told my [son|brother] «k:full» to be out by Friday, PSNI crime ref CC«n:1000-9999»«+?crime». we're at «p.addr». I've two wee ones, «c:full» is only «c.age». Base 2 have the letter. I'm a [Catholic|Protestant]«+religion» in the wrong estate.
phone me «p.phone»
«p:first»
""",
    ),
    prose(
        _P,
        "Gaelic and island notes",
        """
Ferry and care - [Tuesday|Thursday] boat
«E:tfull», croft at «E.at», «E.age» - «condition»«+health», escort is her [nephew|niece] «P:full» «P.phone»
«Q:full» back from Raigmore w new knee«+?health»
Tiugainn gu Comhairle: «S:full»
""",
        faces="txt docx",
    ),
)
