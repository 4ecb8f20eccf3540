"""Requests, complaints, councillors' casework, call centres, breaches."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import dump, message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    table(
        _P,
        "redaction log",
        "[FOI|SAR|EIR] «n:1000-9999» - redaction [log|schedule]",
        """
        Page=«n:1-400»
        Redacted text=[«p:full»|«p.phone»|«p.mail»|«p.addr»|DOB «p.dob»|NI «p.nino»]
        Exemption=[s40(2)|s40(2)|s38|Sch 2 para 16]
        Redacted by=«s:full»
        Checked=[Y|N]
        """,
        """
        Doc=[e-mail 14|case note 3|minutes]
        Name removed=«p:full»
        Role=[third party|neighbour|junior officer|child «j:full»]
        Reason=[personal data|expectation of privacy]
        """,
        faces="csv xlsx xlsx docx bars html slips",
    ),
    message(
        _P,
        "subject access request",
        """
From: «p:full» <«p.mail»>
To: Data Protection <«council.box:dpo»>
Subject: Subject access request

Dear Sir/Madam

Under Article 15 please send me all information you hold about me, in particular [my time in care 1974-1986|the recording of my call on «day»|everything between «s:full» and «q:full» about my complaint].

My details
Name: «p:full» (formerly «q:full»)
Date of birth: «p.dob»
Address: «p.addr»
[NI number: «p.nino»|Council tax ref: «ref:########»]

I attach my driving licence («p.licence») and a utility bill.

«p:full»
""",
        """
From: «s:full» <«s.mail»>
To: «p.mail»
Cc: «s2:full» <«s2.mail»>
Subject: RE: SAR/«year»/«n:10-900» - ID needed

Dear «p:tl»,

Before we can start we need proof of who you are. You gave your date of birth as «p.dob» but our records for «p.addr» show a different one.

Kind regards,
«s:full»
Information Governance Officer

> On «day», «p:full» wrote:
> I want my file. I was known as «q:full» until I married «k:full» in «year».
> Ring me «p.phone»
""",
    ),
    prose(
        _P,
        "stage two complaint",
        """
COMPLAINT «ref:C2/#####» - STAGE TWO INVESTIGATION REPORT
Complainant: «P:tfull», «P.addr»
Investigating officer: «S:full». Service: [Adult Social Care|Waste|Housing]

Summary
«P:tl» says that «S2:full» was rude on the telephone, that a letter about «P.his» [mother|wife], «E:full», went to number «n:2-80» by mistake, and that nobody rang back.

Findings
1. I listened to the call of «day». «S2:tl» did raise «S2.his» voice. Upheld.
2. The letter named «E:tl»'s «condition»«+health». It was opened by «Q:tl». Upheld; see data breach «ref:DB###».
3. «R:full» rang on «day» and left a message on «P.phone». Not upheld.

Remedy: apology, £150.
""",
        faces="docx docx txt pdf html",
    ),
    table(
        _P,
        "councillor casework",
        "Cllr casework [tracker|2025-26]",
        """
        Date=«day»
        Constituent=«p»
        Address=«p.addr»
        Tel / email=[«p.phone»|«p.mail»]
        Issue=[Bins missed x3|Wants a dropped kerb|Son's school place|Damp, baby has asthma«+health»|Neighbour's leylandii]
        Sent to=«s:full»
        Done?=[Y|chase|]
        """,
    ),
    message(
        _P,
        "councillor casework thread",
        """
From: Cllr «m:full» <«m.mail»>
To: «s:full» <«s.mail»>
Subject: FW: [help please|state of our street|My mother]

«s:first» can you have a look at this one, she's been passed from pillar to post. M

-----Original Message-----
From: «p:full» <«p.mail»>
Sent: «day» «time»
To: «m:full»
Subject: help please

Dear councillor
You canvassed me in «Month». I live at «p.addr» with my [wife|husband] «k:full», who [has «condition»«+health»|is waiting for a knee op«+health»|works nights]. We have asked for a grab rail since «year». Nobody comes. Last person was a «q:full» who left.
Please ring «p.phone».
«p:full»
""",
        """
From: «s:full» <«s.mail»>
To: Cllr «m:full» <«m.mail»>
Cc: «s2:full»
Subject: RE: RE: «p:tl» - OFFICIAL

Cllr «m:last»

Update on your constituent «p:tfull» («p.at»):
1. Bin crew spoken to («q:tl»).
2. The arrears are [£«money»|cleared].
3. Between us, «p.he» was [arrested last year for «offence»«+crime»|very unwell last year, sectioned«+health»], so please don't visit alone.

«s:full» | «s.phone» | DISCLAIMER: this message may contain personal data. If you are not the intended recipient delete it.
""",
    ),
    card(
        _P,
        "data breach report",
        "Personal data incident - report form",
        """
        Reported by=«s:full»
        Date found=«day»
        What happened=[Letter to wrong address|E-mail sent to all instead of bcc|Lost notebook on bus]
        Data subjects=«p:full» (DOB «p.dob»), «q:full»
        Data involved=[Name, NI «p.nino» and bank details|Assessment that says «p:first» has «condition»«+health»|Child protection plan of «j:full»«+child»]
        Received by=«r:full», «r.addr»
        Recovered=[Yes|No]
        Reported to ICO=[Yes|No|Pending]
        """,
    ),
    dump(
        _P,
        "call centre log",
        "log",
        "",
        (
            '«day» «time» agent=«n:100-299» cli=«p.phone:closed up» caller="«p:full»" verified=[dob «p.dob:figures»|postcode «p.post»|none] wrapup="[missed bin|council tax move to «q.addr»|wants «s:full»|abusive, terminated]"',
            "[CALL] «ref:########» | «time» | «p:UP» | «p.phone» | [CTAX|HSG|ASC] | [says husband «k:full» died, acct to change|will pay Fri|repeat call re «e:tl», has fallen]",
        ),
    ),
    table(
        _P,
        "crm export with odd headings",
        "crm_contact_extract",
        """
        cntct_id=«n:100000-999999»
        nm_full=«p»
        nm_sal=«p.title»
        dt_brth=«p.dob»
        ph_pri=«p.phone»
        ph_alt=[«p.phone2»|]
        em_1=«p.mail»
        adr_concat=«p.addr»
        flg_vip=[0|1]
        """,
        """
        Contact:Name=«p:lf»
        Contact:Birthdate=«p.dob»
        Contact:MobilePhone=«p.phone»
        Contact:MailingStreet=«p.street»
        Contact:MailingCity=«p.town»
        Contact:MailingPostalCode=«p.post»
        Case:Subject=[Bulky waste|Blue bin|School appeal]
        Case:Owner=«s:full»
        """,
        """
        A_SURNAME=«p.FAMILY»
        A_FNAMES=«p.GIVEN»
        A_DOB=«p.dob:mainframe»
        A_NINUM=«p.nino:closed up»
        A_TELNO=«p.phone:closed up»
        A_PC=«p.post:closed up»
        """,
        faces="csv csv csv json xml sql client xlsx mainframe",
    ),
    table(
        _P,
        "compliments and comments",
        "[Compliments|Feedback cards] «Month» «year»",
        """
        From=[«p:full»|«p:tl»|Anon|A grateful daughter]
        About=«s:full»
        Service=[Reablement|Libraries|Refuse|Registrars]
        Words=[Nothing was too much trouble|"an angel" to my mum «e:full»|Cheered me right up]
        """,
        faces="csv xlsx docx slips bars",
    ),
)
