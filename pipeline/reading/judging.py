"""Whether something in a list is a paper, another thing, or a paper that could not be read."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from pipeline.reading.bylines import all_names
from pipeline.reading.scene import CITATION, DARK, Fields, Piece, Scene
from pipeline.reading.wording import score_of, wording
from pipeline.reading.words import ASKING, known_venue, label_kind
from pipeline.values.entry import Link

Sort = Literal["paper", "bare", "unparsed", "no"]
_WORD = re.compile(r"[^\W\d_][\w\-'’]*")
_NUMBER = re.compile(
    r"\s*(?:\[[ x]\]\s+)?(?:(?:(?:doi|arxiv|pmid|pmcid|pubmed(?:\sid)?)\b[\s:]{0,4})?\S+\s*|"
    r"(?:(?:doi|arxiv|pmid|pmcid|pubmed(?:\sid)?)\b[\s:]{0,4}\S*\d\S*\s*){2,4})",
    re.IGNORECASE,
)
"""A DOI, arXiv id or PMID with its label, and nothing else; or several, each with its label."""
_HAN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af]")
_ABOUT_LISTS = re.compile(
    r"(?:awesome[\s-]|contributions?\b|table of contents|pull requests?|contributing|please\b|"
    r"(?:a )?curated list|how to\b.{0,30}contribute|feel free)",
    re.IGNORECASE,
)


_ADDRESS = re.compile(
    r"(?:https?://|www\.|(?:doi:?\s?|(?:dx\.)?doi\.org/)?10\.\d{4,9}/)\S+", re.IGNORECASE
)

_SEVERAL = frozenset({"proceedings", "papers", "posters", "talks", "volume", "volumes"})
"""Words beside a number that is of many works: "Proceedings https://arxiv.org/html/1807.01308"."""
_BRIEF = 4
"""Words beside a number of which nothing is lost if it alone says which work is meant."""

_REQUEST = re.compile(rf"(?:(?:{ASKING})\b\W*)+", re.IGNORECASE)
"""What somebody says who wants a work added, and gives nothing of it but its number."""

_PROSE = 15
"""Words from which an item that refers to papers is a sentence about them."""

_LONGEST = 400
"""Characters above which a text is no title; the longest in registries stay below."""


def judged(scene: Scene, fields: Fields, links: tuple[Link, ...], *, spoken: bool) -> Sort:
    """What the stretch is; a number and a word or two beside it are enough to know the work."""
    verdict = _judged(scene, fields, links, spoken=spoken)
    return "bare" if verdict == "unparsed" and _brief(scene) else verdict


def _brief(scene: Scene) -> bool:
    """Whether hardly a word stands there but addresses, numbers and labels."""
    words = _WORD.findall(_ADDRESS.sub(" ", scene.flow.text[scene.start : scene.end]))
    return len(words) <= _BRIEF and _SEVERAL.isdisjoint(word.casefold() for word in words)


def _judged(scene: Scene, fields: Fields, links: tuple[Link, ...], *, spoken: bool) -> Sort:
    papers = [link for link in links if link.role == "paper"]
    registered = [link for link in papers if link.identifiers]
    numbered = any(link.identifiers for link in links)
    is_identified = (
        spoken or numbered or any(_held(scene, papers)) or any(link.url for link in papers)
    )
    if is_identified and (
        _alone(scene, links, spoken=spoken) or _requested(scene, registered, spoken=spoken)
    ):
        return "bare"
    if fields.title is None:
        return "unparsed" if registered or spoken else "no"
    title = scene.flow.text[slice(*fields.title)]
    if CITATION.fullmatch(title):
        return "unparsed" if registered and scene.words(scene.start, scene.end) < _PROSE else "no"
    if len(title) > _LONGEST or _BEGUN.fullmatch(title):
        return "unparsed" if registered else "no"
    if _about_the_list(title, fields, attested=bool(registered or spoken)):
        return "no"
    written = spoken or any(not link.derived for link in registered)
    if fields.how == "plain" and not written and _prose(scene, fields):
        return "no"
    if _told(scene, fields, papers, spoken=spoken):
        return _named(fields, title, registered=bool(registered or spoken))
    return "no"


_BEGUN = re.compile(r"(?:[\w()-]+ ){0,2}(?:with|by|and|of)", re.IGNORECASE)
"""What goes on behind, and is no title: "Together with"."""
_GOING_ON = re.compile(
    r"\s(?:as|the|an|is|are|was|were|with|including|in|of|at|from|by|to|and|or|for|than|about|via|"
    r"using|see|read|our|your|its|their|this|here|described|explained|detailed|documented)$"
)
"""The end of what goes on behind: of 340,308 titles, 25 end so."""


def _about_the_list(title: str, fields: Fields, *, attested: bool) -> bool:
    """A note on the list: it begins as one, and no number, or people and a year, make it a paper.

    "Contribution of fires to the mercury cycle", "Please refuse to answer me!" are titles: their
    words are hardly less like a title's than like a sentence's.
    """
    if not _ABOUT_LISTS.match(title):
        return False
    signed = fields.names is not None and (fields.venue or fields.year) is not None
    if signed and (attested or (fields.venue and fields.year)):
        return False
    return not (attested or signed) or likeness(title) <= (_ASKING if attested else _UNLIKE)


_ASKING = -150
"""How like a title the words are at most of "Please cite our paper", "Contributions welcome"; those
of no title in registries are less like one."""
_UNLIKE = -50
"""The same where no number but only names and a year speak for it: "A curated list ... (2020)"."""


def _prose(scene: Scene, fields: Fields) -> bool:
    """Whether what nothing else tells to be a paper's title reads like a sentence.

    "It is a subset of [RFC 3339](...)". A number, a name, a year, a venue tells, and a label or
    address of a paper behind which no words go on: "You are what you eat [pdf](...)". Of the titles
    that real lists name, two in ten thousand are as unlike others; of writing other than Latin the
    words are not known.
    """
    title = scene.flow.text[slice(*fields.title)] if fields.title else ""
    if fields.names or fields.year or fields.venue or not title.isascii():
        return False
    if not _WORD.search(title):
        return False
    if _GOING_ON.search(title):
        return True
    before = scene.text[: fields.title[0]].rstrip() if fields.title else ""
    first = score_of(title.partition(" ")[0])
    if before.endswith(DARK) and title[0].islower() and first.prose > first.title:
        return True  # "https://… provides an overview of moss genomes"
    if any(_tells(scene, piece) for piece in scene.pieces if piece.link >= 0):
        return False
    return likeness(title) < _LEAST


def _tells(scene: Scene, piece: Piece) -> bool:
    """Whether a link is called a paper's or opens one, and no sentence goes on behind it."""
    text = scene.flow.text
    if _ON.match(text, piece.end):
        return False
    label = text[piece.start : piece.end]
    if not _PAPER_LABELS.isdisjoint(re.findall("[a-z]+", label.casefold())):
        return True
    bare = not _WORD.search(label) or bool(_ADDRESS.match(label)) or label_kind(label) == "paper"
    return bare and scene.addresses[piece.link].kind == "paper"


_ON = re.compile(r"\s+[a-z]")
_LEAST = -100
"""How like a title the words of one are at least that no mark tells."""


def likeness(title: str) -> float:
    """How much more the words are like a title's than like anything else, a word."""
    word_scores = wording(title, 0, len(title))
    return (word_scores.title - max(word_scores.name, word_scores.venue, word_scores.prose)) / max(
        word_scores.words, 1
    )


class Traits(NamedTuple):
    """What an item has of a paper besides its links."""

    like: float
    """How much more its words are like a title's than like anything else, a word."""
    words: int
    dated: bool
    venued: bool
    """Its venue is known, or people are named and nothing is linked."""
    noted: bool = False
    """Its title leads to a file beside the list, notes on it, and has its year."""


class Peers(NamedTuple):
    """The items of a list that stand as this one does: alike, or under the same heading."""

    papers: int
    all: int
    kindred: bool = False
    """Whether those that have no paper's link and lead nowhere else are a list of papers."""
    dated: bool = False
    """Whether they stand under a year."""
    listed: bool = False
    """Whether they are what a meeting published, and like titles."""


FEW = 5
"""Papers below which the neighbours prove nothing."""
_MOSTLY = 0.7
_LIKE, _VERY_LIKE = 175, 220
"""How much more the words are like a title's than like anything else, a word; see ``Wording``."""
_DATED, _VENUED, _RATHER_LIKE = 0.6, 0.3, 100
"""What items without a paper's link must have in common to be papers: most have a venue or year,
some a venue that is known, and their words are on the whole like titles'."""


def traits(scene: Scene, fields: Fields, *, dated: bool = False) -> Traits | None:
    """What an item has of a paper besides its links; none if its title leads elsewhere.

    It may be dated by the heading that it stands under.
    """
    if fields.title is None or fields.how == "name":
        return None
    title = scene.flow.text[slice(*fields.title)]
    own = _own_link(scene, fields)
    noted = (
        own is not None
        and fields.year is not None
        and _NOTES.fullmatch(scene.flow.links[own].url.strip()) is not None
    )
    if own is not None and scene.addresses[own].kind == "other" and not noted:
        return None
    small = title[0].islower() and title.split()[0].islower()  # "openGauss" is none
    if small or len(title) > _LONGEST:
        return None
    if _ABOUT_LISTS.match(title) or CITATION.fullmatch(title):
        return None
    word_scores = wording(title, 0, len(title))
    names = fields.names
    venue = _venued(scene, fields)
    signed = own is None and names is not None and (len(names.people) > 1 or names.et_al)
    dated = dated or venue or fields.year is not None
    return Traits(likeness(title), word_scores.words, dated, venue or signed, noted)


_NOTES = re.compile(r"(?![a-z]+:|//|#)[^?#]+\.(?:md|markdown|org|rst|txt)", re.IGNORECASE)


_ACRONYM = re.compile(r"[A-Z][a-z]{0,4}[A-Z][A-Za-z]{0,6}")


def _venued(scene: Scene, fields: Fields) -> bool:
    """Whether a venue is known, or told as one: ``FGCS, 2013``."""
    if fields.venue is None:
        return False
    text = scene.flow.text[slice(*fields.venue)]
    return known_venue(text) or (fields.year is not None and _ACRONYM.fullmatch(text) is not None)


_FEWEST, _SHORTEST = 4, 20
"""Words of a title that may be looked for, and its letters."""


def like_a_paper(scene: Scene, fields: Fields) -> float | None:
    """How much the title of what is no paper by itself is like one's; None for what is no title."""
    if fields.title is None or fields.how == "name":
        return None
    title = scene.flow.text[slice(*fields.title)]
    if len(title) > _LONGEST or sum(map(str.isalnum, title)) < _SHORTEST:
        return None
    if _ABOUT_LISTS.match(title) or CITATION.fullmatch(title):
        return None
    own = _own_link(scene, fields)
    if own is not None and scene.flow.links[own].url.startswith("#"):
        return None  # a table of contents
    like = likeness(title)
    return like if like > 0 and wording(title, 0, len(title)).words >= _FEWEST else None


def held(scene: Scene, links: tuple[Link, ...]) -> bool:
    """Whether a link opens a paper by its number or its host, whatever its label says."""
    return any(_held(scene, list(links)))


def linked(scene: Scene, links: tuple[Link, ...]) -> bool:
    """Whether an item has a paper's link: by its number, its host or its label."""
    return any(_papers(scene, [link for link in links if link.role == "paper"]))


def among(
    scene: Scene, fields: Fields, links: tuple[Link, ...], alike: Peers, beside: Peers
) -> bool:
    """Whether what by itself is no paper is one for its words and its neighbours.

    A title, or what has a known venue, among the papers of a list is one of them; so is one among
    others that have a venue and a year as papers have; else its words must be very like a title's,
    and what they lead to, or the venue and the year, must be of a paper.
    """
    own = traits(scene, fields, dated=beside.dated)
    if own is None or fields.title is None:
        published = _papers_mostly(alike) and _published(scene, fields)
        return published or (_papers_mostly(beside) and _placed(scene, fields))
    if (alike.kindred or beside.kindred) and _cited(own, links):
        return True
    if own.words < 4 or scene.flow.text[fields.title[0]].islower():
        return False
    if beside.listed and not links and own.like > _RATHER_LIKE:
        return True
    linked_so = any(link.role == "paper" for link in links)
    if _papers_mostly(alike) and (
        own.like > _LIKE or (own.dated and ((own.venued and linked_so) or fields.names))
    ):
        return True
    data = any(_DATA.search(link.label) for link in links)
    likely = _half_papers(beside) and own.like > _RATHER_LIKE and not data
    if likely and _dated_venue(scene, fields):
        return True
    leads = _own_link(scene, fields) is not None and bool(links)
    dated = fields.year is not None and (own.venued or fields.names is not None)
    return own.like > _VERY_LIKE and own.words > 4 and (dated or leads)


def _published(scene: Scene, fields: Fields) -> bool:
    """Whether a title that leads to its code has a venue that is known, and a year."""
    own = _own_link(scene, fields)
    leads = own is not None and scene.addresses[own].kind == "other"
    return leads and fields.year is not None and _venued(scene, fields) and _worded(scene, fields)


def _placed(scene: Scene, fields: Fields) -> bool:
    """Whether a venue that is known stands before words like a title's: ``NeurIPS [Title](…)``."""
    if fields.title is None or fields.venue is None or fields.venue[0] > fields.title[0]:
        return False
    title = scene.flow.text[slice(*fields.title)]
    is_venue = _venued(scene, fields) and _worded(scene, fields)
    return is_venue and likeness(title) > _RATHER_LIKE and _NO_PAPER.search(title) is None


def _dated_venue(scene: Scene, fields: Fields) -> bool:
    """Whether a venue that is known and a year are told of what is no workshop nor data."""
    title = scene.flow.text[slice(*fields.title)] if fields.title else ""
    is_dated = fields.year is not None and fields.venue is not None and _venued(scene, fields)
    return is_dated and _NO_PAPER.search(title) is None


_DATA = re.compile(r"\bdata(?:\s?sets?)?\b", re.IGNORECASE)
"""What a link to data is called, which a venue may be that of."""


def _half_papers(peers: Peers) -> bool:
    return peers.papers >= FEW and 2 * peers.papers >= peers.all


def _papers_mostly(peers: Peers) -> bool:
    return peers.papers >= FEW and peers.papers >= _MOSTLY * peers.all


def kindred(all_: Sequence[Traits]) -> bool:
    """Whether items are a list of papers by what they have in common."""
    dated = sum(item_traits.dated for item_traits in all_)
    if _notes(all_):
        return True
    return (
        dated >= FEW
        and dated >= _DATED * len(all_)
        and sum(item_traits.venued for item_traits in all_) >= _VENUED * dated
        and sum(item_traits.like for item_traits in all_) >= _RATHER_LIKE * len(all_)
    )


def _notes(all_: Sequence[Traits]) -> bool:
    """Whether nearly all have notes of their own, and a year: "[Slow maps (2012)](slow.md)"."""
    least = _NEARLY * len(all_)
    return (
        len(all_) >= _MANY
        and sum(item_traits.noted for item_traits in all_) >= least
        and sum(item_traits.like for item_traits in all_) >= _RATHER_LIKE * len(all_)
    )


_NEARLY, _MANY = 0.9, 8
"""How many items must have a year where all have notes, and from how many on that says so."""


def listed(all_: Sequence[Traits]) -> bool:
    """Whether the items under the name and year of a meeting have nothing but papers' titles."""
    return len(all_) >= FEW and sum(item_traits.like for item_traits in all_) >= _LIKE * len(all_)


def _cited(own: Traits, links: tuple[Link, ...]) -> bool:
    """Whether an item among such is one: dated, or like a title; with code alone very like one."""
    if links and all(link.role == "other" for link in links) and not own.noted:
        return own.like > _LIKE and own.words > 3
    return (own.dated and own.words > 1) or (own.like > _RATHER_LIKE and own.words > 3)


def _alone(scene: Scene, links: tuple[Link, ...], *, spoken: bool) -> bool:
    """Whether nothing stands there but one address or identifier, as a contributor pastes it."""
    text = scene.text[scene.start : scene.end]
    if spoken:
        return not links and _NUMBER.fullmatch(text) is not None
    labelled = any(link.label for link in links)
    return not _WORD.search(text) and len({link.url for link in links}) == 1 and not labelled


def _requested(scene: Scene, registered: Sequence[Link], *, spoken: bool) -> bool:
    """Whether the words beside one paper's address or DOI ask for it: "Please add https://… !"."""
    if len(registered) != 1 and not (spoken and not registered):
        return False
    text = scene.flow.text[scene.start : scene.end]
    words, places = _ADDRESS.subn(" ", text)
    if spoken and places != 1:
        return False
    words = words.strip(" -*\t\n:,.!?<>()[]")
    return bool(words) and _REQUEST.fullmatch(words) is not None


def _named(fields: Fields, title: str, *, registered: bool) -> Sort:
    """A title of one word is a name; such an entry cannot be checked."""
    words = len(_WORD.findall(title)) + len(_HAN.findall(title)) // 2
    if fields.how == "name" or words < 2:
        quoted = (
            fields.how in ("quoted", "bold", "barred", "table") and len(title) > 3 and fields.names
        )
        return "paper" if quoted else "unparsed" if registered else "no"
    if words < 3 and fields.how == "plain" and fields.names is None:
        return "unparsed" if registered else "no"
    return "paper"


def _told(scene: Scene, fields: Fields, papers: list[Link], *, spoken: bool) -> bool:
    """Whether enough speaks for a paper."""
    known = any(_papers(scene, papers))
    byline = fields.names is not None and (len(fields.names.people) > 1 or fields.names.et_al)
    dated = fields.venue is not None or fields.year is not None
    own = _own_link(scene, fields)
    venue = fields.venue is not None and known_venue(scene.flow.text[slice(*fields.venue)])
    if own is not None and scene.addresses[own].kind == "other" and not known:
        published = venue and fields.year is not None and _worded(scene, fields)
        return published and (byline or _very_like_with_code(scene, fields, own))
    if spoken or known:
        return True
    if fields.names is not None and dated and (byline or fields.venue is not None):
        return True
    if byline and (any(not link.url for link in papers) or _signed_row(scene, fields)):
        return True
    unknown = [link for link in papers if link.url]
    if unknown:
        return (
            byline
            or (venue and fields.year is not None)
            or (venue and fields.how in ("bold", "quoted"))
        )
    return bool(venue and fields.year and fields.how in ("quoted", "bold", "table"))


def _very_like_with_code(scene: Scene, fields: Fields, own: int) -> bool:
    """Whether words that lead to their code are very like a title's; to a page, it is a workshop's.

    ``2018 - CIKM - [Slow maps of cold mice](https://github.com/…)``.
    """
    title = scene.flow.text[slice(*fields.title)] if fields.title else ""
    leads = _REPOSITORY.match(scene.flow.links[own].url) is not None
    return leads and likeness(title) > _LIKE and _NO_PAPER.search(title) is None


_NO_PAPER = re.compile(
    r"\b(?:tutorials?|challenges?|competition|toolkit|toolbox|library|framework|package|solution|"
    r"slides|papers|workshop|course|code)\b",
    re.IGNORECASE,
)
"""What else has its code and the meeting that it was made for."""
_REPOSITORY = re.compile(
    r"\s*https?://(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|gitee\.com)/[^/\s]+/[^/\s]+",
    re.IGNORECASE,
)


def _signed_row(scene: Scene, fields: Fields) -> bool:
    """Whether the heads of a table tell a title and who wrote it, and its words are a title's."""
    return fields.how == "table" and fields.headed and _worded(scene, fields)


def _worded(scene: Scene, fields: Fields) -> bool:
    """Whether a title has several words, like a title's: "MossNet tutorial" has not."""
    title = scene.flow.text[slice(*fields.title)] if fields.title else ""
    return len(_WORD.findall(title)) > 3 and likeness(title) > 0


_PAPER_LABELS = frozenset({"paper", "pdf", "arxiv", "manuscript", "preprint"})


def _papers(scene: Scene, links: list[Link]) -> Iterator[bool]:
    """For each link whether it is a paper's: by its number, its host or its label."""
    for link, held in zip(links, _held(scene, links), strict=True):
        labels = (word.casefold() for word in re.findall(r"[A-Za-z]+", link.label))
        is_labelled = bool(link.url) and not _PAPER_LABELS.isdisjoint(labels)
        yield held or is_labelled


def _held(scene: Scene, links: list[Link]) -> Iterator[bool]:
    """For each link whether it opens a paper by its number or its host, whatever its label says."""
    pairs = zip(scene.flow.links, scene.addresses, strict=True)
    hosted = {link.url.strip() for link, address in pairs if address.kind == "paper"}
    for link in links:
        yield bool(link.identifiers) or link.url in hosted


def headed(scene: Scene, fields: Fields) -> bool:
    """Whether a title of several words was read, and no names."""
    title = scene.flow.text[slice(*fields.title)] if fields.title else ""
    worded = len(_WORD.findall(title)) > 2 and not all_names(title)
    return fields.how != "name" and worded and len(title) <= _LONGEST


def _own_link(scene: Scene, fields: Fields) -> int | None:
    """The link that the title itself is."""
    if fields.title is None:
        return None
    link = scene.flow.link_at(fields.title[0])
    return link if link >= 0 else None
