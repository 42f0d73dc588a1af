"""Both sides of every code, as tables: what it flags, and the near input that it must not."""

from dataclasses import dataclass, field

from pipeline.values.settings import Settings
from tests.shelf import LINES, listed, shelf
from tests.world import World


@dataclass(frozen=True)
class Spared:
    """Lists about which a code has nothing to say."""

    code: str
    why: str
    lists: tuple[str, ...]
    besides: tuple[str, ...] = ()
    """Other codes that these lists do earn."""
    status: str = "resolved"
    """That of every entry: silence about what was never found proves nothing."""
    world: World = field(default_factory=shelf)
    settings: Settings = field(default_factory=Settings)
    ending: str = "md"

    def __str__(self) -> str:
        return f"{self.code}: {self.why}"


@dataclass(frozen=True)
class Flagged(Spared):
    """Lists of which a code says exactly one thing."""

    proposed: str = ""
    before: str = ""
    after: str = ""
    """What stands in the place of ``before`` once this finding alone is mended; empty if nothing
    can be written."""
    severity: str = ""
    """Milder than the table's; empty for what it says."""
    fix: str = ""
    """Less than the table's; empty for what it says."""
    other: str = ""
    says: str = ""
    """A piece of the message."""


def flagged(code: str, why: str, entry: str, written: str, right: str, **more: object) -> Flagged:
    """One fault in one entry: ``right`` is right, ``written`` stands there in its place.

    ``with_`` are other entries of the list; the proposal is ``right`` unless told otherwise.
    """
    others = more.pop("with_", ())
    assert LINES[entry].count(right) == 1, (entry, right)
    lists = (listed(LINES[entry].replace(right, written), *others),)  # type: ignore[misc]
    fields = {"lists": lists, "proposed": right, "before": written, "after": right}
    return Flagged(code=code, why=why, **(fields | more))  # type: ignore[arg-type]


def spared(code: str, why: str, entry: str, right: str, written: str, **more: object) -> Spared:
    """One entry with a stretch of it written otherwise, and no fault in that."""
    others = more.pop("with_", ())
    assert LINES[entry].count(right) == 1, (entry, right)
    text = listed(LINES[entry].replace(right, written), *others)  # type: ignore[misc]
    return Spared(code=code, why=why, lists=(text,), **more)  # type: ignore[arg-type]
