"""Lists written where they are still as they were read; elsewhere onto what stands there now."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.edge.files import BOM, having, sweep
from pipeline.edge.replacing import ChangedError, alone, replace, settled
from pipeline.jobs.lists import STANDARD_INPUT, Text
from pipeline.write.merging import Laid, laid, nothing_laid

TRIES = 20
"""How often somebody may save a list in the moment in which it is to be written."""

MOST_LINES = 8
"""Lines that a remark names."""

Places = tuple[tuple[int, int], ...]


class Saved(NamedTuple):
    """What became of lists that were to be written."""

    written: list[str]
    """The names of those that were."""
    lost: dict[str, Places]
    """List -> first and last lines, as they were read, of changes that found no place any more."""
    texts: dict[str, str]
    """List -> its text now, where somebody else had changed it."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should hear, a sentence each."""
        kept = (f"{path} was saved by somebody else meanwhile: that stays." for path in self.texts)
        return (*kept, *(_unmade(path, places) for path, places in self.lost.items()))


def _unmade(path: str, places: Sequence[tuple[int, int]]) -> str:
    lines = ", ".join(str(first) for first, _ in places[:MOST_LINES])
    rest = len(places) - MOST_LINES
    more = f" and {rest} more" if rest > 0 else ""
    return (
        f"{path}: what was to be written at line {lines}{more} is not: what stood there was "
        "changed meanwhile. Run it again."
    )


def write_lists(texts: Iterable[Text], *, wholly: bool = False) -> Saved:
    """The lists that change and are files, written; what somebody has saved meanwhile stays.

    ``wholly``: a list in which not all changes have their place is left as it is.
    """
    saved = Saved([], {}, {})
    with having(saved.written):
        for text in texts:
            if text.changes and text.path != STANDARD_INPUT:
                _write(text, saved, wholly=wholly)
    return saved


def _write(text: Text, saved: Saved, *, wholly: bool) -> None:
    path = Path(text.path)
    sweep(path.parent)
    with alone(path.parent):
        now = _written(path, text, wholly=wholly)
    if now.text != text.text or now.lost:
        saved.texts[text.path] = now.text
    if now.lost:
        saved.lost[text.path] = now.lost
    if now.made:
        saved.written.append(text.path)


def _written(path: Path, text: Text, *, wholly: bool) -> Laid:
    """What stands there in the end, and what of the changes could not be made."""
    read, changed = text.source.document.text, text.text
    standing: bytes | None = text.read.encode()
    now = Laid(text=changed, made=True)
    for _ in range(TRIES):
        try:
            if now.made:
                replace(path, _bytes(text, now.text), standing)
        except ChangedError:
            standing = settled(path)
            now = _laid_onto(text, standing)
            if now.lost and wholly:
                break
        else:
            return now
    return nothing_laid(read, changed, now.text)


def _laid_onto(text: Text, standing: bytes | None) -> Laid:
    read, changed = text.source.document.text, text.text
    try:
        now = (standing or b"").decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError:
        return nothing_laid(read, changed, "")
    if standing is None:
        return nothing_laid(read, changed, "")
    return laid(text.path, read, changed, now)


def _bytes(text: Text, now: str) -> bytes:
    return ((BOM if text.source.bom else "") + now).encode()
