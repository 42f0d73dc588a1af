"""The commands that reports print: each runs as it stands, its lists named and quoted."""

from collections.abc import Iterable

from pipeline.reports.plain import shown
from pipeline.values.audit import Audit
from pipeline.values.entry import Entry
from pipeline.values.finding import Finding
from pipeline.values.shell import words


def fix(lists: Iterable[str], *options: str) -> str:
    """``errata fix`` on these lists."""
    return " ".join(["errata fix", words(map(shown, lists)), *options])


def check(lists: Iterable[str], *options: str) -> str:
    """``errata check`` on these lists."""
    return " ".join(["errata check", words(map(shown, lists)), *options])


def concerned(entry: Entry, finding: Finding) -> tuple[str, ...]:
    """The lists that must be read for the finding to be found again."""
    other = finding.other.rpartition("#")[0]
    return (entry.path, other) if other and other != entry.path else (entry.path,)


def of(audit: Audit) -> tuple[str, ...]:
    """The lists of a run."""
    return tuple(reading.document.path for reading in audit.readings)
