"""Libraries, leisure, allotments, learning, and the Welsh-language unit."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Form, Mail, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_OVERDUE = Register(
    "library overdue list",
    "OVERDUES {building} {day}",
    """
Card No|Borrower = {ref:2#############}
Name = {p}
Item = {ref:3#############}
Title = {book}
Due = {day}
Fine = {money}
?Tel = [{p.phone}|]
?Email = {p.mail}
?Parent if u16 = [|||{mum.full}]
?Note = [|||moved, was {p.at}|Home Library Service, housebound{+health?}, via {kin.full}]
""",
    "fixed csv html csv0",
    (8, 50),
)

_MEMBERS = Register(
    "leisure membership export",
    "members_export",
    """
memberId = {ref:########}
firstName = {p.given}
lastName = {p.family}
dateOfBirth = {p.dob}
gender = [M|F|F|U]
mobile = {p.phone}
email = {p.mail}
addressLine1 = {p.house}
town = {p.town}
postcode = {p.post}
?ddSortCode = {p.sort}
?ddAccountNumber = {p.acct}
?emergencyContact = [{kin.full} {kin.phone}|]
?medicalNotes = [|||{condition}{+health}|GP referral - {condition}{+health}]
joined = {day}
""",
    "json csv csv xml sql",
    (8, 60),
)

_SWIM = Form(
    "swimming lesson booking",
    "Swim school - child record",
    """
Child's name = {C.full}
D.O.B = {C.dob}
Parent = {Mum.full}
Mobile = {Mum.phone}
Email = {Mum.mail}
Address = {C.addr}
?Anything we should know? = [ear grommets{+health?}|has {condition}{+health}, carries {medicine}|very nervous|siblings {Kid.full} in Stage 3]
Stage = {n:1-7}
?Paid by card = {Mum.card}
?Photo consent = [yes|no]
""",
    "docx txt html xlsx",
)

_ALLOTMENTS = Register(
    "allotment waiting list",
    "Allotments wait list {year}",
    """
Joined = {day}
Name(s) = [{p}|{p}|{p} & {q.full}]
Address = {p.addr}
Phone = {p.phone}
?email = {p.mail}
Site pref = [{park}|{street}|any]
Offer = [|refused plot {ref:##@}|offered {day}, no reply|wants 1/2 plot, bad back{+health?}|rang {day}, now at {q.addr}]
""",
    "xlsx csv docx",
    (6, 35),
)

_SAVED_POSTS = Mail(
    "event stall booking",
    "stall at the summer fair {day}",
    (
        """Hello, I make candles and would love a stall. I'm {p.full}, trading as [Wick & Wax|Little Bee Crafts|Glow], {p.addr}. Insured with {firm}. Mob {p.phone}.
~ I'll have my partner {partner.full} with me, car reg {p.vrm} for the pass.
~ Can we be near the toilets, I have {condition}{+health}

{p.first} x""",
        """Hi {p.first}

Lovely. It's £{n:20-60}. Please pay to the council's account and put your name on it. {s.full} will be on site from 7, {s.phone}.

{S.full}
Events""",
    ),
)

_YOUTH = Text(
    "youth club session record",
    """
Session sheet {building} {day}
Workers: {S.full}, {S2.full}

%4-12 {c.full} ({c.age}) [pool|cooking|chill room|outside with {q.first}|5-a-side]
Incidents:
~ {C.full} arrived smelling of cannabis{+crime?}, sent home with sister {Kid.full}. Mum rung on {Mum.phone}.
~ {C2.full} told {S2.first} that [her stepdad hits her{+child}|he is not eating at home{+child}]. Passed to the front door at {time}.
~ {C3.full} used inhaler{+health}, ok after 10 min.
Takings £{n:4-40}. Locked up {time}.
""",
    "txt docx",
)

_CATALOGUE = Register(
    "library catalogue",
    "New stock {month}",
    """
ISBN = {ref:978#########}{ref:#}
ISBN10 = {ref:##########}
Title = {book}
Shelf = [823.{n:1-99}|F|J|SF|{n:100-999}.{n:1-99}]
Barcode = {ref:3#############}
Branch = {building}
Price = {money}
""",
    "csv xml json xlsx",
    (10, 60),
)

_CENSUS_PROFILE = Text(
    "ward profile",
    """
{Ward} ward profile {year}

Population {n:6-19},{n:100-999}. {n:10-40} per cent are under 18 and {n:8-30} per cent over 65.
{n:20-90} per cent are White British, {n:1-40} per cent Pakistani, {n:1-20} per cent Black African. {n:10-60} per cent are Christian, {n:1-40} per cent Muslim, {n:0-9} per cent Hindu.
~ {n:3-30} per cent say that their health is bad or very bad. Recorded depression is {n:8-18} per cent, diabetes {n:4-12} per cent, COPD {n:1-5} per cent.
~ Claimant count {n:1-12} per cent. Overall crime fell, burglary rose by {n:1-30} per cent.
The ward has {n:1-5} primary schools, among them {school}, and {n:1-4} surgeries. Postcodes: {outward} and {outward}.
""",
)

_PRICES = Register(
    "leisure centre prices",
    "Prices from {day}",
    """
Activity = [Swim adult|Swim junior|Gym induction|Badminton court|Aqua fit|Spin|Sauna|Party hire]
Member = {money}
Non member = {money}
Concession = {money}
Code = {ref:LC###}
""",
    "xlsx html docx csv",
    (8, 16),
)

_EXHIBITION = Text(
    "exhibition labels",
    """
Object labels, gallery {n:1-9}

%4-9 {ref:19##.###.#}  [Teapot, creamware, about 1780|Miner's lamp, brass|Quilt, cotton, pieced|Poster, Midland Railway|Clog irons, pair|Plate, willow pattern|Penny-farthing, 1882]. [Given by a friend of the museum.|Bought with help from the Art Fund.|Found at {street}.]
Please do not touch. Large print from the desk.
""",
    "docx txt html",
)

_RECIPES = Text(
    "community kitchen recipes",
    """
Soup for thirty

Fry six onions in a cup of oil till soft. Add two kilos of carrots, a kilo of red lentils and ten litres of stock.
~ Cumin and a lemon make it sing.
Simmer for forty minutes and blend.
~ Bread from the market at closing time is half price.
Wash up as you go. Aprons live behind the door at {church}.
""",
    "txt docx",
)

_TREES = Register(
    "tree planting",
    "Trees planted winter {year}",
    """
Site = {park}
Species = [Rowan|Field maple|Silver birch|English oak|Hazel|Holly|Wild cherry]
Number = {n:1-60}
Size = [whip|feathered|standard]
Planted = {day}
By = [contractor|volunteers|school group]
""",
    "csv xlsx html",
    (8, 25),
)

WRITERS = (
    Writer(
        "library system",
        hand("LF|UP|lf", slips=0, phone="closed up", encodings="cp1252|utf-8-sig|utf-16"),
        planted=(_OVERDUE,),
        clean=(_TREES,),
    ),
    Writer(
        "leisure centre system",
        hand(
            "full",
            slips=0,
            dob="ISO|ISO with time|with time|figures",
            phone="closed up|plain +44",
            post="spaced|closed up",
        ),
        planted=(_MEMBERS,),
        lookalike=(_PRICES,),
    ),
    Writer("swim school receptionist", hand("full"), planted=(_SWIM,), clean=(_RECIPES,)),
    Writer(
        "allotments officer",
        hand("tfl|full|tl", slips=0.2),
        planted=(_ALLOTMENTS,),
        clean=(_TREES,),
    ),
    Writer("events officer", hand("full"), planted=(_SAVED_POSTS,), clean=(_EXHIBITION,)),
    Writer(
        "youth worker",
        hand("full"),
        planted=(_YOUTH,),
        lookalike=(_CENSUS_PROFILE,),
        clean=(_RECIPES,),
    ),
)
