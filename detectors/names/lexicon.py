"""Given names and surnames, and words that look like names and are not.

Sources and licences: detectors/data/NOTICE.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """Return ``name`` without accents, in small letters, single-spaced: design.md, section 6.

    >>> folded("Zoë  O'Brien")
    "zoe o'brien"
    """
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(char for char in decomposed if not unicodedata.combining(char))
        name = name.replace("ı", "i")  # YILDIRIM and Yıldırım are one
    return " ".join(name.casefold().replace(".", " ").split())


def listed_names(file: str) -> frozenset[str]:
    """Return the folded names of a list in detectors/data, one to a line below its heading."""
    return frozenset(files("detectors.data").joinpath(file).read_text("utf-8").split("\n")[1:-1])


@cache
def first_names() -> frozenset[str]:
    """Return the given names, folded."""
    return listed_names("first_names.csv")


def common_first_names() -> tuple[str, ...]:
    """Return given names, as written, that a person begins with wherever they stand in a text.

    Borne by many, and no everyday word, month or town.
    """
    text = files("detectors.data").joinpath("common_first_names.csv").read_text("utf-8")
    return tuple(text.split()[1:])


@cache
def surnames() -> frozenset[str]:
    """Return the surnames, folded, with those that women of their families bear."""
    listed = listed_names("surnames.csv")
    return listed.union(*map(_of_women, listed))


_WOMENS = {
    "ski": ("ska",), "cki": ("cka",), "sky": ("ska",), "ny": ("na",), "ov": ("ova",),
    "ev": ("eva",), "ak": ("akova",), "ek": ("kova",), "ik": ("ikova",), "ec": ("cova",),
    "ar": ("arova",), "ath": ("athova",), "as": ("iene", "aite"), "is": ("iene", "yte"),
    "ius": ("iene", "iute"), "us": ("uviene", "ute"),
}  # fmt: skip
"""How men's surnames end in Poland, the Czech and Slovak lands, Bulgaria and Lithuania, and how
those of women of the same family do."""
_LEAST_LETTERS = 6  # shorter ones are of other languages


def _of_women(surname: str) -> list[str]:
    """Return the women's forms of a surname that ends as men's do in some languages.

    >>> _of_women("nowakowski"), _of_women("petrauskas"), _of_women("hill")
    (['nowakowska'], ['petrauskiene', 'petrauskaite'], [])
    """
    if len(surname) < _LEAST_LETTERS:
        return []
    endings = (surname[-2:], surname[-3:])
    return [
        surname[: -len(ending)] + other for ending in endings for other in _WOMENS.get(ending, ())
    ]


@cache
def everyday_words() -> frozenset[str]:
    """Return words that are often written in small letters; no given name that many bear."""
    return listed_names("everyday_words.csv")


@cache
def places() -> frozenset[str]:
    """Return places of the United Kingdom, and the words for nations."""
    return listed_names("places.csv") | listed_names("nationalities.csv")


@cache
def beside_names(says: str) -> frozenset[str]:
    """Return the words of which the list of words beside names says that."""
    text = files("detectors.data").joinpath("beside_names.csv").read_text("utf-8")
    rows = (line.split(",") for line in text.split("\n")[1:-1])
    return frozenset(word for word, said in rows if said == says)


@cache
def things() -> frozenset[str]:
    """Return what follows a name and makes it a prize's, a museum's or a firm's."""
    return beside_names("thing") | beside_names("thing or surname")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "mr mrs ms miss mx dr doctor prof professor rev revd reverend cllr councillor sir dame lord"
    " lady master judge sgt pc dc ds di inspector constable sister nurse father canon cllrs fr col"
    " capt cpl pcso wpc hon senco insp supt"
)  # fmt: skip

TITLES_TOO = _words("judge constable canon master lord lady nurse")
"""Titles that are surnames as well: the last word of a name whose first is a given name."""

PARTICLES = _words(
    "van von de der den di da del dela della dos la le el al bin binti ibn ap ab ferch ter ten y e"
    " st san mac o ni nic ui"
)

MONTHS = _words(
    "january february march april may june july august september october november december"
    " ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd"
    " rhagfyr"
)
"""Some are given names: a name may hold one of these, but not consist of them."""

NEVER_NAMES = _words(
    # the day
    "monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday"
    " morning afternoon evening"
    # words that open sentences, and that stand where a name could
    " the a an and or but if in on at to of for from with by as is are was were be been has have"
    " had do does did not no yes i we i'm you he she it they this that these those there"
    " here my our"
    " your his her its their who what when where why how which please thank thanks re fw fwd"
    " dear hi hello hey regards sincerely faithfully yours kind best many would can could shall"
    " should might must also after before since until while because then than all head chair"
    " any some each every other another new old see note further following subject date time"
    " sent cc bcc page ref reference tel telephone phone mobile email e-mail fax address postcode"
    " name names surname surnames forename forenames number dob nhs ni nino signed print"
    " unknown none n/a na tbc tbd nil null"
    # whom letters address
    " syr gydweithiwr gydweithwyr gyfaill gyfeillion drigolyn drigolion breswylydd breswylwyr"
    " riant rieni denant denantiaid gwsmer gwsmeriaid bawb etholwr etholwyr ymgeisydd"
    " sir madam sirs colleague colleagues team resident residents occupier householder customer"
    " customers applicant applicants tenant tenants parent parents guardian guardians carer"
    " neighbour member members friend friends client clients patient patients pupil pupils"
    " student students claimant landlord homeowner leaseholder everyone both folks everybody"
    " sir/madam user users owner manager officer director clerk secretary leader councillors"
    " editor headteacher governors governor trustees taxpayer taxpayers executive voter voters"
    " employer supplier partner partners subscriber candidate volunteer volunteers"
    " total totals subtotal average born nee dictated enclosed enclosures"
    " gypsy traveller travellers"
    " valued president chairman chairperson mayor minister"
    # registers and roles that are written after names, and groups of people
    " gmc nmc hcpc gphc gdc idva isva amhp gypsy gypsies romany traveller travellers"
)  # fmt: skip

SURNAMES_TOO = _words("best page head friend clerk parent")
"""Words that open sentences or stand for people, and surnames: "Jimmy Page", not "Page 2"."""

DAYS_TOO = _words("sunday")
"""A day, and a given name beside a surname: many Nigerians are called so."""

PLACE_WORDS = _words(
    # bodies and their parts
    "council department dept service services office school academy college university hospital"
    " surgery clinic practice trust centre center unit committee board group association society"
    " union club church chapel mosque temple ltd limited plc llp inc company co partners & sons"
    " brothers solicitors foundation charity nursery library police court tribunal ministry"
    " government parliament county borough district city town parish ward nhs hmrc dwp"
    " housing benefits benefit revenues finance planning customer adult adults children childrens"
    " social education environmental licensing legal parking highways library electoral"
    " registration democratic human payroll procurement communications digital reception duty"
    " enquiries admin administration helpdesk options homes trading leisure regulatory accounts"
    # places
    " street road lane avenue drive close crescent terrace gardens grove court place square way"
    " walk row hill park view mews rise green house lodge cottage flat apartment estate bridge"
    " station quay wharf parade heol ffordd stryd st. rd ave building buildings block floor room"
    # paper
    " form report minutes agenda letter invoice order contract policy plan budget review notice"
    " claim case file document schedule appendix section account payment bill statement"
)  # fmt: skip

"""Of places, bodies and papers; those that are surnames too may be the last word of a name."""

_HOUSES_OF_WALES = _words(
    "awel teg hyfryd mawr bach glas coch deri derw derwen celyn eithin golau siriol heulog mor afon"
    " hir garw onnen rhedyn tirion eglwys castell villa"
)
HOUSES_ON_BRYN = frozenset(
    f"{hill} {word}" for hill in ("bryn", "glyn") for word in _HOUSES_OF_WALES
)
"""Bryn and Glyn are a hill and a valley as well: "Bryn Awel" is a house."""

FIRMS = HOUSES_ON_BRYN | frozenset(
    {
        *("john lewis", "thomas cook", "marie curie", "laura ashley", "ted baker", "karen millen"),
        *("jack wills", "austin reed", "ernest jones", "jack daniels", "johnnie walker"),
        *("jimmy choo", "henry schein", "laing orourke", "morgan sindall", "john deere"),
        *("jp morgan", "morgan stanley", "lloyd george", "peter jones", "russell hobbs"),
        # who builds, audits, lets and supplies to councils
        *("may gurney", "kier graham", "willmott dixon", "wilson bowden", "taylor wimpey"),
        *("taylor woodrow", "galliford try", "robert mcalpine", "alfred mcalpine", "bryden wood"),
        *("barton willmore", "mott macdonald", "balfour beatty", "john laing"),
        *("grant thornton", "ernst young", "price waterhouse", "baker tilly"),
        *("irwin mitchell", "leigh day", "clifford chance", "bevan brittan", "trowers hamlins"),
        *("duncan lewis", "slater gordon", "browne jacobson"),
        *("knight frank", "jones lang", "carter jonas", "lambert smith"),
        *("hays specialist", "robert half", "robert dyas"),
        *("wilson james", "travis perkins", "nelson thornes"),
        *("harvey nichols", "charles tyrwhitt", "dorothy perkins"),
        *("johnson matthey",),
        *("thomas pink", "vivienne westwood", "mary quant", "clinton cards"),
        *("vidal sassoon", "toni guy", "estee lauder", "elizabeth arden", "max factor"),
        *("jacob creek", "harry ramsden", "betty crocker"),
        *("harvey norman", "land rover", "aston martin", "alfa romeo", "ford transit"),
        *("royal enfield", "harley davidson", "massey ferguson", "rolls royce", "kia niro"),
        *("dennis eagle", "alexander dennis", "timothy taylor", "martin mccoll", "skoda fabia"),
        # charities
        *("anthony nolan", "terrence higgins", "sue ryder", "leonard cheshire", "dr barnardo"),
        *("joseph rowntree", "thomas pocklington", "esmee fairbairn", "paul hamlyn"),
        # people of stories
        *("jane eyre", "oliver twist", "david copperfield", "harry potter", "peter pan"),
        *("robin hood", "sherlock holmes", "mary poppins", "tom sawyer", "huckleberry finn"),
        *("robinson crusoe", "bridget jones", "peter rabbit", "moll flanders"),
        *("daniel deronda", "nicholas nickleby", "barnaby rudge", "martin chuzzlewit", "adam bede"),
        *("silas marner", "tristram shandy", "anna karenina", "dorian gray", "lorna doone"),
        *("horrid henry", "tracy beaker", "postman pat", "fireman sam"),
        # dishes, dogs, trees, drinks
        *(
            "sally lunn",
            "jack russell",
            "gordon setter",
            "tom collins",
            "brown betty",
            "victoria sponge",
        ),
        *("king charles", "king edward", "earl grey", "lady grey", "granny smith", "eggs benedict"),
        *("harvey wallbanger", "tom tit", "jenny wren", "robin redbreast", "jack frost"),
        *("bloody mary", "peach melba", "beef wellington", "maris piper", "cox orange"),
        # places
        *(
            "holly bush",
            "alice holt",
            "royal oak",
            "hong kong",
            "costa rica",
            "puerto rico",
            "sierra leone",
            "santa cruz",
            "san jose",
        ),
    }
)
"""What is written like a name and is a firm, a charity, a place, a dish, a dog or in a story."""

AFTER_A_PLACE = _words(
    "street road lane avenue drive close crescent terrace gardens grove place square way walk row"
    " hill park mews rise house lodge cottage estate bridge station school academy college"
    " university hospital surgery centre trust ltd limited plc llp inc church chapel club"
    " foundation solicitors court primary secondary junior infants memorial nursery building"
    " buildings ward wood farm hall council"
)  # fmt: skip
"""What follows a name and makes it a street, a house or a firm."""
