"""What a work is looked for by: of its record only what an index makes its keys and words of.

Records of dumps are read by the million, and most of what a record says is of no use to the index,
which keeps it as it came. A reader's outline of a record is that of the work it reads in it.
"""

from typing import NamedTuple

from pipeline.values.identifiers import Identifier
from pipeline.values.work import PartialDate, Person, Work

MOST_NAMES = 8
"""People of a by-line that an outline has."""


class Outline(NamedTuple):
    """The fields of a work by which it is found, named as there."""

    title: str
    identifiers: tuple[Identifier, ...]
    authors: tuple[Person, ...] = ()
    """The first of them."""
    issued: PartialDate | None = None
    dates: tuple[PartialDate, ...] = ()
    other_titles: tuple[str, ...] = ()
    volume: str = ""
    page: str = ""


def of(work: Work) -> Outline:
    """The outline of a work that was read whole."""
    return Outline(
        title=work.title, identifiers=work.identifiers, authors=work.authors[:MOST_NAMES],
        issued=work.issued, dates=work.dates, other_titles=work.other_titles,
        volume=work.volume, page=work.page,
    )  # fmt: skip
