"""From findings to the state of an entry's fields, and what a curator has silenced."""

from collections.abc import Sequence

from pipeline.checks.case import Case
from pipeline.checks.venue import venue_confirmed
from pipeline.compare.titles import key
from pipeline.values.audit import FieldState
from pipeline.values.entry import Entry
from pipeline.values.finding import Finding, Severity
from pipeline.values.settings import Ignore, Settings

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
        return bool(sure.byline and sure.byline.kind != "unknown")
    if field == "venue":
        return venue_confirmed(case)
    if field == "year":
        return sure.year is not None
    if field == "link":
        return any(voice.linked for voice in sure.voices)
    return True


def silenced(code: str, entry: Entry, settings: Settings) -> bool:
    """Whether a curator or the caller does not want to hear of this code here."""
    if settings.only and code not in settings.only:
        return True
    if code in entry.ignored or "*" in entry.ignored:
        return True
    return any(covers(ignore, code, entry) for ignore in settings.ignore)


def covers(ignore: Ignore, code: str, entry: Entry) -> bool:
    """Whether an ignore is about this code at this entry."""
    if code not in ignore.codes and "*" not in ignore.codes:
        return False
    if ignore.list is not None and ignore.list != entry.path:
        return False
    return ignore.entry is None or _is_entry(ignore.entry, entry)


def _is_entry(wanted: str, entry: Entry) -> bool:
    """By identifier, citation key or title."""
    if wanted == entry.key or any(wanted == str(m.identifier) for m in entry.mentions):
        return True
    return bool(entry.title and key(entry.title.text) == key(wanted))
