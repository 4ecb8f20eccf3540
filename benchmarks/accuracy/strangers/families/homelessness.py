"""Homelessness: triage at the desk, temporary rooms, decisions, rough sleepers, no recourse."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    prose(
        _P,
        "homeless triage note",
        """
TRIAGE «day» «time» - [walk in|phone|dutytorefer from prison|DTR hospital]

«p:full» d.o.b. «p.dob» NI «p.nino»
Sofa surfing w friend «q:full» at «q.atin» until Fri. Left [ex partner|husband] «r:full» after [he broke her arm|he strangled her], IDVA involved, police log made«+adult»«+?crime». «c:full» («c.age») with «p.him», school aware
Meds: «medicine», [dep + anxiety|ptsd]«+health»
No local conn to «place» - safe area?
mob «p.phone» (safe to text not ring)
RTB [yes|no]; PN: yes (child). Interim s188 -> B&B rm 4
«s:init»
""",
        """
call from «p:tl» - mum wants «p.him» out by «Weekday». age «p?.age». works nights for «firm». no kids. no meds. form sent to «p.mail». «s:full»
""",
        """
PRISON RELEASE - DUTY TO REFER
Name «p:UP»   Prison no «p.prison»   DOB «p.dob»
HMP release date «day» (ROTL no). Serving «n:6-30» mths for «offence»«+crime»
Last settled addr: «p.addr»
PNC: «p.pnc»
Needs: script for [methadone|Buvidal]«+health»; no contact with «q:full» (restraining order)
Offender manager: «r:full», «r.phone»
""",
        faces="txt txt docx small capitals",
    ),
    table(
        _P,
        "temporary accommodation list",
        "[TA|B&B|Nightly paid] placements [as at|week ending] «day»",
        """
        Room=[1|2|3a|12|Annexe]
        HOH=«p»
        HOH DOB=«p.dob»
        Partner=[«k:full»||]
        Children=[«c:full» «c.age»|«c:first» and «c2:first»|0]
        Placed=«day»
        Nightly=£«n:35-110»
        Mobile=«p.phone»
        Needs=[none|«condition»«+health»|DV - do not disclose address«+adult»|]
        """,
        """
        placement_id=«ref:TA#####»
        client=«p:lf»
        nino=«p.nino»
        provider=«firm»
        unit=«o.addr»
        benefit=[HB|UC]
        status=[active|ended|abandoned]
        """,
    ),
    prose(
        _P,
        "homeless decision letter",
        """
[PRIVATE AND CONFIDENTIAL
|]«p:full»
c/o «q:full»
«q.lines»

«day:words»

Dear «p:tl»

HOUSING ACT 1996, PART 7: [NOTICE UNDER SECTION 184|END OF RELIEF DUTY]

I am satisfied that you are homeless and eligible. I have considered whether you are in priority need because of [«condition»|your «condition» and the «medicine» you take]«+health». Dr «r:full» of «surgery» wrote on «day» that you can manage your affairs with help from your [sister|brother], «t:full». I do not find that you would be significantly more vulnerable than an ordinary person.

You may ask for a review by «day».

Yours sincerely
«S:full»
Housing Options
""",
        faces="txt docx docx pdf",
    ),
    table(
        _P,
        "rough sleeper count",
        "Rough sleepers by name list «Month»",
        """
        Name / aka=[«p:full»|«p:full»|«p:first» - surname not known|known as Tigger]
        D.O.B (or age)=[«p.dob»|not known]
        Bedded down=[Boots doorway|bus station|tent, canal|car park L2]
        Nationality=«nationality»
        Support=[alcohol«+?health»|MH, sees «s:full»«+?health»|drugs, scripted«+?health»|declined]
        Last seen=«day»
        """,
        """
        Client=«p:full»
        Gender=«p.gender»
        Born=«p.dob»
        Immigration=[EUSS pre-settled|BRP «p.brp»|n/a|HO ref «p.horef»]
        Worker=«s:full»
        Note=[will take hostel|hospital Tues«+?health»|banned from shelter]
        """,
    ),
    card(
        _P,
        "no recourse assessment",
        "[NRPF«+?adult»|Section 17 destitution] assessment",
        """
        Parent=«p»
        DOB=«p.dob»
        Nationality=«nationality»
        Home Office reference=«p.horef»
        [BRP|BRP number]=[«p.brp»|expired]
        Passport number=«p.passport»
        Child 1=«c:full», «c.dob»
        Child in need?=Yes - s17 assessment open«+child»
        Address=«p.addr»
        Bank statements=acc «p.acct», s/c «p.sort»
        Solicitor=«q:full»
        Worker=«s:full»
        """,
    ),
    prose(
        _P,
        "refuge referral",
        """
REFUGE REFERRAL - [HANDLE SECURELY|OFFICIAL-SENSITIVE]
Woman: «w:full» ([no safe post|do not write])  DoB «w.dob»
Safe number: «w.phone»
Children: «j:full» [(«j.age»)|, «j.dob»]
Perpetrator: «q:full»«+?crime», DOB «q.dob», believed to be at «q.addr». Drives «q.vrm».
Risk: DASH 17. MARAC heard «day». Non-molestation order in place.«+adult» [He has a conviction for «offence».«+crime»|]
Immigration: spouse visa, share code «w.share»
Referred by «s:full», IDVA, «s.mail»
""",
    ),
)
