"""Council tax, benefits, debts, refunds, insurance, purchase cards, estates."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import dump, message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    prose(
        _P,
        "insurance claim report",
        """
LIABILITY CLAIM «ref:EL/##/####» - [trip|tree root|slip in pool] - HANDLER'S NOTE
Claimant «P:full», born «P.dob», NI «P.nino», «P.addr»
Solicitor: «Q:full» at «firm», ref «ref:@@/#####»

«P:tl» fell at «road» on «day». Injury: [fractured tibia|torn meniscus|whiplash]«+health». CRU search done. GP notes from «surgery» show earlier [arthritis|back trouble]. Witnesses «R:full» and «T:full» (the latter's mobile: «T.phone»).
Inspector «S:full» measured 18mm. Repudiate.
Reserve £«money»
""",
    ),
    table(
        _P,
        "direct debit mandates",
        "[Council tax|Garden waste|NNDR] direct debits",
        """
        Acc ref=«n:10000000-99999999»
        Payer=«p:til»
        Full name=«p:full»
        Sort code=«p.sort»
        Bank acc no=«p.acct»
        Postcode=«p.post»
        Collection day=[1|15|28]
        """,
        """
        Account Holder=«p:UP»
        IBAN=«p.iban»
        Email=«p.mail»
        Mandate date=«day»
        """,
        """
        PAYER=«p:LASTFIRST»
        SC=«p.sort»
        AN=«p.acct»
        CT REF=«ref:########»
        AMT=«money»
        """,
    ),
    dump(
        _P,
        "refund run",
        "txt",
        "REFUNDS - BACS [FILE|RUN] «n:100-999»",
        (
            "«p:til» «p.sort:hyphens» «p.acct:closed up» «money» CT REFUND «ref:########»",
            "«n:1-99»,«p:UP»,«p.sort:closed up»,«p.acct:closed up»,«money»,«p.post»",
            "Pay «p:full» of «p.addr»: £«money» - sort code «p.sort:hyphens» account «p.acct:closed up» (moved «day»)",
        ),
        "TOTAL «money»",
    ),
    prose(
        _P,
        "benefit overpayment letter",
        """
«council» Benefits Service

«P:tfull»
«P.lines»
                                                        Date: «day»
                                                        NI number: «P.nino»

Dear «P:tl»

HOUSING BENEFIT - YOU HAVE BEEN PAID TOO MUCH

We paid £«money» too much because you did not tell us that [«K:full» moved in with you|your «P.son» «Q:full» started work|you had gone abroad].

You can pay by card, or to sort code «council.sort» account «council.acct», quoting «ref:########».

«S:full»
Overpayments Officer, «S.phone»
""",
        """
HB INTERVIEW UNDER CAUTION«+?crime»
Interviewee: «p:mid»  DOB «p.dob»  NINO «p.nino»
Officers: «s:full», «s2:full». Solicitor: «q:full»

«s2:initials»: Do you know «k:full»?
«p:initials»: He's the kids' dad.
«s2:initials»: His wage slips come to «p.addr». His car «k.vrm» is there every night.
«p:initials»: No comment.
[Recommend prosecution: false representation.«+crime»|Recommend admin penalty.]
""",
        faces="txt docx docx pdf",
    ),
    table(
        _P,
        "sundry debtors",
        "[Aged debt|Write-offs|Care charges owed] [over 90 days|«year»]",
        """
        Debtor no=«n:100000-999999»
        Name=[«p:tfull»|«p:lf»|«firm»]
        Address=«p.addr»
        Balance=«money»
        Stage=[Reminder|LBA|CCJ|Deceased - exors]
        Note=[Pays £5 pw|Gone away|In care home«+?health»|Deputy is «q:full»]
        """,
    ),
    table(
        _P,
        "purchase card statement",
        "Purchasing cards - [statement|cardholders] «Month»",
        """
        Cardholder=«s:full»
        Card number=«s.card»
        Limit=«money»
        Merchant=«firm»
        Amount=«money»
        """,
        """
        NAME ON CARD=«s:UP»
        PAN=«s.card:closed up»
        EXP=«n:10-12»/27
        COST CENTRE=«ref:##-##-##»
        """,
    ),
    card(
        _P,
        "council tax discount form",
        "[Single person discount|Severe mental impairment discount|Carer disregard]",
        """
        Account number=«n:10000000-99999999»
        Liable person=«p»
        Property=«p.addr»
        Telephone=«p.phone»
        Date others left=«day»
        Who left=«q:full»
        Where to=«q.addr»
        Certified by GP (SMI only)=«+?health»[-|Dr «r:full»: «condition»«+health»]
        DOB=«p.dob»
        Refund to=«p.sort» «p.acct»
        """,
    ),
    prose(
        _P,
        "deputyship account",
        """
COURT OF PROTECTION DEPUTYSHIP - «E:full», born «E.dob»
NINO «E.nino»   Care home: Bay View, room «n:1-40»
Bank: Client account sort code «E.sort», account «E.acct»
DWP appointee: «council». Savings £«money».
Family: [son|daughter] «P:full» («P.phone») asks about the house at «E.atin»; [nephew|niece] «Q:full» not to be told.
Capacity: lacks capacity for finances (Dr «R:full», «day») owing to «condition»«+health».
Spending this quarter
  chiropody 32.00
  new slippers 14.99
  funeral plan 3,450.00
«S:full»
""",
    ),
    message(
        _P,
        "council tax move mail",
        """
From: «p:full» <«p.mail»>
To: Council Tax
Subject: moving [out|in] - acc «n:10000000-99999999»

Hello
We complete on «day». Old address «p.addr». New one is «q.addr».
Liable: me («p:full»), [wife|husband|partner] «k:full», no other adults. Our lodger «r:full» is a student.
Seller was «t:tfull».
Tel «p.phone»
Thanks
""",
    ),
    card(
        _P,
        "sole trader tax check",
        "[Tax check (licence renewal)|Self-employed income - benefit claim]",
        """
        Trader=«p»
        Address=«p.addr»
        UTR=«p.utr»
        NI number=«p.nino»
        Tax check code=«ref:@@#@@@###»
        Telephone=«p.phone»
        Net profit=«money»
        """,
        """
        Name=«p:til»
        Full name=«p:full»
        Unique Taxpayer Reference=«p.utr:closed up»
        Temporary reference number (TRN)=«p.trn»
        D.O.B.=«p.dob»
        Sort code / account=«p.sort» «p.acct»
        """,
    ),
    prose(
        _P,
        "employer enquiry on earnings",
        """
EARNINGS ENQUIRY - HB claim of «P:tfull», NI «P.nino»
To: Payroll, «firm»
Employer PAYE reference: «P?.paye»   Accounts Office ref: «P?.aor»

Please confirm what was paid to «P:tl», [works no|employee no] «n:1000-9999», born «P.dob». UTR if a subcontractor: «P.utr».

«S:full», Benefits, «S.phone»
""",
        faces="txt docx pdf",
    ),
    table(
        _P,
        "subcontractor tax register",
        "CIS [register|monthly return] «Month»",
        """
        Subcontractor=«p»
        UTR=«p.utr»
        NINO=«p.nino»
        Verified=[NET|GROSS]
        Gross=«money»
        Deducted=«money»
        """,
        """
        name=«p:UP»
        unique taxpayer ref=«p.utr:closed up»
        s/code=«p.sort»
        account=«p.acct»
        tel=«p.phone»
        """,
    ),
)
