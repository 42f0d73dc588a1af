"""A line of arXiv's metadata dump as an entry of its feed.

Format: one JSON object a paper, https://www.kaggle.com/datasets/Cornell-University/arxiv: names in
parts with TeX's accents, the versions with their days as e-mail writes them.
"""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from html import escape

from pipeline.sources import withdrawals
from pipeline.sources.bodies import Json, listed, mapped, object_of
from pipeline.sources.dumped import Dumped
from pipeline.sources.protocol import SourceFormatError

_ATOM = 'xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"'
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot bear."""


def record(raw: str) -> Dumped:
    """The paper as the feed shows it.

    Raises:
        SourceFormatError: it is no JSON object with an id and a title.

    """
    paper = object_of(raw, "arxiv")
    if not (isinstance(paper.get("id"), str) and isinstance(paper.get("title"), str)):
        raise SourceFormatError("arxiv: a paper without id or title")
    return Dumped(
        f"<entry {_ATOM}>{''.join(_parts(paper))}</entry>", str(paper.get("update_date") or "")
    )


def _parts(paper: dict[str, Json]) -> Iterator[str]:
    versions = [mapped(one) for one in listed(paper.get("versions"))]
    last = versions[-1].get("version") if versions else None
    yield _element("id", f"http://arxiv.org/abs/{paper['id']}{last or 'v1'}")
    yield _element("title", paper["title"])
    for name, version in zip(("published", "updated"), (versions[:1], versions[-1:]), strict=True):
        if version and (day := _day(version[0].get("created"))):
            yield _element(name, day)
    abstract = str(paper.get("abstract") or "")
    if withdrawals.may_tell(abstract):
        yield _element("summary", abstract)
    for name, field in (("doi", "doi"), ("comment", "comments"), ("journal_ref", "journal-ref")):
        if paper.get(field):
            yield _element(f"arxiv:{name}", paper[field])
    yield from (f"<author>{_element('name', name)}</author>" for name in _names(paper))


def _names(paper: dict[str, Json]) -> Iterator[str]:
    """Given name, family and suffix, as the feed joins them."""
    for parts in map(listed, listed(paper.get("authors_parsed"))):
        family, given, suffix = (*(str(part or "") for part in parts[:3]), "", "", "")[:3]
        if name := " ".join(part for part in (given, family, suffix) if part.strip()):
            yield name


def _element(name: str, text: Json) -> str:
    return f"<{name}>{escape(_CONTROL.sub(' ', str(text)), quote=False)}</{name}>"


def _day(created: Json) -> str:
    """A day such as "Mon, 2 Apr 2007 19:18:42 GMT" as the feed has it; empty if it is none."""
    try:
        return parsedate_to_datetime(str(created)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return ""
