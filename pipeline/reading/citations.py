"""A block of several lines: one entry over lines, an entry per line, or a citation within notes."""

import re

from pipeline.addresses.urls import Address
from pipeline.markup.flow import Flow
from pipeline.reading.bylines import read_names
from pipeline.reading.fields import understand
from pipeline.reading.scene import DARK, scene_of
from pipeline.reading.venues import year_in

_LEAST = 8
"""Words behind the by-line of a citation."""
_QUOTED = re.compile(r"[\"“][^\"“”\n]{20,400}[\"”]")


def citation_lines(flow: Flow, addresses: list[Address]) -> list[tuple[int, int]]:
    """The visible stretches of a block that are entries of their own."""
    whole = [(0, len(flow.text))]
    if "\n" not in flow.text:
        return whole
    lines = _lines(flow)
    if len(lines) == 1:
        return whole
    cited = [line for line in lines[1:] if _citation(flow.text, *line)]
    if cited and not _citation(flow.text, *lines[0]):
        return cited
    if all(_pasted(flow, addresses, *line) for line in lines):
        return lines
    alone = all(_complete(flow, addresses, *line) for line in lines)
    return lines if alone else whole


def _lines(flow: Flow) -> list[tuple[int, int]]:
    """The lines of a block; one that ends within a link or within emphasis goes on in the next."""
    spans, start, text = [], 0, flow.text
    for at in [place for place, char in enumerate(text) if char == "\n"] + [len(text)]:
        if at < len(text) and _goes_on(flow, at):
            continue
        if text[start:at].strip():
            spans.append((start, at))
        start = at + 1
    return spans


def _goes_on(flow: Flow, at: int) -> bool:
    around = list(flow.runs_within(at - 1, at + 2))
    links, styles = {run.link for run in around}, {run.style for run in around}
    return (len(links) == 1 and links != {-1}) or (len(styles) == 1 and styles != {0})


def _citation(text: str, start: int, end: int) -> bool:
    """``Serra, François, … “Title” https://… Journal (2017)``: names, then a title in quotes."""
    quoted = _QUOTED.search(text, start, end)
    if quoted is None:
        return _unquoted(text, start, end)
    if quoted.start() - start < 5:
        return False
    names = read_names(text, start, quoted.start())
    if names is None:
        return False
    return len(text[names.end : quoted.start()].strip(" .,")) < 8


def _unquoted(text: str, start: int, end: int) -> bool:
    """``Zhang, Y., Blanchette, M. Title. Nat Commun 13, 7426 (2022). https://…``."""
    line = text[start:end]
    if not (DARK in line or "doi" in line.lower()) or len(line.split()) < _LEAST:
        return False  # told before the names are read, which is dear
    names = read_names(text, start, end)
    if (
        names is None
        or (len(names.people) < 2 and not names.et_al)
        or not all(p.given for p in names.people)
    ):
        return False
    rest = text[names.end : end]
    return (
        len(rest.split()) >= _LEAST
        and year_in(rest, 0, len(rest)) is not None
        and (DARK in rest or "doi" in rest.lower())
    )


def _pasted(flow: Flow, addresses: list[Address], start: int, end: int) -> bool:
    """A line that is nothing but an address, and of nothing that is no paper for sure."""
    if " " in flow.text[start:end].strip():
        return False
    runs = flow.runs_within(start, end)
    links = {run.link for run in runs if run.link >= 0}
    bare = "".join(run.text for run in runs if run.link < 0)
    return len(links) == 1 and not bare.strip() and addresses[links.pop()].kind != "other"


def _complete(flow: Flow, addresses: list[Address], start: int, end: int) -> bool:
    """A line that is an entry by itself: a title told by its style, and a paper's link."""
    links = {run.link for run in flow.runs_within(start, end) if run.link >= 0}
    if not any(addresses[index].kind == "paper" for index in links):
        return False
    fields = understand(scene_of(flow, start, end, addresses))
    return fields.title is not None and fields.how in ("link", "bold", "quoted", "barred", "plain")
