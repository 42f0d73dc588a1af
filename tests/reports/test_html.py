"""The page without a browser; ``tests/browser`` opens it."""

import base64
import hashlib
import json
import re
from typing import Any

import pytest

from pipeline.reports.html import block, data, render
from pipeline.reports.plain import address
from tests.reports import audits

PAGE = render(audits.sample())


def part(pattern: str) -> str:
    (found,) = re.findall(pattern, PAGE, re.DOTALL)
    return str(found)


@pytest.mark.parametrize("name", ["script", "style"])
def test_the_policy_allows_this_very_script_and_style(name: str) -> None:
    text = part(f"<{name}>(.*?)</{name}>")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    policy = part('Content-Security-Policy" content="(.*?)"')
    assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_the_data_cannot_leave_its_block() -> None:
    text = part('<script type="application/json" id="data">(.*?)</script>')
    assert json.loads(text) == json.loads(json.dumps(data(audits.sample())))
    assert PAGE.count("</script") == 2
    assert PAGE.count("<script") == 2
    assert not set("<>&\u2028\ud800") & set(text)


@pytest.mark.parametrize("text", ["</script><script>", "<!--", "]]>", "\u2028", "%%data%%"])
def test_a_block_is_json_in_which_nothing_ends_it(text: str) -> None:
    value: Any = {"title": text}
    assert json.loads(block(value)) == value
    assert block(value).isascii()
    assert "<" not in block(value)


def test_a_placeholder_in_the_data_is_not_filled() -> None:
    page = render(audits.audit(audits.resolved(1, "%%policy%% %%data%%")))
    assert "%%policy%% %%data%%" in page


def test_no_part_of_the_page_is_asked_for_elsewhere() -> None:
    without_data = re.sub('id="data">.*?</script>', "", PAGE, flags=re.DOTALL)
    assert (
        re.findall(r"(?:src|href)=\"(?!#)|url\(|@import|fetch\(|XMLHttp|innerHTML", without_data)
        == []
    )
    assert set(re.findall(r"https?://[^\"' ]+", without_data)) == {"http://www.w3.org/2000/svg"}


def test_equal_audits_give_equal_pages() -> None:
    assert render(audits.sample()) == PAGE


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        pytest.param("https://doi.org/10.1/a(b)", "https://doi.org/10.1/a(b)", id="as it is"),
        pytest.param("HTTP://x.example/ä b", "HTTP://x.example/%C3%A4%20b", id="encoded"),
        pytest.param("https://x.example/%20", "https://x.example/%20", id="encoded already"),
        pytest.param("https://x.example/\ud83d", "https://x.example/?", id="half a surrogate"),
        pytest.param("javascript:alert(1)//https://x", "", id="a script"),
        pytest.param(" https://x.example", "", id="a blank before it"),
        pytest.param("https:///x", "", id="no host"),
        pytest.param("file:///etc/passwd", "", id="a file"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_only_addresses_of_the_web_may_be_clicked(url: str, safe: str) -> None:
    assert address(url) == safe
