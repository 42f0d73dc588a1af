"""Changes in CSL-JSON: values in place, escapes, blanks and line breaks as the item has them."""

import json
import re
from typing import Any

from pipeline.formats.protocol import Change, Rewriting
from pipeline.markup.json_scan import Node, scan
from pipeline.markup.spelling import changes
from pipeline.values.entry import Entry
from pipeline.values.text import Edit, Span, apply
from pipeline.values.work import Person

_Edits = tuple[Edit, ...]
_PIECE = re.compile(r"</?(?:i|b|sub|sup|span)\b[^<>]*>|\\u[\da-fA-F]{4}|\\.|.", re.DOTALL)
_LAID_OUT = re.compile(r"[{\[,](\s*)\"[^\"]*\"(\s*:\s*)")


def rewrite(text: str, entry: Entry, change: Change) -> Rewriting:
    """The smallest edits; a field that is missing is added in the item's own layout."""
    if change.field == "authors":
        return _authors(text, entry, change)
    return Rewriting(edits=_value(text, entry, change), proposed=change.text)


def _value(text: str, entry: Entry, change: Change) -> _Edits:
    if change.field == "year":
        if entry.year is None:
            return _added(text, entry, "issued", f'{{"date-parts": [[{change.text}]]}}')
        return (Edit(span=entry.year.written.span, replacement=change.text),)
    name, span = _place(entry, change)
    phrase = _json(change.text, text)
    if span is None:
        return _added(text, entry, name, phrase)
    raw = span.cut(text)
    if name == "title":
        return _by_words(raw, change.text, span.start, text)
    phrase = phrase[1:-1].replace("/", "\\/") if "\\/" in raw else phrase[1:-1]
    return (Edit(span=span, replacement=phrase),)


def _json(value: object, text: str) -> str:
    """Letters beyond ASCII as the file writes them."""
    return json.dumps(value, ensure_ascii=text.isascii() and "\\u" in text)


def _by_words(raw: str, new: str, at: int, text: str) -> _Edits:
    """The words that change; the italics of the others stay."""
    pieces = [(m.start(), m[0]) for m in _PIECE.finditer(raw)]
    seen = [(start, piece) for start, piece in pieces if not piece.startswith("<") or piece == "<"]
    shown = "".join(json.loads(f'"{piece}"') if piece[0] == "\\" else piece for _, piece in seen)
    if len(shown) != len(seen):
        return (Edit(span=Span(start=at, end=at + len(raw)), replacement=_json(new, text)[1:-1]),)
    return tuple(
        Edit(
            span=Span(start=at + _at(seen, a), end=at + (_end(seen, b) if b > a else _at(seen, a))),
            replacement=_json(part, text)[1:-1],
        )
        for a, b, part in changes(shown, new)
    )


def _at(seen: list[tuple[int, str]], index: int) -> int:
    """Place of a visible letter in the source, behind the last one for the end."""
    return seen[index][0] if index < len(seen) else _end(seen, len(seen))


def _end(seen: list[tuple[int, str]], index: int) -> int:
    return seen[index - 1][0] + len(seen[index - 1][1]) if index else 0


def _place(entry: Entry, change: Change) -> tuple[str, Span | None]:
    if change.field == "title":
        return "title", entry.title.span if entry.title else None
    if change.field == "venue":
        return "container-title", entry.venue.span if entry.venue else None
    if change.field == "link":
        return "URL", entry.links[change.link].span if change.link < len(entry.links) else None
    written = [
        m.span for m in entry.mentions if m.where == "written" and m.identifier.scheme == "doi"
    ]
    return "DOI", written[0] if written else None


# ---------------------------------------------------------------- authors


def _authors(text: str, entry: Entry, change: Change) -> Rewriting:
    kept = change.kept or (None,) * len(change.people)
    names = entry.authors.names if entry.authors else ()
    models = [name.span.cut(text) for name in names]
    raws = [
        models[k] if k is not None else _person(p, models, text)
        for p, k in zip(change.people, kept, strict=True)
    ]
    shown = ", ".join(p.literal or f"{p.given} {p.family}".strip() for p in change.people)
    if entry.authors is None:
        new = _added(text, entry, "author", "[" + ", ".join(raws) + "]")
        return Rewriting(edits=new, proposed=shown)
    if len(raws) == len(names) and all(k in (None, n) for n, k in enumerate(kept)):
        edits = [
            Edit(span=name.span, replacement=raw)
            for name, raw, k in zip(names, raws, kept, strict=True)
            if k is None
        ]
        return Rewriting(edits=tuple(edits), proposed=shown)
    glue = text[names[0].span.end : names[1].span.start] if len(names) > 1 else _comma(text, entry)
    span = Span(start=names[0].span.start, end=names[-1].span.end)
    return Rewriting(edits=(Edit(span=span, replacement=glue.join(raws)),), proposed=shown)


def _comma(text: str, entry: Entry) -> str:
    return "," if re.match(r'\{"[^"]*":\S', entry.span.cut(text)) else ", "


def _person(person: Person, models: list[str], text: str) -> str:
    """A name laid out as another of the item that has the same parts and no more."""
    fields: dict[str, Any] = (
        {"literal": person.literal}
        if person.literal
        else {"family": person.family, "given": person.given, "suffix": person.suffix}
    )
    fields = {name: value for name, value in fields.items() if value}
    for model in models:
        node = scan(model)
        if node is not None and set(node.fields) == set(fields):
            return apply(model, [_put(node.fields[k], v, text) for k, v in fields.items()])
    return _json(fields, text)


def _put(node: Node, value: str, text: str) -> Edit:
    return Edit(span=Span(start=node.start, end=node.end), replacement=_json(value, text))


def _added(text: str, entry: Entry, name: str, value: str) -> _Edits:
    """A new member behind the last one, with the blanks of the first."""
    own = entry.span.cut(text)
    item = scan(own)
    if item is None or not item.fields:
        return ()
    at = entry.span.start + max(node.end for node in item.fields.values())
    first = _LAID_OUT.match(own)
    lead, colon = (first[1], first[2]) if first else (" ", ": ")
    if not lead and not colon.endswith(":"):
        lead = " "
    if colon == ":":
        value = re.sub(r"^(\{\"date-parts\":) ", r"\1", value)
    return (Edit(span=Span(start=at, end=at), replacement=f',{lead}"{name}"{colon}{value}'),)
