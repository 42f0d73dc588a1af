"""Which answers prove nothing, so that what they say has to be asked once more."""

from collections.abc import Mapping

from pipeline.edge import raw_records
from pipeline.edge.waiting import Job, Look
from pipeline.sources.protocol import Share
from pipeline.values.question import ByCitation, Query


def doubts_of(job: Job, shares: Mapping[Query, Share]) -> dict[Query, str]:
    """Queries whose share proves nothing, and why."""
    asked = {query: shares[query] for query in job.queries if query in shares}
    doubts = {query: _doubt(job, query, share) for query, share in asked.items()}
    return {query: why for query, why in doubts.items() if why}


def _doubt(job: Job, query: Query, share: Share) -> str:
    """Why a share proves nothing; empty if it does.

    What comes without a title twice is registered so, unless it is all that a title brought.
    """
    why = share.doubt or raw_records.doubt(job.source, share.payloads)
    bare = raw_records.untitled(job.source, share.payloads)
    is_telling = len(bare) < len(share.payloads) or not isinstance(query, ByCitation)
    return "" if bare and is_telling and not share.doubt and job.look != Look.FIRST else why
