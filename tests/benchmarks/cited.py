"""Lists of citations in the styles of journals, every entry sound, and what Errata says of them.

``python -m tests.benchmarks.cited [CORPUS.jsonl[.gz]] [--entries N] [--cases]``

A sound entry is to be left alone: nothing may be accused, and ``fix`` may not touch a byte.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from pipeline import formats
from pipeline.compare.titles import key
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside
from pipeline.run import audit
from pipeline.values.audit import Audited
from pipeline.values.entry import Document
from pipeline.values.finding import Severity
from pipeline.values.settings import Settings
from pipeline.write.applying import Accepted, rewritten
from tests.benchmarks.accuracy.corpus import Corpus, Row
from tests.benchmarks.accuracy.world import World
from tests.benchmarks.layouts import forms, parts, works
from tests.benchmarks.layouts.choices import Chooser
from tests.benchmarks.layouts.citations import STYLES
from tests.benchmarks.layouts.shelf import SHIPPED, fitting

FORMS = ("- item", "1. item", "paragraphs")
UNTITLED = ("RSC, no title", "APS, no title")
"""Styles that leave the title out."""


@dataclass(frozen=True)
class Cited:
    """A list of sound citations and the works that stand in it."""

    text: str
    places: tuple[tuple[int, int, Row], ...]
    """First and last line of each entry, and its work."""


def whole(rows: Sequence[Row], *, lone: bool) -> tuple[Row, ...]:
    """Works of record whose citation can be whole; with their first author alone if asked for."""
    known = [r for r in rows if r.volume and r.issue and r.pages and r.year]
    free = (r for r in known if not r.retracted and not r.told and not r.preprint_of)
    return tuple(r.but(authors=r.authors[:1]) if lone else r for r in free)


PLAIN: Mapping[str, str] = {
    "lines": "one", "venue's name": "the work's", "paper at": "the work's", "note": "none",
    "names from": "the corpus", "before the title": "nothing", "links besides": "none",
}  # fmt: skip
"""Draws that leave nothing in an item but what its record says."""


def styled(style: str, place: int) -> dict[str, str]:
    """The draws of a list of citations; one for each form in turn."""
    form = FORMS[place % len(FORMS)]
    return {**PLAIN, "citations": "yes", "citation": style, "form": form, "fields": "all"}


def written(rows: Sequence[Row], drawn: Mapping[str, str], seed: str) -> Cited:
    """The works as items of such a layout; what is not drawn follows from the seed."""
    chance = Random(seed)  # noqa: S311  drawn by seed
    draws = Chooser(seed, "both", dict(drawn))
    form = draws.pick(forms.FORMS)
    text, below, places = "# Papers\n\n", "", []
    for number, row in enumerate(rows, 1):
        work = works.faithful(row, draws, number, chance)
        item = parts.item(work, draws, form.ink, chance)
        block = forms.block(item, form, draws, number)
        first = text.count("\n") + 1
        places.append((first, first + block.count("\n"), row))
        text += block + ("\n\n" if form.loose else "\n")
        below += item.below
    return Cited(text + (f"\n{below}" if below else ""), tuple(places))


@dataclass
class Score:
    """What was said of sound entries."""

    entries: int = 0
    read: int = 0
    """Read with the right title; any reading where the style gives none."""
    accused: Counter[str] = field(default_factory=Counter)
    """Findings of severity error or warning, by code."""
    changed: int = 0
    """Entries that ``fix`` wrote to."""
    refused: int = 0
    """Corrections that ``fix`` left out, for the list would have read otherwise."""
    cases: list[str] = field(default_factory=list)


def audited(cited: Cited, corpus: Corpus) -> tuple[tuple[Audited, ...], str, int]:
    """What is concluded about the entries, the list after the fixes, and how many were left out."""
    reading = formats.read(Document(path="list.md", text=cited.text))
    found = audit((reading,), Library(), Outside(World(corpus=corpus).ask), Settings()).audited
    done = rewritten(reading, found, Accepted())
    return found, done.text, len(done.left)


def score(cited: Cited, corpus: Corpus, *, titled: bool) -> Score:
    """What is said of the entries of a list, and what is written."""
    found, after, refused = audited(cited, corpus)
    total = Score(entries=len(cited.places), refused=refused)
    old, new = cited.text.split("\n"), after.split("\n")
    for first, last, row in cited.places:
        mine = [a for a in found if a.entry.line <= last and a.entry.end_line >= first]
        told = [a.entry.title.text if a.entry.title else "" for a in mine]
        total.read += bool(mine) and (not titled or any(key(t) == key(row.title) for t in told))
        loud = [f for a in mine for f in a.findings if f.severity is not Severity.NOTICE]
        total.accused.update(f.code for f in loud)
        before, now = old[first - 1 : last], new[first - 1 : last]
        total.changed += before != now
        if loud or before != now:
            said = "; ".join(f"{f.code} {f.current!r} -> {f.proposed!r}"[:240] for f in loud)
            total.cases.append("\n".join([f"{said}", *before, *(now if now != before else ())]))
    return total


def measured(rows: Sequence[Row], style: str, entries: int, *, lone: bool) -> Iterator[Score]:
    """One list of a style in each form."""
    known = whole(rows, lone=lone)
    corpus, form = Corpus(rows=known), STYLES.options[style].form
    meetings = "In *" in form or "Proc" in form
    fit = [r for r in known if not meetings or r.container_title.startswith("Proceedings")]
    for seed in range(len(FORMS)):
        chance = Random(f"{style}/{seed}/{lone}")  # noqa: S311  drawn by seed
        drawn = chance.sample(fit, min(entries, len(fit)))
        cited = written(drawn, styled(style, seed), f"{style}/{seed}")
        yield score(cited, corpus, titled=style not in UNTITLED)


def main() -> None:
    """Measure every style and print a row of each."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.cited")
    parser.add_argument("corpus", nargs="?", type=Path, default=SHIPPED)
    parser.add_argument("--entries", type=int, default=12)
    parser.add_argument("--works", type=int, help="draw so many works of a large corpus evenly")
    parser.add_argument("--style", choices=list(STYLES.options), nargs="+")
    parser.add_argument("--cases", action="store_true")
    asked = parser.parse_args()
    rows = fitting(asked.corpus, asked.works)
    print(f"{'style':24} {'authors':8} entries    read accused changed")
    for style in asked.style or STYLES.options:
        for lone in (False, True):
            found = list(measured(rows, style, asked.entries, lone=lone))
            print(_row(style, "one" if lone else "all", found), flush=True)
            for case in (c for one in found for c in one.cases) if asked.cases else ():
                print(f"    {case}")


def _row(style: str, people: str, found: Sequence[Score]) -> str:
    entries, read = sum(s.entries for s in found), sum(s.read for s in found)
    accused: Counter[str] = Counter()
    for one in found:
        accused.update(one.accused)
    said = ", ".join(f"{code} {count}" for code, count in accused.most_common())
    changed, refused = sum(s.changed for s in found), sum(s.refused for s in found)
    more = f" ({refused} corrections left out)" if refused else ""
    return (
        f"{style:24} {people:8} {entries:>7} {read:>7} {accused.total():>7} {changed:>7}{more}"
        f"  {said}"
    )


if __name__ == "__main__":
    main()
