"""The findings as a table, one a row, safe to open in a spreadsheet.

Source: RFC 4180; OWASP, "CSV Injection": a cell that begins with ``=``, ``+``, ``-``, ``@`` or a
wide form of them is computed, so an apostrophe is put before it.
"""

import csv
import io

from pipeline.reports.overview import broke
from pipeline.reports.plain import shown
from pipeline.values.audit import Audit, Audited, Habit
from pipeline.values.codes import BY_NAME
from pipeline.values.failure import Failure
from pipeline.values.finding import Finding

COLUMNS = (
    "list", "line", "entry", "title", "severity", "code", "field", "current", "proposed", "fix",
    "confidence", "message", "other", "sources", "evidence", "id",
)  # fmt: skip

_COMPUTED = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render(audit: Audit) -> str:
    """The table with a header row; every cell is quoted, every line ends in CR LF."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for audited in audit.audited:
        if audited.failure:
            writer.writerow([cell(text) for text in _failed(audited, audited.failure)])
        writer.writerows(
            [cell(text) for text in _row(audited, finding)] for finding in audited.findings
        )
    writer.writerows([cell(text) for text in _habit(habit)] for habit in audit.habits)
    return table.getvalue()


def _failed(audited: Audited, failure: Failure) -> tuple[str, ...]:
    """A row for an entry at which something of ours broke: no finding, and nothing to look up."""
    entry = audited.entry
    title = entry.title.text if entry.title else ""
    head = (entry.path, str(entry.line), entry.id, title, "error", audited.status.value, "entry")
    cells = ("", "", "none", "", broke(failure))
    return (*head, *cells, *("",) * (len(COLUMNS) - len(head) - len(cells)))


def _habit(habit: Habit) -> tuple[str, ...]:
    """A row of its own for what a list does on purpose; its severity is "habit"."""
    number = f"{habit.number} of {habit.of}: {habit.message}"
    row = {
        "list": habit.path, "severity": "habit", "code": habit.code, "message": number,
        "field": BY_NAME[habit.code].field, "other": habit.example,
    }  # fmt: skip
    return tuple(row.get(column, "") for column in COLUMNS)


def _row(audited: Audited, finding: Finding) -> tuple[str, ...]:
    entry = audited.entry
    return (
        entry.path,
        str(finding.line),
        entry.id,
        entry.title.text if entry.title else "",
        finding.severity.value,
        finding.code,
        finding.field,
        finding.current,
        finding.proposed,
        finding.fix.value,
        f"{finding.confidence:.3f}",
        finding.message,
        finding.other,
        " ".join(dict.fromkeys(evidence.source for evidence in finding.evidence)),
        " ".join(evidence.url for evidence in finding.evidence),
        finding.id,
    )


def cell(text: str) -> str:
    """The text as a spreadsheet shows it and never computes it."""
    plain = shown(text)
    return f"'{plain}" if plain.startswith(_COMPUTED) else plain
