"""How a request fails, and what each failure says about the next one."""


class FailedError(Exception):
    """A request without a usable answer; the message is for people."""


class RetryableError(FailedError):
    """It may go through later."""

    def __init__(
        self, reason: str, *, asked_wait_s: float | None = None, refused: bool = False
    ) -> None:
        super().__init__(reason)
        self.asked_wait_s = asked_wait_s
        self.refused = refused
        """The service said that it is too busy for us, or for anybody."""


class OverweightError(RetryableError):
    """More than can be taken in at once; fewer queries may bring less."""


class RefusedError(FailedError):
    """Not this question; fewer queries may go through."""


class ForbiddenError(FailedError):
    """The service does not want us; nothing is asked of it again."""


class NoEntryError(ForbiddenError):
    """No way leads there from this machine, as the environment is; nothing is asked again."""
