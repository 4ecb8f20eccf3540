"""Libraries, leisure, museums, archives, allotments, events, volunteers."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.prose import dump, message, prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    table(
        _P,
        "library borrowers",
        "[Overdue items|Home library readers|New joiners] - «place» Library",
        """
        Ticket=«n:20000000000000-29999999999999»
        Borrower=«p»
        DOB=«p.dob»
        Phone=«p.phone»
        E-mail=«p.mail»
        Owes=£«n:0-20».50
        Title=[The Midnight Barge|Knots for Beginners|Large print saga]
        """,
        """
        Reader=«e:tfull»
        Address=«e.addr»
        Likes=[Westerns|no swearing|talking books - registered blind«+health»]
        Volunteer=«q:full»
        """,
    ),
    table(
        _P,
        "allotment waiting list",
        "Allotments - [waiting list|rents due|plot holders]",
        """
        Pos=«n:1-120»
        Name=«p»
        Applied=«day»
        Site=[Tip Lane|Canal Side]
        Address=«p.addr»
        Tel=«p.phone»
        """,
        """
        Plot=[12A|33|7B]
        Holder=«p:tfull»
        Co-worker=[«k:full»|]
        Email=«p.mail»
        Rent=£«n:20-80»
        Note=[overgrown, had stroke, give time«+health»|hens|shed 8x6]
        """,
    ),
    dump(
        _P,
        "leisure membership feed",
        "json",
        '{"site": "Marlsden Leisure", "members": [',
        (
            '  {"memberId": «n:100000-999999», "name": {"first": "«p.given»", "last": "«p.family»"}, "dob": "«p.dob:ISO»", "contact": {"mobile": "«p.phone:closed up»", "email": "«p.mail»"}, "address": {"line1": "«p?.street»", "town": "«p.town»", "postcode": "«p.post:spaced»"}, "type": "[GOLD|SWIM|GP referral]"}',
            '  {"fullName": "«p:full»", "birthDate": "«p.dob:clock»", "tel": "«p.phone:international»", "parq": [{"q": "Heart condition?", "a": "[no|no|no|yes - «condition»«+health»]"}], "emergencyContact": "«q:full» «q.phone:closed up»"}',
        ),
        "]}",
        between=",\n",
    ),
    dump(
        _P,
        "volunteer contact cards",
        "vcf",
        "",
        """
BEGIN:VCARD
VERSION:3.0
N:«p.family»;«p.given»;;«p.title»;
FN:«p?:full»
TEL;TYPE=CELL:«p.phone»
EMAIL:«p.mail»
ADR;TYPE=HOME:;;«p?.street»;«p.town»;«p.county»;«p.post:spaced»;UK
NOTE:[Museum steward|Speaks «language»|Key holder]
END:VCARD
""",
        count=(2, 9),
    ),
    dump(
        _P,
        "appointments calendar",
        "ics",
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Room bookings//EN",
        """
BEGIN:VEVENT
UID:«n:1000000-9999999»@calendar
DTSTART:202603«n:10-28»T0«n:7-9»3000Z
SUMMARY:[Notice of marriage - «p:full» & «q:full»|1:1 «s:full»|OT visit «e:tfull»]
LOCATION:[«building»|«building», room 2]
ATTENDEE;CN=«s2:full»:mailto:«s2.mail»
DESCRIPTION:[Bring passport\\, ring «p.phone»|Call back on «p.phone» re form]
END:VEVENT
""",
        "END:VCALENDAR",
        count=(2, 8),
    ),
    message(
        _P,
        "archive enquiry",
        """
From: «p:full» <«p.mail»>
To: Archives
Subject: My grandfather

Dear archivist

I am trying to trace my grandfather, «d:full», who was born at the workhouse in «place» in 1891 and worked at the glue factory. My mother («e:full», now «e.age») remembers a sister in Canada.

I can come in any «Weekday». My reader's ticket is «ref:RT####» and my number «p.phone».

With thanks
«p:full»
«p.lines»
""",
    ),
    prose(
        _P,
        "lifeguard accident report",
        """
ACCIDENT BOOK - [pool hall|gym|3G pitch]
Injured person «p:full», [age «p.age»|DOB «p.dob»], «p.addr», «p.phone»
«day» «time» slipped on steps, [cut to scalp, glued by paramedic|dislocated shoulder, to hospital]«+health»
First aider «s:full». Witness «q:full». Parent informed n/a
RIDDOR [yes|no]
""",
        """
INCIDENT
child «c:full» («c.age») taken out of small pool by lifeguard «s:full». coughing, recovered. mum «p:full» had been on phone. refused ambulance
contact «p.phone» / «p.mail»
cctv saved. «s2:full», duty mgr
""",
    ),
    table(
        _P,
        "event stewards and acts",
        "[Carnival|Lantern parade|Food festival] [stewards|acts|pitches]",
        """
        Name=«p»
        Role=[Steward|First aid|Stilts|Sound]
        Mobile=«p.phone»
        Car reg=«p.vrm»
        Shirt=[S|M|XL]
        """,
        """
        Act=[Brass band|Ukulele group|Morris side]
        Contact=«p:full»
        Email=«p.mail»
        Fee=£«n:50-900»
        Bank=«p.sort» / «p.acct»
        """,
    ),
)
