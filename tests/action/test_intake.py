"""The issue form: whatever somebody types becomes an entry, or an answer, and never a command."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.action.conftest import RIGHT, Repository, workflow
from tests.action.page import alive, prose
from tests.action.runner import TOKEN, Ended, Runner
from tests.action.stand_in import GitHub
from tests.server.server import Services

INTAKE = workflow("intake")


def event(paper: str, section: str = "_No response_", title: str = "Add a paper") -> dict[str, Any]:
    body = f"### Paper\r\n\r\n{paper}\r\n\r\n### Section\r\n\r\n{section}\r\n\r\n### List\r\n\r\n"
    return {
        "action": "opened",
        "issue": {
            "number": 12, "title": title, "body": f"{body}_No response_", "state": "open",
            "user": {"login": "stranger"},
        },
    }  # fmt: skip


Ask = Callable[..., Ended]


@pytest.fixture
def asked(runner: Runner, repository: Repository) -> Ask:
    """The intake of one issue."""
    repository.commit(README_md=RIGHT)

    def ask(*arguments: str, **more: str) -> Ended:
        return runner.run(INTAKE, event(*arguments, **more))

    return ask


BRANCH = "errata/issue-12"


def test_an_address_becomes_a_pull_request_and_an_answer(
    asked: Ask, repository: Repository, github: GitHub
) -> None:
    done = asked("https://arxiv.org/abs/2301.99999")
    assert (done.status, done.outputs["outcome"]) == (0, "added")
    [pull] = github.open_pulls()
    assert pull["title"] == "Add the paper of #12"
    assert pull["body"].startswith("Closes #12\n")
    assert "Sparse attention over long lichen sequences" in pull["body"]
    text = repository.show(BRANCH, "README.md")
    assert "- **Sparse attention over long lichen sequences.** Nadia Brandao, Peter Quist." in text
    assert "papers/brandao2023sparse.json" in repository.files(BRANCH)
    [comment] = github.comments
    assert pull["html_url"] in comment["body"]
    assert TOKEN not in done.log


def test_an_issue_that_is_edited_has_its_one_pull_request_and_comment_changed(
    asked: Ask, github: GitHub, repository: Repository
) -> None:
    asked("https://doi.org/10.9999/nothing.404")
    assert github.open_pulls() == []
    assert "This could not be added as it stands." in github.comments[0]["body"]
    asked("https://arxiv.org/abs/2301.99999")
    asked("10.5281/zenodo.99999991")
    [pull], [comment] = github.open_pulls(), github.comments
    assert pull["html_url"] in comment["body"]
    text = repository.show(BRANCH, "README.md")
    assert "painted pebbles" in text
    assert "lichen" not in text


def test_a_paper_that_stands_in_the_list_is_answered_with_its_place(
    asked: Ask, github: GitHub
) -> None:
    done = asked("10.9999/jes.2021.017")
    assert (done.status, done.outputs["outcome"]) == (0, "missing")
    assert github.open_pulls() == []
    assert "README.md, line 3" in github.comments[0]["body"]


def test_a_section_that_does_not_exist_is_answered(asked: Ask, github: GitHub) -> None:
    done = asked("https://arxiv.org/abs/2301.99999", "Seaweed")
    assert done.outputs["outcome"] in ("missing", "wrong")
    assert "Seaweed" in github.comments[0]["body"]


def test_a_service_that_is_down_is_told_and_green(
    asked: Ask, github: GitHub, services: Services
) -> None:
    services.fail("arxiv", "403")
    services.fail("datacite", "403")
    done = asked("https://arxiv.org/abs/2301.99999")
    assert (done.status, done.outputs["outcome"]) == (0, "silent")
    assert "A service did not answer" in github.comments[0]["body"]
    assert github.branch(BRANCH) == ""


def test_an_issue_without_the_form_is_left_alone(runner: Runner, github: GitHub) -> None:
    words = event("x")
    words["issue"]["body"] = "I like moss. ### Paper is a heading."
    assert runner.run(INTAKE, words).status == 0
    assert github.log == []


def test_somebodys_work_on_the_branch_of_an_issue_is_kept(
    asked: Ask, repository: Repository, github: GitHub
) -> None:
    asked("https://arxiv.org/abs/2301.99999")
    tip = repository.commit("By hand", branch=BRANCH, README_md=RIGHT + "By hand.\n")
    asked("10.5281/zenodo.99999991")
    assert github.branch(BRANCH) == tip


HOSTILE = {
    "an option": "--report={owned}.md",
    "shell, workflow commands, Markdown": (
        "::set-output name=outcome::added ##[error]boo $(touch {owned}); `touch {owned}` | sh "
        "${{{{ github.token }}}} @octocat fixes #1 ``` </details> ![x](https://evil.example/x.png)"
    ),
}


@pytest.mark.parametrize("paper", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_address_stays_text(
    asked: Ask, github: GitHub, tmp_path: Path, paper: str
) -> None:
    owned = tmp_path / "owned"
    done = asked(paper.format(owned=owned), title=f"$(touch {owned})")
    assert (done.status, done.commands()) == (0, [])
    assert done.outputs["outcome"] in ("missing", "wrong")
    assert github.open_pulls() == []
    assert list(tmp_path.glob("owned*")) == []
    [comment] = github.comments
    assert alive(comment["body"]) == []
    assert not any(name in prose(comment["body"]) for name in ("@octocat", "#1", "${{"))


def test_a_hostile_section_stays_text(asked: Ask, github: GitHub) -> None:
    done = asked("https://arxiv.org/abs/2301.99999", "--to=/etc/passwd $(id)")
    assert (done.status, done.commands()) == (0, [])
    assert done.outputs["outcome"] in ("missing", "wrong")
    assert github.open_pulls() == []
