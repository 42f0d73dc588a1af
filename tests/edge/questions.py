"""Short ways to say a question."""

from pipeline.values.identifiers import parsed
from pipeline.values.question import Agency, ByCitation, ById, ByPlace, Question


def by_id(source: str, text: str) -> Question:
    found = parsed(text)
    assert found is not None, text
    return Question(source=source, query=ById(identifier=found))


def agency(text: str) -> Question:
    found = parsed(text)
    assert found is not None, text
    return Question(source="doi", query=Agency(identifier=found))


def by_title(source: str, title: str, *families: str, year: int | None = None) -> Question:
    return Question(source=source, query=ByCitation(title=title, families=families, year=year))


def by_place(source: str, journal: str, volume: str, page: str) -> Question:
    return Question(source=source, query=ByPlace(journal=journal, volume=volume, page=page))
