"""`errata diff`: two reports compared."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from pipeline.cli.streams import give
from pipeline.edge.files import UserError, read_list
from pipeline.reports import differences
from pipeline.values.finding import Severity


def diff(options: argparse.Namespace) -> int:
    """1 if the newer report has findings at or above ``--fail-on`` that the older has not."""
    try:
        compared = differences.differences(_report(options.old), _report(options.new))
    except differences.NoReportError as error:
        raise UserError(f"{options.old} or {options.new}: {error}.") from error
    renderers = {"markdown": differences.markdown, "json": _json, "text": differences.text}
    (sys.stdout.write if options.format == "text" else give)(renderers[options.format](compared))
    return int(
        any(_fails(reported.severity, options.fail_on or "error") for reported in compared.new)
    )


def _fails(severity: Severity, threshold: str) -> bool:
    rank = [each.value for each in (Severity.ERROR, Severity.WARNING, Severity.NOTICE)]
    return threshold in rank and rank.index(severity.value) <= rank.index(threshold)


def _report(path: str) -> Any:  # noqa: ANN401  JSON
    advice = "Write one with: errata check LIST --report report.json"
    if path != "-" and not Path(path).exists():
        raise UserError(f"There is no report {path}. {advice}")
    try:
        return json.loads(read_list(path).document.text)
    except (ValueError, RecursionError) as error:
        raise UserError(f"{path} is no JSON report. {advice}") from error


def _json(compared: differences.Differences) -> str:
    fields = compared.model_dump(mode="json")
    return json.dumps({"schema": "errata-diff/1", **fields}, indent=2, ensure_ascii=False) + "\n"
