"""Six titles for lists of six items, and what is read of a list."""

from pipeline import formats
from pipeline.values.entry import Document, Entry

TITLES = (
    "Efficient estimation of population structure in large moss genomes",
    "A hierarchical model of gene expression in single limpets",
    "Learning for robust detection of small snails",
    "Bayesian inference of ancestral migration from pairwise distances of islands",
    "Fast and accurate alignment of short tides by hashing",
    "Genome-wide analysis of regulatory networks in lichens",
)

PAPER = " [[pdf]](https://arxiv.org/abs/2306.15001)\n"
"""What is behind an item that is a paper."""


def read(text: str, path: str = "list.md") -> tuple[Entry, ...]:
    return formats.read(Document(path=path, text=text)).entries


def said(text: str) -> list[tuple[str | None, str | None, int | None]]:
    return [
        (
            entry.title.text if entry.title else None,
            entry.venue.text if entry.venue else None,
            entry.year.value if entry.year else None,
        )
        for entry in read(text)
    ]
