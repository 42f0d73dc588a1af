"""A folder with nothing in it, the command in it, and services that know invented works."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.__main__ import main
from tests.server.fixture import services
from tests.server.server import Services

__all__ = ["services"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def errata(here: Path, services: Services, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """The command, its services on this machine; gives the exit status."""
    # Numbers that begin with 10.9999 are registered nowhere, and not believed in addresses.
    services.works[:] = [
        replace(w, doi=w.doi.replace("10.9999", "10.99999")) for w in services.works
    ]
    for name, value in services.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("ERRATA_MAILTO", "curator@example.org")
    return lambda *arguments: main([str(argument) for argument in arguments])
