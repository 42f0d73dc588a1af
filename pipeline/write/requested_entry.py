"""What a contributor asks to add, as an entry; and why nothing is added for it."""

import re

from pipeline import formats
from pipeline.addresses.in_text import spoken
from pipeline.addresses.urls import identify
from pipeline.checks.case import Case
from pipeline.checks.entry import cited
from pipeline.checks.link import tidied
from pipeline.checks.status import retracted
from pipeline.match.situation import Situation
from pipeline.values.entry import Document, Entry, Link, Mention
from pipeline.values.identifiers import Identifier, identifier, parsed
from pipeline.values.match import Verdict
from pipeline.values.record import Paper
from pipeline.values.shell import word
from pipeline.values.text import Span, Value, Written
from pipeline.values.work import Candidate

NOWHERE = Span(start=0, end=0)


_HOSTED = re.compile(r"[\w-]+(?:\.[\w-]+)+/\S+")


_SCHEME = re.compile(r"(?i)https?://\S+")


class Asked(Value):
    """What somebody asked to add."""

    text: str
    """As it was given."""
    url: str = ""
    """The address of the entry; empty for a title, a number, and what others do not open: there the
    record's own is taken."""
    entry: Entry
    """It as an entry that is nothing but that."""


def asked(number: int, text: str, path: str, called: str = "") -> Asked:
    """An argument as an entry: an address, ``doi:…``, a bare DOI, arXiv id, PMID, or a title.

    ``called`` is the title of what an address opens, where the address does not tell.
    """
    text = " ".join(text.split())
    bare = _bare(_peeled(text))
    url = _url(bare)
    address = identify(url) if url else None
    spelt = address.identifiers if address else identifiers_in(bare) or _several(bare)
    reference = None if url or spelt else _reference(bare)
    if reference is not None:
        spelt, called = reference
    mentions = tuple(
        Mention(
            identifier=i, span=NOWHERE, where="derived" if address and address.derived else "link"
        )
        for i in spelt
    )
    links: tuple[Link, ...] = ()
    if url and address:
        links = (
            Link(
                url=url, span=NOWHERE, identifiers=address.identifiers, derived=address.derived,
                hints=address.hints,
            ),
        )  # fmt: skip
    phrase = " ".join(called.split()) or ("" if url or spelt else text)
    title = Written(text=phrase, raw=phrase, span=NOWHERE) if phrase else None
    return Asked(
        text=text, url=tidied(url) if url and address and not address.borrowed else "",
        entry=Entry(
            id=f"argument#{number}", path=path, line=number, end_line=number, span=NOWHERE,
            format="plain", mentions=mentions, links=links, title=title,
        ),
    )  # fmt: skip


def _peeled(text: str) -> str:
    """An address without the marks of a chat or a letter: "`https://…`", "https://…>,".

    Slack's ``<https://…|label>`` is its address.
    """
    if labelled := _LABELLED_BY_SLACK.fullmatch(text):
        return labelled[1]
    hit = _WRAPPED.fullmatch(text)
    if hit is None:
        return text
    url = hit["url"]
    while url and (url[-1] in _MARKS or _excess(url)):
        url = url[:-1]
    return url


def _excess(url: str) -> bool:
    """Whether the address ends in a bracket that closes none of its own."""
    opening = _PAIRS.get(url[-1])
    return opening is not None and url.count(url[-1]) > url.count(opening)


_LABELLED_BY_SLACK = re.compile(r"<(https?://[^\s|<>]+)\|[^<>]*>\W*", re.IGNORECASE)
_WRAPPED = re.compile(r"(?:[<(\[{`*_\"'“‘„«]*)(?P<url>https?://\S+)", re.IGNORECASE)
_MARKS = "`*\"'“”’‘»…,;.!|"
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}


def _bare(text: str) -> str:
    """The address or number alone of what was copied with something around it; else the text.

    ``see https://doi.org/… please``, ``[paper](https://…)``, ``<https://…>``, ``doi:10.…,``.
    """
    if _url(text) or identifiers_in(text):
        return text
    read = formats.read(Document(path="pasted.md", text=f"- {text}\n")).entries
    if len(read) != 1:
        return text
    papers = {link.url: link.identifiers for link in read[0].links if link.role == "paper"}
    named = {mention.identifier for mention in read[0].mentions}
    beside = named.difference(*papers.values())
    if len(papers) + len(beside) > 1:
        return text  # two works: it is not for us to choose
    around = [word for word in text.split() if word.isalpha()]
    if len(around) > MOST_AROUND or _ABOUT_ANOTHER.search(text):
        return text
    return next(iter([*papers, *map(str, named), text]))


def _several(text: str) -> tuple[Identifier, ...]:
    """The numbers of one work that registries copy together: ``PMID: 1. DOI: 10.…``.

    One of each kind, and not a word besides; whether they are of one work, their records tell.
    """
    if not _LABELLED.fullmatch(text):
        return ()
    identifiers = tuple(number.identifier for number in spoken(text))
    alone = len({named.scheme for named in identifiers}) == len(identifiers)
    return tuple(sorted(identifiers, key=lambda named: named.scheme != "doi")) if alone else ()


def _reference(text: str) -> tuple[tuple[Identifier, ...], str] | None:
    """The number and title of a whole reference: ``Bee A. Slow maps. Nature. 2015. PMID: 1``.

    None where it has no number, or those of several works. Whether both are of one work, the record
    tells.
    """
    numbers = {
        number.identifier.scheme: number.identifier for number in spoken(text) if not number.derived
    }
    read = formats.read(Document(path="pasted.md", text=f"- {text}\n")).entries if numbers else ()
    if len(read) != 1 or read[0].title is None or _ABOUT_ONE.search(text):
        return None
    if len({mention.identifier for mention in read[0].mentions}) != len(numbers):
        return None
    doi_first = sorted(numbers.values(), key=lambda named: named.scheme != "doi")
    return tuple(doi_first), read[0].title.text


_ABOUT_ONE = re.compile(
    r"\b(?:comments?|reply|response|correction|corrigendum|erratum|retraction)\b", re.IGNORECASE
)
"""What is told of another work's number."""
_LABELLED = re.compile(r"(?:(?:doi|arxiv|pmid|pmcid)\b[\s:]{0,4}\S+\s*){2,4}", re.IGNORECASE)


MOST_AROUND = 3
"""Words beside an address that was copied with them; more are a title: "A study of 10.1000/1"."""


_ABOUT_ANOTHER = re.compile(
    r"\b(?:comments?|reply|response|correction|corrigendum|erratum|retraction|study|review)\b",
    re.IGNORECASE,
)


def with_title(url: str) -> str:
    """How to say what an address opens, in a sentence with the command."""
    return f"Give its DOI, or its title: errata add {word(url)} --title '…'"


def _url(text: str) -> str:
    """The address that the text is, its scheme added if only that was left out; else empty."""
    if _SCHEME.fullmatch(text):
        return text
    bare = _HOSTED.fullmatch(text) and not identifiers_in(text)
    return f"https://{text}" if bare else ""


def identifiers_in(text: str) -> tuple[Identifier, ...]:
    """What a text names that is no address: ``doi:…``, a bare DOI, arXiv id, PMID or PMCID."""
    text = text.strip()
    spelt = parsed(text)
    if spelt:
        return (spelt,)
    tries = (identifier(scheme, text) for scheme in ("doi", "arxiv", "pmid"))
    first = next((i for i in tries if i), None)
    if first is None and text.upper().startswith("PMC"):
        first = identifier("pmcid", text)
    return (first,) if first else ()


def unfound(request: Asked, situation: Situation) -> str:
    """Why nothing is added for it: what could not be found out, in a sentence; empty if found."""
    match = situation.match
    if match.sure:
        return ""
    if match.dead:
        return (
            f"{match.dead[0]} is registered nowhere. Is it typed right? {with_title(request.text)}"
        )
    if match.verdict is Verdict.AMBIGUOUS and match.rivals:
        return f"several works fit: {'; '.join(map(_offered, match.rivals[:4]))}."
    if match.untitled:
        return f"{match.untitled[0]} is registered without a title; write the entry by hand."
    near = (*match.evidence, *match.rivals)
    if near:
        return f"no work fits for sure. The nearest is {_offered(near[0])}."
    if request.entry.title:
        return "no service knows a work of this title."
    if situation.copied:
        return f"the page is gone; a copy is kept at {situation.copied}. {with_title(request.text)}"
    if not request.entry.mentions:
        return f"the address holds nothing that a registry knows. {with_title(request.text)}"
    return f"no service knows {request.entry.mentions[0].identifier}. {with_title(request.text)}"


def _offered(candidate: Candidate) -> str:
    """A work with the identifier to copy if it is the one meant."""
    named = next(map(str, candidate.work.identifiers), "")
    return f"{cited(candidate)}: {named}" if named else cited(candidate)


def withdrawn(situation: Situation, paper: Paper) -> str:
    """That the work was retracted or withdrawn, in a sentence; empty if it was not."""
    remark = next(retracted(Case(situation=situation, paper=paper)), None)
    return f"“{paper.work.title}” is no paper to add. {remark.message}" if remark else ""
