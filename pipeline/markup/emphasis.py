"""Emphasis: delimiters that open and close in pairs."""

from pipeline.markup.flow import BOLD, ITALIC, STRUCK
from pipeline.markup.scan import Scan

MOST_OPEN = 12
"""Delimiters that wait for their partner."""
_EMPHASIS = {1: ITALIC, 2: BOLD, 3: BOLD | ITALIC}


def emphasis(scan: Scan, raw: str, start: int, end: int) -> None:
    """Delimiters open and close in pairs; what stays alone is text."""
    if raw == "/":
        _slash(scan, start, end)
        return
    before = scan.source[start - 1 : start] or " "
    after = scan.source[end : end + 1] or " "
    if raw[0] == "_" and (before.isalnum() and after.isalnum()):
        scan.plain(start, end)
        return
    kind = STRUCK if raw == "~~" else _EMPHASIS[len(raw)]
    kind = BOLD if scan.org and raw == "*" else kind
    if (not before.isspace() or after.isspace()) and _closes(scan, raw):
        return
    footnote = before.isalnum() and after in ",.;:)&"  # "Li*, Sifei Liu*": no emphasis
    if (after.isspace() and (before.isspace() or raw == "*")) or footnote:
        scan.plain(start, end)
        return
    if len(scan.open) >= MOST_OPEN:
        del scan.open[0]
    scan.open.append((raw, len(scan.runs), scan.style, kind))
    scan.plain(start, end)
    scan.style |= kind


def _slash(scan: Scan, start: int, end: int) -> None:
    """A slash of Org opens italics before a word and closes them behind one."""
    before, after = scan.source[start - 1 : start] or " ", scan.source[end : end + 1] or " "
    if not before.isspace() and _closes(scan, "/"):
        return
    opens = not (before.isalnum() or after.isspace()) and len(scan.open) < MOST_OPEN
    if opens:
        scan.open.append(("/", len(scan.runs), scan.style, ITALIC))
    scan.plain(start, end)
    scan.style |= ITALIC if opens else 0


def _closes(scan: Scan, raw: str) -> bool:
    for index in range(len(scan.open) - 1, max(-1, len(scan.open) - 6), -1):
        opener, run, style, _ = scan.open[index]
        if opener == raw:
            scan.hide(run)
            del scan.open[index:]
            scan.style = style
            return True
        if (
            raw in ("***", "___")
            and opener[0] == raw[0]
            and index
            and len(opener) + len(scan.open[index - 1][0]) == 3
        ):
            other = scan.open[index - 1]
            scan.hide(run)
            scan.hide(other[1])
            del scan.open[index - 1 :]
            scan.style = other[2]
            return True
    return False


def unopened(scan: Scan) -> None:
    """A delimiter that never closed was no delimiter: its style goes."""
    for _, index, _, kind in scan.open:
        for run in scan.runs[index:]:
            run.style &= ~kind
