"""Files in which nothing is personal and nothing looks so: what most of a share is."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.cards import card
from benchmarks.accuracy.strangers.prose import dump, prose
from benchmarks.accuracy.strangers.tables import table

_C = Kind.CLEAN
_SHEETS = "csv csv xlsx xlsx tsv mainframe html docx json xml sql bars pdf"

GENRES = (
    prose(
        _C,
        "printer instructions",
        """
How to change the toner on the [second|ground] floor
1. Wait for the orange light.
2. Open the front flap and pull the grey lever towards you.
3. Put the old drum in the box for recycling. Do not shake it.
4. Close the flap. The machine hums for about a minute.
If it still says "paper jam" there is no jam: switch it off and on.
""",
        """
Kitchen rules
Wash your own mug. Milk is for tea, not for cereal. The fridge is emptied on the last working day of each month. The [dishwasher|microwave] is not ours and may go at any time.
""",
    ),
    prose(
        _C,
        "canteen menu",
        """
THIS WEEK IN THE CANTEEN
[Monday|Today]: leek and potato soup; cheese pie; sponge and custard
Then: lentil dahl with rice; fish, chips and mushy peas; apple crumble
Vegan choice every day. Allergen sheet at the till.
""",
    ),
    prose(
        _C,
        "project update",
        """
Highlight report - [new website|depot move|boiler replacement]
Status: [green|amber|red]
Done: the tender is out; three firms have asked questions; the drawings are with the architects.
Next: clear the yard, order the cable, agree the colour of the doors.
Risks: late steel; rain; nobody knows where the stopcock is.
Budget: on track. Board meets in a fortnight.
""",
        """
LESSONS LEARNED
What went well - we started early and told people often.
What did not - we forgot the school holidays, and the signs were the wrong size.
What we would do again - the open evening with soup.
""",
    ),
    prose(
        _C,
        "press release",
        """
MORE TREES FOR THE TOWN
The council is to plant «n:200-900» young trees this winter, mostly oak, hazel and wild cherry. Schools have been asked to choose the sites. "We lost a lot of elms and it is time to put something back," said a spokesperson.
The work will cost £«n:10-90»,000 and is paid for by a government grant.
ENDS
""",
        """
Pool closed for a week
The teaching pool will be shut while the tiles are mended. The big pool, gym and café stay open. Swimmers with a monthly pass get an extra week free.
""",
    ),
    prose(
        _C,
        "cleaning and fire notes",
        """
FIRE DRILL - WHAT TO DO
Leave by the nearest door. Do not use the lift. Meet by the bicycle stand. Wardens wear a yellow tabard. Nobody goes back in until the bell stops.
Last drill took [four|six] minutes, which is too long.
""",
        """
Cleaning round, evenings
Start at the top. Bins, then desks, then floors. Blue cloths for sinks, red for toilets. Tell the supervisor if the cupboard is short of sacks. Alarm is set by the last one out.
""",
    ),
    prose(
        _C,
        "garden newsletter",
        """
From the park
The snowdrops are early. We cut back the dogwood in the wet corner and found a toad. The bowling green has been spiked and fed; it will be open at Easter if the frost holds off. Seed swap on Saturday. Bring envelopes.
""",
    ),
    prose(
        _C,
        "specification of works",
        """
SPECIFICATION - [RESURFACING|RE-ROOFING|FENCING]
1.1 The contractor shall allow for all labour, plant and materials.
1.2 Timber to be treated softwood, 100 x 47 mm, free from shakes.
1.3 Make good on completion. Remove all rubbish from site daily.
1.4 Hours of work: 8 to 5, not Sundays.
2.1 Measure: «n:20-900» m2. Provisional sum £«n:1-9»,000.
""",
        faces="docx pdf txt",
    ),
    prose(
        _C,
        "style guide",
        """
WRITING FOR THE WEBSITE
Use short words. Say "about", not "approximately". Put the verb early. No capitals for seasons. Write "10am", not "10.00 a.m.". Never "click here". If a sentence has two commas, make it two sentences.
""",
        faces="txt md docx html",
    ),
    prose(
        _C,
        "reading group and song sheet",
        """
SING-ALONG, verse 2
The kettle's on, the fire is bright,
The boats come home before the night,
And we shall dance till morning light
Upon the harbour wall.
(chorus twice, then repeat softly)
""",
        """
Story time ideas: a bear who cannot sleep; a train that is afraid of tunnels; soup made from a stone. Bring bells and the big blue cloth for the sea.
""",
    ),
    table(
        _C,
        "budget by service",
        "Budget [monitoring|book] «year»",
        """
        Service=[Highways|Parks|Libraries|Waste|Leisure]
        Budget=«money»
        Spent=«money»
        Variance=«money»
        Comment=[On target|Late invoice|Savings not met]
        """,
        faces=_SHEETS,
    ),
    table(
        _C,
        "temperature records",
        "[Fridge|Pool|Boiler room] temperatures",
        """
        Time=«time»
        Reading C=«n:2-30».«n:0-9»
        pH=7.«n:0-9»
        OK=[Y|Y|N]
        """,
        faces=_SHEETS,
    ),
    table(
        _C,
        "project plan",
        "Plan: [depot move|library refit]",
        """
        Task=[Survey|Strip out|First fix|Paint|Snagging]
        Weeks=«n:1-9»
        Depends on=[-|1|2|3]
        Done %=«n:0-100»
        """,
        faces=_SHEETS,
    ),
    table(
        _C,
        "tree and bin counts",
        "[Tree species|Litter bins|Benches] counted",
        """
        Kind=[Ash|Lime|Hornbeam|Oak|Rowan]
        Count=«n:1-400»
        Condition=[good|fair|poor]
        """,
        """
        Type=[Cast iron|Plastic|Wheeled]
        Litres=«n:60-1100»
        Number=«n:1-90»
        """,
        faces=_SHEETS,
    ),
    table(
        _C,
        "risk register",
        "Risk register - [IT|events|winter]",
        """
        Risk=[Power cut|Flooded basement|Supplier fails|Late snow]
        Likelihood=«n:1-5»
        Impact=«n:1-5»
        What we do=[Generator tested|Sandbags|Second supplier|Salt in store]
        """,
        faces=_SHEETS,
    ),
    card(
        _C,
        "playground inspection",
        "Playground inspection",
        """
        Item=[Swing|Slide|Roundabout|Climbing net]
        Surface=[Wet pour|Bark|Grass]
        Bolts tight=[Yes|No]
        Wear=[None|Slight|Heavy]
        Action=[None|Replace chain|Close and tape off]
        """,
    ),
    card(
        _C,
        "room hire terms",
        "Hall hire - the short version",
        """
        Main hall=£«n:20-60» an hour
        Kitchen=£«n:5-20» extra
        Chairs=«n:40-200»
        Piano=Tuned twice a year
        Noise=Off by eleven
        """,
    ),
    dump(
        _C,
        "sitemap",
        "xml",
        "<?xml version='1.0' encoding='UTF-8'?>\n<urlset>",
        "<url><loc>https://council.example.org/[bins|parks|swimming|roads|trees]/page-«n:1-90»</loc><changefreq>weekly</changefreq></url>",
        "</urlset>",
        count=(5, 30),
    ),
    dump(
        _C,
        "display settings",
        "ini",
        "[display]\nbrightness=«n:20-100»\nrotate=0",
        "[slide «n:1-9»]\nfile=slide.png\nseconds=«n:5-30»\ntransition=[fade|none|wipe]",
        count=(2, 7),
    ),
    dump(
        _C,
        "survey totals",
        "json",
        '{"survey": "parks", "questions": [',
        '  {"text": "[How often do you come?|Is it clean?|Would you use a café?]", "yes": «n:1-400», "no": «n:1-400», "skipped": «n:0-40»}',
        "]}",
        between=",\n",
        count=(2, 9),
    ),
)
