"""Housing associations, landlords, letting agents and those who manage estates."""

from benchmarks.accuracy.outside.shapes import Mail, listing, slip, text
from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.writer import Writer

_NOMINATION = slip(
    "nomination outcome",
    "[Nomination feedback|Result of offer|Shortlist outcome] - {Housing}",
    """
Applicant = {P}
Joint applicant = {Partner}
Applicant DOB = {P.dob}
Partner DOB = {Partner.dob}
NI number = {P.nino}
Present address = {P.addr}
Mobile no = {P.phone}
?Email = {P.mail}
Household = {P.first} ({P?.age}) and partner, {Kid.full} ({Kid?.age})
Property offered = Plot {n:1-90}, {street}, {town}
Outcome = [Accepted|Refused - too far from school|Failed pre-tenancy, arrears £{n:300-4000}|Unsuitable: {condition}{+health}, needs level access]
?Previous ASB / convictions = [None|Yes - {offence}, {year}{+crime}]
Lettings officer = {S.full}, {S.phone}
""",
)
_ARREARS = listing(
    "arrears list with housing benefit",
    "{Housing} - tenants in arrears over 8 weeks",
    """
Tenancy = {ref:#######}
Tenant = {p}
Property = {p.addr}
UPRN = {p.uprn}
NINO = {p.nino}
Telephone = {p.phone}
Balance = {money}
Method = [UC APA|HB 4 weekly|DD|Cash]
Notes|Last action = [NOSP served {day}|{partner.full} moved out|repayment £{n:5-30} pw|vulnerable - {condition}{+health}|ring daughter {kin.full} {kin.phone}|possession hearing {day}]
""",
    "xlsx merged csv banded web pdf ruled cards",
)
_ASB = text(
    "landlord's request to the safety partnership",
    """
{Housing} - request for information sharing (s.115)

About: {P.full}, DOB {P.dob}, tenant of {P.addr} since {day}

Complaints since {month}: loud music; cuckooing suspected{+adult?}. {Q.full}, believed to be from {town} and born {Q.dob}, has been staying. His car is a {make}, {Q.vrm}.
%2-4 {day} {time}: {q.full} of {q.at} [rang, shouting again|sent three clips|saw drugs sold from the window{+crime?}|was threatened with a bat{+crime?}].
~ {P.first} has {condition}{+health} and may be at risk{+adult?}. Support worker: {R.full}, {charity}, {R.phone}.
Please tell us of convictions, injunctions and any open referral.

{S.full}, Tenancy Enforcement, {S.mail}
""",
)
_REPAIRS = listing(
    "voids and gas no access list",
    "[LGSR no access|Gas servicing: failed appointments]",
    """
WO no = {ref:WO######}
Addr = {p.addr}
Contact = {p}
Tel 1 = {p.phone}
?Tel 2 = {p.phone2}
Attempt = {n:1-4}
Eng = [SG|DT|KM]
Remarks = [carded|dog|wrong no, try {kin.first} {kin.phone}|tenant in {hospital}|says {weekday} after school run|keysafe round back]
""",
    "csv csv0 columns xlsx web fixed entries",
)
_REFERENCE = slip(
    "letting agent's reference",
    "{Agent}: [tenant referencing report|application to rent]",
    """
Full name = {P}
DOB = {P.dob}
Current address = {P.addr}
Time there = {n:1-9} years
E-mail address = {P.mail}
Mobile = {P.phone}
National Insurance no. = {P.nino}
Right to rent = [UK passport {P.passport}|Share code {P.share}|BRP no. {P.brp}]
?Driving licence no. = {P.licence}
Employment =
Employer = {contractor}
Job title = {job}
Salary = £{n:14000-42000}
Bank =
Bank name = {bank}
Sort code = {P.sort}
Account no. = {P.acct}
Guarantor =
Guarantor's name = {Kin}
Guarantor's address = {Q.addr}
Guarantor's date of birth = {Kin.dob}
?Vehicle = {make}, {P.vrm}
""",
    "txt docx pdf html json eml xlsx",
)
_LANDLORD = Mail(
    "mail of a private landlord",
    "{P.at} [tennant not paying|rent not recieved|tenants details]",
    (
        """To who it may concern
I am the landlord of {P.atin}. My tennant {P.full} has not payed since {month} and I beleive she gets housing benifit off you, her NI is {P.nino} and dob {P.dob}. There is a bloke there too {q.full}, he works cash in hand, drives a {make} reg {q.vrm}
~ I want it payed direct to me. My bank is {bank} {p.sort} acc {p.acct}.
{p.full}
{p.phone}""",
        """Dear {p.tl}
Thank you. We can only discuss {P.tl}'s claim with her. Please complete form LL2.
{x.full}
Benefits, {Council}""",
        """thats a joke. i no my rights. shes got mental problems{+health?} and you lot do nothing. ring me {p.phone}
{p.first}""",
    ),
    between=("p", "x"),
)
_COOP = text(
    "tenants' co-op newsletter",
    """
{Housing} news

The lifts at {building} are out until {weekday}. Sorry. Bulky rubbish goes on {weekday}.
Rents rise by {n:2-8}% on 6 April. If you get Universal Credit put it in your journal.
~ Worried about damp? It can make asthma and COPD worse. Tell us, we will not charge.
~ Fun day at {park}: {dish}, face paint, a raffle for {charity}.
Repairs: use the app. Rent account numbers begin with 07 and have ten figures.
""",
)
_STOCK = listing(
    "stock list of dwellings",
    "{Housing} stock condition {year}",
    """
UPRN = {o?.uprn}
Property = {o?.addr}
Archetype = [2B4P house|1B flat|Bedsit|Bungalow]
Built = 19{n:20-99}
SAP = {n:40-92}
Boiler = [Vaillant ecoTEC|Worcester 25i|Ideal Logic] {ref:##########}
Asbestos = [Y - artex|N|presumed]
Rent = {money}
Void = [Y|N|N|N]
""",
    "csv xlsx merged columns tagged fields answers",
    (8, 30),
)
_PARTICULARS = text(
    "particulars of a letting",
    """
{Agent}
TO LET: {n:2-5} bed [terrace|flat|semi], {street}, {town}

£{n:500-1600} pcm. Deposit £{n:600-1800}. Holding deposit one week. Council tax band [A|B|C].
Hall, lounge {n:3-5}.{n:10-90}m x {n:3-5}.{n:10-90}m, fitted kitchen, yard. Gas central heating, EPC [C|D].
~ Near {school} and {park}. Sorry, no smokers. Pets at the landlord's discretion.
All who apply need photo identification, a payslip and a reference. View {weekday} at {time}.
""",
)

WRITERS = (
    Writer("housing association", hand("full|LF|tfl", slips=0.1), (_NOMINATION, _ARREARS, _ASB), (_STOCK, _COOP), (),
           "beaconhomes.example.org"),
    Writer("gas contractor's planner", hand("til|full|lf", slips=0.15, phone="closed up|5-3-3|lost zero"), (_REPAIRS,), (_STOCK,)),
    Writer("letting agent", hand("full|tfl", slips=0.05), (_REFERENCE,), (), (_PARTICULARS,), "keystonelets.example.org"),
    Writer("private landlord", hand("full|low", slips=0.3, nino="spaced lower|pairs|closed up", dob="d/m/yy|dots|short figures",
           vrm="lower case|closed up|spaced"), (_LANDLORD,), (), (_PARTICULARS,)),
)  # fmt: skip
