"""Residents and their societies, in their own words and spelling."""

from benchmarks.accuracy.outside.shapes import Mail, listing, text
from benchmarks.accuracy.unseen.hand import hand
from benchmarks.accuracy.unseen.writer import Writer

_COMPLAINT = text(
    "complaint by letter",
    """
{E.lines}
{day:words}

[Dear Sir or Madam|To the Chief Executive|Dear Council]

[I am writting to complain about|Re: the disgracefull state of] the bins in {street}. I have rung {n:3-12} times and spoke to a {X.full}, who was very rude.
I am {E.age} years old, I have {condition}{+health} and my wife {Partner.first} is registered blind{+health}. My neighbour {Q.tfl} at {Q.at} is in the same boat.
~ Last week I fell on the black bags and was took to {hospital}.
~ My council tax acount is {ref:6#######}. I pay by direct debit from {bank}, {E.sort} {E.acct}.
I expect a proper reply, my phone is {E.phone} or my grandaughter's e-mail {Kin.mail}.

Yours [faithfully|truely|in disgust]
{E.full}
""",
    "txt docx pdf narrow",
)
_PHONED_IN = Mail(
    "mail from a resident",
    "[URGENT|help pls|housing|re my claim] {p.post}",
    (
        """hi its {p.low} again dob {p.dob} ni {p.nino}
[i have been told i have to leave by friday the landlord {q.full} has changed the locks|my uc has stopped and i got no money for gas|they put me next to drug dealers{+crime?}]
my little boy {kid.first} is {kid.age} and has {condition}{+health}. i cant cope. ring me on {p.phone} NOT the old one
~ am stopping at my mates {r.full}, {r.addr}
sent from my phone""",
        """Dear {p.first},
Sorry to hear this. I have passed it to {x2.full} in Housing Options. Please bring ID.
{x.full}
Customer Services""",
        """ok ive got passport {p.passport} and the bank card is that enough. {p.first} x""",
    ),
    between=("p", "x"),
)
_OBJECTION = text(
    "planning objection",
    """
Objection to {ref:##/#####/FUL}, land off {street}

From: {P.tfl}, {P.addr}. {P.mail}
I object. The lane floods, the school is full, and the lorries already shake my ceilings.
~ {Q.full} next door ({Q.at}) is on oxygen for COPD{+health} and the dust would kill him.
~ The applicant, {R.full}, is a friend of the chairman. Everybody knows it.
~ As a member of the {party} Party I told the meeting so{+politics}.
Please do not put my telephone, {P.phone}, on the website.
{P.full}
""",
    "txt eml docx pdf html",
)
_PETITION = listing(
    "petition with signatures",
    "[We the undersigned call on {council} to keep {park} open|Save our crossing|SAY NO TO THE MAST]",
    """
Print name|Name = {p}
Address = {p.addr}
?Post code = {p.post}
?E-mail / tel = [{p.mail}|{p.phone}|]
Signed = [yes|x|{p?.first}]
?Comments = [|my son was knocked down here|never asked us|I use it for my {condition}{+health}|absolute disgrace]
""",
    "csv csv0 xlsx word web pdf ruled banded",
)
_DIARY = text(
    "neighbour's diary sheets",
    """
NOISE DIARY    kept by {P.full}, {P.addr}, tel {P.phone}
Against: {Q.full}, {Q.at}
%5-10 {day}  {time}  [music till 2|dog barking non stop|he was screaming at {q.first} agen|banging|police came{+crime?}, van reg {q.vrm}|smell of cannabis|two lads, one called {q.full}, kicked my fence]
~ I am on {medicine} because of this{+health?}. My doctor is at {surgery}.
Signed {P.full}
""",
    "txt docx narrow pdf",
)
_SAR = text(
    "request for one's own records",
    """
Subject access request under the data protection act
I was in care in {town} between {year} and {year} and want all my files{+child?}.
Name now: {P.full}. Name at the time: {Q.full}. Born: {P.dob}. Mother: {Mum.full}. Brother: {Kin.full}, {Kin.dob}.
Address: {P.addr}. E-mail: {P.mail}. Phone {P.phone}. NHS number if it helps: {P.nhs}.
~ I was abused at {carehome} by a man called {R.full}{+child}. He was sent to prison{+crime}.
~ For proof of who I am: passport {P.passport}, driving licence {P.licence}.
""",
    "txt eml docx pdf",
)
_CYMRAEG = text(
    "Welsh resident's letter",
    """
{P.lines}
{day:Welsh}

Annwyl Syr neu Fadam

Ysgrifennaf ynglŷn â threth y cyngor. Fy enw i yw {P.full}, ganwyd {P.dob:Welsh}. Rhif Yswiriant Gwladol: {P.nino}.
Mae fy ngŵr {Hub.full} yn yr ysbyty gyda {condition}{+health}. Rwy'n talu o gyfrif {P.acct}, cod didoli {P.sort}.
~ Ffoniwch fi ar {P.phone} neu anfonwch e-bost at {P.mail}.

Yn gywir
{P.full}
""",
    "txt docx pdf",
)
_MINUTES = text(
    "residents' association minutes",
    """
{Street} & District Residents' Association - minutes, {day}
Present: {S.full} (chair), {P.full}, {Q.full}, {R.full}, Cllr {X.full}. Apologies: {Kin.full}, who is in {hospital}.
1. {P.first} said that the lamp by {park} is still out. {X.full} will chase.
2. Treasurer: £{money} in {bank}. {Q.full} to be a signatory, {Q.mail}.
~ 3. {R.full} of {R.at} asked for his thanks to be recorded.
Next meeting at {building}, {weekday} {time}.
""",
)
_HISTORY = text(
    "local history page",
    """
{Street} through the ages
The mill was built in 18{n:10-60} and burnt down in 18{n:61-99}. {~Queen Victoria} passed by train. {~John Wesley} preached by the well.
In 1926 the miners were out for seven months; {n:20-90} were fined for picketing. The chapel sheltered Jewish and Basque children before the war.
~ {~Florence Nightingale} is said to have opened the ward for typhoid, but the dates do not fit.
~ The works closed in 19{n:60-99}. {building} stands on the site.
Our thanks to the record office (catalogue {ref:D/####/##}).
""",
)
_CAMPAIGN = text(
    "campaign leaflet",
    """
SAVE OUR LIBRARY
The council wants to shut {building}. {n:200-4000} people use it. Disabled people, carers and the over 70s will be hit hardest.
March from {park} to the Town Hall on {weekday} at {time}. Bring banners. {union} and the {party} group are with us.
~ Write to your councillor. Sign at any shop in {street}.
~ Facts: visits up {n:2-20}%; cost £{money}; homework club for pupils with dyslexia.
""",
)
_FETE = text(
    "society's programme",
    """
{church}: spring programme
%4-8 {weekday} {time}: [flower arranging|quiz, bring a plate of sandwiches|talk on bees|{dish} lunch|jumble sale, 50p|singing for fun].
Lifts can be had. Children must be with an adult. There is a ramp.
""",
)
_GARDEN = listing(
    "show results by class",
    "Horticultural show {year}: entries",
    """
Class = {n:1-90}
Exhibit = [Three onions|Vase of sweet peas|Victoria sponge|Longest leek|Marrow|Jar of chutney]
Entries = {n:1-30}
First = exhibit {n:1-30}
Prize = £{n:1-20}
""",
    "csv xlsx word web ruled",
    (8, 20),
)

WRITERS = (
    Writer("elderly resident", hand("full|tfl|til", slips=0.15, dob="words|figures"), (_COMPLAINT, _DIARY), (_HISTORY,), (_FETE,)),
    Writer("resident in need", hand("full|low", slips=0.3, dob="d/m/yy|dots|short figures", nino="spaced lower|closed up|pairs"),
           (_PHONED_IN, _SAR)),
    Writer("campaigner", hand("full|UP|low", slips=0.2), (_OBJECTION, _PETITION), (_CAMPAIGN,), (_GARDEN,)),
    Writer("Welsh resident", hand("full"), (_CYMRAEG,)),
    Writer("residents' association", hand("full"), (_MINUTES,), (_HISTORY,), (_FETE, _GARDEN)),
)  # fmt: skip
