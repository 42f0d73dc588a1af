"""PubMed's MEDLINE format (.nbib): what "Send to citation manager" gives. Edited in place.

Source: MEDLINE/PubMed Data Element (Field) Descriptions, National Library of Medicine.
"""

import re

from pipeline.formats import tagged
from pipeline.formats.protocol import Change, Rewriting
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.work import Person

NAME = "nbib"
_HEAD = re.compile(r"\s*(?:\ufeff)?PMID- *\d")


def _person(person: Person) -> tuple[tuple[str, str], ...]:
    if not person.family:
        return (("CN", person.literal),)
    initials = "".join(part[0] for part in re.split(r"[\s.\-]+", person.given) if part)
    suffix = f" {person.suffix}" if person.suffix else ""
    full = ", ".join(part for part in (person.family, person.given, person.suffix) if part)
    return (("FAU", full), ("AU", f"{person.family} {initials}".strip() + suffix))


DIALECT = tagged.Dialect(
    name=NAME,
    line=re.compile(r"([A-Z]{2,4}) {0,2}- (.*)$"),
    begins="PMID",
    titles=("TI", "BTI"),
    people=("FAU", "AU"),
    groups=("CN",),
    venues=("JT", "TA"),
    years=("DP", "DEP"),
    links=("URL",),
    identifiers=(
        ("LID", "doi", re.compile(r"(?<!\S)(10\.\d{4,9}/\S+) \[doi\]")),
        ("AID", "doi", re.compile(r"(?<!\S)(10\.\d{4,9}/\S+) \[doi\]")),
        ("PMID", "pmid", re.compile(r"^(\d+)$")),
        ("PMC", "pmcid", re.compile(r"^(PMC\d+)")),
    ),
    volume="VI",
    issue="IP",
    page="PG",
    spelt=lambda tag, value: f"{tag:<4}- {value}",
    person=_person,
    new={"venue": "JT {}", "year": "DP {}", "doi": "LID {} [doi]"},
)


def accepts(path: str, text: str) -> bool:
    """By its ending or its first tag, whatever the file is called."""
    return path.lower().endswith((".nbib", ".medline")) or _HEAD.match(text) is not None


def read(document: Document) -> Reading:
    """Every record of the file."""
    return tagged.read(document, DIALECT)


def rewrite(text: str, entry: Entry, change: Change, like: Entry | None) -> Rewriting:  # noqa: ARG001  MEDLINE has one way to write a name
    """The smallest edits; a missing field gets a line of its own."""
    return tagged.rewrite(text, entry, change, DIALECT)
