"""What an address says: identifiers, and what an opaque one still hints at.

An identifier that is spelt in the address is read; one that only a publisher's habit lets us
compute is marked ``derived`` and is a guess until the record's title agrees. Never is a number
taken for a DOI. To add a site: a rule in ``pipeline/addresses/site_rules.py``.
"""

import html
import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from pipeline.addresses.paper_hosts import PAPERS, kind_of
from pipeline.addresses.site_rules import DOI, Meaning, Place, Rule, rules_for
from pipeline.values.entry import Hints
from pipeline.values.identifiers import Identifier, identifier, trimmed
from pipeline.values.text import Span, Value

_TAIL = re.compile(
    r"(?:/(?:pdf/standard|full|abstract|abs|pdf|epdf|html|meta|long|short|fulltext|full-text|references|summary|"
    r"citation|citedby|tables|figures|epub|download|full\.pdf)|\.pdf|\.full-text|\.full|\.long|\.abstract|"
    r"\.short|\.html?|\.epub|\.xml)\Z",
    re.IGNORECASE,
)
_SILVERCHAIR = re.compile(r"^(10\.\d{4,9}/.+?)/\d{5,}(?:/[^/]*)?$")
_SILVERCHAIR_PATH = re.compile(r"/article(?:-abstract|-pdf|-lookup)?/doi/|/doi/(?:[^/]+/)?10\.")
_EMBEDDED = re.compile(r"https?:/{1,2}[^\s]+", re.IGNORECASE)
_FAR = frozenset(("com", "edu", "gov", "net", "org"))
"""Domains in which nobody's own hosts end so: ``x.com.br`` is one, ``x.com.example.edu`` none."""
_PROXY = re.compile(r"[.-](?:ez)?proxy\d?[.-]|\.libproxy\.|\.idm\.oclc\.org", re.IGNORECASE)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LABEL_ONLY = re.compile(r"\s*(?:doi|arxiv|pmid|pmcid)?[\s:.]*", re.IGNORECASE)
LONGEST = 4096
"""Characters of an address that are looked at."""


class Address(Value):
    """What an address says."""

    identifiers: tuple[Identifier, ...] = ()
    """Best first."""
    derived: bool = False
    """The identifiers are guesses by a rule, not spelt in the address."""
    hints: Hints = Hints()
    kind: Literal["paper", "other", "unknown"] = "unknown"
    """Whether the host is known to hold papers, known to hold other things, or neither."""


class Spoken(Value):
    """An identifier written in running text."""

    identifier: Identifier
    span: Span
    derived: bool = False


def identify(url: str) -> Address:
    """What the address says; total: any text gives an address, most say nothing.

    Source: the URL rules collected from the sites' own documentation and Zotero's test cases.
    """
    return _identify(html.unescape(url[:LONGEST]).translate(_INVISIBLE).strip(), depth=0)


def _identify(url: str, depth: int) -> Address:
    bare = _bare(url)
    if bare:
        return Address(identifiers=(bare,), kind="paper")
    split = _split(url)
    if split is None:
        return Address()
    host = _host(split)
    inner = _inner(split, host) if depth == 0 else None
    if inner:
        return _identify(inner, depth=1)
    return _address(split, host)


def _address(split: SplitResult, host: str) -> Address:
    place = Place(host, unquote(split.path), dict(parse_qsl(split.query)), unquote(split.fragment))
    said = _said(place) or _generic(place)
    kind = kind_of(host, place.path if place.path.strip("/") else _asked(place))
    if said is None:
        return Address(kind=kind)
    return Address(
        identifiers=tuple(dict.fromkeys(said.identifiers)),
        derived=said.derived and bool(said.identifiers),
        hints=said.hints or Hints(),
        kind="paper" if kind != "other" or (said.identifiers and not said.derived) else kind,
    )


def _asked(place: Place) -> str:
    """What a front page is asked for; empty if only somebody's campaign is named."""
    return "&".join(name for name in place.query if not name.startswith(("utm_", "fbclid", "ref")))


def _bare(url: str) -> Identifier | None:
    """An identifier written without any address: ``doi:10.…``, ``arXiv:2306.15006``."""
    found = next(iter(spoken(url)), None) if len(url) < 200 and "://" not in url else None
    whole = (
        found
        and _LABEL_ONLY.fullmatch(url[: found.span.start])
        and found.span.end >= len(url.rstrip(" .,;"))
    )
    return found.identifier if found and whole and not found.derived else None


def _split(url: str) -> SplitResult | None:
    if "://" not in url:
        url = "https://" + url.lstrip("/")
    try:
        return urlsplit(url)
    except ValueError:  # "http://[broken": an unclosed IPv6 bracket
        return None


def _host(split: SplitResult) -> str:
    """The host in lower case without port, ``www.``, ``m.`` and a library's proxy."""
    host = split.netloc.rsplit("@", 1)[-1].split(":", 1)[0].lower().rstrip(".")
    proxied = _PROXY.search(host)
    if proxied and proxied.start() > 0:
        host = host[: proxied.start()]
        host = (
            host if "." in host else host.replace("--", "\0").replace("-", ".").replace("\0", "-")
        )
    return _unproxied(re.sub(r"^(?:www\d?|m)\.", "", host))


def _unproxied(host: str) -> str:
    """The site's own host with a library's behind it: ``dl.acm.org.lib.example.edu``."""
    labels = host.split(".")
    for end in range(2, len(labels) - 1):
        first = ".".join(labels[:end])
        if first in PAPERS or (labels[end - 1] in _FAR and ".".join(labels[1:end]) in PAPERS):
            return first
    return host


def _inner(split: SplitResult, host: str) -> str | None:
    """The address that a proxy, an archive or a redirect carries inside."""
    if host == "web.archive.org":
        found = _EMBEDDED.search(unquote(split.path))
        return found.group() if found else None
    login = "proxy" in split.netloc or host.startswith("google.") or "url=" in split.query
    for key, value in parse_qsl(split.query):
        if login and key in ("url", "q", "qurl", "u") and value.startswith("http"):
            return value
    return None


def _said(place: Place) -> Meaning | None:
    for rule in rules_for(place.host):
        said = _applied(rule, place)
        if said is not None:
            return said
    return None


def _applied(rule: Rule, place: Place) -> Meaning | None:
    found = rule.path.search(place.path)
    return rule.read(found, place) if found else None


def _generic(place: Place) -> Meaning | None:
    """A DOI anywhere in path, query or fragment: true of most publishers."""
    path = place.path.split(";jsessionid", 1)[0]
    for text in (path, *place.query.values(), place.fragment):
        found = DOI.search(text)
        raw = found.group() if found else ""
        if text is path and _SILVERCHAIR_PATH.search(path):
            raw = _SILVERCHAIR.sub(r"\1", raw.rstrip("/"))
        doi = clean_doi(raw) if raw else None
        # 10.5555 is a library's own numbering, registered nowhere.
        if doi and not doi.value.startswith("10.5555/"):
            return Meaning((doi,))
    return None


def clean_doi(text: str) -> Identifier | None:
    """The DOI at the start of a piece of a path, without the site's tails."""
    if len(text) > LONGEST:
        return None
    before = None
    while text != before:
        before = text
        text = trimmed(_TAIL.sub("", text).rstrip("/"))
    return identifier("doi", text)


# ---------------------------------------------------------------- in running text

_WRITTEN = re.compile(
    r"(?<![\w./])(?:"
    r"(?P<doi>10\.\d{4,9}/[^\s<>\"“”|*`{}\\]+)|"
    r"(?P<label>doi|arxiv|pmid|pmcid|biorxiv|medrxiv)\b[\s:.]{0,3}(?:preprint\s)?(?:arxiv[\s:]{1,2})?"
    r"(?P<value>[^\s<>\"“”|*`{}]+)|"
    r"(?P<pmc>PMC\d{5,8})\b"
    r")",
    re.IGNORECASE,
)
_VALUES = {
    "arxiv": re.compile(
        r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?!\d)(?:v\d+)?", re.IGNORECASE
    ),
    "pmid": re.compile(r"\d{4,9}(?![\d./])"),
    "pmcid": re.compile(r"(?:PMC)?\d{5,8}", re.IGNORECASE),
    "doi": re.compile(r"(?:https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE),
    "rxiv": re.compile(
        r"(?:10\.(?:1101|64898)/)?(\d{4}\.\d{2}\.\d{2}\.\d{6,8}|\d{6})(?:v\d+)?(?![\d.])"
    ),
}


def spoken(text: str) -> Iterator[Spoken]:
    """Identifiers written out in running text, in reading order: ``arXiv:2306.15006``, ``PMID: 1``.

    A number without its label is never one; ``bioRxiv 2023.01.11.523679`` is, as a guess.
    """
    for found in _WRITTEN.finditer(text):
        label = (found["label"] or "").lower()
        if found["doi"]:
            one = _dois(text, found.start("doi"), found["doi"])
        elif found["pmc"]:
            one = _spoken("pmcid", found["pmc"], found.span("pmc"))
        else:
            one = _labelled(label, found["value"], found.start("value"), text)
        if one:
            yield one


def _dois(_text: str, start: int, raw: str) -> Spoken | None:
    doi = trimmed(raw.translate(_INVISIBLE))
    doi = doi.split("](", 1)[0]
    named = clean_doi(doi)
    if named is None:
        return None
    return Spoken(identifier=named, span=Span(start=start, end=start + len(doi)))


def _labelled(label: str, value: str, start: int, text: str) -> Spoken | None:
    if label == "doi":
        found = _VALUES["doi"].match(value)
        return _dois(text, start + found.start(1), found[1]) if found else None
    if label.endswith("rxiv") and label != "arxiv":
        found = _VALUES["rxiv"].match(value)
        doi = identifier("doi", "10.1101/" + found[1]) if found else None
        if found is None or doi is None:
            return None
        span = Span(start=start, end=start + found.end())
        return Spoken(identifier=doi, span=span, derived=True)
    found = _VALUES[label].match(value)
    return _spoken(label, found.group(), (start, start + found.end())) if found else None


def _spoken(scheme: str, raw: str, place: tuple[int, int]) -> Spoken | None:
    named = identifier(scheme, raw)
    if named is None:
        return None
    return Spoken(identifier=named, span=Span(start=place[0], end=place[1]))
