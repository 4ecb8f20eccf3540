"""The Welsh-language unit and those who teach adults."""

from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.shapes import Register, Text
from benchmarks.accuracy.unseen.writer import Writer

_WELSH_LETTER = Text(
    "Welsh letter",
    """
{P.tfl}
{P.lines}

{day:Welsh}

Cyf: {ref:CYM/####}

Annwyl {P.tl}

Diolch am eich llythyr am [y dreth gyngor|y casgliad sbwriel|le yn yr ysgol i'ch merch {Kid.full}].
Dyddiad geni: {P.dob:Welsh}
Rhif Yswiriant Gwladol: {P.nino}
~ Rhif ffôn: {P.phone}
~ Cod post newydd: {Q.post}
~ Rhif GIG: {P.nhs}
Byddwn yn cysylltu â chi cyn {day:Welsh}.

Yn gywir
{S.full}
[Swyddog y Gymraeg|Swyddog Cyswllt]
""",
    "docx txt html",
)

_WELSH_LIST = Register(
    "Welsh learners",
    "Rhestr dysgwyr [Hydref|Ionawr] {year}",
    """
Cyfenw = {p.family}
Enw cyntaf|Enw = {p.given}
Dyddiad geni|D. Geni = {p.dob}
Ffôn|Rhif ffôn = {p.phone}
E-bost = {p.mail}
?Cyfeiriad = {p.house}
?Tref = {p.town}
Cod post|Côd Post = {p.post}
Lefel = [Mynediad|Sylfaen|Canolradd|Uwch]
Nodiadau = [|yn dysgu gyda'i gŵr {q.full}|angen ramp{+health?}|ffoniwch {kin.full} os yn hwyr]
""",
    "xlsx csv html",
    (5, 25),
)

_LEARNERS = Register(
    "adult learning enrolments",
    "ILR extract {ref:R##}",
    """
LearnRefNumber = {ref:############}
ULN = {p.uln}
FamilyName = {p.family}
GivenNames = {p.given}
DateOfBirth = {p.dob:ISO}
Ethnicity = {n:31-47}{+ethnicity?}
NINumber = {p.nino:closed up}
PriorAttain = {n:1-13}
Postcode = {p.post}
?TelNo = {p.phone}
?Email = {p.mail}
LLDDHealthProb = [1|2|2|9]{+health?}
""",
    "xml xml csv json",
    (5, 40),
)

_WELSH_POLICY = Text(
    "Welsh language standards",
    """
Safonau'r Gymraeg: polisi [mewnol|iaith]

Rhaid ateb pob llythyr Cymraeg yn Gymraeg. Rhaid i bob ffurflen gael ei chyhoeddi yn y ddwy iaith: enw, cyfeiriad, cod post, dyddiad geni, Rhif Yswiriant Gwladol, rhif ffôn.
~ Rhaid croesawu galwadau yn ddwyieithog.
~ Dylai arwyddion newydd roi'r Gymraeg yn gyntaf.
Answer every letter in the language in which it was written. Forms have both languages side by side.
Cysylltwch â'r Uned Gymraeg: {O.mail:cymraeg} neu {O.phone}.
""",
)

WRITERS = (
    Writer(
        "Welsh-language unit",
        hand("full", dob="figures|Welsh", phone="grouped"),
        planted=(_WELSH_LETTER, _WELSH_LIST),
        lookalike=(_WELSH_POLICY,),
    ),
    Writer("adult learning system", hand("full", slips=0), planted=(_LEARNERS,)),
)
