"""Fixes into texts, with the proof that nothing else changed."""

from collections.abc import Collection, Sequence

from pipeline import formats
from pipeline.values.audit import Audited
from pipeline.values.codes import BY_NAME, movable
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.finding import Finding, FixKind
from pipeline.values.text import Edit, Value, apply
from pipeline.write import bare_links
from pipeline.write.kept_encoding import unrepaired
from pipeline.write.moves import moved


class WriteBackError(Exception):
    """The changed text does not read as intended: a bug of ours, and nothing is written."""


class Accepted(Value):
    """Which fixes are to be written."""

    ids: frozenset[str] = frozenset()
    """Findings accepted one by one, besides the automatic ones."""
    style: bool = False
    """Style fixes too."""
    automatic: bool = True
    """False: only ``ids``."""
    move: bool = False
    """Entries under another year's heading move, all of them; else those in ``ids``."""

    def moves(self, finding: Finding) -> bool:
        """Whether the entry moves to the section of its year."""
        return movable(finding) and (self.move or finding.id in self.ids)

    def takes(self, finding: Finding) -> bool:
        """Whether this finding's edits are written."""
        if not finding.edits:
            return self.moves(finding)
        if finding.id in self.ids:
            return finding.fix is not FixKind.NONE
        wanted = self.style or not BY_NAME[finding.code].style
        return self.automatic and finding.fix is FixKind.AUTO and wanted


def rewritten(reading: Reading, audited: Sequence[Audited], accepted: Accepted) -> str:
    """The list's text after the accepted fixes, wrong decoding repaired; the same text if none.

    Raises:
        WriteBackError: read again, the text does not say what was intended.

    """
    fixes = [(a, _taken(a, accepted)) for a in audited if a.entry.path == reading.document.path]
    touched = {a.entry.id: found for a, found in fixes if found}
    going = [a for a, _ in fixes if any(map(accepted.moves, a.findings))]
    edits = [edit for found in touched.values() for finding in found for edit in finding.edits]
    if not edits and not going:
        return reading.text if _repairs(audited, reading) else reading.document.text
    text = apply(reading.text, _apart(edits))
    prove(reading, text, touched)
    return moved(reading.document.path, text, going) if going else text


def rewritten_alone(reading: Reading, audited: Sequence[Audited], accepted: Accepted) -> str:
    """The same with wrong decoding elsewhere left as it is: nobody accepted its repair.

    Where a fix touches a repair, both are made.

    Raises:
        WriteBackError: read again, the text does not say what was intended.

    """
    whole = rewritten(reading, audited, accepted)
    mine = [a for a in audited if a.entry.path == reading.document.path]
    wanted = _apart([edit for a in mine for f in _taken(a, accepted) for edit in f.edits])
    edits = [unrepaired(reading, edit) for edit in wanted]
    if not reading.repairs or None in edits:
        return whole
    text = apply(reading.document.text, [edit for edit in edits if edit])
    path = reading.document.path
    again, intended = (formats.read(Document(path=path, text=t)).text for t in (text, whole))
    if again != intended:
        raise WriteBackError(f"{path}: a correction did not find its place")
    return text


def marked(audited: Sequence[Audited], accepted: Accepted) -> tuple[Audited, ...]:
    """What was audited, each finding that was written saying so."""
    return tuple(a.but(findings=_marked(a, accepted)) for a in audited)


def _marked(audited: Audited, accepted: Accepted) -> tuple[Finding, ...]:
    ids = {found.id for found in _taken(audited, accepted)}
    ids |= {found.id for found in audited.findings if accepted.moves(found)}
    return tuple(f.but(written=True) if f.id in ids else f for f in audited.findings)


def _taken(audited: Audited, accepted: Accepted) -> list[Finding]:
    sure = audited.match is not None and audited.match.sure
    return [f for f in audited.findings if sure and accepted.takes(f)]


def _repairs(audited: Sequence[Audited], reading: Reading) -> bool:
    """Whether wrong decoding is to be repaired: not if every finding of it was silenced."""
    if reading.text == reading.document.text:
        return False
    garbled = [a for a in audited if a.entry.path == reading.document.path and a.entry.garbled]
    return not garbled or any(f.code == "encoding" for a in garbled for f in a.findings)


def _apart(edits: Sequence[Edit]) -> list[Edit]:
    """Edits that do not collide: of two that want one place the first stays, the other waits."""
    kept: list[Edit] = []
    for edit in edits:
        if not any(_collide(edit, other) for other in kept):
            kept.append(edit)
    return kept


def _collide(one: Edit, other: Edit) -> bool:
    if one == other:
        return True
    return one.span.start < other.span.end and other.span.start < one.span.end


def prove(reading: Reading, text: str, touched: dict[str, list[Finding]]) -> None:
    """Nothing if the text reads as intended.

    Raises:
        WriteBackError: an entry that was not touched reads otherwise, or a touched field says
            nothing any more.

    """
    path = reading.document.path
    again = formats.read(Document(path=path, text=text)).entries
    if len(again) != len(reading.entries):
        raise WriteBackError(f"{path}: {len(reading.entries)} entries became {len(again)}")
    for before, after in zip(reading.entries, again, strict=True):
        findings = touched.get(before.id, ())
        whole = bare_links.completes(before, findings)
        fields = {f for finding in findings for f in _fields(finding)} | set(
            bare_links.FIELDS if whole else ()
        )
        changed = _said(before, fields) != _said(after, fields)
        lost = any(getattr(before, f, None) and not getattr(after, f, None) for f in fields)
        if changed or lost or (whole and after.title is None):
            raise WriteBackError(f"{path}:{before.line}: a field changed that should not have")


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
