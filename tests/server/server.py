"""The server: routes of the services, faults on demand, and a log of what was asked."""

import gzip
import json
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, unquote, urlsplit

from pipeline.values.settings import ServiceSettings, Settings
from tests.server import dblp as bibliography
from tests.server import wire
from tests.server.works import WORKS, Made

PATHS = {
    "crossref": "/crossref", "arxiv": "/arxiv", "pubmed": "/eutils", "idconv": "/idconv",
    "doi": "/doi", "datacite": "/datacite", "europepmc": "/europepmc", "biorxiv": "/biorxiv",
    "dblp": "/dblp",
}  # fmt: skip
SCALE = 50.0
UNWAITING = "400"
"""``ERRATA_TIME_SCALE`` of a command whose waits are not what is tested."""


@dataclass
class Call:
    """One request as it was seen."""

    service: str
    path: str
    params: dict[str, str]
    headers: dict[str, str]
    started: float
    in_flight: int
    ended: float = 0.0
    status: int = 0


@dataclass
class Fault:
    """What goes wrong with the next requests to a service."""

    service: str
    kind: str
    times: int
    match: str = ""
    retry_after: str = ""
    seconds: float = 0.0
    sent: "Sent | None" = None
    """What goes back for the kind "sent"."""


@dataclass
class Services:
    """The server as a test sees it."""

    base: str
    works: list[Made] = field(default_factory=lambda: list(WORKS))
    log: list[Call] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    flying: dict[str, int] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    """Address of a page that is gone -> day of the copy that the archive has of it."""
    lie: "Callable[[Call, Sent], Sent] | None" = None
    """What goes back in place of the answer."""

    @property
    def environment(self) -> dict[str, str]:
        """The variables that lead a command here."""
        addresses = {f"ERRATA_{name.upper()}_URL": self.url(name) for name in PATHS}
        return addresses | {
            "ERRATA_TIME_SCALE": str(SCALE),
            "ERRATA_PAGES_URL": f"{self.base}/pages",
        }

    def url(self, service: str) -> str:
        """The base address of a service."""
        return self.base + PATHS[service]

    def settings(self, **changes: Any) -> Settings:
        """Settings that lead here."""
        places = {name: ServiceSettings(url=self.url(name)) for name in PATHS}
        defaults = {"services": places, "time_scale": SCALE, "mailto": "curator@example.org"}
        return Settings(**(defaults | changes))

    def fail(self, service: str, kind: str, times: int = 1_000, **how: Any) -> None:
        """Let the next requests to a service fail."""
        self.faults.append(Fault(service, kind, times, **how))

    def calls(self, service: str) -> list[Call]:
        """What was asked of a service."""
        return [call for call in self.log if call.service == service]

    def strike(self, call: Call) -> Fault | None:
        """The fault that is due for a request."""
        with self.lock:
            for fault in self.faults:
                target = f"{call.path} {call.params}"
                if fault.service == call.service and fault.times and re.search(fault.match, target):
                    fault.times -= 1
                    return fault
        return None


@dataclass
class Sent:
    """What goes back."""

    body: bytes
    status: int = 200
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


def sent_json(value: object, status: int = 200) -> Sent:
    """JSON with Crossref's escaped slashes: what is compared must be parsed."""
    return Sent(json.dumps(value).replace("/", "\\/").encode(), status)


def sent_text(text: str, kind: str, status: int = 200) -> Sent:
    """Text of a kind."""
    return Sent(text.encode(), status, kind)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text.lower()))


def crossref(call: Call, works: list[Made]) -> Sent:
    """``/works`` with filters or a search, and ``/works/{doi}``."""
    known = [work for work in works if work.is_crossref]
    if call.path != "/works":
        doi = unquote(call.path.removeprefix("/works/")).lower()
        one = [work for work in known if work.doi == doi]
        if not one:
            return sent_text("Resource not found.", "text/plain", 404)
        return _message("work", wire.crossref_item(one[0]))
    found = _filtered(call.params.get("filter", ""), known)
    if found is None:
        failure = [{"type": "filter-not-valid", "value": "", "message": "spoilt"}]
        return sent_json(
            {"status": "failed", "message-type": "validation-failure", "message": failure}, 400
        )
    if "query.bibliographic" in call.params:
        asked = _words(call.params["query.bibliographic"])
        found = sorted(known, key=lambda work: -len(asked & _words(work.title)))
    rows = int(call.params.get("rows", "20"))
    polite = call.params.get("mailto", "").endswith(".org")
    if "filter" in call.params:
        found = found[::-1]  # a batch does not come in the order of asking
    items = [wire.crossref_item(work) for work in found[:rows]]
    sent = _message("work-list", {"total-results": len(found), "items": items})
    limit = {"x-rate-limit-limit": "3" if polite else "1", "x-rate-limit-interval": "1s"}
    sent.headers |= limit | {"x-api-pool": "polite-array" if polite else "public-array"}
    return sent


def _message(kind: str, message: object) -> Sent:
    return sent_json(
        {"status": "ok", "message-type": kind, "message-version": "1.0.0", "message": message}
    )


def _filtered(text: str, known: list[Made]) -> list[Made] | None:
    """The works a filter lets through; None if one element spoils it."""
    pairs = [part.partition(":")[::2] for part in text.split(",") if part]
    if any("spoilt" in value for _, value in pairs):
        return None
    dois = {value.lower() for name, value in pairs if name == "doi"}
    piis = {value for name, value in pairs if name == "alternative-id"}
    return [work for work in known if work.doi in dois or (work.pii and work.pii in piis)]


def arxiv(call: Call, works: list[Made]) -> Sent:
    """``/api/query`` by ids or phrases of titles."""
    known = [work for work in works if work.arxiv]
    if "id_list" in call.params:
        asked = set(call.params["id_list"].split(","))
        found = [work for work in known if work.arxiv in asked]
    else:
        phrases = re.findall(r'ti:"([^"]*)"', call.params.get("search_query", ""))
        found = [
            work for work in known if any(_words(one) <= _words(work.title) for one in phrases)
        ]
    most = int(call.params.get("max_results", "10"))
    entries = [wire.atom_entry(work) for work in found[:most]]
    return sent_text(wire.atom(entries, len(found)), "application/atom+xml")


def pubmed(call: Call, works: list[Made]) -> Sent:
    """esearch and efetch; an unknown DOI finds another paper."""
    known = [work for work in works if work.pmid]
    if call.path == "/efetch.fcgi":
        asked = set(call.params["id"].split(","))
        found = [work for work in known if work.pmid in asked]
        return sent_text(wire.pubmed_set(found), "text/xml; charset=UTF-8")
    term = call.params["term"].lower()
    found = [work for work in known if f'"{work.doi}"[aid]' in term]
    if "[aid]" in term and not found:
        found = known[:1]
    if "[ti]" in term:
        asked = set(re.findall(r"([a-z0-9]+)\[ti\]", term))
        found = [work for work in known if len(asked & _words(work.title)) >= len(asked) * 0.8]
    if "[pg]" in term:
        found = [work for work in known if f'"{work.volume}"[vi]' in term]
    ids = [work.pmid for work in found]
    return sent_json({"esearchresult": {"count": str(len(ids)), "idlist": ids}})


def idconv(call: Call, works: list[Made]) -> Sent:
    """PMCIDs to PMIDs, which are numbers."""
    kind = call.params.get("idtype", "pmid")
    records = []
    for asked in call.params["ids"].split(","):
        found = [work for work in works if work.pmcid and asked in (work.pmcid, work.doi)]
        one = found[0] if found else None
        known = {"pmid": int(one.pmid), "doi": one.doi, "pmcid": one.pmcid} if one else {
            kind: asked, "status": "error", "errmsg": "Identifier not found in PMC"
        }  # fmt: skip
        records.append(known | {"requested-id": asked})
    return sent_json({"status": "ok", "records": records})


def doi(call: Call, works: list[Made]) -> Sent:
    """Agencies of a comma list."""
    answers = []
    for asked in unquote(call.path.removeprefix("/doiRA/")).split(","):
        known = [work for work in works if asked in (work.doi, f"10.48550/arxiv.{work.arxiv}")]
        agency = "Crossref" if known and known[0].is_crossref else "DataCite"
        answers.append(
            {"DOI": asked, "RA": agency}
            if known
            else {"DOI": asked, "status": "DOI does not exist"}
        )
    return sent_json(answers)


def datacite(call: Call, works: list[Made]) -> Sent:
    """``/dois`` by a query for DOIs."""
    records = [wire.datacite_record(work) for work in works if work.is_datacite]
    found = [one for one in records if f'"{one["id"]}"' in call.params["query"]]
    return sent_json({"data": found, "meta": {"total": len(found)}})


def dblp(call: Call, _works: list[Made]) -> Sent:
    """``/sparql``: the publications that a query is about; none has been printed."""
    query = call.params.get("query", "")
    known = (*bibliography.UNPRINTED, *bibliography.MEETING)
    return sent_json(bibliography.answer(query, known))


def pages(call: Call, kept: dict[str, str]) -> Sent:
    """Pages of papers, of which none is there, and the archive that has copies of some."""
    if call.path != "/archive.org/wayback/available":
        return sent_text("<h1>Not found</h1>", "text/html", 404)
    url = call.params.get("url", "")
    snapshots: dict[str, object] = {}
    if url in kept:
        address = f"http://web.archive.org/web/{kept[url]}/{url}"
        snapshots["closest"] = {
            "status": "200", "available": True, "url": address, "timestamp": kept[url],
        }  # fmt: skip
    return sent_json({"url": url, "archived_snapshots": snapshots})


def biorxiv(_call: Call, _works: list[Made]) -> Sent:
    """``/details``: no preprint of the invented ones has been printed."""
    return sent_json({"messages": [{"status": "no posts found"}], "collection": []})


def europepmc(call: Call, works: list[Made]) -> Sent:
    """The records of PubMed by their numbers."""
    term = call.params.get("query", "")
    known = [work for work in works if work.pmid]
    found = [
        work for work in known
        if f"EXT_ID:{work.pmid} " in term or (work.pmcid and f"PMCID:{work.pmcid}" in term)
    ]  # fmt: skip
    records = [wire.europepmc_record(work) for work in found]
    return sent_json({"hitCount": len(records), "resultList": {"result": records}})


ROUTES: dict[str, Callable[[Call, list[Made]], Sent]] = {
    "crossref": crossref, "arxiv": arxiv, "pubmed": pubmed, "idconv": idconv, "doi": doi,
    "datacite": datacite, "dblp": dblp, "biorxiv": biorxiv, "europepmc": europepmc,
}  # fmt: skip


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    services: ClassVar[Services]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        self.path += f"?{body}"
        self.do_GET()

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        places = PATHS | {"pages": "/pages"}
        service = next((s for s, path in places.items() if parts.path.startswith(path + "/")), "")
        call = self._seen(service, parts.path.removeprefix(places.get(service, "")), parts.query)
        fault = self.services.strike(call)
        try:
            self._answer(call, fault)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            with self.services.lock:
                self.services.flying[service] -= 1
                call.ended = time.monotonic()

    def _seen(self, service: str, path: str, query: str) -> Call:
        params = {
            name: values[-1] for name, values in parse_qs(query, keep_blank_values=True).items()
        }
        headers = {name.lower(): value for name, value in self.headers.items()}
        with self.services.lock:
            flying = self.services.flying.get(service, 0) + 1
            self.services.flying[service] = flying
            call = Call(service, path, params, headers, time.monotonic(), flying)
            self.services.log.append(call)
        return call

    def _answer(self, call: Call, fault: Fault | None) -> None:
        route = ROUTES.get(call.service)
        sent = route(call, self.services.works) if route else sent_text("", "text/plain", 404)
        if call.service == "pages":
            sent = pages(call, self.services.kept)
        if fault:
            if fault.kind in ("timeout", "slow"):
                time.sleep(fault.seconds)
            sent = _spoilt(sent, fault)
        if self.services.lie:
            sent = self.services.lie(call, sent)
        call.status = sent.status
        self.send_response(sent.status)
        for name, value in ({"Content-Type": sent.kind} | sent.headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(sent.body)))
        self.end_headers()
        cut = fault is not None and fault.kind == "cut"
        self.wfile.write(sent.body[: len(sent.body) // 2] if cut else sent.body)
        self.close_connection = cut or self.close_connection

    def log_message(self, *_: Any) -> None:
        """Nothing on standard error."""


def _spoilt(sent: Sent, fault: Fault) -> Sent:
    """The answer with its fault."""
    match fault.kind:
        case "429" | "503" | "500" | "400" | "403" | "404":
            extra = {"Retry-After": fault.retry_after} if fault.retry_after else {}
            return Sent(
                b'{"error":"x","api-key":"SECRET"}', int(fault.kind), "application/json", extra
            )
        case "html":
            return sent_text("<html><body>Making sure you're not a bot</body></html>", "text/html")
        case "empty":
            return Sent(b"")
        case "empty-page":
            return sent_text(wire.atom([], 0), "application/atom+xml")
        case "redirect":
            return Sent(b"", 302, "text/html", {"Location": "http://127.0.0.1:9/elsewhere"})
        case "gzip-bomb":
            bomb = gzip.compress(b" " * 40_000_000)
            return Sent(bomb, 200, sent.kind, {"Content-Encoding": "gzip"})
        case "entity-bomb":
            return sent_text(
                '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
                "<feed>&b;</feed>", "text/xml",
            )  # fmt: skip
        case "deep":
            return Sent(b"[" * 200_000)
        case "sent" if fault.sent is not None:
            return fault.sent
    return sent


class Quiet(ThreadingHTTPServer):
    """A server that says nothing of clients that hang up, or are killed."""

    def handle_error(self, *_: object) -> None:
        """Tell other faults only."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*_)  # type: ignore[arg-type]


@contextmanager
def running() -> Iterator[Services]:
    """A server on a free port of loopback, stopped at the end."""

    class Bound(Handler):
        pass

    server = Quiet(("127.0.0.1", 0), Bound)
    server.daemon_threads = True
    Bound.services = Services(base=f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield Bound.services
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
