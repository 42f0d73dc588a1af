"""Every kind of address that lists carry, from the address to the entry.

One invented work answers to all of them under each one's own number; what its address does not
hold, the services are asked for, and at last the page.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from pipeline.addresses.urls import identify
from tests.server.server import Services
from tests.server.works import Made

TITLE = "Amber currents beneath a drowned forest"
LIST = """\
# Moss papers

- **Graph lanterns: a language model for moss genomes.** Ilse Verhoeven, Kofi Adomako. \
**Annals of Moss Informatics**. [[Link]](https://doi.org/10.99999/ami.2022.4)
"""


WORK = Made(
    title=TITLE, authors=(("Wanda", "Ekdal"), ("Ravi", "Moor")), year=2021,
    container="Forest Letters", volume="12", issue="3", page="101-119",
)  # fmt: skip


def kinds() -> Iterator[tuple[str, dict[str, str]]]:
    for line in Path(__file__).with_name("url_kinds.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            url, *numbers = line.split()
            yield url, dict(number.split("=", 1) for number in numbers)


KINDS = list(kinds())
NO_NUMBER = {url for url, numbers in KINDS if "page" in numbers or not numbers}


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, bytes]]:
    """The paper's own page, wherever it is asked for."""
    answer = {"body": b""}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if answer["body"] else 403)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(answer["body"])

        def log_message(self, *_: Any) -> None:
            """Nothing on standard error."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("ERRATA_PAGES_URL", f"http://127.0.0.1:{server.server_port}")
    yield answer
    server.shutdown()
    server.server_close()


TAGS = {
    "title": f'<meta name="citation_title" content="{TITLE}">'
             '<meta name="citation_author" content="Ekdal, Wanda">',
    "doi": '<meta name="citation_doi" content="10.99999/fl.7">',
}  # fmt: skip


@pytest.mark.parametrize(("url", "numbers"), KINDS, ids=[url for url, _ in KINDS])
def test_an_address_becomes_a_complete_entry(  # noqa: PLR0913, PLR0917  fixtures
    url: str, numbers: dict[str, str], here: Path, errata: Callable[..., int],
    services: Services, site: dict[str, bytes], capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    own: dict[str, Any] = {scheme: value for scheme, value in numbers.items() if scheme != "page"}
    services.works.append(replace(WORK, **(own or {"doi": "10.99999/fl.7"})))
    site["body"] = TAGS.get(numbers.get("page", ""), "").encode()
    (here / "list.md").write_text(LIST, encoding="utf-8")
    status = errata("add", url, "--to", "list.md", "--quiet")
    after = (here / "list.md").read_text(encoding="utf-8")
    if not numbers:
        assert status == 1
        assert "no service knows ieee:9999999" in capsys.readouterr().err
        return
    assert status == 0, capsys.readouterr().err
    assert after.startswith(LIST)
    assert f"\n- **{TITLE}.** Wanda Ekdal, Ravi Moor. **" in after
    assert list((here / "papers").iterdir())


LATER = {
    "https://ieeexplore.ieee.org/document/9999999", "https://papers.example.org/view/7",
    "https://www.jmlr.org/papers/v99/21-9999.html",
    "https://www.usenix.org/conference/fl21/presentation/ekdal",
}  # fmt: skip
"""Addresses that `add` takes and that make no entry of a line: nothing shows that it is a paper."""


@pytest.mark.parametrize(("url", "numbers"), KINDS, ids=[url for url, _ in KINDS])
def test_a_line_with_an_address_is_completed_by_fix_as_by_add(  # noqa: PLR0913, PLR0917  fixtures
    url: str, numbers: dict[str, str], here: Path, errata: Callable[..., int],
    services: Services, site: dict[str, bytes], capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """The DOI that a number most likely has, the place, the page: `fix` knew of none of them."""
    own: dict[str, Any] = {scheme: value for scheme, value in numbers.items() if scheme != "page"}
    services.works.append(replace(WORK, **(own or {"doi": "10.99999/fl.7"})))
    site["body"] = TAGS.get(numbers.get("page", ""), "").encode()
    before = f"{LIST}- {url}\n"
    (here / "list.md").write_text(before, encoding="utf-8")
    errata("fix", "list.md", "--quiet")
    after = (here / "list.md").read_text(encoding="utf-8")
    if url in LATER:
        assert after == before
        return
    assert after.startswith(f"{LIST}- **{TITLE}.** Wanda Ekdal, Ravi Moor. **"), after
    assert capsys.readouterr().err == ""
    errata("fix", "list.md", "--quiet")
    assert (here / "list.md").read_text(encoding="utf-8") == after


@pytest.mark.parametrize("url", [url for url, _ in KINDS if url not in NO_NUMBER])
def test_an_address_with_a_number_says_it(url: str) -> None:
    assert identify(url).identifiers


def test_nearly_every_kind_that_holds_a_number_is_in_the_table() -> None:
    assert len(KINDS) >= 50
    assert len([url for url, _ in KINDS if url not in NO_NUMBER]) >= 40
