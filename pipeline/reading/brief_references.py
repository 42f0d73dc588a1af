"""References of one person without a link: ``Anna Schmidt. Editorial. Cladistics, 2019.``

By-line, title and journal are a sentence each, whose words tell that they are no remark: the first
is a name, the last has a year and is a journal that is known, a book ("In: ..."), or has a volume.
"""

import re

from pipeline.reading.bylines import Names, read_names
from pipeline.reading.scene import Fields, Scene
from pipeline.reading.venues import YearFound
from pipeline.reading.wording import TOKEN, score_of
from pipeline.reading.words import known_venue

_REFERENCE = re.compile(
    r"\s*(?P<name>[^.\n]{3,40}?(?:\s(?:[A-Z]\.\s?){1,3}[^.\n]{2,30})?)\.\s+"
    r"(?P<title>[^\W\d_a-z][^.?!\n]{3,250})[.?!]\s+(?P<book>[Ii]n:?\s+)?"
    r"(?P<venue>[^\W\d_a-z][^.,;\d\n]{3,100})[,.]?\s+\(?(?P<year>(?:19|20)\d\d)\)?"
    r"(?P<place>\s*[;:,]\s*\d+[^\n]{0,30}?)?[.\s]*"
)
_LIKE = 60
"""By how much the words of a name are more like a name than like anything else."""
_COMPANY = 2


def brief_reference(scene: Scene, *, among: int = 0) -> Fields | None:
    """The fields of such a reference; None for what is none.

    ``among``: how many beside it are such. Beside two a journal that nobody knows is one.
    """
    text = scene.flow.text
    hit = _REFERENCE.fullmatch(text, scene.start, scene.end)
    if hit is None:
        return None
    placed = hit["book"] or hit["place"] or known_venue(hit["venue"])
    if not placed and among < _COMPANY:
        return None
    names = _person(text, *hit.span("name"))
    if names is None or _goes_on(text, names, hit.end("title")):
        return None
    start, end = hit.span("year")
    return Fields(
        title=hit.span("title"), how="plain", names=names, venue=hit.span("venue"),
        year=YearFound(int(hit["year"]), start, end),
    )  # fmt: skip


def _goes_on(text: str, names: Names, end: int) -> bool:
    """Whether others follow behind the first sentence: ``Ruby Y. Tahboub, Tiark Rompf: …``."""
    wider = read_names(text, names.start, end) or names
    longer = wider.people[0].end > names.end + 1 and text[wider.end : wider.end + 1] == ","
    return len(wider.people) > 1 or longer


def _person(text: str, start: int, end: int) -> Names | None:
    """The one person who is named there."""
    names = read_names(text, start, end)
    if names is None or names.et_al or names.end != end or len(names.people) != 1:
        return None
    person = names.people[0]
    scores = [score_of(word) for word in TOKEN.findall(person.text) if len(word.strip(".")) > 2]
    like = [each.name - max(each.title, each.venue, each.prose) for each in scores]
    return names if person.given and like and sum(like) >= _LIKE * len(like) else None
