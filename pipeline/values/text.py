"""Text with places in it: spans, edits, and the base of every value that travels.

Positions are half-open and count Unicode code points of the decoded file; line endings are kept.
"""

from collections.abc import Iterable
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field

_UNTOLD: frozenset[str] = frozenset()
_BLANKS: dict[type, dict[str, Any]] = {}
_set_fields, _set_told, _set_extra, _set_private = (
    BaseModel.__dict__[slot].__set__
    for slot in (
        "__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__",
    )
)  # fmt: skip
"""Where a value keeps what it is made of; asked for by name for each value, it takes twice as long
to make one."""


class Value(BaseModel):
    """A frozen value: equal by its fields, never changed, refused if misspelt."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    def model_post_init(self, _context: object, /) -> None:
        """Drop the set of fields that were given rather than left out: nobody asks for it.

        Pydantic keeps one for each value, a fifth of a run's memory. ``model_copy`` with changes
        would need it; there is ``but``.
        """
        object.__setattr__(self, "__pydantic_fields_set__", _UNTOLD)

    @classmethod
    def unchecked(cls, **fields: Any) -> Self:  # noqa: ANN401  any field of any value
        """The value of fields that were checked as they were made; nothing is checked again.

        For what is made by the million. Whoever calls it answers for every field.
        """
        value = cls.__new__(cls)
        _set_fields(value, (_BLANKS.get(cls) or cls._blank()) | fields)
        _set_told(value, _UNTOLD)
        _set_extra(value, None)
        _set_private(value, None)
        return value

    @classmethod
    def _blank(cls) -> dict[str, Any]:
        """Every field in order, those that may be left out with what they then are."""
        known = _BLANKS.get(cls)
        if known is None:
            known = {name: field.get_default() for name, field in cls.model_fields.items()}
            _BLANKS[cls] = known
        return known

    def but(self, **changes: Any) -> Self:  # noqa: ANN401  any field of any value
        """This value with some fields changed, validated anew (``model_copy`` would not)."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**(fields | changes))


class Span(Value):
    """A half-open stretch of a text, in code points."""

    start: int = Field(ge=0)
    """First code point."""
    end: int = Field(ge=0)
    """One past the last code point; equal to ``start`` for a place between two characters."""

    def cut(self, text: str) -> str:
        """What stands there."""
        return text[self.start : self.end]


class Written(Value):
    """Something as the curator wrote it, what it says, and where it stands."""

    text: str
    """What it says: markup, escapes and wrong decoding undone; never empty."""
    raw: str
    """What stands in the file; exactly the text of ``span``."""
    span: Span
    """Where ``raw`` stands; empty where nothing is written but something could be."""


class Edit(Value):
    """A change of text with its place."""

    span: Span
    """What is replaced; empty for an insertion."""
    replacement: str
    """What stands there afterwards."""


class EditConflictError(Exception):
    """Two edits want the same place: a bug of ours, never the user's."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made.

    Order-free but for insertions at one place, which keep their order; outside the spans not a
    code point changes; equal edits count once.

    Raises:
        EditConflictError: two different edits overlap, or one reaches past the end.

    """
    ordered = sorted(dict.fromkeys(edits), key=lambda edit: (edit.span.start, edit.span.end))
    parts, done = [], 0
    for edit in ordered:
        if edit.span.start < done or edit.span.end > len(text):
            raise EditConflictError(f"edits collide at {edit.span.start}")
        parts += [text[done : edit.span.start], edit.replacement]
        done = edit.span.end
    return "".join([*parts, text[done:]])
