"""Whether an edit would take away more than words: a mark, a note in brackets, half a tag.

"Ilse Verhoeven (equal contribution)" lost the note when names were put into order, and of
"Sato<sup>1</sup>" half a tag was left. A field's words may be wrong; who set marks around them knew
why.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from pipeline.values.text import Edit

_MARKUP = frozenset("()[]<>*`^~†‡§¶")
_PLAIN = frozenset("()[]†‡§¶")
"""Where the format has other signs for its own ends: stars and tildes are TeX's."""

_TEXTS = frozenset({"markdown", "rst", "org", "plain"})

_ADDRESS = re.compile(r"https?://\S+")


def loses(text: str, edits: Sequence[Edit], form: str) -> bool:
    """Whether marks of the text, of this format, are not in what these edits write instead."""
    signs = _MARKUP if form in _TEXTS else _PLAIN
    old = Counter(c for e in edits for c in _shown(e.span.cut(text)) if _is_mark(c, signs))
    if not old:
        return False
    return bool(old - Counter(c for e in edits for c in e.replacement))


def _shown(text: str) -> str:
    """Without the addresses, which have brackets and tildes of their own."""
    return _ADDRESS.sub("", text)


def _is_mark(char: str, signs: frozenset[str]) -> bool:
    return char in signs or unicodedata.category(char) == "So"
