"""Which column of a table holds what, by the words of its head."""

import re

from pipeline.markup.blocks import Block
from pipeline.reading.field_names import elsewhere

VENUE_AND_YEAR = re.compile(
    r"(?:venue|journal|conf\w*|published in)\s*(?:\(|/|&|,|\+|\band\b)\s*(?:year|date)|"
    r"year\s*(?:/|&|,|\+|\band\b)\s*(?:venue|journal|conf)",
    re.IGNORECASE,
)
"""The head of a column of venues with their years: "Venue and Year", "Journal (Year)"."""


def _alone(field: str) -> str:
    """A head that is the field's name in another language, and no more."""
    return rf"^(?:{elsewhere(field)})$"


_HEADS = (
    (
        "title",
        re.compile(
            r"paper\s*title|title|^papers?$|paper\s*name|论文(?:题目|标题)?|标题|题目|タイトル|"
            + _alone("title"),
            re.IGNORECASE,
        ),
    ),
    ("title", re.compile(r"publication$|article|reference", re.IGNORECASE)),
    ("authors", re.compile(r"author|作者|著者|" + _alone("authors"), re.IGNORECASE)),
    ("venue", VENUE_AND_YEAR),
    (
        "year",
        re.compile(r"year|date|年|time|published on|" + _alone("year"), re.IGNORECASE),
    ),
    (
        "venue",
        re.compile(
            r"venue|journal|conf|publish|pub\b|publication$|where|^j/c$|期刊|会议|"
            r"proceedings|source|" + _alone("venue"),
            re.IGNORECASE,
        ),
    ),
    ("link", re.compile(r"link|url|pdf|doi|arxiv|链接|paper|code|material", re.IGNORECASE)),
)


def columns_by_head(text: str, block: Block) -> dict[str, int]:
    """Which column holds which field."""
    columns: dict[str, int] = {}
    heads = [re.sub(r"\]\([^)]*\)|[*_`\[\]]", "", text[a:b]).strip() for a, b in block.header]
    for kind, pattern in _HEADS:
        for index, head in enumerate(heads if kind not in columns else ()):
            if index not in columns.values() and head and pattern.search(head):
                columns.setdefault(kind, index)
    return columns
