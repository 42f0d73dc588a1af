"""A stand-in of GitHub: pull requests and comments over HTTP, branches in a bare repository."""

import json
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "curator/moss-papers"
LIMIT = 65_536


@dataclass
class GitHub:
    """What GitHub holds, and what it was asked."""

    url: str
    bare: Path
    permissions: dict[str, str] = field(default_factory=dict)
    """Of the token of the job that is running."""
    pulls: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    log: list[tuple[str, str]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    may_open: bool = True
    """The setting that lets workflows open pull requests."""
    broken: int = 0
    """So many of the next requests fail."""

    @property
    def deeds(self) -> list[tuple[str, str]]:
        """Everything asked but for what only reads."""
        return [(method, path) for method, path in self.log if method != "GET"]

    def branch(self, name: str) -> str:
        """The commit of a branch; "" if there is none."""
        done = subprocess.run(
            ["git", "-C", self.bare, "rev-parse", "--verify", "--quiet", f"refs/heads/{name}"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.stdout.strip()

    def open_pulls(self) -> list[dict[str, Any]]:
        return [pull for pull in self.pulls if pull["state"] == "open"]

    def answered(self, method: str, path: str, asked: dict[str, str], body: Any) -> tuple[int, Any]:
        """Status and JSON for a request."""
        if self.broken:
            self.broken -= 1
            return 502, {"message": "Bad gateway"}
        place = path.removeprefix(f"/repos/{REPOSITORY}")
        if method == "GET" and place == "/pulls":
            return 200, self._found(asked)
        if method == "POST" and place == "/pulls":
            return self._opened(body)
        if found := re.fullmatch(r"/pulls/(\d+)", place):
            return self._edited(int(found[1]), body)
        if found := re.fullmatch(r"/issues/(\d+)/comments", place):
            return self._commented(method, int(found[1]), body)
        if found := re.fullmatch(r"/issues/comments/(\d+)", place):
            return self._recommented(int(found[1]), body)
        return 404, {"message": "Not Found"}

    def _found(self, asked: dict[str, str]) -> list[dict[str, Any]]:
        owner, _, name = asked["head"].partition(":")
        assert owner == REPOSITORY.split("/", maxsplit=1)[0]
        return [
            pull for pull in reversed(self.pulls)
            if pull["head"]["ref"] == name and pull["base"]["ref"] == asked["base"]
        ]  # fmt: skip

    def _opened(self, body: Any) -> tuple[int, Any]:
        if not self._may("pull-requests"):
            return 403, {"message": "Resource not accessible by integration"}
        if not self.may_open:
            said = "GitHub Actions is not permitted to create or approve pull requests."
            return 403, {"message": said}
        if len(body["body"]) > LIMIT or not self.branch(body["head"]):
            return 422, {"message": "Validation Failed"}
        number = 100 + len(self.pulls)
        self.pulls.append({
            "number": number, "state": "open", "merged_at": None,
            "title": body["title"], "body": body["body"],
            "head": {"ref": body["head"]}, "base": {"ref": body["base"]},
            "html_url": f"https://github.com/{REPOSITORY}/pull/{number}",
        })  # fmt: skip
        return 201, self.pulls[-1]

    def _edited(self, number: int, body: Any) -> tuple[int, Any]:
        if not self._may("pull-requests"):
            return 403, {"message": "Resource not accessible by integration"}
        pull = next(pull for pull in self.pulls if pull["number"] == number)
        if len(body.get("body", "")) > LIMIT:
            return 422, {"message": "Validation Failed"}
        pull.update(body)
        return 200, pull

    def _commented(self, method: str, issue: int, body: Any) -> tuple[int, Any]:
        if method == "GET":
            return 200, [one for one in self.comments if one["issue"] == issue]
        if not (self._may("issues") or self._may("pull-requests")):
            return 403, {"message": "Resource not accessible by integration"}
        if len(body["body"]) > LIMIT:
            return 422, {"message": "Validation Failed"}
        self.comments.append({"id": len(self.comments) + 1, "issue": issue, "body": body["body"]})
        return 201, self.comments[-1]

    def _recommented(self, number: int, body: Any) -> tuple[int, Any]:
        self.comments[number - 1]["body"] = body["body"]
        return 200, self.comments[number - 1]

    def _may(self, what: str) -> bool:
        return self.permissions.get(what) == "write"


class _Handler(BaseHTTPRequestHandler):
    github: ClassVar[GitHub]

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        self.github.log.append((self.command, parts.path))
        self.github.tokens.add(self.headers.get("Authorization", "").removeprefix("Bearer "))
        status, value = self.github.answered(self.command, parts.path, asked, body)
        sent = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    do_GET = do_POST = do_PATCH = do_DELETE = _answer  # noqa: N815  names of http.server

    def log_message(self, *arguments: object) -> None:
        """Nothing: the log is a list."""


@contextmanager
def running(bare: Path) -> Iterator[GitHub]:
    """GitHub, as long as it is needed."""
    handler = type("Handler", (_Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    github = GitHub(f"http://127.0.0.1:{server.server_port}", bare)
    handler.github = github  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield github
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
