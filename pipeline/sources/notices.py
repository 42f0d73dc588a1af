"""Editorial notices: what kinds there are, and how a title spells them."""

import re
from collections.abc import Iterable

from pipeline.values.work import Notice, PartialDate

_KINDS = {
    "retraction": "retraction",
    "removal": "withdrawal",
    "withdrawal": "withdrawal",
    "partial-retraction": "partial-retraction",
    "expression-of-concern": "concern",
    "concern": "concern",
    "correction": "correction", "corrigendum": "correction", "erratum": "correction",
    "addendum": "correction", "clarification": "correction",
    "reinstatement": "reinstatement", "reinstated": "reinstatement",
}  # fmt: skip
"""Crossref's and Retraction Watch's words; new_version and the like are no notice: PLOS writes
``new_version`` into every updated record."""

_MARK = re.compile(
    r"\[?(retracted|withdrawn|removed)(?:[ -](?:article|chapter|paper|manuscript|preprint))?"
    r"(?:\]|\s?[:：.-])[:：]?\s+(?=\S)",
    re.IGNORECASE,
)
_MARK_KIND = {"retracted": "retraction", "withdrawn": "withdrawal", "removed": "withdrawal"}
_NOTICE_TITLE = re.compile(
    r"(?:(?:author|publisher|editorial)[’']?s? )?"
    r"(?:erratum|errata|corrigendum|correction|addendum|retraction(?: note| notice)?|"
    r"(?:editorial )?expression of concern|withdrawal notice)"
    r"(?:\s?[:：]| (?:to|for)\s?[:：]| (?:to|for) [“\"‘'])",
    re.IGNORECASE,
)
_NOTICE_TO = re.compile(
    r"(?:(?:author|publisher) )?"
    r"(?:erratum|corrigendum|addendum|retraction(?: note| notice)) (?:to|for) ",
    re.IGNORECASE,
)


def notice(
    kind: str, *, doi: str = "", date: PartialDate | None = None, source: str = "", text: str = ""
) -> Notice | None:
    """The notice that a service's word names; None if it is none."""
    known = _KINDS.get(kind.strip().lower().replace("_", "-").replace(" ", "-"))
    if known is None:
        return None
    return Notice.model_validate(
        {"kind": known, "doi": doi, "date": date, "source": source, "text": text}
    )


def merged(*groups: Iterable[Notice]) -> tuple[Notice, ...]:
    """The notices of all groups, each once.

    The same notice comes once per source (publisher and Retraction Watch): DOI and kind tell. A
    mark in the title counts only if no notice says the same.
    """
    kept: dict[tuple[str, str], Notice] = {}
    for told in (told for group in groups for told in group):
        kept.setdefault((told.doi, told.kind), told)
    named = {kind for doi, kind in kept if doi}
    return tuple(told for (doi, kind), told in kept.items() if doi or kind not in named)


def from_title(title: str) -> tuple[str, tuple[Notice, ...]]:
    """A title without its mark ("RETRACTED ARTICLE: …"), and the notice the mark spells."""
    found = _MARK.match(title)
    if found is None:
        return title, ()
    told = notice(_MARK_KIND[found[1].lower()], source="publisher")
    return title[found.end() :], (told,) if told else ()


def is_notice_title(title: str) -> bool:
    """Whether a title is that of an erratum or a retraction notice, not of a work.

    "Correction for guessing in multiple-choice tests" is a work: without a colon or quote only
    words that never begin a work's title count.
    """
    return bool(_NOTICE_TITLE.match(title) or _NOTICE_TO.match(title))
