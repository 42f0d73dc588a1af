"""A written title with its faults repaired and nothing else changed."""

import re

from rapidfuzz.distance import Levenshtein

from pipeline.compare.letters import folded, key

HYPHEN = re.compile(r"([^\W_]+)[-‐‑­¬]+[ \t]+([^\W_]+)")
"""What a line end leaves of a word: "deconvo- lution"."""

JOINERS = frozenset(["and", "or", "to", "und", "oder", "et", "y", "e", "as", "versus", "vs"])
"""What follows a hyphen that is meant: "single- and multi-cell"."""


def broken(written: str, true: str) -> tuple[str, ...]:
    """Words of the written title torn by a line end, as they stand."""
    if "- " not in written and not re.search(r"[‐‑­¬] ", written):
        return ()
    return tuple(m.group() for m in HYPHEN.finditer(written) if _torn(m, true))


def _torn(place: re.Match[str], true: str) -> bool:
    """Whether the true title has the halves together, or with a hyphen and no blank."""
    head, tail = key(place[1]), key(place[2])
    if not head or not tail or tail in JOINERS:
        return False
    there = folded(true)
    return head + tail in there or re.search(
        re.escape(head) + r"[-‐‑–−­]" + re.escape(tail), there
    ) is not None  # fmt: skip


def mended(written: str, true: str) -> str:
    """The written title with its faults repaired; its letters are those of the true title."""
    joined = HYPHEN.sub(lambda m: _joined(m, true), written)
    if key(joined) == key(true):
        return joined
    repaired = _aligned(joined.split(), _spoken(true).split())
    return repaired if key(repaired) == key(true) else _spoken(true)


def _spoken(true: str) -> str:
    """The true title, or a readable form of one that is all capitals."""
    return _lowered(true) if shouted(true) else true


def _lowered(true: str) -> str:
    return true[:1] + true[1:].lower()


def shouted(title: str) -> bool:
    """All capitals: says nothing of how the title is written."""
    capitals = [c for c in title if c.isalpha() and c.isascii()]
    return len(capitals) > 8 and sum(c.isupper() for c in capitals) > 0.9 * len(capitals)


def _joined(place: re.Match[str], true: str) -> str:
    if not _torn(place, true):
        return place.group()
    hyphen = re.escape(key(place[1])) + "[-‐‑–−]" + re.escape(key(place[2]))
    glue = "-" if re.search(hyphen, folded(true)) else ""
    return f"{place[1]}{glue}{place[2]}"


def _aligned(ours: list[str], theirs: list[str]) -> str:
    """Our words where they are right, theirs where not; in capitals if all of ours are."""
    if shouted(" ".join(ours)):
        theirs = [word.upper() for word in theirs]
    left, right = [key(word) for word in ours], [key(word) for word in theirs]
    lower = _mostly_lower(ours) and not _mostly_lower(theirs)
    parts: list[str] = []
    for op in Levenshtein.opcodes(left, right):
        tag, a, b, c, d = op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end
        if tag == "equal" or "".join(left[a:b]) == "".join(right[c:d]):
            parts += ours[a:b]
        elif tag == "replace" and b - a == d - c:
            parts += [
                _respelt(x, y, lower=lower) for x, y in zip(ours[a:b], theirs[c:d], strict=True)
            ]
        elif tag != "delete":
            parts += [_cased(word, lower=lower and bool(parts)) for word in theirs[c:d]]
        elif parts:
            parts[-1] += _closing(ours[b - 1]) if b == len(ours) else ""
    return " ".join(parts)


def _closing(word: str) -> str:
    """The full stop of a last word that goes."""
    return "." if word.endswith(".") else ""


def _mostly_lower(words: list[str]) -> bool:
    """Sentence case: most long words begin with a small letter."""
    long = [word for word in words[1:] if len(word) > 3 and word[0].isalpha()]
    return bool(long) and sum(word[0].islower() for word in long) > 0.6 * len(long)


def _respelt(ours: str, theirs: str, *, lower: bool) -> str:
    """Their word in our case and between our punctuation."""
    if key(ours) == key(theirs):
        return ours
    before, mine, behind = _edges(ours)
    core = _edges(theirs)[1]
    if mine.islower() and _simple(core):
        core = core.lower()
    elif mine[:1].isupper() and core.islower():
        core = core[:1].upper() + core[1:]
    elif not mine:
        core = _cased(core, lower=lower)
    return before + core + behind


def _edges(word: str) -> tuple[str, str, str]:
    """A word and the punctuation before and behind it."""
    letters = [place for place, c in enumerate(word) if c.isalnum()]
    if not letters:
        return word, "", ""
    return word[: letters[0]], word[letters[0] : letters[-1] + 1], word[letters[-1] + 1 :]


def _cased(word: str, *, lower: bool) -> str:
    return word.lower() if lower and _simple(word) else word


def _simple(word: str) -> bool:
    """Only its first letter is a capital: no name that writes itself."""
    return word[:1].isupper() and word[1:].islower()


def styled(written: str, true: str) -> tuple[str, ...]:
    """Differences of style between titles of equal letters, for people."""
    if key(written) != key(true):
        return ()
    return (*_capitals(written, true), *_punctuation(written, true), *_blanks(written, true))


_PARTS = re.compile(r"[:?!.]\s")
"""What parts a title; a record may tell one of them, and only that one, in capitals."""


def _capitals(written: str, true: str) -> tuple[str, ...]:
    if any(map(shouted, _PARTS.split(true))):
        return ()
    if shouted(written):
        return ("all in capitals",)
    ours, theirs = written.split(), true.split()
    if len(ours) != len(theirs):
        return ()
    sentence = _mostly_lower(theirs)
    texts = []
    for place, (left, right) in enumerate(zip(ours, theirs, strict=True)):
        begins = not place or theirs[place - 1].endswith((":", ".", "?", "!", "–", "—"))
        mine, other = left.strip(".,:;!?\"'()[]"), right.strip(".,:;!?\"'()[]")
        named = _named(other, sentence=sentence and not begins)
        if other.isupper() and not (mine.isupper() or mine.islower() or _simple(mine)):
            continue  # "ExWave" writes itself more exactly than "EXWAVE"
        if named and mine != other and mine.casefold() == other.casefold():
            texts.append(f"“{mine}” is written “{other}”")
    return tuple(texts)


def _named(word: str, *, sentence: bool) -> bool:
    """A name or acronym that writes itself: "BayesSpace", "DNA"; in sentence case "Bayesian"."""
    parts = word.split("-")  # "Cloud-Affected" is two words of a title in capitals
    inner = any(c.isupper() for part in parts for c in part[1:])
    return inner or (sentence and word[:1].isupper())


def _punctuation(written: str, true: str) -> tuple[str, ...]:
    end = re.search(r"[.,;:]{1,9}$", written.rstrip()[-10:])
    if end and not re.search(r"[.,;:]$", true.rstrip()):
        return (f"stray “{end.group()}” at the end",)
    return ()


def _blanks(written: str, true: str) -> tuple[str, ...]:
    """French sets a blank before a colon: where the record has it too it is not stray."""
    return ("stray blanks",) if len(_BLANKS.findall(written)) > len(_BLANKS.findall(true)) else ()


_BLANKS = re.compile(r"\S {2,9}\S| [,;:.](?=\s|$)")
