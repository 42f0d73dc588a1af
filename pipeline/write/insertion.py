"""A new entry into a list: behind its neighbour, with the bullet and the blank lines there."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.formats.link_writing import is_row
from pipeline.values.entry import Entry, Reading
from pipeline.values.text import Edit, Span
from pipeline.values.work import Work
from pipeline.write.entry_numbers import leading
from pipeline.write.list_order import predecessor
from pipeline.write.sections import Section, headings, sections

_INDENTED = re.compile(r"[ \t]+\S")


def line_of(text: str, at: int) -> tuple[int, int]:
    """The line around a place, without its end."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return start, end - (text[end - 1 : end] == "\r" and end > start)


def ending(text: str) -> str:
    """The line end of a text."""
    return "\r\n" if "\r\n" in text else "\n"


def inserted(reading: Reading, section: Section, work: Work, phrase: str) -> Edit:
    """The edit that puts an entry's text into its section of the list."""
    text, newline = reading.text, ending(reading.text)
    phrase = phrase.replace("\r\n", "\n").replace("\n", newline)
    if reading.format == "csl-json" and reading.entries:
        return _in_array(reading, phrase)
    if section.new:
        return _with_heading(reading, section, phrase)
    gap = newline * (2 if _spaced(reading, section.entries) else 1)
    before = predecessor(section.entries, work, text)
    if before is not None:
        at = behind(text, before)
        return _at(at, gap + _item(reading, before, phrase, follows=True))
    if section.entries:
        first = section.entries[0]
        start, _ = line_of(text, first.span.start)
        return _at(start, _item(reading, first, phrase, follows=False) + gap)
    model = reading.entries[-1] if reading.entries else None
    own = _item(reading, model, phrase, follows=False)
    if section.head is not None:
        return _at(
            section.head.end, newline * 2 + own + ("" if _blank_after(text, section) else newline)
        )
    return _at_end(text, own, newline)


def _in_array(reading: Reading, phrase: str) -> Edit:
    """Behind the last item of a JSON array, indented as that is."""
    text, last = reading.text, reading.entries[-1]
    start, _ = line_of(text, last.span.start)
    before = text[start : last.span.start]
    indent = before if not before.strip() else ""
    if start == line_of(text, reading.entries[0].span.start)[0] and not indent:
        return _at(last.span.end, ", " + " ".join(line.strip() for line in phrase.splitlines()))
    newline = ending(text)
    return _at(last.span.end, "," + newline + indent + phrase.replace("\n", "\n" + indent))


def _at(place: int, text: str) -> Edit:
    return Edit(span=Span(start=place, end=place), replacement=text)


def _at_end(text: str, phrase: str, newline: str) -> Edit:
    """At the end of a list without sections and entries; the last line end stays the last."""
    end = len(text.rstrip())
    lead = newline * 2 if end else ""
    return Edit(span=Span(start=end, end=len(text)), replacement=lead + phrase + newline)


def _blank_after(text: str, section: Section) -> bool:
    rest = text[section.head.end :] if section.head else ""
    return not rest.strip() or re.match(r"\r?\n[ \t]*\r?\n", rest) is not None


def _item(reading: Reading, like: Entry | None, phrase: str, *, follows: bool) -> str:
    """The text with what stands before it in its neighbour's line: indentation, bullet, number."""
    if like is None:
        return "- " + phrase if reading.format in ("markdown", "rst", "org") else phrase
    text = reading.text
    if is_row(text, like):
        return phrase
    start, _ = line_of(text, like.span.start)
    bullet = text[start : like.span.start]
    counted = leading(bullet)
    if counted and counted.mark and counted.counts and follows:
        number = 1 if _all_one(reading, like) else int(counted.number) + 1
        bullet = f"{counted.before}{number}{bullet[counted.end - len(counted.mark) :]}"
    return bullet + phrase


def _all_one(reading: Reading, like: Entry) -> bool:
    """All items of the section are numbered 1, as Markdown allows."""
    own = [e for e in reading.entries if e.section == like.section]
    bullets = [reading.text[line_of(reading.text, e.span.start)[0] : e.span.start] for e in own]
    numbers = [lead.number for bullet in bullets if (lead := leading(bullet)) and lead.mark]
    return len(numbers) > 1 and set(numbers) == {"1"}


def _spaced(reading: Reading, entries: Sequence[Entry]) -> bool:
    """Whether blank lines stand between the entries of the section, or else of the list."""
    for group in (entries, reading.entries):
        gaps = [
            reading.text[entry.span.end : two.span.start]
            for entry, two in pairwise(group)
            if entry.section == two.section
        ]
        if gaps:
            blank = [re.search(r"\n[ \t]*\r?\n", gap) is not None for gap in gaps]
            return sum(blank) * 2 > len(blank)
    return reading.format == "bibtex"


def behind(text: str, entry: Entry) -> int:
    """The end of an entry's lines, with what is indented below it: notes, sub-items."""
    start, end = line_of(text, max(entry.span.start, entry.span.end - 1))
    own = len(text[start:end]) - len(text[start:end].lstrip())
    place = end
    while (at := text.find("\n", place)) >= 0:
        start, end = line_of(text, at + 1)
        line = text[start:end]
        if not line.strip():
            break
        if not _INDENTED.match(line) or len(line) - len(line.lstrip()) <= own:
            break
        place = end
    return place


def _with_heading(reading: Reading, section: Section, phrase: str) -> Edit:
    """A year's heading and its first entry, among the other years as they are ordered."""
    text, newline = reading.text, ending(reading.text)
    heads = _siblings(reading, section)
    year = section.year or 0
    falling = len(heads) < 2 or heads[0][0] > heads[-1][0]
    model = text[heads[0][1].start : heads[0][1].end].replace(str(heads[0][0]), str(year))
    gap = _under_heading(text, heads[0][1], newline)
    block = model + gap + _item(reading, reading.entries[-1], phrase, follows=False) + newline
    later = [head for y, head in heads if (y < year if falling else y > year)]
    if later:
        return _at(later[0].start, block + newline)
    return _at_section_end(reading, section, heads[-1][1], block)


def _siblings(reading: Reading, section: Section) -> list[tuple[int, Span]]:
    return [
        (s.year, s.head) for s in sections(reading)
        if s.year and s.head and s.level == section.level and s.path[:-1] == section.path[:-1]
    ]  # fmt: skip


def _under_heading(text: str, head: Span, newline: str) -> str:
    """The line ends between a heading and its first entry."""
    hit = re.match(r"\r?\n[ \t]*\r?\n", text[head.end :])
    return newline * (2 if hit else 1)


def _at_section_end(reading: Reading, section: Section, head: Span, block: str) -> Edit:
    """Behind the last year: before the next heading of its level or above, or at the end."""
    text, newline = reading.text, ending(reading.text)
    later = [
        h for _, h, level in headings(reading) if h.start > head.start and level <= section.level
    ]
    if later:
        return _at(later[0].start, block + newline)
    return _at_end(text, block.rstrip(), newline)
