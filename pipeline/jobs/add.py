"""Works added to a list: complete entries from addresses, DOIs, arXiv ids, PMIDs or titles."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Literal

from pipeline import formats
from pipeline.checks.link import link_to
from pipeline.edge.files import Source, UserError, having, read_library
from pipeline.edge.progress import Progress
from pipeline.edge.records import write_records
from pipeline.jobs.desk import desk_of, pages_of, whole
from pipeline.jobs.lists import Text, opened
from pipeline.jobs.saving import write_lists
from pipeline.match.match import Situation
from pipeline.papers.assign import assign
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside, resolved
from pipeline.values.entry import Reading
from pipeline.values.failure import Failure, guarded
from pipeline.values.record import Paper
from pipeline.values.settings import Settings
from pipeline.values.text import Value
from pipeline.write.additions import (
    Asked,
    NotAddedError,
    added,
    asked,
    standing,
    unfound,
    withdrawn,
)
from pipeline.write.likeliest import GUESSED, guessed
from pipeline.write.sections import Section, SectionError, section_for


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
        results = [_at_its_line(one, lists.texts.get(one.list, "")) for one in self.results]
        return self.but(results=tuple(results)), [*records, *lists.written]

    def _refused(self, remarks: Sequence[str]) -> "Basket":
        why = " ".join(remarks)
        results = (
            one.but(outcome="refused", message=why, line=0, entry="") if one.outcome == "added"
            else one for one in self.results
        )  # fmt: skip
        return self.but(results=tuple(results))


def _at_its_line(result: Result, now: str) -> Result:
    """The result with the line at which its entry stands in a list that was changed meanwhile."""
    at = now.find(result.entry) if result.entry else -1
    if at < 0:
        return result
    line = now.count("\n", 0, at) + 1
    message = result.message.replace(f", line {result.line}", f", line {line}")
    return result.but(line=line, message=message)


def add(wish: Wish, settings: Settings, progress: Progress) -> Basket:
    """The list with these works in it, nothing written yet.

    If a service did not answer nothing is added: half an answer may name the wrong work.

    Raises:
        UserError: it is not clear which list, section or work is meant, or one cannot be read.

    """
    if wish.titles and len(wish.works) != len(wish.titles):
        raise UserError("--title is the title of one work. Add them one by one.")
    source = opened(target(wish.to, settings))
    before = read_library(settings.records)
    basket = Basket(
        source=source, reading=formats.read(source.document), before=before, library=before,
        section=wish.section, guess=wish.guess,
        elsewhere=tuple(elsewhere(settings, source.document.path)),
    )  # fmt: skip
    wanted = [
        asked(n, text, source.document.path, title)
        for n, (text, title) in enumerate(zip_longest(wish.works, wish.titles, fillvalue=""), 1)
    ]
    situations = _resolved(wanted, settings, progress)
    silent = tuple(sorted({name for s in situations for name in s.match.unavailable}))
    if silent:
        return basket.but(silent=silent, results=_silence(wanted, silent))
    for one, situation in zip(wanted, situations, strict=True):
        basket = _after(basket, one, situation)
    return basket.but(library=_whole(basket.library, before, settings, progress))


def _whole(library: Library, before: Library, settings: Settings, progress: Progress) -> Library:
    """The records, those that are new or changed with all numbers of their works."""
    known = {paper.id: paper for paper in before.papers}
    new = Library(papers=tuple(one for one in library.papers if one != known.get(one.id)))
    if not new.papers:
        return library
    with progress, desk_of(settings, progress) as desk:
        told = {paper.id: paper for paper in whole(new, desk, settings).papers}
    return Library(papers=tuple(told.get(paper.id, paper) for paper in library.papers))


def _after(basket: Basket, one: Asked, situation: Situation) -> Basket:
    """The list with this work in it, the reason why not, or what of ours broke."""
    if situation.failure is not None:
        return _noting(basket, _broken(one, situation.failure))
    done = guarded("write", _with, basket, one, situation)
    if isinstance(done, SectionError):
        how = "Name one with --section, by its name or number"
        raise UserError(str(done).replace("Name one", how)) from done
    return _noting(basket, _broken(one, done)) if isinstance(done, Failure) else done


def _broken(one: Asked, failure: Failure) -> Result:
    why = f"failed at the stage “{failure.stage}”, a bug of ours: {failure.error}"
    return Result(asked=one.text, outcome="failed", message=why)


def _resolved(
    wanted: Sequence[Asked], settings: Settings, progress: Progress
) -> tuple[Situation, ...]:
    with progress, desk_of(settings, progress) as desk:
        outside = Outside(desk.heard, look=pages_of(settings))
        return resolved([one.entry for one in wanted], outside)


def target(to: str, settings: Settings) -> str:
    """The list that is meant.

    Raises:
        UserError: none is named, and the settings do not have just one.

    """
    if to:
        return to
    if len(settings.lists) == 1:
        return settings.lists[0]
    lists = " or ".join(settings.lists[:4]) or "README.md"
    raise UserError(f"Say which list: --to {lists}, or set `lists` in errata.toml.")


def elsewhere(settings: Settings, path: str) -> Iterator[Reading]:
    """The other lists of the settings, as far as they are there."""
    for name in settings.lists:
        if name not in (path, "-") and Path(name).is_file():
            yield formats.read(opened(name).document)


def _silence(wanted: Sequence[Asked], silent: Sequence[str]) -> tuple[Result, ...]:
    why = f"{', '.join(silent)} did not answer. Nothing was written; try again later."
    return tuple(Result(asked=one.text, outcome="not-verified", message=why) for one in wanted)


def _with(basket: Basket, one: Asked, situation: Situation) -> Basket | SectionError:
    """The list with this work in it, or the reason why not."""
    result = Result(asked=one.text, outcome="not-found", message=unfound(one, situation))
    paper = assign(basket.library, (situation,), set()).papers[0]
    if result.message or paper is None:
        return _noting(basket, result)
    there = standing(paper, (basket.reading, *basket.elsewhere))
    if there is not None:
        where = f"it already stands in {there.path}, line {there.line}."
        known = result.but(list=there.path, line=there.line, title=paper.work.title)
        return _noting(basket, known.but(outcome="duplicate", message=where))
    if gone := withdrawn(situation, paper):
        return _noting(basket, result.but(outcome="refused", message=gone))
    try:
        section = section_for(basket.reading, paper.work, basket.section)
    except SectionError as error:
        guess = guessed(basket.reading, paper.work) if basket.guess else None
        return _put(basket, one, situation, guess, f" ({GUESSED})") if guess else error
    return _put(basket, one, situation, section)


def _noting(basket: Basket, result: Result) -> Basket:
    return basket.but(results=(*basket.results, result))


def _put(
    basket: Basket, one: Asked, situation: Situation, section: Section, why: str = ""
) -> Basket:
    written = situation.entry.but(section=section.path)
    here = situation.but(written=written)
    assigned = assign(basket.library, (here,), set())
    paper = assigned.papers[0]
    assert paper is not None  # noqa: S101  the caller has looked
    result = Result(
        asked=one.text, outcome="refused", message="", title=paper.work.title, record=paper.id,
        list=basket.source.document.path, section=section.path,
    )  # fmt: skip
    try:
        done = added(basket.reading, section, paper, one.url or _address(one, paper))
    except NotAddedError as error:
        return _noting(basket, result.but(message=f"{error}."))
    place = (f" under “{section.name}”" if section.name else "") + why
    message = f"added to {result.list}, line {done.line}{place}."
    result = result.but(outcome="added", message=message, line=done.line, entry=done.entry)
    return _noting(basket.but(reading=done.reading, library=assigned.library), result)


def _address(one: Asked, paper: Paper) -> str:
    return link_to(paper.work, [m.identifier for m in one.entry.mentions])
