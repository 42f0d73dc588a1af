"""Edits of a list whose wrong decoding is left as it stands: mending that is not theirs."""

from pipeline.values.entry import Reading
from pipeline.values.text import Edit, Span


def unrepaired(reading: Reading, edit: Edit) -> Edit | None:
    """The edit, found in the repaired text, in the document; None if it touches a repair."""
    start, end = edit.span.start, edit.span.end
    longer = 0
    before = 0
    for repair in sorted(reading.repairs, key=lambda repair: repair.span.start):
        opened = repair.span.start + longer
        closed = opened + len(repair.replacement)
        if opened < end and start < closed:
            return None
        if closed <= start:
            before = closed - repair.span.end
        longer = closed - repair.span.end
    return edit.but(span=Span(start=start - before, end=end - before))
