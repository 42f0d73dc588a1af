"""What the addresses that an entry links say of its work: its venue, its number in an anthology."""

import re

from pipeline.compare import venues
from pipeline.values.entry import Entry
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.work import Work

_ANTHOLOGY = re.compile(r"10\.18653/v1/(.+)")
"""The ACL registers a paper of its anthology under its number there."""
_OF_OLD = re.compile(r"[a-z]\d\d-\d{4}")


def in_anthology(work: Work) -> Identifier | None:
    """The work's number in the ACL's anthology, by its DOI; None for what has another DOI."""
    dois = (doi.value for doi in work.identifiers if doi.scheme == "doi")
    own = next((hit[1] for doi in dois if (hit := _ANTHOLOGY.fullmatch(doi))), "")
    return identifier("acl", own.upper() if _OF_OLD.fullmatch(own) else own) if own else None


def at_its_address(entry: Entry) -> bool:
    """An address that the entry links is in the proceedings that it names.

    ``papers.nips.cc/paper/2019/...`` holds what was presented at NeurIPS, and nothing else.
    """
    if entry.venue is None:
        return False
    texts = {link.hints.journal for link in entry.links if link.hints.journal}
    kinds = (venues.compare(entry.venue.text, (name,)).kind for name in texts)
    return any(kind in ("same", "abbreviation") for kind in kinds)
