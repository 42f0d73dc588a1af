"""Works in the services' own forms, so that the readers of the answers are measured too."""

import json
from html import escape
from typing import Any

from tests.benchmarks.accuracy.corpus import Author, Row

_ATOM = 'xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"'


def print_year(row: Row) -> int | None:
    """The year of the issue, for what came out at the end of a year; None for all else."""
    late = len(row.date_parts) > 1 and row.date_parts[1] >= 11
    return row.date_parts[0] + 1 if late and row.type == "journal-article" else None


def crossref(row: Row) -> dict[str, Any]:
    """A record of Crossref, without what is not known."""
    parts = row.date_parts or ((row.year,) if row.year else ())
    printed = print_year(row)
    item: dict[str, Any] = {
        "DOI": row.doi, "type": row.type, "title": [row.title],
        "author": [_contributor(author, n) for n, author in enumerate(row.authors)],
        "container-title": [] if row.is_preprint else [row.container_title],
        "short-container-title": [row.short_container_title],
        "issued": {"date-parts": [list(parts)]} if parts else None,
        "published-online": {"date-parts": [list(parts)]} if printed else None,
        "published-print": {"date-parts": [[printed, 1]]} if printed else None,
        "volume": row.volume, "issue": row.issue, "page": row.pages, "ISSN": list(row.issn),
        "publisher": row.publisher or (row.container_title if row.is_preprint else ""),
    }  # fmt: skip
    item |= _notices(row) | _relations(row)
    return {name: value for name, value in item.items() if value not in ("", [""], [], None)}


def _contributor(author: Author, place: int) -> dict[str, str]:
    parts = {"given": author.given, "family": author.family, "suffix": author.suffix}
    known = {name: text for name, text in parts.items() if text}
    if not author.family:
        head, _, tail = author.name.rpartition(" ")
        known = {"given": head, "family": tail} if head else {"name": author.name}
    return known | {"sequence": "additional" if place else "first"}


def _notices(row: Row) -> dict[str, Any]:
    told = list(row.told) or ([("retraction", "")] if row.retracted else [])
    own = [{"type": _kind(kind), "DOI": doi, "source": "publisher"} for kind, doi in told]
    about = [{"type": _kind(kind), "DOI": doi} for kind, doi in row.notice_for]
    return {"updated-by": own, "update-to": about}


def _kind(name: str) -> str:
    """PubMed's words for a notice in Crossref's."""
    words = {
        "ErratumIn": "erratum",
        "RetractionIn": "retraction",
        "ExpressionOfConcernIn": "concern",
    }
    return words.get(name, name)


def _relations(row: Row) -> dict[str, Any]:
    named = {"is-preprint-of": row.preprint_of, "has-preprint": row.has_preprint}
    relation = {name: [{"id-type": "doi", "id": doi}] for name, doi in named.items() if doi}
    return {"relation": relation or None}


def arxiv(row: Row) -> str:
    """An entry of arXiv's feed."""
    year, month, day = (*row.date_parts, *(row.year or 2000, 6, 15)[len(row.date_parts) :])[:3]
    published = row.preprint_of or ("" if row.is_preprint else row.doi)
    more = f"<arxiv:doi>{escape(published)}</arxiv:doi>" if published else ""
    more += f"<arxiv:comment>{escape(row.comment)}</arxiv:comment>" if row.comment else ""
    names = "".join(f"<author><name>{escape(display(a))}</name></author>" for a in row.authors)
    when = f"{year:04}-{month:02}-{day:02}T00:00:00Z"
    return (
        f"<entry {_ATOM}><id>http://arxiv.org/abs/{row.arxiv}v1</id>"
        f"<title>{escape(row.title)}</title><published>{when}</published>"
        f"<updated>{when}</updated>{more}{names}</entry>"
    )


def display(author: Author) -> str:
    """An author as one string."""
    parts = (author.given, author.family, author.suffix)
    return " ".join(part for part in parts if part) or author.name


def pubmed(row: Row) -> str:
    """A record of PubMed: the title with its full stop, initials where nothing else is known."""
    ids = {"pubmed": row.pmid, "doi": row.doi, "pmc": row.pmcid}
    listed = "".join(
        f'<ArticleId IdType="{k}">{escape(v)}</ArticleId>' for k, v in ids.items() if v
    )
    people = "".join(map(_listed, row.authors))
    journal = escape(row.container_title or row.short_container_title)
    stop = "" if row.title.endswith((".", "?", "!")) else "."
    months = f"<Month>{row.date_parts[1]}</Month>" if len(row.date_parts) > 1 else ""
    dated = f"<PubDate><Year>{row.year}</Year>{months}</PubDate>" if row.year else ""
    return (
        f"<PubmedArticle><MedlineCitation><PMID>{row.pmid}</PMID><Article><Journal>"
        f"<JournalIssue><Volume>{escape(row.volume)}</Volume><Issue>{escape(row.issue)}</Issue>"
        f"{dated}</JournalIssue><Title>{journal}</Title>"
        f"<ISOAbbreviation>{escape(row.short_container_title)}</ISOAbbreviation></Journal>"
        f"<ArticleTitle>{escape(row.title)}{stop}</ArticleTitle>"
        f"<Pagination><MedlinePgn>{escape(row.pages)}</MedlinePgn></Pagination>"
        f'<AuthorList CompleteYN="Y">{people}</AuthorList></Article></MedlineCitation>'
        f"<PubmedData><ArticleIdList>{listed}</ArticleIdList></PubmedData></PubmedArticle>"
    )


def _listed(author: Author) -> str:
    family, given = author.family, author.given
    if not family:
        given, _, family = author.name.rpartition(" ")
    return (
        f'<Author ValidYN="Y"><LastName>{escape(family)}</LastName>'
        f"<ForeName>{escape(given)}</ForeName></Author>"
    )


def dumped(item: dict[str, Any]) -> str:
    """A record of Crossref as it travels."""
    return json.dumps(item, ensure_ascii=False)
