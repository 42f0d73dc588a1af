"""New entries: spelt like one that is there, and put where the list would have them."""

import re
from collections.abc import Sequence

from pipeline.formats import markdown_writing
from pipeline.formats.markdown_writing import escaped, safe_url
from pipeline.formats.spelling import Manner, joined, manner_of, spelt_name
from pipeline.model import Document, Entry, Reading, Work
from pipeline.text import Edit, EditConflictError, Span, apply

_OTHER_LINK = re.compile(r"[\s,;|•·]*\[?\[[^\[\]\n]{0,60}\]?\]?$")


def compose(reading: Reading, work: Work, url: str, like: Entry | None = None) -> str:
    """The text of a whole new entry, without a final line break, in the manner of ``like``.

    Without ``like``: of the entry of the list that has the most fields; in a list without any, a
    plain bullet.
    """
    if reading.format == "bibtex":
        from pipeline.formats.bibtex_composing import bib_entry  # noqa: PLC0415  the other family

        return bib_entry(reading, work, url)
    models = [like] if like else _models(reading)
    for model in models[:5]:
        text = _modelled(reading, work, url, model)
        if text and _reads(reading, model, text, work, url):
            return text
    return _plain(reading, work, url, models[0] if models else None)


def _models(reading: Reading) -> list[Entry]:
    def rank(entry: Entry) -> tuple[int, int, int]:
        fields = (entry.title, entry.authors, entry.venue)
        papers = [link for link in entry.links if link.role == "paper"]
        return -sum(f is not None for f in fields), abs(len(papers) - 1), entry.end_line - entry.line

    return sorted((e for e in reading.entries if e.title and not e.unparsed and e.links), key=rank)


def _lines(text: str, entry: Entry) -> tuple[int, int]:
    start = text.rfind("\n", 0, entry.span.start) + 1
    end = text.find("\n", entry.span.end)
    return start, len(text) if end < 0 else end


def _modelled(reading: Reading, work: Work, url: str, model: Entry) -> str:
    """The model's lines with every field replaced; empty if it has more than fields."""
    text = reading.text
    start, end = _lines(text, model)
    edits = _replacements(text, work, url, model)
    edits += _without_others(text, model, start)
    if any(e.span.start < start for e in edits):
        return ""  # its links stand on the line of its parent
    local = [e.but(span=Span(start=e.span.start - start, end=e.span.end - start)) for e in edits]
    if any(e.span.end > end - start for e in local):
        return ""
    try:
        made = apply(text[start:end], local).rstrip("\r")
    except EditConflictError:
        return ""  # its fields lie within each other: no model
    return re.sub(r"^(\s*)\d+([.)])", rf"\g<1>{_next_number(reading, model)}\2", made)


def _next_number(reading: Reading, model: Entry) -> int:
    """The number behind that of the section's last entry; 1 where all are numbered 1."""
    own = [e for e in reading.entries if e.section == model.section]
    numbers = []
    for entry in own:
        start, end = _lines(reading.text, entry)
        found = re.match(r"\s*(\d+)[.)]", reading.text[start:end])
        numbers.append(int(found[1]) if found else 0)
    return 1 if set(numbers) == {1} else (numbers[-1] + 1 if numbers else 1)


def _replacements(text: str, work: Work, url: str, model: Entry) -> list[Edit]:
    table = text[_lines(text, model)[0] :].lstrip().startswith("|")
    edits = []
    if model.title:
        edits.append(Edit(span=model.title.span, replacement=escaped(work.title, table=table)))
    if model.authors:
        manner = manner_of(text, model.authors)
        names = [escaped(spelt_name(p, manner, first=i == 0), table=table) for i, p in enumerate(work.authors)]
        said = joined(names, manner, et_al=not work.authors_complete)
        edits.append(Edit(span=model.authors.written.span, replacement=said))
    if model.venue and work.container_title:
        edits.append(Edit(span=model.venue.span, replacement=escaped(work.container_title, table=table)))
    if model.year and model.year.source == "entry" and work.issued:
        digits = str(work.issued.year)
        raw = model.year.written.raw
        edits.append(Edit(span=model.year.written.span, replacement=digits[-2:] if len(raw) == 2 else digits))
    link = next((one for one in model.links if one.role == "paper"), None)
    if link:
        edits.append(Edit(span=link.span, replacement=safe_url(url)))
    return edits


def _without_others(text: str, model: Entry, start: int) -> list[Edit]:
    """The model's other links (code, slides) go, labels and brackets included."""
    first = next((one for one in model.links if one.role == "paper"), None)
    edits = []
    for link in model.links:
        if link == first or not link.url:
            continue
        opened = _OTHER_LINK.search(text[start : link.span.start - 1]) if text[link.span.start - 1 : link.span.start] == "(" else None
        if opened is None:
            continue
        end = link.span.end + 1
        balance = opened.group().count("[") - opened.group().count("]")
        end += 1 if balance > 0 and text.startswith("]", end) else 0
        edits.append(Edit(span=Span(start=start + opened.start(), end=end), replacement=""))
    return edits


def _reads(reading: Reading, model: Entry, text: str, work: Work, url: str) -> bool:
    """Whether the new text, read in the model's place, says the work and nothing else."""
    from pipeline.formats import read  # noqa: PLC0415  the table of formats knows this module's users

    head, _, _ = markdown_writing._surroundings(reading.text, model)  # noqa: SLF001  one family
    entries = read(Document(path=reading.document.path, text=head + text)).entries
    if len(entries) != 1:
        return False
    said = entries[0]
    names = [n.text for n in said.authors.names] if said.authors else []
    return (
        said.title is not None and said.title.text == " ".join(work.title.split()).rstrip(".")
        and (model.authors is None or len(names) == len(work.authors))
        and safe_url(url) in [link.url for link in said.links]
        and (model.venue is None or not work.container_title or (said.venue is not None and said.venue.text in work.container_title))
    )  # fmt: skip


def _plain(reading: Reading, work: Work, url: str, model: Entry | None) -> str:
    """A plain entry: title bold, authors, venue bold, link."""
    marker = "-"
    if model is not None:
        found = re.match(r"\s*([-*+])\s", reading.text[_lines(reading.text, model)[0] :])
        marker = found[1] if found else "-"
    manner = Manner()
    names = [escaped(spelt_name(p, manner, first=i == 0), table=False) for i, p in enumerate(work.authors)]
    parts = [f"{marker} **{escaped(work.title.rstrip('.'), table=False)}.**"]
    if names:
        parts.append(joined(names, manner, et_al=not work.authors_complete) + ".")
    if work.container_title:
        parts.append(f"**{escaped(work.container_title, table=False)}**.")
    return " ".join([*parts, f"[[Link]]({safe_url(url)})"])


# ---------------------------------------------------------------- where


def place(reading: Reading, section: str | None, work: Work) -> Span:
    """The empty place, at the end of a line, behind which the new entry's lines belong.

    The section by its name, else by the work's year; within it by title or year if the entries
    there are so ordered, else at its end. A list without such a section: its end.
    """
    inside = _section(reading, section, work)
    if not inside:
        end = _heading_end(reading, section, work)
        return Span(start=end, end=end)
    before = _predecessor(inside, work)
    if before is None:
        start = _lines(reading.text, inside[0])[0]
        end = max(0, start - 1)
        return Span(start=end, end=end)
    end = _lines(reading.text, before)[1]
    end -= reading.text[end - 1 : end] == "\r"
    return Span(start=end, end=end)


def _section(reading: Reading, section: str | None, work: Work) -> list[Entry]:
    entries = reading.entries
    if section:
        wanted = section.strip().casefold()
        named = [e for e in entries if e.section and e.section[-1].casefold() == wanted]
        return named or [e for e in entries if any(h.casefold() == wanted for h in e.section)]
    year = str(work.issued.year) if work.issued else ""
    own = [e for e in entries if e.section and re.search(rf"(?<!\d){year}(?!\d)", e.section[-1])] if year else []
    if own:
        return own
    dated = any(re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", h) for e in entries for h in e.section)
    return [] if dated else list(entries)


def _predecessor(inside: Sequence[Entry], work: Work) -> Entry | None:
    titles = [e.title.text.casefold() if e.title else "" for e in inside]
    if len(inside) > 3 and titles == sorted(titles):
        return _last(inside, [t <= work.title.casefold() for t in titles])
    years = [e.year.value if e.year and e.year.source == "entry" else 0 for e in inside]
    if work.issued and len(inside) > 3 and all(years):
        if len(set(years)) > 1 and years == sorted(years):
            return _last(inside, [y <= work.issued.year for y in years])
        if len(set(years)) > 1 and years == sorted(years, reverse=True):
            return _last(inside, [y > work.issued.year for y in years])
    return inside[-1]


def _last(inside: Sequence[Entry], before: Sequence[bool]) -> Entry | None:
    fitting = [entry for entry, told in zip(inside, before, strict=True) if told]
    return fitting[-1] if fitting else None


def _heading_end(reading: Reading, section: str | None, work: Work) -> int:
    """The end of the heading's line of an empty section; the end of the list without one."""
    wanted = (section or (str(work.issued.year) if work.issued else "")).strip()
    text = reading.text
    found = re.search(rf"^#{{1,6}}[ \t]+\**{re.escape(wanted)}\**[ \t]*#*[ \t]*$", text, re.MULTILINE | re.IGNORECASE) if wanted else None
    if found:
        return found.end()
    last = reading.entries[-1] if reading.entries else None
    return _lines(text, last)[1] if last else len(text.rstrip())


def addition(reading: Reading, section: str | None, work: Work, url: str, like: Entry | None = None) -> Edit:
    """The edit that puts a new entry into the list, with the blank lines that the list has."""
    spot = place(reading, section, work)
    inside = _section(reading, section, work)
    model = like or next(iter(inside), None)
    said = compose(reading, work, url, like or _best(inside))
    newline = "\r\n" if "\r\n" in reading.text else "\n"
    glue = newline * (2 if reading.format == "bibtex" or _spaced(reading, model) or not inside else 1)
    before = glue if reading.text[: spot.start].strip() else ""
    return Edit(span=spot, replacement=before + said.replace("\n", newline) if newline not in said else before + said)


def _best(inside: Sequence[Entry]) -> Entry | None:
    full = [e for e in inside if e.title and e.authors and e.links and not e.unparsed]
    return next((e for e in full if e.venue), full[0] if full else None)


def _spaced(reading: Reading, model: Entry | None) -> bool:
    """Whether blank lines stand between the entries."""
    if model is None:
        return False
    following = [e for e in reading.entries if e.section == model.section and e.line > model.end_line]
    return bool(following) and following[0].line > model.end_line + 1


def completion(reading: Reading, entry: Entry, work: Work, url: str, like: Entry | None = None) -> Edit:
    """The edit that makes a bare address in the list a whole entry."""
    text = reading.text
    start, end = _lines(text, entry)
    end -= text[end - 1 : end] == "\r"
    inside = [e for e in reading.entries if e.section == entry.section and e != entry]
    said = compose(reading, work, url, like or _best(inside))
    indent = re.match(r"[ \t]*", text[start:end])
    own = indent.group() if indent else ""
    return Edit(span=Span(start=start, end=end), replacement=own + said.lstrip(" \t"))


