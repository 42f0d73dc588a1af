"""What the path of an address says at sites that spell it in a way of their own."""

import re

from pipeline.addresses.journal_hosts import BIBCODES, OXFORD, SILVERCHAIR
from pipeline.addresses.rule import Meaning, Place
from pipeline.values.entry import Hints
from pipeline.values.identifiers import identifier


def arxiv(hit: re.Match[str], _place: Place) -> Meaning | None:
    """The id without version and ending."""
    raw = re.sub(
        r"(?:v\d+)?(?:\.(?:pdf|ps|html?))?(?:v\d+)?$",
        "",
        hit[1].rstrip("/.,"),
        flags=re.IGNORECASE,
    )
    named = identifier("arxiv", raw)
    return Meaning((named,)) if named else None


def biorxiv(hit: re.Match[str], _place: Place) -> Meaning | None:
    """A DOI whose prefix and number are spelt."""
    named = identifier("doi", f"{hit[1]}/{hit[2].rstrip('.')}")
    return Meaning((named,)) if named else None


def biorxiv_early(hit: re.Match[str], _place: Place) -> Meaning | None:
    """Preprints since December 2025 have another prefix."""
    new = (int(hit[1]), int(hit[2])) >= (2025, 12)
    prefixes = ("10.64898", "10.1101") if new else ("10.1101", "10.64898")
    found_ids = [identifier("doi", f"{prefix}/{hit[3]}") for prefix in prefixes[: 1 + new]]
    return Meaning(tuple(i for i in found_ids if i), derived=True)


def nature(hit: re.Match[str], _place: Place) -> Meaning | None:
    """``onc2011282`` may be 10.1038/onc2011282 or 10.1038/onc.2011.282."""
    slug = hit[1]
    dotted = re.fullmatch(r"([a-z]+)(20\d\d)(\d+)", slug)
    forms = [slug] + ([f"{dotted[1]}.{dotted[2]}.{dotted[3]}"] if dotted else [])
    named = [identifier("doi", f"10.1038/{form}") for form in forms]
    return Meaning(tuple(i for i in named if i), derived=True)


def oup(hit: re.Match[str], _place: Place) -> Meaning | None:
    """The last number is internal; an article (``bbae052``) ends the DOI, a page does not."""
    journal, volume, issue, page = hit[1].lower(), hit[2], hit[3], hit[4]
    hints = Hints(journal=OXFORD.get(journal), volume=volume, issue=issue or None, page=page)
    number = re.fullmatch(r"[a-z]{2,}\d{3}", page.lower())
    doi = identifier("doi", f"10.1093/{journal}/{page.lower()}") if number else None
    return Meaning((doi,) if doi else (), derived=bool(doi), hints=hints)


def cvf(hit: re.Match[str], _place: Place) -> Meaning | None:
    """``Family_Title_Words_CVPR_2016_paper``."""
    named = identifier("cvf", re.sub(r"[^\w.\-]", "_", hit[0].rsplit("/", 1)[-1]))
    hints = Hints(
        family=hit[1].replace("-", " "), journal=hit[3].upper(),
        year=int(hit[4]), title=hit[2].replace("_", " "),
    )  # fmt: skip
    return Meaning((named,) if named else (), hints=hints)


_VOLUMES = {
    "ICML": (28, 32, 37, 48, 70, 80, 97, 119, 139, 162, 202, 235, 267),
    "AISTATS": (2, 5, 9, 15, 22, 31, 33, 38, 51, 54, 84, 89, 108, 130, 151, 206, 238, 258),
    "COLT": (19, 23, 30, 35, 40, 49, 65, 75, 99, 125, 134, 178, 195, 247, 291),
    "UAI": (115, 124, 161, 180, 216, 244, 286),
    "CoRL": (78, 87, 100, 155, 164, 205, 229, 270, 305),
    "ACML": (13, 20, 25, 29, 39, 45, 63, 77, 95, 101, 129, 157, 189, 222, 260),
    "MLHC": (56, 68, 85, 106, 126, 149, 182, 219, 252, 298),
    "ALT": (76, 83, 98, 117, 132, 167, 201, 237, 272),
    "L4DC": (120, 144, 168, 211, 242, 283),
}  # fmt: skip
"""Whose papers a volume holds. Source: the series' own list, proceedings.mlr.press."""
_MEETING = {volume: name for name, volumes in _VOLUMES.items() for volume in volumes}


def usenix(hit: re.Match[str], _place: Place) -> Meaning | None:
    """``/conference/osdi20/presentation/quist``."""
    name = {"usenixsecurity": "USENIX Security", "atc": "USENIX ATC"}.get(hit[1].lower())
    family = re.sub(r"\d+$", "", hit[3] or "")
    return Meaning(
        hints=Hints(journal=name or hit[1].upper(), year=2000 + int(hit[2]), family=family or None)
    )


def pmlr(hit: re.Match[str], _place: Place) -> Meaning | None:
    """``/v139/bee21a``: volume, first author, year."""
    named = identifier("pmlr", f"v{hit[1]}/{hit[2]}{hit[3]}{hit[4]}")
    hints = Hints(
        journal=_MEETING.get(int(hit[1]), "Proceedings of Machine Learning Research"),
        volume=hit[1],
        family=hit[2].replace("-", " "), year=2000 + int(hit[3]),
    )  # fmt: skip
    return Meaning((named,) if named else (), hints=hints)


def neurips(hit: re.Match[str], _place: Place) -> Meaning | None:
    """The hash of a paper, and the year of its volume."""
    named = identifier("nips", hit[2])
    hints = Hints(journal="Advances in Neural Information Processing Systems", year=int(hit[1]))
    return Meaning((named,) if named else (), hints=hints)


def acl(hit: re.Match[str], _place: Place) -> Meaning | None:
    """The Anthology's own id is spelt; the DOI is a guess that holds for most venues since 2015."""
    raw = re.sub(r"(?:v\d+)?\.(?:pdf|bib|xml|html?)$", "", hit[1].rstrip("/"), flags=re.IGNORECASE)
    old = re.fullmatch(r"([A-Za-z])(\d\d)-(\d{4})", raw)
    new = re.fullmatch(r"(\d{4})\.([\w]+)-(\w+)\.(\d+)", raw)
    if not (old or new):
        return None
    named = identifier("acl", raw.upper() if old else raw)
    year = _century(int(old[2])) if old else int(new[1]) if new else None
    return Meaning((named,) if named else (), hints=Hints(year=year))


def _century(two: int) -> int:
    return 1900 + two if two > 50 else 2000 + two


def europepmc(hit: re.Match[str], _place: Place) -> Meaning | None:
    """``/MED/1234``: the number of another registry, or of its own."""
    kind, value = hit[1].upper(), hit[2]
    scheme = {"MED": "pmid", "PMC": "pmcid", "PPR": "europepmc"}.get(kind)
    named = identifier(scheme, value) if scheme else None
    return Meaning((named,)) if named else None


def openreview(_found: re.Match[str], place: Place) -> Meaning | None:
    """The id in the query."""
    named = identifier("openreview", place.query.get("id", ""))
    return Meaning((named,)) if named else None


_MDPI = {
    "2076-3387": "admsci", "1420-3049": "molecules", "2071-1050": "su", "1422-0067": "ijms",
    "1424-8220": "s", "2073-4425": "genes", "2218-273x": "biom", "2073-4409": "cells",
    "2076-3417": "app", "2072-6694": "cancers", "2075-4418": "diagnostics", "2227-7390": "math",
    "2079-9292": "electronics", "1099-4300": "e", "2072-4292": "rs", "2078-2489": "info",
    "2227-9059": "biomedicines", "2306-5354": "bioengineering", "1660-4601": "ijerph",
    "2079-7737": "biology", "1999-4893": "a", "2218-6581": "robotics", "2504-4990": "make",
    "2313-433x": "jimaging", "2077-0383": "jcm", "2076-0817": "pathogens", "1999-4923":
    "pharmaceutics", "2075-1729": "life", "1996-1073": "en", "1996-1944": "ma",
}  # fmt: skip
"""ISSN -> the abbreviation in the publisher's DOIs."""


def mdpi(hit: re.Match[str], _place: Place) -> Meaning | None:
    """ISSN, volume, issue and article; its DOIs spell them for the journals that are known."""
    issn, volume, issue, page = hit.groups()
    hints = Hints(issn=issn, volume=volume, issue=issue, page=page)
    short = _MDPI.get(issn.lower())
    doi = short and identifier("doi", f"10.3390/{short}{int(volume)}{int(issue):02}{int(page):04}")
    return Meaning((doi,) if doi else (), derived=bool(doi), hints=hints)


def rsc(hit: re.Match[str], _place: Place) -> Meaning | None:
    """The end of a DOI."""
    doi = identifier("doi", f"10.1039/{hit[1]}")
    return Meaning((doi,), derived=True) if doi else None


def physics(hit: re.Match[str], _place: Place) -> Meaning | None:
    """``/articles/v5/101``: volume and number; some stories are registered as the paper's own."""
    doi = identifier("doi", f"10.1103/physics.{hit[1]}.{hit[2]}")
    hints = Hints(journal="Physics", volume=hit[1], page=hit[2])
    return Meaning((doi,) if doi else (), derived=bool(doi), hints=hints)


def openurl(_found: re.Match[str], place: Place) -> Meaning | None:
    """A place in a journal as libraries ask for it (ANSI/NISO Z39.88)."""
    fields = {name.removeprefix("rft."): value for name, value in place.query.items()}
    issn, volume, page = fields.get("issn"), fields.get("volume"), fields.get("spage")
    hints = Hints(issn=issn, volume=volume, issue=fields.get("issue"), page=page)
    return Meaning(hints=hints) if issn and volume and page else None


def silverchair(hit: re.Match[str], place: Place) -> Meaning | None:
    """``/dev/article/127/9/1845/41212``: journal, volume, issue, page, a number of its own."""
    journal = SILVERCHAIR.get(place.host, {}).get(hit[1].lower())
    hints = Hints(journal=journal, volume=hit[2], issue=hit[3], page=hit[4])
    return Meaning(hints=hints) if journal else None


def worded(hit: re.Match[str], _place: Place) -> Meaning | None:
    """The words of a title, five and more: ``220343885_Slow_maps_of_cold_moss``."""
    return Meaning(hints=Hints(title=" ".join(hit[1].replace("_", " ").split())))


def jstor(hit: re.Match[str], _place: Place) -> Meaning | None:
    """A stable number."""
    named = identifier("jstor", hit[1])
    return Meaning((named,)) if named else None


def s2(hit: re.Match[str], _place: Place) -> Meaning | None:
    """The hash of a paper."""
    named = identifier("s2", hit[2])
    return Meaning((named,) if named else (), hints=Hints())


_OSF = {
    "psyarxiv": "10.31234", "socarxiv": "10.31235", "eartharxiv": "10.31223", "metaarxiv":
    "10.31222", "edarxiv": "10.35542", "engrxiv": "10.31224", "osf": "10.31219",
}  # fmt: skip


def osf(hit: re.Match[str], _place: Place) -> Meaning | None:
    """The number of a preprint, whose server tells the prefix."""
    prefix = _OSF.get(hit[1].lower())
    number = hit[2]
    bare, version, _ = number.partition("_v")
    forms = [number, bare] if version else [number, f"{number}_v1"]
    dois = [identifier("doi", f"{prefix}/osf.io/{form}") for form in forms] if prefix else []
    named = tuple(doi for doi in dois if doi)
    return Meaning(named, derived=True) if named else None


def ads(hit: re.Match[str], _place: Place) -> Meaning | None:
    """``1955ApJ...121..161S``: ADS's codes have nineteen places, filled up with points."""
    code = hit[0].removeprefix("/abs/").rstrip("/")
    posted = re.fullmatch(r"\d{4}arXiv(\d{4})\.?(\d{4,5})[A-Z]", code)
    if posted:
        named = identifier("arxiv", f"{posted[1]}.{posted[2]}")
        return Meaning((named,)) if named else None
    parts = re.fullmatch(r"(\d{4})([A-Za-z&.]{5})([\d.]{4})[.A-Z]([\d.]{4})[A-Z]", code)
    journal = BIBCODES.get(parts[2].strip(".")) if parts else None
    if parts is None or journal is None:
        return None
    return Meaning(hints=Hints(
        journal=journal, year=int(parts[1]), volume=parts[3].strip("."), page=parts[4].strip("."),
    ))  # fmt: skip


def copernicus(hit: re.Match[str], place: Place) -> Meaning | None:
    """``/articles/30/1/2011/`` at the journal's own host: its name there begins the DOI."""
    doi = identifier("doi", f"10.5194/{place.host.split('.')[0]}-{hit[1]}-{hit[2]}-{hit[3]}")
    return Meaning((doi,), derived=True) if doi else None


def revues(hit: re.Match[str], place: Place) -> Meaning | None:
    """The journal's name was once the host: ``chs.revues.org/142``."""
    doi = identifier("doi", f"10.4000/{place.host.split('.')[0]}.{hit[1]}")
    return Meaning((doi,), derived=True) if doi else None
