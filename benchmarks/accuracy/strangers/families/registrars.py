"""Registrars, citizenship, coroner."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    card(
        _P,
        "birth registration draft",
        "[Birth registration - draft entry|Statutory declaration (re-registration)]",
        """
        1. Date and place of birth=«c.dob:words», [Royal Infirmary, «place»|at home]
        2. Name and surname=«c:mid»
        3. Sex=«c.gender»
        4. Father: name and surname=«k:full»
        5. Father: place of birth=«place»
        6. Father: occupation=«job»
        7. Mother: name and surname=«p:full»
        8. Maiden surname=«q:last»
        9. Usual address=«p.addr»
        Informant=«p:full», mother
        NHS number (baby)=«c.nhs»
        """,
    ),
    table(
        _P,
        "notices of marriage",
        "Notices of marriage and civil partnership [on display|w/c «day»]",
        """
        Party 1=«p:mid»
        P1 condition=[Single|Divorced|Widowed]
        P1 address=«p.addr»
        Party 2=«q:mid»
        P2 condition=[Single|Previous CP dissolved]
        P2 nationality=«nationality»
        Venue=«building»
        Date=«day»
        """,
        """
        Name=«p»
        DoB=«p.dob»
        Occupation=«job»
        Passport=«p.passport»
        To marry=«q:full»
        Home Office referral=[No|Yes «q.horef»]
        """,
    ),
    table(
        _P,
        "death informants",
        "Deaths registered [«Month»|w/e «day»] - tell us once",
        """
        Entry=«n:1-400»
        Deceased=«d:LF»
        DoD=«day»
        Informant=«p»
        Qualification=[Son|Daughter|Widow|Present at the death]
        Informant address=«p.addr»
        Informant tel=«p.phone»
        """,
    ),
    prose(
        _P,
        "coroner referral",
        """
HM CORONER - REPORT OF DEATH
Deceased: «D:full»  DOB «D.dob»  Address «D.addr»
Found by: «P:full» ([neighbour|sister|care worker]), «P.phone»
NOK: «Q:tfull», «Q.addr», informed «time» by PC «S:full»
GP: Dr «R:full», «surgery»

Last seen alive by «P:tl» on «Weekday». «D:tl» had «condition»«+?health». No note. Exhibit PS/1 box of «medicine».
PM requested. «T:full», coroner's officer
""",
        faces="txt docx pdf capitals",
    ),
    table(
        _P,
        "citizenship ceremony list",
        "Citizenship ceremony «day», «building»",
        """
        HO ref=«p.horef»
        Name=«p»
        DOB=«p.dob»
        Former nationality=«nationality»
        Oath / affirmation=[Oath - Qur'an|Oath - Bible|Affirm]«+?religion»
        Guests=«n:0-2»
        Tel=«p.phone»
        """,
    ),
    message(
        _P,
        "certificate order",
        """
From: «p:full» <«p.mail»>
To: Register Office
Subject: [Certificate order|urgent - birth cert]

I need a copy of my [son|daughter]'s birth certificate for a passport.
Child: «c:full», born «c.dob» at «place»
Mother: «p:full»; maiden name on certificate; father «k:full»
Post to «p.addr»
Card «p.card» exp 09/28 ([I know I shouldn't email this|ring me for the security number]) tel «p.phone»
""",
    ),
    prose(
        _P,
        "celebrant booking notes",
        """
[naming|renewal of vows|wedding], «building» «time»
couple «p:full» + «q:full»; [p's|her] mum «e:full» giving reading
ring bearer «c:full» («c.age»). [grandad in wheelchair, ramp«+?health»|no religious music]
bal £«n:100-400» pd by «q:first» - card ending «n:1000-9999»
mob «p.phone», email «p.mail»
registrars «s:full» / «s2:full»
""",
        faces="txt small docx",
    ),
)
