"""NCBI's identifier converter: PMCID to PMID and DOI.

Documentation: https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/. Example: https://pmc.ncbi.nlm.nih.gov/
tools/idconv/api/v1/articles/?ids=PMC9825130&idtype=pmcid&format=json. It knows only what is in PMC:
its silence about a DOI says nothing about PubMed.
"""

from collections.abc import Mapping, Sequence

from pipeline.sources.batches import batches, by_scheme, merged
from pipeline.sources.bodies import answer_of, objects
from pipeline.sources.protocol import (
    Policy,
    Request,
    Share,
    SourceFormatError,
    nothing_more,
    unanswered,
)
from pipeline.values.identifiers import identifier
from pipeline.values.question import ById, Query
from pipeline.values.work import Work

NAME = "idconv"
DAY_S = 86_400.0
POLICY = Policy(
    base_url="https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles",
    per_second=2.8,
    ceiling=3,
    in_flight=2,
    pool="ncbi",  # one address, one limit for all of NCBI
    fresh_s=30 * DAY_S,
    absent_s=2 * DAY_S,
    search_s=7 * DAY_S,
)
MOST_IDS = 200

again = nothing_more


def accepts(query: Query) -> bool:
    """PMCIDs, and DOIs that may be in PMC."""
    return isinstance(query, ById) and query.identifier.scheme in ("pmcid", "doi")


def requests(queries: Sequence[Query]) -> list[Request]:
    """Two hundred identifiers of one kind in a request; the kind must be named."""
    return [
        Request(
            path="/",
            params=(
                ("ids", ",".join(query.identifier.value for query in batch)),
                ("idtype", scheme),
                ("format", "json"),
            ),
            queries=tuple(batch),
        )
        for scheme in ("pmcid", "doi")
        for batch in batches(
            by_scheme(queries, scheme),
            most=MOST_IDS,
            room=3_000,
            size=lambda query: len(query.identifier.value) + 3,
        )
    ]


def split(request: Request, body: str) -> Mapping[Query, Share]:
    """For each identifier its PMID, else its DOI, to be asked for.

    Raises:
        AskFewerError: it says nothing about one of several identifiers.
        SourceFormatError: the body reports an error or has no records.

    """
    answer = answer_of(body, NAME)
    if answer.get("status") != "ok":
        raise SourceFormatError("idconv: no records")
    shares: dict[Query, Share] = {}
    records = objects(answer.get("records"), NAME)
    asked = [query for query in request.queries if isinstance(query, ById)]
    if not all(any(_asked(query, record) for record in records) for query in asked):
        raise unanswered(request, "idconv: no word about an identifier")
    for record in records:
        if record.get("status") == "error":
            continue
        # The PMID is a number since 2025 and was a string before.
        identifiers = merged(
            [identifier(scheme, str(record.get(scheme))) for scheme in ("pmid", "doi")]
        )
        for query in request.queries:
            if identifiers and isinstance(query, ById) and _asked(query, record):
                shares[query] = Share(see=identifiers)
    return shares


def _asked(query: ById, record: Mapping[str, object]) -> bool:
    scheme = query.identifier.scheme
    recorded = (record.get("requested-id"), record.get(scheme))
    return any(identifier(scheme, str(value)) == query.identifier for value in recorded if value)


def read(payload: str) -> Work:
    """Nothing: the converter has no records.

    Raises:
        SourceFormatError: always.

    """
    raise SourceFormatError(f"idconv: no record in {len(payload)} characters")
