"""What stands in a record for want of a value, or beside it.

A database bears "Untitled" where nothing was deposited, the page of an error that was read in its
stead, or the work's own number; the journal itself signs; a title is deposited twice in a row.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from pipeline.sources.plain import folded
from pipeline.values.work import Person

_NO_TITLE = re.compile(
    r"unav|unac|unal|unap|unas|unkn|"
    r"untitled(?: document)?|no title(?: (?:available|given|provided))?|"
    r"(?:title )?(?:not available|unavailable)|title not (?:found|given|provided)|"
    r"sans titre|ohne titel|sin titulo|sem titulo|senza titolo|без названия|"
    r"null|none|undefined|n a|tba|title|error|"
    r"(?:error )?40[0-9](?: (?:not found|forbidden|unauthorized|error))?|"
    r"(?:error )?50[0-4](?: (?:error|internal server error|bad gateway|service unavailable|"
    r"backend fetch failed|gateway time ?out))?|page not found|not found|access denied|"
    r"just a moment|one moment please|please wait|checking your browser.{0,40}|"
    r"forbidden|attention required.{0,16}|redirecting|loading|bad gateway|service unavailable|"
    r"internal server error|too many requests|are you a robot|making sure you re not a bot"
)
_NUMBER = re.compile(r"(?:doi[: ]*|https?://\S*?/)?10\.\d{4,9}/\S+", re.IGNORECASE)
FEWEST = 3
"""Words that stand twice in a row by mistake; two may be a title: "Slowly, slowly"."""


@lru_cache(maxsize=1 << 14)
def title(text: str) -> str:
    """The title, once; empty if it names no work."""
    text = text.strip()
    phrase = folded(text)
    if not phrase or _NUMBER.fullmatch(text) or _NO_TITLE.fullmatch(phrase):
        return ""
    return _once(text)


def _once(text: str) -> str:
    words = text.split()
    half = len(words) // 2
    twice = half >= FEWEST and len(words) % 2 == 0
    if twice and folded(" ".join(words[:half])) == folded(" ".join(words[half:])):
        return " ".join(words[:half]).rstrip(" .:;,")
    return text


def people(authors: tuple[Person, ...], places: Collection[str]) -> tuple[Person, ...]:
    """The authors without the journal, whose own name stands there as one."""
    if all(person.family for person in authors):
        return authors
    names = {folded(place) for place in places if place}
    return tuple(
        person for person in authors if person.family or folded(person.literal) not in names
    )
