"""The works of the test server as dumps, and an index of them."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pipeline.index.building import build
from tests.benchmarks.dumps import packed
from tests.server import wire
from tests.server.works import Made


def ago(days: int) -> date:
    """The day so many days before today."""
    return datetime.now(UTC).date() - timedelta(days=days)


def indexed(folder: Path, works: Iterable[Made], day: date) -> Path:
    """An index of what Crossref, PubMed and arXiv had on a day."""
    known, dumps = list(works), folder / "dumps"
    packed(dumps / "crossref.jsonl.gz", (_crossref(w, day) for w in known if w.is_crossref))
    packed(dumps / "pubmed.xml.gz", (_pubmed(w, day) for w in known if w.pmid), "pubmed")
    packed(dumps / "arxiv.json.gz", (_arxiv(w, day) for w in known if w.arxiv))
    given = {
        "crossref": dumps / "crossref.jsonl.gz", "pubmed": dumps / "pubmed.xml.gz",
        "arxiv": dumps / "arxiv.json.gz",
    }  # fmt: skip
    build(folder / "index", given, workers=1, watch=lambda _: None)
    return folder / "index"


def _crossref(work: Made, day: date) -> str:
    return json.dumps(wire.crossref_item(work) | {"indexed": {"date-time": f"{day}T01:00:00Z"}})


def _pubmed(work: Made, day: date) -> str:
    revised = f"<Year>{day.year}</Year><Month>{day.month:02}</Month><Day>{day.day:02}</Day>"
    return wire.pubmed_article(work).replace(
        "</PMID>", f"</PMID><DateRevised>{revised}</DateRevised>", 1
    )


def _arxiv(work: Made, day: date) -> str:
    created = f"Mon, 2 Jan {work.year} 12:00:00 GMT"
    paper = {
        "id": work.arxiv, "title": work.title, "comments": work.comment or None,
        "doi": work.doi or None, "versions": [{"version": "v1", "created": created}],
        "authors_parsed": [[family, given, ""] for given, family in work.authors],
        "update_date": str(day), "abstract": "On moss.",
    }  # fmt: skip
    return json.dumps(paper)
