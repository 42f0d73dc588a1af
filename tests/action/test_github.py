"""GitHub and git at arm's length: tries, messages, and where the token goes."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.action.edge import git
from pipeline.action.edge.github import GitHub
from pipeline.action.event import ActionError, Where, issue, request, where
from tests.action.conftest import Repository
from tests.action.runner import TOKEN, run
from tests.action.stand_in import REPOSITORY
from tests.action.stand_in import GitHub as StandIn

VARIABLES = {"GITHUB_REPOSITORY": REPOSITORY, "GITHUB_REF_NAME": "main", "GITHUB_RUN_ID": "1"}


@pytest.fixture
def place(github: StandIn) -> Where:
    github.permissions = {"pull-requests": "write"}
    return where(VARIABLES | {"GITHUB_API_URL": github.url})


@pytest.fixture
def client(place: Where) -> Iterator[GitHub]:
    with GitHub(place, TOKEN, pause_s=0) as opened:
        yield opened


def test_what_can_be_said_twice_is_tried_again(github: StandIn, client: GitHub) -> None:
    github.broken = 2
    assert client.pulls("errata/corrections") == ()
    assert len(github.log) == 3


def test_a_pull_request_is_asked_for_once(github: StandIn, client: GitHub) -> None:
    github.broken = 1
    with pytest.raises(ActionError, match="GitHub answered 502: Bad gateway"):
        client.open("Title", "Body", "main")
    assert len(github.log) == 1


def test_a_right_that_is_missing_is_named(github: StandIn, client: GitHub) -> None:
    github.permissions = {}
    with pytest.raises(ActionError, match="permissions"):
        client.open("Title", "Body", "main")


def test_a_github_that_does_not_answer_is_said_without_its_address() -> None:
    nowhere = where(VARIABLES | {"GITHUB_API_URL": "http://127.0.0.1:9"})
    with (
        GitHub(nowhere, TOKEN, pause_s=0) as client,
        pytest.raises(ActionError, match=r"^GitHub did not answer \(ConnectError\)\.$"),
    ):
        client.pulls("x")


def test_the_token_goes_to_git_in_the_environment_and_takes_the_place_of_a_kept_one(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A checkout that keeps its credentials leaves a header; GitHub refuses two of one name."""
    monkeypatch.chdir(repository.work)
    key = "http.https://github.com/.extraheader"
    run("git", "config", key, "AUTHORIZATION: basic b2xk", cwd=repository.work)
    access = git.authorised("https://github.com", TOKEN)
    said = git.git("config", "--get-urlmatch", "http.extraheader", "https://github.com/a/b",
                   extra=access)  # fmt: skip
    assert base64.b64decode(said.split()[-1]).decode() == f"x-access-token:{TOKEN}"
    assert git.git("config", "--get-all", key, extra=access).split("\n")[1] == ""
    assert git.authorised("https://github.com", "") == {}


def test_a_commit_moves_neither_branch_nor_index(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.work)
    odd = "a [odd] *name* ü.md"
    (repository.work / odd).write_text("new", encoding="utf-8")
    (repository.work / "LICENSE").unlink()
    head = git.git("rev-parse", "HEAD")
    files = git.changed([odd, "LICENSE", "nothing.md"])
    assert files == ("LICENSE", odd)
    made = git.committed(files, "Message\n")
    assert git.git("rev-parse", "HEAD") == head
    assert git.git("ls-tree", "--name-only", "-z", made).strip("\0") == odd
    assert git.git("diff", "--cached", "--name-only") == ""


def test_a_push_does_not_overwrite_what_came_in_between(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.work)
    (repository.work / "LICENSE").write_text("other", encoding="utf-8")
    made = git.committed(["LICENSE"], "Ours\n")
    seen = git.branch("ours", {})
    assert seen.tip == ""
    repository.commit("Somebody", branch="ours", LICENSE="theirs")
    with pytest.raises(ActionError, match="git push failed"):
        git.push(made, "ours", seen, {})


def test_a_base_merged_into_our_branch_leaves_it_ours(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The button "Update branch" of a pull request makes such a commit."""
    monkeypatch.chdir(repository.work)
    repository.commit("Ours\n\nErrata-Changes: 1", branch="ours", OTHER="x")
    run("git", "checkout", "-q", "main", cwd=repository.work)
    repository.commit("Theirs", LICENSE="new")
    run("git", "checkout", "-q", "ours", cwd=repository.work)
    run("git", "merge", "-q", "--no-edit", "main", cwd=repository.work)
    run("git", "push", "-q", "origin", "ours", cwd=repository.work)
    assert "Errata-Changes: 1" in git.branch("ours", {}).message


@pytest.mark.parametrize("missing", VARIABLES)
def test_outside_of_a_workflow_it_says_so(missing: str) -> None:
    with pytest.raises(ActionError, match=f"{missing} is not set"):
        where({name: value for name, value in VARIABLES.items() if name != missing})


@pytest.mark.parametrize(
    "event",
    [{}, {"pull_request": None, "issue": None}, {"pull_request": {"number": "x"}, "issue": []},
     {"pull_request": {"number": 1, "base": {"sha": "--output=x"}, "head": {"sha": "y"}}}],
    ids=["nothing", "null", "other types", "an option for a commit"],
)  # fmt: skip
def test_an_event_of_another_kind_is_refused(event: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(ActionError):
        request(event)
    with pytest.raises(ActionError):
        issue(event)
