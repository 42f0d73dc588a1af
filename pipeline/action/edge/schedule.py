"""The scheduled run: `ticked` reads what is wanted, `schedule` corrects, `propose` proposes.

`schedule`, which reads lists and services, has no token.
"""

import contextlib
import sys
from pathlib import Path

from pipeline import reports
from pipeline.action.body import Words, body, kept, message, title
from pipeline.action.boxes import afresh
from pipeline.action.choice import Asked, Choice, Wanted, choice, without
from pipeline.action.edge import git, runs
from pipeline.action.edge.github import GitHub, Pull
from pipeline.action.edge.runner import (
    StepOutcome,
    Variables,
    clear,
    command,
    hand_over,
    handed_over,
)
from pipeline.action.event import ActionError, Where, where
from pipeline.action.proposal import (
    Fingerprints,
    Kind,
    Plan,
    Proposal,
    Standing,
    decide,
    fingerprints,
    is_ours,
    marked,
    unmarked,
    wanted,
)  # fmt: skip
from pipeline.edge.files import write
from pipeline.jobs.check import Run
from pipeline.jobs.correct import Corrected, save
from pipeline.reports.overview import findings
from pipeline.reports.plain import counted
from pipeline.reports.since import compared, seen
from pipeline.values.exits import BUG
from pipeline.values.finding import FixKind
from pipeline.values.settings import Settings

BRANCH = "errata/corrections"

SILENT = (
    "A service did not answer, so nothing was proposed, changed or closed. The next run asks "
    "again. A service that you do not need can be turned off in the settings."
)


def schedule(variables: Variables) -> StepOutcome:
    """The lists corrected in the work tree, and what `propose` needs to know."""
    place, called = where(variables), runs.call()
    said_before = handed_over(variables, "ticked", Wanted) or Wanted()
    clear(variables, "proposal")
    done = _known(runs.run_of(called.sources(), called), called.settings, place)
    report = runs.keep_reports(done.audit, variables)
    outputs = runs.numbers(done.audit) | {"report": str(report)}
    outcome = StepOutcome(outputs=outputs, summary=runs.page(done.audit, place))
    if not done.audit.complete:
        return outcome.but(commands=(command("notice", SILENT),))
    write(_last(called.settings), seen(done.audit))
    chosen = choice(done.audit, said_before, called.settings.proposals.corrections)
    # Of a refused finding nothing may follow, not even that wrong decoding is repaired.
    offered = done.but(audit=without(done.audit, said_before.refused))
    after = runs.corrected_by(offered, chosen.ids())
    proposal = _proposal(offered, after, chosen, called, place)
    hand_over(variables, "proposal", proposal)
    sys.stdout.write(reports.rendered("text", done.audit, whole=False).text)
    outputs |= {"changed": str(bool(proposal.files)).lower()}
    texts = (*runs.unread(done.audit), *runs.broken(done.audit))
    return outcome.but(outputs=outputs, commands=texts)


def _last(settings: Settings) -> Path:
    """What the last complete report said: beside the answers, which are kept from run to run."""
    return Path(settings.cache) / "answers" / "last-report.json"


def _known(run: Run, settings: Settings, place: Where) -> Run:
    """The run, knowing where its lists stand and what the last report said."""
    last = _last(settings)
    before = last.read_text(encoding="utf-8", errors="replace") if last.is_file() else ""
    home = f"{place.server_url}/{place.repository}/blob/{git.git('rev-parse', 'HEAD').strip()}"
    audit = run.audit.but(home=f"{home}/{git.prefix()}".rstrip("/"))
    return run.but(audit=compared(audit, before))


def _proposal(
    done: Run, after: Corrected, chosen: Choice, called: runs.Call, place: Where
) -> Proposal:
    """What is proposed is written; then the difference is taken, and the commits are made."""
    save(done, after, _recorded(called.settings, after))
    files = git.changed(called.paths)
    prints = _prints(files, done, chosen)
    lists = tuple(name for name in called.lists if name in files)
    records = len(files) - len(lists)
    words = Words(audit=after.audit, choice=chosen, records=records, run_url=place.run_url)
    return Proposal(
        title=title(words), body=body(words, prints), files=files, lists=lists, prints=prints,
        commit=_commits(done, chosen, files, lists, prints) if files else "",
        failed=len(after.audit.failed),
    )  # fmt: skip


def _recorded(settings: Settings, after: Corrected) -> Settings:
    """The settings without records, where none are to be proposed."""
    policy = settings.proposals.records
    corrects = any(text.changes for text in after.texts)
    wanted_too = policy == "always" or (policy == "with-corrections" and corrects)
    return settings if wanted_too else settings.but(records="")


def _prints(files: tuple[str, ...], done: Run, chosen: Choice) -> Fingerprints:
    diff = ""
    if files:
        diff = git.difference("HEAD", git.committed(files, "The difference only.\n"), files)
    sure = {finding.id for finding in findings(done.audit) if finding.fix is FixKind.AUTO}
    return fingerprints(diff, done.audit, chosen.ids() - sure)


def _commits(
    done: Run, chosen: Choice, files: tuple[str, ...], lists: tuple[str, ...], prints: Fingerprints
) -> str:  # fmt: skip
    """The last of the commits, one for each kind of correction and one for the records."""
    stages = chosen.stages() or [("Repair the text", chosen.ids())] if lists else []
    records = tuple(name for name in files if name not in lists)
    parts = len(stages) + bool(records)
    final = {name: Path(name).read_bytes() for name in lists}
    parent = "HEAD"
    for part, (text, ids) in enumerate(stages, 1):
        if part < len(stages):
            _write(runs.corrected_by(done, ids))
        else:
            for name, data in final.items():
                Path(name).write_bytes(data)
        parent = git.committed(lists, message(text, prints, part, parts), parent)
    if records:
        text = f"Write {counted(len(records), 'record')}"
        parent = git.committed(records, message(text, prints, parts, parts), parent)
    return parent


def _write(some: Corrected) -> None:
    """The lists as they are between two commits: the last one has what was saved."""
    for text in some.texts:
        if text.changes:
            Path(text.path).write_bytes(text.whole.encode("utf-8", "surrogateescape"))


def ticked(variables: Variables) -> StepOutcome:
    """What people have said in the pull requests: boxes ticked and unticked, requests closed."""
    place, token = where(variables), variables.get("ERRATA_TOKEN", "")
    with GitHub(place, token) as github:
        pulls = github.pulls(variables.get("ERRATA_BRANCH") or BRANCH)
    asked = [
        Asked(number=pull.number, body=pull.body, open=pull.open, merged=pull.merged)
        for pull in pulls
    ]
    hand_over(variables, "ticked", wanted(asked))
    return StepOutcome()


def propose(variables: Variables) -> StepOutcome:
    """The pull request opened, brought up to date, closed, or left alone."""
    place, proposal = where(variables), handed_over(variables, "proposal", Proposal)
    if proposal is None:
        return StepOutcome(outputs={"state": "unchanged"})
    outcome = _proposed(variables, place, proposal)
    return outcome.but(status=BUG) if proposal.failed else outcome


def _proposed(variables: Variables, place: Where, proposal: Proposal) -> StepOutcome:
    name = variables.get("ERRATA_BRANCH") or BRANCH
    if name == place.ref_name or not git.succeeds("check-ref-format", "--branch", name):
        raise ActionError("The input `branch` must be the name of a branch for Errata alone.")
    token = variables.get("ERRATA_TOKEN", "")
    with GitHub(place, token) as github:
        return _Scene(place, proposal, name, github, git.authorised(place.server_url, token)).play()


class _Scene:
    """One proposal before GitHub as it stands."""

    def __init__(
        self, place: Where, proposal: Proposal, name: str, github: GitHub, access: dict[str, str]
    ) -> None:
        self.place, self.found, self.name = place, proposal, name
        self.github, self.access = github, access
        self.branch = git.branch(name, access)
        self.pulls = github.pulls(name)
        self.commit = proposal.commit

    def play(self) -> StepOutcome:
        """What was done, for the log and the outputs."""
        open_pull = next((pull for pull in self.pulls if pull.open), None)
        plan = decide(self.found.prints, self._standing(open_pull))
        if plan.push:
            git.push(self.commit, self.name, self.branch, self.access)
        done = self._done(plan, open_pull)
        outputs = {"state": _STATES[plan.deed]}
        if done:
            outputs |= {"pull-request-number": str(done.number), "pull-request-url": done.url}
        text = f"{plan.why} {done.url if done else ''}".strip()
        return StepOutcome(commands=(text,), outputs=outputs, summary=f"{text}\n")

    def _standing(self, open_pull: Pull | None) -> Standing:
        closed = [marked(p.body) for p in self.pulls if not p.open and not p.merged]
        return Standing(
            open=marked(open_pull.body) if open_pull else None,
            number=open_pull.number if open_pull else 0,
            refused=frozenset(prints.changes for prints in closed if prints),
            branch=self._kind(),
            afresh=bool(open_pull and afresh(open_pull.body)),
        )

    def _kind(self) -> Kind:
        if not self.branch.tip:
            return "absent"
        if not is_ours(self.branch.message) or self.branch.committer != git.EMAIL:
            return "foreign"
        files = self.found.lists or self.found.files
        same = self.commit and git.succeeds(
            "diff", "--quiet", "--no-ext-diff", self.commit, self.branch.tip, "--", *files
        )
        return "same" if same else "ours"

    def _done(self, plan: Plan, open_pull: Pull | None) -> Pull | None:
        """The pull request that this run leaves open, if any."""
        title, body = self.found.title, self.found.body
        if plan.deed == "open":
            return self.github.open(title, body, self.name)
        if open_pull and plan.deed == "update":
            self.github.edit(open_pull.number, title=title, body=body)
        if open_pull and plan.deed == "keep":
            words = kept(open_pull.body, self.place.run_url)
            if words != open_pull.body:
                self.github.edit(open_pull.number, body=words)
        if open_pull and plan.deed == "close":
            why = f"{plan.why} [What was looked at]({self.place.run_url})"
            self.github.comment(open_pull.number, why)
            self.github.edit(open_pull.number, state="closed", body=unmarked(open_pull.body))
            with contextlib.suppress(ActionError):  # a protected branch may stay
                git.deleted(self.name, self.branch, self.access)
            return None
        return open_pull


_STATES = {
    "open": "opened", "update": "updated", "close": "closed", "keep": "unchanged",
    "nothing": "unchanged",
}  # fmt: skip
