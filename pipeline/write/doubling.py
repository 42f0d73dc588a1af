"""Whether an edit would write what stands beside its place already.

A title read too short by its first word is "mended" by writing that word again; a by-line that was
not read is filled in before itself. Whatever misled the reader, the page shows it.
"""

import re
from collections.abc import Sequence

from pipeline.compare.letters import key
from pipeline.values.text import Edit

_WORD = re.compile(r"[^\W_]+")

REACH = 200
"""Letters looked at on either side; never beyond an empty line."""


def doubles(text: str, edits: Sequence[Edit]) -> bool:
    """Whether any of these edits of the text repeats what stands before or behind it."""
    return any(_doubles(text, edit) for edit in edits)


def _doubles(text: str, edit: Edit) -> bool:
    old = text[edit.span.start : edit.span.end]
    before = text[max(0, edit.span.start - REACH) : edit.span.start].rpartition("\n\n")[2]
    after = text[edit.span.end : edit.span.end + REACH].partition("\n\n")[0]
    new = key(edit.replacement)
    if not key(old):
        return bool(new) and (key(before).endswith(new) or key(after).startswith(new))
    if key(after).startswith(_added(key(old), new) or "\n"):
        return True
    mirrored = (part[::-1] for part in (after, old, edit.replacement))
    return _again(before, old, edit.replacement) or _again(*mirrored)


def _added(old: str, new: str) -> str:
    """What the new letters have behind the old ones, if they begin with them."""
    return new.removeprefix(old) if new.startswith(old) else ""


def _again(beside: str, old: str, new: str) -> bool:
    """The new text begins with the word that stands before it, and the old one does not."""
    ours, theirs, last = _WORD.search(old), _WORD.search(new), _last(beside)
    if not ours or not theirs or not last or theirs[0].isdigit():
        return False
    return key(theirs[0]) == key(last) != key(ours[0])


def _last(text: str) -> str:
    """The last word, if nothing but blanks and marks follows it."""
    words = _WORD.findall(text)
    return words[-1] if words else ""
