"""The check of a pull request: what its change brings in, at the entries that it touches.

It needs no token and writes nothing, so it is safe for a change from a fork.
"""

from pipeline import reports
from pipeline.action import suggestion
from pipeline.action.edge import git, runs
from pipeline.action.edge.runner import StepOutcome, Variables, command, event
from pipeline.action.event import request, where
from pipeline.action.hunks import Hunk, hunks
from pipeline.action.review import Review, review
from pipeline.action.summary import summary, verdict
from pipeline.edge.files import BOM, Source
from pipeline.values.audit import Audit
from pipeline.values.entry import Document

SILENT = "A service did not answer; where it mattered, nothing is held against this change."


def check(variables: Variables) -> StepOutcome:
    """Annotations, a summary, and 1 if the change brings in what the settings forbid."""
    place, pull, called = where(variables), request(event(variables)), runs.call()
    base = git.parting(pull.base_sha, "HEAD")
    old_names = git.renamed(base, "HEAD")
    changes = {path: _hunks(base, old_names.get(path, path), path) for path in called.lists}
    if not any(changes.values()):
        text = "This change touches none of the lists."
        return StepOutcome(commands=(text,), summary=f"{text}\n", outputs={"brought": "0"})
    after = runs.run_of(called.sources(), called)
    before = runs.run_of(
        [old for path in called.lists if (old := _old(base, old_names.get(path, path), path))],
        called,
    )  # fmt: skip
    reviewed = review(before.audit, after.audit, changes)
    threshold = called.settings.threshold()
    lines = suggestion.suggestions(after.audit.readings, reviewed.audit.audited)
    report = runs.keep_reports(after.audit, variables)
    forbidden = reviewed.at_least(threshold)
    return StepOutcome(
        status=int(bool(forbidden)),
        commands=(*runs.unread(after.audit), *_commands(reviewed, verdict(reviewed, threshold))),
        summary=summary(reviewed, threshold, lines, f"{place.run_url}#artifacts"),
        outputs=runs.numbers(after.audit)
        | {"brought": str(len(reviewed.news())), "report": str(report)},
    )


def _commands(reviewed: Review, text: str) -> tuple[str, ...]:
    silent = () if reviewed.audit.complete else (command("notice", SILENT),)
    phrase = (
        reports.rendered("github", _from_top(reviewed.audit)).text if reviewed.audit.audited else ""
    )
    shown = phrase.splitlines()
    return (*shown, *silent, text)


def _from_top(audit: Audit) -> Audit:
    """The audit with the paths that GitHub knows: from the top of the repository."""
    above = git.prefix()
    return audit.but(
        audited=tuple(
            audited.but(entry=audited.entry.but(path=f"{above}{audited.entry.path}"))
            for audited in audit.audited
        )
    )


def _hunks(base: str, old: str, path: str) -> tuple[Hunk, ...]:
    """What the change wrote in this list; all of it where it is new."""
    now = git.content("HEAD", path)
    if now is None:
        return ()
    if git.content(base, old) is None:
        return (Hunk(old=0, old_count=0, new=1, new_count=now.count(b"\n") + 1),)
    return hunks(git.difference(f"{base}:./{old}", f"HEAD:./{path}"))


def _old(base: str, old: str, path: str) -> Source | None:
    """The list as it was, under the name that it has now; None if it was not, or was no text."""
    raw = git.content(base, old)
    try:
        text = raw.decode("utf-8") if raw is not None else None
    except UnicodeDecodeError:
        return None
    if text is None:
        return None
    return Source(
        document=Document(path=path, text=text.removeprefix(BOM)), bom=text.startswith(BOM)
    )
