"""The parts of a title: nickname, main title, subtitle, brackets; and marks of other works."""

import re

from pipeline.compare.letters import key, tokens
from pipeline.compare.lexicon import (
    AFTERMATH,
    NICKNAMES_OF_TITLES,
    NOTICE,
    RETRACTED,
    ROMAN,
    SERIES,
)

BREAK = re.compile(r" ?[:;] | [-–—−|] | ?— ?|[.?!] |:(?=\S)| ?// ?")
"""Where a title (of single blanks) may be cut: colon, dash, end of a sentence."""

BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{1,80})[)\]]\s*$")
"""A remark in brackets at the end."""

LEADING = re.compile(r"^\s*[\[(]([^()\[\]]{1,40})[\])]\s*")
"""A remark in brackets at the beginning: "[NeurIPS 2020] ..."."""

ELLIPSIS = re.compile(r"(?:\.\.\.|…)\s*$")


def elided(title: str) -> bool:
    """The title says itself that it is cut."""
    return bool(ELLIPSIS.search(title))


def cuts(title: str) -> list[tuple[str, str]]:
    """What remains of a title without an outer part, with that part; longest remains first.

    Parts that make another work (a number, "Reply", "Part II") are not cut off.
    """
    found = [
        (title[: m.start()], title[m.end() :])
        for m in BREAK.finditer(title)
        if m.end() < len(title)
    ]
    found += [
        (title[m.end() :], title[: m.start()])
        for m in BREAK.finditer(title)
        if m.end() < len(title) and _detachable(title[: m.start()])
    ]
    for pattern in (BRACKET, LEADING):
        if bracket := pattern.search(title):
            found.append((title.replace(bracket.group(), " ", 1), bracket[1]))
    kept = [(part, rest) for part, rest in found if key(part) and _harmless(rest)]
    return sorted(kept, key=lambda cut: -len(cut[0]))


def _detachable(head: str) -> bool:
    """Whether what stands before a colon is a nickname or a mark, not the main title."""
    return len(head.split()) <= NICKNAMES_OF_TITLES or len(key(head)) <= 24


def _harmless(rest: str) -> bool:
    """Whether the title without this part still is the title of the same work."""
    said = tokens(rest)
    if not said:
        return True
    if " ".join(said) in AFTERMATH or " ".join(said) in NOTICE:
        return False
    counted = said[0].isdigit() or said[0] in ROMAN or said[0] in SERIES
    return not (counted and len(said) <= 2) and not (
        said[0] in SERIES and len(said) > 1 and (said[1].isdigit() or said[1] in ROMAN)
    )


def remark(title: str) -> frozenset[str]:
    """Marks that the title is about another work: "reply to", "erratum"; empty for most."""
    return frozenset(mark for mark in (_before(title), _behind(title)) if mark)


def _before(title: str) -> str:
    """A notice's beginning, if more of the title follows."""
    head, sep, rest = _head(title)
    said = " ".join(tokens(head))
    if sep and said in NOTICE and key(rest):
        return said
    start = " ".join(tokens(title)[:8])
    for mark in NOTICE:
        if len(mark.split()) > 1 and start.startswith(mark + " ") and mark != "a note on":
            return mark
    return ""


def _head(title: str) -> tuple[str, str, str]:
    """The title before and after its first break, or its bracket at the beginning."""
    bracket = LEADING.search(title)
    if bracket:
        return bracket[1], "[]", title[bracket.end() :]
    found = BREAK.search(title)
    if not found:
        return title, "", ""
    return title[: found.start()], found.group(), title[found.end() :]


def _behind(title: str) -> str:
    """What makes a sequel or a reaction at the end."""
    bracket = BRACKET.search(title)
    tail = bracket[1] if bracket else ""
    if not tail:
        places = list(BREAK.finditer(title.rstrip(". ")))
        tail = title[places[-1].end() :] if places else ""
    said = " ".join(tokens(tail))
    return said if said in AFTERMATH else ""


def stripped(title: str) -> str:
    """The title without marks of notices, replies and retractions at either end."""
    head, sep, rest = _head(title)
    said = " ".join(tokens(head))
    if sep and key(rest) and (said in NOTICE or said in RETRACTED):
        return stripped(rest) if len(rest) < len(title) else rest
    mark = _before(title)
    if mark:
        return _without(title, len(mark.split()))
    tail = _behind(title)
    if tail:
        bracket = BRACKET.search(title)
        if bracket:
            return title[: bracket.start()]
        return title[: list(BREAK.finditer(title.rstrip(". ")))[-1].start()]
    return title


def _without(title: str, count: int) -> str:
    """The title without its first words."""
    found = list(re.finditer(r"[^\W_]+(?:['’][^\W_]+)*", title))
    return title[found[count].start() :].strip("“”\"'‘’ ") if count < len(found) else title
