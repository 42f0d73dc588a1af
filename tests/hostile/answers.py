"""What a service might send back: name, service, answer."""

# ruff: noqa: E501  a case is a row of a table, however long its line is

import gzip
import json

from tests.server.server import Sent

DOI = "10.9999/jes.2021.017"
TITLE = "Tidal memory in estuarine sensor networks"


def _list(*items: object) -> Sent:
    return Sent(
        json.dumps({"status": "ok", "message": {"total-results": 1, "items": items}}).encode()
    )


def _record(**fields: object) -> Sent:
    return _list({"DOI": DOI, "type": "journal-article", "title": [TITLE]} | fields)


def _feed(body: str) -> Sent:
    return Sent(body.encode(), 200, "application/atom+xml")


def _counting(total: str) -> Sent:
    return _feed(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:o='http://a9.com/-/spec/opensearch/1.1/'>"
        f"<o:totalResults>{total}</o:totalResults></feed>"
    )


BOMB = gzip.compress(b" " * 60_000_000)

ANSWERS: dict[str, tuple[str, Sent]] = {
    "deep JSON": ("crossref", Sent(b"[" * 200_000)),
    "JSON that ends in the middle": ("crossref", Sent(b'{"message": {"items": [{"DOI": "10.9')),
    "a number in the place of all": ("crossref", Sent(b"5")),
    "nothing in the place of all": ("crossref", Sent(b"null")),
    "text in the place of a list": ("crossref", Sent(b'{"message": {"items": "x"}}')),
    "items of every type": ("crossref", _list(None, 1, "x", [], {})),
    "a title of every type": ("crossref", _record(title={"a": 1})),
    "authors of every type": ("crossref", _record(author=[None, 1, "x", {"family": 5}])),
    "dates of every type": ("crossref", _record(issued={"date-parts": [["x", None, 99999999999]]})),
    "a year without end": ("crossref", _record(issued={"date-parts": [[10**400]]})),
    "no number": ("crossref", Sent(b'{"message": {"items": [{"DOI": NaN, "score": Infinity}]}}')),
    "half of a character": ("crossref", _record(title=["moss \ud83d of towns"])),
    "characters that are nothing": ("crossref", _record(title=[TITLE + "\x00\x1b[2J"])),
    "a title of a million letters": ("crossref", _record(title=["moss " * 200_000])),
    "a hundred thousand authors": ("crossref", _record(author=[{"family": "Lund"}] * 100_000)),
    "escapes of a terminal": ("crossref", _record(title=["\x1b]0;owned\x07 moss"], **{"container-title": ["\x1b[31m"]})),
    "controls of direction": ("crossref", _record(title=["\u202emoss\u202c"], author=[{"family": "\u2066Lund"}])),
    "markup and commands": ("crossref", _record(title=["<script>1</script> $(touch owned) ::error::x ${{ x }}"])),
    "a notice from nowhere": ("crossref", _record(**{"updated-by": [{"DOI": "../../x", "type": "retraction", "updated": 5}]})),
    "a relation to everything": ("crossref", _record(relation={"is-preprint-of": "x", "has-preprint": [None, {"id": 5}]})),
    "a page of a wall": ("crossref", Sent(b"<html>Making sure you are not a bot</html>", 200, "text/html")),
    "bytes of no encoding": ("crossref", Sent(b'{"message": {"items": [{"title": ["\xff\xfe"]}]}}')),
    "another encoding": ("crossref", Sent('{"message": {"items": []}}'.encode("utf-16"))),
    "sixty megabytes in a few bytes": ("crossref", Sent(BOMB, 200, "application/json", {"Content-Encoding": "gzip"})),
    "no gzip": ("crossref", Sent(b"no gzip", 200, "application/json", {"Content-Encoding": "gzip"})),
    "a way to another host": ("crossref", Sent(b"", 302, "text/html", {"Location": "https://evil.example/"})),
    "a way to a private machine": ("crossref", Sent(b"", 301, "text/html", {"Location": "http://169.254.169.254/latest"})),
    "a way to a file": ("crossref", Sent(b"", 302, "text/html", {"Location": "file:///etc/passwd"})),
    "a way in a circle": ("crossref", Sent(b"", 307, "text/html", {"Location": "/crossref/works"})),
    "a way that is none": ("crossref", Sent(b"", 303, "text/html", {"Location": "http://[::1"})),
    "a page of 404 that holds a list": ("crossref", Sent(b'{"status": "ok", "message": {"items": []}}', 404)),
    "a day of no clock": ("crossref", Sent(b"", 503, "text/html", {"Retry-After": f"Fri, 31 Dec {'9' * 20} 23:59:59 GMT"})),
    "a day that has passed": ("crossref", Sent(b"", 429, "text/html", {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"})),
    "a part of an answer": ("crossref", Sent(b'{"status": "ok", "message": {"total-results": 0, "items": []}}', 206)),
    "nothing new": ("crossref", Sent(b"", 304)),
    "biscuits that do not crumble": ("crossref", Sent(b"", 200, "application/json", {"Set-Cookie": "a=b; Max-Age=" + "9" * 40 + "; Expires=Wed, 99 Foo 99999"})),
    "a title that stands there twice": ("crossref", Sent(json.dumps({"status": "ok", "message": {"total-results": 1, "items": [{"DOI": DOI, "type": "journal-article", "title": [TITLE]}]}}).replace('"type"', '"title": ["Moss"], "type"').encode())),
    "numbers beyond all": ("crossref", Sent(b'{"status": "ok", "message": {"total-results": 1e999, "items": [{"DOI": "10.9999/jes.2021.017", "score": 1e999, "volume": -1e999, "issued": {"date-parts": [[1e999]]}}]}}')),
    "a number of 5,000 digits": ("crossref", Sent(b'{"status": "ok", "message": {"items": [], "total-results": ' + b"9" * 5000 + b"}}")),
    "a count that is a digit and no number": ("arxiv", _counting("\u00b2")),
    "a count of 5,000 digits": ("arxiv", _counting("9" * 5000)),
    "a version of 5,000 digits": ("arxiv", _feed(f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>http://arxiv.org/abs/2301.99999v{'9' * 5000}</id><title>Moss</title><summary>Version {'9' * 5000}: this paper has been withdrawn.</summary></entry></feed>")),
    "entities that explode": ("arxiv", _feed('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed>&b;</feed>')),
    "an entity from a file": ("arxiv", _feed('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><feed>&a;</feed>')),
    "a feed of nothing": ("arxiv", _feed("<feed/>")),
    "a feed that ends in the middle": ("arxiv", _feed("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>x")),
    "a hundred thousand levels": ("arxiv", _feed("<a>" * 100_000)),
    "as many as a digit that is no number": ("pubmed", Sent(b'{"esearchresult": {"count": "\xc2\xb2", "idlist": ["1"]}}')),
    "as many as 5,000 digits": ("pubmed", Sent(b'{"esearchresult": {"count": "' + b"9" * 5000 + b'", "idlist": []}}')),
    "a record of nothing": ("pubmed", Sent(b"<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>", 200, "text/xml")),
    "entities in a record": ("pubmed", Sent(b'<!DOCTYPE x [<!ENTITY a "x">]><PubmedArticleSet>&a;</PubmedArticleSet>', 200, "text/xml")),
}  # fmt: skip
