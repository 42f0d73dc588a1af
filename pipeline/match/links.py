"""What the addresses that an entry links say of its venue."""

from pipeline.compare import venues
from pipeline.values.entry import Entry


def at_its_address(entry: Entry) -> bool:
    """An address that the entry links is in the proceedings that it names.

    ``papers.nips.cc/paper/2019/...`` holds what was presented at NeurIPS, and nothing else.
    """
    if entry.venue is None:
        return False
    said = {link.hints.journal for link in entry.links if link.hints.journal}
    kinds = (venues.compare(entry.venue.text, (name,)).kind for name in said)
    return any(kind in ("same", "abbreviation") for kind in kinds)
