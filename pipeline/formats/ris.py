"""RIS: EndNote, Zotero, Mendeley and most publishers write it. Edited in place.

Source: the RIS format specification (Research Information Systems, 2011 form).
"""

import re

from pipeline.formats import tagged
from pipeline.formats.protocol import Change, Rewriting
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.work import Person

NAME = "ris"
_HEAD = re.compile(r"\s*(?:\ufeff)?TY  - ")


def _person(person: Person) -> tuple[tuple[str, str], ...]:
    if not person.family:
        return (("AU", person.literal),)
    parts = (person.family, person.given, person.suffix)
    return (("AU", ", ".join(part for part in parts if part)),)


DIALECT = tagged.Dialect(
    name=NAME,
    line=re.compile(r"([A-Z][A-Z0-9])  -(?: ?)(.*)$"),
    begins="TY",
    titles=("TI", "T1", "CT"),
    people=("AU", "A1"),
    groups=(),
    venues=("T2", "JF", "JO", "BT", "JA", "J2", "J1"),
    years=("PY", "Y1", "DA"),
    links=("UR", "L1", "L2", "LK"),
    identifiers=(
        ("DO", "doi", re.compile(r"(10\.\d{4,9}/\S+)")),
        ("AN", "pmid", re.compile(r"^(\d{5,9})$")),
    ),
    volume="VL",
    issue="IS",
    page="SP",
    spelt=lambda tag, value: f"{tag}  - {value}",
    person=_person,
    new={"venue": "T2 {}", "year": "PY {}", "link": "UR {}", "doi": "DO {}"},
)


_LOOSE = DIALECT._replace(
    line=re.compile(r"([A-Z][A-Z0-9]) -(?: ?)(.*)$"), spelt=lambda tag, value: f"{tag} - {value}"
)
"""As some programs write it, against the format: one blank behind each tag."""


def _dialect(text: str) -> tagged.Dialect:
    return _LOOSE if re.search(r"^TY - ", text, re.MULTILINE) else DIALECT


def accepts(path: str, text: str) -> bool:
    """By its ending or its first tag, whatever the file is called."""
    return path.lower().endswith(".ris") or _HEAD.match(text) is not None


def read(document: Document) -> Reading:
    """Every record of the file."""
    return tagged.read(document, _dialect(document.text))


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:  # noqa: ARG001  RIS has one way to write a name
    """The smallest edits; a missing field gets a line of its own."""
    return tagged.rewrite(text, entry, change, _dialect(text))
