"""The scheduled run: `ticked` reads what is wanted, `schedule` corrects, `propose` proposes.

`schedule`, which reads lists and services, has no token.
"""

import contextlib
import sys

from pipeline import reports
from pipeline.action.edge import git, runs
from pipeline.action.edge.github import GitHub, Pull
from pipeline.action.edge.runner import Told, Variables, clear, command, hand_over, handed_over
from pipeline.action.event import ActionError, Where, where
from pipeline.action.proposal import (
    TRAILER,
    Kind,
    Plan,
    Proposal,
    Standing,
    Ticked,
    Written,
    decide,
    is_ours,
    marked,
    proposal,
    unmarked,
)  # fmt: skip
from pipeline.action.proposal import ticked as ticked_in
from pipeline.jobs.check import Run
from pipeline.jobs.correct import Corrected, corrected, save
from pipeline.values.exits import BUG
from pipeline.write.applying import Accepted

BRANCH = "errata/corrections"

SILENT = (
    "A service did not answer, so nothing was proposed, changed or closed. The next run asks "
    "again. A service that you do not need can be turned off in the settings."
)


def schedule(variables: Variables) -> Told:
    """The lists corrected in the work tree, and what `propose` needs to know."""
    place, called = where(variables), runs.call()
    wanted = handed_over(variables, "ticked", Ticked) or Ticked()
    clear(variables, "proposal")
    done = runs.run_of(called.sources(), called)
    report = runs.keep_reports(done.audit, variables)
    outputs = runs.numbers(done.audit) | {"report": str(report)}
    said = Told(outputs=outputs, summary=runs.page(done.audit, place))
    if not done.audit.complete:
        return said.but(commands=(command("notice", SILENT),))
    after = corrected(done, Accepted(ids=wanted.ids))
    found = _proposal(done, after, called, place, wanted)
    hand_over(variables, "proposal", found)
    sys.stdout.write(reports.told("text", done.audit).text)
    outputs |= {"changed": str(bool(found.files)).lower()}
    told = (*runs.unread(after.audit), *runs.broken(after.audit))
    return said.but(outputs=outputs, commands=told)


def _proposal(
    done: Run, after: Corrected, called: runs.Call, place: Where, wanted: Ticked
) -> Proposal:
    """Everything that is sure or wanted is written; then the difference is taken."""
    save(done, after, called.settings)
    files = git.changed(called.paths)
    diff = ""
    if files:
        diff = git.difference("HEAD", git.committed(files, "The difference only.\n"), files)
    written = Written(files=files, diff=diff, accepted=wanted.ids)
    made = proposal(done.audit, written, called.lists, place.run_url)
    return made.but(failed=len(after.audit.failed))


def ticked(variables: Variables) -> Told:
    """The boxes that are ticked in the pull request that stands open."""
    place, token = where(variables), variables.get("ERRATA_TOKEN", "")
    with GitHub(place, token) as github:
        pulls = github.pulls(variables.get("ERRATA_BRANCH") or BRANCH)
    bodies = [pull.body for pull in pulls if pull.open]
    found = ticked_in(bodies[0]) if bodies else Ticked()
    hand_over(variables, "ticked", found)
    return Told()


def propose(variables: Variables) -> Told:
    """The pull request opened, brought up to date, closed, or left alone."""
    place, found = where(variables), handed_over(variables, "proposal", Proposal)
    if found is None:
        return Told(outputs={"state": "unchanged"})
    told = _proposed(variables, place, found)
    return told.but(status=BUG) if found.failed else told


def _proposed(variables: Variables, place: Where, found: Proposal) -> Told:
    name = variables.get("ERRATA_BRANCH") or BRANCH
    if name == place.ref_name or not git.succeeds("check-ref-format", "--branch", name):
        raise ActionError("The input `branch` must be the name of a branch for Errata alone.")
    token = variables.get("ERRATA_TOKEN", "")
    with GitHub(place, token) as github:
        return _Scene(place, found, name, github, git.authorised(place.server_url, token)).play()


class _Scene:
    """One proposal before GitHub as it stands."""

    def __init__(
        self, place: Where, found: Proposal, name: str, github: GitHub, access: dict[str, str]
    ) -> None:
        self.place, self.found, self.name = place, found, name
        self.github, self.access = github, access
        self.branch = git.branch(name, access)
        self.pulls = github.pulls(name)
        self.commit = git.committed(found.files, _message(found)) if found.files else ""

    def play(self) -> Told:
        """What was done, for the log and the outputs."""
        open_pull = next((pull for pull in self.pulls if pull.open), None)
        plan = decide(self.found.prints, self._standing(open_pull))
        if plan.push:
            git.push(self.commit, self.name, self.branch, self.access)
        done = self._done(plan, open_pull)
        outputs = {"state": _STATES[plan.deed]}
        if done:
            outputs |= {"pull-request-number": str(done.number), "pull-request-url": done.url}
        said = f"{plan.why} {done.url if done else ''}".strip()
        return Told(commands=(said,), outputs=outputs, summary=f"{said}\n")

    def _standing(self, open_pull: Pull | None) -> Standing:
        closed = [marked(p.body) for p in self.pulls if not p.open and not p.merged]
        return Standing(
            open=marked(open_pull.body) if open_pull else None,
            number=open_pull.number if open_pull else 0,
            refused=frozenset(prints.changes for prints in closed if prints),
            branch=self._kind(),
        )

    def _kind(self) -> Kind:
        if not self.branch.tip:
            return "absent"
        if not is_ours(self.branch.message):
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
        if open_pull and plan.deed == "close":
            why = f"{plan.why} [What was looked at]({self.place.run_url})"
            self.github.comment(open_pull.number, why)
            self.github.edit(open_pull.number, state="closed", body=unmarked(open_pull.body))
            with contextlib.suppress(ActionError):  # a protected branch may stay
                git.deleted(self.name, self.branch, self.access)
            return None
        return open_pull


_STATES = {"open": "opened", "update": "updated", "close": "closed", "nothing": "unchanged"}


def _message(found: Proposal) -> str:
    return f"{found.title}\n\n{TRAILER}: {found.prints.changes}\n"
