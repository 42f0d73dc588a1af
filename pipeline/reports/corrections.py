"""The sure corrections as a table of Markdown: line and work, was, is, who says so."""

from collections.abc import Sequence

from pipeline.reports.markup import code, inert, link, side
from pipeline.reports.overview import beside_proposal, fixable, place
from pipeline.reports.plain import counted, cut, shown
from pipeline.reports.ranking import Ranked, ranked
from pipeline.reports.words import Piece, compared, condensed
from pipeline.values.audit import Audit
from pipeline.values.finding import Finding
from pipeline.values.text import Value

OPEN = 40
"""Rows that stand unfolded."""

HEAD = "| Where | Was | Is | Who says so |\n|:--|:--|:--|:--|\n"

TITLE = 60
"""Characters of the title by which the work is known again."""

FOLD = 200
"""Bytes of what stands around the rows."""


class Table(Value):
    """The table, and which findings it tells."""

    text: str
    """Empty if there is no sure correction."""
    ids: frozenset[str]
    """Those that the table is about, whether or not it has room for them."""


def table(audit: Audit, room: int | None) -> Table:
    """The corrections that ``fix`` writes by itself, in at most that many bytes."""
    pairs = [pair for pair in ranked(audit.audited) if fixable(pair[1]) or pair[1].written]
    many = len({audited.entry.path for audited, _ in pairs}) > 1
    rows = _fitting([_row(pair, audit.home, many=many) for pair in pairs], room)
    ids = frozenset(finding.id for _, finding in pairs)
    if not rows:
        return Table(text=_roomless(pairs), ids=ids)
    written = all(finding.written for _, finding in pairs)
    title = f"{'Corrected' if written else 'Sure corrections'} ({len(pairs):,}):"
    parts = [title, HEAD + "\n".join(rows[:OPEN])]
    left = len(pairs) - len(rows)
    roomless = f"{counted(left, 'other')} {'has' if left == 1 else 'have'} no room here"
    if more := rows[OPEN:]:
        text = counted(len(more), "more correction") + (f"; {roomless}" if left else "")
        parts += [
            f"<details><summary>{text}</summary>", HEAD + "\n".join(more), "</details>",
        ]  # fmt: skip
    elif left:
        parts.append(f"*{roomless}.*")
    return Table(text="\n\n".join(parts), ids=ids)


def _roomless(pairs: Sequence[Ranked]) -> str:
    many = counted(len(pairs), "sure correction")
    return f"*{many} {'has' if len(pairs) == 1 else 'have'} no room here.*" if pairs else ""


def _fitting(rows: list[str], room: int | None) -> list[str]:
    if room is None:
        return rows
    room -= FOLD + 2 * len(HEAD)
    for number, row in enumerate(rows):
        room -= len(row.encode()) + 1
        if room < 0:
            return rows[:number]
    return rows


def _row(pair: Ranked, home: str, *, many: bool) -> str:
    audited, finding = pair
    where = f"{audited.entry.path}, line {finding.line}" if many else f"line {finding.line}"
    url = place(home, audited.entry.path, finding.line)
    where = link(where, url) if url else inert(where)
    was, now = _sides(finding)
    mark = f"<!-- errata: {finding.id} -->" if finding.id.isalnum() else ""
    cells = (
        f"{where} {code(finding.code)}{_title(pair)}",
        was,
        now,
        f"{_sources(finding)} {mark}",
    )
    return f"| {' | '.join(cells)} |"


def _title(pair: Ranked) -> str:
    """Which work it is about, unless the title is what was corrected."""
    audited, finding = pair
    title = (
        shown(audited.entry.title.text) if audited.entry.title and finding.field != "title" else ""
    )
    return f" “{inert(cut(title, TITLE))}”" if title else ""


def _sides(finding: Finding) -> tuple[str, str]:
    old, new = shown(finding.current), shown(finding.proposed)
    pieces: tuple[Piece, ...] = compared(old, new) if old and new else (("gone", old), ("new", new))
    brief = condensed(pieces, same=80, changed=240)
    return side(brief, "gone") if old else "", side(brief, "new") if new else ""


def _sources(finding: Finding) -> str:
    """Who says so, each once; what they say only where it is not the proposal over again.

    Of a link they say what it opens, which is not the entry's work: the finding's own words do.
    """
    own = inert(finding.message) if finding.field in ("link", "doi") else ""
    texts = []
    for each in finding.evidence:
        words = "" if own else inert(beside_proposal(each, finding)[:120])
        name = link(each.source, each.url) if each.url else inert(each.source)
        texts.append(f"{name}: {words}" if words else name)
    named = ", ".join(dict.fromkeys(texts))
    return f"{own} {named}".strip() or inert(finding.message)
