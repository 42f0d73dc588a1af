"""What a search of PubMed for identifiers found, and which of them it does not hold.

NLM's tutorial says that the quotes of a phrase that is not in the index are ignored, and its words
then searched everywhere; whether that holds for quoted identifiers is not known. So none that is
unknown may cost more than two searches besides the one it was asked in, however little is said.
"""

import re
from collections.abc import Mapping, Sequence

from pipeline.sources.bodies import Json, answer_of, listed, mapped, whole
from pipeline.sources.protocol import (
    AskFewerError,
    Request,
    Share,
    SourceFormatError,
    unanswered,
)
from pipeline.values.identifiers import Identifier, identifier
from pipeline.values.question import ById, Query

_SERVICE = "pubmed"
TAKEN_APART = 50
"""Papers found for one identifier from which it was searched for as words, which is done to those
that the index does not hold; one that it holds finds its own paper, or two."""
FEW = 10
"""Half of the most that are asked for together: what their halves do not tell is left to what
came, and to other services."""
_ANYWHERE = "[all fields]"
"""How PubMed says that it took an identifier apart."""
_SIGNS = re.compile(r"[^a-z0-9]")


def quoted(asked: Identifier) -> str:
    """An identifier as a search term; quoted, or PubMed takes it apart and searches everywhere."""
    return f'"{_bare(asked)}"[{"pmcid" if asked.scheme == "pmcid" else "aid"}]'


def _bare(asked: Identifier) -> str:
    value = formatted(asked.value) if asked.scheme == "pii" else asked.value
    return value.replace('"', " ").replace("\\", " ")


def formatted(pii: str) -> str:
    """``S0896627311004430`` as ``S0896-6273(11)00443-0``, the way PubMed keeps it."""
    letter = pii[:1] if pii[:1].isalpha() else ""
    digits = pii[len(letter) :]
    if len(digits) != 16:
        return pii
    return f"{letter}{digits[:4]}-{digits[4:8]}({digits[8:10]}){digits[10:15]}-{digits[15:]}"


def found(request: Request, body: str) -> Mapping[Query, Share]:
    """The PMIDs that a search found, for each query all: the records tell whose they are.

    Raises:
        AskFewerError: other papers came than those of what was asked.
        SourceFormatError: the body is an error, or no search result.

    """
    result = mapped(answer_of(body, _SERVICE).get("esearchresult"))
    if "ERROR" in result or not isinstance(result.get("idlist"), list):
        raise SourceFormatError("pubmed: an error instead of a search result")
    pmids = [identifier("pmid", str(value)) for value in listed(result["idlist"])]
    known = tuple(pmid for pmid in pmids if pmid)
    unknown = _unknown(request, result, known)
    asked = [query for query in request.queries if query not in unknown] if known else []
    return {query: Share(see=known, verify=isinstance(query, ById)) for query in asked}


def _unknown(
    request: Request, result: Mapping[str, Json], known: Sequence[Identifier]
) -> tuple[Query, ...]:
    """The identifiers that the search did not find, as far as it says so.

    Raises:
        AskFewerError: for these, other papers came than those of the rest.
        SourceFormatError: one identifier, and the page is cut.

    """
    queries = [query for query in request.queries if isinstance(query, ById)]
    texts, text = _not_found(result), _looked_for(result)
    unknown = tuple(
        by_id for by_id in queries
        if _letters(by_id) in texts or (text and _letters(by_id) not in text)
    )  # fmt: skip
    number = whole(result.get("count"))
    if number is None and result.get("count") is not None:
        raise unanswered(request, "pubmed: how much was found is no number")
    count = max(number or 0, len(known))
    if queries and unknown == request.queries:
        return unknown
    if unknown and count > 2 * (len(queries) - len(unknown)):
        raise AskFewerError("pubmed: other papers came for what it does not know", unknown)
    if queries and count > len(listed(result["idlist"])):
        return unknown + _told_by_nothing(request, queries, len(known))
    return unknown


def _told_by_nothing(request: Request, queries: Sequence[ById], came: int) -> tuple[Query, ...]:
    """What is unknown where more was found than came, and nothing says which it was found for.

    Of three to ten it is left open, if a page full of papers came: their own may be among these,
    which are the likeliest; the records tell.

    Raises:
        AskFewerError: there are too many of them, or the page is cut.
        SourceFormatError: one identifier, and the page is cut.

    """
    if came < TAKEN_APART or len(queries) > FEW or len(queries) == 2:
        raise unanswered(request, "pubmed: more was found than came")
    return tuple(queries) if len(queries) == 1 else ()


def _letters(query: ById) -> str:
    return _SIGNS.sub("", _bare(query.identifier).lower())


def _not_found(result: Mapping[str, Json]) -> frozenset[str]:
    """The phrases that the search calls unknown, by their letters and digits."""
    phrases = listed(mapped(result.get("warninglist")).get("quotedphrasesnotfound"))
    return frozenset(_SIGNS.sub("", str(phrase).rpartition('"')[0].lower()) for phrase in phrases)


def _looked_for(result: Mapping[str, Json]) -> str:
    """What PubMed says that it searched for, where it took something apart.

    What it did not take apart stands there as it was asked, but for signs.
    """
    text = str(result.get("querytranslation") or "").lower()
    return _SIGNS.sub("", text) if _ANYWHERE in text else ""
