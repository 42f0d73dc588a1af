"""Whether a list that was changed, read again, says what was intended and nothing else."""

from collections.abc import Collection, Mapping, Sequence

from pydantic import Field

from pipeline.values.entry import Entry, Reading
from pipeline.values.failure import Failure, guarded
from pipeline.values.finding import Finding
from pipeline.values.text import Value
from pipeline.write import bare_links

Touched = Mapping[str, Sequence[Finding]]
"""Entry id -> the findings whose edits were made."""


class Verdict(Value):
    """What reading again has shown; nothing in it if all reads as intended."""

    blamed: frozenset[str] = frozenset()
    """Ids of touched entries whose edits made the list read otherwise."""
    failures: dict[str, Failure] = Field(default_factory=dict)
    """Entry id -> what of ours broke when it was compared."""


def verdict(before: Reading, after: Reading, touched: Touched) -> Verdict:
    """Which edits are to blame if the list does not read as intended."""
    old, new = before.entries, after.entries
    wrong, failures = set[int](), dict[str, Failure]()
    for number, (one, other) in enumerate(zip(old, new, strict=False)):
        good = guarded("write", as_intended, one, other, touched.get(one.id, ()))
        if isinstance(good, Failure):
            failures[one.id] = good
        elif not good:
            wrong.add(number)
        if wrong and len(old) != len(new):
            break  # from here on an entry is compared with another
    if len(old) != len(new) and not wrong:
        wrong.add(min(len(old), len(new)))
    blamed = {_nearest(old, number, touched) for number in wrong} | (failures.keys() & touched)
    return Verdict(blamed=frozenset(filter(None, blamed)), failures=failures)


def _nearest(entries: Sequence[Entry], number: int, touched: Touched) -> str:
    """The touched entry there, or else the last before it, or else the first behind it."""
    places = [n for n, entry in enumerate(entries) if entry.id in touched]
    before = [n for n in places if n <= number]
    near = before[-1:] or places[:1]
    return entries[near[0]].id if near else ""


def as_intended(before: Entry, after: Entry, findings: Sequence[Finding]) -> bool:
    """Whether an entry says what it said, but for the fields of these findings: they say some."""
    whole = bare_links.completes(before, findings)
    fields = {f for finding in findings for f in _fields(finding)} | set(
        bare_links.FIELDS if whole else ()
    )
    if _said(before, fields) != _said(after, fields):
        return False
    if any(getattr(before, f, None) and not getattr(after, f, None) for f in fields):
        return False
    return not whole or after.title is not None


def _fields(finding: Finding) -> tuple[str, ...]:
    """The fields that a finding's edits change: a preprint that was published moves house."""
    return ("link", "venue", "year") if finding.field == "status" else (finding.field,)


def _said(entry: Entry, apart_from: Collection[str]) -> dict[str, object]:
    """What an entry says, places aside, without these fields."""
    said: dict[str, object] = {
        "title": entry.title and entry.title.text,
        "authors": entry.authors and ([n.text for n in entry.authors.names], entry.authors.et_al),
        "venue": entry.venue and entry.venue.text,
        "year": entry.year and (entry.year.value, entry.year.source),
        "link": [link.url for link in entry.links],
        "section": entry.section,
        "key": entry.key,
        "kind": entry.kind,
        "unparsed": entry.unparsed,
    }
    hidden = {"doi": "link"}
    gone = {hidden.get(field, field) for field in apart_from}
    return {field: value for field, value in said.items() if field not in gone}
