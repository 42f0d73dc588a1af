"""How each service is reached by this run: address, pace, and how we introduce ourselves."""

import hashlib
from collections.abc import Callable, Mapping

from pipeline.edge import crossref_lists
from pipeline.edge.http import Http, Letter, Response
from pipeline.sources import SOURCES, crossref, pubmed
from pipeline.sources.protocol import Policy, Request, Source
from pipeline.values.settings import Settings

TOOL = "errata"

WATCHED_S = 20 * 3_600.0
"""How long a record serves where it is asked for every day: a little less than a day."""


def enabled(settings: Settings) -> dict[str, Source]:
    """The sources that may be asked, by name, in order of trust."""
    return {source.NAME: source for source in SOURCES if settings.service(source.NAME).enabled}


def base_url(source: Source, settings: Settings) -> str:
    """The address that requests begin with, without a final slash."""
    return (settings.service(source.NAME).url or source.POLICY.base_url).rstrip("/")


def policy(source: Source, settings: Settings) -> Policy:
    """The pace for this run: slower without a contact address, faster with a key."""
    if source.NAME == "crossref" and not (settings.mailto or settings.crossref_plus_token):
        return crossref.PUBLIC_POLICY
    if source.POLICY.pool == pubmed.POLICY.pool and settings.ncbi_api_key:
        return source.POLICY.but(per_second=pubmed.KEYED_PER_SECOND, ceiling=10, in_flight=3)
    return source.POLICY


def keeping(source: Source, settings: Settings) -> Policy:
    """How long answers serve in this run: who watches for retractions hears of them every day."""
    known = policy(source, settings)
    return known.but(fresh_s=min(known.fresh_s, WATCHED_S)) if settings.watches else known


def pool_name(pool: str, settings: Settings) -> str:
    """The name under which runs on this machine agree on a pool's pace.

    Runs that use other addresses (a mirror, a test server) do not share it.
    """
    places = [base_url(source, settings) for source in SOURCES if source.POLICY.pool == pool]
    return f"{pool}-{hashlib.sha256(' '.join(places).encode()).hexdigest()[:8]}"


def fetch(
    http: Http, source: Source, request: Request, settings: Settings, departs: Callable[[], None]
) -> Response:
    """The answer to one request, asked with our identity.

    ``departs`` is called when the request is about to leave, over a connection that stands.

    Raises:
        FailedError: there is no usable answer; its kind says what to do.

    """
    letter = Letter(
        url=base_url(source, settings) + request.path,
        params=(*request.params, *_added(source, settings)),
        method=request.method,
        headers=_headers(source, settings),
        departs=departs,
    )
    if source.NAME == "crossref" and request.path == "/works":
        return crossref_lists.fetch(http, letter)
    return http.fetch(letter)


def _added(source: Source, settings: Settings) -> tuple[tuple[str, str], ...]:
    """Parameters that say who asks; they are in no request that is kept or logged."""
    name, mailto = source.NAME, settings.mailto
    parameters: list[tuple[str, str]] = []
    if source.POLICY.pool == pubmed.POLICY.pool:
        parameters = [("tool", TOOL), ("email", mailto)]
        if settings.ncbi_api_key and name == "pubmed":
            parameters.append(("api_key", settings.ncbi_api_key.get_secret_value()))
    elif name == "crossref":
        parameters = [("mailto", mailto)]
    elif name == "europepmc":
        parameters = [("email", mailto)]
    return tuple((key, value) for key, value in parameters if value)


def _headers(source: Source, settings: Settings) -> Mapping[str, str]:
    token = settings.crossref_plus_token
    if source.NAME == "crossref" and token:
        return {"Crossref-Plus-API-Token": f"Bearer {token.get_secret_value()}"}
    return {"Accept": source.POLICY.accept} if source.POLICY.accept else {}
