"""What was read of an entry, field by field: the body of ``errata read``."""

from pipeline.reports.plain import shown
from pipeline.values.entry import Entry


def understood(entry: Entry) -> list[tuple[str, str]]:
    """Names of fields and what they say, in the order of an entry; what is absent is left out."""
    fields = (
        ("not read", entry.unparsed or ""),
        ("authors", _byline(entry)),
        ("venue", entry.venue.text if entry.venue else ""),
        ("year", _year(entry)),
        ("section", " › ".join(entry.section)),
        ("links", " ".join(link.url or "(empty)" for link in entry.links)),
        ("names", " ".join(dict.fromkeys(str(m.identifier) for m in entry.mentions))),
        ("ignores", " ".join(entry.ignored)),
    )
    return [(name, shown(value)) for name, value in fields if value.strip()]


def _byline(entry: Entry) -> str:
    if not entry.authors:
        return ""
    names = "; ".join(name.text for name in entry.authors.names)
    return f"{names}; et al." if entry.authors.et_al else names


def _year(entry: Entry) -> str:
    if not entry.year:
        return ""
    return f"{entry.year.value}" + (" (of the section)" if entry.year.source == "section" else "")
