"""A bare address standing in a list, made a whole entry: all a contributor needs to paste.

The finding is ``authors-missing``, for that is what a reader of the report has to hear: nothing but
a link is given. Its edit replaces the line; other findings about what is missing fall away with it.
"""

import re
from collections.abc import Sequence

from pipeline.addresses.urls import identify
from pipeline.checks import Observation
from pipeline.checks.authors import evidence_of
from pipeline.checks.case import Case, Remark, by_line
from pipeline.checks.link import tidied
from pipeline.compare.letters import key
from pipeline.exports import bib_entry
from pipeline.formats.link_writing import is_row
from pipeline.match.same_work import NO_WORK
from pipeline.reading.words import ASKING
from pipeline.values.entry import Entry, Reading
from pipeline.values.finding import Finding, FixKind
from pipeline.values.identifiers import WIDE
from pipeline.values.text import Edit, Span
from pipeline.write.list_style import ListStyle
from pipeline.write.new_entry import BOX, LINES, Spot, composed

CODE = "authors-missing"
REPLACED = frozenset(
    {"authors-missing", "venue-missing", "venue-unverified", "year-differs", "link-style",
     "link-missing", "title-style"}
)  # fmt: skip
"""What is not said of an entry that will be written anew."""

FIELDS = ("title", "authors", "venue", "year", "link")
"""Fields that a completion may fill."""

_QUOTES = "“”„‟‘’‚‛«»‹›–—―…·" + WIDE
_MARK = rf"[^\w\s\x00-\x7f{_QUOTES}]"
"""A star, a flame, a flag: what is no word and no punctuation."""
_NEWS = r"[\[(*_`:]*\b(?:new|todo)\b[\])*_`:!]*(?=\s|$)(?!\s+(?:paper|article|preprint|one)\b)"
"""What somebody set there for the list's readers: ``[new]``, ``**NEW!**``, ``TODO:``."""

_BOX = re.compile(r"\[[^\w\[\]]\]\s|\[[xX]\]\s")
_LEAD = re.compile(rf"(?:(?:{_BOX.pattern})\s*|{_MARK}+\s*|{_NEWS}\s+)+", re.IGNORECASE)
_TAIL = re.compile(rf"(?:\s*{_MARK}+|\s+{_NEWS})+\s*$", re.IGNORECASE)

_MARKUP = re.compile(
    rf"[\s_!-\"&-*,-/:-<>?\[-\]`{{-}}{_QUOTES}]+|\b(?:(?:dx\.|www\.)?doi\.org|doi|arxiv|pmid|pmcid|pubmed|id|"
    rf"https?|pdf|also|one|{ASKING})\b",
    re.IGNORECASE,
)
"""What says nothing of the work: labels of links, and the words around what somebody asks for."""
_SAID = re.compile(r"(?:^|\s)(?:[?!]+|\\?\*+)(?=\s|$)|[?!]{2}|\\\*")
"""Signs that stand for themselves: a doubt, a note further down."""

_LABEL = re.compile(
    r"\[(?:(?:doi|arxiv|pmid|pmcid):?\s?)?"
    r"(?:10\.\d{4,9}/[^\s\]]+|\d{4}\.\d{4,5}(?:v\d+)?|(?:PMC)?\d{5,9})\]",
    re.IGNORECASE,
)
"""The number itself as the text of its link."""


def bare(text: str, entry: Entry) -> bool:
    """Whether an entry is one address, DOI, arXiv id or PMID, and not a word besides.

    ``text`` is that of the reading. A remark, a second work, a link to code: then somebody has
    begun to write, and nothing of it is thrown away. A file of addresses stays one.
    """
    if entry.title or entry.authors or entry.venue:
        return False
    if entry.unparsed is not None or not entry.mentions:
        return False
    if entry.format == "bibtex":
        return bib_entry.numbers_only(entry.span.cut(text))
    if entry.format not in LINES:
        return False
    if any(link.role == "other" for link in entry.links):
        return False
    if len({link.url for link in entry.links}) > 1:
        return False
    spans = {(m.span.start, m.span.end) for m in entry.mentions}
    spans |= {(link.span.start, link.span.end) for link in entry.links}
    rest = _between(text, entry, sorted(spans))
    if _SAID.search("0".join(rest)) or "".join(rest).count("*") % 2:
        return False
    words = " ".join(rest).strip()
    if not is_row(text, entry):
        lead = _LEAD.match(words)
        words = _TAIL.sub("", words[lead.end() :] if lead else words)
    return not _MARKUP.sub("", _LABEL.sub(" ", words))


def _headed(case: Case) -> bool:
    """A heading above bears the work's title: the address is what stands below it.

    "### QuAC : Question Answering in Context" over "**URL**: http://aclweb.org/...".
    """
    work = case.work
    known = (work.title, *work.other_titles) if work else ()
    return any(key(title) in key(above) for above in case.entry.section for title in known if title)


def _between(text: str, entry: Entry, spans: Sequence[tuple[int, int]]) -> list[str]:
    """What stands before, between and behind these stretches of an entry."""
    parts, at = [], entry.span.start
    for start, end in spans:
        parts.append(text[at : max(at, start)])
        at = max(at, end)
    return [*parts, text[at : entry.span.end]]


def sayings(
    reading: Reading, case: Case, observations: Sequence[Observation]
) -> tuple[Observation, ...]:
    """What is said of an entry, its completion in the place of what is missing in it.

    Unchanged unless the entry is bare and its work is known for sure. A notice about another work
    is for a person: the work may be what was to be pasted.
    """
    if not case.sure or not case.paper or not bare(reading.text, case.entry):
        return tuple(observations)
    rest = [observation for observation in observations if observation.code not in REPLACED]
    if _headed(case):
        return tuple(rest)
    again = any(observation.code == "duplicate" for observation in rest)
    about = case.work is not None and case.work.type in NO_WORK
    fix = FixKind.REVIEW if again or about or case.silent else None
    remark = Remark(
        message=f"Nothing but a link is given. {_told(case)}", current=address(case.entry),
        evidence=evidence_of(case.sure), fix=fix, kind=None,
    )  # fmt: skip
    return (Observation(code=CODE, entry=case.entry, remark=remark, confidence=0.99), *rest)


def _told(case: Case) -> str:
    work = case.work
    if work is None:
        return ""
    who = f" by {by_line(work.authors, 3)}" if work.authors else ""
    where = ", ".join(
        filter(None, (work.container_title, str(work.issued.year) if work.issued else ""))
    )
    return f"It is “{work.title}”{who}" + (f" ({where})." if where else ".")


def address(entry: Entry) -> str:
    """The address that was pasted, or that of what was."""
    written = next((link.url for link in entry.links if link.url), "")
    named = sorted(
        (m.identifier for m in entry.mentions), key=lambda identifier: identifier.scheme != "doi"
    )
    return written or next((identifier.url for identifier in named if identifier.url), "")


def is_completion(observation: Observation) -> bool:
    """Whether this is what ``sayings`` put there."""
    return (
        observation.code == CODE
        and observation.entry.title is None
        and observation.remark.current != ""
    )


def spelt(style: ListStyle, case: Case, finding: Finding) -> Finding:
    """The finding with the edit that writes the whole entry; without, if none can be written."""
    text = _whole(style, case)
    if not text:
        return finding.but(fix=FixKind.NONE)
    place, boxed = _place(style.reading.text, case.entry)
    text = BOX.sub("", text) if boxed else text
    behind = style.reading.text[place.end : place.end + 1]
    text = text if not behind or behind.isspace() or text[-1:] == ")" else f"{text} "
    return finding.but(proposed=text, edits=(Edit(span=place, replacement=text),))


def _whole(style: ListStyle, case: Case) -> str | None:
    """The entry as it should be, in the manner of the others; of a table the whole row."""
    entry, paper = case.entry, case.paper
    if paper is None:
        return None
    url = tidied(address(entry))
    if entry.format == "bibtex":
        return bib_entry.entry(style.reading, paper, url, key=entry.key or "")
    spot = Spot(section=entry.section, apart=entry.id)
    more = _besides(entry, url)
    if is_row(style.reading.text, entry):
        spot = spot.but(beside=style.row_like(entry))
        return composed(style, paper, url, spot) if spot.beside and not more else None
    text = composed(style, paper, url, spot)
    return " ".join([_labelled(style.reading.text, entry, text, url), *more]) if text else None


_LABEL_BEFORE = re.compile(r"(?<!\w)(?:doi|arxiv|pmid|pmcid|pubmed):\s?\Z", re.IGNORECASE)


def _labelled(text: str, entry: Entry, phrase: str, url: str) -> str:
    """The new entry, its address as it was pasted if that is "doi: 10...." or the like.

    Only where the address stands by itself at the end: within a link its label is the list's.
    """
    place = re.search(rf"(?<=\s){re.escape(url)}(?=\.?\Z)", phrase)
    for mention in entry.mentions if place and not entry.links else ():
        before = text[entry.span.start : mention.span.start]
        label = _LABEL_BEFORE.search(before)
        if place and label and mention.identifier in identify(url).identifiers:
            written = f"{label[0]}{mention.span.cut(text)}"
            return f"{phrase[: place.start()]}{written}{phrase[place.end() :]}"
    return phrase


def _besides(entry: Entry, url: str) -> list[str]:
    """What was pasted besides this address, as it is written in running text."""
    there = identify(url).identifiers
    named = [m.identifier for m in entry.mentions if m.where != "derived"]
    return [f"{_LABELS.get(i.scheme, i.scheme)}{i.value}" for i in named if i not in there]


_LABELS = {"doi": "doi:", "arxiv": "arXiv:", "pmid": "PMID: ", "pmcid": ""}


def _place(text: str, entry: Entry) -> tuple[Span, bool]:
    """What the entry takes the place of: all but its task box and its marks; whether it has a box.

    ``- [ ] ⭐ https://…`` keeps the box and the star.
    """
    if is_row(text, entry):
        return _line(text, entry), False
    raw = entry.span.cut(text)
    lead, tail = _LEAD.match(raw), _TAIL.search(raw)
    start = lead.end() if lead else 0
    end = tail.start() if tail and tail.start() > start else len(raw)
    place = Span(start=entry.span.start + start, end=entry.span.start + end)
    return place, _BOX.search(raw[:start]) is not None


def _line(text: str, entry: Entry) -> Span:
    start = text.rfind("\n", 0, entry.span.start) + 1
    end = text.find("\n", entry.span.end)
    end = len(text) if end < 0 else end
    return Span(start=start, end=end - (text[end - 1 : end] == "\r"))


def completes(entry: Entry, findings: Sequence[Finding]) -> bool:
    """Whether one of these findings writes the entry anew."""
    return entry.title is None and any(f.code == CODE and f.edits for f in findings)
