"""Those between the council and the health service, in all four nations."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Form, Mail, Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_DISCHARGE = Register(
    "hospital discharge list",
    "DTOC / discharge to assess {Hospital} {day}",
    """
Ward = [{ref:@#}|AMU|Stroke{+health?}|{ref:#@}]
Patient = {e}
NHS No|NHS number|NHS = {e.nhs}
DOB = {e.dob}
Home addr|Address = [{e.addr}|{e.addr}|{home}]
?NOK = [{kin.full} {kin.phone}|{partner.full}]
MFFD = {day}
Pathway = [P0|P1|P2|P3]
Update|Comments = [POC x4 double handed from {day}|#NOF{+health}, awaiting equip|{condition}{+health}, family meeting w {kin.full}|self funder|refusing home, wants {home}|DST done, CHC?{+health?}|{s.first} to ring ward]
""",
    "xlsx xlsx csv docx",
    (5, 30),
)

_REABLEMENT = Form(
    "reablement referral",
    "Reablement / Home First referral",
    """
Patient name|Name = {E.full}
Hospital no|Hosp no = {ref:@######}
NHS no|NHS Number = {E.nhs}
Date of birth = {E.dob}
Address = {E.addr}
Telephone = {E.phone}
?Key safe = yes, code with {Kin.full}
Main carer = {Kin.full}, [daughter|son|friend], {Kin.phone}
Reason for admission = [fall at home, fractured wrist{+health}|{condition}{+health}|chest infection{+health}]
Past history = {condition}{+health}
?Allergies = [penicillin|NKDA|latex]
Care needed = [am and bed call|4 calls, 2 carers|meal prep only]
Referred by = {R.full}, ward sister, {hospital}
""",
    "docx txt html",
)

_CLIENT_INDEX = Register(
    "client index export",
    "client_index",
    """
PERSON_ID = {ref:#######}
TITLE = {p.title}
FORENAME = {p.given}
SURNAME = {p.family}
DATE_OF_BIRTH = {p.dob}
NHS_NUMBER = [{p.nhs}|{p.nhs}|{p.nhs}|]
?NI_NUMBER = [{p.nino}|]
?ADDRESS = {p.addr}
?GP_PRACTICE = {surgery}
?ETHNICITY = {ethnicity}{+ethnicity}
?PRIMARY_SUPPORT_REASON = [Physical Support{+health?}|Sensory Support{+health}|Learning Disability Support{+health}|Social Support]
STATUS = [OPEN|CLOSED]
""",
    "csv csv json xml sql",
    (10, 60),
)

_VACCINES = Register(
    "school vaccination consent list",
    "Flu consents {School}",
    """
NHS = {c.nhs}
Child = {c}
D.O.B = {c.dob}
Class = {ref:#@}
Postcode = {c.post}
Parent = {mum.full}
Contact = {mum.phone}
Consent = [Y|Y|N|no form]
?Comments = [|asthma{+health}|egg allergy{+health}|had it at {surgery} {day}|porcine gelatine - declined|on {medicine}{+health}]
""",
    "xlsx csv html",
    (8, 40),
)

_CHC_MAIL = Mail(
    "continuing healthcare funding",
    "CHC - {p.init} - NHS {p.nhs}",
    (
        """Hi {s.first}

Please can you confirm who pays for {p.tl} from {day}? DOB {p.dob}, now at {home}. The DST was done by {q.full} and found a primary health need: {condition}{+health}, on {medicine}.
~ Daughter {dau.full} has LPA and can be got on {dau.phone} or {dau.mail}.

{r.full}
Complex Care""",
        """Hello {r.first}

Panel agreed 50/50 until {month}. Swift no {ref:#######}. I've e-mailed {kin.full}.

{s.full}
Brokerage | {s.phone}""",
    ),
    between=("r", "s"),
)

_SCOTTISH = Text(
    "Scottish adult support letter",
    """
Adult Support and Protection{+adult}
CHI {E.chi}

{E.tfl}
{E.lines}

Dear {E.tl}

I met you with your [niece|son] {Kin.full} at {hospital} on {day:words}. You said that money had gone from your {bank} account.
~ Your CHI number, {E.chi}, is on the discharge letter, which says that you have {condition}{+health}.
I have asked {S2.full} to visit. If you are worried ring me on {S.phone}.

{S.full}
Council Officer
""",
    "docx txt",
)

_BELFAST = Register(
    "Northern Ireland trust list",
    "Domiciliary care list, {Town} locality",
    """
H&C No|HCN|Health & Care No = {e.hcn}
Client = {e}
DOB = {e.dob}
Address = {e.addr}
Tel = {e.phone}
Key worker = {s}
Calls = {n:1-4}
Notes = [|{condition}{+health}|key in press at no 4|{kin.full} does Sat|hosp since {day}{+health?}]
""",
    "xlsx csv html",
    (5, 25),
)

_NHS_EXPLAINED = Text(
    "help with the NHS number",
    """
What is an NHS number?

It is ten digits, shown in three groups, for example 3 digits, 3 digits and 4 digits. It is on letters from the hospital.
You do not need to know it to see a doctor. We ask for it so that your care plan and your hospital notes can be joined.
~ In Scotland the CHI number does the same work. It begins with the date of birth.
~ People with epilepsy, diabetes or COPD may have a passport for the hospital.
Staff: never put an NHS number in the subject of an e-mail.
""",
)

_JSNA = Register(
    "public health indicators",
    "JSNA indicators {year}",
    """
Indicator ID = {ref:9####}
Indicator = [Depression: recorded prevalence|Diabetes: QOF prevalence|Smoking at delivery|HIV late diagnosis|Dementia: aged 65+|Suicide rate|Under 18s conception rate]
Area = {ward}
Count = {n:5-4000}
Denominator = {n:900-90000}
Value = {money}
Lower CI = {money}
Upper CI = {money}
""",
    "csv xlsx html json",
    (10, 50),
)

_EQUIPMENT = Register(
    "community equipment store",
    "Equipment stock {month}",
    """
Code = {ref:@@######@}
Item = [Bath board 27in|Riser chair dual|Commode static|Walking frame wheeled|Profiling bed|Key safe]
Serial = {ref:### ### ####}
Batch = {ref:##########}
Shelf = {ref:@#} {ref:#@@}
Qty = {n:0-60}
Cost = {money}
Last LOLER = {day}
""",
    "csv xlsx fixed",
    (10, 50),
)

_WALKS = Text(
    "health walks",
    """
Walks in {month}

All walks are free and last an hour. Dogs are welcome on a lead.
%3-6 {weekday} {time}: meet at {park}, by the [bandstand|café|top gate]. [Flat.|One stile.|Steps.|Buggy friendly.]
Wear stout shoes. If it pours we have coffee instead.
""",
    "txt docx html",
)

WRITERS = (
    Writer(
        "hospital discharge coordinator",
        hand("LF|lf|tfl", slips=0.15, nhs="3-3-4|closed up"),
        planted=(_DISCHARGE, _REABLEMENT),
        lookalike=(_NHS_EXPLAINED,),
    ),
    Writer(
        "social care system",
        hand("full", slips=0, dob="ISO|ISO with time|figures", nhs="closed up|3-3-4"),
        planted=(_CLIENT_INDEX,),
        lookalike=(_JSNA,),
    ),
    Writer(
        "immunisation team",
        hand("full|LF", nhs="3-3-4|closed up"),
        planted=(_VACCINES,),
        clean=(_WALKS,),
    ),
    Writer(
        "brokerage officer",
        hand("full", nhs="3-3-4|closed up"),
        planted=(_CHC_MAIL,),
        lookalike=(_EQUIPMENT,),
    ),
    Writer("Scottish council officer", hand("full", dob="words|figures"), planted=(_SCOTTISH,)),
    Writer("Northern Irish trust clerk", hand("tfl|full", slips=0.15), planted=(_BELFAST,)),
    Writer("public health analyst", hand(), lookalike=(_JSNA, _NHS_EXPLAINED), clean=(_WALKS,)),
)
