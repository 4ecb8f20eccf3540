"""Cemeteries, cremations and funerals: the dead, whose names need not be found, and the living."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    table(
        _P,
        "grave register",
        "[Register of graves|Grant book] - [St Wilfrid's|«place» Road|Moor Lane] Cemetery",
        """
        Section=[A|B|RC|NC]
        Grave=«n:1-900»
        Interred=«d:lf»
        Age=«d.age»
        Date of burial=«day»
        Owner of exclusive right=«p»
        Owner's address=«p.addr»
        Deed=«ref:D####»
        """,
        """
        PLOT=[A|C|LAWN ]«n:1-300»
        DEED_HOLDER=«p:LASTFIRST»
        DH_TEL=«p.phone:closed up»
        FUNERAL_DIR=«firm»
        DECEASED=«d:LASTFIRST»
        """,
    ),
    card(
        _P,
        "cremation application",
        "Application for cremation of the body of a person who has died (Cremation 1)",
        """
        Your full name=«p»
        Address=«p.addr»
        Telephone number=«p.phone»
        Email=«p.mail»
        Full name of the person who has died=«d:mid»
        Occupation=Retired «job»
        Age=«d.age»
        Sex=«d.gender»
        Are you the executor?=[Yes|No, nearest relative]
        Pacemaker=[No|Yes - removed]«+?health»
        Ashes to be collected by=«q:full»
        """,
    ),
    prose(
        _P,
        "memorial safety letter",
        """
«p:tfull»
«p.lines»

«day:words»

Dear «p:tl»

Grave [B 114|RC 27|L 803]: the late «d:full»

The memorial on this grave has been laid flat as it failed its test. Our records give you as the owner. [If your sister, «q:full», now holds the deed please tell us.|Please let us have a mason's quotation.]

You can reach me on «S.phone».

Yours sincerely

«S:full»
Bereavement Services Manager
«council»
""",
        faces="txt docx docx pdf",
    ),
    prose(
        _P,
        "public health funeral file",
        """
S46 FUNERAL - «d:full»
DOD [found|certified] «day». Last address «d.addr»
DOB «d.dob» NHS «d.nhs» NINO «d.nino»

Property search «day» (self + «s:full»): [bank card|post office book|£14.20 in a tin], letters from a «p:full» in «p.town».
Traced «p:first» thru facebook - «p.he» is a nephew. tel «p.phone». No contact 20 yrs. Doesn't want to be involved
neighbour «q:tfull» wld like to attend, «q.at»
Wait to hear from Treasury Sol. FD booked (Co-op), «Weekday» 9.30 no service
""",
        faces="txt docx small",
    ),
    message(
        _P,
        "funeral director booking",
        """
From: «firm» <«o?.box:arrangements»>
To: crematorium
Subject: Booking «Weekday» 11.20

Morning «S:full»

Please can we have the 11.20 on «Weekday»:

Deceased: «d:full», «d.age»
Applicant: «p:tfull» ([wife|husband|son|niece]), «p.phone»
Minister: Rev «q:full» [(Methodist)|(C of E)|]
Music: Obitus, family will upload
Bearers: 4. Large coffin.

Thanks
«r:full»
""",
    ),
    table(
        _P,
        "memorial bench renewals",
        "[Bench plaques|Rose trees|Columbarium niches] for renewal",
        """
        Ref=«ref:M###»
        In memory of=«d»
        Donor=«p:tfull»
        Donor email=«p.mail»
        Donor tel=«p.phone»
        Lease ends=«day»
        """,
    ),
)
