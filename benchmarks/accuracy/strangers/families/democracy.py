"""Committee minutes, petitions, interests, elections of chairs, standards complaints."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    prose(
        _P,
        "council minutes",
        """
MINUTES of [Full Council|Cabinet|the Overview and Scrutiny Committee]
held in the «building» on «day:words» at 6.30pm

Present: Councillors «M:full» (Chair), «M2:full», «M3:full», «M4:full» and «M5:full»
Officers: «S:full» (Chief Executive), «S2:full» (Monitoring Officer)

41 Apologies were received from Councillors «M6:full» and «M7:full».
42 Declarations. Councillor «M3:full» declared an interest in item 45 as [a member of «union»«+union»|his brother works for «firm»|a trustee of the food bank].
43 Public questions. «P:tfull» of «place» asked about the lido. «M:full» replied that sums were being done.
44 Proposed by Councillor «M2:full», seconded by Councillor «M4:full» and RESOLVED: that the minutes be signed.
45 Exempt item. Members considered a settlement with a former employee.
""",
        """
Action list after SLT «day»

| What | Who | When |
|---|---|---|
| Brief «M:full» on bins | «S:full» | Fri |
| Ring «P:full» ([chair of|from] residents' assoc., «P.phone») | «S2:full» | asap |
| Cover for «S3:full» (maternity«+?health») | «S4:full» | «day» |
""",
        faces="txt docx docx pdf html",
    ),
    table(
        _P,
        "petition signatures",
        "PETITION: [Save our crossing patrol|Keep the baths open|No to the gyratory]",
        """
        Name (print)=«p»
        Address=«p.at»
        Postcode=«p.post»
        Signature=[signed|✓|x]
        """,
        """
        #=«n:1-400»
        Name=«p:low»
        E-mail=«p.mail»
        Comment=[|disgrace|I am 81 and use this every day]
        """,
    ),
    card(
        _P,
        "register of interests",
        "Register of members' interests",
        """
        Member=Cllr «m:full»
        Ward=«place»
        Employment=«job», «firm»
        Spouse's employment=«k:full», teacher
        Land=«m.addr»
        Political party=[Labour|Conservative|Plaid Cymru|Liberal Democrat]«+?politics»
        Trade union=[None|«union»]«+?union»
        Gifts over £50=[None|2 tickets from «firm»]
        """,
    ),
    prose(
        _P,
        "standards complaint",
        """
CODE OF CONDUCT COMPLAINT
Subject member: Councillor «M:full»
Complainant: «P:tfull», «P.addr» (identity to be withheld)

1. On «day» the member wrote in a [WhatsApp|Facebook] group that «Q:full», a tenant, was "a known [thief«+?crime»|addict«+?health»]".
2. «Q:tl» says «Q.he» has never been in trouble.
3. The member's agent, «R:full», deleted the post.

Independent Person: «T:full».
Outcome: [local resolution|no further action|refer to hearing]. «S:full», Monitoring Officer.
""",
    ),
    message(
        _P,
        "scrutiny witness mail",
        """
From: «s:full» <«s.mail»>
To: Scrutiny witnesses
Subject: «Weekday» evening - running order

Evening all,

6.00  «p:full», carer, on respite (brings son «c:full», «c.age», who has «condition»«+health»)
6.20  Dr «q:full», «surgery»
6.40  «r:full», «firm»

Please let me have car regs for the barrier. So far: «p:first» «p.vrm», «r:first» «r.vrm».

«s:full», Democratic Services, «s.phone»
""",
    ),
    prose(
        _P,
        "party group note left on share",
        """
WARD NOTES - «place» [don't leave on the council drive!!|]
«p:full», no. «n:1-80»: [member since 1988, will deliver|lapsed, cross about the war|voted for us twice, now Green|standing next time]«+politics»
«q:tl» - poster up, [Labour|Tory|Lib Dem] member«+politics»
«r:full» «r.phone» - drives people to poll
""",
        faces="txt docx small",
    ),
)
