"""Publishers whose DOIs follow from their addresses: pattern of the address, and the DOI's form.

Each is a publisher's own habit, seen in its DOIs at Crossref or DataCite, and a guess until a
record says so. A pattern is looked for in ``/path?name=value&...``; ``{0}`` is its first group,
``{2:0>6}`` its third, filled up with zeros.
"""

# ruff: noqa: E501  rows of a table stay on their line

from collections.abc import Mapping
from typing import NamedTuple


class Shape(NamedTuple):
    """What an address looks like, and the DOIs that it may have."""

    pattern: str
    forms: tuple[str, ...]


_APS = tuple(
    Shape(rf"/{code}/v(\d+)/i\d+/[pe](\d+)(?:_1)?(?:[/?]|$)", (f"10.1103/{name}." + "{0}.{1}",))
    for code, name in (
        ("PR", "physrev"), ("PRA", "physreva"), ("PRB", "physrevb"), ("PRC", "physrevc"),
        ("PRD", "physrevd"), ("PRE", "physreve"), ("PRX", "physrevx"), ("PRL", "physrevlett"),
        ("RMP", "revmodphys"), ("PRSTAB", "physrevstab"), ("PRSTPER", "physrevstper"),
    )
)  # fmt: skip
_OPTICA = (Shape(r"[?&]uri=([a-z]+)-(\d+)-\d+-(\d+)(?:&|$)", ("10.1364/{0}.{1}.{2:0>6}",)),)
_ACM = (
    Shape(r"/\w+\.cfm\?.*?\b(?:id|doid)=(\d{5,8}\.\d{5,8})(?:&|$)", ("10.1145/{0}",)),
    Shape(r"/\w+\.cfm\?.*?\b(?:id|doid)=(\d{5,8})(?:&|$)", ("10.1145/{0}",)),
)
_CAMBRIDGE = (
    Shape(r"/(?:identifier/|abstract_|article_|fulltext_)(S\d{15}[\dX])", ("10.1017/{0}",)),
)
_RFC = (Shape(r"/rfc(\d{1,5})(?:[./?]|$)", ("10.17487/rfc{0:0>4}",)),)
_JMIR = (Shape(r"/\d{4}/\d+/e(\d{5,6})(?:[/?]|$)", ("10.2196/{0}",)),)

HABITS: Mapping[str, tuple[Shape, ...]] = {
    "aps.org": _APS,
    "opticsinfobase.org": _OPTICA,
    "osapublishing.org": _OPTICA,
    "optica.org": _OPTICA,
    "acm.org": _ACM,
    "cambridge.org": _CAMBRIDGE,
    "rfc-editor.org": _RFC,
    "ietf.org": _RFC,
    "jmir.org": _JMIR,
    "aanda.org": (
        Shape(r"/aa(\d{5})-(\d\d)(?:[./?]|$)", ("10.1051/0004-6361/20{1}{0}",)),
        Shape(r"/aa(\d{4})-(\d\d)(?:[./?]|$)", ("10.1051/0004-6361:20{1}{0}",)),
    ),
    "karger.com": (Shape(r"/Article/\w+/(\d{5,6})(?:[/?]|$)", ("10.1159/{0:0>9}",)),),
    "scielo.br": (Shape(r"\bpid=(S\d{4}-\d{3}[\dX]\d{13})", ("10.1590/{0}",)),),
    "scielo.cl": (Shape(r"\bpid=(S\d{4}-\d{3}[\dX]\d{13})", ("10.4067/{0}",)),),
    "scielo.conicyt.cl": (Shape(r"\bpid=(S\d{4}-\d{3}[\dX]\d{13})", ("10.4067/{0}",)),),
    "persee.fr": (
        Shape(r"/([a-z]+)_\d{4}-\d{3}[\dx]_(\d{4})_[a-z]+_[\w\-]+_(\d+)(?:[/?]|$)", ("10.3406/{0}.{1}.{2}",)),
    ),
    "projecteuclid.org": (
        Shape(r"/euclid\.(ao[apms]|aoap|aoas|aoms|ss|ejs|ejp|ecp|ba)/(\d{9,10})", ("10.1214/{0}/{1}",)),
        Shape(r"/euclid\.bj/(\d{9,10})", ("10.3150/bj/{0}",)),
    ),
    "osti.gov": (Shape(r"/(?:biblio|servlets/purl)/(\d{5,8})(?:[-/?]|$)", ("10.2172/{0}",)),),
    "usgs.gov": (Shape(r"/publication/((?:sir|ofr|ds|fs|pp|tm|sim|cir)\d+\w?)(?:[/?]|$)", ("10.3133/{0}",)),),
    "figshare.com": (Shape(r"/articles/(?:[^/?]+/)*?(\d{5,9})(?:/\d{1,2})?/?(?:\?|$)", ("10.6084/m9.figshare.{0}",)),),
    "techrxiv.org": (Shape(r"/articles/(?:[^/?]+/)*?(\d{5,9})(?:/\d{1,2})?/?(?:\?|$)", ("10.36227/techrxiv.{0}",)),),
    "onlinelibrary.wiley.com": (Shape(r"/clsysrev/articles/(CD\d{6})", ("10.1002/14651858.{0}",)),),
    "pubs.acs.org": (Shape(r"/(?:abs|html|pdf|full)/([a-z]{2}\d{5,7}[a-z\d])\.(?:html|pdf)", ("10.1021/{0}",)),),
    "genomebiology.com": (Shape(r"^/(?:content/)?(\d{4})/(\d+)/(\d+)/([a-z]*\d+)(?:[/?]|$)", ("10.1186/gb-{0}-{1}-{2}-{3}",)),),
    "ametsoc.org": (Shape(r"/journals/\w+/\d+/\w+/([a-z\-]+-\d+-\d+\.\d)\.xml", ("10.1175/{0}",)),),
    "oxfordbibliographies.com": (Shape(r"/obo-(\d{13}-\d{4})\.xml", ("10.1093/obo/{0}",)),),
    "dtic.mil": (Shape(r"/citations/(AD[A-Z]?\d{6,7})(?:[/?]|$)", ("10.21236/{0}",)),),
    "jstatsoft.org": (
        Shape(r"/article/view/(v\d{3})(i\d\d)(?:[/?]|$)", ("10.18637/jss.{0}.{1}",)),
        Shape(r"/(v\d\d)/(i\d\d)(?:[/?]|$)", ("10.18637/jss.v0{0[1]}{0[2]}.{1}",)),
    ),
    "revistacomunicar.com": (Shape(r"/article/view/(C\d+-\d{4}-\d+)", ("10.3916/{0}",)),),
    "ejournals.epublishing.ekt.gr": (Shape(r"/index\.php/(\w+)/article/view/(\d+)", ("10.12681/{0}.{1}",)),),
    "journals.uio.no": (Shape(r"^/(\w+)/article/view/(\d+)", ("10.5617/{0}.{1}",)),),
    "actamedicaportuguesa.com": (Shape(r"/index\.php/amp/article/view/(\d+)", ("10.20344/amp.{0}",)),),
    "bmj.com": (Shape(r"/content/(?:bmj/)?\d+/(bmj\.[a-z]\d+)(?:[./?]|$)", ("10.1136/{0}",)),),
    "biomedcentral.com": (Shape(r"/pdf/(\d{4}-\d{3}[\dX]-\d+-S?\d+)\.pdf", ("10.1186/{0}",)),),
}  # fmt: skip
"""By host; those of the domains above a host hold for it too."""

BMC = {
    "ann-clinmicrob.com": "1476-0711", "almob.org": "1748-7188", "biology-direct.com": "1745-6150",
    "biotechnologyforbiofuels.com": "1754-6834", "cancerci.com": "1475-2867", "cardiab.com":
    "1475-2840", "epigeneticsandchromatin.com": "1756-8935", "equityhealthj.com": "1475-9276",
    "frontiersinzoology.com": "1742-9994", "gigasciencejournal.com": "2047-217x",
    "globalizationandhealth.com": "1744-8603", "hqlo.com": "1477-7525",
    "human-resources-health.com": "1478-4491", "ij-healthgeographics.com": "1476-072x",
    "implementationscience.com": "1748-5908", "jbiomedsem.com": "2041-1480", "jcheminf.com":
    "1758-2946", "jneuroinflammation.com": "1742-2094", "lipidworld.com": "1476-511x",
    "malariajournal.com": "1475-2875", "microbialcellfactories.com": "1475-2859",
    "mobilednajournal.com": "1759-8753", "molecular-cancer.com": "1476-4598", "nutritionj.com":
    "1475-2891", "ojrd.com": "1750-1172", "parasitesandvectors.com": "1756-3305",
    "plantmethods.com": "1746-4811", "proteomesci.com": "1477-5956", "rbej.com": "1477-7827",
    "retrovirology.com": "1742-4690", "translational-medicine.com": "1479-5876", "virologyj.com":
    "1743-422x", "wjso.com": "1477-7819",
}  # fmt: skip
"""ISSNs of journals that BioMed Central once gave hosts of their own: ``/content/9/1/10``."""
