"""Which conference or preprint server a text names."""

import re
from functools import lru_cache

from pipeline.compare.letters import tokens
from pipeline.compare.meetings import PHRASES, SERVERS, SHORT, WORDS_TOO
from pipeline.compare.progress import begins_so

_BEFORE_SERVER = frozenset(
    [
        "preprint", "preprints", "the", "on", "in", "at", "e", "print", "prints", "eprint",
        "eprints", "available", "via", "as",
    ]
)  # fmt: skip


_WORD = re.compile(r"[A-Za-z0-9]+")

_YEAR_BEHIND = re.compile(r"\W*(?:19|20)\d\d\W*$")
"""Behind a meeting's name it is no part of it: "Biocomputing 2015"."""

WORKSHOP = re.compile(r"\bworkshops?\b", re.IGNORECASE)
FINDINGS = re.compile(r"\bfindings\b", re.IGNORECASE)


_ADDRESS = re.compile(r"^\W*(?:https?://)(?:www\.|export\.)?([\w.-]+)")


def early(written: str) -> bool:
    """Whether a venue names a preprint server or a stage: "arXiv", "Preprint", "Under review"."""
    return server(written) is not None or begins_so(written)


@lru_cache(maxsize=1 << 12)
def server(written: str) -> str | None:
    """The preprint server that a venue names, in its own spelling; None if it names none.

    Only where the server is what the text begins with: "NeurIPS (arXiv)" names a conference. An
    address there names it as well: ``journal = {https://arxiv.org/abs/2012.03918}``.
    """
    address = _ADDRESS.match(written)
    texts = list(tokens(address[1] if address else written))
    while texts and texts[0] in _BEFORE_SERVER and len(texts) > 1:
        if " ".join(texts[:2]) in SERVERS or (texts[0] in SERVERS and texts[0] != "eprint"):
            break
        texts.pop(0)
    for size in (4, 3, 2, 1):
        text = SERVERS.get(" ".join(texts[:size]))
        if text and (size > 1 or len(texts[0]) > 4 or len(texts) <= 4):
            return text
    return None


def conference(text: str) -> str | None:
    """Canonical short name of the conference that a text names first and most precisely.

    A workshop is told from its conference: "NeurIPS Workshop"; the Findings of the ACL's
    conferences as well: "EMNLP Findings".
    """
    return next(iter(conferences(text)), None)


@lru_cache(maxsize=1 << 12)
def conferences(text: str) -> tuple[str, ...]:
    """Every conference that a text names: AAAI's proceedings hold IAAI's and EAAI's."""
    words, whole = " ".join(tokens(text)), _YEAR_BEHIND.sub("", text).strip()
    spelt_out = {name: words.index(phrase) for phrase, name in _long(words)}
    places: dict[str, int] = {}
    for match in _WORD.finditer(text):
        word = match.group().rstrip("0123456789")  # CVPR2020
        name = _short(word, alone=word == whole)
        if name:
            places.setdefault(name, match.start())
    ordered = list(dict.fromkeys([*spelt_out, *sorted(places, key=places.__getitem__)]))
    if any(name in _ACLS for name in ordered):
        ordered = [name for name in ordered if name != "ACL"]
    return tuple(_qualified(name, text) for name in ordered)


def _long(text: str) -> list[tuple[str, str]]:
    """Phrases in the text, those within a longer one left out: NAACL's holds ACL's."""
    padded = f" {text} "
    pairs: list[tuple[str, str]] = []
    for phrase, name in PHRASES.items():
        if f" {phrase} " in padded and not any(phrase in longer for longer, _ in pairs):
            pairs.append((phrase, name))
    return pairs


_ACLS = ("NAACL", "EACL", "AACL", "EMNLP")
"""Conferences of the ACL, whose names hold its own."""


def _short(word: str, *, alone: bool) -> str | None:
    lower = word.lower()
    bare = lower[:-1] if lower.endswith("w") and lower[:-1] in SHORT else lower
    name = SHORT.get(bare)
    if name is None:
        return None
    capitals = sum(c.isupper() for c in word) >= 2
    if capitals or alone or (bare not in WORDS_TOO and len(bare) > 3):
        return f"{name} Workshop" if bare != lower and capitals else name
    return None


def _qualified(name: str, text: str) -> str:
    if name.endswith("Workshop"):
        return name
    if WORKSHOP.search(text):
        return f"{name} Workshop"
    return f"{name} Findings" if FINDINGS.search(text) else name
