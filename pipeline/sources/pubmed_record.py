"""A PubMed record in our words.

Format: https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd. Every path is exact: half of the
genuine records carry the identifiers of their references below, which ``.//ArticleId`` would find.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from pipeline.sources import notices, venues
from pipeline.sources.batches import merged
from pipeline.sources.bodies import all_below, text_of, xml_of
from pipeline.sources.dates import date, earliest, first_year, month_number, sorted_dates
from pipeline.sources.outline import MOST_NAMES, Outline
from pipeline.sources.outline import of as outline_of
from pipeline.sources.people import beginning, byline, person
from pipeline.sources.plain import plain, without_full_stop
from pipeline.sources.protocol import SourceFormatError
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.work import Notice, PartialDate, Person, Stage, Work

_SCHEMES = {"doi": "doi", "pmc": "pmcid", "pii": "pii", "pubmed": "pmid"}
_NOTICES = {
    "RetractionIn": "retraction", "PartialRetractionIn": "partial-retraction",
    "RetractedandRepublishedIn": "retraction",
    "ExpressionOfConcernIn": "concern", "ErratumIn": "correction",
    "CorrectedandRepublishedIn": "correction",
}  # fmt: skip
_NOTICE_FOR = ("RetractionOf", "PartialRetractionOf", "ErratumFor", "ExpressionOfConcernFor")
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_TRANSLATED = re.compile(
    r"\s*\((?:author['’]s|proceedings|autor['’]s) transl\.?\)\.?$", re.IGNORECASE
)
"""Who translated the title, behind it in the records of the 1970s."""
_DOI_IN = re.compile(r"\bdoi:\s?(10\.\d{4,9}/\S+)", re.IGNORECASE)


def own(article: Element) -> Identifier | None:
    """A record's own PMID; comments and references carry others."""
    for path in ("MedlineCitation/PMID", "BookDocument/PMID"):
        pmid = identifier("pmid", text_of(article, path))
        if pmid:
            return pmid
    return None


def read(payload: str) -> Work:
    """One record as a work.

    Raises:
        SourceFormatError: it is no record with a PMID.

    """
    return work(xml_of(payload, "pubmed"))


def work(article: Element) -> Work:
    """One record, opened.

    Raises:
        SourceFormatError: it is no record with a PMID.

    """
    pmid = _own(article)
    try:
        return _book(article, pmid) if article.tag == "PubmedBookArticle" else _work(article, pmid)
    except (TypeError, ValueError) as error:
        raise SourceFormatError(f"pubmed: record {pmid.value}") from error


def outline(article: Element) -> Outline:
    """What the work of an opened record is looked for by.

    Raises:
        SourceFormatError: it is no record with a PMID.

    """
    pmid = _own(article)
    try:
        if article.tag == "PubmedBookArticle":
            return outline_of(_book(article, pmid))
        return _outline(article, pmid)
    except (TypeError, ValueError) as error:
        raise SourceFormatError(f"pubmed: record {pmid.value}") from error


def _own(article: Element) -> Identifier:
    pmid = own(article)
    if pmid is None:
        raise SourceFormatError("pubmed: a record without a PMID")
    return pmid


def _outline(record: Element, pmid: Identifier) -> Outline:
    _, article = _opened(record)
    title, others, _ = _titles(article)
    issue = article.find("Journal/JournalIssue")
    days = sorted_dates(_dates(article, issue))
    return Outline(
        title=title, identifiers=_identifiers(record, pmid),
        authors=beginning(_people(article), MOST_NAMES), issued=earliest(days), dates=days,
        other_titles=others, volume=text_of(issue, "Volume"), page=_page(article),
    )  # fmt: skip


def _opened(record: Element) -> tuple[Element, Element]:
    """The citation and its article."""
    citation = record.find("MedlineCitation")
    article = citation.find("Article") if citation is not None else None
    if citation is None or article is None:
        raise SourceFormatError("pubmed: a record without an article")
    return citation, article


def _work(record: Element, pmid: Identifier) -> Work:
    citation, article = _opened(record)
    title, others, mark = _titles(article)
    types = set(map(text_of, all_below(article.find("PublicationTypeList"), "PublicationType")))
    journal = article.find("Journal")
    issue = journal.find("JournalIssue") if journal is not None else None
    days = sorted_dates(_dates(article, issue))
    names = _journal(citation)
    people = article.find("AuthorList")
    about = _linked(citation, *_NOTICE_FOR)
    preprint = "Preprint" in types
    return Work(
        title=title, other_titles=others,
        authors=byline(_people(article)),
        authors_complete=people is None or people.get("CompleteYN") != "N",
        container_title=names[0] if names else "",
        container_titles=tuple(names[1:]),
        issn=tuple(filter(None, dict.fromkeys(map(text_of, all_below(journal, "ISSN"))))),
        issued=earliest(days), dates=days,
        volume=text_of(issue, "Volume"),
        issue=text_of(issue, "Issue"),
        page=_page(article),
        type=_type(types, title, preprint=preprint, about=bool(about)),
        stage=Stage.PREPRINT if preprint else Stage.RECORD,
        identifiers=_identifiers(record, pmid),
        preprint_of=_linked(citation, "UpdateIn") if preprint else (),
        preprints=() if preprint else _preprints(citation),
        notices=notices.merged(_notices(citation, types), mark),
        notice_for=about,
        url=pmid.url,
    )  # fmt: skip


def _titles(article: Element) -> tuple[str, tuple[str, ...], tuple[Notice, ...]]:
    """The title without final stop and brackets, and the title in the original language.

    A translated title stands in brackets: ``[Translated title].``
    """
    title = without_full_stop(plain(text_of(article, "ArticleTitle")))
    if title.startswith("[") and title.endswith("]"):
        title = without_full_stop(_TRANSLATED.sub("", title[1:-1]))
    vernacular = without_full_stop(plain(text_of(article, "VernacularTitle")))
    if title.lower() == "not available":  # how PubMed says that nobody translated it
        title = vernacular
    title, mark = notices.from_title(title)
    return title, (vernacular,) if vernacular and vernacular != title else (), mark


def _people(article: Element) -> Iterator[Person | None]:
    """The by-line; a list of editors is none, and a misspelt twin (``ValidYN="N"``) is nobody."""
    lists = [
        element for element in article.findall("AuthorList") if element.get("Type") != "editors"
    ]
    everybody = (who for element in lists[:1] for who in element.findall("Author"))
    for who in everybody:
        if who.get("ValidYN") != "N":
            yield _person({part.tag: part for part in reversed(who)})


def _person(parts: Mapping[str, Element]) -> Person | None:
    """A person by the first element of each name."""
    known = parts.get("Identifier")
    return person(
        family=text_of(parts.get("LastName")),
        given=text_of(parts.get("ForeName")) or text_of(parts.get("Initials")),
        suffix=text_of(parts.get("Suffix")),
        name=text_of(parts.get("CollectiveName")),
        orcid=text_of(known) if known is not None and known.get("Source") == "ORCID" else "",
    )


def _dates(article: Element, issue: Element | None) -> Iterator[PartialDate | None]:
    """Issue date and electronic date; around New Year they differ."""
    printed = issue.find("PubDate") if issue is not None else None
    if printed is not None:
        yield _parts(printed) or first_year(text_of(printed, "MedlineDate"))
    for electronic in article.findall("ArticleDate"):
        yield _parts(electronic)


def _parts(day: Element) -> PartialDate | None:
    return date(
        text_of(day, "Year"), month_number(text_of(day, "Month")), text_of(day, "Day") or None
    )


def _journal(citation: Element) -> list[str]:
    """The catalogue's title, then its abbreviations; the title without its subtitle is another.

    "Bioinformatics (Oxford, England)", "bioRxiv : the preprint server for biology".
    """
    title = without_full_stop(plain(text_of(citation, "Article/Journal/Title")))
    bare = _BRACKETS.sub("", title.split(" : ")[0].split(" = ")[0]).strip()
    others = [
        text_of(citation, "Article/Journal/ISOAbbreviation"),
        text_of(citation, "MedlineJournalInfo/MedlineTA"),
    ]
    return list(dict.fromkeys(name for name in [bare, title, *map(plain, others)] if name))


def _page(article: Element) -> str:
    """The pages as PubMed writes them ("616-24"); else first and last, else the article number."""
    pages = article.find("Pagination")
    first, last = text_of(pages, "StartPage"), text_of(pages, "EndPage")
    written = text_of(pages, "MedlinePgn")
    return (f"{first}-{last}" if first and last else written) or first


def _type(types: set[str], title: str, *, preprint: bool, about: bool) -> str:
    if about or notices.of_types(types) or notices.is_notice_title(title):
        return "notice"
    return "article" if preprint else "article-journal"


def _identifiers(record: Element, pmid: Identifier) -> tuple[Identifier, ...]:
    """PMID, DOI, PMCID and PII of the record itself."""
    identifiers = [
        identifier(_SCHEMES[kind], text_of(element))
        for element in all_below(record.find("PubmedData/ArticleIdList"), "ArticleId")
        if (kind := element.get("IdType", "")) in _SCHEMES
    ]
    located = [
        identifier(_SCHEMES[kind], text_of(element))
        for element in all_below(record.find("MedlineCitation/Article"), "ELocationID")
        if element.get("ValidYN") != "N" and (kind := element.get("EIdType", "")) in _SCHEMES
    ]
    return merged([pmid], identifiers, located)


def _comments(citation: Element, *kinds: str) -> Iterator[tuple[str, Element]]:
    for element in all_below(citation.find("CommentsCorrectionsList"), "CommentsCorrections"):
        if element.get("RefType") in kinds:
            yield element.get("RefType", ""), element


def _reference(comment: Element) -> Identifier | None:
    doi = _DOI_IN.search(text_of(comment, "RefSource"))
    return identifier("doi", doi[1].rstrip(".,;")) if doi else None


def _preprints(citation: Element) -> tuple[Identifier, ...]:
    """The preprints that a work is the update of: a Cochrane review updates its earlier edition."""
    elements = [
        comment for _, comment in _comments(citation, "UpdateOf")
        if venues.cites_preprint(text_of(comment, "RefSource"))
    ]  # fmt: skip
    return _named(elements)


def _linked(citation: Element, *kinds: str) -> tuple[Identifier, ...]:
    """What comments of these kinds point at, by DOI and by PMID where they say it."""
    return _named([comment for _, comment in _comments(citation, *kinds)])


def _named(elements: Sequence[Element]) -> tuple[Identifier, ...]:
    return merged(
        [_reference(comment) for comment in elements],
        [identifier("pmid", text_of(comment, "PMID")) for comment in elements],
    )


def _notices(citation: Element, types: set[str]) -> Iterator[Notice]:
    """Notices on this record; the publication type alone tells a retraction too."""
    retracted = False
    for kind, comment in _comments(citation, *_NOTICES):
        doi = _reference(comment)
        notice = notices.notice_of(
            _NOTICES[kind],
            doi=doi.value if doi and doi.scheme == "doi" else "",
            date=first_year(text_of(comment, "RefSource")),
            source="pubmed",
        )
        retracted |= _NOTICES[kind] == "retraction"
        if notice:
            yield notice
    if "Retracted Publication" in types and not retracted:
        notice = notices.notice_of("retraction", source="pubmed")
        if notice:
            yield notice


def _book(record: Element, pmid: Identifier) -> Work:
    """A book or chapter of NCBI's Bookshelf: no journal, another layout."""
    document = record.find("BookDocument")
    if document is None:
        raise SourceFormatError("pubmed: a book without a document")
    chapter = without_full_stop(plain(text_of(document, "ArticleTitle")))
    book = without_full_stop(plain(text_of(document, "Book/BookTitle")))
    plainer = book.strip("®™ ")
    inner = document.find("Book")
    whole = document if inner is None or document.find("AuthorList") is not None else inner
    days = [
        _parts(day)
        for path in ("ContributionDate", "Book/PubDate", "DateRevised")
        if (day := document.find(path)) is not None
    ]
    issued = next(filter(None, days), None)
    identifiers = [
        identifier(_SCHEMES[kind], text_of(element))
        for element in document.findall("ArticleIdList/ArticleId")
        if (kind := element.get("IdType", "")) in _SCHEMES
    ]
    return Work(
        title=chapter or book,
        authors=byline(_people(document if chapter else whole)),
        container_title=book if chapter else "",
        container_titles=(plainer,) if chapter and plainer != book else (),
        issued=issued, dates=sorted_dates(days),
        type="chapter" if chapter else "book",
        identifiers=merged([pmid], identifiers),
        publisher=plain(text_of(document, "Book/Publisher/PublisherName")),
        url=pmid.url,
    )  # fmt: skip
