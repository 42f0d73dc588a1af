"""What the Internet Archive's answers mean, and when it is asked no more."""

import json
from typing import Any

import pytest

from pipeline.edge.archive import MOST_ASKED, Archive, copy_in
from tests.server.fixture import services
from tests.server.server import Services

__all__ = ["services"]

PAGE = "https://www.example.org/lost.html"
GOOD: dict[str, Any] = {
    "available": True, "status": "200", "timestamp": "20190703120000",
    "url": "http://web.archive.org/web/20190703120000/http://example.org:80/lost.html",
}  # fmt: skip


def answer(**changes: Any) -> bytes:
    return json.dumps({"url": PAGE, "archived_snapshots": {"closest": GOOD | changes}}).encode()


def test_the_copy_of_a_page_is_taken_over_https() -> None:
    assert copy_in(answer(), PAGE) == (
        "https://web.archive.org/web/20190703120000/http://example.org:80/lost.html"
    )


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("https://example.org/moss/", "http://www.example.org:80/moss"),
        ("https://example.org/a%20b?q=1%2C2#top", "https://example.org/a%20b?q=1,2"),
        ("https://example.org", "http://example.org/"),
    ],
)
def test_one_page_is_spelt_in_several_ways(page: str, kept: str) -> None:
    copy = f"https://web.archive.org/web/20190703120000/{kept}"
    assert copy_in(answer(url=copy), page) == copy


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(answer(available=False), id="not available"),
        pytest.param(answer(status="404"), id="a copy of an error"),
        pytest.param(answer(url="https://evil.example.net/web/20190703120000/http://example.org/"),
                     id="another host"),
        pytest.param(answer(url=GOOD["url"].replace("example.org", "other.example.org")),
                     id="another site"),
        pytest.param(answer(url=GOOD["url"].replace("lost.html", "index.html")),
                     id="another page of the site"),
        pytest.param(answer(url=f"{GOOD['url']}?page=2"), id="another page by its query"),
        pytest.param(answer(url=None), id="no address"),
        pytest.param(answer(url=f"{GOOD['url']} [x](javascript:1)"), id="words behind it"),
        pytest.param(b'{"archived_snapshots": {}}', id="none"),
        pytest.param(b'{"archived_snapshots": []}', id="another shape"),
        pytest.param(b"<html>", id="no JSON"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"[" * 100_000, id="nested without end"),
    ],
)  # fmt: skip
def test_whatever_else_comes_is_no_copy(body: bytes) -> None:
    assert not copy_in(body, PAGE)


def test_who_does_not_answer_is_left_alone_and_not_too_much_is_asked(services: Services) -> None:
    services.kept[PAGE] = "20190703120000"
    settings = services.settings(pages_url=f"{services.base}/pages")
    archive = Archive(settings)
    assert all(archive.copy_of(PAGE) for _ in range(MOST_ASKED))
    assert not archive.copy_of(PAGE)
    assert max(call.in_flight for call in services.calls("pages")) == 1
    nobody = Archive(settings.but(pages_url="http://127.0.0.1:9"))
    assert not nobody.copy_of(PAGE)
    assert not nobody.copy_of(PAGE)
