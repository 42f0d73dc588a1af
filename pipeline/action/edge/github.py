"""GitHub's REST interface, as far as a pull request and a comment need it.

Source: GitHub Docs, "REST API endpoints for pull requests", "… for issue comments".
"""

import time
from types import TracebackType
from typing import Any, Self

import httpx

from pipeline.action.event import ActionError, Where
from pipeline.reports.plain import shown
from pipeline.values.text import Value

VERSION = "2022-11-28"
TRIES = 3
MOST_PAGES = 10
"""Pages of a hundred pull requests: twenty years of weeks."""
PASSING = frozenset({500, 502, 503, 504})
"""Status of an answer that another try may better; only what can be said twice is tried again."""

_SETTING = (
    "GitHub does not let workflows open pull requests here. Turn on “Allow GitHub Actions to "
    "create and approve pull requests” in Settings, Actions, General; the corrections wait on "
    "their branch."
)


class Pull(Value):
    """A pull request."""

    number: int
    open: bool
    merged: bool
    body: str
    url: str


class GitHub:
    """One repository on GitHub."""

    def __init__(self, where: Where, token: str, *, pause_s: float = 2.0) -> None:
        if not token:
            raise ActionError("There is no token. Give the input `token`, or leave its default.")
        self._where = where
        self._pause_s = pause_s
        self._client = httpx.Client(
            base_url=f"{where.api_url}/repos/{where.repository}",
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {token}",
                "X-GitHub-Api-Version": VERSION,
                "User-Agent": "errata",
            },
            timeout=30,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    def pulls(self, branch: str) -> tuple[Pull, ...]:
        """The pull requests ever made of this branch for the branch of this run, newest first."""
        asked = {
            "head": f"{self._where.owner}:{branch}", "base": self._where.ref_name,
            "state": "all", "sort": "created", "direction": "desc", "per_page": "100",
        }  # fmt: skip
        pulls: list[Pull] = []
        for page in range(1, MOST_PAGES + 1):
            some = self._call("GET", "/pulls", params=asked | {"page": str(page)})
            pulls += map(_pull, some)
            if len(some) < int(asked["per_page"]):
                break
        return tuple(pulls)

    def open(self, title: str, body: str, branch: str) -> Pull:
        """A new pull request of the branch."""
        words = {"title": title, "body": body, "head": branch, "base": self._where.ref_name}
        return _pull(self._call("POST", "/pulls", json=words))

    def edit(self, number: int, **words: str) -> None:
        """Title, body or state of a pull request changed."""
        self._call("PATCH", f"/pulls/{number}", json=words)

    def comments(self, issue: int) -> list[tuple[int, str]]:
        """Number and text of the first hundred comments."""
        comments = self._call("GET", f"/issues/{issue}/comments", params={"per_page": "100"})
        return [(comment["id"], comment["body"] or "") for comment in comments]

    def comment(self, issue: int, body: str) -> None:
        """A comment added to an issue or a pull request."""
        self._call("POST", f"/issues/{issue}/comments", json={"body": body})

    def edit_comment(self, number: int, body: str) -> None:
        """A comment's text replaced."""
        self._call("PATCH", f"/issues/comments/{number}", json={"body": body})

    def _call(self, method: str, path: str, **what: Any) -> Any:  # noqa: ANN401  JSON
        for left in reversed(range(1 if method == "POST" else TRIES)):
            try:
                response = self._client.request(method, path, **what)
            except httpx.TransportError as error:
                if not left:
                    raise ActionError(f"GitHub did not answer ({type(error).__name__}).") from error
            else:
                if response.status_code not in PASSING or not left:
                    return _read(response)
            time.sleep(self._pause_s)
        raise AssertionError  # the last try returns or raises


def _read(response: httpx.Response) -> Any:  # noqa: ANN401  JSON
    try:
        body = response.json()
    except ValueError as error:
        raise ActionError(f"GitHub answered {response.status_code} without JSON.") from error
    if response.is_success:
        return body
    reason = shown(str(body.get("message", ""))) if isinstance(body, dict) else ""
    if (
        response.status_code == httpx.codes.FORBIDDEN
        and "create or approve pull requests" in reason
    ):
        raise ActionError(_SETTING)
    hint = (
        " The workflow's `permissions` must grant this."
        if response.status_code in (httpx.codes.FORBIDDEN, httpx.codes.NOT_FOUND) else ""
    )  # fmt: skip
    raise ActionError(f"GitHub answered {response.status_code}: {reason or 'no reason'}.{hint}")


def _pull(fields: dict[str, Any]) -> Pull:
    return Pull(
        number=fields["number"],
        open=fields["state"] == "open",
        merged=bool(fields.get("merged_at")),
        body=fields.get("body") or "",
        url=fields["html_url"],
    )
