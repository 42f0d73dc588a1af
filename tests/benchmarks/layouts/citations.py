"""Whole citations in the styles of journals and of reference managers."""

import re

from pipeline.values.text import Value
from tests.benchmarks.accuracy.corpus import Author
from tests.benchmarks.layouts.choices import Chooser, Dimension
from tests.benchmarks.layouts.ink import Ink, dressed
from tests.benchmarks.layouts.people import MANNERS, People, joined
from tests.benchmarks.layouts.places import readings, without_proceedings
from tests.benchmarks.layouts.truth import Truth, Work


class Style(Value):
    """One manner of citing."""

    form: str
    """"{a}" authors, "{t}" title, "{v}" venue, "{in}" for proceedings; "*…*" and "**…**" are
    marks, "⟦…⟧" is a link."""
    name: str
    """How a name is written, as in ``people.MANNERS``."""
    first: str = ""
    """How the first name is written, if otherwise."""
    glue: tuple[str, str] = (", ", ", ")
    pair: str = ""
    """What joins two names that are alone, if otherwise than the last two."""
    most: int = 99
    """More names than these are cut ..."""
    kept: int = 3
    """... to these."""
    mark: str = ", et al."
    stop: str = "."
    """What separates a by-line from the title, where the form says "{.}"."""


APA, INV = "Smith, J. R.", "Smith, John R."
STYLES = Dimension("citation", {
    "APA": Style(name=APA, glue=(", ", ", & "),
        form="{a} ({y}). {t}. {in}*{v}*, {vol}({iss}), {pp}. {doi}"),
    "APA n.d.": Style(name=APA, glue=(", ", ", & "), form="{a} (n.d.). {t}. {in}*{v}*. {doi}"),
    "APA (2021, May)": Style(name=APA, glue=(", ", ", & "),
        form="{a} ({y}, {month}). {t}. {in}*{v}* (pp. {pp})."),
    "Vancouver": Style(name="Smith JR", most=6, kept=6, mark=", et al",
        form="{a}. {t}. {v}. {y};{vol}({iss}):{pp}. {doi}"),
    "AMA": Style(name="Smith JR", most=6, mark=", et al",
    form="{a}. {t}. *{v}*. {y};{vol}({iss}):{pp}."),
    "BMC": Style(name="Smith JR", form="{a}: {t}. {v} {y}, {vol}:{pp}."),
    "BMC bold": Style(name="Smith JR", form="{a}: **{t}.** *{v}* {y}, {vol}:{pp}."),
    "NLM": Style(name="Smith JR", most=3,
    form="{a}. {t}. {v}. {y} {month};{vol}({iss}):{pp}. {doi}",
        stop="."),
    "Chicago": Style(name="John R. Smith", first=INV, glue=(", ", ", and "),
        form='{a}. "{t}." {in}*{v}* {vol}, no. {iss} ({y}): {pp}. {doi}'),
    "Chicago, proceedings": Style(name="John R. Smith", first=INV, glue=(", ", ", and "),
        form='{a}. "{t}." In Proceedings of {v}, pp. {pp}. {y}.'),
    "Chicago, date first": Style(name="John R. Smith", first=INV, glue=(", ", ", and "),
        form="{a}. {y}. “{t}.” *{v}* {vol} ({iss}): {pp}. {doi}"),
    "MLA": Style(name="John R. Smith", first=INV, glue=(", ", ", and "), most=2, kept=1,
        form='{a}. "{t}." *{v}*, vol. {vol}, no. {iss}, {y}, pp. {pp}.'),
    "IEEE": Style(name="J. R. Smith", glue=(", ", ", and "), pair=" and ",
        form='{a}, "{t}," {in}*{v}*, vol. {vol}, no. {iss}, pp. {pp}, {month} {y}. {doi}'),
    "IEEE, curved": Style(name="J. R. Smith", glue=(", ", ", and "), pair=" and ", mark=" et al.",
        most=6, kept=1, form="{a}, “{t},” {v}, vol. {vol}, pp. {pp}, {y}."),
    "ACM": Style(name="John R. Smith", glue=(", ", ", and "), pair=" and ",
        form="{a}. {y}. {t}. {in}*{v}* {vol}, {iss} ({y}), {pp}. {doi}"),
    "Nature": Style(name=APA, glue=(", ", " & "), most=5, kept=1, mark=" et al.",
        form="{a} {t}. *{v}* **{vol}**, {pp} ({y})."),
    "Science": Style(name="J. R. Smith", form="{a}, {t}. *{v}* **{vol}**, {pp} ({y})."),
    "Cell": Style(name="Smith, J.R.", glue=(", ", ", and "), most=10, kept=10,
        form="{a} ({y}). {t}. {v} *{vol}*, {pp}."),
    "Harvard": Style(name="Smith, J.R.", glue=(", ", " and "),
        form="{a}, {y}. {t}. *{v}*, {vol}({iss}), pp.{pp}."),
    "Harvard, quoted": Style(name=APA, glue=(", ", " and "),
        form="{a} ({y}) '{t}', *{v}*, {vol}({iss}), pp. {pp}. {doi}"),
    "Elsevier": Style(name="J.R. Smith", form="{a}, {t}, {v} {vol} ({y}) {pp}. {doi}"),
    "LNCS": Style(name=APA, form="{a}: {t}. {in}{v} **{vol}**({iss}), {pp} ({y})"),
    "GB/T 7714": Style(name="SMITH J", most=3, mark=", et al",
    form="{a}. {t}[J]. {v}, {y}, {vol}({iss}): {pp}."),
    "DIN": Style(name=INV, glue=("; ", "; "),
    form="{a} ({y}): {t}. In: {v} {vol} ({iss}), S. {pp}."),
    "ACS": Style(name=APA, glue=("; ", "; "), form="{a} {t}. *{v}* **{y}**, *{vol}*, {pp}."),
    "DBLP": Style(name="John R. Smith", form="{a}: {t}. {v} {vol}({iss}): {pp} ({y})"),
    "ACL": Style(name="John R. Smith", glue=(", ", ", and "), pair=" and ",
        form="{a}. {y}. {t}. In *{v}*, pages {pp}."),
    "BibTeX plain": Style(name="J. R. Smith", glue=(", ", ", and "), pair=" and ",
        form="{a}. {t}. *{v}*, {vol}({iss}):{pp}, {y}."),
    "BibTeX alpha": Style(name="John R. Smith", glue=(", ", ", and "), pair=" and ",
        form="{a}. {t}. In *Proc. of {v}*, pages {pp}, {y}."),
    "AMS": Style(name="John R. Smith", glue=(", ", ", and "), pair=" and ",
        form="{a}, *{t}*, {v} **{vol}** ({y}), no. {iss}, {pp}."),
    "RSC, no title": Style(name="J. R. Smith", glue=(", ", " and "),
        form="{a}, *{v}*, {y}, **{vol}**, {pp}."),
    "APS, no title": Style(name="J. R. Smith", glue=(", ", ", and "),
    form="{a}, {v} **{vol}**, {pp} ({y})."),
    "Turabian": Style(name="John R. Smith", glue=(", ", " and "),
        form='{a}, "{t}," *{v}* {vol}, no. {iss} ({month} {y}): {pp}.'),
    "PLOS": Style(name="Smith JR", most=6, kept=5, mark=", et al.",
        form="{a} ({y}) {t}. {v} {vol}({iss}): {pp}. {doi}"),
    "ISO 690": Style(name="SMITH, J.", glue=(", ", " and "),
    form="{a}. {t}. *{v}*, {y}, vol. {vol}, no. {iss}, p. {pp}."),
    "Copernicus": Style(name=APA, glue=(", ", ", and "),
    form="{a}: {t}, {v}, {vol}, {pp}, {doi}, {y}."),
    "Frontiers": Style(name=APA, glue=(", ", ", and "), most=6, kept=6, mark=", et al.",
        form="{a} ({y}). {t}. *{v}* {vol}:{pp}. {doi}"),
    "Japanese": Style(name="John R. Smith",
    form="{a}: “{t},” {v}, Vol.{vol}, No.{iss}, pp.{pp} ({y})."),
    "Sociology": Style(name="John R. Smith", first=INV, glue=(", ", " and "),
        form="{a}. {y}. “{t}.” *{v}* {vol}({iss}):{pp}."),
    "Historian": Style(name="John R. Smith", glue=(", ", " and "),
        form="{a}, ‘{t}’, *{v}*, {vol} ({y}), pp. {pp}."),
    "Author-year link": Style(name="John R. Smith", glue=(", ", " and "), most=2, kept=1,
        mark=" et al.", form="{t}. ⟦{a} ({y})⟧"),
    "Author-year link first": Style(name="Smith", glue=(", ", " & "), most=2, kept=1,
        mark=" et al.", form="⟦{a}, {y}⟧: {t}. *{v}*."),
    "Tagged author-year": Style(name="Smith", glue=(" and ", " and "), most=2, kept=1,
        mark=" et al.", form="[{a}, {y}] {t}, {v}."),
    "Families": Style(name="Smith", glue=(", ", " & "), most=3, kept=1, mark=" et al.",
        form="{a} ({y}) {t}. *{v}* {vol}."),
})  # fmt: skip

TITLES = Dimension("title in a citation", {
    "plain": (), "linked": ("link",), "bold": ("bold",), "bold link": ("bold", "link"),
    "link in bold": ("link", "bold"), "italic link": ("italic", "link"),
}, common=("plain",), shared=("plain",))  # fmt: skip

CITED = Dimension(
    "citations", {"no": False, "yes": True}, common=("no",), shared=("no", "yes"), liked=0.75
)
DOIS = Dimension("DOI written", {
    "https": "https://doi.org/{}", "doi:": "doi:{}", "doi: ": "doi: {}", "DOI ": "DOI {}",
    "none": "",
    "bare": "{}", "dx": "http://dx.doi.org/{}", "<https>": "<https://doi.org/{}>",
}, common=("none", "https"), shared=("none",))  # fmt: skip


def cited(work: Work, draws: Chooser, ink: Ink) -> tuple[str, Truth]:
    """The whole citation, and what it says; without its links."""
    style = draws.pick(STYLES)
    people = names(style, work.authors)
    marks = draws.pick(TITLES)
    title = dressed(work.title, marks, ink, work.url)
    doi = _doi(work.doi, draws.pick(DOIS)) if work.doi and "{doi}" in style.form else ""
    venue = without_proceedings(work.venue) if "Proc" in style.form else work.venue
    form = marked(style.form, ink)
    if "⟦" in form:
        title = dressed(work.title, tuple(mark for mark in marks if mark != "link"), ink)
        label = form[form.index("⟦") + 1 : form.index("⟧")]
        form = form.replace(f"⟦{label}⟧", dressed(label, ("link",), ink, work.url))
    text = form.format(
        a=people.text, t=title, v=venue, y=work.year, vol=work.volume, iss=work.issue,
        pp=work.pages, doi=doi, month=MONTHS[work.month - 1],
        **{"in": "In " if work.proceedings else ""},
    )  # fmt: skip
    linked = ("link" in marks and "{t}" in style.form) or "⟦" in style.form
    links = [work.url] if linked else []
    links += [doi.strip("<>").split("//")[-1]] if "doi.org" in doi else []
    told = Truth(
        title=work.title if "{t}" in style.form else "", authors=people.names,
        families=people.families, et_al=people.et_al,
        venues=readings(work.venue) if "{v}" in style.form else (),
        years=(work.year,) if "{y}" in style.form or "**{y}**" in style.form else (),
        links=tuple(links),
    )  # fmt: skip
    return stopped(text), told


MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _doi(doi: str, form: str) -> str:
    """The DOI as written; in an address as a browser shows it."""
    return form.format(doi.replace("<", "%3C").replace(">", "%3E") if "/" in form else doi)


def names(style: Style, authors: tuple[Author, ...]) -> People:
    """The by-line of a style."""
    manner = MANNERS.options[style.name]
    first = MANNERS.options[style.first or style.name]
    cut = (style.kept, style.mark) if len(authors) > style.most else (len(authors), "")
    alone = len(authors) == 2 and style.pair
    glue = (style.pair, style.pair) if alone else style.glue
    return joined(authors, lambda a: (first if a == authors[0] else manner)(a), glue, cut)


def marked(form: str, ink: Ink) -> str:
    """The form with its stars as this kind of text marks bold and italic."""
    return re.sub(
        r"(\*{1,2})(.+?)\1",
        lambda m: dressed(m[2], ("bold" if len(m[1]) > 1 else "italic",), ink), form,
    )  # fmt: skip


def stopped(text: str) -> str:
    """The text as a typesetter would leave it: no stop doubled, none behind a question mark."""
    for wrong, right in ((".. ", ". "), ("?. ", "? "), ("?.", "?"), (", , ", ", ")):
        text = text.replace(wrong, right)
    return " ".join(text.split())
