"""Registrars, and those who give passes, permits and licences."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Form, Mail, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_MARRIAGE = Form(
    "notice of marriage",
    "Notice of marriage - appointment sheet",
    """
PARTY ONE =
Name and surname = {P.mid}
Date of birth = {P.dob}
Nationality = [British|Irish|{nationality}{+ethnicity?}]
Passport no|Passport number = {P.passport}
Occupation = {job}
Address = {P.addr}
?Father's name = {Q.full}
PARTY TWO =
Name and surname = {R.full}
Date of birth = {R.dob}
?Passport = {R.passport}
?BRP number = {R.brp}
Condition = [single|divorced|widowed]
Address = [as above|{R.addr}]
Contact tel = {R.phone}
Venue = [{church}{+religion?}|{building}]
Registrar = {S.full}
""",
)

_BIRTHS = Register(
    "births registered",
    "Births registered w/c {day}",
    """
Entry = {ref:###}
Child = {c}
Born = {c.dob}
Place = {hospital}
?NHS no = {c.nhs}
Mother = {mum.full}
?Mother's DOB = {mum.dob}
Father / parent = [{dad.full}|{dad.full}|-]
Address = {c.addr}
Informant = [mother|father|both]
""",
    "xlsx csv fixed",
    (4, 25),
)

_DRIVER_FORM = Form(
    "taxi driver application",
    "Application for a private hire driver's licence",
    """
Surname = {P.family}
Forenames = {P.given}
Date of birth = {P.dob}
National Insurance no|NI Number = {P.nino}
DVLA driver number|Driving licence number = {P.licence}
?Passport number = {P.passport}
?Home Office share code = {P.share}
Home address = {P.addr}
Addresses in last 5 years = [none other|{P.atin}; {Q.addr}]
Mobile = {P.phone}
E-mail = {P.mail}
UTR (tax check) = {P.utr}
Convictions, cautions, pending = [None{+crime?}|{offence}, {year}, fined £{n:50-600}{+crime}]
Medical conditions = [None{+health?}|{condition}{+health}]
Operator = {firm}
Referee = {R.full}, {R.phone}
""",
)

_HMO = Register(
    "landlord licences",
    "HMO / selective licences {ward}",
    """
Licence = {ref:HMO####}
Licence holder = [{p}|{p}|{firm}]
Holder address = {p.addr}
Licensed property = {q.addr}
?Manager = {r.full}, {r.phone}
?email = {p.mail}
Max occ = {n:3-14}
Expiry = {day}
Notes = [|tenant {s.full} complained of damp|fire doors outstanding|fit & proper: {offence} {year}{+crime}|sold to {q.full}]
""",
    "xlsx csv html",
    (5, 25),
)

_PERMITS = Register(
    "resident parking permits",
    "Zone {ref:@} permits",
    """
Permit = {ref:RP#####}
Resident = {p}
Address = {p.addr}
Reg = {p.vrm}
?2nd reg = [||{q.vrm}]
Tel = {p.phone}
?email = {p.mail}
Paid = {money}
?Card = [|||{p.card}]
Carer permit = [||for {partner.full}, {condition}{+health}]
""",
    "csv xlsx json fixed",
    (8, 45),
)

_BUS_PASS = Text(
    "bus pass applications typed up",
    """
Bus pass apps - batch {ref:B###}

%4-14 {e.tfl}, {e.addr}. Born {e.dob}. [Tel {e.phone}.|] [Proof: passport {e.passport}.|Proof: driving licence {e.licence}.|Proof: pension letter, NI {e.nino}.] [Disabled - {condition}{+health}.|Age.|Age.]
Keyed by {S.full}
""",
    "txt docx",
)

_SKIP_MAIL = Mail(
    "skip permit",
    "Skip outside {p.at}",
    (
        """Hi, need a skip permit from {day} for a week outside our house, {p.addr}. {firm} are bringing it. I'm on {p.phone} or my builder {q.full} is {q.phone}.

Thanks
{p.full}""",
        """Hello {p.first}

That will be £{n:40-90}. Ring {O.phone} with a card.

{S.full}""",
    ),
)

_PREMISES = Register(
    "premises licence register",
    "Premises licences {ward}",
    """
No = {ref:PREM####}
Premises = {firm}
Address = {p?.addr}
Tel = {O.phone}
Holder = {firm}
Activities = [sale of alcohol|late night refreshment|live music|films]
Hours = {time} - {time}
Granted = {day}
""",
    "csv html xlsx json",
    (6, 35),
)

_HIRE_RATES = Register(
    "hackney carriage fares",
    "Table of fares from {day}",
    """
Tariff = [1|2|3]
When = [07:00 to 23:00|23:00 to 07:00|bank holidays]
First = {n:2-5}.{n:10-90}
Each further = 0.{n:10-40}
Per yards = {n:80-300}
Soiling = {n:50-120}
""",
    "docx html csv xlsx",
    (3, 9),
)

_CEREMONY_GUIDE = Text(
    "ceremonies guide",
    """
Getting married at {Building}

Both of you must give notice in person, with your passports, proof of address and, if you were married before, the decree. We ask your date of birth, job and nationality.
~ The law does not let us have hymns or readings from holy books at a civil wedding.
~ Same-sex couples are welcome in every room.
The {n:1-4} rooms seat from 8 to {n:40-200}. Confetti may be thrown in the garden.
Ring {O.phone} to hold a date.
""",
)

WRITERS = (
    Writer(
        "registrar",
        hand("full", dob="words|ordinal|figures"),
        planted=(_MARRIAGE, _BIRTHS),
        lookalike=(_CEREMONY_GUIDE,),
    ),
    Writer(
        "taxi applications clerk",
        hand("full|lf"),
        planted=(_DRIVER_FORM,),
        lookalike=(_HIRE_RATES, _PREMISES),
    ),
    Writer("private sector housing officer", hand("tfl|full", slips=0.15), planted=(_HMO,)),
    Writer(
        "parking permits clerk",
        hand("full|LF|tfl", vrm="closed up|spaced"),
        planted=(_PERMITS, _SKIP_MAIL),
    ),
    Writer("bus pass clerk", hand("tfl", dob="figures|dots|d/m/yy"), planted=(_BUS_PASS,)),
)
