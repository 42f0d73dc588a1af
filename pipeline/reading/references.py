"""Addresses that stand elsewhere: ``[Title][ref]`` with ``[ref]: url`` below, or shared by entries.

Source: CommonMark 0.31, sections 4.7 and 6.3.
"""

import re
from bisect import bisect_left

from pipeline.values.entry import Entry, Link, Reading
from pipeline.values.text import Span

_USE = re.compile(r"\[([^\[\]\n]{1,200})\](?:\[\])?$")
_DEFINITION = r"^ {0,3}\[[ \t]*%s[ \t]*\]:[ \t]*<?(\S+?)>?(?:[ \t]+[\"'(].*)?[ \t]*\r?$"
_REACH = 20_000
"""Code points around a link within which another entry may share it: an item and its children."""


def definition(text: str, link: Link) -> Span | None:
    """Where the address of a link by reference is defined; None if anything else uses it."""
    used = _USE.search(text, max(0, link.span.start - 300), link.span.start)
    if used is None:
        return None
    label = re.escape(used[1].strip())
    uses = re.findall(rf"\[[ \t]*{label}[ \t]*\]", text, re.IGNORECASE)
    hit = re.search(_DEFINITION % label, text, re.IGNORECASE | re.MULTILINE)
    if hit is None or len(uses) != 2 or hit[1] != link.url:
        return None
    return Span(start=hit.start(1), end=hit.end(1))


def shared(reading: Reading, entry: Entry, link: Link) -> bool:
    """Whether another entry has this very link: that of an item serves the citations below it."""
    entries = reading.entries
    at = bisect_left(entries, link.span.start - _REACH, key=lambda listed: listed.span.start)
    for other in entries[at:]:
        if other.span.start > link.span.start + _REACH:
            return False
        if other.id != entry.id and any(
            _same(its_link.span, link.span) for its_link in other.links
        ):
            return True
    return False


def _same(span: Span, other: Span) -> bool:
    return span.start == other.start and span.end == other.end
