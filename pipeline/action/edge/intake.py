"""The issue form: `intake` completes the entry, without a token; `answer` tells what became of it.

`errata add` runs as a process of its own, with a list of arguments.
"""

import subprocess
import sys

from pipeline.action import answer as words
from pipeline.action.answer import OUTCOMES, IssueAnswer
from pipeline.action.body import LONGEST_BODY
from pipeline.action.edge import git, runs
from pipeline.action.edge.github import GitHub, Pull
from pipeline.action.edge.runner import (
    StepOutcome,
    Variables,
    clear,
    command,
    event,
    hand_over,
    handed_over,
)  # fmt: skip
from pipeline.action.event import ActionError, Issue, Where, issue, where
from pipeline.action.form import FormError, Wish, is_form, wish
from pipeline.action.proposal import TRAILER, is_ours

LONGEST_S = 900

_SECRETS = ("ERRATA_TOKEN", "GITHUB_TOKEN", "GH_TOKEN")


def intake(variables: Variables) -> StepOutcome:
    """The entry written in the work tree, or what is missing."""
    clear(variables, "answer")
    asked = issue(event(variables))
    if not is_form(asked.body):
        return StepOutcome(commands=("This issue was not made with the form.",))
    reply = _answer(asked, variables)
    hand_over(variables, "answer", reply)
    silent = (command("notice", "A service did not answer."),) if reply.outcome == "silent" else ()
    return StepOutcome(commands=silent, outputs={"outcome": reply.outcome})


def _answer(asked: Issue, variables: Variables) -> IssueAnswer:
    try:
        wanted = wish(asked.body)
        called = runs.call()
        to = _list(wanted, called.lists)
    except FormError as error:
        return IssueAnswer(issue=asked.number, outcome="wrong", said=str(error))
    status, text = _add(words.command(wanted, to), variables)
    reply = IssueAnswer(
        issue=asked.number, outcome=OUTCOMES[status], paper=wanted.paper, said=text
    )  # fmt: skip
    if reply.outcome != "added":
        return reply
    files = git.changed((to, called.settings.records))
    diff = git.difference("HEAD", git.committed(files, "The difference only.\n"), [to])
    added = [line[1:].rstrip("\r") for line in diff.split("\n")[4:] if line.startswith("+")]
    return reply.but(files=files, added=tuple(added))


def _list(wanted: Wish, lists: tuple[str, ...]) -> str:
    """The list that the paper is for."""
    if not wanted.list and lists:
        return lists[0]
    if wanted.list in lists:
        return wanted.list
    raise FormError(f"There is no such list here. There are: {', '.join(lists)}.")


def _add(arguments: tuple[str, ...], variables: Variables) -> tuple[int, str]:
    """Exit status and words of ``errata add``.

    Raises:
        RuntimeError: it ended by a bug of ours.

    """
    clean = {name: value for name, value in variables.items() if name not in _SECRETS}
    clean["NO_COLOR"] = "1"
    try:
        done = subprocess.run(  # noqa: S603  no shell; what was typed is one argument behind "--"
            [sys.executable, "-I", "-m", "pipeline", *arguments],
            env=clean, capture_output=True, check=False, timeout=LONGEST_S,
            encoding="utf-8", errors="replace", stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return 3, ""
    sys.stderr.write(done.stdout + done.stderr)
    if done.returncode not in OUTCOMES:
        raise RuntimeError(f"errata add ended with status {done.returncode}")
    return done.returncode, "\n".join(filter(None, (done.stdout.strip(), done.stderr.strip())))


def answer(variables: Variables) -> StepOutcome:
    """The pull request with the entry, and one comment in the issue."""
    place, reply = where(variables), handed_over(variables, "answer", IssueAnswer)
    if reply is None:
        return StepOutcome()
    token = variables.get("ERRATA_TOKEN", "")
    with GitHub(place, token) as github:
        pull = _pull(place, reply, github, token) if reply.files else None
        _comment(github, reply.issue, words.comment(reply, pull.url if pull else ""))
    if pull is None:
        return StepOutcome()
    return StepOutcome(
        outputs={"pull-request-number": str(pull.number), "pull-request-url": pull.url}
    )


def _pull(place: Where, reply: IssueAnswer, github: GitHub, token: str) -> Pull:
    """The issue's pull request, with this entry unless somebody has worked on it."""
    access = git.authorised(place.server_url, token)
    over = git.branch(reply.branch, access)
    pulls = github.pulls(reply.branch)
    standing = next((pull for pull in pulls if pull.open), None)
    if over.tip and not is_ours(over.message):
        if standing:
            return standing
        raise ActionError(f"The branch {reply.branch} holds somebody's work; it is left as it is.")
    commit = git.committed(reply.files, f"{words.message(reply)}\n{TRAILER}: {reply.issue}\n")
    git.push(commit, reply.branch, over, access)
    body = words.body(reply, place.run_url)[:LONGEST_BODY]
    if standing is None:
        return github.open(words.title(reply), body, reply.branch)
    github.edit(standing.number, body=body)
    return standing


def _comment(github: GitHub, number: int, text: str) -> None:
    """Our one comment: the next answer takes the place of the last."""
    ours = [(at, body) for at, body in github.comments(number) if body.startswith(words.MARK)]
    if not ours:
        github.comment(number, text)
    elif ours[0][1].replace("\r\n", "\n").strip() != text.strip():
        github.edit_comment(ours[0][0], text)
