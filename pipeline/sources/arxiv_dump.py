"""A line of arXiv's metadata dump as an entry of its feed.

Format: one JSON object a paper, https://www.kaggle.com/datasets/Cornell-University/arxiv: names in
parts with TeX's accents, the versions with their days as e-mail writes them.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from html import escape
from xml.etree.ElementTree import Element, SubElement

from pipeline.sources import arxiv_entry, withdrawals
from pipeline.sources.arxiv_entry import ARXIV, ATOM
from pipeline.sources.bodies import Json, listed, mapped, object_of
from pipeline.sources.dumped import Dumped
from pipeline.sources.protocol import SourceFormatError
from pipeline.values import months

_ATOM = 'xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"'
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot bear."""
_CREATED = re.compile(
    r"[A-Z][a-z]{2}, {1,2}(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d) GMT"
)
"""A time as the dump writes it; the general reader takes twenty times as long."""
_OF_ARXIV = ("doi", "comment", "journal_ref")
_TAGS = {
    name: f"{ARXIV if name in _OF_ARXIV else ATOM}{name}"
    for name in ("id", "title", "published", "updated", "summary", "name", *_OF_ARXIV)
}


def record(raw: str) -> Dumped:
    """The paper as the feed shows it.

    Raises:
        SourceFormatError: it is no JSON object with an arXiv id and a title.

    """
    paper = object_of(raw, "arxiv")
    if not (isinstance(paper.get("id"), str) and isinstance(paper.get("title"), str)):
        raise SourceFormatError("arxiv: a paper without id or title")
    parts = [(name, _bearable(str(text))) for name, text in _parts(paper)]
    payload = f"<entry {_ATOM}>{''.join(_written(*part) for part in parts)}</entry>"
    return Dumped(payload, str(paper.get("update_date") or ""), arxiv_entry.outline(_entry(parts)))


def _entry(parts: Iterable[tuple[str, str]]) -> Element:
    """The entry that a parser would make of what is written."""
    entry = Element(f"{ATOM}entry")
    for name, text in parts:
        element = SubElement(entry, f"{ATOM}author") if name == "name" else entry
        SubElement(element, _TAGS[name]).text = text
    return entry


def _parts(paper: dict[str, Json]) -> Iterator[tuple[str, Json]]:
    """What the feed says, in its order; a ``name`` is an author's."""
    versions = [mapped(revision) for revision in listed(paper.get("versions"))]
    last = versions[-1].get("version") if versions else None
    yield "id", f"http://arxiv.org/abs/{paper['id']}{last or 'v1'}"
    yield "title", paper["title"]
    for name, version in zip(("published", "updated"), (versions[:1], versions[-1:]), strict=True):
        if version and (day := _day(version[0].get("created"))):
            yield name, day
    abstract = str(paper.get("abstract") or "")
    if withdrawals.may_tell(abstract):
        yield "summary", abstract
    for name, field in (("doi", "doi"), ("comment", "comments"), ("journal_ref", "journal-ref")):
        if paper.get(field):
            yield name, paper[field]
    yield from (("name", name) for name in _names(paper))


def _names(paper: dict[str, Json]) -> Iterator[str]:
    """Given name, family and suffix, as the feed joins them."""
    for parts in map(listed, listed(paper.get("authors_parsed"))):
        family, given, suffix = (*(str(part or "") for part in parts[:3]), "", "", "")[:3]
        if name := " ".join(part for part in (given, family, suffix) if part.strip()):
            yield name


def _bearable(text: str) -> str:
    return text if text.isprintable() else _CONTROL.sub(" ", text)


def _written(name: str, text: str) -> str:
    text = escape(text, quote=False)
    if name == "name":
        return f"<author><name>{text}</name></author>"
    tag = f"arxiv:{name}" if name in _OF_ARXIV else name
    return f"<{tag}>{text}</{tag}>"


def _day(created: Json) -> str:
    """A day such as "Mon, 2 Apr 2007 19:18:42 GMT" as the feed has it; empty if it is none."""
    hit = _CREATED.fullmatch(str(created))
    try:
        if hit:
            day, month, year = int(hit[1]), months.SHORT.index(hit[2].lower()) + 1, hit[3]
            return f"{date(int(year), month, day).isoformat()}T{hit[4]}Z"
        return parsedate_to_datetime(str(created)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return ""
