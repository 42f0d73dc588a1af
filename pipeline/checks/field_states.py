"""From findings to the state of an entry's fields."""

from collections.abc import Sequence

from pipeline.checks.case import Case
from pipeline.checks.venue import venue_confirmed
from pipeline.values.audit import FieldState
from pipeline.values.entry import Entry
from pipeline.values.finding import Finding, Severity

SOUND = ("same", "initials", "prefix", "noise")
"""Comparisons of a by-line that bear it out."""

ONLINE_FIRST = 1
"""Years between a paper online and in print: a year that near is one of the work's."""

FIELDS = ("title", "authors", "venue", "year", "link")


def fields_of(case: Case, findings: Sequence[Finding]) -> dict[str, FieldState]:
    """Each field of the entry: confirmed, differs, filled, unverified or absent."""
    return {field: _state(case, field, findings) for field in FIELDS}


def _state(case: Case, field: str, findings: Sequence[Finding]) -> FieldState:
    mine = [f for f in findings if f.field == field or (field == "link" and f.field == "doi")]
    given = _given(case.entry, field)
    if any(f.severity is not Severity.NOTICE for f in mine):
        if not given:
            return "filled" if any(f.edits for f in mine) else "absent"
        return "differs"
    if not given:
        return "absent"
    if not case.sure:
        return "unverified"
    return "confirmed" if _confirmed(case, field) else "unverified"


def _given(entry: Entry, field: str) -> bool:
    if field == "link":
        return bool(entry.mentions) or any(link.url for link in entry.links)
    return getattr(entry, field) is not None


def _confirmed(case: Case, field: str) -> bool:
    """A voice bears the field out; silence is no confirmation."""
    sure = case.sure
    if not sure:
        return False
    if field == "authors":
        return bool(sure.byline and sure.byline.kind in SOUND)
    if field == "venue":
        return venue_confirmed(case)
    if field == "year":
        return sure.year is not None and sure.year <= ONLINE_FIRST
    if field == "link":
        return any(voice.linked for voice in sure.voices)
    return sure.agrees
