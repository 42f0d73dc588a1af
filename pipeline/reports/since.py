"""What is new, gone and still open since the report before."""

import json
import re
from datetime import UTC

from pipeline.reports.overview import findings
from pipeline.reports.plain import counted
from pipeline.reports.ranking import ranked
from pipeline.values.audit import Audit, Since

SCHEMA = "errata-seen/1"

NAMED = 10
"""New findings that are named."""

_ID = re.compile(r"[0-9a-f]{12}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def seen(audit: Audit) -> str:
    """What the next report has to know of this one."""
    day = audit.generated.astimezone(UTC).strftime("%Y-%m-%d")
    ids = sorted({finding.id for finding in findings(audit)})
    return json.dumps({"schema": SCHEMA, "day": day, "ids": ids}) + "\n"


def compared(audit: Audit, before: str) -> Audit:
    """The audit, knowing what the report before had; as it is, if that is none of ours.

    What was kept may come from storage that others write to: nothing of it is shown but a day.
    """
    try:
        kept = json.loads(before)
        known = {name for name in kept["ids"] if _ID.fullmatch(name)}
        day = kept["day"]
        ours = kept["schema"] == SCHEMA and _DAY.fullmatch(day)
    except (ValueError, LookupError, TypeError):
        return audit
    if not ours:
        return audit
    now = {finding.id for finding in findings(audit)}
    since = Since(
        day=day, new=frozenset(now - known), gone=len(known - now), still=len(now & known)
    )
    return audit.but(since=since)


def since(audit: Audit) -> str:
    """The change in a sentence; empty where no report before is known."""
    if audit.since is None:
        return ""
    new = counted(len(audit.since.new), "new finding")
    gone, still = f"{audit.since.gone:,} gone", f"{audit.since.still:,} still open"
    return f"Since {audit.since.day}: {new}, {gone}, {still}."


def news(audit: Audit) -> list[tuple[str, int, str]]:
    """Path, line and code of the first new findings, what matters first."""
    new = audit.since.new if audit.since else frozenset()
    pairs = [(audited, f) for audited, f in ranked(audit.audited) if f.id in new]
    return [(audited.entry.path, finding.line, finding.code) for audited, finding in pairs[:NAMED]]
