"""Everything that can be set, validated once.

Files (``[tool.errata]`` in ``pyproject.toml``, or ``errata.toml``) are overridden by the
environment (``ERRATA_…``), and both by options. All three are made of the fields of ``Settings``:
see ``pipeline/edge/configuration.py``. To add a setting, add a field.
"""

from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr

from pipeline.values.codes import BY_NAME
from pipeline.values.finding import Severity
from pipeline.values.nearest import meant
from pipeline.values.text import Value

SERVICES = (
    "crossref", "arxiv", "pubmed", "idconv", "doi", "datacite", "europepmc", "biorxiv",
    "dblp",
)  # fmt: skip


FATES = frozenset(("retracted", "concern", "corrected"))
"""Codes that an identifier alone can earn."""


def _path(text: str) -> str:
    if "\0" in text:
        raise ValueError("must be the name of a file or folder, which holds no NUL")
    return text


def _false(given: object) -> object:
    """``false`` as a word, however TOML or an environment says it."""
    return "false" if given is False else str(given).strip().lower()


def _folder_if_any(given: object) -> object:
    """No folder for ``false``, as TOML, an environment and a command line say it."""
    return "" if given is False or str(given).strip().lower() == "false" else given


def _address(text: str) -> str:
    text = text.strip().rstrip("/")
    try:
        parts = urlsplit(text)
        whole = parts.scheme in ("http", "https") and parts.hostname and (parts.port or True)
    except ValueError:  # [::1 without its end, a port of 70,000
        whole = False
    if not whole or not text.isprintable() or " " in text:
        raise ValueError("must be an address that begins with http:// or https://")
    return text


def _address_if_any(text: str) -> str:
    return _address(text) if text.strip() else ""


def _contact(text: str) -> str:
    text = text.strip()
    if text and ("@" not in text or not text.isprintable() or " " in text):
        raise ValueError("must be an address such as you@example.org")
    return text


def _code(name: str) -> str:
    if name != "*" and name not in BY_NAME:
        near = meant(name, BY_NAME)
        raise ValueError(f"there is no code {name!r}.{near} `errata explain` lists them")
    return name


def _service(name: str) -> str:
    if name not in SERVICES:
        near = meant(name, SERVICES)
        raise ValueError(f"there is no service {name!r}.{near} There are: {', '.join(SERVICES)}")
    return name


NamedPath = Annotated[str, AfterValidator(_path)]
HttpAddress = Annotated[str, AfterValidator(_address)]
"""Base address of a service, without a final slash."""
Contact = Annotated[str, AfterValidator(_contact)]
CodeName = Annotated[str, AfterValidator(_code)]
ServiceName = Annotated[str, AfterValidator(_service)]


class ServiceSettings(Value):
    """How one service is reached."""

    url: HttpAddress | None = None
    """Base address instead of the service's own; a mirror or a test server."""
    enabled: bool = True
    """False: never asked, and its silence is no outage."""


class Ignore(Value):
    """Findings that a curator does not want to hear of."""

    codes: tuple[CodeName, ...] = ("*",)
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


class Proposals(Value):
    """What the pull request of the scheduled run holds."""

    records: Annotated[Literal["with-corrections", "always", "false"], BeforeValidator(_false)] = (
        "with-corrections"
    )
    """Records beside corrections, also alone, or never."""
    corrections: int = Field(default=50, ge=1)
    """The most corrections of one pull request; errors come first, the rest is announced."""


class Settings(Value):
    """The settings of one run."""

    lists: tuple[NamedPath, ...] = ()
    records: Annotated[NamedPath, BeforeValidator(_folder_if_any)] = "papers"
    """Folder of the records; empty (``false``) to keep none."""
    cache: NamedPath = "cache"
    index: NamedPath = ""
    """Folder of a local index, which is asked before all services; empty for none."""
    mailto: Contact = ""
    """Contact address for the polite pools; never in logs, keys, reports."""
    ncbi_api_key: SecretStr | None = None
    crossref_plus_token: SecretStr | None = None
    fail_on: Literal["error", "warning", "notice", "never"] = "error"
    ignore: tuple[Ignore, ...] = ()
    only: tuple[CodeName, ...] = ()
    """Report nothing but these codes; empty for all."""
    style: Style = Style()
    proposals: Proposals = Proposals()
    superseded: Literal["report", "search", "keep"] = "report"
    """What to say of preprints whose version of record exists: all that is known of it, what a
    search for each brings besides, nothing."""
    services: dict[ServiceName, ServiceSettings] = Field(default_factory=dict)
    pages: bool = True
    """Read a paper's own page where its address says nothing that a registry knows."""
    pages_url: Annotated[str, AfterValidator(_address_if_any)] = ""
    """Base address through which pages are read instead: a mirror or a test server."""
    time_scale: float = Field(default=1.0, gt=0, allow_inf_nan=False)
    """For tests: pacing, waits and cache ages are that many times shorter."""
    offline: bool = False
    """Answers only from the cache and the snapshot."""
    refresh: bool = False
    """Ask again, whatever the cache holds."""
    max_requests: int | None = Field(default=None, ge=0)
    """Requests after which the run stops asking."""
    max_time_s: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    """Seconds after which the run stops asking."""

    @property
    def watches(self) -> bool:
        """Only what became of works is wanted: their identifiers tell it, and every day anew."""
        return bool(self.only) and set(self.only) <= FATES

    def service(self, name: str) -> ServiceSettings:
        """How that service is reached."""
        return self.services.get(name, ServiceSettings())

    def threshold(self) -> Severity | None:
        """The least severity that makes a run fail; None for never."""
        return None if self.fail_on == "never" else Severity(self.fail_on)
