"""Lines told by their words before it is known what is one entry: a title, names, a venue."""

import re
from collections import defaultdict
from dataclasses import replace
from html import unescape
from itertools import islice

from pipeline.addresses.urls import identify
from pipeline.markup.blocks import Block
from pipeline.reading.bylines import read_names
from pipeline.reading.wording import wording
from pipeline.reading.words import label_kind

_MARKUP = re.compile(
    r"!?\[(?:\[[^\]\n]*\]|[^\]\n]*)\]\([^)\s]*\)|https?://\S+|<[^<>\n]{1,400}>|[*_`]+|&\w{2,8};"
)
_IN_BRACKETS = re.compile(
    r"\s*(?:\d+[.)]\s*)?(?:[\[【({（][^\[\]【】(){}（）]{1,40}[\]】)}）]\s*)*"
)
_LINK_TEXT = re.compile(r"\[([^\[\]\n]{12,300})\]\([^)\s]*\)")
_LINK = re.compile(r"\[([^\[\]\n]*)\]\([^)\s]*\)")
MOST_BELOW = 8
"""Blocks below a heading that is a title."""
_LIKE = 60
"""How much more the words of a title are like one than like anything else, a word."""


def like_title(text: str, least: int = 4, like: int = _LIKE) -> bool:
    """Whether a line without its markup has the words of a title: of a paper, not of a topic."""
    bare = _MARKUP.sub("", _LINK_TEXT.sub(r"\1", text))
    nick = _IN_BRACKETS.match(bare)
    words = wording(bare, nick.end() if nick else 0, len(bare))
    if not least <= words.words <= 40:
        return False
    return words.title - max(words.name, words.venue, words.prose) > like * words.words


def with_link_lines(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks; a heading of links alone right below a title is a line of its entry.

    ``##### Slow maps of cold mice`` and ``###### [[pdf](…)] CVPR 2019`` below it, for its size.
    """
    listed = [block.kind == "item" for block in blocks[1:]] + [False]
    return [
        replace(block, kind="paragraph") if not items and _link_line(text, above, block) else block
        for above, block, items in zip(blocks[:1] + blocks, blocks, listed, strict=False)
    ]


def _link_line(text: str, above: Block, block: Block) -> bool:
    if not block.kind == above.kind == "heading" or block.level <= above.level:
        return False
    phrase = text[slice(*block.slices[0])]
    if not _LINK.search(phrase) or not like_title(text[slice(*above.slices[0])], 5):
        return False
    labels = all(label_kind(hit[1].strip("[] ")) for hit in _LINK.finditer(phrase))
    return labels and len(re.findall(r"[^\W\d_]+", _MARKUP.sub(" ", phrase))) <= _SOME


def titled_headings(text: str, blocks: list[Block]) -> frozenset[int]:
    """The headings that are titles: below them stand links, names, a date, and no other title.

    Where most headings of a level are, one with less telling words is, too.
    """
    telling: dict[int, list[int]] = {}
    maybe: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        if block.kind == "heading" and _alone_with_its_links(text, blocks, index):
            phrase = text[slice(*block.slices[0])]
            known = like_title(phrase, 5)
            (telling if known else maybe).setdefault(block.level, []).append(index)
    headings = {index for indices in telling.values() for index in indices}
    for level, indices in maybe.items():
        if len(telling.get(level, ())) > max(2, len(indices)):
            headings.update(
                i for i in indices if len(text[slice(*blocks[i].slices[0])].split()) > 2
            )
    return frozenset(headings)


def dated_headings(text: str, blocks: list[Block]) -> frozenset[int]:
    """The headings that are titles with a year: most of their level are, and none leads entries.

    ``## Bee. 2007. Slow maps``, ``* Slow maps of cold mice 2009`` with names or a paper's link
    right below. Words and a year alone are as well a course, a workshop, or a data set.
    """
    levels: dict[int, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            levels[block.level].append(index)
    return frozenset(at for level in levels.values() for at in _dated(text, blocks, level))


def _dated(text: str, blocks: list[Block], level: list[int]) -> list[int]:
    shown = {at: _shown(text[slice(*blocks[at].slices[0])]) for at in level}
    dated = [at for at in level if _YEAR.search(shown[at]) and not _DAY.search(shown[at])]
    words = {at: wording(shown[at], 0, len(shown[at])) for at in dated}
    dated = [at for at in dated if words[at].words >= _FEWEST]
    if len(dated) < _SEVERAL or 2 * len(dated) < len(level):
        return []
    lead = sum(w.title - max(w.name, w.venue, w.prose) for w in map(words.get, dated) if w)
    like = lead > _RATHER_LIKE * sum(words[at].words for at in dated)
    if not like or any(_leads(text, blocks, at) for at in dated):
        return []
    followed = sum(_signed(text, blocks[at]) or _told_below(text, blocks, at) for at in dated)
    return dated if 2 * followed > len(level) else []


def _signed(text: str, heading: Block) -> bool:
    """Whether a heading links a paper, or begins with names: ``Bee. 2007.``, ``A. Bee, Bo Li:``."""
    start, end = heading.slices[0]
    names = read_names(text, start, end)
    if names is None or names.end >= end:
        return _paper_linked(text[start:end])
    dated = _DATED_NAMES.match(text, names.end, end) is not None
    return dated or (len(names.people) > 1 and all(person.given for person in names.people))


def _told_below(text: str, blocks: list[Block], index: int) -> bool:
    """Whether the first lines below a heading are names alone, or link a paper."""
    for below in blocks[index + 1 : index + 3]:
        if below.kind not in ("paragraph", "item"):
            return False
        start, end = below.slices[0]
        names = read_names(text, start, end)
        byline = names is not None and all(person.given for person in names.people)
        if byline and names is not None and not text[names.end : end].strip(" .*_"):
            return True
        if any(_paper_linked(text[a:b]) for a, b in below.slices[:2]):
            return True
    return False


def _paper_linked(text: str) -> bool:
    return any(identify(url).kind == "paper" for url in _URL.findall(text))


_URL = re.compile(r"https?://[^\s<>()\[\]]+")
_DATED_NAMES = re.compile(r"[.,]\s+(?:19|20)\d\d|,?\s+\((?:19|20)\d\d")


def _shown(text: str) -> str:
    """A heading without its links' addresses."""
    return _MARKUP.sub(" ", _ORG_LINK.sub(r"\1", _LINK_TEXT.sub(r"\1", text)))


_ORG_LINK = re.compile(r"\[\[[^\[\]\n]*\]\[([^\[\]\n]*)\]\]")


def _leads(text: str, blocks: list[Block], index: int) -> bool:
    """Whether a heading is that of an entry or more, or of a table."""
    for after in range(index + 1, len(blocks)):
        if blocks[after].kind == "heading":
            break
        phrase = " ".join(text[slice(*line)] for line in blocks[after].slices)
        titled = any(not label_kind(label) for label in _LINK_TEXT.findall(phrase))
        if titled or blocks[after].kind == "row" or entry_of_its_own(text, blocks[after]):
            return True
    return False


_YEAR = re.compile(r"(?<![\w/.-])(?:19|20)\d\d(?![\w/-]|\s*[-–]\s*\d)")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?[,.]?\s+(?:19|20)\d\d")
"""A date: what is dated to the day is an event or a release."""
_FEWEST, _SEVERAL, _RATHER_LIKE = 4, 3, 20
"""Words of such a heading, such headings of a level, and how like titles they are on the whole."""


def _alone_with_its_links(text: str, blocks: list[Block], index: int) -> bool:
    linked, own = "http" in text[slice(*blocks[index].slices[0])], 0
    for after in range(index + 1, len(blocks)):
        if blocks[after].kind == "heading":
            return linked and after > index + 1
        own += entry_of_its_own(text, blocks[after])
        if own > 1:
            return False
        if after > index + MOST_BELOW or blocks[after].kind == "row":
            return False
        for line in blocks[after].slices:
            phrase = text[slice(*line)]
            linked = linked or "http" in phrase
            if blocks[after].kind != "quote" and like_title(phrase, 5):
                return False
    return linked and index + 1 < len(blocks)


def entry_of_its_own(text: str, block: Block) -> bool:
    """An item with a link and words besides: "4. **Learning from ...** *Ziqi Wang* [[pdf]](…)".

    Or a paragraph that names its title, marked or in a link: '**[63]** Vinyals. "**Matching
    Networks ...**" [[pdf]](…)'. Two such below a heading are the papers of a topic, however it is
    worded.
    """
    phrase = " ".join(text[slice(*line)] for line in block.slices)
    besides = len(_LINK.sub(" ", phrase).split())
    if _ADDRESS.search(phrase) is None or besides < _SOME:
        return False
    linked = (label for label in _LINK_TEXT.findall(phrase) if len(label.split()) >= _LINKED)
    if block.kind == "paragraph" and any(like_title(label, 3) for label in linked):
        return True
    named = (like_title(hit[1], 3) for hit in _NAMED.finditer(phrase))
    return besides >= _MANY and (block.kind == "item" or (block.kind == "paragraph" and any(named)))


def has_named_link(line: str) -> bool:
    """Whether a link in the line is called like a work, and not by a label."""
    return any(not label_kind(label) for label in _LINK_TEXT.findall(line))


_NAMED = re.compile(r"(?:\*\*|__|[\"“])([^\"“”*_\n]{15,300})(?:\*\*|__|[\"”])")


def has_title(text: str, slices: list[tuple[int, int]]) -> bool:
    """Whether the first lines of an item have a title's words, all of them or what is marked."""
    texts = [text[a:b] for a, b in slices[:2]]
    marked = (hit[1] for line in texts for hit in islice(_NAMED.finditer(line), MOST_BELOW))
    return any(map(like_title, texts)) or any(map(like_title, marked))


def short_field(text: str, child: Block) -> bool:
    """``- Ling Pan & Huazhe Xu``, ``- 2020``, ``- (Ann. Phys.)``: names, a venue, a date alone."""
    if len(child.slices) > 1:
        return False
    phrase = text[slice(*child.slices[0])]
    bare = _MARKUP.sub(" ", phrase)
    words = wording(bare, 0, len(bare))
    if words.words == 0 and not _labelled(phrase):
        bare = _LINK.sub(r"\1", phrase)
        words = wording(bare, 0, len(bare))
        return not like_title(phrase) and max(words.name, words.venue) > max(
            words.title, words.prose
        )
    if words.words == 0:
        return True
    if words.words > 40 or _LINK_TEXT.search(phrase):
        return False
    return max(words.name, words.venue) > max(words.title, words.prose) + _LIKE * words.words


_LINKED, _SOME = 4, 3
"""Words from which what a link is called may be a title, and what stands beside it, of a work."""
_MANY = 8
"""Words that are more than a topic."""
_ADDRESS = re.compile(r"\]\([^)\s]+\)|https?://|\bhref=|\]\[|`_")


def fields_below(text: str, title: str, below: list[Block]) -> bool:
    """Whether lines are the fields of the title above them: short ones, and links; no other title.

    Several links that are called otherwise than links usually are may be works of their own, and
    the line above them a topic.
    """
    if not below or _ADDRESS.search(title):
        return False
    if any(not _labelled(text[a:b]) for block in below for a, b in block.slices[1:]):
        return False  # only links go on over lines: "*Nature*, 2020", "[[pdf]](…)", "[[code]](…)"
    texts = [" ".join(text[a:b] for a, b in block.slices) for block in below]
    linked = [line for line in texts if _ADDRESS.search(line)]
    named = [line for line in linked if not _labelled(line)]
    if len(linked) == len(texts) and not named:
        return len(title.split()) >= _MANY
    return (
        bool(linked)
        and len(named) < 2
        and like_title(title, like=0)
        and not any(map(like_title, texts))
    )


def _labelled(line: str) -> bool:
    """Whether nothing but labels of links stands there: "[[pdf](…)] [[a]](…)", "Paper: http…"."""
    bare = _MARKUP.sub(lambda hit: hit.group().partition("](")[0] + " ", unescape(line))
    words = re.findall(r"[^\W\d_]+", bare)
    return not words or (len(words) <= 6 and label_kind(" ".join(words)) != "")
