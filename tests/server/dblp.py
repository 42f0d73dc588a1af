"""DBLP's SPARQL service as far as it is asked: works by DOI, and by how their titles begin."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Publication:
    """One record of DBLP's."""

    key: str
    title: str
    authors: tuple[str, ...]
    venue: str
    year: int
    type: str = "Inproceedings"
    doi: str = ""
    page: str = ""


PUBLICATIONS = (
    Publication(
        key="conf/isll/BrandaoQ23", title="Sparse attention over long lichen sequences.",
        authors=("Nadia Brandao 0002", "Peter Quist"), venue="ISLL", year=2023,
        page="https://openreview.net/forum?id=liC_hen1",
    ),
    Publication(
        key="journals/corr/abs-2301-99999", title="Sparse attention over long lichen sequences.",
        authors=("Nadia Brandao 0002", "Peter Quist"), venue="CoRR", year=2023, type="Article",
        doi="10.48550/ARXIV.2301.99999",
    ),
)  # fmt: skip
UNPRINTED = PUBLICATIONS[1:]
"""What the server of all services tells: its preprint has appeared nowhere else."""

MEETING = (
    Publication(
        key="conf/mossml/HallaQ23", title="Diffusion of lichens across wet roofs.",
        authors=("Runa Halla", "Peter Quist 0007"), venue="MossML", year=2023,
        page="https://openreview.net/forum?id=wetRoof1",
    ),
    Publication(
        key="conf/mossml/Marsh23", title="Score-based diffusion for counting moss.",
        authors=("Ode Marsh", "Vera Pike"), venue="MossML (Poster)", year=2023,
        page="https://openreview.net/forum?id=countM0ss",
    ),
    Publication(
        key="conf/mossml/Pike23", title="Convolutions over fens and bogs.",
        authors=("Vera Pike",), venue="MossML", year=2023,
        page="https://openreview.net/forum?id=fenBog01",
    ),
    Publication(
        key="conf/mossml/Halla22", title="Diffusion of lichens across dry roofs.",
        authors=("Runa Halla",), venue="MossML", year=2022,
        page="https://openreview.net/forum?id=dryRoof1",
    ),
    Publication(
        key="conf/mossmlw/Halla23", title="Diffusion in a workshop for roofs.",
        authors=("Runa Halla",), venue="MossMLW", year=2023,
        page="https://openreview.net/forum?id=workshp1",
    ),
)  # fmt: skip
"""Papers of a meeting of two years, and of a workshop at it."""


def folded(title: str) -> str:
    """A title as the service compares it."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", title.lower()).split())


def answer(query: str, known: Iterable[Publication] = PUBLICATIONS) -> dict[str, object]:
    """The result of a query: one row an author."""
    dois = set(re.findall(r"<https://doi\.org/([^>]+)>", query))
    pages = set(re.findall(r"<([^>]+)>", query.partition("VALUES ?page {")[2].partition("}")[0]))
    ranges = re.findall(r'FILTER\(\?title >= "([^"]*)" && \?title < "([^"]*)"\)', query)
    found = [
        one for one in known
        if one.doi in dois or one.page in pages or _of_meeting(query, one)
        or any(low <= folded(one.title) < high for low, high in ranges)
    ]  # fmt: skip
    rows = [row for one in found for row in _rows(one)]
    return {"head": {"vars": []}, "results": {"bindings": rows}}


def _of_meeting(query: str, one: Publication) -> bool:
    """Venue by its first letters, year, and words of the title as they are spelt."""
    venues = re.findall(r'\?venue >= "([^"]*)"', query)
    years = re.findall(r'STR\(\?year\) = "(\d+)"', query)
    words = re.findall(r'LCASE\(STR\(\?title\)\), "([^"]*)"', query)
    return (
        any(folded(one.venue).startswith(folded(venue)) for venue in venues)
        and str(one.year) in years and any(word in one.title.lower() for word in words)
    )  # fmt: skip


def _rows(one: Publication) -> Iterator[dict[str, dict[str, str]]]:
    told = {
        "pub": f"https://dblp.org/rec/{one.key}", "title": one.title, "venue": one.venue,
        "type": f"http://purl.org/net/nknouf/ns/bibtex#{one.type}", "year": str(one.year),
        "doi": one.doi and f"https://doi.org/{one.doi}", "page": one.page,
    }  # fmt: skip
    for place, name in reversed(list(enumerate(one.authors, 1))):
        row = told | {"place": str(place), "name": name}
        yield {key: {"type": "literal", "value": value} for key, value in row.items() if value}
