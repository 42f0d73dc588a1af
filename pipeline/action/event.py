"""Where a step runs and what started it: GitHub's variables and the event file, read strictly.

Source: GitHub Docs, "Variables reference" and "Webhook events and payloads".
"""

import re
from collections.abc import Mapping
from typing import Any

from pipeline.values.text import Value


class ActionError(Exception):
    """Something that whoever keeps the repository can mend; the message says how."""


class Where(Value):
    """The repository, the run, and the addresses of its GitHub."""

    repository: str
    """"owner/name"."""
    ref_name: str
    """The branch that the run was started on; the base of what it proposes."""
    server_url: str
    api_url: str
    run_id: str

    @property
    def owner(self) -> str:
        """The account that the repository belongs to."""
        return self.repository.partition("/")[0]

    @property
    def run_url(self) -> str:
        """The page of this run, where its artifacts are."""
        return f"{self.server_url}/{self.repository}/actions/runs/{self.run_id}"


_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")


def where(variables: Mapping[str, str]) -> Where:
    """Where this step runs.

    Raises:
        ActionError: a variable that GitHub always gives is missing: this is no step of a workflow.

    """
    names = ("GITHUB_REPOSITORY", "GITHUB_REF_NAME", "GITHUB_RUN_ID")
    if missing := [name for name in names if not variables.get(name)]:
        raise ActionError(f"{missing[0]} is not set. This runs as a step of a GitHub workflow.")
    if not _REPOSITORY.fullmatch(variables["GITHUB_REPOSITORY"]):
        raise ActionError("GITHUB_REPOSITORY is not of the form owner/name.")
    return Where(
        repository=variables["GITHUB_REPOSITORY"],
        ref_name=variables["GITHUB_REF_NAME"],
        run_id=variables["GITHUB_RUN_ID"],
        server_url=variables.get("GITHUB_SERVER_URL") or "https://github.com",
        api_url=(variables.get("GITHUB_API_URL") or "https://api.github.com").rstrip("/"),
    )


class Request(Value):
    """The pull request that a check is about."""

    number: int
    base_sha: str
    """The tip of the branch that it wants to change."""
    head_sha: str


_SHA = re.compile(r"[0-9a-f]{40,64}")


def request(event: Mapping[str, Any]) -> Request:
    """The pull request of an event.

    Raises:
        ActionError: the event is about no pull request.

    """
    try:
        pull = event["pull_request"]
        pull_request = Request(
            number=pull["number"], base_sha=pull["base"]["sha"], head_sha=pull["head"]["sha"]
        )
    except (LookupError, TypeError, ValueError) as error:
        raise ActionError("`check` runs on pull_request events only.") from error
    if not (_SHA.fullmatch(pull_request.base_sha) and _SHA.fullmatch(pull_request.head_sha)):
        raise ActionError("The event names no commits.")
    return pull_request


class Issue(Value):
    """The issue that an intake is about; its words are anybody's."""

    number: int
    body: str
    author: str = ""


def issue(event: Mapping[str, Any]) -> Issue:
    """The issue of an event.

    Raises:
        ActionError: the event is about no issue.

    """
    try:
        fields = event["issue"]
        return Issue(
            number=fields["number"],
            body=fields["body"] or "",
            author=(fields.get("user") or {}).get("login") or "",
        )
    except (LookupError, TypeError, ValueError) as error:
        raise ActionError("`intake` runs on issues events only.") from error
