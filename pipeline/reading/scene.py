"""A block made ready to be understood: visible text, styles, links and labels told apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.addresses.urls import Address
from pipeline.markup.flow import BOLD, CODE, ITALIC, STRUCK, Flow
from pipeline.reading.bracketed_names import without_brackets
from pipeline.reading.bylines import Names, all_names, whole_names
from pipeline.reading.venues import YearFound
from pipeline.reading.wording import score_of, wording
from pipeline.reading.words import PARTICLE, is_meeting, known_venue, label_kind

DARK = "\ufffc"
"""Stands for what is no text of the entry: labels of links, bare addresses, badges."""
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_HAN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af]")
_SURNAME = r"[^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]+)?"
CITATION = re.compile(
    rf"[\W_]*{_SURNAME}(?:,? et al\.?| (?:and|&) {_SURNAME}),? ?[(\[]?(?:19|20)\d\d[a-z]?[\W_]*"
)
"""A reference in running text: "Fiers et al. 2018", "Todorov and Saeys (2018)"; no title."""

_IDENTIFIER = re.compile(
    r"(?:https?://|www\.\S+/|(?:doi:?\s?|doi\.org/)?10\.\d{4,9}/)\S+", re.IGNORECASE
)
_ARXIV = re.compile(r"arxiv[:\s]\s?\S+|\d{4}\.\d{4,5}(?:v\d+)?", re.IGNORECASE)
_DARKENED = re.compile(rf"[\[(（【][\s,;/|&•·]*+{DARK}[\s{DARK},;/|&•·]*+[\])）】]")
_EMOJI = re.compile(r"(?::[a-z0-9_+\-]{2,30}:)+")


@dataclass(slots=True)
class Piece:
    """A stretch of one style and one link."""

    start: int
    end: int
    style: int
    link: int


@dataclass(slots=True)
class Fields:
    """The places of the fields in the visible text."""

    title: tuple[int, int] | None = None
    how: str = ""
    """How the title was told: quoted, bold, link, plain, ..."""
    names: Names | None = None
    venue: tuple[int, int] | None = None
    year: YearFound | None = None
    nick: tuple[int, int] | None = None
    nobody: bool = False
    """Nobody is named: what looks like a by-line is of words that are not of names."""
    worded: Names | None = None
    """The by-line by what its words are like, whatever the rules say."""
    placed: bool = False
    """Authors, then title: what follows the title is the venue."""
    headed: bool = False
    """In a table, whose columns are called after titles and people."""


@dataclass(slots=True)
class Scene:
    """A line or block to be understood."""

    flow: Flow
    text: str
    """Visible text with labels masked by ``DARK``, of the same length."""
    start: int
    end: int
    pieces: list[Piece]
    labels: frozenset[int]
    """Links whose text is a label and no text of the entry."""
    addresses: list[Address]
    fields: Fields = field(default_factory=Fields)

    def words(self, start: int, end: int) -> int:
        """How many words stand there; three Han characters count as two."""
        part = self.text[start:end]
        words = len(WORD.findall(part))
        return words if part.isascii() else words + len(_HAN.findall(part)) // 2


def scene_of(flow: Flow, start: int, end: int, addresses: list[Address]) -> Scene:
    """The stretch of a flow made ready: pieces, labels, mask."""
    pieces = _pieces(flow, start, end)
    labels = frozenset(
        index
        for index, (first, last) in _linked(pieces).items()
        if _is_label(flow, index, (first.start, last.end), pieces[0].start, addresses)
    )
    masked = _masked(_filled(flow, pieces, start, end), pieces, labels, start, end)
    return Scene(flow, masked, start, end, pieces, labels, addresses)


def _pieces(flow: Flow, start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    for run in flow.runs_within(start, end):
        a, b = max(run.start, start), min(run.start + len(run.text), end)
        style = run.style & (BOLD | ITALIC | CODE | STRUCK)
        last = pieces[-1] if pieces else None
        if last and last.end == a and last.style == style and last.link == run.link:
            last.end = b
        else:
            pieces.append(Piece(a, b, style, run.link))
    for before, piece, behind in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if piece.style == BOLD and not before.style and _within_phrase(flow.text, piece, behind):
            piece.style = 0
    return pieces


_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W_]+) \Z")
_GOES_ON = re.compile(r" (?!(?:and|et|al|und|y|pp|vol|no)\b)[a-z]")
_LEADS = frozenset(("the", "a", "an", "of", "for", "on", "via", "to", "using"))
"""Words before it that lead into it: no name, no venue, and no "paper" or "original"."""
_LONGEST_WORD = 30


def _within_phrase(text: str, piece: Piece, behind: Piece) -> bool:
    """``The **primacy bias** in deep learning``: words in bold type that others go on from."""
    if piece.link >= 0 or behind.style or not _GOES_ON.match(text, behind.start):
        return False
    word = _WORD_BEFORE.search(text, max(0, piece.start - _LONGEST_WORD), piece.start)
    if word is None or word[1].casefold() not in _LEADS:
        return False
    word_scores = wording(text, piece.start, piece.end)
    return word_scores.title > max(word_scores.name, word_scores.venue)


def _linked(pieces: list[Piece]) -> dict[int, tuple[Piece, Piece]]:
    """The first and the last piece of each link."""
    by_link: dict[int, tuple[Piece, Piece]] = {}
    for piece in pieces:
        if piece.link >= 0:
            by_link[piece.link] = by_link.get(piece.link, (piece, piece))[0], piece
    return by_link


def _is_label(
    flow: Flow, index: int, place: tuple[int, int], front: int, addresses: list[Address]
) -> bool:
    text, (start, end) = flow.text, place
    label = text[start:end].strip()
    if not label or label == DARK or flow.links[index].image:
        return True
    bracketed = label[0] in "[【" or (
        text[start - 1 : start] in ("[", "|") and text[end : end + 1] in ("]", ",", "|")
    )
    inner = label.strip("[]()【】 ")
    if not inner:
        return True
    if _IDENTIFIER.fullmatch(inner) or (start == front and _ARXIV.fullmatch(inner)):
        return True  # no title, and in front no venue either
    kind = label_kind(inner)
    if (
        kind
        and known_venue(inner)
        and not bracketed
        and inner.casefold() not in ("paper", "pdf", "text", "arxiv paper")
    ):
        return False  # "[Biorxiv](…)" is the venue, "[[biorxiv](…)]" a label
    words = len(WORD.findall(inner))
    if kind and (words <= 2 or bracketed or kind == "other"):
        return words <= 5
    if bracketed and words <= 3 and (known_venue(inner) or words <= 2):
        return not (label[0] == "[" and addresses[index].kind == "paper" and words > 2)
    return len(inner) <= 2


def _filled(flow: Flow, pieces: list[Piece], start: int, end: int) -> str:
    """The text; a line of the file ends nothing within emphasis or a link, nor within a phrase."""
    text = flow.text
    if "\n" not in text[start:end]:
        return text
    within = (piece for piece in pieces if piece.style or piece.link >= 0)
    ends = {
        at for piece in within for at in _line_ends(text, piece.start + 1, piece.end - 1)
        if not _parts(text, at)
    }  # fmt: skip
    ends |= {at for at in _line_ends(text, start, end) if _runs_on(text, at)}
    chars = list(text) if ends else []
    for at in ends:
        if flow.source_line_ends(at):
            chars[at] = " "
    return "".join(chars) or text


_RUNS_ON = re.compile(
    r"[^\W\d_]\n(?!(?:doi|arxiv|pmid|http|www|github|paper|pdf|code|project|"
    r"video|slides|data|link|url|see|appeared|published|accepted|to\s+appear|submitted|preprint|"
    r"under\s+review|biorxiv|medrxiv|chemrxiv|npj)\b)(?!(?:by|in|at)\s+[^a-z\s])"
    rf"(?!(?:{PARTICLE})\s+(?:\w{{2,3}}\s+)?[A-Z])"
    r"[a-z][a-z-]*[ .,\n](?![:：]|https?:)"
)
"""The end of a line within a phrase: "details in numerical weather⏎map analysis"."""
_FULL = 40
"""Characters of a line that may be full; a shorter one ends where somebody meant it to."""
_LONGEST_LINE = 400


def _runs_on(text: str, at: int) -> bool:
    """Whether a line ends within a phrase, for it was full."""
    return at - text.rfind("\n", 0, at) > _FULL and _RUNS_ON.match(text, at - 1) is not None


_MEETING = re.compile(r"\W*([A-Z][A-Za-z]*[A-Z]{2,}[A-Za-z]*)\W{0,3}(?:(?:19|20)\d\d|['’]\d\d)\W*$")


def _parts(text: str, at: int) -> bool:
    """Whether a line's end parts what stands around it: a by-line, or a conference behind it.

    "*Ana Roca, Bo Li⏎Nature Methods*"; what goes on over it is a title or the name of a journal,
    or a name: "Xiangyu Zhang, Shaoqing⏎Ren".
    """
    before = text[max(0, text.rfind("\n", 0, at) + 1, at - _LONGEST_LINE) : at]
    after = text[at + 1 : at + 1 + _LONGEST_LINE].split("\n", 1)[0]
    hit = _MEETING.match(after)
    meeting = hit is not None and is_meeting(hit[1])
    return whole_names(before) or all_names(after) or meeting


def _line_ends(text: str, start: int, end: int) -> Iterator[int]:
    at = text.find("\n", start, end)
    while at >= 0:
        yield at
        at = text.find("\n", at + 1, end)


def _masked(text: str, pieces: list[Piece], labels: frozenset[int], start: int, end: int) -> str:
    masked = without_brackets(_RUNNING_ON.sub(_blank, text[start:end]))
    dark = [piece for piece in pieces if piece.link in labels or piece.style & STRUCK]
    if dark:
        chars = list(masked)
        for piece in dark:
            a, b = piece.start - start, piece.end - start
            chars[a:b] = DARK * (b - a)
        masked = "".join(chars)
    masked = _EMOJI.sub(_dark, masked) if ":" in masked else masked
    masked = _DARKENED.sub(_dark, masked) if DARK in masked else masked
    same = masked == text[start:end]
    return text if same else text[:start] + masked + text[end:]


_RUNNING_ON = re.compile(r"(?<![^\W_])([^\W\d_][a-z]+)\n(?=[^\W_])(?=([^\n]{0,80}))")
_NEVER_LAST = -500
"""How much less often than elsewhere a title ends with a word with which no line of one does: "on"
570, "of" 820, "Neural" 600; in hundredths of a logarithm."""


def _blank(hit: re.Match[str]) -> str:
    """The end of a line within a sentence is a blank: "... based on⏎tree structures"."""
    if score_of(hit[1]).last > _NEVER_LAST or all_names(hit[2]):
        return hit.group()
    word_scores = wording(hit[2], 0, len(hit[2]))
    return (
        f"{hit[1]} "
        if word_scores.title > max(word_scores.name, word_scores.venue)
        else hit.group()
    )


def _dark(hit: re.Match[str]) -> str:
    return DARK * len(hit.group())


def symbol(char: str) -> bool:
    """Whether it is an emoji or another sign that is no text."""
    code = ord(char)
    return (
        0x1F000 <= code <= 0x1FAFF
        or 0x2600 <= code <= 0x27BF
        or code in (0xFE0F, 0x200D, 0x2B50, 0x2B06)
    )
