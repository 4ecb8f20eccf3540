"""Electoral services: the register, postal votes, poll staff, canvassers."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import dump, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    table(
        _P,
        "register of electors",
        "Register of electors [«place»|«road»] ward, district [AB|KC|W2]",
        """
        Prefix=[AB1|AB2|KC3]
        Number=«n:1-2400»
        Suffix=[0|0|1]
        Marker=[|||A|F|G]
        Elector surname=«p.family»
        Elector forename=«p.given»
        Address1=«p.street»
        Address2=«p.town»
        Postcode=«p.post»
        """,
        """
        No.=«n:1-2400»
        Name=«p:lf»
        Qualifying address=«p.addr»
        Attainer (date of 18)=
        """,
        faces="csv csv csv xlsx tsv mainframe pdf",
        size=(8, 30),
    ),
    card(
        _P,
        "postal vote application",
        "[Application to vote by post|Absent vote form|Proxy application]",
        """
        Surname=«p.family»
        First name(s) (in full)=«p.given»
        Address where you are registered=«p.addr»
        Send my ballot paper to=[the address above|«q.addr»]
        Date of birth=«p.dob»
        National Insurance number=«p.nino»
        Telephone (optional)=[«p.phone»|]
        Date=«day»
        """,
        """
        elector=«p»
        elector no=AB1 / «n:1-2400»
        proxy (name)=«q:full»
        proxy (address)=«q.addr»
        relationship=[friend|sister|carer]
        reason=[«+health»Elector is blind|«+health»In hospital, «condition»|Works away|Abroad]
        dob=«p.dob»
        """,
        faces="listed leaders misread html docx docx4 json eml capitals pdf",
    ),
    table(
        _P,
        "poll staff payments",
        "[Poll clerks and presiding officers|Count staff] - payments",
        """
        Role=[PO|PC|PC|Count asst]
        Name=«s»
        Station=[Scout hut|«school»|Methodist hall]
        NI No=«s.nino»
        S/Code=«s.sort»
        A/C=«s.acct»
        Fee=«money»
        Mileage=«n:0-40»
        """,
        """
        StaffRef=«ref:E####»
        LastName=«p.family»
        FirstName=«p.given»
        SortCode=«p.sort»
        AccountNumber=«p.acct:closed up»
        Mobile=«p.phone»
        TrainingDone=[Y|N]
        """,
    ),
    dump(
        _P,
        "canvass round",
        "txt",
        "Canvass - walk 14, [round 2|final visits]. Canvasser: «S:full»",
        (
            "no «n:1-99»  [ans by «p:full»|spoke to «p:tl», will do it online|form taken, «p:full» + «k:full»|nobody in|refused - «p:tl» rude|«p:full» has moved, new tel «p.phone»]",
            "«n:1-99» [«p:full» confirmed, «q:full» moved out|«p:full» new, DOB «p.dob»|Empty, neighbour «p:tl» says sold|«p:full», «k:full», lodger «q:full»]",
        ),
        "rest done «Weekday» S.",
    ),
    prose(
        _P,
        "polling station log",
        """
POLLING STATION LOG - «building» - [PCC|Parliamentary|District] election
Presiding Officer: «S:full»   Poll clerk: «S2:full»

07.00 opened, all ok
«time» elector «p:full» ([AB1|KC2]-«n:1-2000») no ID, came back with passport
«time» «q:tl» says someone already voted in his name, tendered ballot paper (pink). Rang office, «s:first» [advised|said log it]
«time» Tellers outside for [two parties|one party], asked to move. One is «r:full», [Labour|Conservative|Green] candidate's agent«+politics»
«time» «e:tfull», helped by companion «k:full» - cannot see to read«+health»
22.00 closed
""",
    ),
    card(
        _P,
        "candidate nomination",
        "Nomination paper - «place» ward",
        """
        Candidate surname=«p.family»
        Other names in full=«p.given»
        Commonly used=[|«p.first»]
        Description=[Labour Party|Liberal Democrats|Conservative Party Candidate|Green Party|Independent]«+?politics»
        Home address in full=«p.addr»
        Proposer=«q:full»
        Proposer elector no=AB2/«n:1-900»
        Seconder=«r:full»
        Agent=«t:full»
        Agent email=«t.mail»
        """,
    ),
)
