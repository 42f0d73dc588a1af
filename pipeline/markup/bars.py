"""The cells of a row of a table, between its bars."""

from pipeline.markup.lines import Line


def between_bars(text: str) -> list[tuple[int, int]]:
    """The stretches of a row, blanks and all; an escaped bar and one in code divide nothing."""
    spans: list[tuple[int, int]] = []
    start, at, code = 0, 0, False
    while at < len(text):
        char = text[at]
        if char == "\\":
            at += 1
        elif char == "`":
            code = not code and "`" in text[at + 1 : at + 200]
        elif char == "|" and not code:
            spans.append((start, at))
            start = at + 1
        at += 1
    return [*spans, (start, len(text))]


def cells(line: Line) -> list[tuple[int, int]]:
    """The cells of a row of a table, without the blanks around them."""
    text, spans = line.text, between_bars(line.text)
    if spans and not text[slice(*spans[0])].strip():
        spans = spans[1:]
    if spans and not text[slice(*spans[-1])].strip():
        spans = spans[:-1]
    return [trimmed(line, begin, end) for begin, end in spans]


def trimmed(line: Line, start: int, end: int | None) -> tuple[int, int]:
    """A stretch of a line without the blanks around it, as a place in the file."""
    piece = line.text[start:end]
    start = min(start, len(line.text))
    lead = len(piece) - len(piece.lstrip())
    begin = start + lead if piece.strip() else start
    return line.start + begin, line.start + begin + len(piece.strip())
