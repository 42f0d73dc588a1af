"""A corpus as dumps: Crossref, arXiv, PubMed, DBLP and Retraction Watch in their real formats.

    python -m tests.benchmarks.dumps CORPUS FOLDER [--every N]

The corpus is one of docs/benchmarks.md ("A corpus of your own"). What is made of it is what
``errata index build`` takes; ``python -m tests.benchmarks.indexing`` measures that.
"""

import argparse
import csv
import gzip
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from email.utils import format_datetime
from html import escape
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any

from tests.benchmarks.accuracy import wire
from tests.benchmarks.accuracy.corpus import Author, Row, opened, row

DAY = date(2026, 11, 20)
"""When the dumps are of."""


def crossref(one: Row) -> str:
    """A line of Crossref's public data file, with what nobody reads."""
    item = wire.crossref(one) | {
        "indexed": {"date-time": f"{DAY}T08:00:00Z", "timestamp": 0},
        "reference": [{"key": f"{n}", "unstructured": "Somebody, somewhere."} for n in range(3)],
        "reference-count": 3, "score": 0.0, "license": [{"URL": "https://example.org/licence"}],
    }  # fmt: skip
    return json.dumps(item, ensure_ascii=False)


def arxiv(one: Row) -> str:
    """A line of arXiv's metadata."""
    parts = (*one.date_parts, *(one.year or 2000, 6, 15)[len(one.date_parts) :])[:3]
    year, month, day = (*parts, 6, 15)[:3]
    when = format_datetime(datetime(year, month or 6, day or 15, tzinfo=UTC), usegmt=True)
    published = one.preprint_of or ("" if one.is_preprint else one.doi)
    paper: dict[str, Any] = {
        "id": one.arxiv, "submitter": "Somebody", "title": one.title.replace(" ", "\n  ", 1),
        "authors": ", ".join(map(wire.display, one.authors)), "comments": one.comment or None,
        "journal-ref": None, "doi": published or None, "report-no": None, "categories": "cs.DL",
        "license": None, "abstract": "  We prove what is to be proved.\n",
        "versions": [{"version": "v1", "created": when}], "update_date": str(DAY),
        "authors_parsed": [list(_parts(author)) for author in one.authors],
    }  # fmt: skip
    return json.dumps(paper, ensure_ascii=False)


def _parts(author: Author) -> tuple[str, str, str]:
    if author.family:
        return author.family, author.given, author.suffix
    given, _, family = author.name.rpartition(" ")
    return family, given, ""


def pubmed(one: Row) -> str:
    """A citation of PubMed's baseline, with what nobody reads."""
    revised = f"<Year>{DAY.year}</Year><Month>{DAY.month:02}</Month><Day>{DAY.day:02}</Day>"
    return (
        wire.pubmed(one)
        .replace("</PMID>", f"</PMID><DateRevised>{revised}</DateRevised>", 1)
        .replace("</Pagination>", "</Pagination><Abstract><AbstractText>What was done, and "
                 "<i>how</i>.</AbstractText></Abstract>", 1)
        .replace("</Article>", "</Article><MeshHeadingList><MeshHeading><DescriptorName>Humans"
                 "</DescriptorName></MeshHeading></MeshHeadingList>", 1)
    )  # fmt: skip


def dblp(one: Row) -> str:
    """A publication of DBLP."""
    kind, where = ("article", "journal") if one.is_preprint else ("inproceedings", "booktitle")
    names = "".join(f"<author>{_named(wire.display(a))}</author>\n" for a in one.authors)
    venue = "CoRR" if one.is_preprint else one.short_container_title or one.container_title
    doi = f"https://doi.org/{one.doi.upper()}" if one.doi else f"https://arxiv.org/abs/{one.arxiv}"
    key = (one.doi or one.arxiv).replace("/", "_")
    return (
        f'<{kind} mdate="{DAY}" key="conf/made/{escape(key)}">\n{names}'
        f"<title>{_named(one.title)}.</title>\n<year>{one.year or ''}</year>\n"
        f"<{where}>{_named(venue)}</{where}>\n<ee>{escape(doi)}</ee>\n</{kind}>"
    )


def _named(text: str) -> str:
    """Letters by the names that DBLP's document type gives them."""
    return escape(text, quote=False).replace("ü", "&uuml;").replace("é", "&eacute;")


def retractions(rows: Iterable[Row]) -> str:
    """Retraction Watch's table."""
    text = StringIO()
    names = ("Record ID", "Title", "RetractionDate", "RetractionDOI", "RetractionPubMedID",
             "OriginalPaperDate", "OriginalPaperDOI", "OriginalPaperPubMedID",
             "RetractionNature")  # fmt: skip
    writer = csv.DictWriter(text, names)
    writer.writeheader()
    natures = {
        "retraction": "Retraction", "RetractionIn": "Retraction", "correction": "Correction",
        "expression_of_concern": "Expression of concern",
    }  # fmt: skip
    for number, one in enumerate(rows):
        told = list(one.told) or ([("retraction", "")] if one.retracted else [])
        for kind, doi in told if one.doi else ():
            if kind in natures:
                writer.writerow({
                    "Record ID": number, "Title": one.title, "RetractionDate": "11/2/2025 0:00",
                    "RetractionDOI": doi or "unavailable", "OriginalPaperDOI": one.doi,
                    "OriginalPaperPubMedID": one.pmid or 0, "RetractionNature": natures[kind],
                })  # fmt: skip
    return text.getvalue()


_PUBMED = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN"
 "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">
<PubmedArticleSet>
"""
_DBLP = """\
<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE dblp SYSTEM "dblp.dtd">
<dblp>
"""
HEADS = {
    "pubmed": (_PUBMED, "\n</PubmedArticleSet>\n"),
    "dblp": (_DBLP, "\n</dblp>\n"),
}


def packed(path: Path, records: Iterable[str], source: str = "") -> None:
    """A packed file of records, one behind the other."""
    head, tail = HEADS.get(source, ("", "\n"))
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=3) as file:
        file.write(head)
        for number, record in enumerate(records):
            file.write("\n" * bool(number) + record)
        file.write(tail)


def written(rows: list[Row], folder: Path) -> None:
    """All five dumps: Crossref by 5,000 works a file, PubMed by 30,000, the others in one."""
    held = {name: list(_once(rows, name)) for name in ("doi", "pmid", "arxiv")}
    _many(folder / "crossref", map(crossref, held["doi"]), 5_000, ".jsonl.gz", "")
    _many(folder / "pubmed", map(pubmed, held["pmid"]), 30_000, ".xml.gz", "pubmed")
    packed(folder / "arxiv.json.gz", map(arxiv, held["arxiv"]))
    met = (r for r in rows if r.type == "proceedings-article" and r.doi)
    packed(folder / "dblp.xml.gz", map(dblp, met), "dblp")
    (folder / "retractions.csv").write_text(retractions(rows), encoding="utf-8")


def _once(rows: Iterable[Row], name: str) -> Iterator[Row]:
    """The works that have such an identifier, each once: a service has one record of it."""
    seen: set[str] = set()
    for one in rows:
        if (told := getattr(one, name).lower()) and told not in seen:
            seen.add(told)
            yield one


def _many(folder: Path, records: Iterator[str], each: int, ending: str, source: str) -> None:
    number = 0
    while batch := list(islice(records, each)):
        packed(folder / f"{number:05}{ending}", batch, source)
        number += 1


def main() -> None:
    """The dumps of a corpus, in a folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="only each Nth work")
    options = parser.parse_args()
    lines = islice(opened(options.corpus), 0, None, options.every)
    rows = [found for line in lines if (found := row(json.loads(line)))]
    written(rows, options.folder)
    print(f"{len(rows)} works written into {options.folder}")


if __name__ == "__main__":
    main()
