"""What the exports need of a record, each asked for once."""

import re
from collections.abc import Iterator

from pipeline.values.record import Paper
from pipeline.values.work import Person, Stage

_CONTROL = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def line(text: str) -> str:
    """The text on one line, without control characters."""
    return _CONTROL.sub(" ", text).strip()


def number(paper: Paper, scheme: str) -> str:
    """The paper's identifier of a scheme: that of the version described, else of another."""
    every = (*paper.work.identifiers, *(i for v in paper.versions for i in v.identifiers))
    if scheme == "doi":  # the DOI of the preprint is not that of the article
        every = paper.work.identifiers
    return next((i.value for i in every if i.scheme == scheme), "")


def preprint(paper: Paper) -> bool:
    """The record describes a preprint."""
    return paper.work.stage is Stage.PREPRINT


def address(paper: Paper) -> str:
    """Where the work is read."""
    return paper.work.url or next((i.url for i in paper.work.identifiers if i.url), "")


def people(paper: Paper) -> Iterator[Person]:
    """The authors, each on one line."""
    for person in paper.work.authors:
        yield Person(
            family=line(person.family), given=line(person.given), suffix=line(person.suffix),
            literal=line(person.literal),
        )  # fmt: skip


def pages(paper: Paper) -> tuple[str, str]:
    """First and last page; the last is empty for an article number."""
    first, *rest = re.split(r"\s*[-–—]+\s*", line(paper.work.page), maxsplit=1)
    return first, rest[0] if rest else ""
