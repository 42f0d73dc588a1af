"""What the records of entries teach of the list: their titles, where they stand in it."""

from collections.abc import Iterator, Sequence

from pipeline.compare.titles import key
from pipeline.match.misread import bears
from pipeline.match.same_work import opened
from pipeline.match.situation import Situation
from pipeline.resolve.asking import Ask, resolve
from pipeline.resolve.questions import Wave
from pipeline.values.entry import Entry, Lesson
from pipeline.values.identifiers import Identifier
from pipeline.values.question import ByCitation, Question

FIRST = 30
"""Titles of doubtful items that are looked for to learn whether the list has papers among them."""
WORTH = 20
"""Further ones are looked for as long as one in so many is a work."""
TEACHABLE = ("markdown", "rst", "org", "html")
"""Formats whose reading heeds lessons."""
AS_SAID = ("same", "initials", "prefix", "noise")
"""How the by-line of a doubtful item stands to that of the work whose title it bears."""


def lessons(situation: Situation) -> Iterator[Lesson]:
    """The titles of what the entry's identifiers name, where they stand in it word for word."""
    inquiry = situation.inquiry
    carried = tuple(mention.identifier for mention in inquiry.entry.mentions)
    for candidate in opened(inquiry):
        work = candidate.work
        for title in (work.title, *work.other_titles):
            if bears(inquiry.raw, title):
                yield Lesson(title=title, identifiers=_shared(carried, work.identifiers))


def _shared(
    carried: Sequence[Identifier], named: Sequence[Identifier]
) -> tuple[Identifier, ...]:  # fmt: skip
    """Those of the work that the entry carries; all of its own where it is called otherwise."""
    return tuple(identifier for identifier in carried if identifier in named) or tuple(carried)


def misread(situation: Situation) -> bool:
    """Whether the entry bears the title of what its identifiers name, and was read otherwise."""
    title = situation.inquiry.entry.title
    if situation.inquiry.entry.format not in TEACHABLE:
        return False
    letters = {key(lesson.title) for lesson in lessons(situation)}
    return bool(letters) and (title is None or key(title.text) not in letters)


def papers(doubtful: Sequence[Entry], ask: Ask) -> tuple[Lesson, ...]:
    """The titles of doubtful items that are works; asked for as long as enough of them are."""
    taught: list[Lesson] = []
    asked = 0
    while asked < len(doubtful) and len(taught) * WORTH >= asked:
        some = doubtful[asked : max(FIRST, 3 * asked)]
        asked += len(some)
        for situation in resolve(some, ask, planned=by_title):
            title = situation.inquiry.entry.title
            if title is not None and is_work(situation):
                taught.append(Lesson(title=title.text))
    return tuple(taught)


def by_title(situation: Situation) -> Wave | None:
    """Who knows the title: arXiv, which takes many at a time, then Crossref."""
    title = situation.inquiry.entry.title
    if title is None or is_work(situation):
        return None
    put = {reply.question.source for reply in situation.inquiry.replies}
    for turn, source in enumerate(("arxiv", "crossref")):
        if source not in put:
            return Wave(turn, (Question(source=source, query=ByCitation(title=title.text)),))
    return None


def is_work(situation: Situation) -> bool:
    """Whether just this title is one work's, and nobody else is said to have written it."""
    chosen = situation.chosen
    if chosen is None or not situation.match.sure or chosen.title is None:
        return False
    signed = chosen.byline is None or chosen.byline.kind in AS_SAID
    return signed and chosen.title.kind == "same" and not chosen.misread
