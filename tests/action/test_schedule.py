"""The weekly run, as GitHub would do it: fresh machines, one after the other."""

from tests.action.conftest import RIGHT, WRONG, Repository, workflow
from tests.action.runner import TOKEN, Runner, run
from tests.action.stand_in import GitHub
from tests.server.server import Services

BRANCH = "errata/corrections"
WEEKLY = workflow("schedule")


def test_the_first_run_opens_one_pull_request_and_the_second_changes_nothing(
    repository: Repository, runner: Runner, github: GitHub, services: Services
) -> None:
    runner.processes = True
    repository.commit(README_md=WRONG)
    first = runner.run(WEEKLY)
    assert first.status == 0
    assert first.outputs["state"] == "opened"
    [pull] = github.open_pulls()
    assert repository.show(BRANCH, "README.md") == RIGHT
    assert [name for name in repository.files(BRANCH) if name.startswith("papers/")] == [
        "papers/lindqvist2021tidal.json", "papers/verhoeven2022graph.json",
    ]  # fmt: skip
    assert "authors-swapped" in pull["body"]
    assert pull["title"] == "Errata: correct 1 author list, write 2 records"
    tip, deeds, asked = github.branch(BRANCH), list(github.deeds), len(services.log)
    second = runner.run(WEEKLY)
    assert second.status == 0
    assert second.outputs["state"] == "unchanged"
    assert (github.branch(BRANCH), github.deeds) == (tip, deeds)
    assert len(services.log) == asked, "the answers were kept from run to run"
    assert second.outputs["pull-request-number"] == str(pull["number"])
    assert TOKEN not in first.log + second.log
    assert set(first.artifact) == {"errata.html", "errata.json", "errata.md"}


def test_new_faults_update_the_same_pull_request(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    repository.commit(README_md=WRONG)
    runner.run(WEEKLY)
    repository.commit(README_md=WRONG.replace("*Annals of Moss", "*Anals of Moss"))
    done = runner.run(WEEKLY)
    assert done.outputs["state"] == "updated"
    [pull] = github.open_pulls()
    lead = pull["body"].split("\n\n")[1]
    assert "1 new finding, 0 gone, 1 still open" in lead, "the text leads with what is new"
    assert "New: README.md, line 4 `venue-misspelt`." in lead
    assert pull["body"].count("new finding") == 1
    assert "/blob/" in pull["body"], "lines lead to the repository"
    assert repository.show(BRANCH, "README.md") == RIGHT
    assert runner.run(WEEKLY).outputs["state"] == "unchanged"


def test_an_entry_added_elsewhere_moves_the_corrections_onto_the_new_list(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    repository.commit(README_md=WRONG)
    runner.run(WEEKLY)
    words = github.open_pulls()[0]["body"]
    repository.commit(README_md=WRONG + "\n## Notes\n\nNothing here.\n")
    done = runner.run(WEEKLY)
    assert done.outputs["state"] == "updated"
    assert repository.show(BRANCH, "README.md").endswith("Nothing here.\n")
    assert github.open_pulls()[0]["body"].splitlines()[0] == words.splitlines()[0]


def test_a_service_that_is_down_keeps_it_silent_and_green(
    repository: Repository, runner: Runner, github: GitHub, services: Services
) -> None:
    repository.commit(README_md=WRONG)
    services.fail("crossref", "503")
    done = runner.run(WEEKLY)
    assert done.status == 0
    assert done.outputs["complete"] == "false"
    assert github.deeds == []
    assert github.branch(BRANCH) == ""
    [notice] = done.commands()
    assert notice.startswith("::notice title=Errata::A service did not answer")


def test_what_a_service_does_not_say_takes_no_correction_back(
    repository: Repository, runner: Runner, github: GitHub, services: Services
) -> None:
    """An open pull request with two corrections must not shrink to one while a service is down."""
    repository.commit(README_md=WRONG)
    runner.run(WEEKLY)
    tip, deeds = github.branch(BRANCH), list(github.deeds)
    services.fail("crossref", "403")
    new = "- **Cold light from warm moss.** O Tarrant. [Link](https://doi.org/10.9999/ami.2018.9)\n"
    repository.commit(README_md=RIGHT + new)
    done = runner.run(WEEKLY)
    assert (done.status, done.outputs["complete"]) == (0, "false")
    assert (github.branch(BRANCH), github.deeds) == (tip, deeds)


def test_when_nothing_is_left_the_pull_request_is_closed(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    repository.commit(README_md=WRONG)
    runner.run(WEEKLY)
    repository.merge(BRANCH)
    done = runner.run(WEEKLY)
    assert done.outputs["state"] == "closed"
    assert github.open_pulls() == []
    assert github.branch(BRANCH) == ""
    assert "Nothing is left to correct." in github.comments[0]["body"]
    deeds = list(github.deeds)
    assert runner.run(WEEKLY).outputs["state"] == "unchanged"
    assert github.deeds == deeds
    repository.commit("The fault comes back", README_md=WRONG)
    assert runner.run(WEEKLY).outputs["state"] == "opened", "nobody has refused it"


def test_what_somebody_closed_is_not_proposed_again(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    repository.commit(README_md=WRONG)
    runner.run(WEEKLY)
    github.pulls[0]["state"] = "closed"
    assert runner.run(WEEKLY).outputs["state"] == "unchanged"
    assert len(github.pulls) == 1
    repository.commit(README_md=WRONG.replace("*Annals of Moss", "*Anals of Moss"))
    assert runner.run(WEEKLY).outputs["state"] == "opened"
    assert repository.show(BRANCH, "README.md") == WRONG, "what was refused stays as it is"
    [pull] = github.open_pulls()
    assert pull["title"].startswith("Errata: correct 1 venue, ")
    assert "refused in pull request 100" in pull["body"]


def test_wrong_decoding_whose_repair_was_refused_stays_as_it_is(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    garbled = RIGHT.replace("Tomas", "TomÃ¡s")
    repository.commit(README_md=garbled)
    assert runner.run(WEEKLY).outputs["state"] == "opened"
    assert "Tomás" in repository.show(BRANCH, "README.md")
    github.pulls[0]["state"] = "closed"
    assert runner.run(WEEKLY).outputs["state"] == "unchanged"
    repository.commit(README_md=garbled.replace("*Annals of Moss", "*Anals of Moss"))
    assert runner.run(WEEKLY).outputs["state"] == "opened"
    assert repository.show(BRANCH, "README.md") == garbled


def test_an_unticked_correction_is_left_out_of_the_same_pull_request(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    wrong = WRONG.replace("*Annals of Moss", "*Anals of Moss")
    repository.commit(README_md=wrong)
    runner.run(WEEKLY)
    [pull] = github.open_pulls()
    assert repository.show(BRANCH, "README.md") == RIGHT
    pull["body"] = pull["body"].replace("- [x] ", "- [ ] ", 1)
    assert runner.run(WEEKLY).outputs["state"] == "updated"
    assert repository.show(BRANCH, "README.md") == WRONG
    assert runner.run(WEEKLY).outputs["state"] == "unchanged"


def test_there_is_no_pull_request_for_records_alone_unless_it_is_asked_for(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    repository.commit(README_md=RIGHT)
    assert runner.run(WEEKLY).outputs["state"] == "unchanged"
    assert github.pulls == []
    repository.commit(README_md=RIGHT, errata_toml='[proposals]\nrecords = "always"\n')
    assert runner.run(WEEKLY).outputs["state"] == "opened"
    assert github.open_pulls()[0]["title"] == "Errata: write 2 records"
    repository.commit(README_md=WRONG, errata_toml="[proposals]\nrecords = false\n")
    assert runner.run(WEEKLY).outputs["state"] == "updated"
    assert github.open_pulls()[0]["title"] == "Errata: correct 1 author list"
    assert [name for name in repository.files(BRANCH) if name.startswith("papers/")] == []


def test_a_commit_of_somebody_on_the_branch_is_never_overwritten(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    repository.commit(README_md=WRONG)
    runner.run(WEEKLY)
    tip = repository.commit("By hand", branch=BRANCH, README_md=RIGHT + "\nBy hand.\n")
    repository.commit(README_md=WRONG.replace("*Annals of Moss", "*Anals of Moss"))
    done = runner.run(WEEKLY)
    assert (done.status, done.outputs["state"]) == (0, "unchanged")
    assert github.branch(BRANCH) == tip
    assert "Somebody has worked on the branch" in done.log
    [pull] = github.open_pulls()
    assert "This branch is yours" in pull["body"]
    deeds = list(github.deeds)
    assert runner.run(WEEKLY).outputs["state"] == "unchanged"
    assert (github.branch(BRANCH), github.deeds) == (tip, deeds), "it is said once"
    pull["body"] = pull["body"].replace("- [ ] Start afresh", "- [x] Start afresh")
    assert runner.run(WEEKLY).outputs["state"] == "updated"
    assert repository.show(BRANCH, "README.md") == RIGHT
    assert "This branch is yours" not in github.open_pulls()[0]["body"]


def test_each_kind_is_a_commit_and_one_that_is_dropped_is_kept_out(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    repository.commit(README_md=WRONG.replace("*Annals of Moss", "*Anals of Moss"))
    runner.run(WEEKLY)
    log = run("git", "-C", str(repository.bare), "log", "--format=%s", f"main..{BRANCH}")
    assert log.splitlines() == ["Write 2 records", "Correct 1 venue", "Correct 1 author list"]
    part = repository.show(f"{BRANCH}~2", "README.md")
    assert "Anals of Moss" in part
    assert "Ilse Verhoeven, Kofi Adomako" in part
    run("git", "fetch", "-q", "origin", BRANCH, cwd=repository.work)
    run("git", "checkout", "-q", "-B", BRANCH, "FETCH_HEAD~2", cwd=repository.work)
    run("git", "push", "-q", "--force", "origin", BRANCH, cwd=repository.work)
    tip = github.branch(BRANCH)
    assert runner.run(WEEKLY).outputs["state"] == "unchanged"
    assert github.branch(BRANCH) == tip
    assert "This branch is yours" in github.open_pulls()[0]["body"]


def test_without_leave_to_open_pull_requests_the_log_names_the_setting(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    repository.commit(README_md=WRONG)
    github.may_open = False
    done = runner.run(WEEKLY)
    assert done.status == 1
    [said] = [line for line in done.commands() if line.startswith("::error")]
    assert "Allow GitHub Actions to create and approve pull requests" in said
    github.may_open = True
    assert runner.run(WEEKLY).outputs["state"] == "opened"


def test_hostile_lines_of_a_list_stay_text(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    hostile = (
        "- **::set-output name=x::$(touch /tmp/owned) ${{ secrets.TOKEN }} @octocat fixes #1.** "
        "##[error]boo, `id`. *::error file=a::b*, 2021. "
        "[x](https://doi.org/10.9999/jes.2021.404)\n"
        "::error::forged\n::stop-commands::forged\n"
    )
    repository.commit(README_md=WRONG + hostile)
    done = runner.run(WEEKLY)
    assert done.status == 0
    assert done.commands() == []
    [pull] = github.open_pulls()
    for text in (pull["body"], done.summary):
        assert "set-output" in text, "it was reported at all"
        assert "@octocat" not in text
        assert "#1." not in text
        assert "${{" not in text


PREPRINT = (
    "- **Preprint tides: early notes on sensor memory.** Mara Lindqvist, Tomas Oyelaran. "
    "*bioRxiv*, 2020. [Link](https://doi.org/10.1101/2020.02.30.999999)\n"
)


def test_a_box_that_is_ticked_is_written_as_long_as_it_is(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    repository.commit(README_md=WRONG.splitlines(keepends=True)[3] + PREPRINT)
    runner.run(WEEKLY)
    [pull] = github.open_pulls()
    assert "10.1101/2020.02.30.999999" in repository.show(BRANCH, "README.md")
    assert pull["body"].count("- [ ] ") == 1
    assert "correction " in pull["body"], "the authors are corrected"
    pull["body"] = pull["body"].replace("- [ ] ", "- [x] ")
    assert runner.run(WEEKLY).outputs["state"] == "updated"
    assert "https://doi.org/10.9999/jes.2021.017" in repository.show(BRANCH, "README.md")
    assert runner.run(WEEKLY).outputs["state"] == "unchanged"
    pull["body"] = "\n".join(
        line.replace("- [x] ", "- [ ] ") if "`superseded`" in line else line
        for line in pull["body"].split("\n")
    )
    assert runner.run(WEEKLY).outputs["state"] == "updated"
    assert "10.1101/2020.02.30.999999" in repository.show(BRANCH, "README.md")


def test_a_list_below_the_top_of_the_repository_is_looked_after_there(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    (repository.work / "lists").mkdir()
    repository.commit("A list", **{"lists/README_md": WRONG.replace("\n", "\r\n")})
    below = WEEKLY + "          working-directory: lists\n"
    assert runner.run(below).outputs["state"] == "opened"
    assert repository.show(BRANCH, "lists/README.md") == RIGHT.replace("\n", "\r\n")
    assert "lists/papers/verhoeven2022graph.json" in repository.files(BRANCH)
    assert runner.run(below).outputs["state"] == "unchanged"
