"""Who must hold the record of an identifier, once its registry says that it exists.

One service's "no such thing" is no fact: an empty page, a batch that lost a record and a service
that was reset say the same. An identifier is dead only if its registry disowns it, too.
"""

from pipeline.values.identifiers import Identifier

REGISTRY = {"doi": "doi", "arxiv": "doi", "pmid": "europepmc", "pmcid": "europepmc"}
"""Who else knows whether an identifier exists: doi.org, by the DOI that arXiv registers for each of
its papers, and Europe PMC, which has all of PubMed and PMC."""

HOLDERS = {
    "doi": ("crossref", "datacite"), "arxiv": ("arxiv",), "pmid": ("pubmed",), "pmcid": ("idconv",),
}  # fmt: skip
"""Who may have to hold a record; for whoever else has it, its absence is nothing out of the way."""

COPIED = frozenset({"pubmed", "idconv"})
"""Services whose records Europe PMC has, too: what it tells of an identifier in their stead leaves
no gap. That it knows nothing does, as long as they were not heard."""

SPARED = frozenset({"dblp"})
"""Services asked for what the others leave open. Each fact of theirs is one more; their silence
leaves everything as it would be without them, and no run is incomplete for it."""

_AGENCIES = {"crossref": "crossref", "datacite": "datacite"}


def holder(identifier: Identifier, agency: str) -> str:
    """The service that holds what an agency registered; empty if we ask none that does.

    ``agency`` is as the registry spells it: "Crossref", "DataCite", "mEDRA".
    """
    if identifier.scheme == "doi":
        return _AGENCIES.get(agency.casefold(), "")
    return next(iter(HOLDERS.get(identifier.scheme, ())), "")
