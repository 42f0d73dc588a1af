"""Whether anything can be reached: quick, and total."""

import socket
import threading
import time

import pytest

from pipeline.edge import network


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
    ):
        monkeypatch.delenv(name, raising=False)


def test_one_open_door_is_enough() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert not network.why_unreachable(
            ["http://127.0.0.1:9", f"http://127.0.0.1:{port}/crossref"]
        )


def test_closed_doors_are_told_at_once() -> None:
    began = time.monotonic()
    assert network.why_unreachable(["http://127.0.0.1:9/a", "http://127.0.0.1:9/b"])
    assert time.monotonic() - began < 1


def test_a_name_server_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()

    def hang(*_: object, **__: object) -> None:
        released.wait(5)
        raise OSError("no answer")

    monkeypatch.setattr(socket, "create_connection", hang)
    began = time.monotonic()
    assert network.why_unreachable(["https://api.example.org"], patience_s=0.2)
    assert time.monotonic() - began < 1
    released.set()


def test_behind_a_proxy_the_proxy_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{port}")
        assert not network.why_unreachable(["https://api.example.org"])


def test_a_proxy_for_others_opens_no_door(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{server.getsockname()[1]}")
        assert network.why_unreachable(["https://127.0.0.1:9"])


@pytest.mark.parametrize("address", ["", "nonsense", "https://", "https://a b", "https://[::1"])
def test_an_odd_address_is_not_reachable(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("refused")

    monkeypatch.setattr(socket, "create_connection", refuse)
    assert network.why_unreachable([address], patience_s=0.5)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (socket.gaierror(-3, "Temporary failure in name resolution"), "not resolved"),
        (ConnectionRefusedError(111, "Connection refused"), "connections are refused"),
        (TimeoutError("timed out"), "nothing answers within 2 s"),
        (OSError(101, "Network is unreachable"), "network is unreachable"),
    ],
)
def test_it_is_said_why_nothing_can_be_reached(
    error: OSError, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(socket, "create_connection", fail)
    assert why in network.why_unreachable(["https://a.example.org", "https://b.example.org"])
    assert network.why_unreachable(["https://a.example.org"])
