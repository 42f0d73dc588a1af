"""A run over lists: every question asked, every entry judged; nothing is written."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline import formats
from pipeline.edge import configuration
from pipeline.edge.files import Source, UserError, read_library
from pipeline.edge.progress import Progress
from pipeline.jobs.desk import desk_of, pages_of, whole
from pipeline.jobs.read import now
from pipeline.papers.library import Library
from pipeline.resolve.outside import Outside
from pipeline.run import audit
from pipeline.values.audit import Audit, Audited, ServiceUse
from pipeline.values.entry import Reading
from pipeline.values.exits import BUG, SILENT, WRONG_CALL
from pipeline.values.finding import Finding, FixKind
from pipeline.values.identifiers import Identifier
from pipeline.values.question import Question
from pipeline.values.settings import Settings
from pipeline.values.text import Value
from pipeline.values.version import version


class Run(Value):
    """What a run over lists found, before anything is written."""

    sources: tuple[Source, ...]
    audit: Audit
    before: Library
    """The records as they were."""
    library: Library
    """The records as they should be."""


def check(
    sources: Sequence[Source], settings: Settings, progress: Progress, *, watching: bool = False
) -> Run:
    """What is wrong in lists that were read, from wherever: a file, an older commit.

    ``watching``: only what became of the works that the entries' identifiers name; the records
    that follow from so little are for nobody to write.
    """
    return _checked(sources, settings, progress, Manner(watching=watching))


def check_to_write(sources: Sequence[Source], settings: Settings, progress: Progress) -> Run:
    """The same, to be written: nobody is accused on the word of a local index alone.

    Raises:
        UserError: there is an index, and the services may not be asked.

    """
    if settings.index and settings.offline:
        raise UserError(
            "What an index alone says is asked of the services before it is written. Leave out "
            "--offline, or the index; `errata check` reports without asking."
        )
    run = _checked(sources, settings, progress, Manner(keeping=True))
    anew = _accused(run) if settings.index else frozenset()
    if not anew:
        return run
    return _checked(sources, settings, progress, Manner(anew=anew, keeping=True))


def _accused(run: Run) -> frozenset[Identifier]:
    """The works on whose records something would be said of an entry that can be written."""
    return frozenset(
        identifier
        for audited in run.audit.audited
        if audited.match and any(finding.fix is not FixKind.NONE for finding in _all(audited))
        for candidate in (*audited.match.evidence, *audited.match.linked)
        for identifier in candidate.work.identifiers
    )


def _all(audited: Audited) -> tuple[Finding, ...]:
    return (*audited.findings, *audited.habitual)


class Manner(NamedTuple):
    """How a run asks."""

    watching: bool = False
    """Only what the entries' identifiers name."""
    anew: frozenset[Identifier] = frozenset()
    """Of these works the services themselves, not the index."""
    keeping: bool = False
    """The records will be written: with all numbers of their works."""


def _checked(
    sources: Sequence[Source], settings: Settings, progress: Progress, manner: Manner
) -> Run:
    library = read_library(settings.records)
    settings, notes = configuration.expired(settings, now().date())
    with progress:
        readings = _read(sources, progress)
        with desk_of(settings, progress, manner.anew) as desk:

            def foresee(questions: frozenset[Question]) -> None:
                progress.foretell(desk.estimate(questions))

            outside = Outside(
                desk.heard,
                foresee,
                pages_of(settings),
                manner.watching,
                progress.doing,
                desk.besides,
            )
            outcome = audit(readings, library, outside, settings)
            known = whole(outcome.library, desk, settings) if manner.keeping else outcome.library
            use = desk.use()
    full_audit = Audit(
        version=version(), generated=now(),
        complete=not any(a.match and a.match.unavailable for a in outcome.audited),
        services=use, readings=outcome.readings, audited=outcome.audited,
        habits=outcome.habits,
        notes=(*notes, *_advice(settings, use)),
    )  # fmt: skip
    return Run(sources=tuple(sources), audit=full_audit, before=library, library=known)


def _read(sources: Sequence[Source], progress: Progress) -> list[Reading]:
    readings = []
    for source in sources:
        progress.doing(f"reading {source.document.path}")
        readings.append(formats.read(source.document))
    return readings


def _advice(settings: Settings, use: dict[str, ServiceUse]) -> tuple[str, ...]:
    asked = any(u.asked for name, u in use.items() if name in ("crossref", "pubmed"))
    if settings.mailto or not asked:
        return ()
    gain = "gives three times the speed at Crossref"
    return (
        f"No contact address: asked at the slower public pace. --mailto you@example.org {gain}.",
    )


def status(audit: Audit, settings: Settings) -> int:
    """0 nothing at or above the threshold, 1 findings, 3 a service did not answer, 70 our bug.

    2 if nothing was read at all: that is nobody's clean list.
    """
    if audit.failed:
        return BUG
    if not audit.audited:
        return WRONG_CALL
    if not audit.complete:
        return SILENT
    rank = ("error", "warning", "notice")
    threshold = settings.threshold()
    if threshold is None:
        return 0
    worst = rank[: rank.index(threshold.value) + 1]
    return int(any(f.severity.value in worst for a in audit.audited for f in a.findings))
