"""Lists by the rarer numbers: permits, registrations, court cases, properties, fingerprints."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.prose import prose
from benchmarks.accuracy.strangers.tables import table

_P = Kind.PLANTED

GENRES = (
    table(
        _P,
        "right to work checks",
        "[Right to work|Sponsored staff|Agency workers] - checks «year»",
        """
        Worker=«p»
        Nationality=«nationality»
        BRP no=«p.brp»
        Share code=«p.share»
        DOB=«p.dob»
        Checked=«day»
        """,
        """
        Surname=«p.family»
        Given name=«p.given»
        Residence permit number=«p.brp»
        HO ref=«p.horef»
        Leave ends=«day»
        """,
    ),
    table(
        _P,
        "nurses and their pins",
        "[Reablement nurses|Bank nurses|Revalidation due]",
        """
        Nurse=«p»
        NMC PIN=«p.pin»
        Revalidate by=«day»
        Line manager=«s:full»
        """,
        """
        Last name=«p.family»
        First name=«p.given»
        NMC registration no.=«p.pin»
        Mobile=«p.phone»
        Indemnity=[Y|N]
        """,
    ),
    table(
        _P,
        "new arrivals without a national insurance number",
        "[NINo applied for|Temporary references] - [HB|payroll]",
        """
        Claimant=«p»
        Temp ref (TRN)=«p.trn»
        DOB=«p.dob»
        Nationality=«nationality»
        NINo interview=«day»
        """,
    ),
    table(
        _P,
        "Northern Irish caseload",
        "[Domiciliary care|Day opportunities|Telecare] caseload - [Southern|Western] sector«+?health»",
        """
        H&C number=«p.hcn»
        Client=«p:lf»
        DOB=«p.dob»
        Postcode=«p.post»
        Provider=«firm»
        """,
        """
        HCN=«p.hcn»
        Surname=«p.FAMILY»
        Forename=«p.given»
        Diagnosis=«condition»«+health»
        Key worker=«s:full»
        """,
    ),
    table(
        _P,
        "court list",
        "[Prosecutions|Warrants|Hearings] [pending|«Month»]",
        """
        URN=«p.urn»
        Defendant=«p:LF»
        DOB=«p.dob»
        Offence=«offence»«+crime»
        Court=«place»
        Date=«day»
        """,
        """
        CCRN=«p.ccrn»
        PNCID=«p.pnc»
        Name=«p»
        Disposal=[Fined|Conditional discharge|Committed for sentence]«+crime»
        """,
    ),
    table(
        _P,
        "properties and who pays",
        "[Liable parties|Single occupiers|Leaseholders] by UPRN",
        """
        UPRN=«p.uprn»
        Liable party=«p»
        Band=[A|B|C|D]
        Balance=«money»
        """,
        """
        uprn=«p.uprn»
        lead_tenant=«p:full»
        tel=«p.phone»
        tenure=[secure|flexible|leasehold]
        """,
    ),
    table(
        _P,
        "fingerprint enrolments",
        "Biometric [catering|door access] - fingerprint templates enrolled«+bio»",
        """
        Name=«p»
        Finger=[R index|L thumb|R thumb]«+bio»
        Template id=«n:100000-999999»
        Consent form=[yes|yes|withdrawn]
        """,
        """
        Pupil=«j»
        Tutor group=[7A|9K|10M]
        Fingerprint enrolled=[Yes|Yes|No - parent refused]
        Parent=«q:full»
        """,
    ),
    prose(
        _P,
        "kinship test result",
        """
DNA TEST - RESULT (court directed)
Alleged father: «P:full», born «P.dob»
Child: «J:full», born «J.dob»
Samples: cheek swabs, taken by «S:full» on «day»

The DNA profiles of «P:tl» and the child [match at all 24 markers; he is not excluded|do not match; he is excluded].«+bio»
Copy to «Q:full», «firm», and to the social worker, «S2:full» («S2.mail»).
""",
        """
facial recognition trial, «building»
enrolled: «p:full» (staff no «n:10000-99999»), photo template stored«+bio»
refused: «q:full», wants a fob
questions from union rep «r:full»«+?union»
""",
    ),
    prose(
        _P,
        "passport and permit copies",
        """
ID COPIES ON FILE - case «ref:ID/####»

«P:full»
  passport «P.passport», born «P.dob:words»
  residence permit «P.brp»
  driving licence «P.licence»
«K:full»
  share code «K.share»
  Home Office reference «K.horef»
«J:full»
  birth certificate seen, «J.dob»
Certified by «S:full», «day»
""",
        """
scanned w docs: «p:full» ppt no. «p.passport» / brp «p.brp» / ni «p.nino»
and partner «q:full» d/l «q.licence» - address on it «q.addr»
send to HO, ref «p.horef»
""",
    ),
)
