"""A list run through Errata in the corpus's world: before and after the fix."""

from pipeline import formats
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside
from pipeline.run import audit
from pipeline.values.audit import Audited
from pipeline.values.entry import Document, Entry
from pipeline.values.settings import Settings
from pipeline.values.text import Value
from pipeline.write.applying import Accepted, rewritten
from tests.benchmarks.accuracy.draft import Planted
from tests.benchmarks.accuracy.spell import Written
from tests.benchmarks.accuracy.world import World


class Seen(Value):
    """A planted entry, what was concluded about it, and what it says after the fix."""

    planted: Planted
    audited: Audited | None
    """None for an entry that was not read."""
    after: Entry | None
    """Read again from the list with the automatic fixes written."""
    raw: str = ""
    """The entry as it stands in the list."""


def seen(written: Written, world: World) -> list[Seen]:
    """Every planted entry with its audit."""
    reading = formats.read(Document(path=written.path, text=written.text))
    outcome = audit((reading,), Library(), Outside(world.ask), Settings())
    text = rewritten(reading, outcome.audited, Accepted()).text
    again = formats.read(Document(path=written.path, text=text)).entries
    if len(again) != len(outcome.audited):
        raise AssertionError("the fix changed the number of entries")
    at = {
        line: (found, after)
        for found, after in zip(outcome.audited, again, strict=True)
        for line in range(found.entry.line, found.entry.end_line + 1)
    }
    places = [at.get(line, (None, None)) for line in written.lines]
    return [
        Seen(planted=one, audited=found, after=after, raw=_raw(one, found, reading.text))
        for one, (found, after) in zip(written.planted, places, strict=True)
    ]


def _raw(planted: Planted, audited: Audited | None, text: str) -> str:
    return audited.entry.span.cut(text) if audited else planted.draft.title
