"""The service desk, its servers and its code."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Mail, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_TICKET = Register(
    "service desk export",
    "Service desk tickets export",
    """
ticket_id = {ref:INC0######}
opened = {day:ISO with time}
caller = {s}
caller_email = {s.mail}
?phone = {s.phone}
category = [Hardware|Access|Telephony|Email|Starter / leaver]
short_desc = [Can't print on floor {n:1-5}|Locked out after leave|Screen flickers|Mailbox full|Laptop for new starter {p.full}|Shared drive gone]
work_notes = [|Reset done, called back|Temp password {s.password} given by phone|{s.first} out until {weekday}|Needs access to {p.full}'s mailbox, approved by {s2.full}|Asset {ref:LT#####} swapped|deliver to home: {s.addr}|leaver {q.full}, last day {day}]
""",
    "csv json csv xlsx",
    (8, 50),
)

_TICKET_MAIL = Mail(
    "call to the service desk",
    "[{ref:INC0######}] locked out",
    (
        """Hi

I'm locked out of {team} system since the update. User is {s.mail}. I am at home today so ring {s.phone}.

{s.full}
{job}""",
        """Hi {s.first}

I have reset it, password: {s.password} - please try again and let me know.

{s2.full}
ICT Service Desk  {O.phone}""",
    ),
    between=("s", "s2"),
)

_SERVER_LOG = Text(
    "server log",
    """
%15-60 2026-0{n:1-9}-{n:10-28}T{time}:{n:10-59}Z [INFO|WARN|INFO|ERROR] srv{n:1-9} pid={ref:####} req={ref:##########} [GET /api/v2/bins/{ref:########} 200 {n:2-900}ms|job {ref:@@######@} done in {n:1-99}s|cache miss key={ref:##########}|disk /dev/sdb {n:10-99}% used|queue depth {n:1-400}|batch {ref:########} of {ref:##########} bytes]
""",
    "log txt",
)

_CONFIG = Text(
    "configuration file",
    """
# settings of the forms service, managed by Ansible
[server]
host = forms.internal
port = 8443
workers = {n:2-16}
timeout_seconds = {n:5-60}

[database]
url_from = vault:forms/database
pool = {n:5-40}

[limits]
max_upload_mb = 25
nino_pattern = ^[A-CEGHJ-PR-TW-Z]{2}\\d{6}[A-D]$
postcode_pattern = ^[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}$
build = {ref:####.##.##.####}
""",
    "ini cfg txt",
)

_CODE = Text(
    "program code",
    """
def is_due(record, today):
    # Return whether the review of a record is due.
    if record.get("date_of_birth") is None:
        raise ValueError("no date of birth")
    return (today - record["last_review"]).days > {n:30-365}


EXPECTED = {n:1000-9999}
BATCH = "{ref:@@######@}"
FIELDS = ("surname", "forename", "nhs_number", "ni_number", "postcode", "phone")
VERSION = "{n:1-9}.{n:0-30}.{n:0-9}"
~ # see ticket {ref:INC0######} and page {ref:##########}
~ assert checksum("{ref:##########}") != {ref:##########}
""",
    "py txt",
)

_ASSETS = Register(
    "hardware register",
    "ICT asset register {building}",
    """
Asset tag = {ref:LT0#####}
Type = [Laptop|Monitor|Dock|MFD|Switch]
Make = [Dell Latitude 5440|HP E24|Lenovo T14|Ricoh IM C3000|Cisco 9200]
Serial = {ref:@@#####@@}
MAC = 00:1{ref:#}:{ref:##}:4{ref:#}:{ref:##}:{ref:##}
PO = {ref:45########}
Cost = {money}
Bought = {day}
Location = {building}
""",
    "csv xlsx json",
    (8, 45),
)

WRITERS = (
    Writer(
        "ICT service desk",
        hand("full|lf", slips=0),
        planted=(_TICKET, _TICKET_MAIL),
        lookalike=(_SERVER_LOG, _CONFIG, _CODE, _ASSETS),
    ),
)
