"""A venue's name as people write it.

Services give the whole line of a title page: "2019 IEEE/CVF International Conference on Computer
Vision, ICCV 2019, Seoul, Korea (South), October 27 - November 2, 2019".
"""

import re

from pipeline.compare.conferences import conference
from pipeline.values.months import WRITTEN as MONTHS

_SHORT_BEHIND = re.compile(r",\s+[A-Z][\w./&@-]*\s?(?:\d{4}|['’]\d\d)(?=,|$).*$")
"""From here on: acronym and year, place, days."""

_TWOFOLD = (
    r"(?:Bosnia and Herzegovina|Trinidad and Tobago|Antigua and Barbuda|Sao Tome and Principe|"
    r"S(?:ain)?t\.? \w+ and (?:the )?\w+|[^,]+ and (?:online|virtual))"
)
"""Places with an "and" in them, by ISO 3166."""

_HELD = re.compile(
    rf",\s+(?:\d{{1,2}}[\s–-]|(?:(?:{_TWOFOLD}|(?![^,]*\band\b)[^,]+),\s+){{0,4}}"
    rf"(?:(?:{MONTHS})\b|\d{{1,2}}[\s–-]+(?:\d{{1,2}}\s+)?(?:{MONTHS})\b)).*$"
)
"""From here on: place and days. "Acoustics, Speech and Signal Processing" is no place."""

_YEAR_BEFORE = re.compile(r"^(?:19|20)\d\d\s+")

_SHORT_BEFORE = re.compile(r"^[A-Z][\w./&@-]{1,15}\s?(?:\d{4}|['’]\d\d):\s+")
"""Before the name, as in "WWW '20: The Web Conference 2020, Taipei"."""

LONGEST_SHORT = 10
"""Most letters of a name that is an acronym."""


def spoken(name: str, like: str = "") -> str:
    """The venue without year in front, acronym, place and days behind.

    ``like`` is what the list writes: where that is an acronym, one that we know for the conference.
    """
    if (
        len(like) <= LONGEST_SHORT
        and sum(map(str.isupper, like)) > 1
        and (short := conference(name))
    ):
        return short
    shown = _SHORT_BEFORE.sub("", _YEAR_BEFORE.sub("", _HELD.sub("", _SHORT_BEHIND.sub("", name))))
    return shown if len(shown.split()) > 1 or shown == name else name
