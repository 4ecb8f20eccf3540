"""Lists about nobody: stock, meters, streets, firms, counts, codes, timetables."""

from __future__ import annotations

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.strangers.tables import table

_L = Kind.LOOKALIKE
_SHEETS = "csv csv xlsx xlsx tsv mainframe html docx json xml sql client bars pdf"

GENRES = (
    table(
        _L,
        "stock list",
        "[Stores|Depot stock|Spare parts] - stocktake «day»",
        """
        Part no=«ref:@@######@»
        Description=[Valve seat|Brake shoe|Bulb, amber|Kerb, bull nose]
        Bin=[E1 2AB|C3 4PM|B7 4AB|S9 6DF]
        Qty=«n:0-400»
        Unit cost=«money»
        """,
        """
        Item code=«n:1000000000-9999999999»
        Batch=«ref:@@ ## ## ##»
        Barcode=50«n:10000000000-99999999999»
        Location=Bay «n:1-20»
        Supplier=«firm»
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "asset register",
        "[ICT|Property|Plant] asset register",
        """
        Asset=«ref:A-#####»
        Serial=«ref:@@#####@#@»
        IMEI=35«n:1000000000000-9999999999999»
        Model=[Latitude 5440|Pro Max|M404]
        Bought=«day»
        Cost=«money»
        """,
        """
        Site=[Corn Exchange|Depot 4|Victoria Park toilets|Bishop Street car park]
        UPRN=«o.uprn»
        Area (ha)=0.«n:10-99»
        EPC=[C|D|E]
        Valued=«day»
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "meter readings",
        "[Gas|Electric|Water] readings «Month»",
        """
        Site=[Baths|Town Hall|Depot|Crematorium]
        MPRN=«n:1000000000-9999999999»
        Serial=«ref:@##@######»
        Reading=«n:10000-99999»
        Read on=«day»
        """,
        """
        MPAN=1«n:100000000000-999999999999»
        Meter=«ref:@##@#####»
        kWh=«n:100-90000»
        Invoice=«n:10000000-99999999»
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "street and gritting list",
        "[Gritting route|Street cleansing|Adopted roads] «n:1-20»",
        """
        USRN=«n:10000000-49999999»
        Street=«road»
        Town=«place»
        Class=[A4«n:10-99»|B3«n:100-999»|U]
        Length m=«n:40-2000»
        """,
        """
        Seq=«n:1-80»
        From=[«road»|A40 THE Circle|M25 JCT 10]
        To=«road»
        Salt bin=SB«n:100-999»
        """,
        faces=_SHEETS,
        size=(8, 30),
    ),
    table(
        _L,
        "planning register by reference",
        "[Decisions|Applications] list, week «n:1-52»",
        """
        Reference=«ref:##/#####»/[FUL|HSE|LBC]
        Valid=«day»
        Ward=«place»
        Proposal=[Loft conversion|Shop front|Felling of one ash|Solar panels]
        Decision=[Granted|Refused|Withdrawn]
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "firms called like people",
        "[Approved contractors|Payments over £500|Sponsors]",
        """
        Supplier=[«firm»|«firm»|Marks Taylor Wells LLP|Grant & Stone Ltd|Barnaby Rudge Pub Co|Henry Boot Plant|Austin Reed Cleaning Ltd|Wilson James Security Ltd|Kelly's Coaches]
        Amount=«money»
        Paid=«day»
        Cost centre=«ref:##-##-##»
        Voucher=«n:10000000-99999999»
        """,
        """
        Firm=«firm»
        Trade=[Plasterer|Florist|Lift maintenance]
        Office=«o.addr»
        Tel=«o.phone»
        Company no=0«n:1000000-9999999»
        VAT=GB«n:100000000-999999999»
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "role mailboxes",
        "Who to contact",
        """
        Team=[Planning|Bins|Registrars|Blue Badge|Children's front door]
        Mailbox=[«council.box:planning»|«council.box:waste»|«council.box:registrars»]
        Number=«council.phone»
        Building=«building»
        Duty officer=[Team leader|Rota|Business support]
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "counts by group",
        "[Pupils|Workforce|Tenants|Survey] by [ethnic group|religion|condition] «year»",
        """
        Group=[«ethnic»|«faith»|«condition»|Not stated]
        Number=«n:5-4000»
        Per cent=«n:1-60».«n:0-9»
        Change=[+|-]«n:1-9»
        """,
        """
        Ward=«place»
        Residents=«n:900-14000»
        65 and over=«n:100-3000»
        Long-term illness=«n:100-2500»
        No car=«n:50-2000»
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "code lists",
        "Lookup: [ethnicity|need|religion|offence] codes",
        """
        Code=«ref:@@@@»
        Meaning=[«ethnic»|«faith»|«offence»|«condition»|Refused]
        Active from=«day»
        Sort=«n:1-40»
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "bus timetable",
        "Service [X4|17A|402]: Mondays to Fridays",
        """
        Stop=[Nelson Arms|Holly Bush|Victoria Road School|Dean Clough|Rose and Crown|St James' Church|«road»]
        Depart=«time»
        Next=«time»
        ATCO=«n:100000000-999999999»
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "fleet list",
        "Council fleet [workshop|MOT due]",
        """
        Fleet no=«n:100-999»
        Reg=«o.vrm»
        Type=[26t RCV|Cage tipper|Mini sweeper|Gritter "Spready Mercury"]
        VIN=WDB«n:10000000000000-99999999999999»
        MOT=«day»
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "ledger codes",
        "[Journal|Virement|Chart of accounts] period «n:1-12»",
        """
        Code=«ref:##-##-##»
        Journal=«n:10000000-99999999»
        Narrative=[Accrual reversal|Grant income|Recharge from Legal|Bill payment batch]
        Debit=«money»
        Credit=«money»
        Posted=«day»
        """,
        """
        NOM=«n:100000-999999»
        BUDGET=«n:1000-9999» «n:100-999» «n:100-999»
        PO=«n:1000000000-9999999999»
        VALUE=«money»
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "plants and varieties",
        "[Bulb order|Rose beds|Seed potatoes] «year»",
        """
        Variety=[King Edward|Maris Piper|Sweet William|Black-eyed Susan|Busy Lizzie|Ragged Robin|Creeping Jenny|Jack-by-the-hedge]
        Bed=[A|B|C]«n:1-20»
        Quantity=«n:10-900»
        Price=«money»
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "fixtures and rooms",
        "[League fixtures|Room bookings|Pitch hire]",
        """
        Date=«day»
        Home=[«place» Rovers|Bishop Town|King's Lynwood|St Mary's Old Boys]
        Away=[Hartley Wanderers|Dean Athletic|Mason Villa|«place» Town]
        Pitch=[Lloyd Park 2|Marsh Lane|Rose Hill]
        KO=«time»
        """,
        """
        Room=[Austen Room|Brunel Suite|Pankhurst Room|Darwin Lab]
        Day=«weekday»
        Slot=«time»
        Group=[Knit and natter|Al-Anon|Slimming club|Parkinson's choir]
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "postcode lookups",
        "[Ward lookup|Collection day by postcode sector|School catchments]",
        """
        Outward=«district»
        Sector=«n:1-9»
        Ward=«place»
        Bin day=«weekday»
        """,
        """
        OA=E00«n:100000-199999»
        LSOA=E01«n:100000-199999»
        Easting=«n:300000-600000»
        Northing=«n:100000-500000»
        IMD rank=«n:1-32844»
        """,
        faces=_SHEETS,
    ),
    table(
        _L,
        "calls and queues statistics",
        "[Contact centre|Switchboard] - [interval|daily] report",
        """
        Interval=«time»
        Offered=«n:10-400»
        Answered=«n:10-400»
        AHT=00:0«n:1-9»:«n:10-59»
        Queue id=«n:2000000000-2999999999»
        """,
        faces=_SHEETS,
    ),
)
