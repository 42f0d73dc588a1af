"""What changed between two JSON reports, and the badge of one audit.

Findings are the same if their ids are: an id stays from run to run as long as the finding stands,
wherever its line has moved.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from pipeline.reports.markup import code, inert
from pipeline.reports.overview import Summary, summary
from pipeline.reports.plain import counted, shown
from pipeline.reports.ranking import ORDER
from pipeline.values.audit import Audit
from pipeline.values.finding import Severity
from pipeline.values.text import Value


class NoReportError(Exception):
    """Something that is no JSON report of errata; the message says what it lacks."""


class Reported(Value):
    """A finding as a JSON report tells it."""

    id: str
    code: str
    severity: Severity
    path: str
    entry: str
    """Id of the entry in its report."""
    line: int
    title: str
    message: str


_TOLD = ("id", "code", "severity", "line", "message")


class Differences(Value):
    """The findings of two reports, compared; each in the order of its report."""

    new: tuple[Reported, ...]
    gone: tuple[Reported, ...]
    unchanged: tuple[Reported, ...]
    """As the newer report tells them."""


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Differences:
    """The findings that came, went and stayed between two JSON reports.

    Of an entry that has failed since, what was found is not gone: nobody knows.

    Raises:
        NoReportError: one of them is not a report.

    """
    before, after = _reported(old), _reported(new)
    lost = {
        entry.get("id") for paper_list in new["lists"] for entry in paper_list["entries"]
        if entry.get("status") == "failed"
    }  # fmt: skip
    return Differences(
        new=tuple(finding for key, finding in after.items() if key not in before),
        gone=tuple(
            finding
            for key, finding in before.items()
            if key not in after and finding.entry not in lost
        ),
        unchanged=tuple(finding for key, finding in after.items() if key in before),
    )


def _reported(report: Any) -> dict[str, Reported]:  # noqa: ANN401  JSON
    if not isinstance(report, Mapping) or report.get("schema") != "errata-report/1":
        raise NoReportError("not a JSON report of errata: “schema” is not errata-report/1")
    try:
        return {finding.id: finding for finding in _findings(report)}
    except (LookupError, TypeError, ValidationError) as error:
        raise NoReportError(f"a JSON report of errata that is damaged: {error}") from error


def _findings(report: Mapping[str, Any]) -> Iterator[Reported]:
    for paper_list in report["lists"]:
        for entry in paper_list["entries"]:
            for finding in entry["findings"]:
                yield Reported(
                    path=paper_list["path"],
                    entry=str(entry["id"]),
                    title=entry["title"] or "",
                    **{name: finding[name] for name in _TOLD},
                )


def headline(compared: Differences) -> str:
    """The comparison in one line: "2 new, 1 gone, 24 unchanged"."""
    return (
        f"{len(compared.new):,} new, {len(compared.gone):,} gone, "
        f"{len(compared.unchanged):,} unchanged"
    )


def text(compared: Differences) -> str:
    """The comparison for a terminal; what is unchanged is only counted."""
    lines = [
        f"{sign} {reported.severity.value:7} {shown(reported.code)}  "
        f"{shown(reported.path)}:{reported.line}  {shown(reported.title)}\n"
        f"            {shown(reported.message)}"
        for sign, findings in (("+", compared.new), ("-", compared.gone))
        for reported in findings
    ]
    return "\n".join([*lines, headline(compared)]) + "\n"


def markdown(compared: Differences) -> str:
    """The comparison for a pull request; nothing in it is live."""
    parts = [f"**{headline(compared)}**"]
    for name, findings in (("New", compared.new), ("Gone", compared.gone)):
        if findings:
            parts.append(f"### {name}\n\n" + "\n".join(map(_item, findings)))
    return "\n\n".join(parts) + "\n"


def _item(reported: Reported) -> str:
    return (
        f"- **{reported.severity.value}** {code(reported.code)} "
        f"{inert(reported.path)}, line {reported.line}, {inert(reported.title) or 'no title'}: "
        f"{inert(reported.message)}"
    )


COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def badge(audit: Audit) -> dict[str, Any]:
    """The audit as a shields.io endpoint: ``{"schemaVersion": 1, "label": "errata", …}``.

    An incomplete run never shows green. Source: shields.io, "Endpoint Badge".
    """
    sums = summary(audit)
    worst = _worst(sums)
    message, colour = "nothing found", "brightgreen"
    if worst:
        message, colour = _count(sums, worst), COLOURS[worst]
    elif not audit.complete or sums.failed:
        message, colour = "incomplete", "lightgrey"
    return {"schemaVersion": 1, "label": "errata", "message": message, "color": colour}


def _worst(sums: Summary) -> Severity | None:
    """Error or warning; notices are no reason to look."""
    numbers = zip(ORDER, (sums.errors, sums.warnings), strict=False)
    return next((severity for severity, number in numbers if number), None)


def _count(sums: Summary, severity: Severity) -> str:
    number = sums.errors if severity is Severity.ERROR else sums.warnings
    return counted(number, severity.value)
