"""What happens while services are asked, for whoever wants to show it."""

from collections.abc import Callable
from typing import Literal, NamedTuple


class Event(NamedTuple):
    """Something that happened at one service."""

    kind: Literal["planned", "cached", "asked", "answered", "failed", "waiting", "said"]
    """planned: so many requests are due; cached, answered, failed: so many questions; asked: a
    request left; waiting: for so many seconds; said: a message."""
    service: str = ""
    number: int = 0
    seconds: float = 0.0
    text: str = ""


class Estimate(NamedTuple):
    """What asking would cost at one service."""

    requests: int
    seconds: float


Watch = Callable[[Event], None]
"""Called from several threads, one at a time; it must not raise."""


def nobody(_event: Event) -> None:
    """Nobody watches."""
