"""A small runner: it does the jobs of a workflow file, the steps of ``action.yml`` included.

Actions of others are played: a checkout clones, the cache keeps a folder, an artifact is copied,
the installation is the one that runs the tests. Everything else runs as it is written.
"""

import contextlib
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from pipeline.action.__main__ import main
from tests.action.stand_in import REPOSITORY, GitHub
from tests.server.server import Services

ROOT = Path(__file__).parents[2]
TOKEN = "ghs_ThisIsTheTokenOfTheJob"  # noqa: S105  a stand-in's token

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}", re.DOTALL)
_STOP = re.compile(r"\s*::stop-commands::(\S+)")
_COMMAND = re.compile(r"\s*::[^\s:][^:]*::|.*##\[")


def loaded(text: str) -> Any:
    """YAML as GitHub reads it: 1.2, ``on`` is a word."""
    return YAML(typ="safe", pure=True).load(text)


ACTION = loaded((ROOT / "action.yml").read_text(encoding="utf-8"))

_MEANT = re.compile(r"(?:[\w./-]+/)?(?:(?:README|teaching)\.md|papers/[\w-]+\.json)")
"""What a run may leave behind: answers, reports and files in the making are not for git to see."""


@dataclass
class Ended:
    """A job that is done."""

    status: int = 0
    log: str = ""
    summary: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    """Of all steps; a later one of a name wins."""
    artifact: dict[str, str] = field(default_factory=dict)
    """Name of a file -> its text."""

    def commands(self) -> list[str]:
        """The lines that a runner obeys: those that ``stop-commands`` does not cover."""
        token, found = "", []
        for line in self.log.splitlines():
            if token:
                token = "" if line.strip() == f"::{token}::" else token
            elif stop := _STOP.match(line):
                token = stop[1]
            elif _COMMAND.match(line):
                found.append(line)
        return found


@dataclass
class Runner:
    """A machine for jobs of one repository."""

    place: Path
    github: GitHub
    services: Services
    jobs: int = 0
    processes: bool = False
    """Scripts run in a shell as they are written; otherwise the step is called, which is faster."""

    def run(
        self, workflow: str, event: Mapping[str, Any] | None = None, *, checkout: str = "main"
    ) -> Ended:
        """The one job of a workflow file, on a fresh machine."""
        self.jobs += 1
        read = loaded(workflow)
        job = next(iter(read["jobs"].values()))
        self.github.permissions = dict(job["permissions"])
        done = _Job(self, self.place / f"job-{self.jobs}", dict(event or {}), checkout)
        for step in job["steps"]:
            done.workflow_step(step)
        assert all(map(_MEANT.fullmatch, done.left())), done.left()
        return done.ended


class _Job:
    def __init__(self, runner: Runner, place: Path, event: dict[str, Any], checkout: str) -> None:
        self.runner, self.place, self.checkout = runner, place, checkout
        self.work, self.temp = place / "work", place / "temp"
        self.temp.mkdir(parents=True)
        self.ended = Ended()
        (place / "event.json").write_text(json.dumps(event), encoding="utf-8")
        self.steps: dict[str, dict[str, Any]] = {}
        self.inputs: dict[str, str] = {}
        self.event = event

    def left(self) -> frozenset[str]:
        """What git sees as new or changed in the checkout, but for the reports of the artifact."""
        if not self.work.exists():
            return frozenset()
        seen = ("status", "--porcelain", "--untracked-files=all")
        names = {line[3:] for line in run("git", "-C", str(self.work), *seen).splitlines()}
        return frozenset(names - self.ended.artifact.keys())

    def workflow_step(self, step: Mapping[str, Any]) -> None:
        name = str(step["uses"]).partition("@")[0]
        given = {key: self._text(value) for key, value in step.get("with", {}).items()}
        if name == "actions/checkout":
            self._check_out(given)
        else:
            assert name in ("./", "errata-tools/errata")
            self._act(given)

    def _check_out(self, given: Mapping[str, str]) -> None:
        assert given["persist-credentials"] in ("false", "False")
        whole = given.get("fetch-depth") == "0"
        depth = () if whole else ("--depth", "1")
        url = self.runner.github.bare.as_uri()
        run("git", "clone", "--quiet", *depth, "--branch", self.checkout, url, str(self.work))
        if given.get("ref"):
            run("git", "-C", str(self.work), "checkout", "--quiet", "--detach", given["ref"])
        if (self.runner.place / "kept").exists():
            shutil.copytree(self.runner.place / "kept", self.work, dirs_exist_ok=True)

    def _act(self, given: Mapping[str, str]) -> None:
        assert set(given) <= set(ACTION["inputs"]), "an input that the action does not have"
        self.inputs = {
            name: given.get(name) or self._text(one.get("default", ""))
            for name, one in ACTION["inputs"].items()
        }
        self._python()
        for step in ACTION["runs"]["steps"]:
            condition = step.get("if")
            runs = self._true(condition) if condition else True
            if runs and (not self.ended.status or "cancelled()" in str(condition)):
                self._act_step(step)

    def _python(self) -> None:
        python = self.temp / "errata-python/bin/python"
        python.parent.mkdir(parents=True)
        python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        python.chmod(0o755)

    def _act_step(self, step: Mapping[str, Any]) -> None:
        uses = str(step.get("uses", "")).partition("@")[0]
        given = {key: self._text(value) for key, value in step.get("with", {}).items()}
        match uses:
            case "actions/cache/save":
                self._keep(Path(given["path"]))
            case "actions/upload-artifact":
                for path in sorted(Path(given["path"]).iterdir()):
                    self.ended.artifact[path.name] = path.read_text(encoding="utf-8")
            case "" if step.get("id") != "install":
                self._script(step)
            case _:
                pass

    def _keep(self, path: Path) -> None:
        kept = self.runner.place / "kept" / path
        if (self.work / path).exists():
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(self.work / path, kept)

    def _script(self, step: Mapping[str, Any]) -> None:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "an expression in a script"
        output, summary = self.temp / "output", self.temp / "summary"
        output.write_text("")
        summary.write_text("")
        given = {key: self._text(value) for key, value in step.get("env", {}).items()}
        variables = self._variables(output, summary) | given
        cwd = self.work / self._text(step.get("working-directory", "."))
        if self.runner.processes:
            status, log = _process(step["run"], variables, cwd, self.temp / "script.sh")
        else:
            status, log = _inside(step["id"], variables, cwd)
        found = dict(line.split("=", 1) for line in output.read_text().splitlines())
        self.steps[step.get("id", "")] = {"outputs": found}
        self.ended.outputs |= found
        self.ended.log += log
        self.ended.summary += summary.read_text(encoding="utf-8")
        self.ended.status = self.ended.status or status

    def _variables(self, output: Path, summary: Path) -> dict[str, str]:
        return {
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(self.temp), "CI": "true",
            "GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_REF_NAME": "main",
            "GITHUB_RUN_ID": str(4_000 + self.runner.jobs), "GITHUB_RUN_ATTEMPT": "1",
            "GITHUB_SERVER_URL": "https://github.com", "GITHUB_API_URL": self.runner.github.url,
            "GITHUB_EVENT_PATH": str(self.place / "event.json"), "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTION_PATH": str(ROOT),
            "RUNNER_TEMP": str(self.temp), **self.runner.services.environment,
        }  # fmt: skip

    def _text(self, value: object) -> str:
        """A value of YAML with its expressions filled in."""
        return _EXPRESSION.sub(lambda found: str(self._value(found[1])), _word(value))

    def _true(self, condition: object) -> bool:
        found = _EXPRESSION.fullmatch(str(condition))
        return all(self._term(term.strip()) for term in (found[1] if found else "").split("&&"))

    def _term(self, term: str) -> bool:
        if term == "!cancelled()":
            return True
        left, sign, right = term.split(" ")
        equal = self._value(left) == right.strip("'")
        return equal if sign == "==" else not equal

    def _value(self, path: str) -> object:
        """An expression that only names something."""
        world = {
            "inputs": self.inputs, "steps": self.steps, "vars": {},
            "github": {
                "token": TOKEN, "run_id": 4_000 + self.runner.jobs, "run_attempt": 1,
                "event": self.event,
            },
        }  # fmt: skip
        found: Any = world
        for name in path.split("."):
            found = found.get(name, "") if isinstance(found, Mapping) else ""
        return found


def _process(text: str, variables: dict[str, str], cwd: Path, script: Path) -> tuple[int, str]:
    script.write_text(text)
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=cwd, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    return done.returncode, done.stdout


def _inside(name: str, variables: dict[str, str], cwd: Path) -> tuple[int, str]:
    """The step that the script of ``action.yml`` would run."""
    command = variables.get("COMMAND", "")
    second = "answer" if command == "intake" else "propose"
    step = {"ticked": "ticked", "run": command, "propose": second}[name]
    log = io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.redirect_stdout(log),
        contextlib.redirect_stderr(log),
    ):
        patch.chdir(cwd)
        for given, value in variables.items():
            patch.setenv(given, value)
        status = main([step])
    return status, log.getvalue()


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def run(*arguments: str, cwd: Path | None = None) -> str:
    """What a command prints; it must succeed."""
    done = subprocess.run(arguments, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
