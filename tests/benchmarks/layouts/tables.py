"""Items as rows: tables of Markdown, HTML, rst and org with any columns under any words."""

from collections.abc import Sequence
from random import Random

from tests.benchmarks.layouts.choices import Chooser, Dimension, listed
from tests.benchmarks.layouts.forms import Form
from tests.benchmarks.layouts.parts import Item
from tests.benchmarks.layouts.truth import Truth
from tests.benchmarks.layouts.words import FIELDS, LABELS, NOTES

COLUMNS = listed(
    "columns", "TAVYL", "YTAVL", "TVYL", "VYTAL", "ATVYL", "TLAVY", "#TAVYL", "#YTVL", "TYALV",
    "VTAYL", "LTAVY", "TAVYLN", "YVTLN", "TNVYL", "#TVLN", "AYTVL", "TVAL", "NTAVYL", "YTLV", "TYL",
    "T*VYL", "*TAVYL", common=("TAVYL", "YTAVL"),
)  # fmt: skip
"""T title, A authors, V venue, Y year, L links, N a note, # a number, * a tick."""

HEADS = Dimension("head", {
    "as said": "{}", "bold": "**{}**", "capitals": "{}", "centred": "{}", "empty": "",
    "code": "`{}`",
}, common=("as said",))  # fmt: skip

Row = tuple[str, ...]


def columns(items: Sequence[Item], draws: Chooser) -> str:
    """The columns of the layout that its items have something for."""
    held = {piece.field for item in items for piece in item.pieces} | set("N#*")
    return "".join(column for column in draws.pick(COLUMNS) if column in held)


def row(item: Item, shown: str, number: int, chance: Random) -> Row:
    """The cells of an item."""
    texts = {piece.field: piece.text for piece in item.pieces}
    texts |= {"#": str(number), "N": chance.choice(NOTES), "*": chance.choice(("✓", "✗", ""))}
    return tuple(texts.get(column, "").replace("|", "/") for column in shown)


def head(shown: str, draws: Chooser) -> Row:
    """The words above the columns."""
    fields, link, dress = draws.pick(FIELDS), draws.pick(LABELS)[0], draws.pick(HEADS)
    named = dict(zip("TAVYN", fields, strict=True)) | {"#": "#", "L": link, "*": "Open"}
    said = [named[column] for column in shown]
    if draws.name(HEADS) == "capitals":
        said = [text.upper() for text in said]
    return tuple(dress.format(text) for text in said)


def table(rows: Sequence[Row], top: Row, form: Form) -> tuple[str, list[str], str]:
    """What stands above the rows, the rows as lines, and what stands below."""
    match form.kind:
        case "html table" | "long html table":
            return _html(rows, top, long=form.kind.startswith("long"))
        case "list-table":
            return _list_table(rows, top)
        case "csv-table":
            named = ", ".join(f'"{text}"' for text in top)
            above = f".. csv-table:: Papers\n   :header: {named}\n\n"
            return above, [f"   {_csv(cells)}" for cells in rows], ""
        case "org table":
            rule = "|" + "+".join("---" for _ in top) + "|"
            return f"{_barred(top)}\n{rule}\n", [_barred(cells) for cells in rows], ""
        case "csv table" | "csv table;":
            mark = ";" if form.kind.endswith(";") else ","
            return f"{_separated(top, mark)}\n", [_separated(cells, mark) for cells in rows], ""
        case "tsv table":
            return "\t".join(top) + "\n", ["\t".join(cells) for cells in rows], ""
    return _piped(rows, top, form.kind)


def _piped(rows: Sequence[Row], top: Row, kind: str) -> tuple[str, list[str], str]:
    top = tuple("" for _ in top) if kind == "headless table" else top
    if kind == "thin table":
        above = (
            " | ".join(text or "-" for text in top) + "\n" + " | ".join("---" for _ in top) + "\n"
        )
        return above, [" | ".join(cell or "-" for cell in cells) for cells in rows], ""
    if kind == "aligned table":
        widths = [max(map(len, column)) for column in zip(top, *rows, strict=True)]
        padded = [tuple(c.ljust(w) for c, w in zip(r, widths, strict=True)) for r in (top, *rows)]
        rule = _barred(tuple("-" * max(3, width) for width in widths))
        return f"{_barred(padded[0])}\n{rule}\n", [_barred(cells) for cells in padded[1:]], ""
    rule = "|" + "|".join(":---:" for _ in top) + "|"
    return f"{_barred(top)}\n{rule}\n", [_barred(cells) for cells in rows], ""


def _barred(cells: Row) -> str:
    return "| " + " | ".join(cells) + " |"


def _csv(cells: Row) -> str:
    return ", ".join('"' + cell.replace('"', '""') + '"' for cell in cells)


def _separated(cells: Row, mark: str) -> str:
    """A line of CSV: quoted where it has to be."""
    quoted = ('"' + cell.replace('"', '""') + '"' for cell in cells)
    said = zip(cells, quoted, strict=True)
    return mark.join(text if any(c in cell for c in ',;"') else cell for cell, text in said)


def _html(rows: Sequence[Row], top: Row, *, long: bool) -> tuple[str, list[str], str]:
    gap = "\n    " if long else ""
    named = "".join(f"{gap}<th>{text}</th>" for text in top)
    lines = [
        "<tr>"
        + "".join(f"{gap}<td>{cell}</td>" for cell in cells)
        + ("\n" if long else "")
        + "</tr>"
        for cells in rows
    ]
    return f"<table>\n<tr>{named}</tr>\n", lines, "</table>\n"


def _list_table(rows: Sequence[Row], top: Row) -> tuple[str, list[str], str]:
    def listed_row(cells: Row) -> str:
        return "   * - " + "\n     - ".join(cells)

    above = f".. list-table:: Papers\n   :header-rows: 1\n\n{listed_row(top)}\n"
    return above, [listed_row(cells) for cells in rows], ""


def without(item: Item, shown: str, year: int | None) -> Truth:
    """What the item says in a table that has no column for some of its fields."""
    dropped = {piece.field for piece in item.pieces} - set(shown)
    truth = item.truth
    if "A" in dropped:
        truth = truth.but(authors=(), families=(), et_al=False)
    if "Y" in dropped or ("V" in dropped and truth.venues and "Y" not in shown):
        truth = truth.but(years=(year,) if year else ())
    if "L" in dropped:
        truth = truth.but(links=tuple(u for u in truth.links if _stands(u, item, shown)))
    return truth.but(venues=()) if "V" in dropped else truth


def _stands(url: str, item: Item, shown: str) -> bool:
    return any(url in piece.text for piece in item.pieces if piece.field in shown)
