"""Contractors, hauliers, recruiters, undertakers and others who work for the council."""

from benchmarks.accuracy.outside.shapes import listing, slip, text
from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.writer import Writer

_JOB = slip(
    "contractor's job sheet",
    "{Contractor} [JOB SHEET|WORKS ORDER|Service report] no {ref:#####}",
    """
Cust|Tenant|Customer = {P}
Add|Site|Address = {P.addr}
Tel = {P.phone}
Job|Fault = [no hot water, customer has {condition}{+health} - urgent|bathroom light tripping|level access shower (DFG)|make safe door after police entry]
Done|Work carried out = [fit new pump, tested ok|no access, lady next door {Q.full} says in {hospital}|meassured up, parts on order]
Parts = {product} x{n:1-6}
Time on / off = {time} / {time}
Van = {make} {S.vrm}
Op = {S.full}
Customer sign = {P.first}
""",
)
_TICKETS = listing(
    "site operatives with cards",
    "{Contractor} - [CSCS register|induction record|operatives on site]",
    """
Operative = {p}
NI = {p.nino}
?UTR (CIS) = {p.utr}
CSCS = {ref:########}
D.O.B = {p.dob}
Mob = {p.phone}
Reg of vehicle = {p.vrm}
Emergency contact = {kin.full} {kin.phone}
Medical = [none|{condition}{+health}|on {medicine}{+health}|n/a]
""",
    "xlsx csv word merged pdf cards",
)
_DRIVERS = listing(
    "drivers for school transport",
    "{Town} Cars [badge list|drivers & escorts] {year}",
    """
Driver = {p}
Licence no = {p.licence}
Badge = {ref:PH####}
DOB = {p.dob}
Veh = {make}
Plate = {p.vrm}
DBS = {ref:00##########}
Route = {school}
Passengers = {c.full}, {c2.full} [(w/chair){+health?}|]
""",
    "csv xlsx web word ruled",
    (3, 12),
)
_CV = text(
    "candidate sent by a recruiter",
    """
{Agency} - candidate for [Qualified Social Worker|Interim Accountant|Locum OT]
Name: {P.full}      Rate £{n:18-60}/hr      Notice: {n:1-4} weeks
{P.addr} | {P.phone} | {P.mail}
Born {P.dob:words}. UK driver ({P.licence}). NI {P.nino}. Right to work: share code {P.share}.
{year}-now  {job}, {contractor}
~ {year}-{year}  {job}, {carehome}. Reference: {Q.full}, {Q.mail}, {Q.phone}
~ Please note {P.first} is partially sighted and needs a large screen{+health}.
""",
    "docx pdf txt framed",
)
_UNDERTAKER = slip(
    "funeral director's application for cremation",
    "[Application for cremation|Public health funeral - instruction]",
    """
Deceased = {E}
Age = {E.age}
Late of = {E.addr}
Faith = [{religion} service{+religion?}|None, civil]
Cause per MCCD = {condition}{+health?}
Infection risk = [none|hepatitis B{+health?}|pacemaker in place]
Applicant = {Kin}
Relation = [son|daughter|friend]
Applicant's address = {Q.addr}
Applicant's phone = {Kin.phone}
Medical practitioner = Dr {S.full}
""",
)
_OCC_HEALTH = text(
    "occupational health report",
    """
OCCUPATIONAL HEALTH - report to manager, in confidence
Employee {P.full}, DOB {P.dob}, [refuse loader|teaching assistant|social worker]
{P.first} has been off since {day} with {condition}{+health}. Takes {medicine}. Consultant at {hospital}.
In my opinion [she|he] is [unfit for work|fit with a phased return]. The Equality Act is likely to apply.
~ [She|He] told me of being bullied by {Q.full} over [her|his] faith ({religion}{+religion}).
~ {union} representative {R.full} should be at the next meeting{+union}.
Dr {S.full}, reg. {S?.reg:#######}
""",
)
_PRICES = listing(
    "supplier's price list",
    "{Contractor} trade price list {year}",
    """
Code = {ref:@@@######@}
Description = {product}
EAN = {ref:50###########}
Unit = [each|box 10|pallet]
Net = {money}
Lead time = {n:1-30} days
Commodity = {ref:##########}
""",
    "csv xlsx pdf web tagged columns fields",
    (8, 30),
)
_METHOD = text(
    "method statement",
    """
RISK ASSESSMENT & METHOD STATEMENT  ref {ref:RAMS-####}
{Contractor}: works at {building}, {street}
1. Sign in. 2. Isolate supplies, lock off. 3. Erect tower. 4. {product} fitted as drawing {ref:A-###-##}. 5. Make good.
Hazards: asbestos (see survey), silica dust, hand-arm vibration, deafness, dermatitis. First aider on site.
~ Operatives with epilepsy or diabetes must tell the supervisor. No drink or drugs. Nearest A&E: {hospital}.
Emergency: 999. Rev {n:1-9}, {day}.
""",
    "txt docx pdf narrow",
)
_TENDER = text(
    "contract register",
    """
Contracts of {Council} over £5,000
%6-12 {ref:C####}  {contractor}  [lifts|roof repairs|agency staff|school meals|grounds]  {day} to {day}  £{money}  company no. {ref:0#######}  VAT GB{ref:### #### ##}
~ Renewals go to the procurement board. Officers are named by post only.
""",
    "txt html docx pdf",
)
_NEWS = text(
    "supplier's circular",
    """
{Contractor} - open day
Come and see our new {product}. Tea, {dish} and a raffle at {building}, {weekday} from {time}.
We plant a tree for each order over £{n:100-900}. Half of them stand in {park}.
""",
    "txt html eml docx",
)

WRITERS = (
    Writer("builder", hand("til|full|low", slips=0.25, phone="5-3-3|closed up|grouped|dots", vrm="closed up|lower case"),
           (_JOB, _TICKETS), (_PRICES, _METHOD), (_NEWS,)),
    Writer("taxi firm", hand("full|UP", slips=0.15, dob="d/m/yy|figures|dots"), (_DRIVERS,)),
    Writer("recruiter", hand("full|LF"), (_CV,), (_TENDER,), domain="steelcitynursing.example.org"),
    Writer("undertaker", hand("tfl|full", slips=0.05, dob="words"), (_UNDERTAKER,), (), (_NEWS,)),
    Writer("occupational health", hand("full|LFt", dob="d Mon yyyy|figures"), (_OCC_HEALTH,), (_METHOD,)),
)  # fmt: skip
