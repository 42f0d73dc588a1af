"""Everything that can be set, validated once.

Files (``[tool.errata]`` in ``pyproject.toml``, or ``errata.toml``) are overridden by the
environment (``ERRATA_…``), and both by options. Reading them is ``pipeline/edge/configuration.py``.
"""

from datetime import date
from typing import Literal

from pydantic import Field, SecretStr

from pipeline.values.finding import Severity
from pipeline.values.text import Value

SERVICES = (
    "crossref", "arxiv", "pubmed", "idconv", "doi", "datacite", "europepmc", "biorxiv",
)  # fmt: skip


class ServiceSettings(Value):
    """How one service is reached."""

    url: str | None = None
    """Base address instead of the service's own; a mirror or a test server."""
    enabled: bool = True
    """False: never asked, and its silence is no outage."""


class Ignore(Value):
    """Findings that a curator does not want to hear of."""

    codes: tuple[str, ...] = ("*",)
    """Codes, or "*" for all."""
    list: str | None = None
    """Only in this list; None for every list."""
    entry: str | None = None
    """Only at the entry with this identifier ("doi:10.1038/…"), citation key or title."""
    reason: str = ""
    until: date | None = None
    """The last day on which it holds; afterwards it is said that it has expired."""


class Style(Value):
    """What a list wants beyond being right."""

    venue: Literal["full", "iso4", "keep"] = "keep"
    authors: Literal["full", "keep"] = "keep"
    link: Literal["keep", "doi"] = "keep"


class Settings(Value):
    """The settings of one run."""

    lists: tuple[str, ...] = ()
    records: str = "papers"
    cache: str = "cache"
    mailto: str = ""
    """Contact address for the polite pools; never in logs, keys, reports."""
    ncbi_api_key: SecretStr | None = None
    crossref_plus_token: SecretStr | None = None
    fail_on: Literal["error", "warning", "notice", "never"] = "error"
    ignore: tuple[Ignore, ...] = ()
    only: tuple[str, ...] = ()
    """Report nothing but these codes; empty for all."""
    style: Style = Style()
    superseded: Literal["report", "keep"] = "report"
    """What to say of preprints whose version of record exists."""
    services: dict[str, ServiceSettings] = Field(default_factory=dict)
    pages: bool = True
    """Read a paper's own page where its address says nothing that a registry knows."""
    pages_url: str = ""
    """Base address through which pages are read instead: a mirror or a test server."""
    time_scale: float = Field(default=1.0, gt=0)
    """For tests: pacing, waits and cache ages are that many times shorter."""
    offline: bool = False
    """Answers only from the cache and the snapshot."""
    refresh: bool = False
    """Ask again, whatever the cache holds."""
    max_requests: int | None = Field(default=None, ge=0)
    """Requests after which the run stops asking."""
    max_time_s: float | None = Field(default=None, gt=0)
    """Seconds after which the run stops asking."""

    def service(self, name: str) -> ServiceSettings:
        """How that service is reached."""
        return self.services.get(name, ServiceSettings())

    def threshold(self) -> Severity | None:
        """The least severity that makes a run fail; None for never."""
        return None if self.fail_on == "never" else Severity(self.fail_on)
