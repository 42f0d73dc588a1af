"""How a run used each service, counted while it runs."""

import threading
from collections import Counter
from collections.abc import Iterable

from pipeline.model import ServiceUse


class Tally:
    """Counts of a run; safe to use from all lanes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[tuple[str, str]] = Counter()
        self._requests = 0

    def add(self, service: str, what: str, count: int = 1) -> None:
        """Count something: "asked", "answered", "from_cache", "failed", "stale", "snapshot"."""
        with self._lock:
            self._counts[service, what] += count

    def leaves(self, service: str, most: int | None) -> bool:
        """Count a request that leaves; False, and not counted, if ``most`` have left already."""
        with self._lock:
            if most is not None and self._requests >= most:
                return False
            self._requests += 1
            self._counts[service, "asked"] += 1
            return True

    def use(self, services: Iterable[str]) -> dict[str, ServiceUse]:
        """The use of each service so far."""
        with self._lock:
            return {name: self._use(name) for name in services}

    def _use(self, name: str) -> ServiceUse:
        def count(what: str) -> int:
            return self._counts[name, what]

        if count("failed"):
            state = "degraded" if count("answered") or count("from_cache") else "down"
        elif count("snapshot"):
            state = "snapshot"
        else:
            state = "ok" if count("answered") or count("from_cache") else "unused"
        return ServiceUse.model_validate(
            {what: count(what) for what in ("asked", "from_cache", "failed", "stale")}
            | {"state": state}
        )
