"""The layout a list usually has: how its links look, and what stands between its fields.

Learnt from the first entries and remembered in each one's ``style``, so that what is missing in
one is added as the others have it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.markup.spelling import manner_of
from pipeline.reading.words import label_kind
from pipeline.values.entry import Entry

ENOUGH = 60
"""Entries that are looked at."""
LONGEST_GAP = 10
"""Characters between a field and the link behind it."""
_CLOSERS = re.compile(r"(?:\*{1,3}|_{1,3}|[\"”»`]|\]\(<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*>?\)|\])*")
_ROUND = re.compile(r"[^\w\[\n]*\]\(<?")
_SHORT_GAP = re.compile(r"[\s.,;:|•·()\[\]*_`\-–—]{0,8}$")


def layout_of(text: str, entries: Iterable[Entry]) -> dict[str, str]:
    """The layout that most of the first of these entries have."""
    looked = [entry for entry in entries if entry.title][:ENOUGH]
    forms = {
        "link": _usual(link for entry in looked for link in _link_forms(text, entry)),
        "label": _usual(label for entry in looked for label in _labels(entry)),
        "place": _usual(place for entry in looked for place in _link_places(text, entry)),
        "authors": _usual(
            _gap(text, e.title.span.end, e.authors.written.span.start)
            for e in looked
            if e.title and e.authors
        ),
        "venue": _usual(form for entry in looked for form in _venue_forms(text, entry)),
        "year": _usual(_before_year(text, entry) for entry in looked),
    }
    byline = next((e.authors for e in looked if e.authors and len(e.authors.names) > 2), None)
    if byline:
        forms["names"] = manner_of(text, byline).model_dump_json()
    return {key: value for key, value in forms.items() if value}


def _usual(forms: Iterable[str]) -> str:
    counted = Counter(form for form in forms if form)
    return counted.most_common(1)[0][0] if counted else ""


def _labels(entry: Entry) -> Iterator[str]:
    """What links to the paper are called."""
    for link in entry.links:
        if link.role == "paper" and label_kind(link.label) == "paper":
            yield link.label


def _link_forms(text: str, entry: Entry) -> Iterator[str]:
    """``[[Link]]()`` of the first link that has a label of its own."""
    for link in entry.links:
        if link.role != "paper" or label_kind(link.label) != "paper":
            continue
        start = _label_start(text, link.span.start)
        end = link.span.end + 1
        opened = text[start : link.span.start]
        if start < 0 or not opened.endswith("]("):
            continue
        closing = "]" if opened.count("[") > opened.count("]") and text.startswith("]", end) else ""
        if opened.count("[") == opened.count("]") + len(closing):
            yield opened + ")" + closing
            return


def _link_places(text: str, entry: Entry) -> Iterator[str]:
    """Where the first link to the paper stands: round the title, or behind which field."""
    link = next((link for link in entry.links if link.role == "paper" and link.url), None)
    if link is None or entry.title is None:
        return
    if _ROUND.fullmatch(text, entry.title.span.end, link.span.start):
        yield "title"
        return
    start = _label_start(text, link.span.start)
    behind = [(end, name) for name, end in _ends(entry) if end <= start]
    if not behind:
        return
    end, name = max(behind)
    gap = text[end:start]
    if len(gap) <= LONGEST_GAP and _SHORT_GAP.match(gap.strip()):
        yield f"{name}\t{gap[len(gap.rstrip()) :]}"


def _label_start(text: str, address: int) -> int:
    """The brackets that open the label of the link whose address stands there."""
    start = text.rfind("[", max(0, address - 80), address)
    while start > 0 and text[start - 1] == "[":
        start -= 1
    return start


def _ends(entry: Entry) -> Iterator[tuple[str, int]]:
    """The fields that the entry gives itself, and where each ends."""
    if entry.title:
        yield "title", entry.title.span.end
    if entry.authors:
        yield "authors", entry.authors.written.span.end
    if entry.venue:
        yield "venue", entry.venue.span.end
    if entry.year and entry.year.source == "entry":
        yield "year", entry.year.written.span.end


def _gap(text: str, start: int, end: int) -> str:
    if not start < end <= start + 2200:
        return ""
    hit = _CLOSERS.match(text, start, end)
    gap = text[hit.end() if hit else start : end]
    gap = re.sub(r"\s*\n\s*", " ", gap)
    return gap if len(gap) <= 6 and _SHORT_GAP.match(gap) else ""


def _venue_forms(text: str, entry: Entry) -> Iterator[str]:
    """What stands before and behind a venue that follows the authors: ``. **`` and ``**``."""
    if entry.venue is None or entry.authors is None:
        return
    before = re.sub(r"\s*\n\s*", " ", text[entry.authors.written.span.end : entry.venue.span.start])
    if not 0 < len(before) <= 6 or not _SHORT_GAP.match(before):
        return
    mark = re.search(r"[*_`]+$", before)
    closed = mark is not None and text.startswith(mark.group(), entry.venue.span.end)
    yield f"{before}\t{mark.group() if mark and closed else ''}"


def _before_year(text: str, entry: Entry) -> str:
    year = entry.year
    return (
        text[max(0, year.written.span.start - 2) : year.written.span.start]
        if year and year.source == "entry"
        else ""
    )
