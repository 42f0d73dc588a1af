"""The findings there are: code, severity, field, and whether ``fix`` may write.

The table is the contract with everybody who reads reports: a code keeps its name for ever.
To add one: a row here, a check in ``pipeline/checks/``, a page in ``checks/explanations/``.
"""

from pipeline.values.finding import Finding, FixKind, Severity
from pipeline.values.text import Value


class Code(Value):
    """One kind of finding."""

    name: str
    severity: Severity
    field: str
    meaning: str
    """One line, for people."""
    fix: FixKind
    """The most that ``fix`` may do; a single finding may allow less."""
    style: bool = False
    """Written only with ``--style``."""


def _row(  # noqa: PLR0913  a row of a table
    name: str, severity: str, field: str, fix: str, meaning: str, *, style: bool = False
) -> Code:
    return Code(
        name=name, severity=Severity(severity), field=field, fix=FixKind(fix), meaning=meaning,
        style=style,
    )  # fmt: skip


CODES: tuple[Code, ...] = (
    _row("title-differs", "error", "title", "review",
         "not the title of the work that the other fields name"),
    _row("title-misspelt", "warning", "title", "auto",
         "the work's title with typing or copying faults"),
    _row("title-style", "notice", "title", "auto", "case, stray punctuation or blanks", style=True),
    _row("authors-differ", "error", "authors", "auto", "not the work's authors"),
    _row("authors-swapped", "error", "authors", "auto", "the authors of another entry of the list"),
    _row("authors-incomplete", "warning", "authors", "auto", "names missing, and no “et al.”"),
    _row("authors-extra", "error", "authors", "auto", "names that the work does not have"),
    _row("authors-order", "warning", "authors", "auto",
         "the work's authors in an order that no version of it has"),
    _row("author-misspelt", "warning", "authors", "auto",
         "a name misspelt, or with something that is not of the name"),
    _row("authors-style", "notice", "authors", "auto", "initials only, separators", style=True),
    _row("authors-missing", "warning", "authors", "auto", "none given"),
    _row("venue-differs", "error", "venue", "auto", "another venue than the work's"),
    _row("venue-misspelt", "warning", "venue", "auto", "the work's venue misspelt or cut"),
    _row("venue-missing", "warning", "venue", "auto", "none given"),
    _row("venue-style", "notice", "venue", "auto", "abbreviation, case", style=True),
    _row("venue-unverified", "notice", "venue", "none", "no service names the venue"),
    _row("year-differs", "warning", "year", "auto",
         "another year than any of online, print, or the version linked"),
    _row("link-elsewhere", "error", "link", "auto", "opens another work"),
    _row("link-missing", "warning", "link", "auto", "none, or empty"),
    _row("link-dead", "warning", "link", "auto", "the identifier in it is registered nowhere"),
    _row("link-style", "notice", "link", "auto",
         "http, dx.doi.org, tracking parameters, a fixed version", style=True),
    _row("doi-differs", "error", "doi", "auto", "a DOI written in the entry is another work's"),
    _row("retracted", "error", "status", "none", "retracted or withdrawn"),
    _row("concern", "warning", "status", "none", "expression of concern"),
    _row("corrected", "notice", "status", "none", "correction or erratum"),
    _row("superseded", "warning", "status", "review",
         "a preprint whose version of record exists"),
    _row("duplicate", "warning", "entry", "review", "the same work stands elsewhere in the lists"),
    _row("encoding", "warning", "entry", "auto", "text decoded wrongly, repaired"),
    _row("not-found", "error", "entry", "none",
         "every service answered and none knows such a work"),
    _row("ambiguous", "warning", "entry", "none", "several works fit"),
    _row("sources-disagree", "notice", "any", "none", "the services contradict each other"),
    _row("not-verified", "notice", "entry", "none",
         "a service could not be asked; nothing is concluded"),
    _row("unparsed", "warning", "entry", "none", "looks like a paper but could not be read"),
)  # fmt: skip

BY_NAME = {code.name: code for code in CODES}

HABITUAL = frozenset(
    {"superseded", "duplicate", "venue-missing", "authors-missing", "link-missing",
     "venue-unverified", "title-style", "venue-style", "authors-style", "link-style"}
)  # fmt: skip
"""Codes of what is a manner where it is done often; a wrong name is a fault however often."""


def movable(finding: Finding) -> bool:
    """Whether what mends the finding is that the entry moves: its section says another year."""
    return finding.code == "year-differs" and not finding.edits and bool(finding.proposed)
