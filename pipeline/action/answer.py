"""What an intake answers in the issue, and the pull request it opens.

Nothing of the issue stands in a title, a branch or a commit message: "fixes #1" in one of those
would close an issue. In a comment it is shown inert.
"""

from typing import Literal

from pipeline.action.block import block
from pipeline.action.form import Wish
from pipeline.reports.markup import inert
from pipeline.values.text import Value
from pipeline.write.likeliest import GUESSED

MARK = "<!-- errata: answer -->"
"""First line of our comment: the next answer takes its place."""

LONGEST_SAID = 10_000
"""Characters of what ``errata add`` says that an answer repeats."""


class IssueAnswer(Value):
    """What became of a wish."""

    issue: int
    outcome: Literal["added", "missing", "wrong", "silent"]
    """Written; not found, or there already; not to be understood; a service did not answer."""
    paper: str = ""
    said: str = ""
    """What ``errata add`` printed, or what is missing in the form."""
    files: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    """The lines that came into the list."""

    @property
    def branch(self) -> str:
        """The branch of this issue's pull request."""
        return f"errata/issue-{self.issue}"


OUTCOMES: dict[int, Literal["added", "missing", "wrong", "silent"]] = {
    0: "added", 1: "missing", 2: "wrong", 3: "silent",
}  # fmt: skip
"""Exit status of ``errata add`` -> what it means."""


def command(wish: Wish, to: str) -> tuple[str, ...]:
    """The arguments of ``errata``: what a stranger typed can never be taken for an option."""
    section = (f"--section={wish.section}",) if wish.section else ("--guess",)
    return ("add", f"--to={to}", *section, "--", wish.paper)


def message(answer: IssueAnswer) -> str:
    """The commit message."""
    return f"Add the paper asked for in #{answer.issue}\n"


def title(answer: IssueAnswer) -> str:
    """The pull request's title."""
    return f"Add the paper of #{answer.issue}"


def body(answer: IssueAnswer, run_url: str) -> str:
    """The pull request's text."""
    parts = [
        f"Closes #{answer.issue}",
        f"Asked for: {inert(answer.paper)}",
        block(answer.added),
        _GUESS if GUESSED in answer.said else "",
        f"[How it was found]({run_url})",
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


_GUESS = (
    "No section was named. It was put beside the entries most like it; a section named in the "
    "issue, or the line moved here, puts it right."
)
_RETRY = "Edit the issue to correct it."
_OPENINGS = {
    "missing": f"This could not be added as it stands. {_RETRY}",
    "wrong": f"This could not be understood. {_RETRY}",
    "silent": "A service did not answer, so nothing was concluded. Edit the issue to try again.",
    "added": "Nothing had to be added.",
}


def comment(answer: IssueAnswer, pull_url: str = "") -> str:
    """The comment in the issue; ``pull_url`` where a pull request stands open."""
    if answer.outcome == "added" and pull_url:
        return f"{MARK}\n\nThe entry is complete: {pull_url}\n"
    text = block(answer.said[:LONGEST_SAID].splitlines())
    return "\n\n".join(filter(None, [MARK, _OPENINGS[answer.outcome], text])) + "\n"
