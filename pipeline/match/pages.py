"""Whether an entry's volume and first page are those of a record.

Nothing names a printing as surely: who copies a wrong title or venue still copies the page. What
begins on page 1 tells nothing, for that is how many registries count a paper's own pages.
"""

import re
from collections.abc import Iterable

from pipeline.values.entry import Entry
from pipeline.values.work import Work

OWN = frozenset(("", "1", "01", "i", "e1", "n/a", "na"))
"""First pages that tell nothing."""


def first(page: str) -> str:
    """The first page of a range, in one spelling: "0117–125" is "117"."""
    return re.split(r"[-–—‐,;:\s]", page.strip(), maxsplit=1)[0].lstrip("0").casefold()


def on_page(entry: Entry, works: Iterable[Work]) -> bool | None:
    """Whether the entry's first page is that of one of these records; None if one is unknown.

    "S42" and "42", "e1401" and "1401" may be one page, so they neither agree nor differ.
    """
    ours = first(entry.hints.page or "")
    theirs = {first(work.page) for work in works} - OWN
    if ours in OWN or not theirs:
        return None
    if ours in theirs:
        return True
    return None if _digits(ours) in {"", *map(_digits, theirs)} else False


def in_volume(entry: Entry, works: Iterable[Work]) -> bool | None:
    """Whether the entry's volume is that of one of these records; None if one is unknown."""
    return _among(entry.hints.volume, (work.volume for work in works))


def in_issue(entry: Entry, works: Iterable[Work]) -> bool | None:
    """The same of the issue."""
    return _among(entry.hints.issue, (work.issue for work in works))


def _among(written: str | None, texts: Iterable[str]) -> bool | None:
    ours, theirs = _digits(written or ""), {_digits(number) for number in texts} - {""}
    return ours in theirs if ours and theirs else None


def printed(entry: Entry, works: Iterable[Work]) -> bool | None:
    """Whether the entry stands where these records do, by page and volume; None if unknown."""
    known = tuple(works)
    page = on_page(entry, known)
    return page if not page else in_volume(entry, known) is not False


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
