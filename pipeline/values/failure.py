"""What of ours broke at one entry, as a value: the run goes on without that entry.

The only place that catches whatever is raised. A stage is tried as a whole; where it breaks, the
entries that break it are found, and it is done again for the others, as if those were not there.
"""

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Literal, ParamSpec, TypeVar

from pipeline.values.text import Value

StageName = Literal["read", "match", "reconcile", "check", "propose", "write", "report"]

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R")

ISSUES = "https://github.com/errata-tools/errata/issues"

LONGEST = 300
"""Characters of an exception's own words: it may quote a whole entry."""

FRAMES = 3
"""Places in our code that are named, the innermost first."""


class Failure(Value):
    """A bug of ours, where it showed."""

    stage: StageName
    error: str
    """One line for the issue tracker: the exception, its words, and where in our code."""


def guarded(
    stage: StageName, step: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T | Failure:
    """What the step returns; what it raises, as a value."""
    try:
        return step(*args, **kwargs)
    except Exception as error:  # noqa: BLE001  whatever breaks at one entry, the others go on
        return Failure(stage=stage, error=_line(error))


def parted(
    items: Sequence[T], attempt: Callable[[Sequence[T]], R | Failure]
) -> tuple[R | Failure, list[tuple[T, Failure]]]:
    """What the attempt gives for the items that do not break it; and those that do, in order.

    Where nothing breaks it is made once. A failure is given only if it fails for no item at all.
    """
    kept, broken = list(items), dict[int, Failure]()
    result = attempt(kept)
    while isinstance(result, Failure) and kept:
        broken |= {id(item): failure for item, failure in _culprits(kept, attempt, result)}
        kept = [item for item in kept if id(item) not in broken]
        result = attempt(kept)
    return result, [(item, broken[id(item)]) for item in items if id(item) in broken]


def _culprits(
    items: Sequence[T], attempt: Callable[[Sequence[T]], R | Failure], failure: Failure
) -> list[tuple[T, Failure]]:
    """Items that break the attempt, at least one, found by halves."""
    if len(items) == 1:
        return [(items[0], failure)]
    first, second = items[: len(items) // 2], items[len(items) // 2 :]
    culprits = [
        culprit
        for half in (first, second)
        if isinstance(broke := attempt(half), Failure)
        for culprit in _culprits(half, attempt, broke)
    ]
    # Neither half alone: something of the second breaks it beside the first.
    return culprits or _culprits(second, lambda some: attempt((*first, *some)), failure)


def _line(error: Exception) -> str:
    text = " ".join(str(error).split())[:LONGEST]
    places = ", from ".join(_places(error.__traceback__)[: -FRAMES - 1 : -1])
    return f"{type(error).__name__}{': ' if text else ''}{text} ({places or 'outside our code'})"


def _places(trace: TracebackType | None) -> list[str]:
    """The lines of our code that led there, this module's own aside."""
    texts = []
    while trace is not None:
        code = trace.tb_frame.f_code
        _, ours, path = code.co_filename.replace("\\", "/").rpartition("/pipeline/")
        if ours and path != "values/failure.py":
            texts.append(f"{path}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return texts
