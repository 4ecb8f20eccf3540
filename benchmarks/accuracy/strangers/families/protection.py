"""Environmental health, pests, trading standards, food, noise, dogs, private rented homes."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import dump, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    card(
        _P,
        "pest control job",
        "Pest treatment [booking|job card]",
        """
        Customer=«p:tfull»
        Address=«p.addr»
        Tel=«p.phone»
        Pest=[Rats in loft|Wasps under soffit|Bed bugs, 2 rooms|Mice]
        Pets / children=[Cat|2 kids under 5|None]
        Benefits=[UC, half price|full price]
        Paid by card=«p.card»
        Date=«day»
        Operative=«s:full»
        """,
        """
        Job=«ref:PC####»
        Name=«p»
        Street=«p.street»
        Post code=«p.post»
        Phone 1=«p.phone»
        Phone 2=[«p.phone2»|]
        E-mail=[«p.mail»|none]
        Access notes=[key with no. 12|ask for «k:full»|asthma, no spray«+health»]
        """,
    ),
    prose(
        _P,
        "rogue trader complaint",
        """
TRADING STANDARDS - doorstep crime statement«+?crime»«+?adult»

«e:tfull», [aged «e.age»|«e.age» years old], of «e.addr»

On «day» two men knocked and said they were from [a tarmac firm|"the council roofs team"]. One gave his name as «r:full». I paid £«money» in cash and then £«money» from my account at the bank ([sort code|s/c] «e.sort», [account|a/c] «e.acct»). The van was a white Transit, registration «p.vrm».

My [grandson|neighbour], «q:full», rang you. I have not slept since. [My doctor gave me «medicine».«+health»|]

«e:full»

Officer's note: keeper of van is «p:full», [known to us|two previous convictions for «offence»«+crime»]. «s:full»
""",
        """
TS contact (via CA consumer helpline ref «n:10000000-99999999»)
consumer «p:full» / «p.phone» / «p.mail» / «p.post»
trader «firm»
bought [sofa|used Qashqai «p.vrm»|hot tub] «day», £«money» on card ending «n:1000-9999», [faulty|never came]
wants refund. spoke to "«q:full»" there who hung up
""",
    ),
    card(
        _P,
        "food poisoning questionnaire",
        "[Campylobacter|Salmonella|E. coli O157|Cryptosporidium] case questionnaire",
        """
        Case name=«p»
        DOB=«p.dob»
        NHS number=«p.nhs»
        Address=«p.addr»
        Telephone=«p.phone»
        GP=«surgery»
        Date of onset=«day»
        Symptoms=[☒ diarrhoea ☐ vomiting ☒ fever|☒ diarrhoea ☒ vomiting ☐ fever]«+health»
        Occupation=«job»
        Employer=«firm»
        Household contacts=«k:full», «c:full» («c.age»)
        Ate out=[no|Wedding at the Corn Exchange|kebab, «road»]
        """,
    ),
    table(
        _P,
        "noise diary summary",
        "Noise complaints [open cases|«Month»]",
        """
        SR=«ref:SR######»
        Complainant=«p»
        Contact=«p.phone»
        Alleged source=«q:full», «q.at»
        Type=[Dog barking|Bass music|Cockerel|DIY at night]
        Officer=«s:full»
        Status=[Diary sheets out|App installed|Closed]
        """,
    ),
    prose(
        _P,
        "dog warden note",
        """
[stray|dog bite] «day»
black lab x, chip no. 9560000«n:10000000-99999999», reg to «p:full», «p.addr» tel [«p.phone»|no longer in use]
[bitten: «j:full», «j.age», stitches in hand at A&E«+health». mum «q:full» «q.phone» wants dog destroyed|found by «q:full» on «road», kept overnight]
told «p:tl» £85 to get it back
kennelled «firm»
«s:init»
""",
        faces="txt small docx capitals",
    ),
    prose(
        _P,
        "improvement notice",
        """
HOUSING ACT 2004 - IMPROVEMENT NOTICE
To: «p:mid»
of: «p.addr»
(the person having control)
1. Premises: «q.addr», let to «q:tfull» and «k:full»
2. Category 1 hazards: damp and mould; excess cold.
3. The tenants' [baby|son], «j:full» (born «j.dob»), has been admitted twice with bronchiolitis«+health».
Signed «S:full», authorised officer, «day»
Copy to mortgagee and to agent: «r:full», «firm», «r.mail»
""",
        faces="docx txt pdf",
    ),
    dump(
        _P,
        "food hygiene contacts",
        "txt",
        "FOOD PREMISES - FBO CONTACTS (internal)",
        """
«ref:FP####»  [Golden Wok|Café Rialto|Bap Stop|Ye Olde Fryer|Tandoori Nights], «road»
  FBO «p:tfull»  home «p.addr»  m. «p.phone»
  [rated «n:0-5»  «day»  «s:full»|not yet insp.]
""",
    ),
    table(
        _P,
        "assisted bin collections",
        "Assisted collections [round 7|Tuesday]",
        """
        Name=«e»
        Address=«e.addr»
        Tel=«e.phone»
        Reason=[Age and frailty|Wheelchair user«+health»|«condition»«+health»|Recovering from hip op«+health»]
        Review=«day»
        """,
        """
        CRM=«ref:W######»
        resident=«p:low»
        uprn=«p.uprn»
        pull out from=[side gate|rear|porch]
        """,
    ),
)
