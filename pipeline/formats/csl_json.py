"""CSL-JSON: items read with the places of their values, which are edited in place.

Python's own parser reads the file; the places come from a scanner that walks the same text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from pipeline.addresses.urls import identify
from pipeline.formats import csl_writing
from pipeline.formats.protocol import Change, Rewriting
from pipeline.formats.rereading import reads_as
from pipeline.markup.json_scan import Node, scan
from pipeline.values.entry import Byline, Document, Entry, Hints, Link, Mention, Name, Reading, Year
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.text import Span, Written

NAME = "csl-json"
_VENUES = ("container-title", "collection-title")


def accepts(path: str, text: str) -> bool:
    """A JSON file of items with titles."""
    if path.lower().endswith((".csl.json", ".csljson")):
        return True
    if not (path.lower().endswith(".json") or path == "-"):
        return False
    return (
        text.lstrip()[:1] in "[{"
        and re.search(r'"(?:title|DOI|container-title)"\s*:', text[:20000]) is not None
    )


def read(document: Document) -> Reading:
    """The items understood; a file that is no JSON has none."""
    text = document.text
    root = scan(text)
    seen: dict[str, int] = {}
    lines = [m.end() for m in re.finditer(r"\r\n|\n|\r", text)]
    entries = [_entry(document.path, text, item, lines, seen) for item in _items(root)]
    return Reading(document=document, text=text, format=NAME, entries=tuple(entries))


def _items(root: Node | None) -> Iterator[Node]:
    if root is None:
        return
    nodes = root.items if root.kind == "list" else [root]
    for node in nodes:
        if node.kind == "dict" and ("title" in node.fields or "DOI" in node.fields):
            yield node
        elif node.kind == "dict" and "items" in node.fields:
            yield from _items(node.fields["items"])


def _entry(path: str, text: str, item: Node, lines: list[int], seen: dict[str, int]) -> Entry:
    line = bisect_right(lines, item.start) + 1
    key = _text(item, "id")
    name = f"{path}#{key}" if key else f"{path}#L{line}"
    seen[name] = seen.get(name, 0) + 1
    links = tuple(_links(item))
    title = _written(text, item.fields.get("title"))
    mentions = tuple(_mentions(item, links))
    return Entry(
        id=name if seen[name] == 1 else f"{name}-{seen[name]}",
        path=path,
        line=line,
        end_line=bisect_right(lines, item.end - 1) + 1,
        span=Span(start=item.start, end=item.end),
        format=NAME,
        title=title,
        authors=_authors(text, item),
        venue=next((w for w in (_written(text, item.fields.get(n)) for n in _VENUES) if w), None),
        year=_year(text, item),
        links=links,
        mentions=mentions,
        hints=_hints(item),
        key=key or None,
        kind=_text(item, "type") or None,
        unparsed=None if title or mentions else "no title",
    )


def _text(item: Node, name: str) -> str:
    node = item.fields.get(name)
    return str(node.value) if node is not None and node.kind in ("string", "number") else ""


def _inside(node: Node) -> Span:
    """The place of a string without its quotation marks."""
    return Span(start=node.start + 1, end=node.end - 1)


def _written(text: str, node: Node | None) -> Written | None:
    if node is None or node.kind != "string" or not str(node.value).strip():
        return None
    span = _inside(node)
    phrase = re.sub(
        r"\s+", " ", re.sub(r"</?(?:i|b|sub|sup|span)\b[^<>]*>", "", str(node.value))
    ).strip()
    return Written(text=phrase.rstrip("."), raw=span.cut(text), span=span)


def _authors(text: str, item: Node) -> Byline | None:
    node = item.fields.get("author")
    if node is None or node.kind != "list" or not node.items:
        return None
    names = tuple(
        name for name in (_name(person) for person in node.items if person.kind == "dict") if name
    )
    if not names:
        return None
    span = Span(start=node.start, end=node.end)
    phrase = ", ".join(name.text for name in names)
    return Byline(names=names, written=Written(text=phrase, raw=span.cut(text), span=span))


def _name(node: Node) -> Name | None:
    span = Span(start=node.start, end=node.end)
    literal, family = _text(node, "literal"), _text(node, "family")
    particle = _text(node, "non-dropping-particle")
    if not (literal or family):
        return None
    family = " ".join(part for part in (particle, family, _text(node, "suffix")) if part)
    given = " ".join(
        part for part in (_text(node, "given"), _text(node, "dropping-particle")) if part
    )
    shown = literal or f"{given} {family}".strip()
    return Name(text=shown, family=literal or family, given=given, span=span)


def _year(text: str, item: Node) -> Year | None:
    issued = item.fields.get("issued")
    if issued is None or issued.kind != "dict":
        return None
    node = (
        issued.fields.get("date-parts") or issued.fields.get("raw") or issued.fields.get("literal")
    )
    hit = node and re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)").search(
        text, node.start, node.end
    )
    if not hit:
        return None
    span = Span(start=hit.start(), end=hit.end())
    return Year(value=int(hit[1]), written=Written(text=hit[1], raw=hit[1], span=span))


def _links(item: Node) -> Iterator[Link]:
    node = item.fields.get("URL")
    if node is not None and node.kind == "string" and node.value:
        address = identify(str(node.value))
        yield Link(
            label="URL",
            url=str(node.value),
            span=_inside(node),
            identifiers=address.identifiers,
            derived=address.derived,
            hints=address.hints,
            role="other" if address.kind == "other" else "paper",
        )


def _mentions(item: Node, links: tuple[Link, ...]) -> Iterator[Mention]:
    seen: set[Identifier] = set()
    for field, scheme in (("DOI", "doi"), ("PMID", "pmid"), ("PMCID", "pmcid"), ("arxiv", "arxiv")):
        node = item.fields.get(field)
        raw = re.sub(r"(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", _text(item, field))
        named = identifier(scheme, raw) if node is not None and raw else None
        if named and node is not None:
            seen.add(named)
            place = _inside(node) if node.kind == "string" else Span(start=node.start, end=node.end)
            yield Mention(identifier=named, span=place, where="written")
    for link in links:
        for named in link.identifiers:
            if named not in seen and link.role == "paper":
                seen.add(named)
                yield Mention(
                    identifier=named, span=link.span, where="derived" if link.derived else "link"
                )


def _hints(item: Node) -> Hints:
    page = re.split(r"[-–—]", _text(item, "page"))[0].strip()
    return Hints(
        volume=_text(item, "volume") or None, issue=_text(item, "issue") or None, page=page or None
    )


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:  # noqa: ARG001  names are parts here, no manner
    """The smallest edits, read again before they are offered."""
    done = csl_writing.rewrite(text, entry, change)
    good = done.edits and reads_as(_excerpt, text, entry, change, done)
    return done if good else done.but(edits=())


def _excerpt(path: str, text: str) -> tuple[Entry, ...]:
    """The items on a few lines, whatever of the list around them is cut off."""
    within = text[text.find("{") : text.rfind("}") + 1]
    return read(Document(path=path, text=f"[{within}]")).entries
