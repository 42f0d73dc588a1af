"""The parts of a title: nickname, main title, subtitle, brackets; and marks of other works."""

import re
from functools import lru_cache

from pipeline.compare.letters import key, tokens
from pipeline.compare.lexicon import (
    AFTERMATH,
    MARKS,
    NICKNAME,
    NOTICE,
    OPENING,
    RETRACTED,
    ROMAN,
    SERIES,
)  # fmt: skip

BREAK = re.compile(r" ?[:;] | [-–—−|] | ?— ?|[.?!] |:(?=\S)| ?// ?")
"""Where a title (of single blanks) may be cut: colon, dash, end of a sentence."""

MOST_BREAKS = 12
"""Places that are tried; a text with more of them is no title."""

BRACKET = re.compile(r" ?[(\[]([^()\[\]]{1,80})[)\]][ .]?$")
"""A remark in brackets at the end."""

LEADING = re.compile(r"^ ?[\[(]([^()\[\]]{1,40})[\])] ?")
"""A remark in brackets at the beginning: "[NeurIPS 2020] ..."."""

YEAR = re.compile(r"(?:, ?\(?|[ ]?[(\[])(?:19|20)\d\d[)\]]?\.?$")
"""A year behind a comma or in brackets, of the list and not of the title if the record has none."""

TAIL = re.compile(r"[-–—] ?((?:in |authors? )?reply)[ .]?$", re.IGNORECASE)
"""How PubMed ends the titles of replies: "Vitamin K and Fractures-Reply."."""


CATALOGUED = re.compile(
    r"[. ]*(?:\[(?:(?:erratum|corrected and republished|retraction|republished|update|summary|"
    r"comment|reprint)[a-z ]* (?:in|from|for)|see comments?)\b|<original>).*$",
    re.IGNORECASE,
)
"""What a library notes behind a title: "...[Erratum appears in J Pediatr. 2003 Jun;142(6):616]"."""


def uncatalogued(title: str) -> str:
    """The title without what a library noted behind it."""
    return CATALOGUED.sub("", title) if "[" in title or "<" in title else title


def _closing(title: str) -> re.Match[str] | None:
    return BRACKET.search(title) if title[-2:].rstrip(" .").endswith((")", "]")) else None


def _opening(title: str) -> re.Match[str] | None:
    return LEADING.match(title) if title[:2].lstrip().startswith(("(", "[")) else None


def dated(title: str) -> str:
    """The title without the year that a list puts behind it; empty if there is none."""
    hit = YEAR.search(title, max(0, len(title) - 9))
    return title[: hit.start()] if hit else ""


def elided(title: str) -> bool:
    """The title says itself that it is cut."""
    return title.endswith(("...", "…"))


@lru_cache(maxsize=1 << 12)
def cuts(title: str) -> tuple[tuple[str, str], ...]:
    """What remains of a title without an outer part, with that part; longest remains first.

    Parts that make another work (a number, "Reply", "Part II") are not cut off.
    """
    places = [m for m in BREAK.finditer(title) if m.end() < len(title)][:MOST_BREAKS]
    parts = [(title[: m.start()], title[m.end() :]) for m in places]
    parts += [(rest, head) for head, rest in parts if _detachable(head)]
    for bracket in filter(None, (_closing(title), _opening(title))):
        parts.append((title[: bracket.start()] + title[bracket.end() :], bracket[1]))
    kept = [(part, rest) for part, rest in parts if key(part) and _harmless(rest)]
    return tuple(sorted(kept, key=lambda cut: -len(cut[0])))


def _detachable(head: str) -> bool:
    """Whether what stands before a colon is a nickname or a mark, not the main title."""
    return len(head.split()) <= NICKNAME or len(key(head)) <= 24


def _harmless(rest: str) -> bool:
    """Whether the title without this part still is the title of the same work."""
    texts = tokens(rest)
    text = " ".join(texts)
    if AFTERMATH.fullmatch(text) or NOTICE.fullmatch(text):
        return False
    if not texts or RETRACTED.fullmatch(text):
        return True
    counted = texts[0].isdigit() or texts[0] in ROMAN or texts[0] in SERIES
    numbered = len(texts) > 1 and texts[0] in SERIES and (texts[1].isdigit() or texts[1] in ROMAN)
    return not numbered and not (counted and len(texts) <= 2)


@lru_cache(maxsize=1 << 12)
def remark(title: str) -> frozenset[str]:
    """Marks that the title is about another work: "reply to", "erratum"; empty for most."""
    if MARKS.isdisjoint(tokens(title)):
        return frozenset()
    head, rest = _head(title)
    title = rest if rest and RETRACTED.fullmatch(" ".join(tokens(head))) else title
    return frozenset(mark for mark in (_before(title), _behind(title)[0]) if mark)


def _before(title: str) -> str:
    """A notice's beginning, if more of the title follows."""
    head, rest = _head(title)
    text = " ".join(tokens(head))
    if rest and NOTICE.fullmatch(text) and key(rest):
        return text
    opening = OPENING.match(" ".join(tokens(title)[:12]))
    return opening.group().strip() if opening else ""


def _head(title: str) -> tuple[str, str]:
    """The title before and after its first break, or its bracket at the beginning."""
    bracket = _opening(title)
    if bracket:
        return bracket[1], title[bracket.end() :]
    hit = BREAK.search(title)
    return (title[: hit.start()], title[hit.end() :]) if hit else (title, "")


def _behind(title: str) -> tuple[str, int]:
    """What makes a sequel or a reaction at the end, and where it begins."""
    hit = _closing(title) or TAIL.search(title, max(0, len(title) - 24))
    tail, start = (hit[1], hit.start()) if hit else ("", 0)
    if not hit:
        places = list(BREAK.finditer(title, 0, len(title.rstrip(". "))))
        tail, start = (title[places[-1].end() :], places[-1].start()) if places else ("", 0)
    text = " ".join(tokens(tail)) if len(tail) < 90 else ""
    return (text, start) if text and AFTERMATH.fullmatch(text) else ("", 0)


def stripped(title: str) -> str:
    """The title without marks of notices, replies and retractions at either end."""
    head, rest = _head(title)
    text = " ".join(tokens(head))
    if rest and key(rest) and (NOTICE.fullmatch(text) or RETRACTED.fullmatch(text)):
        return rest
    mark = _before(title)
    if mark:
        return _without(title, len(mark.split()))
    tail, start = _behind(title)
    return title[:start] if tail else title


def _without(title: str, count: int) -> str:
    """The title without its first words."""
    hits = list(re.finditer(r"[^\W_]+(?:['’][^\W_]+)*", title))
    return title[hits[count].start() :].strip("“”\"'‘’ ") if count < len(hits) else title
