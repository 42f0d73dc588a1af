"""Surroundings as people have them: what does not matter changes nothing, what does is said."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import LIST
from tests.server.fixture import services
from tests.server.server import Services

__all__ = ["services"]

Ran = subprocess.CompletedProcess[str]
Errata = Callable[..., Ran]
CLOSED = "127.0.0.1:9"
FAR = "https://crossref.example"
"""Somewhere that is asked through the proxy, if there is one."""

SHOULD = "{+Ilse Verhoeven, Kofi Adomako+}"


@pytest.fixture
def errata(tmp_path: Path, services: Services) -> Errata:
    """Runs `errata check list.md`, or another command, in such surroundings."""
    (tmp_path / "list.md").write_text(LIST, encoding="utf-8")
    bare = {k: v for k, v in os.environ.items() if not k.startswith("ERRATA_")}
    for name in [name for name in bare if name.lower().endswith(("_proxy", "_cert_file", "_dir"))]:
        del bare[name]

    def run(
        *options: str,
        folder: Path = tmp_path,
        command: tuple[str, ...] = ("check", "list.md"),
        **surroundings: str,
    ) -> Ran:
        return subprocess.run(
            [sys.executable, "-m", "pipeline", *command, *options],
            cwd=folder, env=bare | services.environment | surroundings,
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    return run


@pytest.mark.parametrize(
    "surroundings",
    [
        {"NO_PROXY": "::1,fe80::/10,[2001:db8::1]:8080,10.0.0.0/8,.example.org"},
        {"NO_PROXY": "[", "HTTPS_PROXY": f"http://{CLOSED}", "HTTP_PROXY": f"http://{CLOSED}"},
        {"no_proxy": "*,::1", "all_proxy": f"http://{CLOSED}"},
        {"ALL_PROXY": f"socks5://{CLOSED}"},
        {"all_proxy": "socks5h://user:secret@[::1]:1080", "NO_PROXY": "::1"},
        {"HTTP_PROXY": "http://[::1", "HTTPS_PROXY": "nonsense:nonsense"},
        {"SSL_CERT_FILE": "/no/such/file.pem", "ERRATA_MAILTO": "müller@bücher.example"},
        {"SSL_CERT_DIR": "/no/such/folder", "HOME": "/no/such/home", "TMPDIR": "/no/such/tmp"},
        {"SSLKEYLOGFILE": "/no/such/folder/keys"},
        {"TZ": "nonsense", "TERM": "nonsense", "COLUMNS": "nonsense", "LC_ALL": "nonsense"},
    ],
    ids=lambda surroundings: " ".join(f"{k}={v}" for k, v in surroundings.items()),
)  # fmt: skip
def test_what_does_not_matter_changes_nothing(errata: Errata, surroundings: dict[str, str]) -> None:
    ran = errata(**surroundings)
    assert ran.returncode == 1, ran.stderr
    assert SHOULD in ran.stdout
    assert "not verified" not in ran.stdout


@pytest.mark.parametrize(
    ("surroundings", "why"),
    [
        ({"ALL_PROXY": "socks5://{open}"}, "a socks proxy needs the package socksio"),
        ({"ALL_PROXY": "ftp://{open}"}, "a proxy of the kind 'ftp' cannot be used"),
        ({"SSL_CERT_FILE": "/no/such/file.pem", "ALL_PROXY": "http://{open}"},
         "SSL_CERT_FILE names no file that can be used"),
        ({"HTTPS_PROXY": "http://{open}:x"}, ""),
        ({"HTTPS_PROXY": "http://Jürgen:geheim ü%fc@{open}"}, ""),
        ({"HTTPS_PROXY": "http://bücher..example:1"}, "the address of the proxy"),
        ({"HTTPS_PROXY": "socks5://Jürgen:ü@{open}"}, "socks"),
    ],
)  # fmt: skip
def test_what_matters_is_said_and_accuses_nobody(
    errata: Errata, services: Services, surroundings: dict[str, str], why: str
) -> None:
    """Nothing is waited for that the surroundings forbid."""
    place = services.base.removeprefix("http://")
    told = {name: value.replace("{open}", place) for name, value in surroundings.items()}
    ran = errata(ERRATA_CROSSREF_URL=FAR, **told)
    assert ran.returncode == 3, ran.stderr
    assert why in ran.stderr
    assert "2 entries: Not verified: crossref could not be asked" in ran.stdout
    assert SHOULD in ran.stdout


def test_an_address_of_any_letters_is_sent_as_it_may_be(errata: Errata, services: Services) -> None:
    assert errata("--mailto", "müller@bücher.example").returncode == 1
    headers = {call.headers["user-agent"] for call in services.log}
    assert len(headers) == 1
    assert headers.pop().endswith("mailto:m%C3%BCller@b%C3%BCcher.example)")
    asked = services.calls("crossref")[0].params
    assert asked["mailto"] == "müller@bücher.example"


@pytest.mark.parametrize("url", ["https://www.example.org/étude/1", "https://bücher.example/x"])
def test_a_page_under_any_letters_is_asked_for(tmp_path: Path, errata: Errata, url: str) -> None:
    """None of the two is there, so nothing is added, and that is all."""
    ran = errata(command=("add", url, "--to", "list.md"))
    assert ran.returncode == 1, ran.stderr
    assert "bug" not in ran.stdout + ran.stderr
    assert (tmp_path / "list.md").read_text(encoding="utf-8") == LIST


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk without a byte left; needs root, and a system that mounts for it."""
    place = tmp_path / "full"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k,nr_inodes=3", "none", str(place)]
    try:
        made = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("a full disk cannot be made here: there is no mount")
    if made.returncode:
        pytest.skip(f"a full disk cannot be made here: {made.stderr.strip()}")
    try:
        (place / "list.md").write_text(LIST, encoding="utf-8")
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_without_a_cache_changes_nothing(errata: Errata, full: Path) -> None:
    (full / "last").touch()
    ran = errata(folder=full)
    assert ran.returncode == 1, ran.stderr
    assert ran.stderr.count("No space left on device") == 1
    assert SHOULD in ran.stdout
