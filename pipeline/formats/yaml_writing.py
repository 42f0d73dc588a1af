"""Changes spelt in a YAML item's manner: quotation marks, lists of names, lines for new keys."""

import re
from collections import Counter
from itertools import pairwise

from pipeline.formats.protocol import Change, Rewriting, place_of
from pipeline.formats.rereading import Read, reads_as
from pipeline.markup.spelling import Manner, joined, manner_of, smallest, spelt_name
from pipeline.markup.yaml_scalars import quoted, spelt, word_by_word
from pipeline.values.entry import Byline, Entry
from pipeline.values.text import Edit, Span

_GAP = re.compile(r"([\"']?)[\s,]*(?:-[ ]+)?(?:name:[ ]+)?([\"']?)")
_LONE_NAME = re.compile(r"([ ]*)-[ ]+(?:name:[ ]+)?([\"']?)")
_LONE_REST = re.compile(r"([\"']?)[ ]*(?:(\r?\n)(?:[ ]*\r?\n)*([ ]*)(?=\S)|\s*\Z)")
_MEMBER = re.compile(r"^\w+:\s")
_LEAD = re.compile(r"[ ]*(?:-[ ]+)*")
_KEYS = {
    "venue": "venue|journal|conference|booktitle|publication|published_in",
    "year": "year",
    "link": "url|link|pdf|paper|paper_url|href",
    "doi": "doi",
    "authors": "",
    "title": "",
}
"""The keys that a list may use for a field; the first where it uses none."""
_Edits = tuple[Edit, ...]


def rewrite(read: Read, text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    """The smallest edits; none if the item has no place for it."""
    if change.field == "authors":
        done = _authors(text, entry, change, like)
    else:
        done = Rewriting(edits=_scalar(text, entry, change), proposed=" ".join(change.text.split()))
    good = done.edits and reads_as(read, text, entry, change, done)
    return done if good else done.but(edits=())


def _scalar(text: str, entry: Entry, change: Change) -> _Edits:
    phrase = " ".join(change.text.split())
    span = place_of(entry, change)
    if span is None:
        return _added(text, entry, change.field, phrase)
    if change.field == "title":
        return word_by_word(text, span, phrase)
    return (Edit(span=span, replacement=spelt(text, span, phrase)),)


def _added(text: str, entry: Entry, field: str, phrase: str) -> _Edits:
    """A line of its own behind the last one-line value of the item, named as the list names it."""
    fields = (entry.title, entry.venue, entry.year and entry.year.written)
    spans = [written.span for written in fields if written] + [link.span for link in entry.links]
    if not spans or not _KEYS[field]:
        return ()
    last = max(span.end for span in spans)
    first = text.rfind("\n", 0, last) + 1
    lead = _LEAD.match(text, first)
    used = Counter(re.findall(rf"^[ -]*({_KEYS[field]}):", text, re.MULTILINE))
    key = used.most_common(1)[0][0] if used else _KEYS[field].split("|")[0]
    end = re.compile(r"[^\r\n]*").match(text, last)
    at = end.end() if end else last
    ending = "\r\n" if text.startswith("\r\n", text.find("\n", first) - 1) else "\n"
    indent = " " * (len(lead[0]) if lead else 0)
    return (
        Edit(span=Span(start=at, end=at), replacement=f"{ending}{indent}{key}: {quoted(phrase)}"),
    )


# ---------------------------------------------------------------- authors


def _authors(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:
    byline = entry.authors
    model = like.authors if like is not None and like.authors else byline
    manner = manner_of(text, model) if model else Manner()
    people = [spelt_name(p, manner, first=n == 0) for n, p in enumerate(change.people)]
    kept = change.kept or (None,) * len(people)
    if byline is None:
        return Rewriting(edits=(), proposed=joined(people, manner, et_al=change.et_al))
    shown = [
        byline.names[k].text if k is not None else phrase
        for phrase, k in zip(people, kept, strict=True)
    ]
    proposed = joined(shown, manner, et_al=change.et_al)
    if _is_list(text, byline):
        edits = () if change.et_al else _listed(text, byline, people, kept)
        return Rewriting(edits=edits, proposed=proposed)
    raw = byline.written.raw
    marked = text[byline.written.span.start - 1] in "\"'"
    new = spelt(text, byline.written.span, proposed) if marked else proposed
    if re.search(r": | #", new) and not marked:
        return Rewriting(edits=(), proposed=proposed)
    return Rewriting(edits=smallest(raw, new, byline.written.span.start), proposed=proposed)


def _is_list(text: str, byline: Byline) -> bool:
    """Whether each name is a value of its own, on a line or within ``[ ]``."""
    line = text[text.rfind("\n", 0, byline.written.span.start) + 1 : byline.written.span.start]
    return re.search(r"(?:^[ ]*-[ ]+(?:name:[ ]+)?|:[ ]+\[[ ]*)[\"']?$", line) is not None


def _listed(text: str, byline: Byline, people: list[str], kept: tuple[int | None, ...]) -> _Edits:
    """Each new name where the old one stood; more or fewer only where all gaps are alike."""
    names = byline.names
    if any(_MEMBER.search(name.span.cut(text)) for name in names):
        return ()  # parts of a name, each under its key
    if len(people) == len(names) and all(k in (None, n) for n, k in enumerate(kept)):
        return tuple(
            Edit(span=name.span, replacement=spelt(text, name.span, phrase))
            for name, phrase, k in zip(names, people, kept, strict=True)
            if k is None and name.text != phrase
        )
    gap = _gap(text, byline)
    if gap is None:
        return ()
    new = [
        names[k].span.cut(text) if k is not None else spelt(text, names[0].span, phrase)
        for phrase, k in zip(people, kept, strict=True)
    ]
    written = byline.written
    return smallest(written.raw, gap.join(new), written.span.start)


def _gap(text: str, byline: Byline) -> str | None:
    """What parts the names, quotation marks included; None if they are not all written alike."""
    gaps = {text[a.span.end : b.span.start] for a, b in pairwise(byline.names)}
    if len(byline.names) == 1:
        return _first_gap(text, byline)
    if len(gaps) != 1:
        return None
    hit = _GAP.fullmatch(gap := gaps.pop())
    before = text[byline.written.span.start - 1]
    return gap if hit and hit[1] == hit[2] == (before if before in "\"'" else "") else None


def _first_gap(text: str, byline: Byline) -> str | None:
    """What would part a second name from the only one, if that one has a line to itself."""
    start, end = byline.written.span.start, byline.written.span.end
    first = text.rfind("\n", 0, start) + 1
    lead = _LONE_NAME.fullmatch(text, first, start)
    behind = _LONE_REST.match(text, end)
    if lead is None or behind is None or behind[1] != lead[2]:
        return None
    if behind[3] is not None and len(behind[3]) > len(lead[1]):
        return None  # more is said of this author
    return behind[1] + (behind[2] or "\n") + text[first:start]
