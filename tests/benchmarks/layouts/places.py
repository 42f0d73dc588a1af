"""Venues and years: what a venue is called, what is around it, how a year is glued to it."""

import re

from pipeline.values.text import Value
from tests.benchmarks.layouts.choices import Chooser, Dimension, listed
from tests.benchmarks.layouts.ink import Ink, dressed
from tests.benchmarks.layouts.truth import Work

NAMES = listed(
    "venue's name", "the work's", "its abbreviation", "a conference", "a known journal",
    "a preprint server", "a whole conference", "arXiv preprint arXiv:2101.01234",
    "arXiv:2101.01234",
    common=("the work's", "a conference"),
    shared=("the work's",),
)  # fmt: skip

CONFERENCES = (
    "NeurIPS", "ICML", "ICLR", "CVPR", "ICCV", "ECCV", "ACL", "EMNLP", "NAACL", "AAAI", "IJCAI",
    "KDD", "SIGIR", "WWW", "CHI", "ICRA", "IROS", "SIGMOD", "VLDB", "ICSE", "INTERSPEECH",
    "ICASSP", "MICCAI", "RECOMB", "ISMB", "CoRL", "UAI", "AISTATS", "OSDI", "SOSP", "USENIX ATC",
    "ASPLOS", "ISCA", "SIGGRAPH", "PLDI", "POPL", "STOC", "FOCS", "CCS", "WSDM", "CIKM", "WACV",
)  # fmt: skip
JOURNALS = (
    "Nature", "Science", "Cell", "PNAS", "Nature Methods", "Bioinformatics", "PLOS ONE", "eLife",
    "Nucleic Acids Research", "IEEE Access", "TPAMI", "JMLR", "TACL", "The Lancet", "NEJM",
    "Phys. Rev. Lett.", "J. Chem. Phys.", "Ecology Letters", "Econometrica", "Neuron",
    "IEEE Transactions on Image Processing", "Journal of Machine Learning Research",
    "Communications of the ACM", "Annals of Statistics", "Journal of Neuroscience", "JAMA",
)  # fmt: skip
SERVERS = ("arXiv", "bioRxiv", "medRxiv", "arXiv preprint", "ChemRxiv", "Arxiv", "SSRN")
WHOLE = (
    "International Conference on Machine Learning",
    "Advances in Neural Information Processing Systems",
    "Conference on Computer Vision and Pattern Recognition",
    "European Conference on Computer Vision",
    "Annual Meeting of the Association for Computational Linguistics",
    "Conference on Human Factors in Computing Systems",
    "AAAI Conference on Artificial Intelligence",
    "International Conference on Software Engineering", "Symposium on Operating Systems Principles",
    "International Conference on Robotics and Automation",
)  # fmt: skip
POOLS = {
    "a conference": CONFERENCES, "a known journal": JOURNALS, "a preprint server": SERVERS,
    "a whole conference": WHOLE,
}  # fmt: skip

DRESSES = Dimension("venue", {
    "plain": (), "italic": ("italic",), "bold": ("bold",), "in": ("in …",), "In": ("In …",),
    "In: V": ("In: …",), "(V)": ("(…)",), "[V]": ("[…]",), "code": ("code",),
    "`[V]`": ("[…]", "code"),
    "[[V]]": ("[[…]]",), "[[V](u)]": ("link", "[…]"), "[V](u)": ("link",),
    "<kbd>": ("<kbd>…</kbd>",),
    "<sub>": ("<sub>…</sub>",), "<ins>": ("<ins>…</ins>",), "Venue:": ("Venue: …",),
    "italic (V)": ("(…)", "italic"), "(italic V)": ("italic", "(…)"), "**[V]**": ("[…]", "bold"),
    "[**V**]": ("bold", "[…]"), "【V】": ("【…】",), "《V》": ("《…》",),
    "***V***": ("italic", "bold"), "In Proceedings of": ("In Proceedings of …",),
    "italic In Proc. of": ("In Proc. of …", "italic"), "Published in": ("Published in …",),
    "Presented at": ("Presented at …",), "badge": ("![…](https://img.shields.io/badge/x-y-blue)",),
    "<b>": ("<b>…</b>",), "会议：": ("会议：…",), "<font>": ('<font color="red">…</font>',),
    "«V»": ("«…»",), "in: italic": ("italic", "in: …"), "{V}": ("{…}",),
    "to appear": ("to appear in …",),
}, common=("plain", "italic", "(V)"), shared=("plain",))  # fmt: skip

DATINGS = Dimension("year", {
    "V 2021": "{v} {y}", "V, 2021": "{v}, {y}", "V (2021)": "{v} ({y})", "V'21": "{v}'{yy}",
    "V 21": "{v} '{yy}", "V2021": "{v}{y}", "V-2021": "{v}-{y}", "2021 V": "{y} {v}",
    "2021, V": "{y}, {v}", "V ’21": "{v} ’{yy}", "V_2021": "{v}_{y}", "V_2106": "{v}_{yy}{m}",
    "V, May 2021": "{v}, {month} {y}", "V 2021.05": "{v} {y}.{m}", "V [2021]": "{v} [{y}]",
    "V/2021": "{v}/{y}", "V - 2021": "{v} - {y}", "V 2021 (Oral)": "{v} {y} (Oral)",
    "V 2021 Spotlight": "{v} {y} Spotlight", "V 12(3), 2021": "{v} {vol}({iss}), {y}",
    "V 12 (2021) 1-9": "{v} {vol} ({y}) {pp}", "2021 - V": "{y} - {v}",
    "V, 2021-05": "{v}, {y}-{m}",
    "V '21 Workshop": "{v} '{yy} Workshop", "(2021) V": "({y}) {v}", "V: 2021": "{v}: {y}",
    "V, vol. 12, 2021": "{v}, vol. {vol}, {y}", "V 2021 Best Paper": "{v} {y} Best Paper",
    "apart": "", "apart (2021)": "(…)", "apart [2021]": "[…]", "apart **2021**": "bold",
    "apart `2021`": "code", "apart *2021*": "italic", "apart 2021年": "…年",
    "apart Year:": "Year: …",
    "apart 2021/05": "", "apart May 2021": "", "apart 2021-05-03": "", "apart [2021.05]": "[…]",
    "apart (May 2021)": "(…)", "apart <2021>": "&lt;…&gt;", "apart 年份：": "年份：…",
}, common=("V 2021", "V, 2021", "apart (2021)", "apart"), shared=("apart",))  # fmt: skip
"""Glued to the venue, or a part of its own."""

MONTHS = (
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sep.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip


class Place(Value):
    """A venue or a year as written, and every right reading of it."""

    text: str = ""
    venues: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    vague: tuple[str, ...] = ()


def dated(work: Work, draws: Chooser, ink: Ink) -> Place:
    """The venue with the year glued to it, in its dress."""
    name = draws.name(DATINGS)
    form = "{v}" if name.startswith("apart") else draws.pick(DATINGS)
    if re.search(r"arXiv:\d", work.venue) and re.match(r"\{v\}[^ ,]", form):
        form = "{v}, {y}"
    text = form.format(
        v=work.venue, y=work.year, yy=f"{work.year % 100:02}", m=f"{work.month:02}",
        month=MONTHS[work.month - 1], vol=work.volume, iss=work.issue, pp=work.pages,
    )  # fmt: skip
    years = () if form == "{v}" else (work.year,)
    vague = ("year",) if name == "V_2106" else ()
    dress = dressed(text, draws.pick(DRESSES), ink, f"https://venues.example/{work.year}")
    return Place(text=dress, venues=readings(work.venue), years=years, vague=vague)


def placed(work: Work, draws: Chooser, ink: Ink) -> Place:
    """The venue alone, in its dress."""
    url = "https://venues.example/about"
    return Place(
        text=dressed(work.venue, draws.pick(DRESSES), ink, url), venues=readings(work.venue)
    )


def readings(venue: str) -> tuple[str, ...]:
    """The venue, with and without what says that it has proceedings."""
    if re.search(r"arXiv:\d", venue):
        return (venue, "arXiv", "arXiv preprint")
    bare = without_proceedings(venue)
    return (venue, bare, f"Proceedings of {bare}", f"Proc. of {bare}", f"Proceedings of the {bare}")


def apart(work: Work, draws: Chooser, ink: Ink) -> Place:
    """The year as a part of its own; nothing where it is glued to the venue."""
    name = draws.name(DATINGS)
    if not name.startswith("apart"):
        return Place()
    month = MONTHS[work.month - 1]
    text = {
        "apart 2021/05": f"{work.year}/{work.month:02}",
        "apart May 2021": f"{month} {work.year}", "apart (May 2021)": f"{month} {work.year}",
        "apart 2021-05-03": f"{work.year}-{work.month:02}-03",
        "apart [2021.05]": f"{work.year}.{work.month:02}",
    }.get(name, str(work.year))  # fmt: skip
    form = draws.pick(DATINGS)
    return Place(text=dressed(text, (form,) if form else (), ink), years=(work.year,))


def without_proceedings(venue: str) -> str:
    """The meeting alone."""
    return venue.removeprefix("Proceedings of the ").removeprefix("Proceedings of ")
