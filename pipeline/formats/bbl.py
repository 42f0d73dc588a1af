"""LaTeX's ``thebibliography``, as BibTeX writes it (.bbl) or people by hand: read, never written.

What BibTeX writes is written anew with the next run; the .bib file is the place to mend.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from pipeline.addresses.in_text import spoken
from pipeline.addresses.urls import identify
from pipeline.formats.protocol import Change, Rewriting
from pipeline.markup.latex import decoded
from pipeline.markup.lines import lines_of
from pipeline.reading.bylines import Names, read_names
from pipeline.reading.cited import cited
from pipeline.values.entry import (
    Byline,
    Certainty,
    Document,
    Entry,
    Link,
    Mention,
    Name,
    Reading,
    Year,
)
from pipeline.values.text import Span, Written

NAME = "bbl"
_LOOK = re.compile(r"\\begin\{thebibliography\}|^\s*\\bibitem\b", re.MULTILINE)
_ITEM = re.compile(
    r"\\bibitem\b(?:\s*\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\])?\s*\{(?P<key>[^{}\n]{1,200})\}"
)
_END = re.compile(r"\\bibitem\b|\\end\{thebibliography\}")
_BLOCK = re.compile(r"\\newblock\b")
_SET = re.compile(
    r"\{\\(?:em|it|sl)\b\s*((?:[^{}]|\{[^{}]*\})*)\}|\\(?:emph|textit)\s*\{((?:[^{}]|\{[^{}]*\})*)\}"
)
_URL = re.compile(r"\\(?:url|href)\s*\{([^{}\s]+)\}|(https?://[^\s{}\\]+)")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_COMMENT = re.compile(r"(?<!\\)%[^\n]*\n?")
_NAMED = re.compile(r"(?:^|/)[^./]*$|\.(?:bbl|txt|text)$|^-$")
LOOKED_AT = 4_000
LONGEST = 5_000
"""Characters of an item; what is longer is no reference."""


def accepts(path: str, text: str) -> bool:
    """By its ending or its first lines, if it has items: biblatex's own .bbl has none."""
    named = _NAMED.search(path.lower()) is not None
    is_bbl = path.lower().endswith(".bbl") or _LOOK.search(text[:LOOKED_AT]) is not None
    return named and is_bbl and "\\bibitem" in text


def read(document: Document) -> Reading:
    """Every item of the bibliography."""
    text = document.text
    starts = [line.start for line in lines_of(text)]
    entries = tuple(_entry(document, item, starts) for item in _ITEM.finditer(text))
    return Reading(document=document, text=text, format=NAME, entries=_apart(entries))


def _apart(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Each with an id of its own: two items may have one key."""
    seen: dict[str, int] = {}
    apart = []
    for entry in entries:
        count = seen[entry.id] = seen.get(entry.id, 0) + 1
        apart.append(entry.but(id=f"{entry.id}-{count}") if count > 1 else entry)
    return tuple(apart)


def _entry(document: Document, item: re.Match[str], starts: list[int]) -> Entry:
    text = document.text
    stop = _END.search(text, item.end())
    raw = text[item.end() : stop.start() if stop else len(text)]
    end = item.end() + len(raw.rstrip())
    span = Span(start=item.start(), end=end)
    raw = raw[:LONGEST]
    entry = Entry(
        id=f"{document.path}#{item['key']}", path=document.path, format=NAME, span=span,
        line=bisect_right(starts, item.start()), end_line=bisect_right(starts, max(end - 1, 0)),
        key=item["key"], certainty=_GUESSED, links=tuple(_links(raw, item.end())),
    )  # fmt: skip
    entry = entry.but(mentions=tuple(_mentions(raw, entry)))
    understood = _told(entry, raw, text) or _referring(entry, raw, text)
    if understood is not None:
        return understood
    return entry if entry.mentions else entry.but(unparsed="no title could be told")


_GUESSED = Certainty(title=0.9, authors=0.9, venue=0.9, year=0.9)


def _told(entry: Entry, raw: str, text: str) -> Entry | None:
    r"""``authors \newblock title \newblock the rest``: BibTeX's own styles say what is what."""
    parts = _BLOCK.split(raw)
    if len(parts) < 3:
        return None
    people, title, rest = _plain(parts[0]), _plain(parts[1]), " ".join(parts[2:])
    names = read_names(people)
    year = _YEAR.findall(_plain(rest)) or _YEAR.findall(title)
    named = _SET.search(rest)
    venue = _plain(named[1] or named[2]) if named else ""
    if not title.strip(" ."):
        return None
    return entry.but(
        title=_field(entry, text, title), authors=_byline(entry, text, names),
        venue=_field(entry, text, venue) if venue else None,
        year=Year(value=int(year[-1]), written=_field(entry, text, year[-1])) if year else None,
        certainty=Certainty(),
    )  # fmt: skip


def _referring(entry: Entry, raw: str, text: str) -> Entry | None:
    """A reference in one piece, as people and journals' styles write it."""
    phrase = _plain(raw)
    fields = cited(phrase, 0, len(phrase))
    if fields is None:
        return None

    def cut(place: tuple[int, int] | None) -> Written | None:
        return _field(entry, text, phrase[slice(*place)]) if place else None

    year = cut(fields.year)
    return entry.but(
        title=cut(fields.title),
        venue=cut(fields.venue),
        authors=_byline(entry, text, fields.names),
        year=Year(value=int(year.text), written=year) if year else None,
    )


def _plain(raw: str) -> str:
    """What a reader sees: markup, addresses and comments undone."""
    raw = _URL.sub(" ", _COMMENT.sub("", raw))
    raw = (
        raw.replace("``", "“")
        .replace("''", "”")
        .replace("\\ ", " ")
        .replace("---", "—")
        .replace("--", "–")
    )
    return " ".join(decoded(re.sub(r"\\(?:em|it|sl|bf|tt|sc)\b\s*", "", raw)).split())


def _field(entry: Entry, text: str, phrase: str) -> Written:
    """A field; its words are LaTeX's there, so the item as a whole is its place."""
    return Written(text=phrase.strip(" .,;"), raw=entry.span.cut(text), span=entry.span)


def _byline(entry: Entry, text: str, names: Names | None) -> Byline | None:
    if names is None:
        return None
    people = tuple(
        Name(
            text=person.text,
            family=person.family or person.text,
            given=person.given,
            span=entry.span,
        )
        for person in names.people
    )
    whole = _field(entry, text, ", ".join(person.text for person in names.people))
    return Byline(names=people, et_al=names.et_al, written=whole)


def _links(raw: str, shift: int) -> Iterator[Link]:
    for hit in _URL.finditer(raw):
        group = 1 if hit[1] else 2
        url = hit[group].rstrip(".,;)").replace("\\_", "_").replace("\\%", "%")
        address = identify(url)
        place = Span(start=shift + hit.start(group), end=shift + hit.start(group) + len(url))
        yield Link(
            url=url, span=place, identifiers=address.identifiers, derived=address.derived,
            hints=address.hints, role="other" if address.kind == "other" else "paper",
        )  # fmt: skip


def _mentions(raw: str, entry: Entry) -> Iterator[Mention]:
    seen = set()
    for number in spoken(_URL.sub(" ", raw)):
        if number.identifier not in seen:
            seen.add(number.identifier)
            yield Mention(
                identifier=number.identifier,
                span=entry.span,
                where="derived" if number.derived else "written",
            )
    for link in entry.links:
        for named in link.identifiers if link.role == "paper" else ():
            if named not in seen:
                seen.add(named)
                yield Mention(
                    identifier=named, span=link.span, where="derived" if link.derived else "link"
                )


def rewrite(_text: str, _entry: Entry, change: Change, _like: Entry | None) -> Rewriting:
    """Nothing: the file is written anew from its .bib, where the correction belongs."""
    return Rewriting(edits=(), proposed=change.text)
