"""Copies of pages that are gone, as the Internet Archive keeps them.

Documentation: https://archive.org/help/wayback_api.php. Asked only about an address whose server
says that nothing is there any more, one at a time, one a second. Example:
https://archive.org/wayback/available?url=example.com. A service that does not answer says nothing.

With a base address for pages set, it is asked there: ``<base>/archive.org/wayback/available``.
"""

import json
import re
import time
from urllib.parse import quote, unquote, urlsplit

from pipeline.edge.pages import LONGEST_S, NoPageError, asked
from pipeline.values.settings import Settings

EACH_S = 1.0
MOST_ASKED = 30
"""Addresses that a run asks about."""
_COPY = re.compile(r"https?://web\.archive\.org(?::80)?/web/(\d{14})/(\S+)")


class Archive:
    """What is asked in a run, one after the other."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._left = MOST_ASKED
        self._next = 0.0

    def copy_of(self, url: str) -> str:
        """The address of the last good copy of a page; empty if none is known."""
        if self._left <= 0:
            return ""
        self._left -= 1
        time.sleep(max(0.0, self._next - time.monotonic()))
        about = f"https://archive.org/wayback/available?url={quote(url, safe='')}"
        try:
            status, _headers, body = asked(about, self._settings, time.monotonic() + LONGEST_S)
        except NoPageError:
            self._left = 0  # who is down is left alone
            return ""
        finally:
            self._next = time.monotonic() + EACH_S / self._settings.time_scale
        return copy_in(body, url) if status == 200 else ""


def copy_in(body: bytes, url: str) -> str:
    """The address that an answer gives, if it is one of a copy of this page that was no error."""
    try:
        closest = json.loads(body)["archived_snapshots"]["closest"]
        good = closest["available"] is True and closest["status"] == "200"
        hit = _COPY.fullmatch(closest["url"]) if good else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    if hit is None or not hit[2].isprintable():
        return ""
    same = _page(hit[2]) == _page(url)
    return f"https://web.archive.org/web/{hit[1]}/{hit[2]}" if same else ""


def _page(url: str) -> tuple[str, ...]:
    """What tells a page from others of its host, in one spelling: ``http:``, ``www.`` do not."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ()
    host = (parts.hostname or "").removeprefix("www.")
    return host, unquote(parts.path).rstrip("/"), unquote(parts.query)
