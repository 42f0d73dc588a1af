"""What is kept of an answer: the raw records and when they came, never a conclusion.

A better reader improves old answers, since it reads the same records again.
"""

import hashlib
from datetime import datetime, timedelta

from pydantic import AwareDatetime, Field, ValidationError

from pipeline.sources.protocol import Policy, Share
from pipeline.values.identifiers import Identifier, parsed
from pipeline.values.question import ByCitation, ByPlace, ByVenue, Question
from pipeline.values.text import Value

GENERATION = 1
"""Goes up when what is asked of a service changes, so that older answers no longer serve."""


MOST_RECORDS = 250
"""Records, or identifiers to ask for, in one answer; a planted row may name any number."""


class Kept(Value):
    """An answer as it is kept: a share with its time; nothing in it means "not found"."""

    retrieved: AwareDatetime
    """UTC."""
    payloads: tuple[str, ...] = Field(default=(), max_length=MOST_RECORDS)
    see: tuple[str, ...] = Field(default=(), max_length=MOST_RECORDS)
    """``"pmid:36305834"``: to be asked for in its place."""
    verify: bool = False
    agency: str = ""
    keeps: int = 1
    """How much of a record was kept when it came; see ``Policy``."""

    @property
    def absent(self) -> bool:
        """The service said that it has no such thing."""
        return not (self.payloads or self.see or self.agency)

    @property
    def seen(self) -> tuple[Identifier, ...]:
        """The identifiers to ask for."""
        return tuple(identifier for identifier in map(parsed, self.see) if identifier)


def kept(share: Share | None, retrieved: datetime, keeps: int = 1) -> Kept:
    """The share as it is kept; None is the positive word that there is nothing."""
    if share is None:
        return Kept(retrieved=retrieved)
    return Kept(
        retrieved=retrieved,
        payloads=share.payloads,
        see=tuple(map(str, share.see)),
        verify=share.verify,
        agency=share.agency,
        keeps=keeps if share.payloads else 1,
    )


def key(question: Question) -> str:
    """The name under which an answer is kept: source, kind, query; no address, no key.

    Long queries are hashed; a short one can be read by people.
    """
    query = question.query.model_dump_json(exclude_defaults=True)
    text = f"{GENERATION} {question.source} {question.query.kind} {query}"
    if len(text) <= 200:
        return text
    return f"{text[:120]} {hashlib.sha256(text.encode()).hexdigest()}"


def undumped(text: str) -> Kept | None:
    """The answer that a text holds; None if it holds none (damaged, or planted)."""
    try:
        return Kept.model_validate_json(text)
    except ValidationError:
        return None


def is_fresh(
    answer: Kept, question: Question, policy: Policy, *, now: datetime, scale: float
) -> bool:
    """Whether the answer still serves without asking again.

    Ages by kind: searches sooner than records, "not found" soonest. What was kept of a record when
    less was looked at does not serve.
    """
    if answer.payloads and answer.keeps < policy.keeps:
        return False
    if answer.absent:
        seconds = policy.absent_s
    elif isinstance(question.query, ByCitation | ByPlace | ByVenue):
        seconds = policy.search_s
    else:
        seconds = policy.fresh_s
    age = now - answer.retrieved
    return timedelta(seconds=-600) <= age <= timedelta(seconds=seconds / scale)
