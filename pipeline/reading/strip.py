"""An item as a strip of words and what stands between them.

An *atom* is a run of words; a *gap* is everything between two atoms, as a tuple of signs: marks
that open and close (``+B`` bold, ``-K`` the link of a paper), quotation marks, brackets, points,
commas, line breaks. A field is a run of atoms, and its gaps tell it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import zip_longest
from operator import itemgetter
from typing import NamedTuple

from pipeline.compare.journals import shortened
from pipeline.markup.flow import BOLD, CODE, ITALIC
from pipeline.reading.scene import Scene
from pipeline.reading.wording import Wording, wording
from pipeline.reading.words import known_venue

Gap = tuple[str, ...]
_END = r"""(?=[\s"”»*_'\ufffc)\]]|$)"""
_SIGN = re.compile(
    # Each branch begins with a sign of its own, so that words are passed by at one look.
    "|".join(map(re.escape, '"“”«»《》「」『』()（）[]【】{}|·•：。\n'))
    + r"|``|''|,(?=\D|$)|，(?=\D|$)|、(?=\D|$)|;(?=\D|$)|；(?=\D|$)"
    + r"|:(?=\s|$|[^\x00-\x7f]|(?<=[a-z]:)[A-Z])|\t(?<=[^\s,;:]\t)(?=\S)"
    + "".join(rf"|{sign}[?!？！]*{_END}" for sign in (r"\?", "!", "？", "！"))
    + rf"|\.(?:(?<!\b[A-ZА-ЯЁ]\.)(?<!\b[Ss]t\.)(?<!\bST\.)(?<!\bvs\.){_END}"
    + r"|(?P<i>(?<=[\s.-][A-ZА-ЯЁ]\.)(?=\s(?:[^\W\d_]{2}|[AВИКОСУ]\s[a-zа-яё]))))"
    + "".join(
        rf"|{dash}(?:(?<=[\s\ufffc)\]]{dash})[-–—~]*(?=\s){alone})"
        for dash, alone in (("-", "|-+"), ("—", "|"), ("–", ""), ("~", ""))
    )
    + r"|/(?<=\s/)(?=\s)|\ufffc\ufffc*"
)
_WORD = re.compile(
    r"""[A-Z12bif@](?:(?<![\w/.:-].)(?:
    (?P<Z>(?<=[A-Z])[A-Za-z&/]{1,9}+(?:['’`-]|[ ]['’`]?)?
        (?:(?:19|20)\d\d|(?<!\s)[012]\d)(?![\w/]|[.]\d|-\w))
    |(?P<Y>(?:(?<=1)9|(?<=2)0)\d\d[a-z]?(?![\w/]|[.]\d|-\w)))
    |(?P<w>(?<=\s.)(?:(?<=[Bb])y|(?<=[Ii])n|(?<=@)|(?<=f)rom)(?=\s+[A-Z"*_])))""",
    re.VERBOSE,
)
"""Words that are signs: a venue with its year, a year, "by", "in", "from"."""
_LEAD = re.compile(
    r"\s*(?P<year>(?:(?:19|20)\d|[0129])\d)(?P<a>[-_])"
    r"(?P<venue>[A-Z][A-Za-z]+(?: [A-Z]+(?=_))?)(?P<b>(?P=a))"
    r"(?=[^\W_])(?![A-Z]+\s-)"  # "2017-IEEE-TIFS - "
)
_LOUD = re.compile(r"[A-Z][a-z]*[A-Z]")
_SIGNS = {
    **dict.fromkeys(".。", "."), **dict.fromkeys("?!？！", "?"), **dict.fromkeys(",，、", ","),
    **dict.fromkeys(";；", ";"), **dict.fromkeys(":：", ":"), **dict.fromkeys("-–—~", "-"),
    **dict.fromkeys("|·•/\t", "|"), "\n": "n", "\ufffc": "D",
    **dict.fromkeys("(（{", "("), **dict.fromkeys(")）}", ")"),
    **dict.fromkeys("[【", "["), **dict.fromkeys("]】", "]"),
}  # fmt: skip
"""By their first character; what is none of these is a quotation mark."""
_STYLES = ((BOLD, "B"), (ITALIC, "I"), (CODE, "C"))
_LINKS = {"paper": "K", "other": "L"}


class Strip(NamedTuple):
    """The atoms of an item, and the gaps before, between and behind them: one more."""

    text: str
    starts: list[int]
    ends: list[int]
    gaps: list[Gap]
    words: list[Wording]
    kinds: list[str]
    """Of each atom: T, A, V or P for what its words are most like; Y a year, Z a venue with its
    year ("NeurIPS'20"), # no letters."""


def strip_of(scene: Scene) -> Strip:
    """The strip of a scene."""
    strip = Strip(scene.text, [], [], [], [], [])
    gap: list[str] = ["^"]
    at = scene.start
    for start, end, sign in _signs(scene):
        if start > at and _atom(strip, at, start, gap):
            gap = []
        if sign in "YZ":
            _add(strip, start, end, gap or ["s"], sign)
            gap = ["s"]
        elif not gap or gap[-1] != sign:
            gap.append(sign)
        at = max(at, end)
    if at < scene.end and _atom(strip, at, scene.end, gap):
        gap = []
    strip.gaps.append((*gap, "$"))
    return strip


def _signs(scene: Scene) -> list[tuple[int, int, str]]:
    text, signs = scene.text, [*_marks(scene)]
    words = [_worded(text, word) for word in _WORD.finditer(text, scene.start, scene.end)]
    within = {at for start, end, _ in words for at in range(start, end)}
    for match in _SIGN.finditer(text, scene.start, scene.end):
        start, end = match.span()
        if start not in within:
            sign = match.lastgroup or _SIGNS.get(text[start]) or _quote(text, start, match.group())
            signs.append((start, end, sign))
    if _DOTTED.search(text, scene.start, scene.end):
        signs = _around_journals(text, scene.start, scene.end, signs)
    lead = lead_of(text, scene.start, scene.end)
    if lead:
        signs += [(*lead.span(dash), "-") for dash in "ab"]
    signs += words
    signs.sort(key=itemgetter(0, 1))
    return signs


_DOTTED = re.compile(r"[a-z]\. [A-Z(\d]")
"""What an abbreviation before another word, volume or year looks like: a quick look."""
_ABBREVIATED = re.compile(
    r"(?<!\S)(?:(?:[A-Z][A-Za-z]*\.|[A-Z][A-Za-z]*|&)[,;]? ){2,8}"
    r"(?=(?:vol\. ?)?\d{1,4}\b|\((?:19|20)\d\d)"
)


def _around_journals(
    text: str, start: int, end: int, signs: list[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """The signs, none within the abbreviated name of a journal, and one before it.

    "a variational approach J. Chem. Phys. 161, 154109" has no other sign of where the title ends.
    """
    spans = [_journal(text, hit) for hit in _ABBREVIATED.finditer(text, start, end)]
    journals = [(low, high) for low, high in spans if low < high]
    kept = [sign for sign in signs if not _within(journals, sign)]
    ends = {sign[1] for sign in kept}
    beginnings = (low for low, _ in journals if low > start and not {low, low - 1} & ends)
    return [*kept, *((low, low, ".") for low in beginnings)]


def _within(journals: list[tuple[int, int]], sign: tuple[int, int, str]) -> bool:
    """Whether a sign stands within one of the names."""
    at = bisect_left(journals, sign[1], key=itemgetter(0)) - 1
    return at >= 0 and sign[0] < journals[at][1]


def _journal(text: str, hit: re.Match[str]) -> tuple[int, int]:
    """Where the words begin that are like a journal's, two of them shortened; nowhere if none.

    A word that titles have in full is none of them: "A History of Chemistry. J. Chem. Educ. 12".
    """
    words = [*re.finditer(r"\S+", hit.group())]
    stopped = [_STOPPED.match(word.group()) is not None for word in words]
    for at, word in enumerate(words):
        if sum(stopped[at:]) < 2:
            break
        first = words[at + 1] if word.group() in ("J.", "Z.") else word
        own = wording(text, hit.start() + first.start(), hit.start() + first.end())
        whole = wording(text, hit.start() + word.start(), hit.end())
        least = len(words) - at == 2  # "Electron. Struct.": without the first it is no journal
        like = _like_a_venue(own) or (not least and _like_a_venue(whole))
        if like and _shortened(word.group()) and (least or own.title < _IN_FULL):
            return hit.start() + word.start(), hit.start() + words[-1].end()
    return hit.end(), hit.end()


_STOPPED = re.compile(r"(?:J|Z|[A-Z][a-z]+)\.")
_IN_FULL = 90
"""How much a word speaks for a title from which it is not shortened: "Japan" is, "Jap" is not."""
_NO_NAME = 100
"""How much more a word speaks for a venue than for a name that no journal's name has in full:
"Seismol." does, "Victoria." does not."""


def _like_a_venue(word_scores: Wording) -> bool:
    return word_scores.venue > max(word_scores.title, word_scores.name, word_scores.prose)


def _shortened(word: str) -> bool:
    if word in ("J.", "Z."):
        return True
    if not word.rstrip(",;").endswith("."):
        return False
    word_scores = wording(word, 0, len(word))
    return shortened(word) or (
        word_scores.title < 0 and word_scores.venue > word_scores.name + _NO_NAME
    )


def lead_of(text: str, start: int, end: int) -> re.Match[str] | None:
    """``2020-NeurIPS-``, ``20-OSDI-`` before a title: dashes that part, with no blanks around."""
    hit = _LEAD.match(text, start, end)
    if hit is None:
        return None
    if hit["a"] == "_":  # "01_PyTorch_" is the number of a file
        return hit if known_venue(hit["venue"]) or hit["venue"].isupper() else None
    known = len(hit["year"]) > 2 and known_venue(hit["venue"])
    return hit if known or _LOUD.match(hit["venue"]) else None


def _worded(text: str, hit: re.Match[str]) -> tuple[int, int, str]:
    """A word that is a sign; "Deep Learning 2009" is a year behind a word, and no venue."""
    start, end = hit.span()
    name = _NAME.match(text, start)
    sign = hit.lastgroup or ""
    if sign == "Z" and name and _RUNNING.search(text, max(0, start - 2), start):
        year = end - 4
        if text[year - 1] == " " and not (name.group() in _JOURNALS or known_venue(name.group())):
            return year, end, "Y"
    return start, end, sign


_JOURNALS = frozenset(
    """
    Automatica Cortex Neuroimage Icarus Oikos Biometrika Synthese Heliyon Langmuir Physica
    Ecography
    """.split()  # noqa: SIM905  a table, not a sentence
)
"""Journals of one word that hardly a title ends with."""
_NAME = re.compile(r"[A-Z][a-z]+(?![A-Za-z&/])")
_RUNNING = re.compile(r"\w $")


_OPENING, _CLOSING = (
    frozenset(("“", "«", "《", "「", "『", "``")),
    frozenset(("”", "»", "》", "」", "』", "''")),
)


def _quote(text: str, at: int, phrase: str) -> str:
    """Whether a quotation mark opens or closes; a straight one opens behind no word."""
    if phrase in _CLOSING:
        return "”"
    before = text[at - 1 : at]
    opens = phrase in _OPENING or not (before.isalnum() or before in tuple(".,;:!?)]’'"))
    return "“" if opens else "”"


def _marks(scene: Scene) -> Iterator[tuple[int, int, str]]:
    """Where styles and links begin and end."""
    style, link = 0, ""
    number = -1
    for piece, new_style in zip(scene.pieces, _styles(scene), strict=True):
        if (new_style, piece.link) == (style, number):
            continue
        yield from _closed(piece.start, style, new_style)
        if piece.link != number:
            if link:
                yield piece.start, piece.start, "-" + link
            link = _link(scene, piece.link)
            if link:
                yield piece.start, piece.start, "+" + link
        yield from _opened(piece.start, style, new_style)
        style, number = new_style, piece.link
    yield from _closed(scene.end, style, 0)
    if link:
        yield scene.end, scene.end, "-" + link


def _styles(scene: Scene) -> Iterator[int]:
    """The style of each piece; letters within a word, "**L**ightweight", have that of the word."""
    text, pieces = scene.text, scene.pieces
    for piece, behind in zip_longest(pieces, pieces[1:]):
        at = piece.end
        joined = behind is not None and behind.start == at and text[at - 1 : at].isalnum()
        lone = piece.end - piece.start <= _LETTERS and text[at : at + 1].isalnum()
        yield behind.style if behind is not None and joined and lone else piece.style


_LETTERS = 3
"""Letters of a word that make an acronym with others."""


def _closed(at: int, before: int, after: int) -> Iterator[tuple[int, int, str]]:
    for bit, sign in _STYLES:
        if before & bit and not after & bit:
            yield at, at, "-" + sign


def _opened(at: int, before: int, after: int) -> Iterator[tuple[int, int, str]]:
    for bit, sign in _STYLES:
        if after & bit and not before & bit:
            yield at, at, "+" + sign


def _link(scene: Scene, number: int) -> str:
    if number < 0 or number in scene.labels:
        return ""
    return _LINKS.get(scene.addresses[number].kind, "U")


def _atom(strip: Strip, start: int, end: int, gap: list[str]) -> bool:
    """Whether words stand there; if so they are an atom."""
    text = strip.text[start:end]
    inner = text.strip()
    if not inner.isalnum() and not any(map(str.isalnum, inner)):
        return False
    start += len(text) - len(text.lstrip())
    _add(strip, start, start + len(inner), gap)
    return True


def _add(strip: Strip, start: int, end: int, gap: list[str], sign: str = "") -> None:
    strip.starts.append(start)
    strip.ends.append(end)
    strip.gaps.append(tuple(gap))
    words = wording(strip.text, start, end)
    strip.words.append(words)
    strip.kinds.append("Z" if sign == "Z" else _kind(strip.text[start:end], words))


def _kind(text: str, words: Wording) -> str:
    if text[:4].isdigit() and 4 <= len(text) <= 5:
        return "Y"
    if not text[0].isalpha() and not any(map(str.isalpha, text)):
        return "#"
    scores = words[1:5]
    return "TAVP"[scores.index(max(scores))]
