"""What an address says: identifiers, and what an opaque one still hints at.

An identifier that is spelt in the address is read; one that only a publisher's habit lets us
compute is marked ``derived`` and is a guess until the record's title agrees. Never is a number
taken for a DOI. To add a site: a rule in ``pipeline/addresses/site_rules.py``.
"""

import html
import re
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from pipeline.addresses.in_text import INVISIBLE, LONGEST, clean_doi, spoken
from pipeline.addresses.paper_hosts import ABOUT, PAPERS, kind_of
from pipeline.addresses.rule import DOI, Meaning, Place, Rule
from pipeline.addresses.site_rules import rules_for
from pipeline.values.entry import Hints
from pipeline.values.identifiers import Identifier
from pipeline.values.text import Value

_SILVERCHAIR = re.compile(r"^(10\.\d{4,9}/.+?)/\d{5,}(?:/[^/]*)?$")
_SILVERCHAIR_PATH = re.compile(r"/article(?:-abstract|-pdf|-lookup)?/doi/|/doi/(?:[^/]+/)?10\.")
_EMBEDDED = re.compile(r"https?:/{1,2}[^\s]+", re.IGNORECASE)
_FAR = frozenset(("com", "edu", "gov", "net", "org"))
"""Domains in which nobody's own hosts end so: ``x.com.br`` is one, ``x.com.example.edu`` none."""
_PROXY = re.compile(
    r"[.-](?:ez)?proxy\d?[.-]|\.ezp-|\.libproxy\.|\.idm\.oclc\.org|\.translate\.goog", re.IGNORECASE
)
_CARRIED = re.compile(r"^/(?:\w{1,20}/)?(https?:/{1,2}\S+)", re.IGNORECASE)
"""A whole address behind another's host: "https://r.jina.ai/https://arxiv.org/abs/..."."""
_REDIRECTS = re.compile(
    r"^(?:(?:translate|scholar|news)\.)?google\.|^lm?\.(?:facebook|instagram)\.com$|^out\.reddit\.com$|"
    r"^webcache\.googleusercontent\.com$|^slack-redir\.net$|^linkedin\.com$|^urldefense\.proofpoint\.com$"
)
"""Sites that lead to the address in their query; a library's proxy does too."""
_CACHED = re.compile(r"^cache:(?:[\w-]+:)?(?=https?:)")
_DEFENDED = re.compile(r"^/v3/__(.+?)__(?:;|$)")
"""What a mail server makes of a link: "/v3/__https://doi.org/10.1000/1__;!!abc"."""
_PLAIN = re.compile(r"(https?)://([A-Za-z0-9.\-]+)(/[^?#]*)?(?:\?([^#]*))?(?:#(.*))?")
"""Nearly all addresses; what is spelt otherwise is taken apart by the rules of the standard."""
_FRONT = re.compile(r"^(?:www\d?|m)\.")
_LABEL_ONLY = re.compile(r"\s*(?:doi|arxiv|pmid|pmcid)?[\s:.]*", re.IGNORECASE)


class Address(Value):
    """What an address says."""

    identifiers: tuple[Identifier, ...] = ()
    """Best first."""
    derived: bool = False
    """The identifiers are guesses by a rule, not spelt in the address."""
    hints: Hints = Hints()
    kind: Literal["paper", "other", "unknown"] = "unknown"
    """Whether the host is known to hold papers, known to hold other things, or neither."""
    borrowed: bool = False
    """Others do not open it, or not the paper: a library's proxy, a redirect, a search, an index, a
    mistyped address of doi.org."""


def identify(url: str) -> Address:
    """What the address says; total: any text gives an address, most say nothing.

    Source: the URL rules collected from the sites' own documentation and Zotero's test cases.
    """
    return _identify(html.unescape(url[:LONGEST]).translate(INVISIBLE).strip(), depth=0)


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
        return _identify(inner, depth=1).but(borrowed=True)
    address = _address(split, host)
    return address.but(borrowed=True) if _borrowed(split, host, address) else address


def _borrowed(split: SplitResult, host: str, address: Address) -> bool:
    """Whether the host is a proxy's or an index's, or doi.org gets more than a DOI."""
    if host in ("doi.org", "dx.doi.org") and address.identifiers:
        path = unquote(split.path).strip("/").casefold()
        return path != address.identifiers[0].value.casefold() and not address.derived
    twice = "%25" in split.path  # encoded twice: most servers know nothing of that name
    return twice or _own_host(split) != host or ABOUT.search(host) is not None


def _address(split: SplitResult, host: str) -> Address:
    query = dict(parse_qsl(split.query)) if split.query else {}
    place = Place(host, unquote(split.path), query, unquote(split.fragment))
    meaning = _said(place) or _generic(place)
    kind = kind_of(host, place.path if place.path.strip("/") else _asked(place))
    if meaning is None:
        return Address(kind=kind)
    return Address(
        identifiers=tuple(dict.fromkeys(meaning.identifiers)),
        derived=meaning.derived and bool(meaning.identifiers),
        hints=meaning.hints or Hints(),
        kind="paper" if kind != "other" or (meaning.identifiers and not meaning.derived) else kind,
    )


def _asked(place: Place) -> str:
    """What a front page is asked for; empty if only somebody's campaign is named."""
    return "&".join(name for name in place.query if not name.startswith(("utm_", "fbclid", "ref")))


def _bare(url: str) -> Identifier | None:
    """An identifier written without any address: ``doi:10.…``, ``arXiv:2306.15006``."""
    number = next(iter(spoken(url)), None) if len(url) < 200 and "://" not in url else None
    whole = (
        number
        and _LABEL_ONLY.fullmatch(url[: number.span.start])
        and number.span.end >= len(url.rstrip(" .,;"))
    )
    return number.identifier if number and whole and not number.derived else None


def _split(url: str) -> SplitResult | None:
    if "://" not in url:
        url = "https://" + url.lstrip("/")
    plain = _PLAIN.fullmatch(url)
    if plain and url.isprintable():
        return SplitResult(*(part or "" for part in plain.groups()))
    try:
        return urlsplit(url)
    except ValueError:  # "http://[broken": an unclosed IPv6 bracket
        return None


def _own_host(split: SplitResult) -> str:
    """The host in lower case without port, ``www.`` and ``m.``."""
    return _FRONT.sub("", split.netloc.rsplit("@", 1)[-1].split(":", 1)[0].lower().rstrip("."))


def _host(split: SplitResult) -> str:
    """The same without a library's proxy."""
    host = _own_host(split)
    proxied = _PROXY.search(host)
    if proxied and proxied.start() > 0:
        host = host[: proxied.start()]
        host = (
            host if "." in host else host.replace("--", "\0").replace("-", ".").replace("\0", "-")
        )
    return _unproxied(_FRONT.sub("", host))


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
        hit = _EMBEDDED.search(unquote(split.path))
        return hit.group() if hit else None
    if carried := _CARRIED.match(unquote(split.path)) or (
        _DEFENDED.match(unquote(split.path)) if host == "urldefense.com" else None
    ):
        return carried[1]
    login = "proxy" in split.netloc or _REDIRECTS.match(host) or "url=" in split.query
    for key, value in parse_qsl(split.query) if login else ():
        asked = _CACHED.sub("", value)
        if key in ("url", "q", "qurl", "u") and asked.startswith("http"):
            return asked
    return None


def _said(place: Place) -> Meaning | None:
    for rule in rules_for(place.host):
        meaning = _applied(rule, place)
        if meaning is not None:
            return meaning
    return None


def _applied(rule: Rule, place: Place) -> Meaning | None:
    hit = rule.path.search(place.path)
    return rule.read(hit, place) if hit else None


def _generic(place: Place) -> Meaning | None:
    """A DOI anywhere in path, query or fragment: true of most publishers."""
    path = place.path.split(";jsessionid", 1)[0]
    for part in (path, *place.query.values(), place.fragment):
        text = unquote(part) if "%2f" in part.lower() else part  # encoded twice
        hit = DOI.search(text)
        raw = hit.group() if hit else ""
        if part is path and _SILVERCHAIR_PATH.search(text):
            raw = _SILVERCHAIR.sub(r"\1", raw.rstrip("/"))
        doi = clean_doi(raw) if raw else None
        # 10.5555 is a library's own numbering, registered nowhere.
        if doi and not doi.value.startswith("10.5555/"):
            return Meaning((doi,))
    return None
