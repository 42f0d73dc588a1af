"""How like a title, a name, a venue or prose the words of a stretch are.

The scores were counted over works (``words.json``, made by ``tests/training``): for each word, or
what it ends in and how it is capitalised, hundredths of the logarithm of how much more often it
stands in titles, by-lines, venues, prose than on average, and at a title's begin and end.
"""

import json
import re
from functools import cache
from importlib import resources
from typing import NamedTuple

TOKEN = re.compile(r"[A-Z]\.(?=[\s,;A-Z&-]|$)|[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d+|[\u3400-\u9fff]")
_WIDE = 0x2E00
"""Letters from here on have no capitals: Han, kana, hangul."""


_SURNAMES = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇"
    "吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫阎段雷龙龍史陶贺賀毛郝顾顧龚龔邵万覃武钱錢戴严嚴莫孔向汤湯"
)
"""The hundred surnames that most people in China have, in either script."""
HAN_NAME = re.compile(
    r"\W*(?!高效|方法|文章|任[务務]|金属|金屬|方向|江湖|白血|马尔|程序|向量|石墨|严重|任意|"
    r"万能|何[时時]|方便)"
    rf"(?:(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛)|[{_SURNAMES}])[\u3400-\u9fff]{{1,2}}"
    r"[\W\d]*(?:et al\W*)?"
)
"""A Chinese name alone between commas; words of other things begin like one, too."""


class Score(NamedTuple):
    """What a word says: for each kind of text, and for standing first or last in a title."""

    title: int
    name: int
    venue: int
    prose: int
    first: int
    last: int


class Wording(NamedTuple):
    """What a stretch of words says: the sums over its words, and its ends."""

    words: int
    title: int
    name: int
    venue: int
    prose: int
    first: int
    last: int


NOTHING = Wording(0, 0, 0, 0, 0, 0, 0)
_NAMED = Wording(2, -150, 250, -150, -150, -50, -50)
_LONGEST_NAME = 10


def shape(token: str) -> str:
    """How a token is capitalised."""
    if token[0].isdigit():
        return "d"
    if len(token) == 2 and token[1] == ".":
        return "i"
    if len(token) == 1:
        return "I" if token.isupper() else "h" if ord(token) > _WIDE else "l"
    if token.isupper():
        return "U2" if len(token) <= 3 else "U"
    if token[0].isupper():
        return "C" if token[1:].islower() or "-" in token or "'" in token else "M"
    if token.islower():
        return "l"
    return "M" if any(char.isupper() for char in token) else "h"


@cache
def _tables() -> tuple[dict[str, list[int]], dict[str, list[int]], dict[str, list[int]]]:
    """Words, endings and shapes; the ending "" is that of any other word."""
    tables = json.loads(
        resources.files("pipeline.reading").joinpath("words.json").read_text(encoding="utf-8")
    )
    return tables["words"], tables["endings"], tables["shapes"]


_KNOWN: dict[str, Score] = {}
_MOST = 1 << 16


def score_of(token: str) -> Score:
    """What a word says."""
    known = _KNOWN.get(token)
    if known is None:
        if len(_KNOWN) >= _MOST:
            _KNOWN.clear()
        known = _KNOWN[token] = _scored(token)
    return known


def _scored(token: str) -> Score:
    words, endings, shapes = _tables()
    folded = token.casefold()
    own = words.get(folded)
    if own is None and "-" in folded:
        own = next((words[part] for part in reversed(folded.split("-")) if part in words), None)
    if own is None:
        own = [*(endings.get(folded[-3:]) or endings[""]), 0, 0]
    title, name, venue, prose = shapes[shape(token)]
    return Score(own[0] + title, own[1] + name, own[2] + venue, own[3] + prose, own[4], own[5])


def wording(text: str, start: int, end: int) -> Wording:
    """What the words of a stretch say."""
    if end - start < _LONGEST_NAME and HAN_NAME.fullmatch(text, start, end):
        return _NAMED
    known = _KNOWN.get
    scores = [known(token) or score_of(token) for token in TOKEN.findall(text, start, end)]
    if not scores:
        return NOTHING
    title = name = venue = prose = 0
    for score in scores:  # few: a sum for each column costs twice as much
        title += score[0]
        name += score[1]
        venue += score[2]
        prose += score[3]
    return Wording(len(scores), title, name, venue, prose, scores[0].first, scores[-1].last)
