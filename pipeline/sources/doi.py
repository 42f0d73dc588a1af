"""doi.org: which agency registered a DOI, if any.

Documentation: https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation.
Example: https://doi.org/doiRA/10.1093/nar/gkac901,10.5281/zenodo.28518. Authoritative for whether a
DOI exists at all: only its "does not exist" makes a link dead.
"""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from pipeline.sources.batches import batches
from pipeline.sources.bodies import json_of, mapped
from pipeline.sources.plain import plain
from pipeline.sources.protocol import (
    Policy,
    Request,
    Share,
    SourceFormatError,
    nothing_more,
    unanswered,
)
from pipeline.values.question import Agency, Query
from pipeline.values.work import Work

NAME = "doi"
DAY_S = 86_400.0
POLICY = Policy(
    base_url="https://doi.org",
    per_second=4.0,
    ceiling=5,
    in_flight=2,
    pool="doi",
    fresh_s=30 * DAY_S,
    absent_s=1 * DAY_S,
    search_s=7 * DAY_S,
)
MOST_DOIS = 40
MOST_BYTES = 3_000
NO_SUCH_DOI = ("doi does not exist", "invalid doi")

again = nothing_more


def accepts(query: Query) -> bool:
    """The agency of a DOI."""
    return isinstance(query, Agency) and query.identifier.scheme in ("doi", "arxiv")


def requests(queries: Sequence[Query]) -> list[Request]:
    """Forty DOIs in a request; one with a comma of its own stands alone."""
    asked = [query for query in queries if isinstance(query, Agency)]
    lone = [query for query in asked if "," in _doi(query)]
    joined = [query for query in asked if "," not in _doi(query)]
    groups = [
        *batches(
            joined, most=MOST_DOIS, room=MOST_BYTES, size=lambda agency: len(_encoded(agency)) + 1
        ),
        *([query] for query in lone),
    ]
    return [
        Request(path="/doiRA/" + ",".join(map(_encoded, group)), queries=tuple(group))
        for group in groups
    ]


def _doi(query: Agency) -> str:
    """The DOI; of an arXiv id the one that arXiv registers."""
    value = query.identifier.value
    return f"10.48550/arxiv.{value}" if query.identifier.scheme == "arxiv" else value


def _encoded(query: Agency) -> str:
    return quote(_doi(query), safe="/")


def split(request: Request, body: str) -> Mapping[Query, Share]:
    """The agencies, by the DOI that each element names; absent where no such DOI exists.

    Raises:
        AskFewerError: it says nothing sure about one of several.
        SourceFormatError: the body is no such list, or says nothing sure about the one asked.

    """
    elements = json_of(body, NAME, once=True)
    if not isinstance(elements, list) or not elements:
        raise SourceFormatError("doi: no list of agencies")
    by_doi = {str(mapped(entry).get("DOI")).strip().lower(): mapped(entry) for entry in elements}
    shares = {}
    for query in request.queries:
        element = by_doi.get(_doi(query) if isinstance(query, Agency) else "", {})
        if agency := plain(element.get("RA")):
            shares[query] = Share(agency=agency)
        elif str(element.get("status")).strip().lower() not in NO_SUCH_DOI:
            # "Unknown", and a DOI with a comma that comes back in pieces: nothing is concluded.
            raise unanswered(request, "doi: no sure answer for a DOI")
    return shares


def read(payload: str) -> Work:
    """Nothing: the resolver has no records.

    Raises:
        SourceFormatError: always.

    """
    raise SourceFormatError(f"doi: no record in {len(payload)} characters")
