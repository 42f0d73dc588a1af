"""Dates as services write them, as precise as they were given."""

import re
from calendar import monthrange
from collections.abc import Iterable
from functools import lru_cache

from pipeline.values import months
from pipeline.values.work import PartialDate

_YEAR = re.compile(r"(?<!\d)(1[5-9]|20)\d\d(?!\d)")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?!\d)")


def date(year: object, month: object = None, day: object = None) -> PartialDate | None:
    """A date of parts; None without a year, coarser where a part is no number of its kind.

    An unknown date is written ``[[null]]`` at Crossref (41 of 423 genuine records).
    """
    try:
        return _date(year, month, day)
    except TypeError:  # a part is a list or an object: no number, and nothing to remember it by
        known = (part if isinstance(part, int | str) else None for part in (year, month, day))
        return _date(*known)


@lru_cache(maxsize=1 << 15, typed=True)
def _date(year: object, month: object, day: object) -> PartialDate | None:
    y, m, d = _number(year, 1000, 2999), _number(month, 1, 12), _number(day, 1, 31)
    if y is None:
        return None
    possible = m is not None and d is not None and d <= monthrange(y, m)[1]
    return PartialDate.unchecked(year=y, month=m, day=d if possible else None)


def _number(part: object, least: int, most: int) -> int | None:
    if isinstance(part, str) and part.strip().isascii() and part.strip().isdigit():
        part = int(part.strip()[:6])
    if isinstance(part, bool) or not isinstance(part, int):
        return None
    return part if least <= part <= most else None


def iso_date(text: object) -> PartialDate | None:
    """The date at the start of ``2024-03-02T10:00:00Z``, ``2024-03`` or ``2024``."""
    hit = _ISO.match(text.strip()) if isinstance(text, str) else None
    return date(*hit.groups()) if hit else None


def month_number(text: str) -> int | None:
    """The month behind "Jun", "June" or "06"; None for seasons and anything else."""
    text = text.strip().lower()
    if text.isascii() and text.isdigit():
        return _number(text, 1, 12)
    return months.SHORT.index(text[:3]) + 1 if text[:3] in months.SHORT else None


def first_year(text: str) -> PartialDate | None:
    """The first year in free text: "1998 Dec-1999 Jan", "Winter 2018"."""
    hit = _YEAR.search(text)
    return date(hit.group()) if hit else None


def sorted_dates(dates: Iterable[PartialDate | None]) -> tuple[PartialDate, ...]:
    """The known dates, each once, earliest first; a coarser date stands before a finer one."""
    known = {_order(day): day for day in dates if day}
    return tuple(known[day] for day in sorted(known))


def earliest(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """The earliest date; of two in the same year the one that is told finer.

    "2024" and "2024-03" are no two dates but one, told twice.
    """
    known = sorted_dates(dates)
    if not known:
        return None
    same = [day for day in known if day.year == known[0].year]
    return next((day for day in same if day.day), next((day for day in same if day.month), same[0]))


def _order(day: PartialDate) -> tuple[int, int, int]:
    return day.year, day.month or 0, day.day or 0
