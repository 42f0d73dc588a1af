"""Something wrong with an entry, with its evidence and what would mend it."""

from enum import StrEnum

from pydantic import Field

from pipeline.values.text import Edit, Value


class Severity(StrEnum):
    """How bad a finding is: the three levels of a GitHub annotation."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class FixKind(StrEnum):
    """Whether ``fix`` writes it by itself, on ``--accept``, or not at all."""

    AUTO = "auto"
    REVIEW = "review"
    NONE = "none"


class Evidence(Value):
    """What a source says, where to see it."""

    source: str
    url: str
    value: str


class Finding(Value):
    """Something wrong with an entry, why we think so, and what would mend it."""

    id: str
    """The same from run to run as long as the finding stands: twelve hexadecimal digits."""
    code: str
    severity: Severity
    field: str
    line: int = Field(ge=1)
    current: str = ""
    """What stands there, as the reader sees it."""
    proposed: str = ""
    """What should stand there, in the entry's own style; empty if nothing is proposed."""
    fix: FixKind = FixKind.NONE
    other: str = ""
    """Id of another entry that the finding names."""
    message: str
    """One sentence without markup."""
    evidence: tuple[Evidence, ...] = ()
    confidence: float = Field(default=1.0, ge=0, le=1)
    """Calibrated chance that the finding is right."""
    edits: tuple[Edit, ...] = ()
    """What ``fix`` writes into the list; empty if nothing is written."""
    written: bool = False
    """``fix`` has written it in this run."""
