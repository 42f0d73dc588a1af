"""The number that stands before an entry: "3. ", "| 3 |", "[3]", "(3)", "**3.**"."""

import re
from typing import NamedTuple

_LEADING = re.compile(r"([\W_]*)(\d{1,5})(?!\w|[./\-]\d)([.)\]]?)(\s?)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED_BY_MARKUP = ("", "|")


class Leading(NamedTuple):
    """A number and the signs around it."""

    before: str
    number: str
    mark: str
    """"." or ")" or "]" behind it, if any."""
    end: int
    """Where its mark ends in the text."""
    parted: bool
    """Whether a blank follows."""

    @property
    def is_marker(self) -> bool:
        """Whether it is the bullet of a numbered list: it counts places, whatever stands there."""
        blank = self.before.strip() in _COUNTED_BY_MARKUP
        return blank and self.mark in (".", ")") and self.parted

    @property
    def is_cited(self) -> bool:
        """Whether it stands in brackets, and the entry may be cited by it elsewhere."""
        return self.before.endswith("[") and self.mark == "]" and not _YEAR.fullmatch(self.number)

    @property
    def counts(self) -> bool:
        """Whether it is no year."""
        return self.is_marker or not _YEAR.match(self.number)


def leading(text: str) -> Leading | None:
    """The number with which a text begins, no date and no part of a word."""
    hit = _LEADING.match(text)
    if hit is None:
        return None
    return Leading(hit[1], hit[2], hit[3], hit.end(3), parted=bool(hit[4]))
