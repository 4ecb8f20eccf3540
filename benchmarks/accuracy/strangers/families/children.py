"""Children's services: referrals, strategy, fostering, children in care, allegations, early help."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    prose(
        _P,
        "strategy discussion",
        """
STRATEGY DISCUSSION under s47 Children Act 1989«+child»
Held [by phone|on Teams] «day» «time»
Child: «C:full»   DOB: «C.dob»   [UPN: «C.upn»|NHS: «C.nhs»]
Home: «C.addr»
Mother: «P:full»   [Father: «K:full»|Father not named]
Present: «S:full» (team manager), «S2:full» (SW), DS «Q:full» (police), «R:full» (DSL, «school»)

«R:full»: «C:first» came in on «Weekday» with a mark on [the left ear|both shins] and said [Dad's belt|fell off bed]. Sibling «C2:full» («C2.age») quieter than usual.
DS «Q:tl»: father has a caution for «offence»«+crime», PNC «K.pnc».
Agreed: single agency, CP medical at hospital 3pm, grandmother «E:full» to hold both children tonight at «E.addr».
""",
        """
strat mtg notes (typed up from book)
«j:full» («j.age») - missing x4, older male «q:full» w car «q.vrm», hotel receipts. CSE tool = high«+child»
mum «p:tl» not coping, «p.phone»
police intel: «q:first» linked to county lines«+?crime»
actions - mapping («s:full»), return hm interview, NRM«+?adult»
""",
        faces="txt docx docx pdf small",
    ),
    card(
        _P,
        "contact and referral form",
        "[Contact and referral|MASH contact|Multi-agency referral form]",
        """
        Child's name=«c»
        Also known as=
        DOB / EDD=«c.dob»
        Gender=«c.gender»
        Ethnicity=«ethnic»«+ethnicity»
        First language=«language»
        Home address=«c.addr»
        Parent / carer 1=«p:full», «p.phone»
        Parent / carer 2=[«k:full»|not known]
        School=«school»
        UPN=«c.upn»
        GP=«surgery»
        Reason=[Neglect: no food in house, nits, no coat«+child»|Mother assaulted by partner in front of child«+child»«+adult»|Self-harm, took overdose of paracetamol«+health»«+child»]
        Consent=[Yes|No - would increase risk]
        Referrer=«q:full», «job», «q.mail»
        """,
        """
        Subject=«j:LF»
        D.O.B.=«j.dob»
        Addr=«j.addr»
        Mum=«p:full»
        NHS=«j.nhs»
        Concern=[Bruise to non-mobile baby|Concealed pregnancy|Home conditions]«+child»
        Worker=«s:full»
        RAG=[RED|AMBER|GREEN]
        """,
    ),
    prose(
        _P,
        "foster panel minutes",
        """
FOSTERING PANEL - «day:words» - MINUTES
Chair: «S:full». Panel: «Q:full» (independent), «R:full» (education), Dr «T:full» (medical adviser), «M:full» (elected member)

4. Form F: «P:full» and «K:full», [first assessment|brief report]
The couple live at «P.addr» with their [son|daughter] «C:full», «C.age». «P:tl» is a «job». [They are practising «faith»s and attend weekly.«+religion»|They are in a same-sex marriage of nine years.«+sexual»] Medical: «K:tl» has well-controlled «condition»«+health». Checks clear; «K:tl» declared a «year» conviction for «offence»«+crime». Referees «Q2:full» and «R2:full» were glowing.
Recommendation: approve for two children 0-10.

5. Matching: «J:full» (b. «J.dob»)
Looked after under s20 since «year»«+child». Match with «T2:full» recommended.
""",
        faces="docx docx txt pdf",
    ),
    table(
        _P,
        "children in care list",
        "[CLA|LAC|Children looked after] [as at «day»|- placements]",
        """
        ICS ID=«n:100000-999999»
        Child=«j»
        DOB=«j.dob»
        Legal=[S20|FCO|ICO|S20]«+child»
        Placement=[Foster - «p:full»|Kinship, «p:full»|Residential out of area]
        SW=«s:full»
        IRO=«s2:full»
        Health assess=«day»
        """,
        """
        surname=«j.family»
        forename=«j.given»
        birth date=«j.dob»
        upn=«j.upn»
        nhs_no=«j.nhs»
        cla_start=«day»«+child»
        placement_postcode=«p.post»
        uasc=[Y|N]
        """,
    ),
    prose(
        _P,
        "looked after visit note",
        """
LAC VISIT - «j:full»«+child»
Date «day», seen alone: Yes. Carer: «p:full», «p.at»
«j:first» was making slime. Says school is "mid". Contact with birth mum «q:full» was cancelled again; «j.he» cried and then wanted to ring «j.his» brother «j2:full», who's with carers in «place».
[Asthma pump in date.«+health»|Dentist «Weekday».|CAMHS appt with Dr «r:full» - sertraline reviewed.«+health»]
Passport («j.passport») is with me for the Spain trip.
«s:full»
""",
        faces="txt docx small",
    ),
    table(
        _P,
        "allegations against staff log",
        "LADO log «year»",
        """
        No=«n:1-90»
        Subject=«p»
        DOB=«p.dob»
        Employer=[«school»|«firm»|Fostering]
        Role=«job»
        Child=«j:full»
        Allegation=[Restraint|Messages to pupil on social media|Slapped child]«+child»
        Police=[NFA|Charged - «offence»«+crime»|Not involved]
        Outcome=[Substantiated|Unfounded|Ongoing]
        """,
    ),
    message(
        _P,
        "early help mail",
        """
From: «s:full» <«s.mail»>
To: «q:full» <«q.mail»>; «r:full» <«r.mail»>
Subject: TAF «c:initials» - next steps

Hi all

Thanks for coming «Weekday». Attendees: me, «q:full» (school), «r:full» (health visitor), mum «p:full».

- «q:first» to chase the ADHD pathway for «c:full»«+health»
- mum to ring housing re the damp at «p.atin»
- I'll send the EHA«+?child» to dad («k:full», «k.mail») - mum OK with this

Next TAF «day», «time».

«s:full»
Early Help | «s.phone»
""",
    ),
    prose(
        _P,
        "age assessment of a young asylum seeker",
        """
AGE ASSESSMENT (Merton compliant)
Name given: «J:full»   HO ref «J.horef»   Claimed DOB «J.dob»
Nationality [Eritrean|Sudanese|Afghan|Vietnamese]. Language «language» (interpreter «Q:full»)
Assessing social workers: «S:full», «S2:full». Appropriate adult: «R:full»

«J:first» said «J.he» is from a village near the border. «J.He» is [an Orthodox Christian«+religion»|a Muslim and prays five times a day«+religion»]. «J.He» was beaten in Libya and has a scar on the forearm«+?health». [Fingerprints were taken in Italy.«+bio»|]
Conclusion: we accept the claimed date of birth. Accommodated s20«+child» with «P:full», «P.addr».
""",
    ),
    prose(
        _P,
        "adoption birth record extract",
        """
ACCESS TO ADOPTION RECORDS«+?child»
Applicant: «p:tfull», «p.addr», «p.mail»
Date of birth: «p.dob»
Name at birth: «q:full»
Birth mother: «d:full», then «n:16-24», shop assistant
Adopters: «d2:full» and «d3:full» of «place»
Counsellor: «S:full»
[Applicant is «p?.age» and recently diagnosed with «condition»; wants medical history.«+health»|]
""",
        faces="txt docx pdf",
    ),
)
