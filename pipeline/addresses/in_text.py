"""Identifiers written out in running text: ``doi:10.…``, ``arXiv:2306.15006``, ``PMID: 1``."""

import re
from collections.abc import Iterator

from pipeline.values.identifiers import WIDE, Identifier, identifier, trimmed, within_marks
from pipeline.values.text import Span, Value

_TAIL = re.compile(
    r"(?:/(?:pdf/standard|full|abstract|abs|pdf|epdf|html|meta|long|short|fulltext|full-text|references|summary|"
    r"graph|metrics|transform(?:/[\w.+-]+){0,2}|citation|citedby|tables|figures|epub|download|full\.pdf)|\.pdf|\.full-text|\.full|\.long|\.abstract|"
    r"\.short|\.html?|\.epub|\.xml)\Z",
    re.IGNORECASE,
)
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
LONGEST = 4096
"""Characters of an address or a DOI that are looked at."""

_SICI = r"<\d{1,6}:[^\s<>]{1,30}>"
"""What only a SICI has: "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2"."""
_WRITTEN = re.compile(
    r"(?<![a-z0-9_./])(?:"
    rf"(?:(?:dx\.|www\.)?doi\.org/)?(?P<doi>10\.\d{{4,9}}/(?:[^\s<>\"“”|*`{{}}\\{WIDE}]|{_SICI})+)|"
    r"(?P<label>doi|arxiv|pmid|pmcid|biorxiv|medrxiv|pubmed\sid|pubmed(?=\s?:))\b"
    r"[\s:.]{0,3}(?:preprint\s)?(?:arxiv[\s:]{1,2})?"
    rf"(?P<value>(?:[^\s<>\"“”|*`{{}}{WIDE}]|{_SICI})+)|"
    r"(?P<pmc>PMC\d{5,8})\b"
    r")",
    re.IGNORECASE,
)
_SIGNS = ("10.", "doi", "do\u0131", "rx", "pm", "pubmed")
"""One of these stands in every identifier that is written out; a dotless i is one to a pattern."""
_VALUES = {
    "arxiv": re.compile(
        r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?!\d)(?:v\d+)?", re.IGNORECASE
    ),
    "pmid": re.compile(r"\d{4,9}(?![\d/]|\.\d)"),
    "pubmed": re.compile(r"\d{7,8}(?![\d/]|\.\d)"),
    "pmcid": re.compile(r"(?:PMC)?\d{5,8}", re.IGNORECASE),
    "doi": re.compile(r"(?:https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE),
    "rxiv": re.compile(
        r"(?:10\.(?:1101|64898)/)?(\d{4}\.\d{2}\.\d{2}\.\d{6,8}|\d{6})(?:v\d+)?(?![\d.])"
    ),
}


class Spoken(Value):
    """An identifier written in running text."""

    identifier: Identifier
    span: Span
    derived: bool = False


def spoken(text: str) -> Iterator[Spoken]:
    """Identifiers written out in running text, in reading order: ``arXiv:2306.15006``, ``PMID: 1``.

    A number without its label is never one; ``bioRxiv 2023.01.11.523679`` is, as a guess.
    """
    low = text.lower()
    if not any(sign in low for sign in _SIGNS):
        return
    for hit in _WRITTEN.finditer(text):
        label = (hit["label"] or "").lower().removesuffix(" id")
        if hit["doi"]:
            number = _dois(hit.start("doi"), within_marks(text, hit.start(), hit["doi"]))
        elif hit["pmc"]:
            number = _spoken("pmcid", hit["pmc"], hit.span("pmc"))
        else:
            value = within_marks(text, hit.start(), hit["value"])
            number = _labelled(label, value, hit.start("value"))
        if number:
            yield number


def _dois(start: int, raw: str) -> Spoken | None:
    doi = trimmed(raw.translate(INVISIBLE))
    doi = doi.split("](", 1)[0]
    named = clean_doi(doi)
    if named is None:
        return None
    return Spoken(identifier=named, span=Span(start=start, end=start + len(doi)))


def _labelled(label: str, value: str, start: int) -> Spoken | None:
    if label == "doi":
        hit = _VALUES["doi"].match(value)
        return _dois(start + hit.start(1), hit[1]) if hit else None
    if label.endswith("rxiv") and label != "arxiv":
        hit = _VALUES["rxiv"].match(value)
        doi = identifier("doi", "10.1101/" + hit[1]) if hit else None
        if hit is None or doi is None:
            return None
        span = Span(start=start, end=start + hit.end())
        return Spoken(identifier=doi, span=span, derived=True)
    hit = _VALUES[label].match(value)
    scheme = "pmid" if label.startswith("pubmed") else label
    return _spoken(scheme, hit.group(), (start, start + hit.end())) if hit else None


def _spoken(scheme: str, raw: str, place: tuple[int, int]) -> Spoken | None:
    named = identifier(scheme, raw)
    if named is None:
        return None
    return Spoken(identifier=named, span=Span(start=place[0], end=place[1]))


def clean_doi(text: str) -> Identifier | None:
    """The DOI at the start of a piece of a path, without the site's tails."""
    if len(text) > LONGEST:
        return None
    before = None
    while text != before:
        before = text
        text = trimmed(_TAIL.sub("", text).rstrip("/"))
    return identifier("doi", text)
