"""A corpus of works, one JSON object a line: what the world knows, and the truth about a list."""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.compare.titles import key
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.text import Value

ARTICLES = ("journal-article", "proceedings-article", "posted-content", "book-chapter")
_ABOUT = re.compile(
    r"(?i)(re\b|repl(y|ies)|response|correction|corrigend|errat|retract|withdraw|author|editorial|"
    r"comment|preface|foreword|front matter|introduction)"
)
_MARKUP = re.compile(r"[<>{}$\\|*_\[\]`^~]|&\w+;|https?:|\bet al\b")


class Author(Value):
    """One author of a work: by parts, or as one string."""

    given: str = ""
    family: str = ""
    suffix: str = ""
    name: str = ""

    @property
    def last(self) -> str:
        """The family name, or the last word of the string."""
        return self.family or self.name.split()[-1]


class Row(Value):
    """One work of the corpus."""

    id: str
    title: str
    authors: tuple[Author, ...] = ()
    container_title: str = ""
    short_container_title: str = ""
    type: str = "journal-article"
    year: int | None = None
    date_parts: tuple[int, ...] = ()
    doi: str = ""
    arxiv: str = ""
    pmid: str = ""
    pmcid: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    issn: tuple[str, ...] = ()
    publisher: str = ""
    comment: str = ""
    preprint_of: str = ""
    """DOI of the version of record that the record names."""
    has_preprint: str = ""
    retracted: bool = False
    told: tuple[tuple[str, str], ...] = ()
    """Notices on the work: (kind, DOI of the notice)."""
    notice_for: tuple[tuple[str, str], ...] = ()
    """The works that this one is a notice about: (kind, DOI)."""
    complete: bool = True

    @cached_property
    def identifiers(self) -> tuple[Identifier, ...]:
        """Its identifiers in canonical spelling."""
        raw = (("doi", self.doi), ("arxiv", self.arxiv), ("pmid", self.pmid))
        return tuple(i for scheme, text in raw if text and (i := identifier(scheme, text)))

    @property
    def is_preprint(self) -> bool:
        """Posted, not published."""
        return self.type == "posted-content" or (not self.doi and bool(self.arxiv))


def opened(path: Path) -> Iterator[str]:
    """The lines of a corpus, packed or not."""
    packed = path.suffix == ".gz"
    with gzip.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8") as file:
        yield from file


def row(item: dict[str, Any]) -> Row | None:
    """One line as a work; None for what has no title or no identifier."""
    relation = item.get("relation") or {}
    authors = [{k: v for k, v in a.items() if k in Author.model_fields and isinstance(v, str)}
               for a in item.get("authors") or ()]  # fmt: skip
    texts = {name: str(item[name]) for name in _TEXTS if item.get(name) not in (None, "", [])}
    parts = [part for part in item.get("date_parts") or () if isinstance(part, int)]
    year = parts[0] if parts else item.get("year")
    found = Row(
        **texts, year=year, date_parts=tuple(parts), issn=_issn(item.get("issn")),
        authors=tuple(Author(**a) for a in authors if a.get("family") or a.get("name", "").strip()),
        preprint_of=_doi(relation.get("is_preprint_of")),
        has_preprint=_doi(relation.get("has_preprint")),
        retracted=bool(item.get("retracted")), complete=item.get("complete", True) is not False,
        told=tuple((u["type"], _doi(u.get("by"))) for u in _many(item, "updates") if "type" in u),
        notice_for=tuple((u["type"], u["doi"]) for u in _many(item, "update_to") if "doi" in u),
    )  # fmt: skip
    return found if found.title.strip() and found.identifiers else None


_TEXTS = (
    "id", "title", "container_title", "short_container_title", "type", "doi", "arxiv", "pmid",
    "pmcid", "volume", "issue", "pages", "publisher", "comment",
)  # fmt: skip


def _many(item: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [one for one in item.get(name) or () if isinstance(one, dict)]


def _issn(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),) if value else ()


def _doi(value: object) -> str:
    first = value[0] if isinstance(value, list) and value else value
    text = first if isinstance(first, str) else ""
    found = re.search(r"10\.\d{4,9}/\S+", text)
    return found.group().lower() if found else ""


class Corpus(Value):
    """The works of a world, and what belongs together among them."""

    rows: tuple[Row, ...]

    @cached_property
    def by_identifier(self) -> dict[Identifier, Row]:
        """The first work of each identifier."""
        found: dict[Identifier, Row] = {}
        for one in self.rows:
            for name in one.identifiers:
                found.setdefault(name, one)
        return found

    @cached_property
    def by_title(self) -> dict[str, tuple[Row, ...]]:
        """Works by the letters of their titles."""
        found: dict[str, list[Row]] = defaultdict(list)
        for one in self.rows:
            found[key(one.title)].append(one)
        return {letters: tuple(rows) for letters, rows in found.items()}

    def named(self, doi: str) -> Row | None:
        """The work of a DOI."""
        name = identifier("doi", doi) if doi else None
        return self.by_identifier.get(name) if name else None

    def kin(self, one: Row) -> tuple[Row, ...]:
        """The work and its other versions: related by a record, or of one title and people."""
        related = [self.named(one.preprint_of), self.named(one.has_preprint)]
        family = _people(one)
        alike = [r for r in self.by_title[key(one.title)] if _people(r) & family]
        return tuple(dict.fromkeys([one, *(r for r in related if r), *alike]))


def _people(one: Row) -> set[str]:
    return {key(author.last) for author in one.authors}


def load(path: Path, most: int | None = None, seed: int = 0) -> Corpus:
    """The corpus, or an evenly drawn part of it with the other versions that the part names."""
    lines = list(opened(path))
    step = max(1, len(lines) // most) if most else 1
    kept = lines[seed % step :: step]
    rows = [found for line in kept if (found := row(json.loads(line)))]
    if step > 1:
        rows += _versions(lines, rows)
    return Corpus(rows=tuple(dict.fromkeys(rows)))


def _versions(lines: Iterable[str], rows: list[Row]) -> Iterator[Row]:
    """The works that the drawn ones name as their other version."""
    wanted = {doi for one in rows for doi in (one.preprint_of, one.has_preprint) if doi}
    for line in lines:
        found = re.search(r'"doi":\s*"([^"]+)"', line)
        if found and found[1].lower() in wanted and (named := row(json.loads(line))):
            yield named


def fits(one: Row) -> bool:
    """Whether a work can stand in a list whose truth is known: whole, plain, and a work itself."""
    people, title, venue = one.authors, one.title, one.container_title
    whole = all(a.family and a.given and not _MARKUP.search(a.given + a.family) for a in people)
    named = 4 <= len(title.split()) <= 30 and title.upper() != title and not _ABOUT.match(title)
    placed = len(venue) < 90 and not re.search(r"\d{4}", venue) and bool(venue or one.arxiv)
    kind = one.type in ARTICLES and not one.notice_for and one.complete and bool(one.year)
    return (
        kind and whole and named and placed and 2 <= len(people) <= 30
        and not _MARKUP.search(title + venue)
    )  # fmt: skip
