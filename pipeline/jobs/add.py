"""Works added to a list: complete entries from addresses, DOIs, arXiv ids, PMIDs or titles."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from pipeline import formats
from pipeline.checks.link import link_to
from pipeline.edge.files import UserError, read_library
from pipeline.edge.progress import Progress
from pipeline.jobs.basket import Basket, Result, Wish
from pipeline.jobs.desk import desk_of, pages_of, whole
from pipeline.jobs.lists import opened
from pipeline.match.situation import Situation
from pipeline.papers.assign import assign
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside, resolved
from pipeline.values.entry import Reading
from pipeline.values.failure import Failure, guarded
from pipeline.values.record import Paper
from pipeline.values.settings import Settings
from pipeline.write.additions import NotAddedError, added, standing
from pipeline.write.likeliest import GUESSED, guessed
from pipeline.write.requested_entry import Asked, asked, unfound, withdrawn
from pipeline.write.section_choice import SectionError, section_for
from pipeline.write.sections import Section


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
    for request, situation in zip(wanted, situations, strict=True):
        basket = _after(basket, request, situation)
    return basket.but(library=_whole(basket.library, before, settings, progress))


def _whole(library: Library, before: Library, settings: Settings, progress: Progress) -> Library:
    """The records, those that are new or changed with all numbers of their works."""
    known = {paper.id: paper for paper in before.papers}
    new = Library(papers=tuple(paper for paper in library.papers if paper != known.get(paper.id)))
    if not new.papers:
        return library
    with progress, desk_of(settings, progress) as desk:
        by_id = {paper.id: paper for paper in whole(new, desk, settings).papers}
    return Library(papers=tuple(by_id.get(paper.id, paper) for paper in library.papers))


def _after(basket: Basket, request: Asked, situation: Situation) -> Basket:
    """The list with this work in it, the reason why not, or what of ours broke."""
    if situation.failure is not None:
        return _noting(basket, _broken(request, situation.failure))
    done = guarded("write", _with, basket, request, situation)
    if isinstance(done, SectionError):
        how = "Name one with --section, by its name or number"
        raise UserError(str(done).replace("Name one", how)) from done
    return _noting(basket, _broken(request, done)) if isinstance(done, Failure) else done


def _broken(request: Asked, failure: Failure) -> Result:
    why = f"failed at the stage “{failure.stage}”, a bug of ours: {failure.error}"
    return Result(asked=request.text, outcome="failed", message=why)


def _resolved(
    wanted: Sequence[Asked], settings: Settings, progress: Progress
) -> tuple[Situation, ...]:
    with progress, desk_of(settings, progress) as desk:
        outside = Outside(desk.heard, look=pages_of(settings))
        return resolved([request.entry for request in wanted], outside)


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
    return tuple(
        Result(asked=request.text, outcome="not-verified", message=why) for request in wanted
    )


def _with(basket: Basket, request: Asked, situation: Situation) -> Basket | SectionError:
    """The list with this work in it, or the reason why not."""
    result = Result(asked=request.text, outcome="not-found", message=unfound(request, situation))
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
        return _put(basket, request, situation, guess, f" ({GUESSED})") if guess else error
    return _put(basket, request, situation, section)


def _noting(basket: Basket, result: Result) -> Basket:
    return basket.but(results=(*basket.results, result))


def _put(
    basket: Basket, request: Asked, situation: Situation, section: Section, why: str = ""
) -> Basket:
    written = situation.entry.but(section=section.path)
    here = situation.but(written=written)
    assigned = assign(basket.library, (here,), set())
    paper = assigned.papers[0]
    assert paper is not None  # noqa: S101  the caller has looked
    result = Result(
        asked=request.text, outcome="refused", message="", title=paper.work.title, record=paper.id,
        list=basket.source.document.path, section=section.path,
    )  # fmt: skip
    try:
        done = added(basket.reading, section, paper, request.url or _address(request, paper))
    except NotAddedError as error:
        return _noting(basket, result.but(message=f"{error}."))
    place = (f" under “{section.name}”" if section.name else "") + why
    message = f"added to {result.list}, line {done.line}{place}."
    result = result.but(outcome="added", message=message, line=done.line, entry=done.entry)
    return _noting(basket.but(reading=done.reading, library=assigned.library), result)


def _address(request: Asked, paper: Paper) -> str:
    own = link_to(paper.work, [m.identifier for m in request.entry.mentions[:1]])
    return own or next((link.url for link in request.entry.links), "")
