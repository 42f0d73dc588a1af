"""What we say about a work: the record behind ``papers/<id>.json``."""

from pydantic import Field

from pipeline.values.identifiers import Identifier
from pipeline.values.text import Value
from pipeline.values.work import Person, Provenance, Stage, Work


class Version(Value):
    """One version of a paper."""

    stage: Stage
    identifiers: tuple[Identifier, ...]
    title: str
    authors: tuple[Person, ...] = ()
    """Empty where they are those of the record."""
    container_title: str = ""
    years: tuple[int, ...] = ()
    """Every genuine year of this version, ascending."""


class Appearance(Value):
    """A place where a paper stands."""

    list: str
    section: tuple[str, ...] = ()


class Paper(Value):
    """What we say about a work: the record behind ``papers/<id>.json``."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Given once, never changed: first family name, year, first telling title word."""
    work: Work
    """Reconciled; the version that the record describes is ``work.stage``."""
    versions: tuple[Version, ...] = ()
    """Every version known, the described one included, version of record first."""
    provenance: dict[str, Provenance] = Field(default_factory=dict)
    """Field of ``work`` -> who said so."""
    pinned: tuple[str, ...] = ()
    """Fields that are the curator's and never change."""
    appears: tuple[Appearance, ...] = ()
    """The lists and sections where it stands."""
