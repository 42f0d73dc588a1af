"""What the rules for titles say of a pair before the public comparison is made of it."""

from typing import Literal, NamedTuple

Kind = Literal["same", "shortened", "extended", "misspelt", "related", "differs"]

Words = tuple[str, ...]


class Judgement(NamedTuple):
    """How a written title stands to a true one, how surely, and why."""

    kind: Kind
    score: float
    reasons: tuple[str, ...] = ()
