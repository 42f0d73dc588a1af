"""git, as a process with a list of arguments; the work tree and its index stay as they are.

The token travels in the environment: an argument or an address would stand in process lists and in
git's own messages.
"""

import base64
import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pipeline.action.event import ActionError
from pipeline.reports.plain import shown
from pipeline.values.text import Value

NAME = "github-actions[bot]"
EMAIL = "41898282+github-actions[bot]@users.noreply.github.com"
"""GitHub's own account for what a workflow does."""

LONGEST_S = 600


def git(
    *arguments: str, extra: Mapping[str, str] | None = None, given: str | None = None
) -> str:  # fmt: skip
    """What git prints, line ends as they are.

    Raises:
        ActionError: git refuses; the message is its own.

    """
    return _read(raw(*arguments, extra=extra, given=given))


def raw(
    *arguments: str, extra: Mapping[str, str] | None = None, given: str | None = None
) -> bytes:  # fmt: skip
    """The same as bytes: a lone CR of a list must not become the end of a line."""
    done = _called(arguments, extra, given)
    if done.returncode:
        texts = _read(done.stderr).strip().splitlines()
        reason = shown(texts[-1]) if texts else "no reason"
        raise ActionError(f"git {arguments[0]} failed: {reason}")
    return done.stdout


def _read(output: bytes) -> str:
    return output.decode("utf-8", "surrogateescape")


def _called(
    arguments: Sequence[str], extra: Mapping[str, str] | None, given: str | None = None
) -> subprocess.CompletedProcess[bytes]:
    settings = ("core.hooksPath=/dev/null", "core.quotePath=false", "color.ui=false",
                f"safe.directory={Path.cwd()}")  # fmt: skip
    options = [part for setting in settings for part in ("-c", setting)]
    return subprocess.run(  # noqa: S603  no shell; every argument is a list's element
        ["git", "--literal-pathspecs", *options, *arguments],  # noqa: S607  the runner's git
        env=os.environ | {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"} | dict(extra or {}),
        input=None if given is None else given.encode("utf-8", "surrogateescape"),
        capture_output=True, check=False, timeout=LONGEST_S,
    )  # fmt: skip


def succeeds(*arguments: str) -> bool:
    """Whether git says yes (exit status 0)."""
    return _called(arguments, None).returncode == 0


def authorised(server_url: str, token: str) -> dict[str, str]:
    """The variables that let git speak to this server with the token."""
    if not token:
        return {}
    secret = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    key = f"http.{server_url}/.extraheader"
    return {
        "GIT_CONFIG_COUNT": "2",
        # The empty one takes back what a checkout that keeps its credentials has set: GitHub
        # refuses two headers of one name.
        "GIT_CONFIG_KEY_0": key, "GIT_CONFIG_VALUE_0": "",
        "GIT_CONFIG_KEY_1": key, "GIT_CONFIG_VALUE_1": f"AUTHORIZATION: basic {secret}",
    }  # fmt: skip


def changed(paths: Iterable[str]) -> tuple[str, ...]:
    """The files under these paths that differ from the last commit; ignored ones do not count."""
    there = [path for path in dict.fromkeys(paths) if path]
    text = git("ls-files", "-z", "--modified", "--others", "--exclude-standard", "--", *there)
    return tuple(sorted(set(filter(None, text.split("\0")))))


def committed(files: Iterable[str], message: str, parent: str = "HEAD") -> str:
    """A commit of these files as they are now, on top of another; no branch moves."""
    with tempfile.TemporaryDirectory() as place:
        index = {"GIT_INDEX_FILE": str(Path(place) / "index")}
        git("read-tree", parent, extra=index)
        names = "".join(f"{name}\0" for name in files)
        git("update-index", "-z", "--add", "--remove", "--stdin", extra=index, given=names)
        tree = git("write-tree", extra=index).strip()
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", NAME), ("EMAIL", EMAIL))}  # fmt: skip
    return git("commit-tree", tree, "-p", parent, "-F", "-", extra=who, given=message).strip()


def difference(old: str, new: str, files: Iterable[str] = ()) -> str:
    """The diff between two commits, or between two files of commits, without context.

    A change can declare its list binary in `.gitattributes`; it is text all the same.
    """
    only = tuple(files)
    rest = ("--", *only) if only else ()
    options = ("--unified=0", "--text", "--no-ext-diff", "--no-textconv", "--no-renames")
    return git("diff", *options, old, new, *rest)


def content(commit: str, path: str) -> bytes | None:
    """A file as it stands in a commit; None if it is not there."""
    name = f"{commit}:./{path}"
    if not succeeds("cat-file", "-e", name):
        return None
    return raw("cat-file", "blob", name)


def prefix() -> str:
    """Where the work goes on, below the top of the repository: "" or "lists/"."""
    return git("rev-parse", "--show-prefix").strip("\n")


def renamed(old: str, new: str) -> dict[str, str]:
    """New name -> old name of the files that one commit calls otherwise than the other."""
    text = git("diff", "--name-status", "-z", "--find-renames", "--diff-filter=R", "--relative",
               old, new)  # fmt: skip
    parts = text.split("\0")
    return dict(zip(parts[2::3], parts[1::3], strict=False))


def parting(text: str, other: str) -> str:
    """The commit from which both come.

    Raises:
        ActionError: it was not fetched.

    """
    if not succeeds("merge-base", text, other):
        raise ActionError("The history is missing. Check out with `fetch-depth: 0`.")
    return git("merge-base", text, other).strip()


class Branch(Value):
    """A branch as it stands on the server."""

    tip: str = ""
    """"" if there is no such branch."""
    message: str = ""
    """Of its last commit; of the one beneath, if somebody merged the base into it."""
    committer: str = ""
    """Address of whoever made that commit; a commit of ours that somebody moved is his."""


def branch(name: str, access: Mapping[str, str]) -> Branch:
    """The branch of this name on the server, its last commits fetched."""
    text = git("ls-remote", "origin", f"refs/heads/{name}", extra=access)
    tip = text.partition("\t")[0].strip()
    if not tip:
        return Branch()
    # Two commits are enough; in a whole clone a depth would cut the history.
    shallow = git("rev-parse", "--is-shallow-repository").strip() == "true"
    depth = ("--depth=2",) if shallow else ()
    git("fetch", "--quiet", "--no-tags", *depth, "origin", f"refs/heads/{name}", extra=access)
    parents = git("show", "--no-patch", "--format=%P", tip).split()
    merge = len(parents) > 1
    text = git("show", "--no-patch", "--format=%ce%n%B", parents[0] if merge else tip)
    committer, _, message = text.partition("\n")
    return Branch(tip=tip, message=message, committer=committer)


def push(commit: str, name: str, over: Branch, access: Mapping[str, str]) -> None:
    """The branch moved to the commit, if it still stands where it was seen."""
    lease = f"--force-with-lease=refs/heads/{name}:{over.tip}"
    git("push", "--quiet", "--no-verify", lease, "origin", f"{commit}:refs/heads/{name}",
        extra=access)  # fmt: skip


def deleted(name: str, over: Branch, access: Mapping[str, str]) -> None:
    """The branch taken away, if it still stands where it was seen."""
    lease = f"--force-with-lease=refs/heads/{name}:{over.tip}"
    git("push", "--quiet", "--no-verify", lease, "origin", f":refs/heads/{name}", extra=access)
