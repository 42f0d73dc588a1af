"""Action, workflows and form: valid, pinned, with no more rights than needed, as documented."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from pipeline.action import form
from pipeline.cli.hook import hook
from pipeline.cli.parser import parser
from pipeline.edge import configuration
from tests.action.conftest import RIGHT, WORKFLOWS, WRONG, Repository
from tests.action.runner import ACTION, ROOT, Runner, loaded
from tests.action.stand_in import GitHub

FORM = ROOT / ".github/ISSUE_TEMPLATE/add-paper.yml"
DOCS = (ROOT / "docs/action.md").read_text(encoding="utf-8")
SCHEMAS = {
    "vendor.github-workflows": sorted(WORKFLOWS.glob("*.yml")),
    "vendor.github-actions": [ROOT / "action.yml"],
    "vendor.github-issue-forms": [FORM],
    "vendor.dependabot": [ROOT / ".github/dependabot.yml"],
}


def blocks() -> list[str]:
    """The workflows in the documentation, without their indentation."""
    found = re.findall(r"^( *)```yaml\n(.*?)^ *```", DOCS, re.DOTALL | re.MULTILINE)
    return [re.sub(f"^{indent}", "", text, flags=re.MULTILINE) for indent, text in found]


EXAMPLES = [text for text in blocks() if "\njobs:" in text]
ALL = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS["vendor.github-workflows"]}
ALL |= {f"docs/action.md {n}": text for n, text in enumerate(EXAMPLES, 1)}


def tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = Path(sys.executable).with_name(name)
    return subprocess.run([path, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_every_file_is_what_github_expects(schema: str) -> None:
    paths = [str(path) for path in SCHEMAS[schema]]
    assert paths
    done = tool("check-jsonschema", "--builtin-schema", schema, *paths)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_linter_of_workflow_security_finds_nothing(tmp_path: Path) -> None:
    place = tmp_path / ".github/workflows"
    place.mkdir(parents=True)
    for n, text in enumerate(EXAMPLES):
        # The release is what its reader pins; everything else in it is pinned already.
        pinned = text.replace("errata@v0.1.0", f"errata@{'a' * 40} # v0.1.0")
        (place / f"example{n}.yml").write_text(pinned, encoding="utf-8")
    own = [path for paths in SCHEMAS.values() for path in paths if path != FORM]
    done = linted(*own, ROOT / ".pre-commit-hooks.yaml", tmp_path)
    assert done.returncode == 0, done.stdout
    for name in ("action.yml", "intake.yml", "example0.yml", "example2.yml"):
        assert name in done.stderr, "it was looked at"


def linted(*paths: Path) -> subprocess.CompletedProcess[str]:
    settings = str(ROOT / ".github/zizmor.yml")
    return tool("zizmor", "--offline", "--no-progress", "--persona", "auditor",
                "--config", settings, *map(str, paths))  # fmt: skip


def test_the_linter_would_find_something(tmp_path: Path) -> None:
    hole = "      - run: echo ${{ github.event.issue.title }}\n      - uses: errata"
    bad = EXAMPLES[2].replace("      - uses: errata", hole)
    place = tmp_path / ".github/workflows"
    place.mkdir(parents=True)
    (place / "bad.yml").write_text(bad, encoding="utf-8")
    done = linted(tmp_path)
    assert done.returncode != 0
    assert "template-injection" in done.stdout


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_a_workflow_has_no_right_that_it_does_not_name_and_ends(text: str) -> None:
    read = loaded(text)
    assert read["permissions"] == {}
    for job in read["jobs"].values():
        assert job["timeout-minutes"] <= 120
        rights = set(job["permissions"].items())
        assert rights <= {("contents", "read"), ("contents", "write"), ("pull-requests", "write"),
                          ("issues", "write")}  # fmt: skip
    assert "pull_request_target" not in text


def uses(value: Any) -> list[str]:
    """Every ``uses:`` in it."""
    if isinstance(value, dict):
        here = [value["uses"]] if isinstance(value.get("uses"), str) else []
        return here + [name for inner in value.values() for name in uses(inner)]
    return [name for inner in value for name in uses(inner)] if isinstance(value, list) else []


def test_every_action_of_others_is_named_by_its_commit_with_its_version() -> None:
    texts = [*ALL.values(), (ROOT / "action.yml").read_text(encoding="utf-8")]
    names = [name for text in texts for name in uses(loaded(text))]
    foreign = [name for name in names if not name.startswith(("./", "errata-tools/"))]
    assert foreign
    assert [name for name in foreign if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name)] == []
    lines = [
        line for text in texts for line in text.splitlines() if "@" in line and "uses:" in line
    ]
    assert [n for n in lines if "errata@" not in n and not re.search(r"# v\d+\.\d+\.\d+$", n)] == []


def test_what_the_action_installs_is_named_by_hash_and_is_what_the_project_needs() -> None:
    text = (ROOT / ".github/requirements.txt").read_text(encoding="utf-8")
    entries = re.findall(r"^([\w.-]+)==(\S+)(.*(?:\n .*)*)", text, re.MULTILINE)
    assert [name for name, _, rest in entries if "--hash=sha256:" not in rest] == []
    pinned = {name: version for name, version, _ in entries}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needs = project["project"]["dependencies"] + project["build-system"]["requires"]
    for need in map(Requirement, needs):
        assert need.specifier.contains(pinned[need.name])


def test_no_script_of_the_action_holds_an_expression_or_a_token_it_does_not_need() -> None:
    scripts = [step for step in ACTION["runs"]["steps"] if "run" in step]
    assert len(scripts) == 4
    assert [step["id"] for step in scripts if "${{" in step["run"]] == []
    trusted = [step["id"] for step in scripts if "ERRATA_TOKEN" in step.get("env", {})]
    assert trusted == ["ticked", "propose"]
    for step in scripts:
        done = subprocess.run(["bash", "-n", "-c", step["run"]], check=False)
        assert done.returncode == 0


def test_the_documentation_names_every_input_and_output() -> None:
    for kind in ("inputs", "outputs"):
        for name, one in ACTION[kind].items():
            assert f"`{name}`" in DOCS
            assert one["description"].strip()


def test_the_examples_of_the_documentation_are_those_of_this_repository() -> None:
    """But for the action's own address, and the list that a reader names."""
    own = [loaded(ALL[f"{name}.yml"]) for name in ("schedule", "check", "intake")]
    assert len(EXAMPLES) == len(own) + 1
    for mine, example in zip(own, map(loaded, EXAMPLES[:-1]), strict=True):
        [job], [other] = mine["jobs"].values(), example["jobs"].values()
        assert mine["on"].keys() == example["on"].keys()
        assert job["permissions"] == other["permissions"]
        assert job["steps"][0] == other["steps"][0]
        assert job.get("if") == other.get("if")
        given = {"command": "schedule"} | other["steps"][1]["with"]
        assert given.pop("lists") == "README.md"
        assert job["steps"][1]["with"] == given


def test_the_daily_watch_is_a_command_of_ours_and_asks_for_nothing_else() -> None:
    [job] = loaded(EXAMPLES[-1])["jobs"].values()
    script = job["steps"][1]["run"].replace("\\\n", " ")
    command = script[script.index("errata check") :].split()
    options = parser().parse_args(command[1:])
    assert configuration.settings({"only": tuple(options.only)}).watches
    assert (options.fail_on, options.format) == ("warning", "github")


def test_the_form_has_the_fields_that_the_intake_reads() -> None:
    fields = [one for one in loaded(FORM.read_text(encoding="utf-8"))["body"] if "id" in one]
    labels = [one["attributes"]["label"] for one in fields]
    assert labels == [form.PAPER, form.SECTION, form.LIST]
    assert [one["validations"]["required"] for one in fields] == [True, False, False]


def test_a_newcomer_copies_one_file_and_gets_a_pull_request(
    repository: Repository, runner: Runner, github: GitHub
) -> None:
    """From an empty repository with a list; the scripts run in a shell, as they are written."""
    repository.commit("A list", README_md=WRONG)
    workflows = repository.work / ".github/workflows"
    workflows.mkdir(parents=True)
    (workflows / "errata.yml").write_text(EXAMPLES[0], encoding="utf-8")
    repository.commit("Errata")
    runner.processes = True
    done = runner.run((workflows / "errata.yml").read_text(encoding="utf-8"))
    assert (done.status, done.outputs["state"]) == (0, "opened")
    [pull] = github.open_pulls()
    assert done.outputs["pull-request-url"] == pull["html_url"]
    assert repository.show("errata/corrections", "README.md") == RIGHT
    assert not [name for name in repository.files("errata/corrections") if "cache" in name]
    repository.merge("errata/corrections")
    runner.processes = False
    assert runner.run(EXAMPLES[0]).outputs["state"] == "closed"


def test_the_hook_says_nothing_of_entries_about_which_nothing_is_kept(tmp_path: Path) -> None:
    offered = loaded((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
    (tmp_path / "README.md").write_text(WRONG, encoding="utf-8")
    words = [sys.executable, *offered["entry"].split()[1:]]
    done = subprocess.run(
        [*words, "README.md"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    missing = subprocess.run([*words, "missing.md"], cwd=tmp_path, capture_output=True, check=False)
    assert missing.returncode == 2


def test_the_hook_stops_a_commit_for_what_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "cache/snapshot", tmp_path / "cache/snapshot")
    shutil.copy(ROOT / "examples/list-as-given.md", tmp_path / "README.md")
    monkeypatch.chdir(tmp_path)
    assert hook(["README.md"]) == 1
    assert "authors-swapped" in capsys.readouterr().out
    assert hook(["--fail-on", "never", "README.md"]) == 0
    assert (tmp_path / "README.md").read_bytes() == (
        ROOT / "examples/list-as-given.md"
    ).read_bytes()
