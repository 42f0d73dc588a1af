"""A list and its records as works are added to them, saved together."""

from collections.abc import Sequence
from typing import Literal

from pipeline.edge.files import Source, having
from pipeline.edge.records import write_records
from pipeline.jobs.lists import Text
from pipeline.jobs.saving import write_lists
from pipeline.papers.library import Library
from pipeline.values.entry import Reading
from pipeline.values.settings import Settings
from pipeline.values.text import Value


class Result(Value):
    """What became of one argument."""

    asked: str
    outcome: Literal["added", "duplicate", "not-found", "refused", "not-verified", "failed"]
    message: str
    """One sentence."""
    title: str = ""
    list: str = ""
    line: int = 0
    section: tuple[str, ...] = ()
    record: str = ""
    """Id of the record."""
    entry: str = ""
    """The text of the entry as it was written."""


class Wish(Value):
    """What somebody asks to add, and where."""

    works: tuple[str, ...]
    to: str = ""
    """The list; empty for that of the settings."""
    section: str = ""
    """Its heading, or the number of it; empty to go by the year."""
    guess: bool = False
    """Where neither heading nor year tells the section, the one whose entries are most like it."""
    titles: tuple[str, ...] = ()
    """Of each work, where its address does not tell."""


class Basket(Value):
    """The list and the records as they grow."""

    source: Source
    reading: Reading
    """The list as it is now."""
    before: Library
    library: Library
    results: tuple[Result, ...] = ()
    section: str = ""
    """The name that was asked for; empty to go by the year."""
    guess: bool = False
    elsewhere: tuple[Reading, ...] = ()
    """The other lists, in which a work may stand already."""
    silent: tuple[str, ...] = ()
    """Services that did not answer; then nothing is added."""

    @property
    def text(self) -> Text:
        """What is to stand in the list."""
        return Text(source=self.source, text=self.reading.document.text)

    def saved(self, settings: Settings) -> tuple["Basket", list[str]]:
        """As it was written, and the names of the files; nothing where the list has no place now.

        Somebody may have saved the list meanwhile: that stays, and lines are those of the list now.
        """
        lists = write_lists([self.text], wholly=True)
        if lists.lost:
            return self._refused(lists.remarks), []
        with having(lists.written):
            records = write_records(settings.records, self.library, self.before)
        results = [
            _at_its_line(result, lists.texts.get(result.list, "")) for result in self.results
        ]
        return self.but(results=tuple(results)), [*records, *lists.written]

    def _refused(self, remarks: Sequence[str]) -> "Basket":
        why = " ".join(remarks)
        results = (
            result.but(outcome="refused", message=why, line=0, entry="")
            if result.outcome == "added"
            else result
            for result in self.results
        )
        return self.but(results=tuple(results))


def _at_its_line(result: Result, now: str) -> Result:
    """The result with the line at which its entry stands in a list that was changed meanwhile."""
    at = now.find(result.entry) if result.entry else -1
    if at < 0:
        return result
    line = now.count("\n", 0, at) + 1
    message = result.message.replace(f", line {result.line}", f", line {line}")
    return result.but(line=line, message=message)
