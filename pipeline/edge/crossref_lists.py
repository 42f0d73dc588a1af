"""Crossref's list queries through habanero.

habanero knows and checks the names of parameters, filters and selections; it asks with a
module-level ``httpx2.get`` that opens a new connection each time, bounds neither size nor time, and
loses status and Retry-After on errors. So what stands behind that name in its two modules is
replaced here, once, by one that asks through our client while one of our requests runs, and is the
genuine one otherwise. What comes back is read by us alone, habanero gets an empty list. Only
``works()`` without ``ids`` is used: with ids, DOIs go into the path unencoded.
"""

from contextvars import ContextVar
from typing import Any

from pipeline.edge.http import Http, Letter, Response

_Params = tuple[tuple[str, str], ...]


class _Errand:
    """One request under way: the client, the letter, and the reply."""

    def __init__(self, http: Http, letter: Letter) -> None:
        self.http, self.letter = http, letter
        self.reply: Response | None = None


_errand: ContextVar[_Errand | None] = ContextVar("_errand", default=None)


def prepare() -> None:
    """Import habanero now: in the middle of a paced request it would delay it by half a second."""
    _prepared()


def fetch(http: Http, letter: Letter) -> Response:
    """The answer to a list query.

    Raises:
        FailedError: as the client says.
        ValueError: a parameter that Crossref does not know: a bug of ours.

    """
    from habanero import Crossref  # noqa: PLC0415  dear to import

    _prepared()
    errand = _Errand(http, letter)
    token = _errand.set(errand)
    try:
        base_url = letter.url.removesuffix("/works")
        Crossref(base_url=base_url).works(**_arguments(letter.params))
    finally:
        _errand.reset(token)
    if errand.reply is None:
        raise RuntimeError("habanero asked past our client")
    return errand.reply


def _arguments(params: _Params) -> dict[str, Any]:
    """The parameters in habanero's names: a dict of filters, ``limit``, ``query_…``.

    It has none for the contact address, which is added when the request leaves.
    """
    arguments: dict[str, Any] = {}
    for name, value in params:
        if name == "mailto":
            continue
        if name == "filter":
            arguments["filter"] = _filters(value)
        elif name == "rows":
            arguments["limit"] = int(value)
        elif name == "select":
            arguments["select"] = value.split(",")
        else:
            arguments[name.replace("query.", "query_").replace("-", "_")] = value
    return arguments


def _filters(text: str) -> dict[str, list[str]]:
    filters: dict[str, list[str]] = {}
    for part in text.split(","):
        name, _, value = part.partition(":")
        filters.setdefault(name, []).append(value)
    return filters


def _prepared() -> None:
    """Put the stand-in into habanero's modules."""
    import habanero.request  # noqa: PLC0415
    import habanero.request_class  # noqa: PLC0415

    for module in (habanero.request, habanero.request_class):
        if not isinstance(module.httpx2, _StandIn):
            module.httpx2 = _StandIn()


class _StandIn:
    """httpx2 as habanero's request modules see it."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        import httpx2  # noqa: PLC0415

        return getattr(httpx2, name)

    def get(self, url: str, **arguments: Any) -> Any:  # noqa: ANN401
        """Ask through our client within an errand of ours, else as ever."""
        import httpx2  # noqa: PLC0415

        errand = _errand.get()
        if errand is None:
            return httpx2.get(url, **arguments)
        contact = [pair for pair in errand.letter.params if pair[0] == "mailto"]
        params = (*(arguments.get("params") or {}).items(), *contact)
        reply = errand.http.fetch(errand.letter._replace(url=url, params=params))
        errand.reply = reply
        return httpx2.Response(
            200,
            headers={"content-type": "application/json"},
            content=b'{"status":"ok","message-type":"work-list","message":{"total-results":0,"items":[]}}',
            request=httpx2.Request("GET", url),
        )
