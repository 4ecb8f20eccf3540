"""Council housing: repairs, voids, rents, tenancies, allocations, nuisance, gas checks."""

from __future__ import annotations

from xml.sax.saxutils import escape

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import dump, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    table(
        _P,
        "repairs log",
        "[Responsive repairs|Jobs raised] w/c «day»",
        """
        Job=«ref:R#######»
        Tenant=«p»
        Addr=«p.addr»
        Tel=«p.phone»
        Fault=[Boiler no hot water|Leak under sink|Fence panel down|Damp bed 2|Front door won't lock]
        Access=[am only|ring first|key safe|dog|has «condition», wait at door«+health»]
        Trade=[PL|EL|JO]
        """,
        """
        JobNo=«n:100000-999999»
        UPRN=«p.uprn»
        TenantName=«p:lf»
        ContactNumber=«p.phone:closed up»
        SOR=[410101|630205|720911]
        Desc=[Renew tap|Overhaul window|Clear gully]
        Target=«day»
        """,
    ),
    table(
        _P,
        "voids sheet",
        "VOIDS [w/e|at] «day»",
        """
        Property=«p.street»
        Area=«p.town»
        P/code=«p.post»
        Outgoing tenant=«p:til»
        Reason=[Deceased|Transfer|NTQ|Evicted|Moved to care home«+?health»]
        Forwarding=[«q.addr»|not known|]
        Keys=[in|out with contractor]
        Offered to=[«r:full»|]
        """,
    ),
    card(
        _P,
        "tenancy sign up",
        "[Introductory tenancy - sign up sheet|Joint tenancy details|Mutual exchange form]",
        """
        Tenant 1=«p»
        DOB=«p.dob»
        NI No.=«p.nino»
        Tenant 2=[«k:full»|n/a]
        New address=«p.addr»
        Household=«c:full» ([son|daughter]), «k:full»
        Mobile=«p.phone»
        Next of kin=«q:full» «q.phone»
        UC claimed=[Yes|No]
        Direct debit: sort code=«p.sort»
        Direct debit: account=«p.acct»
        Vulnerabilities=[None disclosed|«condition»«+health»|Care leaver«+?child»]
        Ethnic origin=[«ethnic»«+ethnicity»|Prefer not to say]
        """,
        """
        Ref=«ref:TEN#####»
        Name=«p»
        Born=«p.dob»
        Moving from=«q.addr»
        Rent a/c=«ref:#########»
        Email=«p.mail»
        Guarantor=«r:full»
        Guarantor's address=«r.addr»
        """,
    ),
    prose(
        _P,
        "rent arrears letter",
        """
«p:tfull»
«p.lines»

Our ref: «ref:RA/######/JH»
«day:words»

Dear «p:tl»

YOUR RENT ACCOUNT IS £«money» IN ARREARS

You agreed with «S:full» on «day» to pay £«n:5-30» a week. [We have had nothing since.|Only two payments came.] A notice of seeking possession was served on you and on «k:tl».

If you are in difficulty because of [illness|loss of work], ring «S:first» on «S.phone» before «Weekday».

Yours sincerely
«S2:full»
Income Officer
""",
        faces="txt docx docx pdf html",
    ),
    prose(
        _P,
        "nuisance diary and interview",
        """
ASB CASE «ref:ASB####»
Complainant: «p:full», «p.addr» (wants to stay anon)
Alleged perp: «q:full» [aka "Shaz"|], flat above

«day» «time» music til 3, police log «n:100-900»
«day» «q:first» seen [dealing«+?crime»|smoking] on landing - «p:tl» has video
«day» T/C from «p:tl»: crying, sleeping at sister's. GP has put «p.him» on «medicine»«+health»
«day» Met DC «r:full». «q:tl» was charged with «offence» last month«+crime». Bail to «t.addr»
«day» NSP drafted. Joint visit w «s:full» (mental health team)
""",
        """
WITNESS STATEMENT
Statement of: «p:tfull»
Age if under 18: [over 18|O.18]
Occupation: «job»
I am the above named person and I live at the address known to the council. On «day» at «time» my neighbour, whom I know as «q:full», shouted through the letterbox. My [son|daughter], «c:full», was in the hall. «k:full» also saw this.
Signed: «p:full»
Statement taken by «s:full»
[Not for disclosure:|WITNESS DETAILS (reverse)] Home tel «p.phone» DoB «p.dob» Address «p.addr»
""",
    ),
    table(
        _P,
        "allocations shortlist",
        "Shortlist - [2 bed house|ground floor flat|1 bed sheltered], «road»",
        """
        Rank=«n:1-30»
        App no=«n:10000-99999»
        Applicant=«p»
        Band=[A|B|B|C]
        Band date=«day»
        Medical=[None|None|«condition»«+health»|awaiting OT]
        Local connection=[Y|N]
        Current address=«p.addr»
        """,
        """
        Pos=«n:1-30»
        Name=«p:lf»
        dob=«p.dob»
        partner=[«k:full»|-]
        partner dob=
        kids=[«c:first» («c.age»)|0]
        tel=«p.phone»
        outcome=[bypassed arrears|offered|refused - steps]
        """,
    ),
    dump(
        _P,
        "gas access jobs",
        "xml",
        "<?xml version='1.0'?>\n<LGSRBatch contractor='Whitlock'>",
        """
  <Visit ref="«ref:LG#####»">
    <Occupier>«p:full»</Occupier><Site>«p.addr»</Site>
    <Phone type="mobile">«p.phone:closed up»</Phone>
    <Result>[NoAccess|Pass|Capped]</Result><Note>[|Carded x3|Ring daughter «q:full» «q.phone:closed up»]</Note>
  </Visit>
""",
        "</LGSRBatch>",
        escape=escape,
    ),
    prose(
        _P,
        "sheltered scheme handover",
        """
Handover «Weekday» - [Priestley Court|Gaskell House]

Fl 2 «e:tl» - fall in bathroom 5.20am, paramedics, no #«+health». NOK «p:full» [aware|vm left] «p.phone»
Fl 7 «e2:full» - birthday «Weekday», «e2?.age»! family coming
Fl 9 «e3:tfull» - GP coming re [chest infection«+health»|tablets - «medicine»«+health»]
Fl 11 empty, «d:tl» passed away «Weekday»
Fl 14 «e4:full» pendant not tested. New carer «q:full» from «firm»
«s:first»
""",
        faces="txt docx small",
    ),
    prose(
        _P,
        "right to buy file note",
        """
RTB «ref:RTB/###/##» - «p:full» and «k:full»
Property: «p.addr» (UPRN «p.uprn»)
Tenant since «year»; «p:tl» born «p.dob», NI «p.nino». Passport seen, no. «p.passport».
Lender: offer letter addressed to «p:tidl». Solicitor: «q:full», «firm».
Discount 58%. Fraud check: credit file clear; «k:tl»'s employer confirmed.
Completion date «day». Funds from account «p.acct», sort code «p.sort».
«S:full», Leasehold & RTB
""",
    ),
)
