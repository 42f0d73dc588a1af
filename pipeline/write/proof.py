"""Whether a list that was changed, read again, says what was intended and nothing else."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate

from pydantic import Field

from pipeline.values.entry import Entry, Reading
from pipeline.values.failure import Failure, guarded
from pipeline.values.finding import Finding
from pipeline.values.identifiers import Identifier
from pipeline.values.text import Span, Value, apply
from pipeline.write import bare_links

Touched = Mapping[str, Sequence[Finding]]
"""Entry id -> the findings whose edits were made."""


class Proof(Value):
    """What reading again has shown; nothing in it if all reads as intended."""

    blamed: frozenset[str] = frozenset()
    """Ids of touched entries whose edits made the list read otherwise."""
    failures: dict[str, Failure] = Field(default_factory=dict)
    """Entry id -> what of ours broke when it was compared."""


def verdict(before: Reading, after: Reading, touched: Touched) -> Proof:
    """Which edits are to blame if the list does not read as intended."""
    wrong, failures = set[int](), dict[str, Failure]()
    entries, strangers = partners(before, after, touched)
    for number, (entry, other) in enumerate(zip(before.entries, entries, strict=True)):
        if other is None:
            wrong.add(number)
            continue
        good = guarded("write", as_intended, entry, other, touched.get(entry.id, ()))
        if isinstance(good, Failure):
            failures[entry.id] = good
        elif not good:
            wrong.add(number)
    names = {_nearest(before.entries, number, touched) for number in wrong | strangers}
    blamed = {name for name in names if name} | (failures.keys() & touched)
    return Proof(blamed=frozenset(blamed), failures=failures)


def partners(
    before: Reading, after: Reading, touched: Touched
) -> tuple[list[Entry | None], set[int]]:
    """What each entry is now, None if nothing; and those behind which entries came that were not.

    Where their number is as before they are the same in their order. Otherwise each is looked for
    where the edits before it have moved it.
    """
    if len(before.entries) == len(after.entries):
        return list(after.entries), set()
    edits = {
        edit for findings in touched.values() for finding in findings for edit in finding.edits
    }
    moves = sorted((e.span.end, len(e.replacement) - (e.span.end - e.span.start)) for e in edits)
    places, shift = [end for end, _ in moves], [0, *accumulate(by for _, by in moves)]
    there = {entry.span.start: entry for entry in after.entries}
    starts = [e.span.start + shift[bisect_right(places, e.span.start)] for e in before.entries]
    entries = [there.pop(start, None) for start in starts]
    return entries, {max(bisect_right(starts, start) - 1, 0) for start in there}


def _nearest(entries: Sequence[Entry], number: int, touched: Touched) -> str:
    """The touched entry there, or else the last before it, or else the first behind it."""
    order = (*range(number, -1, -1), *range(number + 1, len(entries)))
    return next((entries[n].id for n in order if entries[n].id in touched), "")


def as_intended(before: Entry, after: Entry, findings: Sequence[Finding]) -> bool:
    """Whether an entry says what it said, but for the fields of these findings: they say some."""
    whole = bare_links.completes(before, findings)
    fields = {f for finding in findings for f in _fields(finding)} | set(
        (*bare_links.FIELDS, "kind") if whole else ()
    )
    if fields_said(_as_taught(before, findings), fields) != fields_said(after, fields):
        return False
    if any(getattr(before, f, None) and not getattr(after, f, None) for f in fields):
        return False
    return not whole or (after.title is not None and _carried(before) <= _carried(after))


def _as_taught(before: Entry, findings: Sequence[Finding]) -> Entry:
    """The entry with what was corrected within its title where that was read with the by-line.

    Its work told which words are authors; who reads it again without asking takes them for title.
    """
    title = before.title
    if title is None or title.raw != title.text:
        return before
    within = [
        edit for finding in findings if finding.field == "authors" for edit in finding.edits
        if title.span.start <= edit.span.start and edit.span.end <= title.span.end
    ]  # fmt: skip
    if not within:
        return before
    start = title.span.start
    moved = [e.but(span=Span(start=e.span.start - start, end=e.span.end - start)) for e in within]
    taught = apply(title.raw, moved)
    return before.but(title=title.but(text=taught, raw=taught))


def _carried(entry: Entry) -> set[Identifier]:
    """The identifiers that the entry gives, guesses from addresses aside."""
    return {m.identifier for m in entry.mentions if m.where != "derived"}


def _fields(finding: Finding) -> tuple[str, ...]:
    """The fields that a finding's edits change: a preprint that was published moves house."""
    return ("link", "venue", "year") if finding.field == "status" else (finding.field,)


def fields_said(entry: Entry, apart_from: Collection[str] = ()) -> dict[str, object]:
    """What an entry says, places aside, without these fields."""
    every: dict[str, object] = {
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
    return {field: value for field, value in every.items() if field not in gone}
