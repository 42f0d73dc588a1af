"""The check of a pull request, from a fork as well: what is new in it, and nothing else."""

from typing import Any

import pytest

from tests.action.conftest import RIGHT, WRONG, Repository, workflow
from tests.action.runner import TOKEN, Ended, Runner
from tests.action.stand_in import GitHub
from tests.server.server import Services

CHECK = workflow("check")


def event(repository: Repository, base: str, head: str) -> dict[str, Any]:
    """What GitHub writes for a pull request of a fork, as far as it matters here."""
    return {
        "action": "synchronize", "number": 7,
        "pull_request": {
            "number": 7, "title": "$(touch /tmp/owned)", "body": "::error::forged",
            "base": {"sha": base, "ref": "main"},
            "head": {"sha": head, "ref": "patch-1", "repo": {"fork": True}},
        },
    }  # fmt: skip


def checked(
    runner: Runner, repository: Repository, before: str, after: str, **more: str
) -> Ended:  # fmt: skip
    """The check of a change from one list to another."""
    base = repository.commit(README_md=before)
    head = repository.commit(branch="patch-1", README_md=after, **more)
    return runner.run(CHECK, event(repository, base, head), checkout="patch-1")


ADDED = (
    "- **Sparse attention over long lichen sequences.** Nadia Brandao, Peter Quist. "
    "*arXiv*, 2023. [Link](https://arxiv.org/abs/2301.99999)\n"
)


def annotations(done: Ended) -> list[str]:
    return [line for line in done.commands() if "file=" in line]


def test_an_error_that_the_change_brings_in_fails_the_check_at_its_line(
    runner: Runner, repository: Repository, github: GitHub
) -> None:
    done = checked(runner, repository, RIGHT, WRONG)
    assert done.status == 1
    [said] = annotations(done)
    assert said.startswith(
        "::error file=README.md,line=4,endLine=4,title=Errata%3A authors-swapped"
    )
    assert "This change brings in 1 error." in done.summary
    assert done.outputs["brought"] == "1"
    assert github.log == [], "a check asks nothing of GitHub"
    assert TOKEN not in done.log


def test_an_old_error_elsewhere_does_not_fail_a_good_change(
    runner: Runner, repository: Repository
) -> None:
    done = checked(runner, repository, WRONG, WRONG + ADDED)
    assert done.status == 0
    assert annotations(done) == []
    assert "This change brings in nothing." in done.summary
    assert done.outputs["errors"] == "1", "the old error was seen"


def test_an_old_error_at_a_rewritten_entry_is_shown_and_does_not_fail(
    runner: Runner, repository: Repository
) -> None:
    """A title corrected gives the entry's findings other ids; they are no news all the same."""
    before = WRONG.replace("moss genomes", "mos genomes")
    done = checked(runner, repository, before, WRONG)
    assert done.status == 0
    [said] = annotations(done)
    assert "authors-swapped" in said
    assert "1 finding at the same entries was there before it" in done.summary


def test_lines_that_only_move_are_no_news(runner: Runner, repository: Repository) -> None:
    done = checked(runner, repository, WRONG, WRONG.replace("# Moss", "# All\n\nText.\n\n# Moss"))
    assert done.status == 0
    assert annotations(done) == []


def test_a_list_under_a_new_name_is_no_news(runner: Runner, repository: Repository) -> None:
    base = repository.commit(README_md=WRONG, errata_toml='lists = ["README.md"]\n')
    (repository.work / "README.md").unlink()
    head = repository.commit(
        branch="patch-1", papers_md=WRONG + ADDED, errata_toml='lists = ["papers.md"]\n'
    )
    done = runner.run(CHECK, event(repository, base, head), checkout="patch-1")
    assert (done.status, done.outputs["errors"]) == (0, "1")
    assert annotations(done) == []


def test_a_change_that_touches_no_list_asks_no_service(
    runner: Runner, repository: Repository, services: Services
) -> None:
    base = repository.commit(README_md=WRONG)
    head = repository.commit(branch="patch-1", LICENSE="CC0-1.0\n")
    done = runner.run(CHECK, event(repository, base, head), checkout="patch-1")
    assert done.status == 0
    assert services.log == []


def test_a_bare_address_is_completed_in_the_summary(runner: Runner, repository: Repository) -> None:
    done = checked(runner, repository, RIGHT, RIGHT + "- https://arxiv.org/abs/2301.99999\n")
    assert done.status == 0
    assert "## Suggestions" in done.summary
    assert "-- https://arxiv.org/abs/2301.99999" in done.summary
    assert "+- **Sparse attention over long lichen sequences" in done.summary


def test_a_service_that_is_down_holds_nothing_against_a_rewritten_entry(
    runner: Runner, repository: Repository, services: Services
) -> None:
    services.fail("crossref", "403")
    done = checked(runner, repository, RIGHT, RIGHT.replace("2022.", "2022,"))
    assert done.status == 0
    assert any(line.startswith("::notice") for line in done.commands())


def test_the_settings_say_what_fails(runner: Runner, repository: Repository) -> None:
    fault = RIGHT.replace("*Annals of Moss", "*Anals of Moss")
    done = checked(runner, repository, RIGHT, fault, errata_toml='fail-on = "warning"\n')
    assert done.status == 1
    done = checked(runner, repository, RIGHT, fault, errata_toml="")
    assert done.status == 0
    assert "That does not fail the check." in done.summary


def test_without_the_history_the_log_says_what_to_change(
    runner: Runner, repository: Repository
) -> None:
    base = repository.commit(README_md=RIGHT)
    repository.commit(branch="patch-1", README_md=WRONG)
    shallow = CHECK.replace("fetch-depth: 0", "fetch-depth: 1").replace(
        "ref: ${{ github.event.pull_request.head.sha }}", "ref: patch-1"
    )
    head = github_head(repository)
    done = runner.run(shallow, event(repository, base, head), checkout="patch-1")
    assert done.status == 1
    assert "fetch-depth: 0" in done.commands()[0]


def github_head(repository: Repository) -> str:
    return (repository.bare / "refs/heads/patch-1").read_text().strip()


def test_annotations_of_a_list_below_the_top_name_its_place(
    runner: Runner, repository: Repository
) -> None:
    (repository.work / "lists").mkdir()
    base = repository.commit(**{"lists/README_md": RIGHT})
    head = repository.commit(branch="patch-1", **{"lists/README_md": WRONG})
    below = CHECK + "          working-directory: lists\n"
    done = runner.run(below, event(repository, base, head), checkout="patch-1")
    assert annotations(done)[0].startswith("::error file=lists/README.md,line=4,")


def test_a_list_that_is_declared_binary_or_forges_a_diff_is_checked_all_the_same(
    runner: Runner, repository: Repository
) -> None:
    forged = WRONG.replace("# Moss papers\n", "# Moss papers\r\n\nA\r@@ -1 +90,9 @@ line.\n", 1)
    base = repository.commit(README_md=RIGHT)
    (repository.work / ".gitattributes").write_text("*.md binary\n", encoding="utf-8")
    head = repository.commit(branch="patch-1", README_md=forged)
    done = runner.run(CHECK, event(repository, base, head), checkout="patch-1")
    assert done.status == 1
    assert "This change brings in 1 error." in done.summary


HOSTILE = (
    "- **Tidal memory ${{ secrets.TOKEN }} @octocat ::error::x.** `$(touch /tmp/owned)`. "
    "##[error]boo *<script>alert(1)</script>*, 2021. "
    "[x](https://doi.org/10.9999/jes.2021.404)\n"
    "::set-output name=x::y\n::error file=LICENSE,line=1::forged\n"
)


@pytest.mark.parametrize("fixed", ["", RIGHT], ids=["alone", "beside others"])
def test_hostile_lines_of_a_fork_stay_text(
    runner: Runner, repository: Repository, fixed: str
) -> None:
    done = checked(runner, repository, RIGHT, fixed + HOSTILE)
    own = tuple(f"::{level} file=README.md," for level in ("error", "warning", "notice"))
    assert done.commands()
    assert all(line.startswith(own) for line in done.commands())
    for words in ("@octocat", "<script>", "forged", "${{"):
        assert words not in done.summary
