"""Changes spelt in a Markdown entry's own manner: markup kept, special characters escaped.

Every rewriting is read again on the spot; one that would not read as intended is not offered.
"""

import json
import re
from collections.abc import Callable
from urllib.parse import quote

from pipeline.format import Change, Rewriting
from pipeline.formats.flow import flow_of
from pipeline.formats.spelling import Manner, changes, joined, manner_of, smallest, spelt_name
from pipeline.model import Entry
from pipeline.text import Edit, Span, Written, apply

Read = Callable[[str, str], tuple[Entry, ...]]
"""The entries of a path's excerpt, without the list's layout."""
_SPECIAL = re.compile(r"([\\`*\[\]<>]|(?<!\w)_|_(?!\w))")
_CLOSERS = re.compile(
    r"(?:\*{1,3}|_{1,3}|[\"”»`]|\]\(<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*>?\)|\]|</[a-z]+>)*"
)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def escaped(text: str, *, table: bool) -> str:
    """Plain text as Markdown source on one line."""
    text = _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", text))
    text = _ENTITY.sub("&amp;", text)
    return text.replace("|", r"\|") if table else text


def safe_url(url: str) -> str:
    """An address that a Markdown link can hold: blanks and unbalanced brackets encoded."""
    url = quote(url.strip(), safe="!#$&'()*+,/:;=?@[]~%-._")
    depth = 0
    for char in url:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            break
    balanced = depth == 0
    url = url.replace("[", "%5B").replace("]", "%5D").replace("*", "%2A")
    return url if balanced else url.replace("(", "%28").replace(")", "%29")


def rewrite(read: Read, text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The smallest edits that make the entry say it; none if the entry has no place for it."""
    edits, proposed = _SPELL[change.field](text, entry, change, like)
    done = Rewriting(edits=edits, proposed=proposed)
    if not edits or reads_as(read, text, entry, change, done):
        return done
    return Rewriting(edits=(), proposed=proposed)


_Spelt = tuple[tuple[Edit, ...], str]


def _is_row(text: str, entry: Entry) -> bool:
    """Whether a bar must be escaped: harmless elsewhere, needed in a row of a table."""
    start = text.rfind("\n", 0, entry.span.start) + 1
    return text[start : entry.span.end].lstrip().startswith("|")


def _text_field(
    text: str, entry: Entry, field: Written | None, new: str
) -> tuple[Edit, ...] | None:
    if field is None:
        return None
    table = _is_row(text, entry)
    flow = flow_of(text, [(field.span.start, field.span.end)], {})
    edits = []
    for start, end, said in changes(flow.text, new):
        a = flow.place(start)
        b = flow.end_place(end) if end > start else a
        edits.append(
            Edit(
                span=Span(start=a, end=max(a, b)),
                replacement=escaped(said, table=table) if said.strip() else said,
            )
        )
    local = [
        Edit(
            span=Span(start=e.span.start - field.span.start, end=e.span.end - field.span.start),
            replacement=e.replacement,
        )
        for e in edits
    ]
    result = apply(field.raw, local)
    again = flow_of(result, [(0, len(result))], {}).text
    if re.sub(r"\s+", " ", again).strip() == re.sub(r"\s+", " ", new).strip():
        return tuple(edits)
    return smallest(field.raw, escaped(new, table=table), field.span.start)


def _title(text: str, entry: Entry, change: Change, _like: Entry | None) -> _Spelt:
    return _text_field(text, entry, entry.title, change.text) or (), change.text


def _venue(text: str, entry: Entry, change: Change, _like: Entry | None) -> _Spelt:
    if entry.venue is None:
        return _new_venue(text, entry, change.text), change.text
    return _text_field(text, entry, entry.venue, change.text) or (), change.text


def _year(text: str, entry: Entry, change: Change, _like: Entry | None) -> _Spelt:
    year = entry.year
    if year is None:
        return _new_year(text, entry, change.text), change.text
    if year.source == "section":
        return (), change.text
    new = change.text[-2:] if len(year.written.raw) == 2 else change.text
    return (Edit(span=year.written.span, replacement=new),), change.text


def _link(text: str, entry: Entry, change: Change, _like: Entry | None) -> _Spelt:
    url = safe_url(change.text)
    if change.link >= len(entry.links):
        return _new_link(text, entry, url), change.text
    link = entry.links[change.link]
    inside = entry.span.start <= link.span.start and link.span.end <= entry.span.end
    if link.url and link.span.start == link.span.end:
        return (), change.text  # defined elsewhere: "[label][1]" may serve other entries
    return (Edit(span=link.span, replacement=url),) if inside or link.url else (), change.text


def _doi(text: str, entry: Entry, change: Change, _like: Entry | None) -> _Spelt:
    for mention in entry.mentions:
        if mention.where == "written" and mention.identifier.scheme == "doi":
            new = escaped(change.text, table=_is_row(text, entry))
            return smallest(mention.span.cut(text), new, mention.span.start), change.text
    return (), change.text


def _authors(text: str, entry: Entry, change: Change, like: Entry | None) -> _Spelt:
    manner = _manner(text, entry, like)
    table = _is_row(text, entry)
    kept = change.kept or (None,) * len(change.people)
    raws, plain = [], []
    for index, (person, place) in enumerate(zip(change.people, kept, strict=True)):
        name = entry.authors.names[place] if entry.authors and place is not None else None
        spelt = spelt_name(person, manner, first=index == 0)
        raws.append(name.span.cut(text) if name else escaped(spelt, table=table))
        plain.append(name.text if name else spelt)
    proposed = joined(plain, manner, et_al=change.et_al)
    new = joined(raws, manner, et_al=change.et_al)
    if entry.authors is None:
        return _new_authors(text, entry, new), proposed
    written = entry.authors.written
    return smallest(written.raw, new, written.span.start), proposed


def _manner(text: str, entry: Entry, like: Entry | None) -> Manner:
    if like is not None and like.authors is not None:
        return manner_of(text, like.authors)
    if entry.authors is not None:
        return manner_of(text, entry.authors)
    learnt = style_of(entry).get("names")
    return Manner.model_validate_json(learnt) if learnt else Manner()


_SPELL: dict[str, Callable[[str, Entry, Change, Entry | None], _Spelt]] = {
    "title": _title,
    "authors": _authors,
    "venue": _venue,
    "year": _year,
    "link": _link,
    "doi": _doi,
}


# ---------------------------------------------------------------- what is not there yet


def style_of(entry: Entry) -> dict[str, str]:
    """The list's usual layout as it was remembered when it was read."""
    return dict(json.loads(entry.style)) if entry.style else {}


def _behind(text: str, end: int, limit: int) -> int:
    """Behind the closing markup of a field."""
    found = _CLOSERS.match(text, end, limit)
    return found.end() if found else end


def _insert(at: int, said: str) -> tuple[Edit, ...]:
    return (Edit(span=Span(start=at, end=at), replacement=said),)


def _new_authors(text: str, entry: Entry, said: str) -> tuple[Edit, ...]:
    if entry.title is None or _is_row(text, entry):
        return ()
    at = _behind(text, entry.title.span.end, entry.span.end)
    if text.startswith((".**", ".*", '."', ".”", ".]"), at):
        at = _behind(text, at + 1, entry.span.end)
    glue = style_of(entry).get("authors", ". ")
    stop = re.compile(r"[.,:]+").match(text, at)
    if stop:
        glue = " " if glue.strip(" .,:") == "" else glue
        at = stop.end()
    elif text[at - 1 : at] == "*" and text[:at].rstrip("*").endswith("."):
        glue = " "
    rest = text[at : entry.span.end].lstrip()
    return _insert(
        at,
        glue
        + said
        + ("." if not rest.startswith((".", ",")) and glue.strip(" ") in (".", "") else ""),
    )


def _new_venue(text: str, entry: Entry, said: str) -> tuple[Edit, ...]:
    if _is_row(text, entry):
        return ()
    style = style_of(entry)
    before, after = style.get("venue", ". **\t**").split("\t")
    field = entry.authors.written if entry.authors else entry.title
    if field is None:
        return ()
    at = _behind(text, field.span.end, entry.span.end)
    said = before + escaped(said, table=False) + after
    if text.startswith(".", at) and before.startswith("."):
        return _insert(at + 1, said[1:] + ".")
    return _insert(at, said)


def _new_year(text: str, entry: Entry, said: str) -> tuple[Edit, ...]:
    if _is_row(text, entry):
        return ()
    field = entry.venue or (entry.authors.written if entry.authors else None)
    if field is None:
        return ()
    at = _behind(text, field.span.end, entry.span.end)
    return _insert(at, f" ({said})" if "(" in style_of(entry).get("year", " (") else f", {said}")


def _new_link(text: str, entry: Entry, url: str) -> tuple[Edit, ...]:
    form = style_of(entry).get("link", "[[Link]]()")
    if _is_row(text, entry):
        return _linked_title(entry, url)
    end = entry.span.start + len(text[entry.span.start : entry.span.end].rstrip())
    first = text.find("\n", entry.span.start, end)
    if first >= 0 and entry.authors is None:
        end = entry.span.start + len(text[entry.span.start : first].rstrip())
    return _insert(end, " " + form.replace("()", f"({url})"))


def _linked_title(entry: Entry, url: str) -> tuple[Edit, ...]:
    """In a table the title becomes the link."""
    if entry.title is None or "](" in entry.title.raw:
        return ()
    span = entry.title.span
    return (*_insert(span.start, "["), *_insert(span.end, f"]({url})"))


# ---------------------------------------------------------------- read again


def reads_as(read: Read, text: str, entry: Entry, change: Change, done: Rewriting) -> bool:
    """Whether the changed lines read as intended and say nothing else new."""
    head, start, end = _surroundings(text, entry)
    if any(e.span.start < start or e.span.end > end for e in done.edits):
        return True
    local = [
        Edit(
            span=Span(start=e.span.start - start, end=e.span.end - start), replacement=e.replacement
        )
        for e in done.edits
    ]
    after = [_said(e) for e in read(entry.path, head + apply(text[start:end], local))]
    if len(after) == 1 and _as_intended(_said(entry), after[0], change, done.proposed):
        return True
    # Lines that the rest of the list explains read otherwise alone, before the change as after it.
    before = [_said(e) for e in read(entry.path, head + text[start:end])]
    if len(before) != 1 or before[0]["title"] != (entry.title and entry.title.text):
        return len(before) == len(after)
    return len(after) == 1 and _as_intended(before[0], after[0], change, done.proposed)


def _as_intended(
    before: dict[str, object], after: dict[str, object], change: Change, proposed: str
) -> bool:
    field = {"doi": "link"}.get(change.field, change.field)
    silent = {field, "names", "et_al"} if field == "authors" else {field}
    same = all(after[name] == value for name, value in before.items() if name not in silent)
    if change.field in ("title", "venue"):
        said = " ".join(str(after[field]).split())
        return same and said.strip(" .") == " ".join(proposed.split()).strip(" .")
    if change.field == "authors":
        said_names = after["names"]
        return same and isinstance(said_names, list) and len(said_names) == len(change.people)
    if change.field == "year":
        return same and str(after["year"]) == change.text
    return same


def _said(entry: Entry) -> dict[str, object]:
    return {
        "title": entry.title and entry.title.text,
        "names": [n.text for n in entry.authors.names] if entry.authors else None,
        "et_al": entry.authors and entry.authors.et_al,
        "venue": entry.venue and entry.venue.text,
        "year": entry.year and entry.year.source == "entry" and entry.year.value,
        "link": [link.url for link in entry.links],
    }


def _surroundings(text: str, entry: Entry) -> tuple[str, int, int]:
    """The head of the table if there is one, and the lines of the entry."""
    start = text.rfind("\n", 0, entry.span.start) + 1
    end = text.find("\n", entry.span.end)
    end = len(text) if end < 0 else end
    if not text[start:end].lstrip().startswith("|"):
        return "", start, end
    at = start
    while at > 0:
        above = text.rfind("\n", 0, at - 1) + 1
        line = text[above : at - 1]
        if "|" not in line:
            break
        if re.fullmatch(r"\s*\|?[\s:|-]+\|?\s*", line) and "-" in line:
            head = text.rfind("\n", 0, above - 1) + 1
            return text[head:at], start, end
        at = above
    return "", start, end
