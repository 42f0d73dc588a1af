"""Text that was decoded wrongly, read rightly: UTF-8 that somebody took for Windows-1252.

Only whole sequences that are strict UTF-8 are undone, and only where a reader would see rubbish;
text that is right stays as it is. Looked at are only stretches with a telling lead character.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from pipeline.values.text import Edit, Span, apply


def _cp1252(byte: int) -> str:
    """How a careless reader shows this byte; the five undefined ones stay control characters."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_BYTE = {_cp1252(byte): byte for byte in range(0x80, 0x100)} | {
    chr(b): b for b in range(0x80, 0xA0)
}
_FOLLOW = "".join(_cp1252(byte) for byte in range(0x80, 0xC0)) + "".join(
    map(chr, range(0x80, 0xA0))
)
_C = "[" + re.escape(_FOLLOW) + "]"
_SEQUENCE = re.compile(f"[Â-ß]{_C}|[à-ï]{_C}{_C}|[ð-ô]{_C}{_C}(?:{_C}| )")
_RUN = re.compile(f"(?:{_SEQUENCE.pattern})+")
_SPACED = re.compile(r"[ð-ô].{2} $")

_SURE = re.compile("[ÃÂ][\u0080-\u009f¢-ª¬-º¼-¿€ƒˆ‰Š‹ŒŽ™š›œžŸ]|â€[™œ\u009d“”¦˜]|ðŸ")
"""Sequences that no language writes."""
_LONE = frozenset({"Ï€", "Ï„", "Î»", "Î”"})
"""π, τ, λ, Δ, whose second bytes close a quotation or stand for a currency."""
_MARK = re.compile(r"â€|\n[ \t]*\r?\n")
"""What may be the end of a quotation, and what is the end of its paragraph."""
LONGEST_QUOTATION = 2_000
"""Characters behind an opening mark in which its closing one is looked for."""
_CODE = re.compile(
    r"^[ \t>]*(`{3,}|~{3,})[^\n]*\n(?:.*?\n)??[ \t>]*\1[`~]*[ \t]*$"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
"""Blocks between fences, spans between backticks."""
_CLOSERS = "”’»“‘«…–—"


def repaired(text: str) -> tuple[str, tuple[Edit, ...]]:
    """The text as it was meant, and the edits that make it so; no edits for nearly every text."""
    if text.isascii():
        return text, ()
    edits = tuple(_edits(text))
    return (apply(text, edits), edits) if edits else (text, ())


def repaired_but_code(text: str) -> tuple[str, tuple[Edit, ...]]:
    """The same for a text with markup: what stands between backticks or fences stays as it is."""
    mended, edits = repaired(text)
    if not edits or ("`" not in text and "~~~" not in text):
        return mended, edits
    code = [hit.span() for hit in _CODE.finditer(text)]
    kept = tuple(e for e in edits if not _within(e, code))
    return apply(text, kept), kept


def _within(edit: Edit, places: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(places, edit.span.start, key=lambda place: place[0]) - 1
    return at >= 0 and edit.span.start < places[at][1]


def _edits(text: str) -> Iterator[Edit]:
    """The repairs; of a quotation whose closing mark has lost a byte the opening one stays too."""
    edits = list(_each(text))
    meant = {edit.span.start: edit.replacement for edit in edits}
    return (edit for edit in edits if not _halves(text, edit, meant))


def _halves(text: str, edit: Edit, meant: Mapping[int, str]) -> bool:
    """Whether an opening mark is mended whose closing one cannot be."""
    if edit.replacement.rfind("“") <= edit.replacement.rfind("”"):
        return False
    start = edit.span.end
    for hit in _MARK.finditer(text, start, start + LONGEST_QUOTATION):
        if hit.group() != "â€":
            return False
        if hit.start() not in meant:
            return True
        if "”" in meant[hit.start()]:
            return False
    return False


def _each(text: str) -> Iterator[Edit]:
    is_garbled = _garbled(text)
    for hit in _RUN.finditer(text):
        meant = _decoded(hit.group())
        if meant is not None and _rubbish(text, hit, meant, is_garbled=is_garbled):
            yield Edit(span=Span(start=hit.start(), end=hit.end()), replacement=meant)


def _garbled(text: str) -> bool:
    """Whether the text gives itself away somewhere: then a doubtful pair is one too."""
    return any(
        len(_SURE.findall(hit.group())) > 0 and _bad(hit.group()) for hit in _RUN.finditer(text)
    )


def _decoded(run: str) -> str | None:
    """What the bytes say; None if they are no UTF-8."""
    # A no-break space that a careless editor made a blank: "ðŸ¦ " was F0 9F A6 A0.
    run = run[:-1] + "\xa0" if _SPACED.search(run) else run
    try:
        return bytes(_BYTE[char] for char in run).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None


def _rubbish(text: str, hit: re.Match[str], meant: str, *, is_garbled: bool) -> bool:
    """Whether what stands there is no writing and what was meant is."""
    if not all(_harmless(char) for char in meant):
        return False
    run = hit.group()
    if _vietnamese(text, hit, meant) or _greek(text, hit):
        return True
    if run == "Ã…" and text[hit.end() : hit.end() + 1].islower():
        return not text[hit.start() - 1 : hit.start()].isalpha()  # Ã…ke, alone in its text
    if run[-1] in "”’»" and not is_garbled and len(run) <= 3 and run[0] != "â":
        return False  # IRMÃ” closes a quotation; liberté\xa0» is French
    if _bad(run):
        return len(run) > 2 or is_garbled or not _word(text, hit)
    return is_garbled and bool(_SURE.search(run) or run[0] in "ÃÂÅÄÎÏÐÑâ")


def _greek(text: str, hit: re.Match[str]) -> bool:
    """A Greek letter by itself, "4Ï€ radiation", "phage Î»"; «Î» quotes a French one."""
    before = text[hit.start() - 1 : hit.start()]
    return hit.group() in _LONE and not before.isalpha() and before not in ("“", '"', "«", "„")


def _vietnamese(text: str, hit: re.Match[str], meant: str) -> bool:
    """Letters with two marks in the middle of a word: Nguyá»…n holds no quotation and no dots."""
    around = text[hit.start() - 1 : hit.start()] + text[hit.end() : hit.end() + 1]
    latin = all("\u1e00" <= char <= "\u1eff" for char in meant)
    return latin and len(around) == 2 and around.isalpha()


def _harmless(char: str) -> bool:
    """A character that is shown, a blank of some width, or a joiner."""
    if char.isprintable() or char in "\u200d\ufe0f\u200b\xad":
        return True
    return char.isspace() and char not in "\x1c\x1d\x1e\x1f\x85\u2028\u2029"


def _word(text: str, hit: re.Match[str]) -> bool:
    """Whether a pair stands where an upper-case word would have it: ``SÃ£`` no, ``NÃ“`` perhaps."""
    before = text[hit.start() - 1 : hit.start()]
    return before.isupper() and hit.group()[0].isupper() and hit.group()[-1] in _CLOSERS


def _bad(run: str) -> bool:
    from ftfy.badness import is_bad  # noqa: PLC0415  dear to load, rarely needed

    return bool(is_bad(run))


def garbled_words(text: str, mended: str, edits: Sequence[Edit]) -> list[tuple[int, str, str]]:
    """Place in ``mended``, word as it stands in ``text``, word as it reads mended."""
    words, shift = [], 0
    for edit in edits:
        start, end = edit.span.start, edit.span.end
        left = _edge(text, start, step=-1)
        right = _edge(text, end, step=1)
        place = start + shift
        shift += len(edit.replacement) - (end - start)
        words.append((place, text[left:right], mended[left + place - start : right + shift]))
    return list(dict.fromkeys(words))


def words_within(
    words: Sequence[tuple[int, str, str]], start: int, end: int
) -> tuple[tuple[str, str], ...]:
    """The garbled words of a stretch of the mended text, as they stand and as they read."""
    low, high = bisect_left(words, (start, "", "")), bisect_left(words, (end, "", ""))
    return tuple((wrong, right) for _, wrong, right in words[low:high])


def _edge(text: str, place: int, *, step: int) -> int:
    """The end of the word that begins or ends here, at most 40 characters away."""
    for _ in range(40):
        look = place - 1 if step < 0 else place
        if not 0 <= look < len(text) or text[look] in " \t\r\n,;.:|*[](){}":
            break
        place += step
    return place
