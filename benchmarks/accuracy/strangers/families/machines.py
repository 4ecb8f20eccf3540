"""What programs leave behind: logs, dumps, settings, messages between systems."""

from __future__ import annotations

from xml.sax.saxutils import escape

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.prose import dump, prose

_P = Kind.PLANTED


def _quoted(text: str) -> str:
    return text.replace("'", "''")


GENRES = (
    dump(
        _P,
        "web server log",
        "log",
        "",
        (
            '«p.ip» - [-|«p?.mail»] [02/Mar/2026:1«n:0-9»:«n:10-59»:«n:10-59» +0000] "GET /[bins|planning|pay]?q=«n:1-9» HTTP/1.1" 200 «n:200-9000»',
            "2026-03-02T«time»:07Z INFO login ok user=«p.mail» ip=«p.ip» session=«ref:@#@#@#@##»",
            'Mar  2 «time»:11 vpn01 openvpn: user "«p.mail»" ([«p:full»|«p:lf»]) connected from «p.ip»:«n:20000-60000»',
        ),
        count=(6, 30),
    ),
    dump(
        _P,
        "application log with a leak",
        "log",
        "2026-03-02 00:00:01 DEBUG [main] forms-worker started",
        (
            '2026-03-02 «time»:«n:10-59» ERROR FormHandler - validation failed payload={"fullName":"«p:full»","dateOfBirth":"«p.dob:ISO»","nino":"«p.nino:closed up»","mobile":"«p.phone:closed up»"}',
            "2026-03-02 «time»:«n:10-59» DEBUG SMS to «p.phone:international»: Hi «p:first», your visit by «s:full» is at «time»",
            "2026-03-02 «time»:«n:10-59» WARN dup person id=«n:1000-9999» name=[«p:full»|«p:LASTFIRST»] dob=«p.dob:figures» postcode=«p.post:spaced» nhs=«p.nhs:closed up»",
        ),
    ),
    dump(
        _P,
        "database dump",
        "sql",
        "-- MySQL dump 10.13\nDROP TABLE IF EXISTS `clients`;\nCREATE TABLE `clients` (`id` int, `forename` varchar(60), `surname` varchar(60), `dob` date, `ni_number` varchar(9), `phone` varchar(20), `notes` text);",
        (
            "INSERT INTO `clients` VALUES («n:1-9999»,'«p.given»','«p.family»','«p.dob:ISO»','«p.nino:closed up»','«p.phone:closed up»','[|moved from «place»|has «condition»«+health»]');",
            "INSERT INTO clients (id, forename, surname, dob, ni_number, phone) VALUES («n:1-9999», '«p.GIVEN»', '«p.FAMILY»', '«p.dob:ISO»', '«p.nino:closed up»', '«p.phone:closed up»');",
        ),
        "-- Dump completed",
        escape=_quoted,
    ),
    dump(
        _P,
        "settings with passwords",
        "ini",
        "; «building» print server\n[service]\nhost = print01\nport = 8443",
        (
            "[user_«n:1-99»]\nlogin = «s.mail»\npassword = «s.password»\ndisplay = «s:full»",
            "[mailbox «n:1-99»]\nowner=«s:full»\nsmtp_user=«s.mail»\nsmtp_pass=«s.password»",
        ),
        count=(1, 4),
    ),
    prose(
        _P,
        "password note",
        """
LOGINS - [do not share|keep in drawer]

Revs system: user «s:low», password: «s.password»
Online banking (school fund): id 00«n:100000-999999», pwd «s.password»
Door code ask «q:full»
Wifi password «s2.password» (changed by «s2:full» «day»)
""",
        faces="txt docx md",
    ),
    dump(
        _P,
        "health message",
        "xml",
        '<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>',
        """
<Patient><nhsNumber>«p.nhs:closed up»</nhsNumber><name><given>«p.given»</given><family>«p.family»</family></name>
<birthTime value="«p.dob:stamp»"/><telecom value="tel:«p.phone:closed up»"/><addr><line>«p?.street»</line><city>«p.town»</city><postalCode>«p.post:spaced»</postalCode></addr>
<problem>[«condition»|fall, frailty]«+health»</problem></Patient>
""",
        "</soap:Body></soap:Envelope>",
        count=(1, 6),
        escape=escape,
    ),
    dump(
        _P,
        "directory export",
        "ldif",
        "",
        """
dn: CN=«s?:full»,OU=Users,DC=corp,DC=example
cn: «s:full»
givenName: «s?:first»
sn: «s?:last»
mail: «s.mail»
telephoneNumber: «s.phone:+44»
employeeID: «n:10000-99999»
""",
        between="\n\n",
    ),
    dump(
        _P,
        "text message gateway",
        "csv",
        "sent_at,msisdn,template,body",
        (
            '2026-03-02 «time»,«p.phone:closed up»,[REPAIR|BINS],"Hi «p:full», «s:full» will call between 8 and 12."',
            '02/03/2026 «time»,«p.phone:international»,APPT,"«p:tl» your blood test«+?health» is on «day:figures». Reply STOP to opt out"',
        ),
    ),
    dump(
        _P,
        "form submissions as text",
        "yaml",
        "# export of [missed bin|school place|pothole] form",
        """
- id: «n:1000-9999»
  submitted: 2026-03-02T«time»:00Z
  applicant:
    full_name: "«p:full»"
    dob: [«p.dob:ISO»|'«p.dob:figures»']
    contact: {email: «p.mail», mobile: "«p.phone:closed up»"}
    address: "«p.addr»"
""",
        count=(1, 9),
    ),
    dump(
        _P,
        "user accounts seed",
        "json",
        '{"exportedBy": "idp", "users": [',
        '  {"sub": "«ref:@#@#-####-@@##»", "name": "«p:full»", "email": "«p.mail»", "phone_number": "«p.phone:international»", "lastIp": "«p.ip»", "mfa": true}',
        "]}",
        between=",\n",
    ),
    dump(
        _P,
        "plate camera feed",
        "csv",
        "site,lane,seen,plate,confidence",
        "[CP3|HWRC-2|BUSGATE],«n:1-4»,2026-03-02T«time»:«n:10-59»,«p.vrm:closed up»,0.«n:80-99»",
        count=(10, 40),
    ),
    dump(
        _P,
        "terminal screens",
        "txt",
        "HB100   CLAIM ENQUIRY                      USER «S:init»",
        """
CLAIM NO «n:1000000-9999999»    STATUS [LIVE|CANC]
CLMT  «p:LASTFIRST»        DOB «p.dob:mainframe»   NINO «p.nino:closed up»
PTNR  [NONE|«k:LASTFIRST»]
ADDR  «p.addr»
TEL   «p.phone:closed up»     BANK «p.sort:hyphens» «p.acct:closed up»
F3=EXIT  F7=BACK  F8=FWD
""",
        count=(1, 6),
    ),
)
