"""Whether anything can be reached at all, found out within two seconds."""

import queue
import socket
import threading
from collections import Counter
from collections.abc import Sequence
from time import monotonic
from urllib.parse import urlsplit

from pipeline.edge import proxies

PATIENCE_S = 2.0


def why_unreachable(addresses: Sequence[str], *, patience_s: float = PATIENCE_S) -> str:
    """Why none of the services takes a connection, in words; empty if one does.

    Behind a proxy it is the proxy that must be there.
    """
    known = proxies.from_environment()
    places = {_place(proxies.proxy_for(address, known) or address) for address in addresses}
    answers: queue.SimpleQueue[str] = queue.SimpleQueue()
    for place in places:
        threading.Thread(target=_try, args=(place, patience_s, answers), daemon=True).start()
    until = monotonic() + patience_s
    why: Counter[str] = Counter()
    for _ in places:
        try:
            text = answers.get(timeout=max(until - monotonic(), 0.001))
        except queue.Empty:
            return why.most_common(1)[0][0] if why else LATE
        if not text:
            return ""
        why[text] += 1
    return why.most_common(1)[0][0] if why else "no service is switched on"


LATE = f"nothing answers within {PATIENCE_S:.0f} s"


def _place(address: str) -> tuple[str, int]:
    """Host and port of an address; what is no address is refused like a closed door."""
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "", 0
    return host, port or (80 if parts.scheme == "http" else 443)


def _try(place: tuple[str, int], patience_s: float, answers: "queue.SimpleQueue[str]") -> None:
    try:
        with socket.create_connection(place, timeout=patience_s):
            answers.put("")
    except (OSError, UnicodeError, ValueError) as error:
        answers.put(why(error))


def why(error: OSError | UnicodeError | ValueError) -> str:
    """What an error of the network says, in words."""
    match error:
        case socket.gaierror():
            return "names of machines are not resolved"
        case ConnectionRefusedError():
            return "connections are refused"
        case TimeoutError():
            return LATE
        case OSError(strerror=str(words)) if words:
            return words[0].lower() + words[1:]
    return "the addresses are none"
