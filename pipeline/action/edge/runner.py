"""A step on its runner: what GitHub hands it, and what it hands back.

Everything that a step prints is wrapped in ``stop-commands``: a title of ``::set-env…`` in a list
stays text. What is meant for the runner comes after it, escaped.
Source: GitHub Docs, "Workflow commands for GitHub Actions"; "Security hardening", script injection.
"""

import json
import secrets
import sys
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import Field

from pipeline.action.event import ActionError
from pipeline.edge.files import UserError
from pipeline.reports.plain import shown
from pipeline.values.exits import BUG
from pipeline.values.text import Value

T = TypeVar("T", bound=Value)

LARGEST_EVENT = 64 * 1024 * 1024


class StepOutcome(Value):
    """What a step has to say when it is done."""

    status: int = 0
    commands: tuple[str, ...] = ()
    """Workflow commands and lines for the log, escaped."""
    outputs: dict[str, str] = Field(default_factory=dict)
    summary: str = ""


Variables = Mapping[str, str]
Step = Callable[[Variables], StepOutcome]


def run(step: Step, variables: Variables) -> int:
    """The exit status of a step; its outputs and its summary written where GitHub reads them."""
    token = secrets.token_hex(16)
    _say(f"::stop-commands::{token}")
    try:
        outcome = _tried(step, variables)
    finally:
        sys.stderr.flush()
        _say(f"::{token}::")
    for line in outcome.commands:
        _say(line)
    _append(variables, "GITHUB_OUTPUT", "".join(map(_output, outcome.outputs.items())))
    _append(variables, "GITHUB_STEP_SUMMARY", outcome.summary)
    return outcome.status


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _tried(step: Step, variables: Variables) -> StepOutcome:
    try:
        return step(variables)
    except (ActionError, UserError) as error:
        return StepOutcome(status=1, commands=(command("error", str(error)),))
    except Exception:  # noqa: BLE001  the last stop: a bug of ours must not pass for a finding
        traceback.print_exc()
        text = command("error", "This is a bug in Errata; see the log.")
        return StepOutcome(status=BUG, commands=(text,))


def command(name: str, text: str) -> str:
    """A workflow command that shows this text and nothing else: ``::notice title=Errata::…``."""
    safe = shown(text).replace("%", "%25")
    return f"::{name} title=Errata::{safe}"


def _output(pair: tuple[str, str]) -> str:
    name, value = pair
    return f"{name}={shown(value)}\n"


def _append(variables: Variables, name: str, text: str) -> None:
    path = variables.get(name)
    if path and text:
        with Path(path).open("a", encoding="utf-8", errors="replace") as file:
            file.write(text)


def event(variables: Variables) -> dict[str, Any]:
    """What started the run.

    Raises:
        ActionError: there is no event file, or it is none.

    """
    try:
        path = Path(variables["GITHUB_EVENT_PATH"])
        parsed = json.loads(path.read_bytes()[:LARGEST_EVENT])
    except (KeyError, OSError, ValueError) as error:
        raise ActionError("There is no event file. This runs as a step of a workflow.") from error
    return parsed if isinstance(parsed, dict) else {}


def folder(variables: Variables) -> Path:
    """Where one step leaves what the next one needs, outside the work tree.

    Raises:
        ActionError: GitHub names no such place.

    """
    if not variables.get("RUNNER_TEMP"):
        raise ActionError("RUNNER_TEMP is not set. This runs as a step of a GitHub workflow.")
    path = Path(variables["RUNNER_TEMP"]) / "errata"
    path.mkdir(parents=True, exist_ok=True)
    return path


def clear(variables: Variables, name: str) -> None:
    """Takes away what another use of the action in the same job has left."""
    (folder(variables) / f"{name}.json").unlink(missing_ok=True)


def hand_over(variables: Variables, name: str, value: Value) -> None:
    """Leaves a value for the next step."""
    (folder(variables) / f"{name}.json").write_text(value.model_dump_json(), encoding="utf-8")


def handed_over(variables: Variables, name: str, kind: type[T]) -> T | None:
    """The value that the step before has left; None if it left none."""
    path = folder(variables) / f"{name}.json"
    if not path.is_file():
        return None
    return kind.model_validate_json(path.read_text(encoding="utf-8"))
