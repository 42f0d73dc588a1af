"""Whether anything can be reached at all, found out within two seconds."""

import queue
import socket
import threading
from collections.abc import Sequence
from time import monotonic
from urllib.parse import urlsplit

from pipeline.edge import proxies

PATIENCE_S = 2.0


def reachable(addresses: Sequence[str], *, patience_s: float = PATIENCE_S) -> bool:
    """Whether any of the services takes a connection; name servers that hang included.

    Behind a proxy it is the proxy that must be there.
    """
    known = proxies.from_environment()
    places = {_place(proxies.proxy_for(address, known) or address) for address in addresses}
    answers: queue.SimpleQueue[bool] = queue.SimpleQueue()
    for place in places:
        threading.Thread(target=_try, args=(place, patience_s, answers), daemon=True).start()
    until = monotonic() + patience_s
    for _ in places:
        try:
            if answers.get(timeout=max(until - monotonic(), 0.001)):
                return True
        except queue.Empty:
            return False
    return False


def _place(address: str) -> tuple[str, int]:
    """Host and port of an address; what is no address is refused like a closed door."""
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "", 0
    return host, port or (80 if parts.scheme == "http" else 443)


def _try(place: tuple[str, int], patience_s: float, answers: "queue.SimpleQueue[bool]") -> None:
    try:
        with socket.create_connection(place, timeout=patience_s):
            answers.put(True)  # noqa: FBT003  the queue's word, not a parameter
    except (OSError, UnicodeError, ValueError):
        answers.put(False)  # noqa: FBT003
