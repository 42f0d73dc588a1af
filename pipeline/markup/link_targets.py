"""Where the address of a link begins and ends: behind a label, or by itself."""

import re

from pipeline.values.identifiers import ends_sentence

LONGEST_URL = 2048


def target(source: str, at: int) -> tuple[str, int, int, int] | None:
    """``(url)`` behind a closing bracket: address, its place, place behind the parenthesis."""
    begin = at
    if source.startswith(" (http", at):
        at += 1  # "[Code] (https://…)": a slip that readers understand
    if not source.startswith("(", at):
        return None
    start = at + 1
    while source.startswith((" ", "\t", "\n"), start) and start < at + 4:
        start += 1
    if source.startswith("<", start):
        close = source.find(">", start, start + LONGEST_URL)
        if close < 0 or "\n" in source[start:close]:
            return None
        end = _closing(source, close + 1)
        return (source[start + 1 : close], start + 1, close, end) if end else None
    return _plain_target(source, start, spaced=at != begin)


_IN_TARGET = re.compile(r"\\.|\]\(|[() \t\n]", re.DOTALL)


def _plain_target(source: str, start: int, *, spaced: bool) -> tuple[str, int, int, int] | None:
    depth, limit = 0, min(len(source), start + LONGEST_URL)
    for hit in _IN_TARGET.finditer(source, start, limit):
        sign, at = hit.group(), hit.start()
        if sign == "](":
            return None  # the next link: what is looked at here is not looked at again
        if sign in " \t\n":
            break
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return source[start:at], start, at, at + 1
    else:
        return None
    end = _closing(source, at)
    if end:
        return source[start:at], start, at, end
    if spaced:
        return None
    close = source.find(")", at, min(len(source), at + 300))
    # "[Paper](https://a, https://b)": two addresses in one; the first is the link.
    if close < 0 or "\n" in source[at:close] or "](" in source[at:close]:
        return None
    url = source[start:at].rstrip(",;")
    return url, start, start + len(url), close + 1


_TITLE = re.compile(
    r"[ \t\n]*+(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|\([^()\n]{0,300}\))?[ \t\n]*+\)"
)


def _closing(source: str, at: int) -> int | None:
    """Place behind an optional link title and the closing parenthesis."""
    hit = _TITLE.match(source, at)
    return hit.end() if hit else None


def bare_url(raw: str) -> str:
    """A bare address without the sentence's punctuation; brackets stay if they balance."""
    more = {close: raw.count(close) - raw.count(opening) for opening, close in ("()", "[]", "{}")}
    end = len(raw)
    while end and (_is_outside(raw[end - 1]) or more.get(raw[end - 1], 0) > 0):
        end -= 1
        if raw[end] in more:
            more[raw[end]] -= 1
    return raw[:end]


def _is_outside(sign: str) -> bool:
    return sign in "!?*_~" or ends_sentence(sign)
