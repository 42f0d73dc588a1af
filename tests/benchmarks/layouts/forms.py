"""Items as lines: bullets, numbers, paragraphs, headings; and what goes on the lines below."""

import textwrap

from pipeline.values.text import Value
from tests.benchmarks.layouts import ink as inks
from tests.benchmarks.layouts.choices import Chooser, Dimension
from tests.benchmarks.layouts.ink import Ink
from tests.benchmarks.layouts.parts import JOINTS, SPREADS, Item, Piece
from tests.benchmarks.layouts.words import COLONS, FIELDS


class Form(Value):
    """A kind of list."""

    ink: Ink
    mark: str = ""
    """Before an item; "1" counts, "K" is a key."""
    child: str = "- "
    loose: bool = False
    """A blank line between items."""
    kind: str = "lines"
    """lines, heading, nested, wrapped (the mark's text around the item), or a table or record."""
    around: tuple[str, str] = ("", "")
    """Before the first and behind the last item of a section."""
    close: str = ""
    """Ends an item."""


MD, UND, HTML, LONG = inks.MARKDOWN, inks.UNDERLINED, inks.HTML, inks.LONG_HTML
CSV = inks.SPARE.but(ending="csv")
RST, NAMED, ORG, TXT = inks.RST, inks.NAMED_RST, inks.ORG, inks.PLAIN

FORMS = Dimension("form", {
    "- item": Form(ink=MD, mark="- "), "* item": Form(ink=MD, mark="* ", child="* "),
    "+ item": Form(ink=UND, mark="+ ", child="+ "), "1. item": Form(ink=MD, mark="1. "),
    "1) item": Form(ink=MD, mark="1) "), "[1] item": Form(ink=MD, mark="[1] ", loose=True),
    "- item, loose": Form(ink=UND, mark="- ", loose=True),
    "*   item": Form(ink=MD, mark="*   ", child="* "),
    "- [ ] item": Form(ink=MD, mark="- [ ] "), "- [x] item": Form(ink=MD, mark="- [x] "),
    "• item": Form(ink=MD, mark="• ", loose=True), "paragraphs": Form(ink=MD, loose=True),
    "paragraphs, __bold__": Form(ink=UND, loose=True),
    "> item": Form(ink=MD, mark="> ", loose=True),
    "### item": Form(ink=MD, kind="heading", mark="### ", loose=True),
    "#### item": Form(ink=MD, kind="heading", mark="#### ", loose=True),
    "##### 1. item": Form(ink=MD, kind="heading", mark="##### 1. ", loose=True),
    "- topic, - item": Form(ink=MD, kind="nested", mark="  - "),
    "* topic, 1. item": Form(ink=UND, kind="nested", mark="    1. "),
    "<li>": Form(ink=HTML, mark="<li>", around=("<ul>", "</ul>"), close="</li>"),
    "<p>": Form(ink=LONG, mark="<p>", close="</p>", loose=True),
    "<dt>": Form(ink=HTML, mark="<dt>", close="</dt>", around=("<dl>", "</dl>")),
    "<ol><li>": Form(ink=LONG, mark="  <li>", around=("<ol>", "</ol>"), close="</li>"),
    "table": Form(ink=MD, kind="table"), "table, no outer bars": Form(ink=MD, kind="thin table"),
    "table, aligned": Form(ink=MD, kind="aligned table"),
    "html table": Form(ink=HTML, kind="html table"),
    "long html table": Form(ink=LONG, kind="long html table"),
    "table, no head": Form(ink=MD, kind="headless table"),
    "rst - item": Form(ink=RST, mark="- "), "rst #. item": Form(ink=NAMED, mark="#. ", loose=True),
    "rst * item": Form(ink=NAMED, mark="* "),
    "rst .. [Key]": Form(ink=RST, mark=".. [K] ", loose=True),
    "rst list-table": Form(ink=RST, kind="list-table"),
    "rst csv-table": Form(ink=NAMED, kind="csv-table"),
    "rst | item": Form(ink=RST, mark="| ", loose=True), "org - item": Form(ink=ORG, mark="- "),
    "org *** item": Form(ink=ORG, kind="heading", mark="*** "),
    "org table": Form(ink=ORG, kind="org table"),
    "org 1. item": Form(ink=ORG, mark="1. "), "org + item": Form(ink=ORG, mark="+ "),
    "csv": Form(ink=CSV, kind="csv table"), "csv;": Form(ink=CSV, kind="csv table;"),
    "tsv": Form(ink=CSV.but(ending="tsv"), kind="tsv table"),
    "yaml": Form(ink=TXT.but(ending="yml"), kind="yaml"),
    "yaml, nested": Form(ink=TXT.but(ending="yaml"), kind="yaml nested"),
    "text 1. item": Form(ink=TXT, mark="1. "),
    "text [1] item": Form(ink=inks.SPARE, mark="[1] ", loose=True),
    "text paragraphs": Form(ink=TXT, loose=True), "text - item": Form(ink=inks.SPARE, mark="- "),
}, common=("- item", "* item", "1. item", "paragraphs", "table", "html table",
"- item, loose"))  # fmt: skip


def block(item: Item, form: Form, draws: Chooser, number: int) -> str:
    """The lines of an item."""
    mark = _mark(form, item, number)
    if form.kind == "heading":
        return _under_heading(item, form, draws, mark)
    indent = " " * len(mark) if mark.strip() and form.close == "" else ""
    indent = "> " if mark == "> " else indent
    lines = spread(item, form, draws)
    if draws.name(SPREADS) == "one, wrapped" and len(lines) == 1 and form.ink.link[:1] != "<":
        lines = _wrapped(lines[0])
    return mark + f"\n{indent}".join(lines) + form.close


def _mark(form: Form, item: Item, number: int) -> str:
    family = item.truth.families[0].split()[-1] if item.truth.families else "Anon"
    mark = form.mark.replace("K", f"{family}{(item.truth.years or (2020,))[0] % 100:02}")
    return mark.replace("1", str(number))


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, 78, break_long_words=False, break_on_hyphens=False)


def _under_heading(item: Item, form: Form, draws: Chooser, mark: str) -> str:
    """The title as a heading, the rest below."""
    first, rest = _headed(item.pieces)
    if not rest:
        return mark + first.text + item.note
    lines = spread(item.but(pieces=rest), form, draws)
    gap = "\n\n" if form.ink.ending == "md" else "\n"
    bulleted = draws.name(SPREADS) in BULLETED and not lines[0].startswith(form.child)
    return mark + first.text + gap + (form.child if bulleted else "") + "\n".join(lines)


BULLETED = ("bullets below", "labelled bullets below", "link bullets below")


def _headed(pieces: tuple[Piece, ...]) -> tuple[Piece, tuple[Piece, ...]]:
    """The title and the other pieces."""
    first = next((piece for piece in pieces if piece.field == "T"), pieces[0])
    return first, tuple(piece for piece in pieces if piece is not first)


def spread(item: Item, form: Form, draws: Chooser) -> list[str]:
    """The lines of an item, without its mark."""
    how, pieces, end = draws.pick(SPREADS), item.pieces, form.ink.line.rstrip("\n")
    child = form.child if form.ink.ending != "md" or form.close == "" else ""
    if how in ("labels", "label-lines", "bullets"):
        first, rest = _headed(pieces)
        below = _labelled(rest, draws) if how != "bullets" else _singly(rest)
        lines = [first.text, *(f"{'' if how == 'label-lines' else child}{line}" for line in below)]
    elif how == "lines":
        lines = [piece.text for piece in pieces]
    elif how == "second":
        lines = [pieces[0].text, *([joined(pieces[1:], draws)] if pieces[1:] else [])]
    elif how in ("links", "link-bullets"):
        lines = _links_below(pieces, draws, child if how == "link-bullets" else "")
    else:
        lines = [joined(pieces, draws)]
    lines = [line for line in lines if line]
    lines[-1] += item.note
    return [line + end for line in lines[:-1]] + lines[-1:]


def _singly(pieces: tuple[Piece, ...]) -> list[str]:
    return [text for piece in pieces for text in (piece.each or (piece.text,))]


def _labelled(pieces: tuple[Piece, ...], draws: Chooser) -> list[str]:
    names, label = draws.pick(FIELDS), draws.pick(COLONS)
    lines: list[str] = []
    for piece in pieces:
        if piece.field == "L":
            lines += piece.each
        else:
            lines.append(label.format(names["TAVYN".index(piece.field)]) + piece.text)
    return lines


def _links_below(pieces: tuple[Piece, ...], draws: Chooser, child: str) -> list[str]:
    head = tuple(piece for piece in pieces if piece.field != "L")
    links = [text for piece in pieces if piece.field == "L" for text in piece.each]
    below = [child + text for text in links] if child else [" ".join(links)]
    return [joined(head, draws), *below]


def joined(pieces: tuple[Piece, ...], draws: Chooser) -> str:
    """The pieces on one line, with the separators of the layout."""
    first, others = draws.pick(JOINTS)
    text = pieces[0].text
    for place, piece in enumerate(pieces[1:]):
        between = first if place == 0 else others
        if piece.field == "L" or pieces[place].field == "L":
            between = " "
        text += _between(text, between, piece.text) + piece.text
    return text


def _between(left: str, between: str, right: str) -> str:
    """The separator, visible between bare words, and without a stop behind a stop."""
    if not between.strip(" ") and left[-1].isalnum() and right[0].isalnum():
        return ", "
    if between[0] in ".,;" and left[-1] in ".?!,":
        return between[1:]
    return between
