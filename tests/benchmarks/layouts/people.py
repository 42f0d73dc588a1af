"""By-lines: how a name is written, how names are joined, and what says that there are more."""

import re
from collections.abc import Callable

from pipeline.values.text import Value
from tests.benchmarks.accuracy.corpus import Author
from tests.benchmarks.layouts.choices import Chooser, Dimension, only
from tests.benchmarks.layouts.ink import Ink, dressed
from tests.benchmarks.layouts.truth import Work

Spell = Callable[[Author], str]


class Manner(Value):
    """How one name is written."""

    form: str
    """"{given}", "{i}" for "J. R.", "{tight}" for "J.R.", "{bare}" for "JR", "{family}", ..."""
    holds_comma: bool = False

    def __call__(self, author: Author) -> str:
        if not author.given:
            return author.family
        parts = [part for part in re.split(r"[\s.\-]+", author.given) if part]
        firsts = [part[0].upper() for part in parts]
        dotted = [f"{first}." for first in firsts]
        return self.form.format(
            given=author.given, family=author.family, first=parts[0], i=" ".join(dotted),
            tight="".join(dotted), bare="".join(firsts), spaced=" ".join(firsts),
            loud=author.family.upper(), hyphened="-".join(dotted),
            middle=" ".join([parts[0], *dotted[1:]]),
        )  # fmt: skip


MANNERS = Dimension("name", {
    "John R. Smith": Manner(form="{given} {family}"),
    "John Smith": Manner(form="{first} {family}"),
    "John R Smith": Manner(form="{middle} {family}"),
    "J. R. Smith": Manner(form="{i} {family}"),
    "J.R. Smith": Manner(form="{tight} {family}"),
    "JR Smith": Manner(form="{bare} {family}"),
    "J R Smith": Manner(form="{spaced} {family}"),
    "J.-R. Smith": Manner(form="{hyphened} {family}"),
    "Smith JR": Manner(form="{family} {bare}"),
    "Smith J.R.": Manner(form="{family} {tight}"),
    "Smith J. R.": Manner(form="{family} {i}"),
    "Smith J R": Manner(form="{family} {spaced}"),
    "Smith, J. R.": Manner(form="{family}, {i}", holds_comma=True),
    "Smith, J.R.": Manner(form="{family}, {tight}", holds_comma=True),
    "Smith, JR": Manner(form="{family}, {bare}", holds_comma=True),
    "Smith, John R.": Manner(form="{family}, {given}", holds_comma=True),
    "Smith John": Manner(form="{family} {first}"),
    "Smith": Manner(form="{family}"),
    "SMITH": Manner(form="{loud}"),
    "John SMITH": Manner(form="{given} {loud}"),
    "SMITH John": Manner(form="{loud} {first}"),
    "SMITH J": Manner(form="{loud} {bare}"),
    "SMITH, J.": Manner(form="{loud}, {i}", holds_comma=True),
}, common=("John R. Smith", "J. R. Smith", "Smith JR"))  # fmt: skip

GLUES = Dimension("glue", {
    "a, b, c": (", ", ", "), "a, b, and c": (", ", ", and "), "a, b and c": (", ", " and "),
    "a, b & c": (", ", " & "), "a, b, & c": (", ", ", & "), "a; b; c": ("; ", "; "),
    "a; b; and c": ("; ", "; and "), "a; b & c": ("; ", " & "), "a and b and c": (" and ", " and "),
    "a & b & c": (" & ", " & "), "a / b / c": (" / ", " / "), "a · b · c": (" · ", " · "),
    "a, b und c": (", ", " und "), "a, b et c": (", ", " et "), "a, b y c": (", ", " y "),
    "a、b、c": ("、", "、"), "a，b，c": ("，", "，"), "a,b,c": (",", ","),
    "a | b | c": (" | ", " | "),
    "a • b • c": (" • ", " • "), "a, b e c": (", ", " e "),
}, common=("a, b, c", "a, b and c", "a, b, and c"))  # fmt: skip
"""What joins two names, and the last two."""

CUTS = Dimension("et al.", {
    "none": "",
    ", et al.": ", et al.", " et al.": " et al.", " et al": " et al", ", et al": ", et al",
    " *et al.*": " *et al.*", ", *et al.*": ", *et al.*", " _et al._": " _et al._",
    " (et al.)": " (et al.)", " and others": " and others", ", and others": ", and others",
    ", ...": ", ...", " …": " …", ", …": ", …", " et. al.": " et. al.", ", et.al.": ", et.al.",
    " & al.": " & al.", " u. a.": " u. a.", " и др.": " и др.", " 等": " 等", "，等": "，等",
    " ほか": " ほか", ", and colleagues": ", and colleagues", " et al., ": " et al.",
    ", et alia": ", et alia", " ET AL.": " ET AL.", ", and 5 others": ", and 5 others",
}, common=("none", " et al.", ", et al."), shared=("none",))  # fmt: skip
"""What a list writes for the names that it leaves out; "none" gives all."""

SHOWN = Dimension("names before et al.", {"1": 1, "2": 2, "3": 3}, shared=("1", "2", "3"))

DRESSES = Dimension("by-line", {
    "plain": (), "italic": ("italic",), "bold": ("bold",), "by": ("by …",), "By:": ("By: …",),
    "italic by": ("by …", "italic"), "(a, b)": ("(…)",), "[a, b]": ("[…]",),
    "<sub>": ("<sub>…</sub>",),
    "<i>": ("<i>…</i>",), "Authors:": ("Authors: …",), "**Authors:**": ("**Authors:** …",),
    "作者：": ("作者：…",), "Autoren:": ("Autoren: …",), "code": ("code",), "— a, b": ("— …",),
    "von": ("von …",), "par": ("par …",), "<small>": ("<small>…</small>",), "{a, b}": ("{…}",),
    "Author(s):": ("Author(s): …",), "italic (a, b)": ("(…)", "italic"), "著者:": ("著者: …",),
}, common=("plain", "italic"), shared=("plain",))  # fmt: skip

EACH = Dimension("each name", {
    "plain": "…", "[n](u)": "[…](https://people.example/@)", "first bold": "**…**",
    "first italic": "*…*", "n*": "…\\*", "n¹": "…¹", "n (Company)": "… (Moss Inc.)",
    "n (1, 2)": "… <sup>1,2</sup>", "n, Company": "… [Quillmark]", "n†": "…†",
    'John "Max" Smith': '"Max"',
}, common=("plain",), shared=("plain",), liked=0.85)  # fmt: skip
"""What is put around names, or around the first; for Markdown."""

POOLS = Dimension("names from", {
    "the corpus": "the corpus", "China": "China", "the corpus, lone": "lone",
}, common=("the corpus",), shared=("the corpus",), liked=0.93)  # fmt: skip
"""Whose names: those of the work; or names written in Chinese; or the first author alone."""

CHINESE = (
    "王伟", "李娜", "张敏", "刘洋", "陈静", "杨帆", "赵磊", "黄丽华", "周建国", "吴晓明", "徐子涵",
    "孙悦", "欧阳雪",
)  # fmt: skip


class People(Value):
    """A by-line as written, and who stands in it."""

    text: str = ""
    names: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    et_al: bool = False


def byline(work: Work, draws: Chooser, ink: Ink) -> People:
    """The authors of a work as the layout writes them, in its dress."""
    found = written(_nicknamed(work.authors, draws), draws)
    if ink.link.startswith("[…]"):
        found = found.but(text=_marked(found, draws))
    return found.but(text=dressed(found.text, draws.pick(DRESSES), ink))


def _nicknamed(authors: tuple[Author, ...], draws: Chooser) -> tuple[Author, ...]:
    """The first author with a nickname, where the list gives such and writes given names."""
    spelt = "{given}" in draws.pick(MANNERS).form and authors[0].given
    if draws.name(EACH) != 'John "Max" Smith' or not spelt:
        return authors
    return (authors[0].but(given=f'{authors[0].given} "Max"'), *authors[1:])


def _marked(found: People, draws: Chooser) -> str:
    """The by-line with what the list puts around names."""
    form, text = draws.pick(EACH), found.text
    if "…" not in form:
        return text
    for place, name in enumerate(found.names[: 1 if "first" in draws.name(EACH) else None]):
        at = text.rfind(name) if place else text.find(name)
        if at < 0:
            continue  # another name was marked in its place: two bear one
        mark = form.replace("…", name).replace("@", str(place))
        text = text[:at] + mark + text[at + len(name) :]
    return text


def written(authors: tuple[Author, ...], draws: Chooser) -> People:
    """The authors as the layout writes them."""
    manner = draws.pick(MANNERS)
    fitting = only(GLUES.options, lambda glue: not (manner.holds_comma and "," in glue[0]))
    if manner.holds_comma:
        fitting = (*fitting, "a, b, and c", "a, b, & c", "a, b & c", "a, b and c")
    return joined(authors, manner, draws.pick(GLUES, fitting), _cut(authors, draws))


def _cut(authors: tuple[Author, ...], draws: Chooser) -> tuple[int, str]:
    mark, shown = draws.pick(CUTS), draws.pick(SHOWN)
    return (shown, mark) if mark and len(authors) > shown else (len(authors), "")


def joined(
    authors: tuple[Author, ...], spell: Spell, glue: tuple[str, str], cut: tuple[int, str]
) -> People:
    """So many of the authors, joined; with what stands for the others."""
    shown, mark = cut
    names = tuple(spell(author) for author in authors[:shown])
    between, last = glue
    text = names[0]
    if len(names) > 1:
        text = between.join(names[:-1]) + (between if mark else last) + names[-1]
    families = tuple(author.family for author in authors[:shown])
    return People(text=text + mark, names=names, families=families, et_al=bool(mark))
