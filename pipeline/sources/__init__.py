"""The services that answer questions, in order of trust.

In: questions, and what services sent. Out: requests to send, and works in our words.
Imports: values.
"""

from pipeline.sources import (
    arxiv,
    biorxiv,
    crossref,
    datacite,
    dblp,
    doi,
    europepmc,
    idconv,
    pubmed,
)
from pipeline.sources.protocol import Source

SOURCES: tuple[Source, ...] = (
    crossref, pubmed, arxiv, datacite, dblp, europepmc, biorxiv, doi, idconv,
)  # fmt: skip
"""Most trusted first; the order decides where two voices are equal."""
