"""Changes spelt in a .bib entry's own manner: delimiters, alignment, macros, protected capitals."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from urllib.parse import unquote

from pipeline.formats.protocol import Change, Rewriting
from pipeline.markup.bib_scan import BibEntry, BibField, scan
from pipeline.markup.latex import decoded, encoded
from pipeline.markup.spelling import Manner, in_place, manner_of, smallest, spelt_name
from pipeline.values.entry import Byline, Entry
from pipeline.values.text import Edit, Span, Written

_GROUP = r"\{(?:[^{}\\]|\\.|\{(?:[^{}\\]|\\.)*\})*\}"
_LEADING_COMMA = re.compile(r"(?:\r\n|\n|\r)[ \t]*,[ \t]*$")
"""The comma at the beginning of the line."""
_WORDS = re.compile(rf"\s+|(?:\$[^$]*\$|{_GROUP}|\\.|\S)+", re.DOTALL)
"""Blanks and words; a formula and what stands in braces are not cut."""


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The smallest edits; a field that is missing is added in the entry's own layout."""
    if entry.unparsed and "close" in entry.unparsed:
        return Rewriting(edits=(), proposed=change.text)
    if change.field == "authors":
        return _authors(text, entry, change, like)
    if change.field == "title":
        return _field(text, entry, change, entry.title, "title")
    if change.field == "venue":
        return _field(text, entry, change, entry.venue, _venue_name(entry))
    if change.field == "year":
        return _year(text, entry, change)
    return _address(text, entry, change)


def _venue_name(entry: Entry) -> str:
    return (
        "booktitle"
        if (entry.kind or "").lower() in ("inproceedings", "conference", "incollection")
        else "journal"
    )


def _ascii(text: str, entry: Entry) -> bool:
    """Whether the entry spells letters beyond ASCII as macros."""
    own = entry.span.cut(text)
    return own.isascii() and ("\\" in own or text.isascii())


def _field(text: str, entry: Entry, change: Change, field: Written | None, name: str) -> Rewriting:
    ascii_only = _ascii(text, entry)
    if field is None:
        said = encoded(change.text, ascii_only=ascii_only)
        return Rewriting(edits=_added(text, entry, name, said), proposed=change.text)
    bib = _bib_field(text, entry, field.span)
    if bib is not None and bib.kind in ("bare", "joined"):
        said = encoded(change.text, ascii_only=ascii_only)
        return Rewriting(edits=_unmacroed(text, entry, bib, said), proposed=change.text)
    edits = _by_words(field, change.text, ascii_only=ascii_only)
    return Rewriting(edits=edits, proposed=change.text)


def _unmacroed(text: str, entry: Entry, field: BibField, new: str) -> tuple[Edit, ...]:
    """Another macro of the file that says it, else the value written out; the macro stays.

    A value glued together with a macro is left alone: nobody can tell which part is to change.
    """
    if field.kind == "joined" and any(kind == "bare" for kind, *_ in field.parts):
        return ()
    bib = _scanned(text, entry)
    opening, closing = _delimiters(bib) if bib and '"' not in new else ("{", "}")
    said = next((name for name, value in _macros(text) if value == decoded(new)), "")
    said = said or opening + new + closing
    span = Span(start=field.value_start, end=field.value_end)
    return (Edit(span=span, replacement=said),)


def _macros(text: str) -> Iterator[tuple[str, str]]:
    """Names and readable values of the file's ``@string`` macros."""
    for found in scan(text) if "@string" in text.casefold() else ():
        for field in found.fields if found.kind.casefold() == "string" else ():
            yield field.name, decoded(text[field.inner_start : field.inner_end])


def _by_words(field: Written, new: str, *, ascii_only: bool) -> tuple[Edit, ...]:
    """Only the words that change; protected capitals and macros of the others stay."""
    raw = field.raw
    outer = re.fullmatch(r"(\s*\{)(.*)(\}\s*)", raw, re.DOTALL)
    inner, at = raw, field.span.start
    if outer and _balanced(outer[2]):
        inner, at = outer[2], at + len(outer[1])
    protects = re.search(r"\{[^{}\\]*[A-Z]", inner) is not None
    old = _WORDS.findall(inner)
    old_said = [" " if w.isspace() else decoded(w) for w in old]
    words = _like(old_said, " ".join(new.split()))
    spelt = [
        w
        if w.isspace()
        else _protected(encoded(w, ascii_only=ascii_only), w, on=protects and i > 0)
        for i, w in enumerate(words)
    ]
    edits, made, place = [], [], [at]
    for word in old:
        place.append(place[-1] + len(word))
    for tag, a, b, c, d in SequenceMatcher(None, old_said, words, autojunk=False).get_opcodes():
        part = "".join(old[a:b]) if tag == "equal" else _regrouped(old[a:b], words[c:d], spelt[c:d])
        made.append(part)
        if tag != "equal":
            edits.append(Edit(span=Span(start=place[a], end=place[b]), replacement=part))
    if not _balanced("".join(made)) or decoded("".join(made)) != " ".join(new.split()):
        return (Edit(span=Span(start=at, end=at + len(inner)), replacement="".join(spelt)),)
    return tuple(edits)


def _like(old: list[str], new: str) -> list[str]:
    """The words and blanks of the new text; what was one piece before is one again."""
    pieces = sorted({re.escape(word) for word in old if " " in word.strip()}, key=len, reverse=True)
    return re.findall("|".join([rf"(?<!\S){piece}(?!\S)" for piece in pieces] + [r"\s+|\S+"]), new)


def _regrouped(old: list[str], words: list[str], spelt: list[str]) -> str:
    """The new words; within the braces that held as many: ``{Large Hadron Colider}``."""
    inner = re.fullmatch(r"\{([^{}\\]*)\}", old[0]) if len(old) == 1 else None
    same = inner is not None and len(_WORDS.findall(inner[1])) == len(words) > 1
    plain = "".join(words)
    return (
        f"{{{plain}}}"
        if same
        and plain.isascii()
        and plain.isprintable()
        and not re.search(r"[\\{}$&%#_~^]", plain)
        else "".join(spelt)
    )


def _protected(said: str, word: str, *, on: bool) -> str:
    """A word with capitals in braces, if the entry protects its capitals."""
    if not on or not re.search(r"[A-Z]", word) or "{" in said:
        return said
    core = re.match(r"(\W*)(.*?)(\W*)$", said)
    return f"{core[1]}{{{core[2]}}}{core[3]}" if core and core[2] else said


def _balanced(raw: str) -> bool:
    depth = 0
    for found in re.finditer(r"\\.|[{}]", raw, re.DOTALL):
        depth += (found.group() == "{") - (found.group() == "}")
        if depth < 0:
            return False
    return depth == 0


# ---------------------------------------------------------------- authors


def _authors(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    byline = entry.authors
    model = like.authors if like is not None and like.authors else byline
    manner = _manner(text, model)
    ascii_only = _ascii(text, entry)
    kept = change.kept or (None,) * len(change.people)
    raws, shown = [], []
    for index, (person, place) in enumerate(zip(change.people, kept, strict=True)):
        name = byline.names[place] if byline and place is not None else None
        spelt = spelt_name(person, manner, first=index == 0)
        own = (
            "{" + encoded(spelt, ascii_only=ascii_only) + "}"
            if not person.family
            else encoded(spelt, ascii_only=ascii_only)
        )
        raws.append(name.span.cut(text) if name else own)
        shown.append(name.text if name else spelt)
    glue = _glue(text, byline)
    new = glue.join([*raws, *(["others"] if change.et_al else [])])
    proposed = " and ".join(shown) + (" and others" if change.et_al else "")
    if byline is None:
        return Rewriting(edits=_added(text, entry, "author", new), proposed=proposed)
    among = in_place(byline, raws, kept, text) if change.et_al == byline.et_al else ()
    edits = among or smallest(byline.written.raw, new, byline.written.span.start)
    return Rewriting(edits=edits, proposed=proposed)


def _manner(text: str, byline: Byline | None) -> Manner:
    if byline is None:
        return Manner(inverted="all", comma=True)
    manner = manner_of(text, byline)
    return manner.but(inverted="all" if manner.inverted != "none" else "none", comma=True)


def _glue(text: str, byline: Byline | None) -> str:
    if byline is None or len(byline.names) < 2:
        return " and "
    gaps = [
        text[a.span.end : b.span.start]
        for a, b in zip(byline.names, byline.names[1:], strict=False)
    ]
    common = Counter(gaps).most_common(1)[0][0]
    return common if common.strip().casefold() == "and" else " and "


# ---------------------------------------------------------------- year, doi, url


def _year(text: str, entry: Entry, change: Change) -> Rewriting:
    if entry.year is None:
        return Rewriting(edits=_added(text, entry, "year", change.text), proposed=change.text)
    return Rewriting(
        edits=smallest(entry.year.written.raw, change.text, entry.year.written.span.start),
        proposed=change.text,
    )


def _address(text: str, entry: Entry, change: Change) -> Rewriting:
    said = change.text
    if change.field == "link" and change.link < len(entry.links):
        span = entry.links[change.link].span
        new = _escaped_like(span.cut(text), said)
        return Rewriting(edits=(Edit(span=span, replacement=new),), proposed=said)
    name = "doi" if change.field == "doi" else "url"
    if name == "url" and (doi := _DOI_ADDRESS.match(said)) and not _links_dois(text):
        name, said = "doi", unquote(doi[1])
    bib = _scanned(text, entry)
    field = bib.get(name) if bib else None
    if field is None:
        return Rewriting(edits=_added(text, entry, name, said), proposed=said)
    if field.kind in ("bare", "joined"):
        return Rewriting(edits=_unmacroed(text, entry, field, said), proposed=said)
    raw = text[field.inner_start : field.inner_end]
    lead = re.match(r"\s*(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?", raw, re.IGNORECASE)
    at = field.inner_start + (lead.end() if lead and name == "doi" else 0)
    edit = Edit(span=Span(start=at, end=field.inner_end), replacement=_escaped_like(raw, said))
    return Rewriting(edits=(edit,), proposed=said)


_DOI_ADDRESS = re.compile(r"https://doi\.org/(10\..+)")


@lru_cache(maxsize=4)
def _links_dois(text: str) -> bool:
    """Whether the file has no field for DOIs and writes them as addresses."""
    has_field = re.search(r"^\s*doi\s*=", text, re.IGNORECASE | re.MULTILINE)
    address = re.compile(
        r"^\s*url\s*=\s*[{\"]https?://(?:dx\.)?doi\.org/", re.IGNORECASE | re.MULTILINE
    )
    return has_field is None and address.search(text) is not None


def _escaped_like(raw: str, said: str) -> str:
    """The address, its special characters escaped if those of the old one were."""
    return re.sub(r"([_%&#])", r"\\\1", said) if re.search(r"\\[_%&#]", raw) else said


# ---------------------------------------------------------------- a new field


def _scanned(text: str, entry: Entry) -> BibEntry | None:
    own = entry.span.cut(text)
    found = next(scan(own), None)
    if found is None:
        return None
    for field in found.fields:
        field.start += entry.span.start
        field.value_start += entry.span.start
        field.value_end += entry.span.start
        field.inner_start += entry.span.start
        field.inner_end += entry.span.start
    return found


def _bib_field(text: str, entry: Entry, span: Span) -> BibField | None:
    bib = _scanned(text, entry)
    return (
        next(
            (f for f in bib.fields if f.inner_start == span.start and f.inner_end == span.end), None
        )
        if bib
        else None
    )


def _added(text: str, entry: Entry, name: str, said: str) -> tuple[Edit, ...]:
    """A new field behind the last one, laid out like the others."""
    bib = _scanned(text, entry)
    if bib is None or not bib.fields:
        return ()
    last = bib.fields[-1]
    opening, closing = _delimiters(bib)
    if opening == '"' and '"' in said:
        opening, closing = "{", "}"
    comma = _LEADING_COMMA.search(text[max(0, last.start - 200) : last.start])
    line = _name(text, bib, name) + opening + said + closing
    if re.match(r"[ \t]*,", text[last.value_end :]):
        at = text.index(",", last.value_end) + 1
        return (Edit(span=Span(start=at, end=at), replacement=_break(text, bib, line) + ","),)
    line = comma[0] + line if comma else "," + _break(text, bib, line)
    return (Edit(span=Span(start=last.value_end, end=last.value_end), replacement=line),)


def _delimiters(bib: BibEntry) -> tuple[str, str]:
    kinds = Counter(f.kind for f in bib.fields if f.kind in ("braces", "quotes"))
    return ('"', '"') if kinds["quotes"] > kinds["braces"] else ("{", "}")


def _name(text: str, bib: BibEntry, name: str) -> str:
    """Name and ``=`` as the other fields have them."""
    model = bib.fields[-1]
    between = text[model.start + len(model.name) : model.value_start]
    widths = {_equals(text, field) - field.start for field in bib.fields}
    equals = between.index("=")
    if len(widths) == 1 and len(bib.fields) > 1:
        pad = " " * max(1, widths.pop() - len(name))
    else:
        pad = " " if equals else ""
    if model.name.isupper() and len(model.name) > 1:
        name = name.upper()
    elif model.name[0].isupper():
        name = name.capitalize()
    return f"{name}{pad}={between[equals + 1 :]}"


def _break(text: str, bib: BibEntry, line: str) -> str:
    """The line behind the break and the indentation of the others, names aligned at their ends."""
    model = bib.fields[-1]
    before = re.search(r"(\r\n|\n|\r)([ \t]*)$", text[max(0, model.start - 200) : model.start])
    if before is None:
        return " " + line
    columns = {_equals(text, f) - _line_start(text, f.start) for f in bib.fields}
    starts = {f.start - _line_start(text, f.start) for f in bib.fields}
    indent = before[2]
    if len(columns) == 1 and len(starts) > 1:
        indent = " " * max(0, columns.pop() - line.index("="))
    return before[1] + indent + line


def _equals(text: str, field: BibField) -> int:
    return text.index("=", field.start + len(field.name))


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
