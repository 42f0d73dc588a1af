"""The sites' rules: what the path of an address says, host by host.

Each rule is a host, a pattern for the decoded path, and a reading of what it found; the first
rule that reads something wins. A DOI spelt anywhere in an address needs no rule.
"""

# ruff: noqa: E501  rows of a table stay on their line

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from pipeline.addresses.doi_habits import BMC, HABITS, Habit
from pipeline.addresses.journal_hosts import BIBCODES, BOARDS, JOURNALS, OXFORD
from pipeline.values.entry import Hints
from pipeline.values.identifiers import Identifier, identifier, trimmed

DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>&?#]+(?:<[^\s<>]{1,40}>[^\s\"<>&?#]*)?")


class Place(NamedTuple):
    """An address taken apart and decoded once."""

    host: str
    path: str
    query: Mapping[str, str]
    fragment: str


class Meaning(NamedTuple):
    """What an address means by a rule."""

    identifiers: tuple[Identifier, ...] = ()
    derived: bool = False
    hints: Hints | None = None


Reader = Callable[[re.Match[str], Place], Meaning | None]


class Rule(NamedTuple):
    """A path and its reading."""

    path: re.Pattern[str]
    read: Reader


def _one(scheme: str, group: int = 1) -> Reader:
    """The identifier that the group spells."""

    def read(found: re.Match[str], _place: Place) -> Meaning | None:
        named = identifier(scheme, found[group])
        return Meaning((named,)) if named else None

    return read


def _guess(*forms: str) -> Reader:
    """DOIs computed from the groups: guesses."""

    def read(found: re.Match[str], _place: Place) -> Meaning | None:
        groups = [group or "" for group in found.groups()]
        dois = [identifier("doi", form.format(*groups)) for form in forms]
        named = tuple(doi for doi in dois if doi)
        return Meaning(named, derived=True) if named else None

    return read


def _hint(**fields: int | str) -> Reader:
    """Hints from groups (numbers) or as given (text)."""

    def read(found: re.Match[str], _place: Place) -> Meaning | None:
        return Meaning(hints=_hints(found, fields))

    return read


def _hints(found: re.Match[str], fields: Mapping[str, int | str]) -> Hints:
    values: dict[str, object] = {}
    for name, source in fields.items():
        text = found[source] if isinstance(source, int) else source
        if not text:
            continue
        if name == "year":
            values[name] = int(text)
        else:
            values[name] = text
    return Hints.model_validate(values)


# ---------------------------------------------------------------- readings of their own


def _arxiv(found: re.Match[str], _place: Place) -> Meaning | None:
    raw = re.sub(
        r"(?:v\d+)?(?:\.(?:pdf|ps|html?))?(?:v\d+)?$",
        "",
        found[1].rstrip("/.,"),
        flags=re.IGNORECASE,
    )
    named = identifier("arxiv", raw)
    return Meaning((named,)) if named else None


def _biorxiv(found: re.Match[str], _place: Place) -> Meaning | None:
    named = identifier("doi", f"{found[1]}/{found[2].rstrip('.')}")
    return Meaning((named,)) if named else None


def _biorxiv_early(found: re.Match[str], _place: Place) -> Meaning | None:
    """Preprints since December 2025 have another prefix."""
    new = (int(found[1]), int(found[2])) >= (2025, 12)
    prefixes = ("10.64898", "10.1101") if new else ("10.1101", "10.64898")
    found_ids = [identifier("doi", f"{prefix}/{found[3]}") for prefix in prefixes[: 1 + new]]
    return Meaning(tuple(i for i in found_ids if i), derived=True)


def _nature(found: re.Match[str], _place: Place) -> Meaning | None:
    """``onc2011282`` may be 10.1038/onc2011282 or 10.1038/onc.2011.282."""
    slug = found[1]
    dotted = re.fullmatch(r"([a-z]+)(20\d\d)(\d+)", slug)
    forms = [slug] + ([f"{dotted[1]}.{dotted[2]}.{dotted[3]}"] if dotted else [])
    named = [identifier("doi", f"10.1038/{form}") for form in forms]
    return Meaning(tuple(i for i in named if i), derived=True)


def _oup(found: re.Match[str], _place: Place) -> Meaning | None:
    """The last number is internal; an article number (``bbae052``) ends the DOI, a page does not."""
    journal, volume, issue, page = found[1].lower(), found[2], found[3], found[4]
    hints = Hints(journal=OXFORD.get(journal), volume=volume, issue=issue or None, page=page)
    number = re.fullmatch(r"[a-z]{2,}\d{3}", page.lower())
    doi = identifier("doi", f"10.1093/{journal}/{page.lower()}") if number else None
    return Meaning((doi,) if doi else (), derived=bool(doi), hints=hints)


def _cvf(found: re.Match[str], _place: Place) -> Meaning | None:
    """``Family_Title_Words_CVPR_2016_paper``."""
    named = identifier("cvf", re.sub(r"[^\w.\-]", "_", found[0].rsplit("/", 1)[-1]))
    hints = Hints(
        family=found[1].replace("-", " "), journal=found[3].upper(),
        year=int(found[4]), title=found[2].replace("_", " "),
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


def _usenix(found: re.Match[str], _place: Place) -> Meaning | None:
    """``/conference/osdi20/presentation/quist``."""
    name = {"usenixsecurity": "USENIX Security", "atc": "USENIX ATC"}.get(found[1].lower())
    family = re.sub(r"\d+$", "", found[3] or "")
    return Meaning(
        hints=Hints(
            journal=name or found[1].upper(), year=2000 + int(found[2]), family=family or None
        )
    )


def _pmlr(found: re.Match[str], _place: Place) -> Meaning | None:
    named = identifier("pmlr", f"v{found[1]}/{found[2]}{found[3]}{found[4]}")
    hints = Hints(
        journal=_MEETING.get(int(found[1]), "Proceedings of Machine Learning Research"),
        volume=found[1],
        family=found[2].replace("-", " "), year=2000 + int(found[3]),
    )  # fmt: skip
    return Meaning((named,) if named else (), hints=hints)


def _neurips(found: re.Match[str], _place: Place) -> Meaning | None:
    named = identifier("nips", found[2])
    hints = Hints(journal="Advances in Neural Information Processing Systems", year=int(found[1]))
    return Meaning((named,) if named else (), hints=hints)


def _acl(found: re.Match[str], _place: Place) -> Meaning | None:
    """The Anthology's own id is spelt; the DOI is a guess that holds for most venues since 2015."""
    raw = re.sub(
        r"(?:v\d+)?\.(?:pdf|bib|xml|html?)$", "", found[1].rstrip("/"), flags=re.IGNORECASE
    )
    old = re.fullmatch(r"([A-Za-z])(\d\d)-(\d{4})", raw)
    new = re.fullmatch(r"(\d{4})\.([\w]+)-(\w+)\.(\d+)", raw)
    if not (old or new):
        return None
    named = identifier("acl", raw.upper() if old else raw)
    year = _century(int(old[2])) if old else int(new[1]) if new else None
    return Meaning((named,) if named else (), hints=Hints(year=year))


def _century(two: int) -> int:
    return 1900 + two if two > 50 else 2000 + two


def _europepmc(found: re.Match[str], _place: Place) -> Meaning | None:
    kind, value = found[1].upper(), found[2]
    scheme = {"MED": "pmid", "PMC": "pmcid", "PPR": "europepmc"}.get(kind)
    named = identifier(scheme, value) if scheme else None
    return Meaning((named,)) if named else None


def _openreview(_found: re.Match[str], place: Place) -> Meaning | None:
    named = identifier("openreview", place.query.get("id", ""))
    return Meaning((named,)) if named else None


def _query(scheme: str, key: str, form: str = "{}") -> Reader:
    """The identifier in a parameter of the query; a computed DOI is a guess."""

    def read(_found: re.Match[str], place: Place) -> Meaning | None:
        value = next((v for k, v in place.query.items() if k.lower() == key), "")
        named = identifier(scheme, form.format(value)) if value else None
        return Meaning((named,), derived=scheme == "doi" and form != "{}") if named else None

    return read


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


def _mdpi(found: re.Match[str], _place: Place) -> Meaning | None:
    issn, volume, issue, page = found.groups()
    hints = Hints(issn=issn, volume=volume, issue=issue, page=page)
    short = _MDPI.get(issn.lower())
    doi = short and identifier("doi", f"10.3390/{short}{int(volume)}{int(issue):02}{int(page):04}")
    return Meaning((doi,) if doi else (), derived=bool(doi), hints=hints)


def _rsc(found: re.Match[str], _place: Place) -> Meaning | None:
    doi = identifier("doi", f"10.1039/{found[1]}")
    return Meaning((doi,), derived=True) if doi else None


def _jstor(found: re.Match[str], _place: Place) -> Meaning | None:
    named = identifier("jstor", found[1])
    return Meaning((named,)) if named else None


def _s2(found: re.Match[str], _place: Place) -> Meaning | None:
    named = identifier("s2", found[2])
    return Meaning((named,) if named else (), hints=Hints())


def _cut(found: re.Match[str], _place: Place) -> Meaning | None:
    doi = identifier("doi", trimmed(found[1]))
    return Meaning((doi,)) if doi else None


_OSF = {
    "psyarxiv": "10.31234", "socarxiv": "10.31235", "eartharxiv": "10.31223", "metaarxiv":
    "10.31222", "edarxiv": "10.35542", "engrxiv": "10.31224", "osf": "10.31219",
}  # fmt: skip


def _osf(found: re.Match[str], _place: Place) -> Meaning | None:
    prefix = _OSF.get(found[1].lower())
    number = found[2]
    forms = [number] if "_v" in number else [number, f"{number}_v1"]
    dois = [identifier("doi", f"{prefix}/osf.io/{form}") for form in forms] if prefix else []
    named = tuple(doi for doi in dois if doi)
    return Meaning(named, derived=True) if named else None


_PII = r"(?:PII)?([SB][0-9()\-]{13,24}[0-9X]|(?<=/)[0-9]{15}[0-9X])(?![0-9])"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_ARXIV_ID = r"((?:\d{4}\.\d{4,6}|[a-z\-]+(?:\.[a-z]{2})?/\d{7})[^/\s]*)"
_ANY = _pattern("")
_RXIV = (
    Rule(_pattern(r"/(10\.(?:1101|64898))/((?:\d{4}\.\d{2}\.\d{2}\.)?\d{6,8})"), _biorxiv),
    Rule(
        _pattern(r"/early/(\d{4})/(\d\d)/\d\d/((?:\d{4}\.\d{2}\.\d{2}\.)?\d{6,8})"), _biorxiv_early
    ),
)
_PLACE = _pattern(r"/content/(?:[a-z]+/)?(\d{1,4})/([\w.\-]+)/([A-Z]?\d+)(?:[./]|$)")


def _journal_of_host(host: str) -> tuple[Rule, ...]:
    """Volume, issue and first page of a journal whose host says which it is."""
    if board := BOARDS.get(host):
        return (
            Rule(
                _pattern(r"^/articles/(\d+)-(\d+)(?:/|$)"), _hint(journal=board, volume=1, page=2)
            ),
        )
    journal = JOURNALS.get(host)
    return (Rule(_PLACE, _hint(journal=journal, volume=1, issue=2, page=3)),) if journal else ()


def _habitual(habit: Habit) -> Rule:
    """The DOIs that a publisher's habit gives an address, its query looked at too."""
    pattern, read = _pattern(habit.pattern), _guess(*habit.forms)

    def whole(_found: re.Match[str], place: Place) -> Meaning | None:
        query = "&".join(f"{name}={value}" for name, value in place.query.items())
        found = pattern.search(f"{place.path}?{query}")
        return read(found, place) if found else None

    return Rule(_ANY, whole)


def _bmc(issn: str) -> tuple[Rule, ...]:
    return (
        Rule(
            _pattern(r"^/content/(\d+)/\d+/(S?\d+)(?:/|$)"), _guess("10.1186/" + issn + "-{0}-{1}")
        ),
    )


def _numbered(prefix: str) -> Reader:
    """``/1741-2552/10/2/026008``: the journal's ISSN, volume, issue and article."""

    def read(found: re.Match[str], _place: Place) -> Meaning | None:
        doi = identifier("doi", f"{prefix}/{'/'.join(found.groups())}")
        hints = Hints(issn=found[1], volume=found[2], issue=found[3], page=found[4])
        return Meaning((doi,) if doi else (), derived=bool(doi), hints=hints)

    return read


def _ads(found: re.Match[str], _place: Place) -> Meaning | None:
    """``1955ApJ...121..161S``: ADS's codes have nineteen places, filled up with points."""
    code = found[0].removeprefix("/abs/").rstrip("/")
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


def _copernicus(found: re.Match[str], place: Place) -> Meaning | None:
    """``/articles/30/1/2011/`` at the journal's own host: its name there begins the DOI."""
    doi = identifier("doi", f"10.5194/{place.host.split('.')[0]}-{found[1]}-{found[2]}-{found[3]}")
    return Meaning((doi,), derived=True) if doi else None


def _revues(found: re.Match[str], place: Place) -> Meaning | None:
    """The journal's name was once the host: ``chs.revues.org/142``."""
    doi = identifier("doi", f"10.4000/{place.host.split('.')[0]}.{found[1]}")
    return Meaning((doi,), derived=True) if doi else None


_COPERNICUS = (
    Rule(_pattern(r"/([a-z]+-\d+-\d+-\d{4})(?:-\w+)?\.(?:html|pdf)$"), _guess("10.5194/{0}")),
    Rule(_pattern(r"^/articles/(\d+)/(\d+)/(\d{4})/?$"), _copernicus),
)
_COPERNICUS_OF_OLD = (
    "adv-geosci.net", "atmos-chem-phys.net", "atmos-meas-tech.net", "biogeosciences.net",
    "clim-past.net", "geosci-model-dev.net", "hydrol-earth-syst-sci.net", "ocean-sci.net",
    "nat-hazards-earth-syst-sci.net", "solid-earth.net", "the-cryosphere.net", "ann-geophys.net",
    "earth-syst-dynam.net", "earth-syst-sci-data.net",
)  # fmt: skip
"""Hosts of its journals before they had one of the publisher's."""
_NEURIPS = (
    Rule(_pattern(r"/paper(?:_files)?/(\d{4})/(?:hash|file)/([0-9a-f]{16,40})"), _neurips),
    Rule(_pattern(r"/paper(?:_files)?/\d+-([\w\-]+?)(?:\.pdf)?$"), lambda f, _p: Meaning(
        hints=Hints(journal="Advances in Neural Information Processing Systems", title=f[1].replace("-", " ")))),
)  # fmt: skip
_ELSEVIER = (Rule(_pattern(_PII), _one("pii")),)
_CVF_RULES = (
    Rule(_pattern(r"([^/_]+)_([^/]+)_([a-z]+)_(\d{4})_(?:workshop_)?paper"), _cvf),
    Rule(_pattern(r"([^/_]+)_([^/]+)_(\d{4})_([a-z]+)_(?:workshop_)?paper"), lambda f, _p: Meaning(
        hints=Hints(family=f[1], journal=f[4].upper(), year=int(f[3]), title=f[2].replace("_", " ")))),
    Rule(_pattern(r"/content_([a-z]+)_(\d{4})/"), _hint(journal=1, year=2)),
)  # fmt: skip
_TABLE: dict[str, tuple[Rule, ...]] = {
    "arxiv.org": (
        Rule(_pattern(r"^/(?:abs|pdf|html|format|ps|e-print|src|dvi|tb)/" + _ARXIV_ID), _arxiv),
    ),
    "lanl.gov": (Rule(_pattern(r"/(?:abs|pdf)/" + _ARXIV_ID), _arxiv),),
    "alphaxiv.org": (Rule(_pattern(r"/(?:abs|pdf|overview|html)/" + _ARXIV_ID), _arxiv),),
    "ar5iv.org": (Rule(_pattern(r"/(?:abs|pdf|html)/" + _ARXIV_ID), _arxiv),),
    "arxiv-vanity.com": (Rule(_pattern(r"/papers/" + _ARXIV_ID), _arxiv),),
    "huggingface.co": (Rule(_pattern(r"^/papers/" + _ARXIV_ID), _arxiv),),
    "hf.co": (Rule(_pattern(r"^/papers/" + _ARXIV_ID), _arxiv),),
    "papers.cool": (Rule(_pattern(r"/arxiv/" + _ARXIV_ID), _arxiv),),
    "scirate.com": (Rule(_pattern(r"/arxiv/" + _ARXIV_ID), _arxiv),),
    "semanticscholar.org": (
        Rule(_pattern(r"/arxiv[:/]" + _ARXIV_ID), _arxiv),
        Rule(_pattern(r"/paper/(?:([^/]+)/)?([0-9a-f]{40})"), _s2),
    ),
    "paperswithcode.com": (Rule(_pattern(r"/paper/([a-z0-9\-]+)"), _hint()),),
    "pubmed.ncbi.nlm.nih.gov": (Rule(_pattern(r"^/(?:pubmed/)?(\d{1,9})(?:[/-]|$)"), _one("pmid")),),
    "pmc.ncbi.nlm.nih.gov": (Rule(_pattern(r"/articles/(PMC\d+)"), _one("pmcid")),),
    "ncbi.nlm.nih.gov": (
        Rule(_pattern(r"/pmc/articles/(PMC\d+)"), _one("pmcid")),
        Rule(_pattern(r"/pmc/articles/pmid/(\d{1,9})"), _one("pmid")),
        Rule(_pattern(r"/pmc/articles/(\d+)"), _one("pmcid")),
        Rule(_pattern(r"/(?:entrez|sites/entrez)"), _query("pmid", "list_uids")),
        Rule(_pattern(r"/(?:m/)?pubmed/(\d{1,9})(?:[/-]|$)"), _one("pmid")),
        Rule(_pattern(r"/pubmed/?$"), _query("pmid", "term")),
    ),
    "pubmed.gov": (Rule(_pattern(r"^/(\d{1,9})/?$"), _one("pmid")),),
    "pubmedcentral.nih.gov": (Rule(_pattern(r"/articlerender\.fcgi"), _query("pmcid", "artid")),),
    "europepmc.org": (
        Rule(_pattern(r"/(?:article|abstract|articles)/(MED|PMC|PPR)/(\w+)"), _europepmc),
        Rule(_pattern(r"/articles?/(PMC\d+)"), _one("pmcid")),
    ),
    "biorxiv.org": _RXIV,
    "medrxiv.org": _RXIV,
    "nature.com": (
        Rule(_pattern(r"^/articles/([a-z0-9][a-z0-9._\-]+?)(?:\.pdf|_reference\.pdf)?(?:/|$)"), _nature),
        Rule(_pattern(r"^/[a-z]+/(?:journal/v\w+/n\w+|\d{4}/\d+/\w+)/(?:full|abs|pdf)/([a-z]*[\w.]*?\d[a-z]?)\.(?:html|pdf)"), _nature),
        Rule(_pattern(r"^/doifinder/(10\.1038/[^\s]+)"), _cut),
    ),
    "adsabs.harvard.edu": (Rule(_pattern(r"/abs/[^/]{17,24}"), _ads),),
    "iop.org": (Rule(_pattern(r"^/(\d{4}-\d{3}[\dX])/(\d+)/(\w+)/(\w+)(?:/|$)"), _numbered("10.1088")),),
    "elifesciences.org": (
        Rule(_pattern(r"/(?:articles|reviewed-preprints)/(\d{5,})"), _guess("10.7554/elife.{0}")),
        Rule(_pattern(r"/content/(?:early/[\d/]+|\d+)/e(\d{5})"), _guess("10.7554/elife.{0}")),
    ),
    "sciencedirect.com": _ELSEVIER,
    "cell.com": _ELSEVIER,
    "thelancet.com": _ELSEVIER,
    "elsevier.com": _ELSEVIER,
    "linkinghub.elsevier.com": _ELSEVIER,
    "ajhg.org": _ELSEVIER,
    "jacc.org": _ELSEVIER,
    "openreview.net": (Rule(_pattern(r"^/(?:forum|pdf|attachment|references/pdf)"), _openreview),),
    "aclanthology.org": (Rule(_pattern(r"^/(?:papers/)?(?:[A-Z]/[A-Z]\d\d/)?([A-Za-z0-9.\-]+?)(?:/|$)"), _acl),),
    "aclanthology.info": (Rule(_pattern(r"/(?:papers/)?([A-Z]\d\d-\d{4})"), _acl),),
    "aclweb.org": (
        Rule(_pattern(r"/anthology(?:-new)?/(?:papers/)?(?:[A-Z]/[A-Z]\d\d/)?([A-Za-z0-9.\-]+?)(?:/|$)"), _acl),
    ),
    "neurips.cc": _NEURIPS,
    "nips.cc": _NEURIPS,
    "mlr.press": (Rule(_pattern(r"/v(\d+)/([a-z\-]+)(\d\d)([a-z]?)(?:[./]|$)"), _pmlr),),
    "jmlr.org": (
        Rule(_pattern(r"/proceedings/papers/v(\d+)/([a-z\-]+)(\d\d)([a-z]?)(?:[./]|$)"), _pmlr),
        Rule(_pattern(r"/papers/v(?:olume)?(\d+)/"), _hint(volume=1, journal="Journal of Machine Learning Research")),
    ),
    "thecvf.com": _CVF_RULES,
    "cv-foundation.org": _CVF_RULES,
    "ecva.net": (Rule(_pattern(r"/papers/(eccv)_(\d{4})/"), lambda f, _p: Meaning(
        hints=Hints(journal=f[1].upper(), year=int(f[2])))),),
    "usenix.org": (
        Rule(_pattern(r"/conference/(usenixsecurity|osdi|nsdi|atc|fast|hotos|soups)(\d\d)(?:/presentation/([a-z\-]+\d?))?"), _usenix),
    ),
    "ieee.org": (
        Rule(_pattern(r"/(?:abstract/)?document/(\d{5,9})"), _one("ieee")),
        Rule(_pattern(r"/iel\w*/(?:\w+/)*0*(\d{5,9})\.pdf"), _one("ieee")),
        Rule(_pattern(r"/(?:stamp|xpl|xpls)/"), _query("ieee", "arnumber")),
    ),
    "ssrn.com": (
        Rule(_pattern(r"/abstract=(\d{4,9})"), _guess("10.2139/ssrn.{0}")),
        Rule(_pattern(r"/sol3/"), _query("doi", "abstract_id", "10.2139/ssrn.{}")),
        Rule(_pattern(r"/sol3/"), _query("doi", "abstractid", "10.2139/ssrn.{}")),
    ),
    "researchsquare.com": (
        Rule(_pattern(r"/article/rs-(\d+)/v(\d+)"), _guess("10.21203/rs.3.rs-{0}/v{1}")),
        Rule(_pattern(r"/article/rs-(\d+)"), _guess("10.21203/rs.3.rs-{0}/v1")),
    ),
    "preprints.org": (
        Rule(_pattern(r"/manuscript/(\d{6}\.\d{4})/v(\d+)"), _guess("10.20944/preprints{0}.v{1}")),
        Rule(_pattern(r"/manuscript/(\d{6}\.\d{4})"), _guess("10.20944/preprints{0}.v1")),
    ),
    "osf.io": (Rule(_pattern(r"^/preprints/([a-z]+)/([a-z0-9]{5}(?:_v\d+)?)"), _osf),),
    "psyarxiv.com": (Rule(_pattern(r"^/([a-z0-9]{5})(?:/|$)"), _guess("10.31234/osf.io/{0}")),),
    "zenodo.org": (Rule(_pattern(r"/records?/(\d+)"), _guess("10.5281/zenodo.{0}")),),
    "academic.oup.com": (
        Rule(_pattern(r"^/([a-z]+)/(?:article|article-abstract|article-pdf|advance-article)/(\d+)/(?:Supplement_\d+|(\w+))?/?(\w+?)/\d+"), _oup),
    ),
    "pnas.org": (
        Rule(_pattern(r"/content/early/\d{4}/\d\d/\d\d/(\d{10})"), _guess("10.1073/pnas.{0}")),
    ),
    "copernicus.org": _COPERNICUS,
    **dict.fromkeys(_COPERNICUS_OF_OLD, _COPERNICUS),
    "openedition.org": (Rule(_pattern(r"^/([a-z\-]+)/(\d+)/?$"), _guess("10.4000/{0}.{1}")),),
    "revues.org": (Rule(_pattern(r"^/(\d+)/?$"), _revues),),
    "erudit.org": (Rule(_pattern(r"/(\d{6,8}ar)(?:[./]|$)"), _guess("10.7202/{0}")),),
    "ijcai.org": (Rule(_pattern(r"^/proceedings/(20\d\d)/0*(\d{1,4})(?:\.pdf)?/?$"), _guess("10.24963/ijcai.{0}/{1}")),),
    "nber.org": (Rule(_pattern(r"^/papers/(w\d{3,6})(?:[./]|$)"), _guess("10.3386/{0}")),),
    "preprints.scielo.org": (
        Rule(_pattern(r"/preprint/view/(\d+)"), _guess("10.1590/scielopreprints.{0}")),
    ),
    "hindawi.com": (
        Rule(_pattern(r"^/(?:journals/[a-z]+|archive)/(\d{4})/(\d{5,8})"), _guess("10.1155/{0}/{1}")),
    ),
    "biomedcentral.com": (
        Rule(_pattern(r"^/(\d{4}-\d{3}[\dX])/(\d+)/(S?\d+)(?:/|$)"), _guess("10.1186/{0}-{1}-{2}")),
    ),
    "rsc.org": (Rule(_pattern(r"/([a-z]\d[a-z]{2}\d{5}[a-z0-9])(?:[/#]|$)"), _rsc),),
    "mdpi.com": (
        Rule(_pattern(r"^/(\d{4}-\d{3}[\dX])/(\d+)/(\d+)/(\d+)"), _mdpi),
    ),
    "taylorfrancis.com": (Rule(_pattern(r"/(10\.\d{4,}/[^/]+)"), _cut),),
    "universitypressscholarship.com": (Rule(_pattern(r"/(10\.\d{4,}/.+?\.001\.0001)"), _cut),),
    "oxford.universitypressscholarship.com": (Rule(_pattern(r"/(10\.\d{4,}/.+?\.001\.0001)"), _cut),),
    "jstor.org": (Rule(_pattern(r"/(?:stable|pss)/(?:pdf/)?(\d+)(?:\.pdf)?/?$"), _jstor),),
    "hal.science": (Rule(_pattern(r"/((?:hal|tel|inria|cel|inserm|pasteur)-\d{5,})"), _one("hal")),),
    "archives-ouvertes.fr": (
        Rule(_pattern(r"/((?:hal|tel|inria|cel|inserm|pasteur)-\d{5,})"), _one("hal")),
    ),
    "hal.inria.fr": (Rule(_pattern(r"/((?:hal|inria)-\d{5,})"), _one("hal")),),
    "psu.edu": (Rule(_pattern(r"^/(?:viewdoc|pdf|doc)"), _query("citeseer", "doi")),),
    "dblp.org": (Rule(_pattern(r"/rec/(?:html/|bibtex/)?([\w/\-]+)"), _one("dblp")),),
    "aaai.org": (Rule(_pattern(r"/(AAAI|ICWSM|HCOMP|AIES)/article/view/\d+"), _hint(journal=1)),),
    "peerj.com": (
        Rule(_pattern(r"^/articles/(\d+)"), _guess("10.7717/peerj.{0}")),
        Rule(_pattern(r"^/articles/cs-(\d+)"), _guess("10.7717/peerj-cs.{0}")),
    ),
    "embopress.org": (),
    "worldcat.org": (),
    "aps.org": (),
}  # fmt: skip

_ANYWHERE = (
    Rule(
        _pattern(r"(?<!10\.\d{4})/(?:PII)?(S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX])(?![\d])"),
        _one("pii"),
    ),
    Rule(_pattern(r"/arxiv(?:\.org)?[:/](?:abs/|pdf/)?" + _ARXIV_ID), _arxiv),
)
"""A PII in brackets is like nothing else: Elsevier's societies have hosts of their own. Behind
10.1016 it is a DOI, which the PII would make sound whatever was mistyped in it."""


def rules_for(host: str) -> Iterator[Rule]:
    """The rules of a host, its own first, then those of the domains above it."""
    labels = host.split(".")
    for start in range(len(labels) - 1):
        domain = ".".join(labels[start:])
        yield from _TABLE.get(domain, ())
        yield from map(_habitual, HABITS.get(domain, ()))
        yield from _bmc(BMC[domain]) if domain in BMC else ()
    yield from _journal_of_host(host)
    yield from _ANYWHERE
