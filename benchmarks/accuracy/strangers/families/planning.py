"""Planning, building control and trees: who objects, who applies, who lives next door."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    prose(
        _P,
        "planning objection",
        """
«p:full»
«p.lines»

«p.mail»
«day:words»

Dear Sir or Madam

[Ref|Application|Re:] «ref:##/#####/FUL» - [two storey side extension|change of use to HMO|erection of 14 dwellings], land off «road»

I have lived opposite this site since «year» and I object in the strongest terms. [The rear windows would look straight into our kitchen.|There is already nowhere to park after 6pm.|The drains back up every winter as it is.] My neighbour «q:tl» at number «n:2-90» feels the same but is not one for writing letters.

I would like to speak at committee. Please ring me on «p.phone» [after 5|not mornings].

Yours faithfully

«p:full»
""",
        """
PLANNING PORTAL COMMENT
Comment submitted at «time» on «day» by «p:tfull»
Address: «p.addr»
Stance: Customer objects to the Planning Application
Reason for comment:
 - Noise
 - Traffic or Highways
Comment: I am the owner of the bungalow to the rear. The applicant («q:tl») never spoke to any of us. [My husband uses a wheelchair«+health» and the dropped kerb will be blocked by vans.|The plans are wrong, the boundary is two feet further over.]
""",
        """
to the planning office
i want to object to «ref:##/####/OUT» . the road is not wide enough the bins cant get through now never mind with 9 more houses
its a disgrace
«p:full» «p.addr»
tel «p.phone»
""",
        faces="txt txt docx pdf html",
    ),
    table(
        _P,
        "consultation responses",
        "Consultation responses [Local Plan Reg 19|«road» closure|Library hours] «year»",
        """
        Resp ID=«ref:R####»
        Respondent=«p»
        On behalf of=[Self|Self|Self|«firm»]
        E-mail=«p.mail»
        Postcode=«p.post»
        Support / Object / Comment=[S|O|O|C]
        Summary of point raised=[Concerned at loss of green belt|Wants a crossing by the school|No objection subject to drainage|Duplicate of above]
        Officer response=[Noted|See policy H3|No change]
        """,
        """
        Contributor title=«p.title»
        Contributor first name=«p.given»
        Contributor last name=«p.family»
        Address line 1=«p.street»
        Town=«p.town»
        Post Code=«p.post»
        Contact no.=[«p.phone»|]
        Comment=[Too much traffic already|Agree with the bus lane|Please save our park]
        """,
    ),
    table(
        _P,
        "neighbour letters",
        "Neighbours notified «ref:##/#####/HSE»",
        """
        No=«n:1-40»
        Occupier=[«p:tfull»|«p:tl»|«p:full»|The Occupier]
        Address=«p.addr»
        Letter sent=«day»
        Reply=[Y|N|N]
        """,
        note="Site notice also displayed.",
    ),
    prose(
        _P,
        "enforcement site diary",
        """
ENF «ref:##/###» [fence over 2m|caravan in garden|business from home] - «p.atin»

«day» [Complainant|Anon call, turned out to be] «q:full», says it went up over the bank hol. mob «q.phone»
«day» Site visit w «s:full». Spoke to owner «p:tl», [not happy|polite enough]. Says [it was there when he bought|a mate in planning told him it was fine].
«day» Letter 1 to «p:tidl», «p.addr»
«day» Email from «p.mail» asking for more time. Gave 28 days
«day» Land Reg check: joint owner «k:full»
«day» [Notice drafted|Closed, not expedient]. «s:init»
""",
        faces="txt txt docx small",
    ),
    card(
        _P,
        "building control form",
        "[Building notice|Full plans application|Regularisation]",
        """
        [Applicant name|Name of owner]=«p»
        [Address|Correspondence address]=«p.addr»
        [Tel (day)|Daytime telephone]=«p.phone»
        E-mail=«p.mail»
        Agent=«q:full», «firm»
        Agent tel=«q.phone»
        Proposed work=[Loft conversion with dormer|Removal of chimney breast|Single storey rear extension]
        Estimated cost=£«n:4-90»,000
        Site address=As above
        Signed=«p:init»
        Date=«day»
        """,
        """
        Ref=«ref:BN/##/####»
        Name=«p:tfull»
        Home address=«p.addr»
        UPRN=«p.uprn»
        Mobile=«p.phone»
        Installer=«firm»
        Work=[Rewire|Boiler swap|New windows x 6]
        Inspector=«s:full»
        """,
    ),
    prose(
        _P,
        "committee report representations",
        """
Item «n:3-9»: «ref:##/#####/FUL»
[Planning Committee|Area Planning Sub-Committee], «day:words». Report of the Head of Place. Case officer: «S:full», [ext. «n:2000-7999»|«S.mail»].

1. Site and proposal
The site lies on the north side of «road» and is some 0.4 ha in area.

2. Representations
2.1 Eleven letters were received. «p:tfull» ([«p.at»|«p.atin»]) is worried about overlooking. «q:tl» and «k:tl» refer to the covenant of 1934. The occupier of no. «n:5-70», «r:full», supports the scheme.
2.2 Ward councillor «M:full» asked for the item to be called in.

3. Personal circumstances
The applicant's [mother|son], «t:full», aged «t.age», has «condition»«+health» and needs a bedroom on the ground floor. Members may give this some weight.

Recommendation: approve subject to conditions.
""",
        """
ADDENDUM / LATE LIST
Application «ref:##/####/LBC»
Further letter from «p:tfull», «p.addr»: the daylight report is out of date.
Further letter from «q:tfull», «q.addr»: withdraws objection.
Petition handed in by «r:full» (142 signatures).
Speakers: against - «p:full»; for - «t:full» (agent, «firm»).
Officer: «S:full»
""",
    ),
    message(
        _P,
        "tree officer mail",
        """
From: «p:full» <«p.mail»>
To: «s:full» <«s.mail»>
Subject: [Horse chestnut at the back of us|TPO ref «ref:TPO/###»|sycamore AGAIN]

Hello «s:first»,

Following your visit «Weekday» the branch has now come down on the [shed|greenhouse]. Photos attached. Can the tree surgeon ring my [wife|husband|son] «k:full» on «k.phone» as I'm on nights.

We're at «p.addr», same as before.

Regards
«p:full»

________________________________
From: «s:full»
Sent: «day» «time»
To: «p.mail»
Subject: RE: Tree

Dear «p:tl»
I can visit on «Weekday» morning. The order was made in «year».

«s:full»
Tree Officer | «council» | «s.phone»
This e-mail is confidential and intended for the addressee only.
""",
    ),
)
