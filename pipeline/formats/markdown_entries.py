"""An item that was understood, as an entry with its place in the file."""

from pipeline.formats.markdown_company import Heard
from pipeline.formats.markdown_items import Context
from pipeline.markup.flow import Flow
from pipeline.reading.entries import byline_of, span_of, written, year_of
from pipeline.reading.scene import Fields, Scene
from pipeline.reading.units import Heading, Unit
from pipeline.values.entry import Entry, Year
from pipeline.values.text import Span


def entry_of(context: Context, heard: Heard, name: str) -> Entry:
    """The item as the list's entry of that name."""
    unit, scene, fields, links, mentions, verdict, sure, _, _, _, place, kind = heard
    flow, text = scene.flow, context.text
    line, end_line = lines_of(context, unit, scene)
    headings = _sections(unit, fields)
    readable = verdict == "paper"
    if unit.block.kind == "row" and context.name == "rst":
        kind = "columns"
    return Entry(
        id=name,
        path=context.path,
        line=line,
        end_line=end_line,
        span=_span(unit, scene),
        format=context.name,
        block=unit.block.kind,
        section=tuple(h.title for h in headings),
        title=written(text, flow, *fields.title) if readable and fields.title else None,
        authors=byline_of(text, flow, fields.names) if readable and fields.names else None,
        venue=written(text, flow, *fields.venue) if readable and fields.venue else None,
        year=_year(text, flow, fields, headings) if readable else None,
        certainty=sure,
        links=links,
        mentions=mentions,
        unparsed="no title could be told" if verdict == "unparsed" else None,
        hints=place,
        ignored=_ignored(context, line, end_line),
        style=context.styles.get(kind, kind),
    )


def _span(unit: Unit, scene: Scene) -> Span:
    whole = scene.start == 0 and scene.end == len(scene.flow.text)
    if not whole:
        return span_of(scene.flow, scene.start, scene.end)
    return Span(start=unit.slices[0][0], end=max(end for _, end in unit.slices))


def lines_of(context: Context, unit: Unit, scene: Scene) -> tuple[int, int]:
    """The first and the last line of an item."""
    if scene.start == 0 and scene.end == len(scene.flow.text):
        return unit.block.line, unit.end_line
    start, end = scene.flow.place(scene.start), scene.flow.end_place(scene.end)
    line = unit.block.line + _breaks(context.text, unit.slices[0][0], start)
    return line, line + _breaks(context.text, start, end)


def _breaks(text: str, start: int, end: int) -> int:
    part = text[start:end]
    return part.count("\n") + part.count("\r") - part.count("\r\n")


def _sections(unit: Unit, fields: Fields) -> tuple[Heading, ...]:
    """The headings above; one that names the entry itself ("### SCUBA … Manuscript:") is none."""
    named = fields.how == "keyed" and len(unit.headings) > 1
    return unit.headings[:-1] if named else unit.headings


def _year(text: str, flow: Flow, fields: Fields, headings: tuple[Heading, ...]) -> Year | None:
    own = year_of(text, flow, fields)
    if own:
        return own
    return next((h.year for h in reversed(headings) if h.year), None)


def _ignored(context: Context, line: int, end_line: int) -> tuple[str, ...]:
    """Codes silenced in a comment on the entry or alone on the line above it."""
    if not context.page.ignored:
        return ()
    texts: list[str] = list(context.page.ignored.get(-(line - 1), ()))
    for number in range(line, end_line + 1):
        texts += [*context.page.ignored.get(number, ()), *context.page.ignored.get(-number, ())]
    return tuple(dict.fromkeys(texts))
