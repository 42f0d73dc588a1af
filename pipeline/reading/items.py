"""An item of a list with what it may say; settled once the layout of its list is known."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from pipeline.reading.byline_growth import grown
from pipeline.reading.byline_places import Place, overruns, places, unlike
from pipeline.reading.byline_text import levelled
from pipeline.reading.bylines import Names, of_editors
from pipeline.reading.fields import fields_at, understand
from pipeline.reading.guesses import Guess, weights
from pipeline.reading.layouts import Option, Slot, chosen, learnt, slot
from pipeline.reading.scene import Fields, Scene
from pipeline.reading.scoring import guesses
from pipeline.reading.strip import Strip, strip_of
from pipeline.reading.tables import row_fields
from pipeline.reading.taught import agrees, atoms_of, letters, parted, worded
from pipeline.reading.wording import wording
from pipeline.values.entry import Link

Range = tuple[int, int]
SHORT = ""
"""Stands among the gains of a list that is short."""


@dataclass(slots=True)
class Item:
    """A stretch that may be an entry, and where its title may stand."""

    scene: Scene
    links: tuple[Link, ...]
    strip: Strip
    by_rule: Fields
    """What the rules make of it; they know rare shapes, and only propose."""
    guesses: list[Guess]
    options: list[Option]
    """The slot and the score of each guess, and the rule that proposes it."""
    ranges: Sequence[Range] = ()
    """The cells of a row."""
    kinds: Mapping[str, int] | None = None
    """Which column holds which field, by the head of the table."""
    taught: Range | None = None
    """Where a record of it shows its title to stand."""
    corrected: bool = False
    """Its title was read otherwise before that was known."""


def item_of(scene: Scene, links: tuple[Link, ...]) -> Item:
    """The item of a line or block."""
    strip = strip_of(scene)
    fields = understand(scene)
    all_guesses = _outside_books(strip, guesses(strip))
    options = [(slot(strip, guess), *_score(strip, guess, fields)) for guess in all_guesses]
    return Item(scene, links, strip, fields, all_guesses, options)


def _outside_books(strip: Strip, all_guesses: list[Guess]) -> list[Guess]:
    """The guesses before ``In:``, behind which the title of the book stands, if there are any."""
    text = strip.text
    for at in range(1, len(strip.starts)):
        word = text[strip.starts[at] : strip.ends[at]]
        if word in _IN and strip.gaps[at + 1][:1] == (":",) and strip.gaps[at] != ("^",):
            return [guess for guess in all_guesses if guess.last < at] or all_guesses
    return all_guesses


_IN = ("In", "in", "IN")


def row_of(
    scene: Scene, links: tuple[Link, ...], ranges: list[Range], kinds: dict[str, int]
) -> Item:
    """The item of a row of a table: the title stands in the column that is called so."""
    strip = strip_of(scene)
    fields = row_fields(scene, ranges, kinds)
    pairs = [(cell, g) for g in guesses(strip) for cell in _cells(strip, g, ranges)]
    column = kinds.get("title")
    if any(cell == column for cell, _ in pairs):
        pairs = [(cell, g) for cell, g in pairs if cell == column]
    options = [(slot(strip, g, cell + 1), *_score(strip, g, fields)) for cell, g in pairs]
    return Item(scene, links, strip, fields, [g for _, g in pairs], options, ranges, kinds)


def _score(strip: Strip, guess: Guess, fields: Fields) -> tuple[int, str]:
    """What speaks for a guess, thousandths; a rule that proposes it speaks for it."""
    if fields.title is None or not same(strip, guess, fields.title):
        return round(1000 * guess.score), ""
    rule = f"rule:{fields.how}"
    return round(1000 * (guess.score + weights().get("rule", 0.0) + weights().get(rule, 0.0))), rule


def same(strip: Strip, guess: Guess, other: Range) -> bool:
    """Whether a guess says what stands at a place, but for signs around it."""
    start, end = strip.starts[guess.first], strip.ends[guess.last]
    low, high = other
    if abs(start - low) > _AROUND or abs(end - high) > _AROUND:
        return False
    text = strip.text
    if max(start, low) < min(end, high):
        before = worded(text[min(start, low) : max(start, low)])
        behind = worded(text[min(end, high) : max(end, high)])
        if not (before and behind):
            return not (before or behind)
    return letters(text[start:end]) == letters(text[low:high])


_AROUND = 8
"""Signs around a title."""


def _cells(strip: Strip, guess: Guess, ranges: Sequence[Range]) -> list[int]:
    """The cell that a guess stands in; none if it runs over more."""
    start, end = strip.starts[guess.first], strip.ends[guess.last]
    at = bisect_right(ranges, start, key=itemgetter(0)) - 1
    return [at] if at >= 0 and end <= ranges[at][1] else []


def slots_of(items: Sequence[Item]) -> dict[Slot, int]:
    """What each slot of a list gains or loses."""
    gains = learnt([item.options for item in items], [_lesson(item) for item in items])
    return gains | {SHORT: 1} if len(items) < FEW else gains


def _lesson(item: Item) -> int | None:
    """Which of its options an item has by its record; None if none is known."""
    if item.taught is None or not item.options:
        return None
    fit = [n for n, guess in enumerate(item.guesses) if same(item.strip, guess, item.taught)]
    return max(fit, key=lambda n: item.options[n][1]) if fit else None


def settled(item: Item, gains: Mapping[Slot, int]) -> tuple[Fields, Slot]:
    """The fields of an item, given the layout of its list, and the slot of its title."""
    fields, where = _read(item, gains)
    return _with_its_name(item.strip.text, fields), where


def _with_its_name(text: str, fields: Fields) -> Fields:
    """The name of a thing between by-line and title is the title's: ``Bee et al., MossNet: Maps``.

    In ``Ana Bee, Bo Marsh, MossNet: Slow maps`` it is no author; of names without given names all
    could be: "Bee, Marsh: Slow maps".
    """
    names, title = fields.names, fields.title
    if names is None or title is None or names.end > title[0]:
        return fields
    between = text[names.end : title[0]]
    hit = _THING.fullmatch(between)
    if hit:
        return replace(fields, title=(names.end + hit.start(1), title[1]))
    *others, last = names.people
    lacks_given = bool(others) and all(person.given for person in others) and not last.given
    if (
        not lacks_given
        or not _COINED.match(last.text)
        or last.end != names.end
        or _COLON.fullmatch(between) is None
    ):
        return fields
    left = replace(names, people=tuple(others), end=others[-1].end)
    return replace(fields, names=left, title=(last.start, title[1]))


_COLON = re.compile(r":\s+")
_COINED = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von)[A-Z][a-z]+(?!\w))\S*\w[A-Z\d]")
"""``MossNet``, ``B2``, ``VGG``: who signs with one name only is ``Suharto`` or ``LeCun``."""
_THING = re.compile(rf"[.,]\s+(?={_COINED.pattern})([A-Z][\w+-]{{2,24}}):\s+")


def _read(item: Item, gains: Mapping[Slot, int]) -> tuple[Fields, Slot]:
    """The same by layout and rules.

    A short list says little of its layout: there stands what the rules know, unless the words of an
    item speak plainly against it. What a record of the item bears out stands above both.
    """
    fields, where = _settled(item, gains)
    at = item.taught
    if at is None or (fields.title and agrees(item.strip.text, fields.title, at)):
        return fields, where
    if fields.title is not None and not parted(item.strip, fields.title, at):
        return fields, where
    item.corrected = True
    return _as_taught(item, at)


def _as_taught(item: Item, at: Range) -> tuple[Fields, Slot]:
    """The fields of an item around the title that its record bears out."""
    run = atoms_of(item.strip, at)
    if run is None:
        return fields_at(item.scene, at, None, "plain"), ""
    guess = Guess(*run, 0.0)
    cells = _cells(item.strip, guess, item.ranges) if item.kinds is not None else [0]
    if not cells:
        return item.by_rule, ""
    names = byline(item.strip, guess)
    fields = _given(item, guess, names)
    fields.worded = names
    return fields, slot(item.strip, guess, cells[0] + 1 if item.kinds is not None else 0)


def _settled(item: Item, gains: Mapping[Slot, int]) -> tuple[Fields, Slot]:
    ruled = item.by_rule.title
    if not item.options:
        return item.by_rule, ""
    if ruled and gains.get(SHORT) and not _overruled(item, ruled):
        own = next((guess for guess in item.guesses if same(item.strip, guess, ruled)), None)
        item.by_rule.worded = byline(item.strip, own) if own and item.by_rule.names else None
        return item.by_rule, ""
    place = chosen(item.options, gains)
    guess, where = item.guesses[place], item.options[place][0]
    names = byline(item.strip, guess)
    fields = _given(item, guess, names)
    fields.worded = names
    return fields, where


def _overruled(item: Item, ruled: Range) -> bool:
    """Whether the words of an item say that its title stands elsewhere than the rule has it.

    "**Bee, A.B.**, Marsh, C. (2020). Slow maps": whoever is in bold type is no title. But all that
    is in bold type, a link or quotation marks is one title, not a part of it.
    """
    scores = [score for _, score, _ in item.options]
    best = max(scores)
    guess = item.guesses[scores.index(best)]
    own = [
        score
        for guess, score in zip(item.guesses, scores, strict=True)
        if same(item.strip, guess, ruled)
    ]
    if own and max(own) >= best - _PLAINLY:
        return False
    start, end = item.strip.starts[guess.first], item.strip.ends[guess.last]
    if item.by_rule.how in _MARKED and ruled[0] <= start and end <= ruled[1]:
        return False
    word_scores = wording(item.strip.text, start, end)
    return word_scores.title > max(word_scores.name, word_scores.venue, word_scores.prose)


_MARKED = frozenset({"bold", "link", "quoted", "keyed", "nick", "table"})
"""How a title is told by marks around it."""
_PLAINLY = 2000
"""How much more must speak for another title than for a rule's, in thousandths: between 1000 and
4000 the readings of short lists hardly differ."""


def _given(item: Item, guess: Guess, names: Names | None) -> Fields:
    """The fields of an item whose title and by-line are known."""
    ruled = item.by_rule.title
    told_so = ruled is not None and same(item.strip, guess, ruled)
    if told_so and _agree(item.strip, names, item.by_rule.names):
        return item.by_rule
    at = ruled if ruled and told_so else bounds(item.strip, guess)
    if item.kinds is not None:
        cell = _cells(item.strip, guess, item.ranges)[0]
        return row_fields(item.scene, list(item.ranges), dict(item.kinds), (cell, at), names)
    how = _how(item.strip, guess, item.scene.start)
    fields = fields_at(item.scene, at, names, how)
    own_names = fields.names
    if own_names is None or own_names.et_al:
        return fields
    if names is None and unlike(item.strip, own_names.start, own_names.end):
        return fields_at(item.scene, at, None, how, nobody=True)
    return fields


FEW = 6
"""Items below which a list is short."""


def _agree(strip: Strip, names: Names | None, by_rule: Names | None) -> bool:
    """Whether the rules read the same people, or those and more.

    Points and suffixes within names ("N. St. Merrow", "Yılmazoğlu Jr") cut a stretch short.
    """
    if by_rule is None:
        return names is None
    if names is None:
        return by_rule.et_al or not unlike(strip, by_rule.start, by_rule.end)
    if overruns(strip, by_rule.start, by_rule.end):
        return False
    if names.et_al and not by_rule.et_al:
        return False
    if (names.start, names.end) == (by_rule.start, by_rule.end):
        return [person.text for person in names.people] == [p.text for p in by_rule.people]
    if by_rule.start <= names.start and names.end <= by_rule.end:
        return True
    return {person.text for person in names.people} <= {person.text for person in by_rule.people}


ALONE, BESIDE = 2.0, 1.0
"""What speaks at least for somebody alone; less beside the title or behind "by", "Authors:"."""


def byline(strip: Strip, guess: Guess) -> Names | None:
    """The by-line before or behind the title; one word alone is somebody with a year only."""
    level = ""
    for place in places(strip, guess.first, guess.last)[:2]:
        level = level or levelled(strip)
        led = _LED.search(strip.text, max(0, place.start - 12), place.start) is not None
        # "Sefer, Emre. Title" is one person, "Title. Radlinski, Craswell (2013)" are two.
        pair = not led and place.start < strip.starts[guess.first]
        names = grown(strip, level, place, (guess.first, guess.last), pair=pair)
        if names is not None and place.start > strip.starts[guess.first]:
            names = None if of_editors(strip.text, names) else names
        if names is not None and _somebody(strip, guess, names, place, led=led):
            return names
    return None


def _somebody(strip: Strip, guess: Guess, names: Names, place: Place, *, led: bool) -> bool:
    """Whether what was read of a place is a by-line and no other words."""
    if len(names.people) > 1 or names.et_al:
        return place.score >= BESIDE or led or names.end >= place.end
    if not names.people[0].given:
        return place.score >= BESIDE and _DATED.match(strip.text, names.end) is not None
    least = ALONE
    if names.end >= place.end:
        start, end = strip.starts[guess.first], strip.ends[guess.last]
        before, behind = strip.text[names.end : start], strip.text[end : names.start]
        if led or not any(map(str.isalnum, before + behind)):
            least = BESIDE
    return place.score >= least


_DATED = re.compile(r"\s*[(（](?:19|20)\d\d[a-z]?[)）]")
"""Behind a family name alone: "Efros (2011)"."""
_LED = re.compile(r"\b(?:by|authors?:)\s*$|[:：]\s*$", re.IGNORECASE)


def bounds(strip: Strip, guess: Guess) -> Range:
    """The place of a guess: with its question mark and the brackets that it opens or closes."""
    start, end = strip.starts[guess.first], strip.ends[guess.last]
    text = strip.text
    while text[end : end + 1] in ("?", "!", "？", "！"):
        end += 1
    for left, right in ("()", "[]"):
        depth = text.count(left, start, end) - text.count(right, start, end)
        if depth == 1 and text[end : end + 1] == right:
            end += 1
        if depth == -1 and text[start - 1 : start] == left:
            start -= 1
    if text.count('"', start, end) % 2 and text[start - 1 : start] == '"':
        start -= 1
    return start, end


_KEYED = re.compile(
    r"\s*(?:[-*]\s*)?(?:manuscript|paper(?:\s+title)?|publication|preprint|title|article|reference|"
    r"论文|标题)\s*(?:\([a-z0-9]+\))?\s*[:\uff1a]\s*$",
    re.IGNORECASE,
)
"""What stands before a title that is not alone: ``Manuscript: [Title](url)``."""


def _how(strip: Strip, guess: Guess, begin: int) -> str:
    """How the title is told: keyed, quoted, bold, link, plain."""
    if _KEYED.match(strip.text, begin, strip.starts[guess.first]):
        return "keyed"
    before, behind = strip.gaps[guess.first], strip.gaps[guess.last + 1]
    if "“" in before and "”" in behind:
        return "quoted"
    if "+B" in before:
        return "bold"
    return "link" if {"+K", "+U", "+L"} & set(before) else "plain"
