"""What was right and what was wrong, counted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.compare.titles import key
from pipeline.values.audit import Audited, Status
from pipeline.values.entry import Entry
from pipeline.values.finding import Finding, Severity
from pipeline.values.identifiers import Identifier
from tests.benchmarks.accuracy.audited import Seen
from tests.benchmarks.accuracy.corpus import Corpus, Row

FIELDS = ("title", "authors", "venue", "year", "link")
ALIKE = {"doi": "link"}
"""Fields of findings that count as another."""
EQUAL = {"link-elsewhere": "doi-differs"}
"""The code of a fault where the identifier is written out instead of linked."""
BINS = (0.0, 0.5, 0.8, 0.9, 0.95, 0.99)


@dataclass
class Score:
    """The counts of one run or of several."""

    entries: int = 0
    unread: int = 0
    real: int = 0
    right: int = 0
    """Resolved to the work meant, or to another version of it."""
    wrong: int = 0
    """Resolved to another work; invented references that were resolved are among them."""
    invented: int = 0
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    sound: Counter[str] = field(default_factory=Counter)
    accused: Counter[str] = field(default_factory=Counter)
    """False accusations by field."""
    written: int = 0
    miswritten: int = 0
    findings: Counter[tuple[float, bool]] = field(default_factory=Counter)
    matches: Counter[tuple[float, bool]] = field(default_factory=Counter)
    cases: list[str] = field(default_factory=list)
    """Every wrong thing in words, to be looked at."""

    def add(self, other: "Score") -> None:
        """Counts another run too."""
        for name, value in vars(other).items():
            mine = getattr(self, name)
            if isinstance(mine, Counter):
                mine.update(value)
            else:
                setattr(self, name, mine + value)

    def note(self, kind: str, one: Seen, what: str) -> None:
        """Keeps a case to be looked at."""
        row, raw = one.planted.row, " ".join(one.raw.split())
        codes = ",".join(fault.code for fault in one.planted.faults) or "sound"
        self.cases.append(f"{kind} [{codes}] {row.id if row else 'invented'}: {what}\n    {raw}")


def score(corpus: Corpus, everyone: Sequence[Seen]) -> Score:
    """The counts over the entries of a list."""
    total = Score()
    repeated = Counter(one.planted.row.id for one in everyone if one.planted.row)
    for one in everyone:
        total.entries += 1
        total.planted.update(fault.code for fault in one.planted.faults)
        if one.audited is None:
            total.unread += 1
            total.note("unread", one, "")
            continue
        _resolution(total, corpus, one, one.audited)
        _faults(total, one, one.audited)
        if one.planted.row:
            _accusations(total, corpus, one, one.audited, repeated)
            _writing(total, corpus, one, one.audited)
    return total


def names_of(corpus: Corpus, row: Row) -> set[Identifier]:
    """Every identifier of the work in any version."""
    return {name for kin in corpus.kin(row) for name in kin.identifiers}


def _resolution(total: Score, corpus: Corpus, one: Seen, audited: Audited) -> None:
    row, match = one.planted.row, audited.match
    resolved = audited.status is Status.RESOLVED
    total.real += row is not None
    total.invented += row is None
    told = {i for c in match.evidence for i in c.work.identifiers} if match else set()
    right = row is not None and bool(told & names_of(corpus, row))
    total.right += resolved and right
    total.wrong += resolved and not right
    if match and told:
        total.matches[_bin(match.confidence), right] += 1
    if (resolved and not right) or (row and not resolved):
        to = match.evidence[0].work.title if match and match.evidence else ""
        kind = "resolved wrongly" if resolved else "not resolved"
        total.note(kind, one, f"{audited.status} {match and match.reasons} {to[:70]!r}")


def _bin(confidence: float) -> float:
    return max(low for low in BINS if confidence >= low)


def _loud(audited: Audited) -> Iterator[Finding]:
    return (f for f in audited.findings if f.severity is not Severity.NOTICE)


def _field(finding: Finding) -> str:
    return ALIKE.get(finding.field, finding.field)


def _faults(total: Score, one: Seen, audited: Audited) -> None:
    findings = list(_loud(audited))
    for fault in one.planted.faults:
        whole = fault.field in ("entry", "status")
        # That a preprint was published with another text is a notice, and right.
        heard = audited.findings if fault.field == "status" else findings
        exact = any(f.code in (fault.code, EQUAL.get(fault.code)) for f in heard)
        near = not whole and any(_field(f) == fault.field for f in findings)
        unresolved = fault.code == "not-found" and audited.status is not Status.RESOLVED
        total.exact[fault.code] += exact
        total.found[fault.code] += exact or near or unresolved
        if not (exact or near or unresolved):
            total.note("missed", one, f"{fault.code} {_told(audited)}")


def _told(audited: Audited) -> str:
    return f"{audited.status} " + "; ".join(f"{f.code} {f.message}"[:200] for f in audited.findings)


def _accusations(
    total: Score, corpus: Corpus, one: Seen, audited: Audited, repeated: Counter[str]
) -> None:
    row = one.planted.row
    assert row is not None
    said = (name for name in FIELDS if name != one.planted.unsaid)
    total.sound.update(name for name in said if not one.planted.hurt(name))
    accused = set()
    for finding in _loud(audited):
        name = _field(finding)
        right = _deserved(corpus, one, row, finding, repeated)
        total.findings[_bin(finding.confidence), right] += 1
        if not right and name not in accused:
            accused.add(name)
            total.accused[name] += 1
            shown = f"{finding.code}: {finding.current[:150]!r} -> {finding.proposed[:150]!r}"
            total.note("falsely accused", one, f"{shown} ({finding.confidence})")


def _deserved(
    corpus: Corpus, one: Seen, row: Row, finding: Finding, repeated: Counter[str]
) -> bool:
    """Whether a finding is right: planted, or a fact of the world."""
    kin = corpus.kin(row)
    match finding.code:
        case "superseded":
            posted = row.is_preprint or "arxiv.org" in one.planted.draft.link
            return posted and any(other.doi and not other.is_preprint for other in kin)
        case "retracted" | "concern" | "corrected":
            return any(other.retracted or other.told for other in kin)
        case "duplicate":
            return sum(repeated[other.id] for other in kin) > 1
        case "encoding":
            return any(fault.code == "encoding" for fault in one.planted.faults)
        case "ambiguous" | "not-found":
            return False
    return one.planted.hurt(_field(finding))


def _writing(total: Score, corpus: Corpus, one: Seen, audited: Audited) -> None:
    before, after, row = audited.entry, one.after, one.planted.row
    assert row is not None
    assert after is not None
    for name, says in SAYS.items():
        if says(before) == says(after):
            continue
        total.written += 1
        if not TRUE[name](after, corpus.kin(row)):
            total.miswritten += 1
            total.note("written wrongly", one, f"{name}: {says(before)} -> {says(after)}")


def _people(entry: Entry) -> tuple[str, ...]:
    return tuple(key(n.text) for n in entry.authors.names) if entry.authors else ()


def _links(entry: Entry) -> tuple[Identifier, ...]:
    return tuple(mention.identifier for mention in entry.mentions)


SAYS = {
    "title": lambda e: key(e.title.text) if e.title else "",
    "authors": _people,
    "venue": lambda e: key(e.venue.text) if e.venue else "",
    "year": lambda e: e.year.value if e.year else None,
    "link": _links,
}  # fmt: skip
"""What an entry says in a field, for comparison."""


def _true_title(after: Entry, kin: Sequence[Row]) -> bool:
    return SAYS["title"](after) in {key(row.title) for row in kin}


def _true_people(after: Entry, kin: Sequence[Row]) -> bool:
    """The family names of one version, in order; a prefix of them before "et al."."""
    got = _people(after)
    cut = bool(after.authors and after.authors.et_al)
    for row in kin:
        families = [key(author.last) for author in row.authors]
        whole = len(got) == len(families) or (cut and 0 < len(got) <= len(families))
        if whole and all(want in name for want, name in zip(families, got, strict=False)):
            return True
    return False


def _true_venue(after: Entry, kin: Sequence[Row]) -> bool:
    names = {key(n) for row in kin for n in (row.container_title, row.short_container_title)}
    return SAYS["venue"](after) in names


def _true_year(after: Entry, kin: Sequence[Row]) -> bool:
    return bool(after.year and any(abs(after.year.value - (r.year or 0)) <= 1 for r in kin))


def _true_link(after: Entry, kin: Sequence[Row]) -> bool:
    names = {name for row in kin for name in row.identifiers}
    return bool(_links(after)) and set(_links(after)) <= names


TRUE = {
    "title": _true_title, "authors": _true_people, "venue": _true_venue, "year": _true_year,
    "link": _true_link,
}  # fmt: skip
"""Whether what was written is true of any version."""
