"""Identifiers of works, always in their canonical spelling, so that equal means the same thing.

How identifiers hide in URLs is told in ``pipeline/addresses/urls.py``; here is only what they are.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, get_args
from urllib.parse import unquote

from pydantic import model_validator

from pipeline.values.text import Value

Scheme = Literal[
    "doi", "arxiv", "pmid", "pmcid", "pii", "openreview", "acl", "europepmc", "ieee", "isbn",
    "s2", "hal", "dblp", "jstor", "nips", "pmlr", "cvf", "citeseer",
]  # fmt: skip
"""What kinds there are. Only doi, arxiv, pmid, pmcid and pii can be asked for at a registry."""

_SCHEMES = frozenset(get_args(Scheme))
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ARXIV_NEW = re.compile(r"(\d{2})(0[1-9]|1[0-2])\.(\d{4,5})")
_ARXIV_OLD = re.compile(r"([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?/(\d{2}(?:0[1-9]|1[0-2])\d{3})")
_VERSION = re.compile(r"v\d+$")
_PII = re.compile(r"[SB][0-9X]{15,16}|[0-9]{7}[0-9X][0-9]{7}[0-9A-Z]")
_OPAQUE = re.compile(r"[A-Za-z0-9_\-][\w.~:/()\-]*")  # OpenReview: "_8DoIe8G3t"
LONGEST = 2048
"""Characters of a DOI; the longest registered ones stay far below."""
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}
_ENDING = frozenset((*".,;:'\"\\", *_CLOSING))
WIDE = "，。；：、（）【】「」『』《》〈〉"
"""They end an address as a blank does: between them and the next word there is none."""


def ends_sentence(sign: str) -> bool:
    """Whether a sign at the end of an address or a DOI is of the text around it.

    A mark set behind it, a star or a dagger, is none of the number's: registries hold no such. A
    backslash there breaks the line.
    """
    if sign.isascii():
        return sign in ".,;:'\"\\"
    return unicodedata.category(sign)[0] in "PS" or sign in "\ufe0f\u200d"


def trimmed(doi: str) -> str:
    """A DOI without the punctuation of the sentence around it.

    A closing bracket goes only if it closes nothing: ``10.1061/(ASCE)0887-381X(2003)17:1(37)`` is
    legal. Source: DOI handbook, section 2.2.
    """
    if doi and doi[-1].isascii() and doi[-1] not in _ENDING:
        return doi
    more = {close: doi.count(close) - doi.count(opening) for close, opening in _CLOSING.items()}
    end = len(doi)
    while end and (ends_sentence(doi[end - 1]) or more.get(doi[end - 1], 0) > 0):
        end -= 1
        if doi[end] in more:
            more[doi[end]] -= 1
    return doi[:end]


_DOUBLED = re.compile(r"([=+^%])\1\Z")
"""What readers of Markdown mark with: "==10.1101/000026==", "++10.1101/000026++"."""


def within_marks(text: str, start: int, phrase: str) -> str:
    """What was found at a place without the doubled signs that close behind it if they open there.

    No DOI and no address is known to end in a pair of them, but one may hold them.
    """
    opened = _DOUBLED.search(text, max(0, start - 2), start)
    if opened is None:
        return phrase
    bare = phrase.rstrip("".join(_ENDING - {opened[1]}))
    return bare.removesuffix(opened[0]) if bare.endswith(opened[0]) else phrase


@lru_cache(maxsize=1 << 12)
def _doi(raw: str) -> str | None:
    if len(raw) > LONGEST:
        return None
    # Spelt as in an address, "10.1002/(SICI)...%3C693::AID%3E3.0.CO;2-O", it is the same DOI.
    raw = (unquote(raw) if "%" in raw else raw).strip().lower()
    hit = _DOI.fullmatch(raw)
    return hit.group() if hit and trimmed(raw) == raw else None


@lru_cache(maxsize=1 << 12)
def _arxiv(raw: str) -> str | None:
    raw = _VERSION.sub("", raw.strip().lower())
    new = _ARXIV_NEW.fullmatch(raw)
    if new:
        # Four digits after the dot up to December 2014, five since; a lost zero comes back.
        digits = 5 if int(new[1]) >= 15 and int(new[1]) < 90 else 4
        number = new[3].zfill(digits)
        return f"{new[1]}{new[2]}.{number}" if len(number) == digits else None
    old = _ARXIV_OLD.fullmatch(raw)
    return f"{old[1]}/{old[2]}" if old else None


def _number(raw: str) -> str | None:
    raw = raw.strip().lstrip("0")
    return raw if raw.isascii() and raw.isdigit() and len(raw) <= 9 else None


def _pmcid(raw: str) -> str | None:
    number = _number(re.sub(r"^pmc|\.\d{1,2}$", "", raw.strip(), flags=re.IGNORECASE))
    return f"PMC{number}" if number else None


def _pii(raw: str) -> str | None:
    compact = re.sub(r"[-()\s]", "", raw.strip().upper().removeprefix("PII"))
    return compact if _PII.fullmatch(compact) else None


def _opaque(raw: str) -> str | None:
    raw = raw.strip()
    return raw if _OPAQUE.fullmatch(raw) else None


_SPELL: dict[str, Callable[[str], str | None]] = {
    "doi": _doi, "arxiv": _arxiv, "pmid": _number, "pmcid": _pmcid, "pii": _pii,
}  # fmt: skip


_ADDRESSES = {
    "doi": "https://doi.org/{}", "arxiv": "https://arxiv.org/abs/{}",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    "openreview": "https://openreview.net/forum?id={}",
    "acl": "https://aclanthology.org/{}/",
}  # fmt: skip
_BARE = re.compile(r"[A-Za-z0-9/:;()\-._~]+")
"""What stands in an address as it is."""


class Identifier(Value):
    """An identifier in its canonical spelling.

    DOI in lower case without resolver; arXiv id without version; PMID without leading zeros;
    PMCID with "PMC"; PII compact.
    """

    scheme: Scheme
    value: str

    @model_validator(mode="after")
    def _canonical(self) -> "Identifier":
        if _SPELL.get(self.scheme, _opaque)(self.value) != self.value:
            raise ValueError(f"{self.value!r} is not the canonical spelling of a {self.scheme}")
        return self

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"

    @property
    def url(self) -> str:
        """A public address that opens the work; empty if the scheme has none that is stable."""
        form = _ADDRESSES.get(self.scheme)
        if form is None or _BARE.fullmatch(self.value):
            return form.format(self.value) if form else ""
        from urllib.parse import quote  # noqa: PLC0415  rarely needed, dear to import

        return form.format(quote(self.value, safe="/:;()-._~"))


def identifier(scheme: str, raw: str) -> Identifier | None:
    """The identifier that ``raw`` spells, brought to its canonical form; None if it is none.

    A DOI of arXiv's own (``10.48550/arXiv.2306.15006``) is the arXiv id.
    """
    if scheme not in _SCHEMES:
        return None
    spelt = _spelt(_SPELL.get(scheme, _opaque), raw)
    if spelt is None:
        return None
    if scheme == "doi" and spelt.startswith("10.48550/arxiv."):
        return identifier("arxiv", spelt.removeprefix("10.48550/arxiv."))
    return Identifier.unchecked(scheme=scheme, value=spelt)


_MOST_ESCAPES = 3
"""How often an identifier may have been escaped: "%253C" is "%3C" is "<"."""


def _spelt(spell: Callable[[str], str | None], raw: str) -> str | None:
    """The spelling that stays what it is when it is spelt again; None if there is none."""
    text = spell(raw)
    for _ in range(_MOST_ESCAPES):
        if text is None or "%" not in text or (again := spell(text)) == text:
            return text
        text = again
    return None


def parsed(text: str) -> Identifier | None:
    """The identifier behind ``"doi:10.1038/…"``, ``"arxiv:2306.15006"``; None if it is none."""
    scheme, colon, value = text.partition(":")
    return identifier(scheme.strip().lower(), value) if colon else None
