"""Which of the subtitles that Crossref's records have belong to the title.

Of 527 genuine records with one, a fifth hold something else: the head that runs over the pages, a
label of the section, by-lines, numbers, the title again or in another language, the book reviewed.
"""

import re
from collections.abc import Sequence

from pipeline.sources.plain import folded
from pipeline.values.small_words import small_words

RUNNING_HEADS = ("10.1111/", "10.1002/", "10.1046/")
"""Prefixes under which articles have the running head as subtitle: 96 of 100 did."""

AGAIN = 0.5
"""Share of a subtitle's words that stand in the title from which it says nothing new."""

_SMALL = small_words("searches", "questions", "subtitles")
_KIND_OF = (
    "original|research|review|short|brief|rapid|preliminary|technical|clinical|scientific|special|"
    "regular|full|feature|featured|guest|invited|plenary|keynote|concise|mini|educational|policy|"
    "discussion|reader|editorial|opinion"
)
_LABEL = re.compile(
    rf"(?:(?:{_KIND_OF})[ -])*(?:article|paper|report|communication|note|letter|comment|"
    rf"contribution|"
    r"editorial|review|perspective|viewpoint|opinion|commentary|lecture|column|abstract|"
    r"highlight|section|issue|"
    r"research letter|work in progress)s?|"
    r"(?:letters?|correspondence|comments?) (?:to|from|for) the editors?|correspondence|"
    r"commentaries|news(?: (?:and|&) (?:views|comments?|analysis))?|in brief|in memoriam|"
    r"(?:working|discussion|research) papers? (?:series )?(?:no\.?|number|nr\.?|#)? ?\d[\d/-]*|"
    r"(?:technical )?reports? (?:no\.?|number|nr\.?|#) ?\d[\d/-]*|"
    r"case reports?|book reviews?|call for papers.*|obituar(?:y|ies)|invited|focus|"
    r"(?:(?:the )?authors?['’]? )?repl(?:y|ies)|response|discussion|erratum",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:part|teil|[ivx]+\b|\d+\b)[ .:]", re.IGNORECASE)
_ANSWER = re.compile(r"(?:comment|reply|response|reaction)s? (?:on|to) ", re.IGNORECASE)
_BYLINE = re.compile(r"\bet al\.?$", re.IGNORECASE)
_REVIEWED = re.compile(
    r"\bISBN\b|\b\d+ ?pp\b|\bpp\. ?\d|[£$€] ?\d|&.*\((?:19|20)\d\d\)|\bEd(?:ited|s?\.) by\b|"
    r"\((?:19|20)\d\d\)\. "
)
_LANGUAGES = {
    "en": "the of and for with from on by to an its",
    "de": "der die das und von im zur zum für bei den des mit eine über aus",
    "fr": "le la les des du et dans pour sur une aux par chez avec",
    "es": "el la los las del y en para una por con sobre como",
    "pt": "o os as da do das dos e em para uma no na com",
    "it": "il lo la gli dei della delle e nel nella per una con di",
    "nl": "het een van voor op met naar over bij",
}
"""Small words that tell a language; one that several have tells none of them."""
_WORDS = {language: frozenset(words.split()) for language, words in _LANGUAGES.items()}


def belongs(title: str, subtitle: str, doi: str, kind: str) -> bool:
    """Whether a subtitle is the second half of the title; ``kind`` is Crossref's type."""
    words = folded(subtitle).split()
    if not any(char.isalpha() for char in subtitle) or folded(subtitle) in folded(title):
        return False
    if _LABEL.fullmatch(subtitle.strip(" .")) or _BYLINE.search(subtitle):
        return False
    if "".join(words) in doi and len(words) == 1:
        return False  # 10.2210/pdb4hhb/pdb: "4hhb"
    if _NUMBERED.match(subtitle) or _ANSWER.match(subtitle):
        return True
    if subtitle.isupper() and not title.isupper() and len(words) > 1:
        return False
    if kind == "journal-article" and doi.startswith(RUNNING_HEADS):
        return False
    return not (
        _said_again(title, words) or _REVIEWED.search(subtitle) or _translated(title, subtitle)
    )


def _said_again(title: str, words: Sequence[str]) -> bool:
    """At least half of the words stand in the title, perhaps with another ending."""
    there = {word[:4] for word in folded(title).split()}
    telling = [word for word in words if word not in _SMALL]
    return sum(word[:4] in there for word in telling) >= AGAIN * max(len(telling), 2)


def _translated(title: str, subtitle: str) -> bool:
    ours, theirs = _language(title), _language(subtitle)
    return bool(ours and theirs) and ours != theirs


def _language(text: str) -> str:
    """The language of a text, by its small words; empty if two or none fit as well."""
    words = text.casefold().split()
    counts = {name: sum(word in small for word in words) for name, small in _WORDS.items()}
    first, second = sorted(counts, key=lambda name: -counts[name])[:2]
    return first if counts[first] >= 2 and counts[first] > counts[second] else ""
