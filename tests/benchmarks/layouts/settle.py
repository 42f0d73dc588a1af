"""What the form of a list leaves no choice of."""

from tests.benchmarks.layouts import citations, parts, people, places
from tests.benchmarks.layouts.choices import Chooser
from tests.benchmarks.layouts.forms import FORMS

SINGLE = ("yml", "yaml", "csv", "tsv")
"""Endings of files that have one layout and no sections."""

BARE = {
    "title": "plain", "by-line": "plain", "venue": "plain", "year": "apart", "head": "as said",
    "link (rst, org, text)": "u", "before the title": "nothing", "links besides": "none",
}  # fmt: skip
"""What a file of values cannot choose."""


def settle(draws: Chooser) -> None:
    """Decides what the form of a list leaves no choice of."""
    form = draws.pick(FORMS)
    lines = form.kind in ("lines", "nested")
    if not lines:
        draws.drawn[citations.CITED.name] = "no"
    if not lines and form.kind != "heading":
        draws.drawn[parts.SPREADS.name] = "one"
    if form.kind not in {"lines", "heading"} or form.close:
        draws.drawn[parts.NOTES.name] = "none"
    if "labelled" in draws.name(parts.SPREADS):
        draws.drawn |= {people.DRESSES.name: "plain", places.DRESSES.name: "plain"}
    if form.ink.ending in ("csv", "tsv"):
        draws.drawn |= BARE
    if form.kind.startswith("yaml"):
        draws.drawn |= {people.CUTS.name: "none", people.DRESSES.name: "plain"}
