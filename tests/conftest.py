"""What holds for every test: no socket but loopback, no setting from outside."""

import ipaddress
import os
import socket
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of a law: only what it says counts, not how fast the first draw is.
settings.register_profile("laws", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("laws")


class ForbiddenConnectionError(AssertionError):
    """A test reached for the network."""


def _loopback(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket
    host = str(address[0])
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    genuine = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if not _loopback(address):
            raise ForbiddenConnectionError(f"a test connects to {address!r}")
        genuine(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [n for n in os.environ if n.startswith("ERRATA_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("NO_COLOR", "1")
