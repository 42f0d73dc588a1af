"""A record of Crossref's public data file.

Format: that of the REST API, whole; see https://www.crossref.org/documentation/retrieve-metadata/.
"""

from pipeline.sources import crossref_record
from pipeline.sources.bodies import dumped, mapped, object_of
from pipeline.sources.crossref import SELECT
from pipeline.sources.dumped import Dumped

_KEPT = frozenset((*SELECT.split(","), "institution", "subtype")) - {"score"}
"""What the reader looks at; references, abstracts and licences weigh ten times as much."""


def record(raw: str) -> Dumped:
    """The record without what is never read.

    Raises:
        SourceFormatError: it is no JSON object, or no record with a DOI.

    """
    item = object_of(raw, "crossref")
    kept = {n: value for n, value in item.items() if n in _KEPT and value not in (None, [], "")}
    day = str(mapped(item.get("indexed")).get("date-time") or "")[:10]
    return Dumped(dumped(kept), day, crossref_record.outline(kept))
