"""How a run used each service, counted while it runs."""

import threading
from collections import Counter
from collections.abc import Iterable, Mapping

from pipeline.values.audit import ServiceUse

_KINDS = ("asked", "from_cache", "from_index", "stale")


class Tally:
    """Counts of a run; safe to use from all lanes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[tuple[str, str]] = Counter()
        self._requests = 0

    def add(self, service: str, what: str, count: int = 1) -> None:
        """Count something: "asked", "answered", "from_cache", "from_index", "stale", "snapshot"."""
        with self._lock:
            self._counts[service, what] += count

    def spent(self, most: int | None) -> bool:
        """Whether as many requests have left as may."""
        return most is not None and self._requests >= most

    def leaves(self, service: str, most: int | None) -> bool:
        """Count a request that leaves; False, and not counted, if ``most`` have left already."""
        with self._lock:
            if most is not None and self._requests >= most:
                return False
            self._requests += 1
            self._counts[service, "asked"] += 1
            return True

    def use(self, services: Iterable[str], failed: Mapping[str, int]) -> dict[str, ServiceUse]:
        """The use of each service so far; ``failed`` are its questions without an answer."""
        with self._lock:
            return {name: self._use(name, failed.get(name, 0)) for name in services}

    def _use(self, name: str, failed: int) -> ServiceUse:
        counts = {what: self._counts[name, what] for what in _KINDS}
        answered, shipped = self._counts[name, "answered"], self._counts[name, "snapshot"]
        if failed or counts["stale"]:
            state = "degraded" if answered else "down"
        elif shipped:
            state = "snapshot"
        else:
            state = "ok" if answered or counts["from_cache"] or counts["from_index"] else "unused"
        return ServiceUse.model_validate(counts | {"failed": failed, "state": state})
