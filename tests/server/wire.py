"""The invented works in each service's own form."""

from html import escape

from tests.server.works import Made

_ATOM = (
    '<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" '
    'xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">'
)
_DOCTYPE = (
    '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">'
)


def crossref_item(work: Made) -> dict[str, object]:
    """A list item; what is empty is left out."""
    item: dict[str, object] = {
        "DOI": work.doi,
        "type": work.type,
        "title": [work.title],
        "author": [
            {"given": given, "family": family, "sequence": "additional" if place else "first"}
            for place, (given, family) in enumerate(work.authors)
        ],
        "container-title": [work.container],
        "short-container-title": [work.short],
        "issued": {"date-parts": [[work.year, 3]]},
        "published-online": {"date-parts": [[work.year, 3]]},
        "volume": work.volume,
        "issue": work.issue,
        "page": work.page,
        "publisher": "Invented Press",
        "alternative-id": [work.pii],
        "score": 20.5,
    }
    full = {name: value for name, value in item.items() if value not in ("", [""])}
    return full | work.extra


def atom(entries: list[str], total: int) -> str:
    """A feed of entries."""
    return (
        f"<?xml version='1.0' encoding='UTF-8'?>\n{_ATOM}<id>https://arxiv.org/api/x</id>"
        f"<opensearch:totalResults>{total}</opensearch:totalResults>{''.join(entries)}</feed>"
    )


def atom_entry(work: Made) -> str:
    """An entry of version 2."""
    names = "".join(f"<author><name>{escape(f'{g} {f}')}</name></author>" for g, f in work.authors)
    comment = f"<arxiv:comment>{escape(work.comment)}</arxiv:comment>" if work.comment else ""
    return (
        f"<entry><id>http://arxiv.org/abs/{work.arxiv}v2</id><title>{escape(work.title)}</title>"
        f"<updated>{work.year}-09-01T00:00:00Z</updated><summary>Invented.</summary>"
        f"<published>{work.year}-01-31T00:00:00Z</published>{comment}{names}</entry>"
    )


def pubmed_set(works: list[Made]) -> str:
    """An answer of efetch, with the DOCTYPE that must not be loaded."""
    articles = "".join(map(pubmed_article, works))
    return f'<?xml version="1.0" ?>\n{_DOCTYPE}<PubmedArticleSet>{articles}</PubmedArticleSet>'


def pubmed_article(work: Made) -> str:
    """A record whose references carry somebody else's identifiers."""
    people = "".join(
        f'<Author ValidYN="Y"><LastName>{escape(family)}</LastName>'
        f"<ForeName>{escape(given)}</ForeName></Author>"
        for given, family in work.authors
    )
    ids = {"pubmed": work.pmid, "doi": work.doi, "pmc": work.pmcid, "pii": work.pii}
    listed = "".join(f'<ArticleId IdType="{k}">{v}</ArticleId>' for k, v in ids.items() if v)
    return (
        f'<PubmedArticle><MedlineCitation><PMID Version="1">{work.pmid}</PMID><Article><Journal>'
        f"<JournalIssue><Volume>{work.volume}</Volume><PubDate><Year>{work.year}</Year></PubDate>"
        f"</JournalIssue><Title>{escape(work.container)}</Title></Journal>"
        f"<ArticleTitle>{escape(work.title)}.</ArticleTitle>"
        f'<AuthorList CompleteYN="Y">{people}</AuthorList></Article></MedlineCitation>'
        f"<PubmedData><ArticleIdList>{listed}</ArticleIdList><ReferenceList><Reference>"
        '<ArticleIdList><ArticleId IdType="doi">10.9999/somebody.else</ArticleId></ArticleIdList>'
        "</Reference></ReferenceList></PubmedData></PubmedArticle>"
    )


def datacite_record(work: Made) -> dict[str, object]:
    """A JSON:API resource."""
    doi = work.doi if work.doi.startswith("10.5281/") else f"10.48550/arxiv.{work.arxiv}"
    creators = [
        {"name": f"{family}, {given}", "givenName": given, "familyName": family}
        for given, family in work.authors
    ]
    return {
        "id": doi,
        "type": "dois",
        "attributes": {
            "doi": doi,
            "titles": [{"title": work.title}],
            "creators": creators,
            "publisher": "Zenodo",
            "publicationYear": work.year,
            "types": {"citeproc": "dataset", "resourceTypeGeneral": "Dataset"},
            "xml": "PHhtbC8+",
        },
    }


def europepmc_record(work: Made) -> dict[str, object]:
    """A result of a search, the core of it."""
    return {
        "id": work.pmid, "source": "MED", "pmid": work.pmid, "pmcid": work.pmcid, "doi": work.doi,
        "title": f"{work.title}.", "pubYear": str(work.year),
        "authorString": ", ".join(f"{family} {given[0]}" for given, family in work.authors) + ".",
    }  # fmt: skip
