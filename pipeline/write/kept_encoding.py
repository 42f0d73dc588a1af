"""Edits of a list whose wrong decoding is left as it stands: mending that is not theirs."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipeline.values.entry import Entry, Reading
from pipeline.values.text import Edit, Span, apply


def mended_within(reading: Reading, entries: Sequence[Entry], edits: Sequence[Edit]) -> str:
    """The list after these edits, its wrong decoding repaired in these entries alone.

    What an edit touches is repaired with it. Prose, headings and code stay as they stand.
    """
    taken = _Places([edit.span for edit in edits])
    meant = _Places([entry.span for entry in entries])
    undone = [
        Edit(span=span, replacement=repair.span.cut(reading.document.text))
        for span, repair in _mended(reading)
        if not meant.meet(span) and not taken.meet(span)
    ]
    return apply(reading.text, [*edits, *undone])


def elsewhere(reading: Reading) -> list[int]:
    """The lines on which words are decoded wrongly that are no part of an entry."""
    own = _Places([entry.span for entry in reading.entries])
    places = [span.start for span, _ in _mended(reading) if not own.meet(span)]
    return list(dict.fromkeys(reading.text.count("\n", 0, place) + 1 for place in places))


class _Places:
    """Places of a text, in their order; some may lie in others."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted((span.start, span.end) for span in spans)
        self._furthest: list[int] = []
        for _, end in self._spans:
            self._furthest.append(max([end, *self._furthest[-1:]]))

    def meet(self, span: Span) -> bool:
        """Whether one of them has a character of the span, or lies within it."""
        before = bisect_right(self._spans, (span.end - 1, span.end)) - 1
        return before >= 0 and self._furthest[before] > span.start


def _mended(reading: Reading) -> Iterator[tuple[Span, Edit]]:
    """Each repair and where it stands in the repaired text."""
    longer = 0
    for repair in sorted(reading.repairs, key=lambda repair: repair.span.start):
        start = repair.span.start + longer
        span = Span(start=start, end=start + len(repair.replacement))
        yield span, repair
        longer = span.end - repair.span.end


def unrepaired(reading: Reading, edit: Edit) -> Edit | None:
    """The edit, found in the repaired text, in the document; None if it touches a repair."""
    start, end = edit.span.start, edit.span.end
    before = 0
    for span, repair in _mended(reading):
        if span.start < end and start < span.end:
            return None
        if span.end <= start:
            before = span.end - repair.span.end
    return edit.but(span=Span(start=start - before, end=end - before))
