"""Retracted works in citations and under lone authors: is it said that they are retracted?

``python -m tests.benchmarks.retractions [CORPUS.jsonl[.gz]] [--entries N] [--cases]``

Half of the works of each list are retracted in its world, the other half are not. Each shape is
tried with what links and DOIs the layout has, and with none, so that only the text can tell.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.benchmarks import cited
from tests.benchmarks.accuracy.corpus import Corpus, Row
from tests.benchmarks.layouts.citations import STYLES
from tests.benchmarks.layouts.people import MANNERS
from tests.benchmarks.layouts.shelf import SHIPPED, fitting

NOTICE = (("retraction", "10.99999/notice.1"),)
TITLES = ("bold", "plain", "linked", "“T”", '"T"')


@dataclass(frozen=True)
class Shape:
    """A manner of writing an entry, as what is drawn for it."""

    name: str
    drawn: Mapping[str, str]
    lone: bool


@dataclass
class Told:
    """What was said of the works of a shape."""

    shape: Shape
    retracted: int = 0
    said: int = 0
    sound: int = 0
    wrongly: int = 0
    """Sound works that were called retracted."""
    missed: list[str] = field(default_factory=list)


def shapes() -> Iterator[Shape]:
    """Every citation style with all authors and with one; one author in every manner."""
    for place, style in enumerate(STYLES.options):
        for lone in (False, True):
            yield Shape(style, cited.styled(style, place), lone)
    for place, manner in enumerate(MANNERS.options):
        for order in ("ATVYL", "TAVYL"):
            form = cited.FORMS[place % len(cited.FORMS)]
            drawn = {
                **cited.PLAIN, "citations": "no", "name": manner, "order": order, "form": form,
                "title": TITLES[place % len(TITLES)], "fields": "all", "by-line": "plain",
                "separators": ("T. A. V", "T, A, V")[place % 2], "venue": "italic",
                "year": ("V 2021", "apart (2021)")[place % 2],
            }  # fmt: skip
            yield Shape(f"{order[:2]} {manner}", drawn, lone=True)


def measured(rows: Sequence[Row], shape: Shape, entries: int, *, linked: bool) -> Told:
    """What is said of a list of so many works in the shape."""
    known = cited.whole(rows, lone=shape.lone)
    chosen = Random(f"{shape.name}/{linked}").sample(known, entries)  # noqa: S311  drawn by seed
    bad = {row.id for row in chosen[::2]}
    world = tuple(
        r.but(retracted=True, told=NOTICE) if r.id in bad and r in chosen else r for r in known
    )
    drawn = dict(shape.drawn) if linked else {**shape.drawn, **_unlinked(shape)}
    items = cited.written(chosen, drawn, shape.name)
    found, _, _ = cited.audited(items, Corpus(rows=world))
    told = Told(shape)
    for first, last, row in items.places:
        mine = [a for a in found if a.entry.line <= last and a.entry.end_line >= first]
        said = any(f.code == "retracted" for a in mine for f in a.findings)
        told.retracted += row.id in bad
        told.said += said and row.id in bad
        told.sound += row.id not in bad
        told.wrongly += said and row.id not in bad
        if said != (row.id in bad):
            lines = items.text.split("\n")[first - 1 : last]
            status = ", ".join(f"{a.status} {a.entry.unparsed or ''}".strip() for a in mine)
            told.missed.append("\n".join([f"[{status or 'no entry'}]", *lines]))
    return told


def _unlinked(shape: Shape) -> dict[str, str]:
    """The draws that leave no identifier in an entry."""
    if shape.drawn["citations"] == "yes":
        return {"title in a citation": "plain", "DOI written": "none", "fields": "no links"}
    title = shape.drawn["title"]
    return {"title": "bold" if title == "linked" else title, "fields": "no links"}


def main() -> None:
    """Measure every shape and print what was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.retractions")
    parser.add_argument("corpus", nargs="?", type=Path, default=SHIPPED)
    parser.add_argument("--entries", type=int, default=10, help="works a list, half retracted")
    parser.add_argument("--works", type=int, help="draw so many works of a large corpus evenly")
    parser.add_argument("--cases", action="store_true", help="what was missed, or said wrongly")
    asked = parser.parse_args()
    rows = fitting(asked.corpus, asked.works)
    total = {True: [0, 0, 0, 0], False: [0, 0, 0, 0]}
    print(f"{'shape':28} {'authors':8} {'linked: said':>13} {'unlinked: said':>15}")
    for shape in shapes():
        both = [measured(rows, shape, asked.entries, linked=linked) for linked in (True, False)]
        with_, without = (f"{told.said} of {told.retracted}" for told in both)
        print(f"{shape.name:28} {'one' if shape.lone else 'all':8} {with_:>13} {without:>15}")
        for linked, told in zip((True, False), both, strict=True):
            counts = (told.said, told.retracted, told.wrongly, told.sound)
            total[linked] = [a + b for a, b in zip(total[linked], counts, strict=True)]
            for case in told.missed if asked.cases else ():
                print(f"    {case}")
    for linked, (said, all_, wrongly, sound) in total.items():
        print(
            f"{'linked' if linked else 'unlinked'}: said of {said} of {all_} retracted works "
            f"({said / all_:.3f}), of {wrongly} of {sound} others"
        )


if __name__ == "__main__":
    main()
