"""A repository with a list, its GitHub, the services, and a machine that does its jobs."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.action.runner import ROOT, Runner, run
from tests.action.stand_in import GitHub, running
from tests.server.server import Services
from tests.server.server import running as serving

WORKFLOWS = ROOT / ".github/workflows"

RIGHT = """\
# Moss papers

- **Tidal memory in estuarine sensor networks.** Mara Lindqvist, Tomas Oyelaran, Jun Hasek. \
*Journal of Estuarine Sensing*, 2021. [Link](https://doi.org/10.9999/jes.2021.017)
- **Graph lanterns: a language model for moss genomes.** Ilse Verhoeven, Kofi Adomako. \
*Annals of Moss Informatics*, 2022. [Link](https://doi.org/10.9999/ami.2022.4)
"""
"""A list in which everything is as the services say."""

WRONG = RIGHT.replace("Ilse Verhoeven, Kofi Adomako", "Mara Lindqvist, Tomas Oyelaran, Jun Hasek")
"""The authors of the second entry are those of the first."""


@dataclass
class Repository:
    """The repository as its curator has it."""

    work: Path
    bare: Path

    def commit(self, message: str = "Change", branch: str = "main", **files: str) -> str:
        """A commit on a branch of the server; ``README_md="…"`` names README.md."""
        run("git", "fetch", "-q", "origin", cwd=self.work)
        known = run("git", "ls-remote", "origin", f"refs/heads/{branch}", cwd=self.work)
        start = (f"origin/{branch}",) if known else ()
        run("git", "checkout", "-q", "-B", branch, *start, cwd=self.work)
        for name, text in files.items():
            path = self.work / name.replace("_md", ".md").replace("_toml", ".toml")
            path.write_text(text, encoding="utf-8", newline="")
        run("git", "add", "-A", cwd=self.work)
        run("git", "commit", "-q", "--allow-empty", "-m", message, cwd=self.work)
        run("git", "push", "-q", "origin", f"{branch}:{branch}", cwd=self.work)
        return run("git", "rev-parse", "HEAD", cwd=self.work).strip()

    def merge(self, branch: str) -> None:
        """What the button in a pull request does."""
        run("git", "checkout", "-q", "main", cwd=self.work)
        run("git", "fetch", "-q", "origin", branch, cwd=self.work)
        run("git", "merge", "-q", "--no-edit", "FETCH_HEAD", cwd=self.work)
        run("git", "push", "-q", "origin", "main", cwd=self.work)

    def show(self, branch: str, path: str) -> str:
        """A file on a branch of the server."""
        command = ["git", "-C", str(self.bare), "show", f"{branch}:{path}"]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()

    def files(self, branch: str) -> list[str]:
        """The files on a branch of the server."""
        said = run("git", "-C", str(self.bare), "ls-tree", "-r", "--name-only", branch)
        return said.splitlines()


@pytest.fixture(autouse=True)
def _own_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """git with no settings but these, for the tests' own commits."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[user]\n name = Curator\n email = curator@example.org\n"
        "[init]\n defaultBranch = main\n[advice]\n detachedHead = false\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository with one commit that holds nothing of ours."""
    bare, work = tmp_path / "server.git", tmp_path / "curator"
    run("git", "init", "-q", "--bare", str(bare))
    run("git", "clone", "-q", str(bare), str(work))
    found = Repository(work, bare)
    found.commit("Begin", LICENSE="CC0\n")
    return found


@pytest.fixture
def github(repository: Repository) -> Iterator[GitHub]:
    with running(repository.bare) as started:
        yield started


@pytest.fixture
def services() -> Iterator[Services]:
    with serving() as started:
        yield started


@pytest.fixture
def runner(tmp_path: Path, github: GitHub, services: Services) -> Runner:
    return Runner(tmp_path / "runner", github, services)


def workflow(name: str) -> str:
    """A workflow of this repository."""
    return (WORKFLOWS / f"{name}.yml").read_text(encoding="utf-8")
