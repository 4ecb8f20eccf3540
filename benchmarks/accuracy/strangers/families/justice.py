"""Offenders, victims, risk meetings, courts: what partners and the council write about them."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    table(
        _P,
        "risk conference list",
        "MARAC [agenda|list] «day»«+adult»",
        """
        Case=«n:1-30»
        Victim=«w:full»
        Victim DOB=«w.dob»
        Victim address=«w.addr»
        Perpetrator=«q:full»
        Perp DOB=«q.dob»
        Children=[«j:full» «j.dob»|none]
        Score=DASH «n:10-22»
        """,
        """
        Ref=[M|R]«n:10-99»
        Name=«w:LF»
        Safe tel=«w.phone»
        Lead agency=[IDVA|Police|Housing]
        Actions=[Sanctuary scheme|Flag address|Tell «school»]
        """,
        faces="csv xlsx docx docx pdf html slips",
    ),
    table(
        _P,
        "prison releases",
        "[Releases due|ETE referrals|IOM cohort] «Month»«+?crime»",
        """
        PNOMIS=«p.prison»
        Name=«p:LF»
        DOB=«p.dob»
        PNC ID=«p.pnc»
        Index offence=«offence»«+crime»
        Release=«day»
        Address on release=[«p.addr»|NFA|Approved premises]
        """,
        """
        CRO=«p.cro»
        Nominal=«p:LASTFIRST»
        Born=«p.dob»
        Conviction=«offence»«+crime»
        Court=[«place» Magistrates|Crown Court at «place»]
        """,
    ),
    prose(
        _P,
        "youth justice report",
        """
PRE-SENTENCE REPORT - YOUTH COURT
Young person: «J:full»    DOB: «J.dob»    URN: «J.urn»
Parent: «P:full», «P.addr»

Offence: «offence»«+crime», with «Q:full» and another. The victim, «R:full», lost a phone.
«J:first» is «J.age», [has an EHCP and reads at the level of a seven-year-old«+child»|has been in care since «year»«+child»|was diagnosed with ADHD«+health»].
Proposal: referral order, 6 months.
«S:full», Youth Justice Service
""",
        faces="txt docx docx pdf",
    ),
    card(
        _P,
        "prosecution file front sheet",
        "[MG4 extract|Prosecution file|Court file] - [fly-tipping|benefit fraud|unlicensed HMO]",
        """
        Defendant=«p:mid»
        Date of birth=«p.dob»
        Address=«p.addr»
        URN=«p.urn»
        CCRN=[«p.ccrn»|]
        PNC=[«p.pnc»|no trace]
        Charge=[Fraud by false representation|Depositing controlled waste|Failing to license]«+crime»
        Vehicle=«p.vrm»
        Defence solicitor=«q:full», «firm»
        OIC=«s:full»
        First hearing=«day»
        """,
    ),
    message(
        _P,
        "police information request",
        """
From: DC «q:full» <«q.mail»>
To: Information Governance
Subject: DPA Sch 2 Pt 1 para 2 request - [fraud|missing person|robbery]

I am investigating an offence of «offence» by:

«p:full», born «p.dob», PNC «p.pnc», last known address «p.addr»«+crime»

Please supply: current address, telephone, NI number («p.nino» held, please confirm), vehicle (believed «p.vrm») and details of partner «k:full».

Collar «n:1000-9999»
Mob «q.phone»
""",
    ),
    prose(
        _P,
        "hate crime and channel notes",
        """
[CHANNEL PANEL|HATE CRIME MARAC] - OFFICIAL SENSITIVE
«P:full», «P.age», «P.dob»
Referrer: «Q:full», «school»
Posts [far-right memes|about martyrdom]; [father, «K:full», in prison«+?crime»|converted to Islam last year«+religion»|attends rallies of a proscribed group's front«+politics»]. Mentor «R:full» assigned. [ASD query«+?health»|]
Next: «day». Chair «S:full».
""",
        """
Victim «p:full» («ethnic»«+ethnicity») of «p.addr» had eggs thrown and was called names by youths incl. «j:full», «j.age».
Dog mess thru letterbox «day». CCTV from no. 9 («q:tl»)
crime ref «n:1000-9999»/26. officer PS «r:full», «r.mail»
""",
    ),
    prose(
        _P,
        "court order served",
        """
IN THE COUNTY COURT AT «Place»
Claim no. «ref:K0@@@###»
Between «council», Claimant
and «P:mid», Defendant

UPON hearing counsel, «Q:full», for the Claimant and the Defendant in person
IT IS ORDERED THAT
1. The Defendant give possession of «P.addr» by «day:words».
2. [The Defendant must not enter «road».|The Defendant pay £«money».]
3. The injunction against «K:full», which carries a power of arrest«+?crime», continues.
""",
        faces="docx pdf txt",
    ),
)
