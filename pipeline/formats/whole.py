"""How much a way of cutting a list into its records lets be understood."""

from collections.abc import Sequence

from pipeline.values.entry import Entry


def worth(entries: Sequence[Entry]) -> tuple[int, int]:
    """How many records are whole; what is known besides the one thing that any line could be."""
    facts = [
        (e.title, e.authors, e.venue or e.year, e.links or e.mentions, e.venue and e.year)
        for e in entries
    ]
    whole = sum(bool(title and people and (when or link)) for title, people, when, link, _ in facts)
    return whole, sum(sum(map(bool, record)) - 1 for record in facts)
