"""The by-line at the beginning of a reference, as each style of citation ends it."""

import re
from collections.abc import Iterator

from pipeline.compare.journals import abbreviated, cut_word
from pipeline.reading.bylines import Names, read_names
from pipeline.reading.personal_names import PlacedName
from pipeline.reading.words import KNOWN_VENUE


def signed(text: str, start: int, end: int) -> Names | None:
    """The by-line at the beginning, without the first words of a journal or a title."""
    names = (
        _one(_ONE, text, start, end)
        or read_names(text, start, end)
        or _one(_IN_CAPITALS, text, start, end)
    )
    if names is None or text[start : names.start].strip(" .,;"):
        return None
    names = _ended(text, _alone_of_many(text, names), end)
    people = names.people
    inverted = "," in people[0].text or not people[0].given
    if not names.et_al and len(people) > 1:
        people = tuple(_without_journal(text, people, inverted=inverted))
    elif not names.et_al and (hit := _INTO_JOURNAL.match(text, people[0].start)):
        people = (PlacedName(hit.start(), hit.end(), hit[0], hit["family"], hit["given"]),)
    if people[-1].end != names.people[-1].end:
        names = Names(people, et_al=False, start=names.start, end=people[-1].end)
    stop = names.end
    while text[stop : stop + 1] == "." and stop < end and not names.et_al:
        stop += 1  # the point of the last initial
    return Names(names.people, et_al=names.et_al, start=names.start, end=stop)


def before_journal(text: str, names: Names, place: int) -> tuple[Names, bool]:
    """The by-line without the journal's words that look like a person, and whether it is a guess.

    "H. Xu, J. Am" of "H. Xu, J. Am. Chem. Soc. 17, 39 (2000)"; ``place``: where figures begin.
    """
    first, last = names.people[0], names.people[-1]
    if names.et_al or place - last.start > _REACH:
        return names, False
    goes_on = text[names.end : names.end + 1] == ";"
    words = re.finditer(r"(?<=[\s.])[^\W\d_a-z]", text[first.start : place])
    begins = [first.start + word.start() for word in words]
    begins = [at for at in begins if abbreviated(text[at:place])]
    if begins and (begins[0] < last.end or goes_on):
        at = begins[0]
        closed = text[:at].rstrip().endswith((",", ";"))
        shorter = signed(text, names.start, at) or names
        return shorter, len(begins) > 1 and not closed  # "Xu, H. J. Chem. Phys.": both are journals
    if begins or last is first or not _heads(text, last, place):
        return names, goes_on
    cut = all(map(cut_word, re.findall(r"[^\W\d_]{2,}", text[last.start : place])))
    return (signed(text, names.start, last.start) if cut else None) or names, True


_REACH = 90
"""Characters of a journal's abbreviated name."""
_SHORT = re.compile(r"(?:[A-Z]\w*\.\s?)+(?:[A-Z]\w*)?")
_HEAD = re.compile(r"(?:[A-Z]\.\s?){1,2}[^\W\d_]{2,}|New J")


def _heads(text: str, last: PlacedName, place: int) -> bool:
    """Whether the last person may begin the name of a journal that nobody knows."""
    if not _HEAD.fullmatch(last.text.rstrip(".")) or "." not in text[last.end - 1 : last.end + 1]:
        return False
    rest = text[last.end : place].lstrip(" .,").rstrip(" ,")
    if KNOWN_VENUE.fullmatch(rest):
        return False  # "J. Li. Nature 17"
    return bool(_SHORT.fullmatch(rest)) or (rest.istitle() and all(map(cut_word, rest.split())))


_ONE = re.compile(
    r"(?P<family>[^\W\d_][\w'’. \-]{1,30}),\s(?P<given>(?:[A-Z]\.[\s-]?){1,4})"
    r"(?=\(\d{4}|[“\"]|(?:1[5-9]|20)\d\d)"
)
"""One person before a year or a title in quotes: ``King, H. S. (1975)``."""
_IN_CAPITALS = re.compile(
    r"(?P<family>[A-ZÀ-ÖØ-Þ'’-]{2,30}),\s(?P<given>[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s[A-ZÀ-ÖØ-Þ][\w'’.-]*){0,2}?)"
    r"(?=\.\s[“\"])"
)
"""One person before a title in quotes whose family would be initials: ``KUBO, Ituo. “``."""
_INITIALS = re.compile(r"(?:[.\s-]{0,2}[A-Z]\.)+(?=[\s,;.:(]|$)")
_COLON = re.compile(
    r",\s+(?P<family>[^\W\d_][\w'’ \-]{1,40}?)\s(?P<given>[A-Z]{1,3}(?:\s(?:Jr|Sr|I{2,3}))?)(?=:\s)"
)
_ELLIPSIS = re.compile(
    r"[,\s]*(?:…|\.\s?\.\s?\.)\s*&?\s*(?P<name>[^,…\n]{2,40},(?:\s?[A-Z]\.|\s?\.)+)"
)


def _one(form: re.Pattern[str], text: str, start: int, end: int) -> Names | None:
    hit = form.match(text, start, end)
    if hit is None:
        return None
    close = hit.start("given") + len(hit["given"].rstrip())
    person = PlacedName(start, close, text[start:close], hit["family"], hit["given"].strip())
    return Names((person,), et_al=False, start=start, end=close)


def _ended(text: str, names: Names, end: int) -> Names:
    """The by-line to its end: the last initials, ``Marucci L: Title``, APA's ``…, Rong, M.``."""
    skipped = _ELLIPSIS.match(text, names.people[-1].end, end)
    if skipped:
        return Names(names.people, et_al=True, start=names.start, end=skipped.end())
    people, last = names.people, names.people[-1]
    more = None if names.et_al else _INITIALS.match(text, names.end, end)
    if more and _initialled(last) and last.end == names.end:
        given = f"{last.given}{more.group()}"
        phrase = text[last.start : more.end()]
        people = (*people[:-1], PlacedName(last.start, more.end(), phrase, last.family, given))
        return Names(people, et_al=False, start=names.start, end=more.end())
    colon = None if names.et_al else _COLON.match(text, names.end, end)
    if colon and _initialled(last):
        at = colon.start("family")
        phrase = text[at : colon.end()]
        person = PlacedName(at, colon.end(), phrase, colon["family"], colon["given"])
        return Names((*people, person), et_al=False, start=names.start, end=colon.end())
    return names


_MLA = re.compile(r"(?P<family>[^,\n]{2,40}),\s+(?P<given>[^,\n]{2,60}?)\s+et\s+al\.?\s*[“\"]")


def _alone_of_many(text: str, names: Names) -> Names:
    """``Hashim, Noor Hazarina et al. “…``: MLA names the first alone, her family name before."""
    hit = _MLA.match(text, names.start) if names.et_al else None
    if hit is None or re.search(r"\b(?:and|&)\s", hit["given"]):
        return names
    start, end = names.start, hit.end("given")
    first = PlacedName(start, end, text[start:end], hit["family"], hit["given"])
    return Names((first,), et_al=True, start=start, end=names.end)


def _without_journal(
    text: str, people: tuple[PlacedName, ...], *, inverted: bool
) -> Iterator[PlacedName]:
    """The people up to the first that is no person as the others are: "M. Chiu, Dyes and Pigments".

    Behind "and" or "&" stands the last one.
    """
    initialled = _initialled(people[0])
    for n, person in enumerate(people):
        if n and initialled and not _initialled(person):
            hit = _HEADED.match(text, person.start) if inverted else None
            if hit:
                yield PlacedName(hit.start(), hit.end(), hit[0], hit["family"], hit["given"])
            return
        yield person
        last = n + 1 < len(people) and re.search(
            r"\band\b|&", text[people[n - 1].end : person.start] if n else ""
        )
        if last and not inverted:
            return


_INTO_JOURNAL = re.compile(
    r"(?P<family>[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+)?),\s(?P<given>(?:[A-Z]\.[ -]?){0,3}[A-Z]\.)"
    r"(?=\s[A-Z][^\W\d_]{3,}(?::|\s(?:[-–]|and|of|in|for|et|und|de|di)\s))"
)
"""One author and the first word of a journal: "Bowman, G. G. Planetary and Space Science"."""
_HEADED = re.compile(
    r"(?P<family>[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+){0,2}),\s"
    r"(?P<given>(?:[A-Z]\.[ -]?){0,3}[A-Z]\.)"
    r"(?=\s[^\W\d_a-z][^\W\d_]{2,}+[\s,])"
)
"""The last author in front of a journal: "López-García, J. M. Archives Internationales"."""


def _initialled(person: PlacedName) -> bool:
    """Nothing but initials: "J. M.", "JM", "Yu. N."; particles and "Jr" beside them."""
    parts = [part for part in re.split(r"[\s.\-‐]+", person.given) if part]
    initials = [part for part in parts if part[0].isupper() and part not in _SUFFIXES]
    return bool(initials) and all(
        len(part) <= 2 or (part.isupper() and len(part) < 4) for part in initials
    )


_SUFFIXES = frozenset(("Jr", "Sr", "II", "III", "IV"))
