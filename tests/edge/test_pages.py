"""Which pages are asked for, and which never: the address was typed by somebody unknown."""

import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from pipeline.edge import pages
from pipeline.edge.pages import NoPageError, allowed, fetched, public, spelt
from pipeline.values.settings import Settings


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/a",
        "ftp://example.org/a",
        "file:///etc/passwd",
        "https://127.0.0.1/a",
        "https://[::1]/a",
        "https://169.254.169.254/latest/meta-data",
        "https://2130706433/a",
        "https://0x7f000001/a",
        "https://127.1/a",
        "https://localhost/a",
        "https://intranet/a",
        "https://user:secret@example.org/a",
        "https://example.org:8443/a",
        "https://example.org:99999/a",
        "https://example.org/" + "a" * 3000,
        "javascript:alert(1)",
        "",
    ],
)
def test_such_an_address_is_never_called(url: str) -> None:
    with pytest.raises(NoPageError):
        allowed(url)


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "https://example.org:443/"])
def test_a_public_name_may_be_called(url: str) -> None:
    allowed(url)


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        (
            "https://example.org/étude/1?q=é&r=%C3%A9",
            "https://example.org/%C3%A9tude/1?q=%C3%A9&r=%C3%A9",
        ),
        ("https://bücher.example/x#ä", "https://xn--bcher-kva.example/x"),
        ("https://example.org/a b|c", "https://example.org/a b|c"),
        ("https://example.org/é/%2F(1)", "https://example.org/%C3%A9/%2F(1)"),
    ],
)
def test_an_address_of_any_letters_is_sent_in_those_that_may_be(url: str, sent: str) -> None:
    assert spelt(url) == sent


@pytest.mark.parametrize(
    "url",
    [
        "https://１２７.０.０.１/a",
        "https://１６９.254.169.254/é",
        "https://例。１/" + "é" * 700,
        "https://" + "ü" * 70 + ".example/a",
        "https://example.org/\ud800é",
    ],
)
def test_what_turns_out_to_be_a_number_or_nothing_is_not_sent(url: str) -> None:
    with pytest.raises(NoPageError):
        spelt(url)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", True), ("2606:4700::6810:84e5", True), ("10.0.0.1", False),
        ("172.16.3.4", False), ("192.168.1.1", False), ("127.0.0.53", False), ("0.0.0.1", False),
        ("169.254.169.254", False), ("100.64.0.1", False), ("224.0.0.1", False), ("::1", False),
        ("fe80::1", False), ("fd00::1", False), ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True), ("2002:7f00:0001::", False), ("2002:5db8:d822::", True),
        ("::7f00:1", False), ("64:ff9b::7f00:1", False), ("64:ff9b::a00:1", False),
        ("64:ff9b:1::a00:1", False), ("fec0::1", False), ("2606:4700::5efe:a00:1", False),
        ("2606:4700::200:5efe:a00:1", False), ("2001:0:1:2::", False), ("fe80::1%eth0", False),
        ("2001:4860:4860::8888", True), ("240.0.0.1", False), ("255.255.255.255", False),
    ],
)  # fmt: skip
def test_only_machines_of_the_public_internet(address: str, expected: bool) -> None:  # noqa: FBT001
    assert public(address) is expected


@pytest.mark.parametrize("addresses", [["10.0.0.7"], ["93.184.216.34", "127.0.0.1"]])
def test_a_public_name_of_a_private_machine_is_not_called(
    addresses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One bad address is enough: which of them is called is not ours to choose."""

    def known(host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", known)
    with pytest.raises(NoPageError, match="public machines"):
        fetched("https://rebinding.example.org/a", Settings())


@pytest.mark.parametrize("settings", [Settings(pages=False), Settings(offline=True)])
def test_switched_off_or_offline_nothing_is_called(settings: Settings) -> None:
    with pytest.raises(NoPageError, match="pages are not read"):
        fetched("https://example.org/a", settings)


Serve = Callable[..., str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """A server of one page, reached through the base address."""
    answer: dict[str, Any] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer["asked"] = self.path
            self.send_response(answer["status"])
            for name, value in answer["headers"].items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer["body"])

        def log_message(self, *_: Any) -> None:
            """Nothing on standard error."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def one(body: bytes = b"<html>", status: int = 200, **headers: str) -> str:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        answer.update(body=body, status=status, headers={"Content-Type": "text/html"} | told)
        settings = Settings(pages_url=f"http://127.0.0.1:{server.server_port}/pages")
        text = fetched("https://example.org/paper?x=1", settings)
        assert answer["asked"] == "/pages/example.org/paper?x=1"
        return text

    yield one
    server.shutdown()
    server.server_close()


def test_a_page_is_read_through_the_base_address(serve: Serve) -> None:
    assert serve("<title>Möwe</title>".encode()) == "<title>Möwe</title>"


def test_a_page_in_latin_1_is_read_as_such(serve: Serve) -> None:
    assert serve("Möwe".encode("latin-1"), Content_Type="text/html; charset=ISO-8859-1") == "Möwe"


def test_a_page_is_cut_at_its_limit(serve: Serve) -> None:
    assert len(serve(b"x" * 3_000_000)) == pages.LARGEST_PAGE


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"status": 404}, "status 404"),
        ({"Content_Type": "application/pdf"}, "no HTML"),
        ({"status": 302, "Location": "https://elsewhere.example.org/"}, "another site"),
        ({"status": 302, "Location": "http://example.org/"}, "only https"),
        ({"status": 302}, "another site"),
        ({"status": 302, "Location": "/paper?x=1"}, "status 302"),
    ],
)
def test_what_is_no_page_is_not_read(how: dict[str, Any], why: str, serve: Serve) -> None:
    with pytest.raises(NoPageError, match=why):
        serve(**how)
