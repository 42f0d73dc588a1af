"""Changes spelt in a Markdown entry's own manner: markup kept, special characters escaped.

Every rewriting is read again on the spot; one that would not read as intended is not offered.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from pipeline.formats.link_writing import behind, insert, is_row, new_links, safe_url, usual_layout
from pipeline.formats.protocol import Change, Rewriting
from pipeline.formats.rereading import Read, reads_as
from pipeline.markup.flow import Flow
from pipeline.markup.inline import flow_of
from pipeline.markup.spelling import (
    Manner,
    changes,
    in_place,
    joined,
    manner_of,
    smallest,
    spelt_name,
)
from pipeline.reading.references import definition
from pipeline.values.entry import Byline, Entry
from pipeline.values.text import Edit, Span, Written, apply

_SPECIAL = re.compile(r"([\\`*\[\]<>]|(?<!\w)_|_(?!\w))")
_ABBREVIATED = re.compile(r"[^\W\d_]\.(?!\w)")
_GLUED = re.compile(r"[ ]?['’]?[ ]?|[-–]")
_LED = re.compile(r"\bProc(?:\.|eedings)[ ](?:of[ ])?(?:the[ ])?$", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def escaped(text: str, *, table: bool, form: str = "markdown") -> str:
    """Plain text as the format's source on one line; Org has no sign that takes another's force."""
    text = re.sub(r"\s+", " ", text)
    if form in ("org", "plain"):
        return text
    text = _SPECIAL.sub(r"\\\1", text)
    text = _ENTITY.sub("&amp;", text)
    return text.replace("|", r"\|") if table else text


def rewrite(read: Read, text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The smallest edits that make the entry say it; none if the entry has no place for it."""
    ways, proposed = _SPELL[change.field](text, entry, change, like)
    for edits in ways:
        done = Rewriting(edits=edits, proposed=proposed)
        if edits and reads_as(read, text, entry, change, done):
            return done
    return Rewriting(edits=(), proposed=proposed)


_Edits = tuple[Edit, ...]
_Spelt = tuple[tuple[_Edits, ...], str]
"""Ways to write it, the first that reads as intended is taken, and what it will say."""


def _source(text: str, entry: Entry, phrase: str) -> str:
    """Plain text as it is written where the entry stands."""
    return escaped(phrase, table=is_row(text, entry), form=entry.format)


def _text_field(text: str, entry: Entry, field: Written, new: str) -> tuple[_Edits, ...]:
    """Word by word, markup between the words kept; else the field as a whole."""
    source = partial(_source, text, entry)
    flow, low, high = _visible(text, field)
    edits = []
    for start, end, phrase in changes(flow.text[low:high], new):
        a = flow.place(low + start)
        b = flow.end_place(low + end) if end > start else a
        edits.append(
            Edit(
                span=Span(start=a, end=max(a, b)),
                replacement=source(phrase) if phrase.strip() else phrase,
            )
        )
    whole = smallest(field.raw, source(new), field.span.start)
    return (tuple(edits), whole) if _says(field, edits, new) else (whole,)


def _visible(text: str, field: Written) -> tuple[Flow, int, int]:
    """The field as its reader sees it: of half a link ("Title](url): more") the line tells more."""
    start, end = field.span.start, field.span.end
    if "](" not in field.raw:
        flow = flow_of(text, [(start, end)], {})
        return flow, 0, len(flow.text)
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    flow = flow_of(text, [(first, last if last >= 0 else len(text))], {})
    places = [flow.place(at) for at in range(len(flow.text))]
    return flow, bisect_left(places, start), bisect_left(places, end)


def _says(field: Written, edits: Sequence[Edit], new: str) -> bool:
    """Whether the field reads as intended by itself, which half a link cannot."""
    if "](" in field.raw:
        return True
    at = field.span.start
    local = [
        Edit(span=Span(start=e.span.start - at, end=e.span.end - at), replacement=e.replacement)
        for e in edits
    ]
    result = apply(field.raw, local)
    again = flow_of(result, [(0, len(result))], {}).text
    return again.split() == new.split()


def _title(text: str, entry: Entry, change: Change, _like: Entry | None) -> _Spelt:
    ways = _text_field(text, entry, entry.title, change.text) if entry.title else ()
    return ways, change.text


def _venue(text: str, entry: Entry, change: Change, _like: Entry | None) -> _Spelt:
    if entry.venue is None:
        return (_new_venue(text, entry, change.text),), change.text
    venue = entry.venue
    new = change.text.removesuffix(".") if text.startswith(".", venue.span.end) else change.text
    stop = _stop(text, venue, new)
    ways = tuple((*edits, *stop) for edits in _text_field(text, entry, venue, new))
    parted = _parted(text, entry, venue, new)
    ways = (*parted, *ways) if " " in new else (*ways, *parted)
    return (*ways, *_unled(text, entry, venue, new)), change.text


def _stop(text: str, venue: Written, new: str) -> _Edits:
    """The full stop of an abbreviation goes with it: "*Nat. Rev. Genet.*, 2020"."""
    if not _ABBREVIATED.search(venue.raw) or _ABBREVIATED.search(new):
        return ()
    at = venue.span.end
    hit = re.compile(r"\.(?=[*_`,;:)\]\"”]|[ ]?[(]?\d)").match(text, at)
    return (Edit(span=Span(start=at, end=at + 1), replacement=""),) if hit else ()


def _unled(text: str, entry: Entry, venue: Written, new: str) -> tuple[_Edits, ...]:
    """A journal instead of "Proceedings of ACL"."""
    lead = _LED.search(text, entry.span.start, venue.span.start)
    if lead is None:
        return ()
    span = Span(start=lead.start(), end=venue.span.end)
    return ((Edit(span=span, replacement=_source(text, entry, new)),),)


def _parted(text: str, entry: Entry, venue: Written, new: str) -> tuple[_Edits, ...]:
    """A year glued to a short name ("ACL19", "OSDI' 24"), written out behind the new one."""
    year = entry.year
    if year is None or year.source != "entry" or year.written.span.start < venue.span.end:
        return ()
    gap = text[venue.span.end : year.written.span.start]
    glued = _GLUED.fullmatch(gap) is not None and (not gap.isspace() or len(year.written.raw) == 2)
    if not glued or new == venue.text:
        return ()
    phrase = f"{_source(text, entry, new)} {year.value}"
    span = Span(start=venue.span.start, end=year.written.span.end)
    return ((Edit(span=span, replacement=phrase),),)


def _year(text: str, entry: Entry, change: Change, _like: Entry | None) -> _Spelt:
    year = entry.year
    if year is None:
        return (_new_year(text, entry, change.text),), change.text
    if year.source == "section":
        return (), change.text
    new = change.text[-2:] if len(year.written.raw) == 2 else change.text
    return ((Edit(span=year.written.span, replacement=new),),), change.text


def _link(text: str, entry: Entry, change: Change, _like: Entry | None) -> _Spelt:
    url = safe_url(change.text)
    if change.link >= len(entry.links):
        return new_links(text, entry, url), change.text
    link = entry.links[change.link]
    inside = entry.span.start <= link.span.start and link.span.end <= entry.span.end
    if link.url and link.span.start == link.span.end:
        defined = definition(text, link)
        return ((Edit(span=defined, replacement=url),),) if defined else (), change.text
    return ((Edit(span=link.span, replacement=url),),) if inside or link.url else (), change.text


def _doi(text: str, entry: Entry, change: Change, _like: Entry | None) -> _Spelt:
    for mention in entry.mentions:
        if mention.where == "written" and mention.identifier.scheme == "doi":
            new = _source(text, entry, change.text)
            return (smallest(mention.span.cut(text), new, mention.span.start),), change.text
    return (), change.text


def _authors(text: str, entry: Entry, change: Change, like: Entry | None) -> _Spelt:
    manner = _manner(text, entry, like)
    kept = change.kept or (None,) * len(change.people)
    old = entry.authors.names if entry.authors else ()
    raws, plain = [], []
    for index, (person, place) in enumerate(zip(change.people, kept, strict=True)):
        name = old[place] if place is not None else None
        spelt = spelt_name(person, manner, first=index == 0)
        raws.append(name.span.cut(text) if name else _source(text, entry, spelt))
        plain.append(name.text if name else spelt)
    proposed = joined(plain, manner, et_al=change.et_al)
    new = joined(raws, manner, et_al=change.et_al)
    if entry.authors is None:
        return (_new_authors(text, entry, new),), proposed
    written = entry.authors.written
    end = _affiliated(text, entry.authors)
    whole = smallest(text[written.span.start : end], new, written.span.start)
    return (*_among(text, entry.authors, raws, change), whole), proposed


def _affiliated(text: str, byline: Byline) -> int:
    """Where the by-line ends, the last one's affiliation included: "A (X), B (Y)"."""
    end = byline.written.span.end
    names = byline.names
    affiliated = any("(" in text[a.span.end : b.span.start] for a, b in pairwise(names))
    hit = re.compile(r"[ ]?\([^()\n]*\)").match(text, end) if affiliated else None
    return hit.end() if hit else end


def _among(text: str, byline: Byline, raws: Sequence[str], change: Change) -> tuple[_Edits, ...]:
    """Single names changed where they stand, their footnote marks kept if others keep theirs."""
    if change.et_al != byline.et_al or len(raws) != len(byline.names):
        return ()
    names = byline.names
    marked = any(names[place].noise for place in change.kept if place is not None)
    new = []
    for name, raw in zip(names, raws, strict=True):
        own = name.span.cut(text)
        mark = own.removeprefix(name.text) if own.startswith(name.text) else ""
        if mark and not marked and "<" in mark:
            return ()  # its closing tag stands behind the name
        new.append(raw + mark if marked and raw not in (own, name.text) else raw)
    edits = in_place(byline, new, change.kept, text)
    return (edits,) if edits else ()


def _manner(text: str, entry: Entry, like: Entry | None) -> Manner:
    if like is not None and like.authors is not None:
        return manner_of(text, like.authors)
    if entry.authors is not None:
        return manner_of(text, entry.authors)
    learnt = usual_layout(entry).get("names")
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


def _new_authors(text: str, entry: Entry, phrase: str) -> tuple[Edit, ...]:
    if entry.title is None or is_row(text, entry):
        return ()
    at = behind(text, entry.title.span.end, entry.span.end)
    if text.startswith((".**", ".*", '."', ".”", ".]"), at):
        at = behind(text, at + 1, entry.span.end)
    glue = usual_layout(entry).get("authors", ". ")
    stop = re.compile(r"[.,:]+").match(text, at)
    if stop:
        glue = " " if glue.strip(" .,:") == "" else glue
        at = stop.end()
    elif text[at - 1 : at] == "*" and text[:at].rstrip("*").endswith("."):
        glue = " "
    rest = text[at : entry.span.end].lstrip()
    return insert(
        at,
        glue
        + phrase
        + ("." if not rest.startswith((".", ",")) and glue.strip(" ") in (".", "") else ""),
    )


def _new_venue(text: str, entry: Entry, phrase: str) -> tuple[Edit, ...]:
    if is_row(text, entry):
        return ()
    style = usual_layout(entry)
    before, after = style.get("venue", ". **\t**").split("\t")
    field = entry.authors.written if entry.authors else entry.title
    if field is None:
        return ()
    at = behind(text, field.span.end, entry.span.end)
    phrase = before + _source(text, entry, phrase) + after
    if text.startswith(".", at) and before.startswith("."):
        return insert(at + 1, phrase[1:] + ".")
    return insert(at, phrase)


def _new_year(text: str, entry: Entry, phrase: str) -> tuple[Edit, ...]:
    if is_row(text, entry):
        return ()
    field = entry.venue or (entry.authors.written if entry.authors else None)
    if field is None:
        return ()
    at = behind(text, field.span.end, entry.span.end)
    return insert(
        at, f" ({phrase})" if "(" in usual_layout(entry).get("year", " (") else f", {phrase}"
    )
