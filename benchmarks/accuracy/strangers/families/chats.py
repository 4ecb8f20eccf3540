"""Chats, telephone slips, handovers, notebooks: short lines between people who know each other."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import dump, message, prose

_P = Kind.PLANTED

GENRES = (
    prose(
        _P,
        "team chat export",
        """
Chat: Duty desk «Month»
[«time»] «S:full»: anyone know a «P:full»? says she's on our list
[«time»] «S2:full»: yep, «P.addr»
[«time»] «S:full»: dob and NI?
[«time»] «S2:full»: [dob «P.dob», ni «P.nino»|«P.dob» «P.nino»]
[«time»] «S3:full»: careful, [her ex «Q:full» works in revs, he's got an injunction against him«+?adult»|she's got «condition», speak slowly«+health»|he was done for «offence» last year«+crime»]
[«time»] «S:full»: 👍 calling now on «P.phone»
""",
        """
«S:full»  «day» «time»
morning! cover for «S2:full» today please
«S3:full»  «day» «time»
me. what's in the diary
«S:full»  «day» «time»
10 «P:tl» «P.at»
11.30 «Q:full», new, tel «Q.phone»
2 MDT for «E:full» (NHS «E.nhs»)
«S3:full»  «day» «time»
ok x
""",
        faces="txt txt html docx",
    ),
    prose(
        _P,
        "phone chat export",
        """
02/03/2026, «time» - Messages and calls are end-to-end encrypted.
02/03/2026, «time» - «S:full»: boiler's gone at «P.atin»
02/03/2026, «time» - «P.phone:+44»: its «P:full» here the tenant who do i ring
02/03/2026, «time» - «S:full»: «Q:full» he's on «Q.phone:5-3-3»
02/03/2026, «time» - «P.phone:+44»: [my little one is «C?.age» and got bronchitis«+?health»|ok ta]
02/03/2026, «time» - «S2:full»: <Media omitted>
""",
        faces="txt",
    ),
    card(
        _P,
        "while you were out slip",
        "[WHILE YOU WERE OUT|Telephone message|MSG]",
        """
        To=«s:full»
        From=«p:tfull»
        Of=[«firm»|«p.town»|«school»]
        Tel=«p.phone»
        Message=[Pls ring back, urgent|Will call again|Her mum «q:full» has gone into hospital«+?health»|Wants to know why «r:full» came and not you]
        Taken by=«s2:first»
        Time=«time»
        """,
        faces="listed misread capitals docx leaders below",
    ),
    prose(
        _P,
        "duty handover",
        """
HANDOVER [day>night|EDT|weekend]
1) «J2:full», «J2.age», took off«+?child» from placement, police ref «n:100-999»/«day». Carer «Q:full» «Q.phone». Wears specs
2) «E:tl», «E.addr» - no heating, neighbour «R:full» has key
3) baby «J:full» b. «J.dob» on ward 3, [query NAI, consultant Dr «T:full», no discharge w/o us«+child»|mum sectioned last night«+?health», foster bed w «T:full»«+child»]
4) nothing else. biscuits in tin
«S:full»
""",
        """
on call wkend «S:init»
fri «p:low» rang, pipe burst. «firm» out
sat «q:low» (mum of «c:low») re contact, upset. contact is at 2 at mcdonalds
sun quiet
""",
        faces="txt txt docx small",
    ),
    prose(
        _P,
        "notebook pages typed",
        """
nb 7 p.31
saw «p:full» @ flat. thin. says not eating since «Month». gp «surgery» - rang, spoke to Dr «q:full»
bro is «r:full», «r.phone», will take keys
p.32
«e:low» moved to «place» to be nr dau. new no «e.phone»
p.33
«t:full» at ct 10am. plea g, «offence»«+crime». 12m CO
dob for form «t.dob»
""",
        faces="txt docx",
    ),
    message(
        _P,
        "long reply chain",
        """
From: «s:full» <«s.mail»>
To: «s2:full» <«s2.mail»>; «q:full» <«q.mail»>
Subject: RE: RE: FW: key safe at «e.at»

Done.

«s:full»
Sent from Outlook for iOS

From: «s2:full» <«s2.mail»>
Sent: «day» «time»
To: «s:full»
Subject: RE: FW: key safe

«s:first» can you tell «firm» the new code, and that «e:tl» [is deaf in the left ear«+health»|doesn't like «r:tl»]. The daughter's e-mail bounced, try «p.mail».

On «day», «q:full» wrote:
> Hi, I'm «e:tfull»'s neighbour. I have her keys while
> «p:full» is away until the 14th. My mobile is
> «q.phone».
""",
    ),
    dump(
        _P,
        "reception visitors book",
        "txt",
        "VISITORS - «Building»",
        (
            "«time»  «p:full»  [«firm»|self|parent]  to see «s:full»  [«p.vrm»|on foot|]  out «time»",
            "«p:UP» / «firm» / seeing «s:init» / car «p.vrm» / badge «n:1-60»",
        ),
    ),
    dump(
        _P,
        "appointment book",
        "txt",
        "APPTS [room 2|home visits] «Weekday»",
        (
            "«time» «p:tfull» «p.phone» [new claim|review|bring bank stmts]",
            "«time» - «p:low» ([dob «p.dob»|ref «n:10000-99999»]) w «s:first», int: «language»",
        ),
        "LUNCH 1-2",
    ),
)
