"""Hospitals, surgeries, ambulances and the health boards of four nations."""

from benchmarks.accuracy.outside.shapes import listing, slip, text
from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.writer import Writer

_NOTICE = slip(
    "discharge notice",
    "[Assessment Notice|Discharge Notice|Notification of discharge (Care Act 2014 Sch 3)] - {Trust}",
    """
Patient details =
Surname = {E.FAMILY}
Forename(s) = {E.given}
D.O.B.|Date of birth|DoB = {E.dob}
?Age = {E.age}
NHS No.|NHS Number|NHS no = {E.nhs}
Hospital No. = {ref:R######}
Usual address|Home address|Permanent address = {E.lines}
?Tel (home) = {E.phone}
?GP = Dr {R.last}, {Surgery}
Admission =
Ward / site = {Ward}, {Hospital}
Date of admission = {day}
Reason for admission = [Fall ? cause, long lie|Reduced mobility, {condition}{+health}|Community acquired pneumonia{+health}|L NOF # - DHS {day}{+health}]
PMH = {condition}{+health}, {condition}
?Infection status = [MRSA neg|C. diff +ve, side room{+health}|COVID neg {day}]
Next of kin =
Name = {Kin}
Relationship = [daughter|son|friend|neighbour]
Contact no = {Kin.phone}
Discharge =
Est. date of discharge = {day}
?Consents to referral? = [Y|Y|N - best interests, MCA form attached]
Completed by = {S.full}, [Discharge Co-ordinator|Staff Nurse|OT Band 6]
Bleep/ext = {n:1000-4999}
""",
    "txt txt docx pdf html xlsx xml eml",
)
_SUMMARY = text(
    "clinic letter",
    """
{Trust}
Department of [Elderly Medicine|Neurology|Rehabilitation Medicine]
Our ref: {s?.init}/{ref:@@@}/{E.nhs}       Clinic date: {day}       Typed: {day}

PRIVATE & CONFIDENTIAL
{E.tfl}
{E.lines}

Dear {E.tl}

Re: {E.Fg}, DOB {E.dob}, NHS No {E.nhs}
Diagnoses: 1. {condition}{+health}  2. {condition}  3. ex-smoker
Medication: {medicine} [2.5mg OD|40mg nocte|5mg BD], {medicine}, paracetamol PRN

It was a pleasure to see you with your [wife|husband|sister] {Kin.full} today. As you know you have been less steady since {month} and had [two|three|several] falls.
~ On examination BP {n:100-170}/{n:60-95}, no focal neurology. MoCA {n:12-29}/30.
I have stopped the {medicine} and asked the community team to call on {E.phone}. I will see you again in {n:3-9} months.

Yours sincerely
Dictated but not signed
Dr {S.full}
Consultant Physician (GMC {S.reg:#######})
cc Dr {R.full}, {surgery}; Social Services, {Council}
""",
)
_DAILY = listing(
    "delayed discharge situation report",
    "[No Criteria To Reside|Medically optimised] list  {Hospital}  {day}",
    """
Site = [QMH|EI|DGH]
Ward = {ward}
Patient Name|Patient = {e}
NHS No|NHS Number = {e.nhs}
DOB = {e.dob}
?Age = {e.age}
?Postcode = {e.post}
LOS = {n:2-90}
?LA = [Harrowmere|Saltwick|OOA]
Reason|Delay code = [B1|C - awaiting POC|D2i res home|awaiting MCA{+health?}|HB funding]
Comments|Latest = [s/w {kin.full} (dtr) {kin.phone}, wants 24hr care|{condition}{+health}; PEG fed|housing: 2nd floor flat, no lift|[TOC sent|TOC to be sent] to {x.full}|? safeguarding re son, section 42 opened{+adult}|]
""",
    "csv xlsx merged word web banded pdf cards answers",
)
_GP = slip(
    "surgery referral to social care",
    "[Request for care assessment|Referral from Primary Care|e-Referral: Adult Social Care]",
    """
Patient =
Name = {E}
Title = {E.title}
NHS = {E.nhs}
DOB = {E.dob}
Gender = [F|M|Female|Male]
Ethnic category = [{ethnicity}{+ethnicity}|Not stated]
Address = {E.addr}
?Preferred contact = {E.phone}
?Email address = {E.mail}
Main language = [English|{language}]
Interpreter required = [No|Yes]
Problems =
Active = {condition}{+health}; [hypertension|carer strain]
?Significant past = {condition}{+health}
Repeat templates = {medicine}{+health?}, {medicine}
Reason = [Not coping since wife died. Has no family near.|Daughter ({Kin.full}) says he is wandering at night.|?self neglect, house very cluttered{+adult?}]
Referrer =
Practice = {Surgery}
Practice code = {ref:@#####}
Usual GP = Dr {S.full}
Consent to share record = [Yes|Implied]
""",
)
_AMBULANCE = text(
    "ambulance safeguarding referral",
    """
SAFEGUARDING CONCERN - AMBULANCE SERVICE{+child}
Inc no: {ref:########}   Date {day}   Crew: {S.full}, {S2.full}
Sent to: MASH, {Council}

Person causing concern   {C.full}     {C.dob}   ({C.age} yrs)
Location of incident     {C.addr}
Adults present           {Mum.full} (mother) {Mum.phone}; unknown male "{~Daz}"
Others in household      {Kid.full} dob {Kid.dob}

Attended 999 call for mother, overdose of {medicine}{+health}. {C.first} had called. No food in kitchen, dog faeces in bedroom. Mum said "I can't do it any more". Child not dressed for weather.
Police on scene, officer {Q.gF}, log {ref:###} of {day}.
Told mother of referral? [Yes|No - would raise risk]
""",
    "txt docx pdf narrow framed",
)
_SCOTS = listing(
    "health board list",
    "NHS [Lochaber|Strathannan] - Delayed Discharge Census",
    """
CHI No|CHI Number|CHI = {e.chi}
Surname = {e.FAMILY}
Forename = {e.given}
Date of Birth = {e.dob}
Postcode = {e.post}
Hospital code = {ref:@###@}
Specialty = {ref:@#}
Ready for discharge date = {day}
?Code 9 = [|AWI - guardianship, {condition}{+health}|]
?Proxy = [{kin.full}|]
""",
    "csv banded xlsx merged xml fixed",
)
_ULSTER = slip(
    "Northern Ireland referral",
    "[Stranmore HSC Trust - Gateway referral|UNOCINI initial referral]",
    """
Child / young person =
Name = {C}
H&C No = {C.hcn}
Date of birth = {C.dob}
Address = {C.addr}
School = {school}
?Religion = {religion}{+religion}
?Ethnic origin = {ethnicity}{+ethnicity}
Parents / carers =
Mother = {Mum}
Mother's telephone = {Mum.phone}
?Father = {Dad}
?Father's address = {Q.addr}
Concern =
Reason for referral = [Neglect. {C.first} comes to school hungry and unwashed.{+child}|Disclosed being hit with a belt by stepfather.{+child}|Mother's drinking.{+child}{+health?}]
Referred by = {R.full}, [health visitor|school nurse]
Referrer phone = {R.phone}
""",
)
_WELSH = text(
    "Welsh community nurse letter",
    """
Bwrdd Iechyd Prifysgol y Bae / Bay University Health Board

Annwyl Gydweithiwr

Parthed: {E.full}, [D.G.|Dyddiad geni:] {E.dob:Welsh}, Rhif GIG {E.nhs}
Cyfeiriad: {E.addr}  Ffôn: {E.phone}

Gwelais {E.tl} gartref ar {day:Welsh}. Mae ganddi {condition}{+health} ac mae'n cymryd {medicine}. Mae ei merch {Dau.full} yn byw gerllaw.
~ Hoffai gael cymorth yn Gymraeg. Nid yw'n gallu dringo'r grisiau bellach.
A fyddech cystal â threfnu asesiad?

Yn gywir
{S.full}
Nyrs Gymunedol
""",
)
_LEAFLET = text(
    "hospital leaflet",
    """
Going home from hospital
{Trust}: information for patients

We want you to go home as soon as you are well enough. Most people recover better there.
Before you leave, please have: outdoor clothes, your keys, somebody to collect you, and two weeks of tablets.
~ If you have diabetes, heart failure or COPD ask for the specialist nurse's leaflet.
~ Warfarin and apixaban thin the blood. Do not take aspirin as well unless told to.
Your NHS number is on the first page of your letter. You do not need it to use 111.
Patient Advice and Liaison Service: ask any member of staff. Leaflet no. {ref:PI#####}, review {month} {year}.
""",
)
_ACTIVITY = listing(
    "hospital activity figures",
    "{Trust} [activity|UEC dashboard|A&E sitrep] {month}",
    """
Org code = {ref:R@#}
Site = {hospital}
Period = 2025-{n:10-12}
A&E type 1 = {n:2000-9999}
Admissions = {n:900-4000}
> 21 days = {n:10-140}
Delays LA = {n:0-60}
% 4hr = {n:55-98}
HRG top = [DZ65 COPD|EB03 Heart failure|AA35 Stroke|HE11 Hip fracture]
SNOMED = {ref:##########}
""",
    "csv xlsx merged web banded fields",
)
_FORMULARY = listing(
    "formulary",
    "[Joint formulary|Tariff extract] {year}",
    """
BNF code = {ref:0#0#0##@0}
Drug = {medicine}
Pack = {n:7-100}
PIP code = {ref:###-####}
GTIN = {ref:50###########}
Indication = [epilepsy|depression|type 2 diabetes|hypertension|psychosis]
Price = {money}
RAG = [Green|Amber 2|Red]
""",
    "csv xlsx tagged fixed columns answers",
)
_MENU = text(
    "hospital menu",
    """
{Ward} menu, week {n:1-4}

%5-7 {weekday}: {dish}, or {dish}; [peas|carrots|salad]; [jelly|custard|fruit]
Tell the housekeeper by {time} if you want a large or small helping. Soft meals are marked S.
""",
    "txt docx pdf html",
)

WRITERS = (
    Writer("ward", hand("LF|LFt|Fg|full", slips=0.12, dob="figures|hyphens|short month|boxed", nhs="3-3-4|closed up|boxes"),
           (_NOTICE, _DAILY), (_ACTIVITY,), (_MENU,), "ellingdale-nhs.example.org"),
    Writer("consultant's secretary", hand("full|tfl", slips=0.02, dob="short month|figures|d Mon yyyy"),
           (_SUMMARY,), (_LEAFLET,), domain="saltwick-nhs.example.org"),
    Writer("surgery", hand("LFt|full|lf", dob="short month|ISO|hyphens", nhs="3-3-4|closed up"),
           (_GP,), (_FORMULARY,), domain="millgate-gp.example.org"),
    Writer("ambulance crew", hand("full|gF", slips=0.2), (_AMBULANCE,), domain="amb.example.org"),
    Writer("Scottish health board", hand("full", slips=0, dob="closed up|figures|ISO", chi="closed up|6-4"), (_SCOTS,)),
    Writer("Northern Irish health trust", hand("full|tfl", hcn="3-3-4|closed up"), (_ULSTER,), (_LEAFLET,)),
    Writer("Welsh health board", hand("full|tfl"), (_WELSH,), (_ACTIVITY,)),
)  # fmt: skip
