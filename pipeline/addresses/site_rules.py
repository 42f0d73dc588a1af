"""The sites' rules: what the path of an address says, host by host.

Each rule is a host, a pattern for the decoded path, and a reading of what it found; the first
rule that reads something wins. A DOI spelt anywhere in an address needs no rule.
"""

# ruff: noqa: E501  rows of a table stay on their line

import re
from collections.abc import Iterator

from pipeline.addresses import site_readings as sites
from pipeline.addresses.doi_habits import BMC, HABITS, Shape
from pipeline.addresses.journal_hosts import BOARDS, COPERNICUS_OF_OLD, JOURNALS, SILVERCHAIR
from pipeline.addresses.rule import (
    Meaning,
    Place,
    Rule,
    cut,
    guess,
    hint,
    numbered,
    one,
    pattern,
    query,
)
from pipeline.values.entry import Hints

_PII = r"(?:PII)?([SB][0-9X()\-]{13,24}[0-9X]|(?<=/)[0-9]{7}[0-9X][0-9]{7}[0-9A-Z])(?![0-9A-Z])"
_ARXIV_ID = r"((?:\d{4}\.\d{4,6}|[a-z\-]+(?:\.[a-z]{2})?/\d{7})[^/\s]*)"
_ANY = pattern("")
_RXIV = (
    Rule(pattern(r"/(10\.(?:1101|64898))/((?:\d{4}\.\d{2}\.\d{2}\.)?\d{6,8})"), sites.biorxiv),
    Rule(
        pattern(r"/early/(\d{4})/(\d\d)/\d\d/((?:\d{4}\.\d{2}\.\d{2}\.)?\d{6,8})"),
        sites.biorxiv_early,
    ),
)
_PLACE = pattern(r"/(?:content|cgi/reprint)/(?:[a-z]+/)?(\d{1,4})/([\w.\-]+)/([A-Z]?\d+)(?:[./]|$)")


def _journal_of_host(host: str) -> tuple[Rule, ...]:
    """Volume, issue and first page of a journal whose host says which it is."""
    if board := BOARDS.get(host):
        return (
            Rule(pattern(r"^/articles/(\d+)-(\d+)(?:/|$)"), hint(journal=board, volume=1, page=2)),
        )
    journal = JOURNALS.get(host)
    return (Rule(_PLACE, hint(journal=journal, volume=1, issue=2, page=3)),) if journal else ()


def _habitual(habit: Shape) -> Rule:
    """The DOIs that a publisher's habit gives an address, its query looked at too."""
    looks, read = pattern(habit.pattern), guess(*habit.forms)

    def whole(_found: re.Match[str], place: Place) -> Meaning | None:
        asked = "&".join(f"{name}={value}" for name, value in place.query.items())
        hit = looks.search(f"{place.path}?{asked}")
        return read(hit, place) if hit else None

    return Rule(_ANY, whole)


def _bmc(issn: str) -> tuple[Rule, ...]:
    return (
        Rule(pattern(r"^/content/(\d+)/\d+/(S?\d+)(?:/|$)"), guess("10.1186/" + issn + "-{0}-{1}")),
    )


_COPERNICUS = (
    Rule(pattern(r"/([a-z]+-\d+-\d+-\d{4})(?:-\w+)?\.(?:html|pdf)$"), guess("10.5194/{0}")),
    Rule(pattern(r"^/articles/(\d+)/(\d+)/(\d{4})/?$"), sites.copernicus),
)
_NEURIPS = (
    Rule(pattern(r"/paper(?:_files)?/(\d{4})/(?:hash|file)/([0-9a-f]{16,40})"), sites.neurips),
    Rule(pattern(r"/paper(?:_files)?/\d+-([\w\-]+?)(?:\.pdf)?$"), lambda f, _p: Meaning(
        hints=Hints(journal="Advances in Neural Information Processing Systems", title=f[1].replace("-", " ")))),
)  # fmt: skip
_ELSEVIER = (Rule(pattern(_PII), one("pii")),)
_CVF_RULES = (
    Rule(pattern(r"([^/_]+)_([^/]+)_([a-z]+)_(\d{4})_(?:workshop_)?paper"), sites.cvf),
    Rule(pattern(r"([^/_]+)_([^/]+)_(\d{4})_([a-z]+)_(?:workshop_)?paper"), lambda f, _p: Meaning(
        hints=Hints(family=f[1], journal=f[4].upper(), year=int(f[3]), title=f[2].replace("_", " ")))),
    Rule(pattern(r"/content_([a-z]+)_(\d{4})/"), hint(journal=1, year=2)),
)  # fmt: skip
_TABLE: dict[str, tuple[Rule, ...]] = {
    "arxiv.org": (
        Rule(pattern(r"^/(?:abs|pdf|html|format|ps|e-print|src|dvi|tb)/" + _ARXIV_ID), sites.arxiv),
    ),
    "lanl.gov": (Rule(pattern(r"/(?:abs|pdf)/" + _ARXIV_ID), sites.arxiv),),
    "alphaxiv.org": (Rule(pattern(r"/(?:abs|pdf|overview|html)/" + _ARXIV_ID), sites.arxiv),),
    "ar5iv.org": (Rule(pattern(r"/(?:abs|pdf|html)/" + _ARXIV_ID), sites.arxiv),),
    "arxiv-vanity.com": (Rule(pattern(r"/papers/" + _ARXIV_ID), sites.arxiv),),
    "huggingface.co": (Rule(pattern(r"^/papers/" + _ARXIV_ID), sites.arxiv),),
    "hf.co": (Rule(pattern(r"^/papers/" + _ARXIV_ID), sites.arxiv),),
    "papers.cool": (Rule(pattern(r"/arxiv/" + _ARXIV_ID), sites.arxiv),),
    "scirate.com": (Rule(pattern(r"/arxiv/" + _ARXIV_ID), sites.arxiv),),
    "semanticscholar.org": (
        Rule(pattern(r"/arxiv[:/]" + _ARXIV_ID), sites.arxiv),
        Rule(pattern(r"/paper/(?:([^/]+)/)?([0-9a-f]{40})"), sites.s2),
    ),
    "paperswithcode.com": (Rule(pattern(r"/paper/([a-z0-9\-]+)"), hint()),),
    "pubmed.ncbi.nlm.nih.gov": (Rule(pattern(r"^/(?:pubmed/)?(\d{1,9})(?:[/-]|$)"), one("pmid")),),
    "pmc.ncbi.nlm.nih.gov": (Rule(pattern(r"/articles/(PMC\d+)"), one("pmcid")),),
    "ncbi.nlm.nih.gov": (
        Rule(pattern(r"/pmc/articles/(PMC\d+)"), one("pmcid")),
        Rule(pattern(r"/pmc/articles/pmid/(\d{1,9})"), one("pmid")),
        Rule(pattern(r"/pmc/articles/(\d+)"), one("pmcid")),
        Rule(pattern(r"/(?:entrez|sites/entrez)"), query("pmid", "list_uids")),
        Rule(pattern(r"/(?:m/)?pubmed/(\d{1,9})(?:[/-]|$)"), one("pmid")),
        Rule(pattern(r"/pubmed/?$"), query("pmid", "term")),
    ),
    "pubmed.gov": (Rule(pattern(r"^/(\d{1,9})/?$"), one("pmid")),),
    "pubmedcentral.nih.gov": (Rule(pattern(r"/articlerender\.fcgi"), query("pmcid", "artid")),),
    "europepmc.org": (
        Rule(pattern(r"/(?:article|abstract|articles)/(MED|PMC|PPR)/(\w+)"), sites.europepmc),
        Rule(pattern(r"/articles?/(PMC\d+)"), one("pmcid")),
    ),
    "biorxiv.org": _RXIV,
    "medrxiv.org": _RXIV,
    "nature.com": (
        Rule(pattern(r"^/articles/([a-z0-9][a-z0-9._\-]+?)(?:\.pdf|_reference\.pdf)?(?:/|$)"), sites.nature),
        Rule(pattern(r"^/[a-z]+/(?:journal/v\w+/n\w+|\d{4}/\d+/\w+)/(?:full|abs|pdf)/([a-z]*[\w.]*?\d[a-z]?)\.(?:html|pdf)"), sites.nature),
        Rule(pattern(r"^/doifinder/(10\.1038/[^\s]+)"), cut),
    ),
    "adsabs.harvard.edu": (Rule(pattern(r"/abs/[^/]{17,24}"), sites.ads),),
    "physics.aps.org": (Rule(pattern(r"/articles/v(\d+)/(s?\d+)(?:[/?]|$)"), sites.physics),),
    "iop.org": (Rule(pattern(r"^/(?:EJ/\w+/)?(\d{4}-\d{3}[\dX])/(\d+)/(\w+)/(\w+)(?:/|$)"), numbered("10.1088")),),
    "elifesciences.org": (
        Rule(pattern(r"/(?:articles|reviewed-preprints)/(\d{5,})"), guess("10.7554/elife.{0}")),
        Rule(pattern(r"/content/(?:early/[\d/]+|\d+)/e(\d{5})"), guess("10.7554/elife.{0}")),
        Rule(pattern(r"/download/.*/elife-(\d{5,})(?:-\w+)*\.\w+$"), guess("10.7554/elife.{0}")),
    ),
    "sciencedirect.com": _ELSEVIER,
    "cell.com": _ELSEVIER,
    "thelancet.com": _ELSEVIER,
    "elsevier.com": _ELSEVIER,
    "linkinghub.elsevier.com": _ELSEVIER,
    "ajhg.org": _ELSEVIER,
    "jacc.org": _ELSEVIER,
    "openreview.net": (Rule(pattern(r"^/(?:forum|pdf|attachment|references/pdf)"), sites.openreview),),
    "aclanthology.org": (Rule(pattern(r"^/(?:papers/)?(?:[A-Z]/[A-Z]\d\d/)?([A-Za-z0-9.\-]+?)(?:/|$)"), sites.acl),),
    "aclanthology.info": (Rule(pattern(r"/(?:papers/)?([A-Z]\d\d-\d{4})"), sites.acl),),
    "aclweb.org": (
        Rule(pattern(r"/anthology(?:-new)?/(?:papers/)?(?:[A-Z]/[A-Z]\d\d/)?([A-Za-z0-9.\-]+?)(?:/|$)"), sites.acl),
    ),
    "neurips.cc": _NEURIPS,
    "nips.cc": _NEURIPS,
    "mlr.press": (Rule(pattern(r"/v(\d+)/([a-z\-]+)(\d\d)([a-z]?)(?:[./]|$)"), sites.pmlr),),
    "jmlr.org": (
        Rule(pattern(r"/proceedings/papers/v(\d+)/([a-z\-]+)(\d\d)([a-z]?)(?:[./]|$)"), sites.pmlr),
        Rule(pattern(r"/papers/v(?:olume)?(\d+)/"), hint(volume=1, journal="Journal of Machine Learning Research")),
    ),
    "thecvf.com": _CVF_RULES,
    "cv-foundation.org": _CVF_RULES,
    "ecva.net": (Rule(pattern(r"/papers/(eccv)_(\d{4})/"), lambda f, _p: Meaning(
        hints=Hints(journal=f[1].upper(), year=int(f[2])))),),
    "usenix.org": (
        Rule(pattern(r"/conference/(usenixsecurity|osdi|nsdi|atc|fast|hotos|soups)(\d\d)(?:/presentation/([a-z\-]+\d?))?"), sites.usenix),
    ),
    "ieee.org": (
        Rule(pattern(r"/(?:abstract/)?document/(\d{5,9})"), one("ieee")),
        Rule(pattern(r"/iel\w*/(?:\w+/)*0*(\d{5,9})\.pdf"), one("ieee")),
        Rule(pattern(r"/(?:stamp|xpl|xpls)/"), query("ieee", "arnumber")),
    ),
    "researchgate.net": (Rule(pattern(r"/publication/\d{6,}_(\w+?(?:_\w+?){4,})(?:/|$)"), sites.worded),),
    "journals.lww.com": (Rule(pattern(r"/\d{4}/\d{5,}/(\w+?(?:_\w+?){4,})_*\.\d+\.aspx$"), sites.worded),),
    "ssrn.com": (
        Rule(pattern(r"/abstract=(\d{4,9})"), guess("10.2139/ssrn.{0}")),
        Rule(pattern(r"/sol3/"), query("doi", "abstract_id", "10.2139/ssrn.{}")),
        Rule(pattern(r"/sol3/"), query("doi", "abstractid", "10.2139/ssrn.{}")),
    ),
    "researchsquare.com": (
        Rule(pattern(r"/(?:article|files)/rs-(\d+)/v(\d+)"), guess("10.21203/rs.3.rs-{0}/v{1}")),
        Rule(pattern(r"/article/rs-(\d+)"), guess("10.21203/rs.3.rs-{0}/v1")),
    ),
    "preprints.org": (
        Rule(pattern(r"/manuscript/(\d{6}\.\d{4})/v(\d+)"), guess("10.20944/preprints{0}.v{1}")),
        Rule(pattern(r"/manuscript/(\d{6}\.\d{4})"), guess("10.20944/preprints{0}.v1")),
    ),
    "osf.io": (
        Rule(pattern(r"^/preprints/([a-z]+)/([a-z0-9]{5}(?:_v\d+)?)"), sites.osf),
        Rule(pattern(r"^/([a-z0-9]{5})(?:/(?:download)?)?$"), guess(
            "10.31219/osf.io/{0}", "10.31234/osf.io/{0}", "10.31235/osf.io/{0}")),
    ),
    "psyarxiv.com": (Rule(pattern(r"^/([a-z0-9]{5})(?:/|$)"), guess("10.31234/osf.io/{0}")),),
    "zenodo.org": (Rule(pattern(r"/records?/(\d+)"), guess("10.5281/zenodo.{0}")),),
    "academic.oup.com": (
        Rule(pattern(r"^/([a-z]+)/(?:article|article-abstract|article-pdf|advance-article)/(\d+)/(?:Supplement_\d+|(\w+))?/?(\w+?)/\d+"), sites.oup),
    ),
    "pnas.org": (
        Rule(pattern(r"/content/early/\d{4}/\d\d/\d\d/(\d{10})"), guess("10.1073/pnas.{0}")),
    ),
    "copernicus.org": _COPERNICUS,
    **dict.fromkeys(COPERNICUS_OF_OLD, _COPERNICUS),
    "openedition.org": (Rule(pattern(r"^/([a-z\-]+)/(\d+)/?$"), guess("10.4000/{0}.{1}")),),
    "revues.org": (Rule(pattern(r"^/(\d+)/?$"), sites.revues),),
    "erudit.org": (Rule(pattern(r"/(\d{6,8}ar)(?:[./]|$)"), guess("10.7202/{0}")),),
    "ijcai.org": (Rule(pattern(r"^/proceedings/(20\d\d)/0*(\d{1,4})(?:\.pdf)?/?$"), guess("10.24963/ijcai.{0}/{1}")),),
    "nber.org": (Rule(pattern(r"^/papers/(w\d{3,6})(?:[./]|$)"), guess("10.3386/{0}")),),
    "preprints.scielo.org": (
        Rule(pattern(r"/preprint/view/(\d+)"), guess("10.1590/scielopreprints.{0}")),
    ),
    "hindawi.com": (
        Rule(pattern(r"^/(?:journals/[a-z]+|archive)/(\d{4})/(\d{5,8})"), guess("10.1155/{0}/{1}")),
    ),
    "biomedcentral.com": (
        Rule(pattern(r"^/(\d{4}-\d{3}[\dX])/(\d+)/(S?\d+)(?:/|$)"), guess("10.1186/{0}-{1}-{2}")),
    ),
    "rsc.org": (
        Rule(pattern(r"/([a-z]\d[a-z]{2}\d{5}[a-z0-9]|[ab]\d{6}[a-z0-9]|[a-z]{2}9\d{9})(?:[/#]|$)"), sites.rsc),
    ),
    "cambridge.org": (Rule(pattern(r"/identifier/(97[89]\d{10})(?:/|$)"), guess("10.1017/{0}")),),
    "ovid.com": (Rule(pattern(r"^/(?:crossref|pubmed)"), query("doi", "an", "10.1097/{}")),),
    "mdpi.com": (
        Rule(pattern(r"^/(\d{4}-\d{3}[\dX])/(\d+)/(\d+)/(\d+)"), sites.mdpi),
    ),
    "xlink.rsc.org": (Rule(_ANY, query("doi", "doi", "10.1039/{}")),),
    "openurl.ingenta.com": (Rule(pattern(r"^/content/xref"), sites.openurl),),
    **dict.fromkeys(SILVERCHAIR, (
        Rule(pattern(r"^/(?:\w+/)?(\w+)/(?:article|article-abstract|article-pdf)/(\d+)/(\w+)/(\w+)/\d+"), sites.silverchair),
    )),
    "taylorfrancis.com": (Rule(pattern(r"/(10\.\d{4,}/[^/]+)"), cut),),
    "universitypressscholarship.com": (Rule(pattern(r"/(10\.\d{4,}/.+?\.001\.0001)"), cut),),
    "oxford.universitypressscholarship.com": (Rule(pattern(r"/(10\.\d{4,}/.+?\.001\.0001)"), cut),),
    "jstor.org": (Rule(pattern(r"/(?:stable|pss)/(?:pdf/)?(\d+)(?:\.pdf)?/?$"), sites.jstor),),
    "hal.science": (Rule(pattern(r"/((?:hal|tel|inria|cel|inserm|pasteur)-\d{5,})"), one("hal")),),
    "archives-ouvertes.fr": (
        Rule(pattern(r"/((?:hal|tel|inria|cel|inserm|pasteur)-\d{5,})"), one("hal")),
    ),
    "hal.inria.fr": (Rule(pattern(r"/((?:hal|inria)-\d{5,})"), one("hal")),),
    "psu.edu": (Rule(pattern(r"^/(?:viewdoc|pdf|doc)"), query("citeseer", "doi")),),
    "dblp.org": (Rule(pattern(r"/rec/(?:html/|bibtex/)?([\w/\-]+)"), one("dblp")),),
    "aaai.org": (Rule(pattern(r"/(AAAI|ICWSM|HCOMP|AIES)/article/view/\d+"), hint(journal=1)),),
    "peerj.com": (
        Rule(pattern(r"^/articles/(\d+)"), guess("10.7717/peerj.{0}")),
        Rule(pattern(r"^/articles/cs-(\d+)"), guess("10.7717/peerj-cs.{0}")),
    ),
    "embopress.org": (),
    "worldcat.org": (),
    "aps.org": (),
}  # fmt: skip
_ANYWHERE = (
    Rule(
        pattern(r"(?<!10\.\d{4})/(?:PII)?(S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX])(?![\d])"),
        one("pii"),
    ),
    Rule(pattern(r"/arxiv(?:\.org)?[:/](?:abs/|pdf/)?" + _ARXIV_ID), sites.arxiv),
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
