"""Which proxy an address is asked for by, as the environment says it, whatever it says."""

import pytest

from pipeline.edge.proxies import proxy_for

PROXY = "http://proxy.example:3128"
CROSSREF = "https://api.crossref.org/works"


@pytest.mark.parametrize(
    ("url", "proxies", "expected"),
    [
        (CROSSREF, {}, ""),
        (CROSSREF, {"https": PROXY}, PROXY),
        (CROSSREF, {"http": PROXY}, ""),
        (CROSSREF, {"all": "socks5://localhost:1080"}, "socks5://localhost:1080"),
        (CROSSREF, {"https": "", "all": PROXY}, PROXY),
        (CROSSREF, {"https": "proxy.example:3128"}, PROXY),
        ("http://127.0.0.1:8900/crossref", {"all": PROXY}, ""),
        ("http://[::1]:8900/crossref", {"all": PROXY}, ""),
        ("http://localhost/crossref", {"all": PROXY}, ""),
        ("https://a b/", {"all": PROXY}, PROXY),
        ("https://[::1/", {"all": PROXY}, ""),
    ],
)  # fmt: skip
def test_the_proxy_of_an_address(url: str, proxies: dict[str, str], expected: str) -> None:
    assert proxy_for(url, proxies) == expected


@pytest.mark.parametrize(
    ("url", "excepted"),
    [
        (CROSSREF, "*"), (CROSSREF, "localhost, crossref.org"), (CROSSREF, ".crossref.org"),
        (CROSSREF, "*.crossref.org"), (CROSSREF, "API.Crossref.ORG"),
        (CROSSREF, "https://api.crossref.org"), (CROSSREF, "api.crossref.org:443"),
        ("https://[2001:db8::7]/", "2001:db8::7"), ("https://[2001:db8::7]/", "[2001:db8::7]"),
        ("https://[2001:db8::7]/", "[2001:db8::7]:443"),
        ("https://[2001:db8::7]/", "2001:db8::/32"),
        ("https://10.1.2.3/", "10.0.0.0/8"), ("https://10.1.2.3/", "10.1.2.3"),
    ],
)  # fmt: skip
def test_where_none_is_used(url: str, excepted: str) -> None:
    assert proxy_for(url, {"https": PROXY, "no": f"::1,fe80::/10,{excepted}"}) == ""


@pytest.mark.parametrize(
    ("url", "excepted"),
    [
        (CROSSREF, ""), (CROSSREF, ", ,"), (CROSSREF, "notcrossref.org"), (CROSSREF, "ossref.org"),
        (CROSSREF, "api.crossref.org:80"), (CROSSREF, "::/0"), (CROSSREF, "[::1"),
        (CROSSREF, "["), (CROSSREF, "a:b:c"), (CROSSREF, "999.1.1.1/33"),
        ("https://10.1.2.3/", "11.0.0.0/8"), ("https://10.1.2.3/", "::/0"),
        ("https://[2001:db8::7]/", "10.0.0.0/8"),
    ],
)  # fmt: skip
def test_where_it_is_used_all_the_same(url: str, excepted: str) -> None:
    assert proxy_for(url, {"https": PROXY, "no": excepted}) == PROXY
