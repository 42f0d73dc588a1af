"""Entries made of what was understood: places in the file, links, identifiers."""

import re
from collections.abc import Iterable, Sequence

from pipeline.addresses.in_text import spoken
from pipeline.addresses.urls import Address, identify
from pipeline.markup.flow import Flow, FlowLink
from pipeline.reading.bylines import Names
from pipeline.reading.personal_names import PlacedName
from pipeline.reading.scene import DARK, Fields
from pipeline.reading.words import label_kind
from pipeline.values.entry import Byline, Link, Mention, Year
from pipeline.values.text import Span, Written

_RELATIVE = re.compile(r"(?!https?:|ftp:|www\.|//)[^:]*$", re.IGNORECASE)
_IDENTIFIER = re.compile(r"(?:doi|arxiv|pmid)\b|10\.\d", re.IGNORECASE)
_BRACKETS = " \t\n[]【】()*_.,:：|"


def address_of(url: str) -> Address:
    """What a link's address says; anchors and pages of the repository itself are no papers."""
    url = url.strip()
    if url in ("", "#"):  # a link to be filled in
        return Address()
    if url.startswith(("#", "mailto:", "?")):
        return Address(kind="other")
    if _RELATIVE.match(url) and not _IDENTIFIER.match(url):
        host = url.split("/", 1)[0]
        if (
            url.startswith((".", "/"))
            or "." not in host
            or re.search(r"\.(?:md|html?|rst|png|ipynb)$", host)
        ):
            return Address(kind="paper" if url.lower().endswith(".pdf") else "other")
    return identify(url)


def shown(flow: Flow, start: int, end: int) -> str:
    """What the reader sees there, on one line."""
    return one_line(flow.text[start:end].replace(DARK, " "))


def one_line(text: str) -> str:
    """The text without blanks around it, and one for several within."""
    return " ".join(text.split())


def span_of(flow: Flow, start: int, end: int) -> Span:
    """The place in the file of a visible stretch."""
    if end <= start:
        place = flow.place(start)
        return Span(start=place, end=place)
    first, behind = flow.places(start, end)
    return Span(start=first, end=behind)


def written(text: str, flow: Flow, start: int, end: int) -> Written:
    """A visible stretch as a field."""
    span = span_of(flow, start, end)
    return Written(text=shown(flow, start, end), raw=span.cut(text), span=span)


def byline_of(text: str, flow: Flow, names: Names) -> Byline:
    """The authors with their places."""
    whole = written(text, flow, names.start, names.end)
    people = [_name(flow, person) for person in names.people]
    # Validated in one go: a by-line may have thousands of names.
    return Byline.model_validate({"names": people, "et_al": names.et_al, "written": whole})


def _name(flow: Flow, person: PlacedName) -> dict[str, object]:
    start, end = flow.places(person.start, person.end)
    return {
        "text": one_line(person.text),
        "family": one_line(person.family) or person.text,
        "given": one_line(person.given),
        "span": {"start": start, "end": end},
        "noise": person.noise,
    }


def year_of(text: str, flow: Flow, fields: Fields) -> Year | None:
    """The year written in the entry."""
    if fields.year is None:
        return None
    place = written(text, flow, fields.year.start, fields.year.end)
    return Year(value=fields.year.value, written=place)


def links_of(scene_flow: Flow, addresses: Sequence[Address]) -> tuple[Link, ...]:
    """The links in reading order; pictures and jumps within the page are none."""
    links = []
    for link, address in zip(scene_flow.links, addresses, strict=True):
        if _skipped(link):
            continue
        links.append(_link(scene_flow, link, address))
    return tuple(sorted(links, key=lambda link: link.span.start))


def _skipped(link: FlowLink) -> bool:
    if link.image or link.url.startswith(("#", "mailto:")):
        return True
    return link.shape == "html" and not link.url


def _link(flow: Flow, link: FlowLink, address: Address) -> Link:
    label = one_line(link.label.replace(DARK, "")).strip(_BRACKETS)
    if link.url_start >= 0:
        start, end = flow.place_of(link.url_start), flow.place_of(link.url_end)
    else:
        start = end = flow.place_of(link.outer_end)
    worded = any(map(str.isalpha, label)) or address.kind != "paper"
    other = address.kind == "other" or (worded and label_kind(label) == "other" and len(label) < 40)
    return Link(
        label=label,
        url=link.url.strip(),
        span=Span(start=start, end=end),
        identifiers=address.identifiers,
        derived=address.derived,
        hints=address.hints,
        role="other" if other else "paper",
    )


def mentions_of(
    flow: Flow, ranges: Iterable[tuple[int, int]], links: Sequence[Link]
) -> tuple[Mention, ...]:
    """Identifiers, strongest first: written out, spelt in links, derived."""
    mentions: list[Mention] = []
    for start, end in ranges:
        part = flow.text[start:end]
        for number in spoken(part):
            span = span_of(flow, start + number.span.start, start + number.span.end)
            where = "derived" if number.derived else "written"
            mentions.append(Mention(identifier=number.identifier, span=span, where=where))
    for link in links:
        if link.role == "paper":
            where = "derived" if link.derived else "link"
            mentions += [
                Mention(identifier=i, span=link.span, where=where) for i in link.identifiers
            ]
    order = {"written": 0, "link": 1, "derived": 2}
    unique: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda m: order[m.where]):
        unique.setdefault(str(mention.identifier), mention)
    return tuple(unique.values())


def scene_addresses(flow: Flow) -> list[Address]:
    """What the addresses of a flow's links say."""
    return [Address(kind="other") if link.image else address_of(link.url) for link in flow.links]
