"""What hosted programs export or send by themselves: permits, loans, tickets, chats, surveys."""

from benchmarks.accuracy.outside.shapes import listing, slip, text
from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.writer import Writer

_PARKING = listing(
    "penalty charge export",
    "PCN export {day}",
    """
PCN = {ref:HW########}
VRM = {p.vrm}
Keeper = {p}
Keeper addr = {p.addr}
Contravention = [01|12r|30|47]
Location = {street}
Badge = [{p.badge}||]
Reps = [|had {condition}{+health} and rushed to {hospital}|sold to {q.full} {q.phone}|permit was displayed]
Status = [NTO{+health?}|CC{+health?}|PAID{+health?}|VOID{+health?}]
""",
    "csv xlsx json fields answers entries",
)
_BADGES = listing(
    "blue badge download",
    "Blue Badge digital service extract",
    """
Badge number = {p.badge}
Applicant = {p}
DOB = {p.dob}
NINO = {p.nino}
Contact phone = {p.phone}
Contact email = {p.mail}
Reason = [PIP{+health}|DLA{+health}|Walking, {condition}{+health}|Blind{+health}]
Expiry = {day}
""",
    "csv xlsx json merged",
)
_MEMBERS = listing(
    "leisure and library members",
    "[members_export|Borrowers overdue|patrons]",
    """
Card no = {ref:2###########}
First name = {p.given}
Last name = {p.family}
Date of birth = {p.dob}
E-mail = {p.mail}
Mobile = {p.phone}
Postcode = {p.post}
?PIN = {ref:####}
?GP referral = [|{condition}{+health}, {surgery}|]
Last visit = {day}
""",
    "csv csv json xlsx tagged xml",
)
_HR = listing(
    "personnel system export",
    "employee_details",
    """
EMP_ID = {ref:0#####}
EMP_NAME = {s}
BIRTH_DATE = {s.dob}
NI_NO = {s.nino}
WORK_EMAIL = {s.mail}
HOME_ADDR = {s.addr}
HOME_TEL = {s.phone}
?ETHNIC_ORIGIN = [{ethnicity}{+ethnicity}|Prefer not to say]
?SEXUAL_ORIENT = [{orientation}{+sexual}|Prefer not to say]
?RELIGION = [{religion}{+religion}|None{+religion?}]
?DISABILITY = [N|N|Y - {condition}{+health}]
?UNION_DED = [{union}{+union}|]
SORT = {s.sort}
ACCOUNT = {s.acct}
""",
    "csv xlsx xml json ruled merged",
)
_CHAT = text(
    "web chat transcript",
    """
Chat started: {day} {time}  |  Origin: Contact us > [Bins|Housing|Council tax]  |  IP {P.ip}
({n:2-40}s) Visitor: hi is any1 there
({n:41-59}s) {S.first}: Hello, you are through to {S.full}. Can I take your name and postcode?
(1m {n:2-30}s) {P.full}: {P.full} {P.post:closed up}
(1m {n:31-59}s) {S.first}: Thanks {P.first}. And your date of birth, for security?
(2m 4s) {P.full}: {P.dob} my number is {P.phone} if it cuts out
(3m {n:2-30}s) {P.full}: [my ex {Q.full} has been kicking the door again, ive told police{+crime?}|im on {medicine} for {condition}{+health} and cant get the bin down the steps|its for my dad {Kin.full} he dont do computers]
(4m {n:31-59}s) {S.first}: I am sorry to hear that. I have raised {ref:CAS-######}. We will write to {P.mail}
~ (5m 1s) {P.full}: no thats old use {P.addr}
Chat ended by visitor. Rating: [1|4|5]/5
""",
    "txt html narrow eml pdf",
)
_WHATSAPP = text(
    "phone chat export",
    """
[02/03/2026, 08:14:22] Messages and calls are end-to-end encrypted.
[02/03/2026, 08:15:01] {S.full}: morning all, who is covering {weekday}?
[02/03/2026, 08:15:40] {Q.phone:threes}: me, but kids off sick
[02/03/2026, 08:17:12] {R.full}: I can. Who's mrs {E.last} at {E.at}? is her key safe {ref:####} still?
[02/03/2026, 08:18:59] {S.full}: {E.full} yes. she has {condition}{+health} so knock loud. daughter {Kin.full} {Kin.phone:threes}
~ [02/03/2026, 08:21:30] {R.full}: ok. also {P.full} has moved to {P.addr}
[02/03/2026, 08:25:07] {Q.phone:threes}: <Media omitted>
~ [02/03/2026, 08:26:44] {S.full}: wifi in office is new, password {S.password}
""",
    "txt",
)
_SURVEY = listing(
    "survey tool responses",
    "[Have your say on {park}|Residents' panel|Low traffic streets]",
    """
Response ID = {ref:R_##@@####@@}
IP address = {p.ip}
Q1 Your name = [{p.full}||]
Q2 Email = {p.mail}
Q3 Postcode = {p.post}
Q4 Ethnic group = [{ethnicity}{+ethnicity?}|Prefer not to say]
Q5 Comments = [more bins please|I have {condition}{+health} and the benches are gone|as a {party} voter I say scrap it{+politics}|My neighbour {q.full} at {q.at} parks on the verge, {q.vrm}|good]
""",
    "csv xlsx answers json merged",
)
_TICKET = slip(
    "web form notification",
    "[New form submission|Firmstep case|Enquiry] {ref:FS-Case-#######}",
    """
Form = [Report a missed bin|Apply for garden waste|Something else]
Full name = {P}
Email address = {P.mail}
Phone number = {P.phone}
UPRN = {P.uprn}
Address line = {P.addr}
Details = [They left it AGAIN. I am {P.age} with {condition}{+health}.|Can somebody ring my carer {Q.full} on {Q.phone}|dog mess outside {school}|I payed twice, card {P.card}]
?Payment ref = {ref:##########}
IP = {P.ip}
User agent = Mozilla/5.0
""",
    "eml eml html json txt xml csv",
)
_SMS = listing(
    "text message gateway log",
    "sms_outbound",
    """
id = {ref:SM########}
to = {p.phone:44}
status = [delivered|failed|undelivered]
body = [Hi {p.first}, your bin is due {weekday}|Dear {p.tl}, your appointment is {day} {time}|Your code is {ref:######}|{p.full}: call us about your rent]
segments = {n:1-2}
""",
    "csv csv0 json entries ruled",
)
_SIGNED = text(
    "electronic signature certificate",
    """
Certificate of completion      Envelope {ref:########-####-####}
Subject: [Tenancy agreement|Direct payment agreement|Settlement agreement]
Signer: {P.full}  {P.mail}   IP address: {P.ip}   Signed {day} {time}
Signer: {S.full}  {S.mail}   IP address: {S.ip}   Signed {day} {time}
~ Carbon copy: {Q.full}  {Q.mail}
~ Identity: driving licence {P.licence}, born {P.dob}
Hash {ref:########@@######@@########}
""",
    "pdf txt html",
)
_HANDOVER = text(
    "supplier's handover of a system",
    """
Go-live notes, the booking system
Admin: {S.mail}   password: {S.password}
Second admin {Q.full} ({Q.mail}); phone {Q.phone}
~ Database: user=booking_app; password={R.password}
Support line is for the two named people. Please change both on first use.
""",
    "txt docx eml",
)
_AUDIT = listing(
    "device and job log",
    "audit log {ref:####}",
    """
Event = {ref:##########}
Session = {ref:@@######@}
Device = node-{ref:##}
Module = [bins|payments|library|cctv]
Job = {ref:### ### ####}
Build = {n:1-9}.{n:0-20}.{n:0-9}.{ref:###}
Result = [OK|OK|RETRY|TIMEOUT]
ms = {n:2-9000}
""",
    "csv json entries fixed columns ruled tagged",
    (12, 40),
)
_CATALOGUE = listing(
    "library catalogue export",
    "catalogue additions",
    """
ISBN = 978{ref:##########}
Title = [Coping with dementia|The Birds of {town}|Living with epilepsy|A history of {church}|Diabetes cookbook|Gay rights in Britain|My first Polish words]
Author = [{~Agatha Christie}|{~Charles Dickens}|Various|{~Beatrix Potter}]
Class = {ref:###}.{ref:##}
Barcode = {ref:3#############}
Copies = {n:1-9}
Branch = {building}
""",
    "csv xlsx xml json ruled",
    (8, 26),
)
_DASHBOARD = listing(
    "contact centre dashboard",
    "Calls and forms by week",
    """
Week = {n:1-52}
Queue = [Council tax|Adult care|Missed bins|Homelessness|Blue badges]
Offered = {n:200-4000}
Answered = {n:100-3900}
AHT = 00:0{n:1-9}:{n:10-59}
SLA = {n:40-99}%
CSAT = {n:1-4}.{n:0-9}
""",
    "csv xlsx web merged answers",
    (8, 20),
)

WRITERS = (
    Writer("parking system", hand("UP|til|full", slips=0, vrm="closed up", dob="figures"), (_PARKING, _BADGES), (_AUDIT,)),
    Writer("leisure and library system", hand("full", slips=0, dob="ISO|figures|ISO with time", phone="closed up|+44"),
           (_MEMBERS,), (_CATALOGUE,)),
    Writer("personnel system", hand("LF|full|lf", slips=0, dob="short month|ISO|capitals", nino="closed up"), (_HR,), (_AUDIT,)),
    Writer("chat program", hand("full", slips=0.15, dob="short figures|d/m/yy|figures"), (_CHAT, _WHATSAPP), (_DASHBOARD,)),
    Writer("form program", hand("full|low", slips=0.1, phone="closed up|grouped|+44|44"), (_SURVEY, _TICKET, _SMS), (_DASHBOARD,),
           domain="forms.example.org"),
    Writer("software supplier", hand("full", dob="ISO|figures"), (_SIGNED, _HANDOVER), (_AUDIT,), domain="supplier.example.org"),
)  # fmt: skip
