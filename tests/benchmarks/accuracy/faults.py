"""Faults put into entries, a function each: the draft with the fault, or None if it has no place.

What each does is what its code means (``pipeline/values/codes.py``), and undoubtedly so: a year is
two off from every year of the work, a stranger has no name in common.
"""

import re
from collections.abc import Callable, Sequence
from random import Random

from pipeline.compare.titles import key
from pipeline.values.identifiers import identifier
from tests.benchmarks.accuracy.corpus import Author, Corpus, Row
from tests.benchmarks.accuracy.draft import Draft, address
from tests.benchmarks.accuracy.wire import print_year

Spoil = Callable[[Draft, Row, "Supply"], Draft | None]


class Supply:
    """What faults are made of: the corpus, works that are not in the list, and chance."""

    def __init__(self, corpus: Corpus, strangers: Sequence[Row], chance: Random) -> None:
        self.corpus, self.strangers, self.chance = corpus, strangers, chance
        self.venues = sorted(
            {row.container_title for row in strangers if not row.is_preprint} - {""}
        )

    def stranger(self, row: Row) -> Row | None:
        """A work of other people."""
        other = self.chance.choice(self.strangers)
        return None if _families(other) & _families(row) else other


def _families(row: Row) -> set[str]:
    return {key(author.last) for author in row.authors}


def slip(text: str, chance: Random, least: int = 5) -> str | None:
    """The text with one slip of the fingers in a word of so many letters; None if it has none."""
    words = [m for m in re.finditer(r"[^\W\d_]+", text) if len(m.group()) >= least]
    if not words:
        return None
    word = chance.choice(words)
    place = word.start() + chance.randrange(1, len(word.group()) - 1)
    head, letter, rest = text[:place], text[place], text[place + 1 :]
    wrong = chance.choice(
        (head + rest, head + letter + letter + rest, head + rest[:1] + letter + rest[1:],
         head + chance.choice("aeioumnrst") + rest)
    )  # fmt: skip
    return wrong if key(wrong) != key(text) else None


def authors_differ(draft: Draft, row: Row, supply: Supply) -> Draft | None:
    """Somebody else's by-line."""
    other = supply.stranger(row)
    return draft.but(names=other.authors, et_al=False) if other else None


def authors_incomplete(draft: Draft, row: Row, supply: Supply) -> Draft | None:
    """One or two names missing behind the first."""
    if len(row.authors) < 4:
        return None
    gone = supply.chance.sample(range(1, len(row.authors)), supply.chance.choice((1, 1, 2)))
    kept = tuple(a for n, a in enumerate(row.authors) if n not in gone)
    return draft.but(names=kept, et_al=False)


def authors_extra(draft: Draft, row: Row, supply: Supply) -> Draft | None:
    """A stranger among the authors."""
    other = supply.stranger(row)
    if other is None:
        return None
    place = supply.chance.randrange(1, len(row.authors) + 1)
    names = (*row.authors[:place], supply.chance.choice(other.authors), *row.authors[place:])
    return draft.but(names=names, et_al=False)


def authors_order(draft: Draft, row: Row, supply: Supply) -> Draft | None:
    """Two authors have changed places."""
    one, other = supply.chance.sample(range(len(row.authors)), 2)
    names = list(row.authors)
    names[one], names[other] = names[other], names[one]
    if len(names) < 3 or key(names[one].last) == key(names[other].last):
        return None
    return draft.but(names=tuple(names), et_al=False)


def author_misspelt(draft: Draft, row: Row, supply: Supply) -> Draft | None:
    """A slip in a family name, or a footnote digit glued to it."""
    place = supply.chance.randrange(len(row.authors))
    family = row.authors[place].family
    if supply.chance.random() < 0.2:
        wrong = f"{family}{supply.chance.randrange(1, 5)}"
    else:
        wrong = slip(family, supply.chance, least=6) or ""
    if not wrong or len(family.split()) > 1:
        return None
    names = [a.but(family=wrong) if n == place else a for n, a in enumerate(row.authors)]
    glued = wrong[-1].isdigit()
    return draft.but(names=tuple(names), et_al=False, manner="full" if glued else draft.manner)


def called(row: Row) -> set[str]:
    """The letters of every name of the venue; a place in brackets is no part of a name."""
    names = (row.container_title, row.short_container_title)
    return {key(form) for name in names for form in (name, name.split(" (")[0]) if key(form)}


def called_alike(letters: str, names: set[str]) -> bool:
    """Whether this may be one of the names, with a place behind it: Bioinformatics (Oxford)."""
    return any(letters.startswith(name) or name.startswith(letters) for name in names)


def venue_differs(draft: Draft, row: Row, supply: Supply) -> Draft | None:
    """Another venue, half of the time one that is called nearly the same."""
    kin = {name for r in supply.corpus.kin(row) for name in called(r)}
    others = [v for v in supply.venues if not called_alike(key(v), kin)]
    first = row.container_title.split()[:1]
    near = [v for v in others if v.split()[:1] == first]
    if row.is_preprint or not row.container_title or not others:
        return None
    pick = near if near and supply.chance.random() < 0.5 else others
    return draft.but(venue=supply.chance.choice(pick))


def venue_misspelt(draft: Draft, row: Row, supply: Supply) -> Draft | None:
    """A slip in the venue's name."""
    wrong = None if row.is_preprint else slip(row.container_title, supply.chance)
    taken = wrong is None or key(wrong) in {key(venue) for venue in supply.venues}
    return None if taken else draft.but(venue=wrong)


def year_differs(draft: Draft, row: Row, supply: Supply) -> Draft | None:
    """A year at least two from any of the work's, and not between them."""
    known = [y for r in supply.corpus.kin(row) for y in (r.year, print_year(r)) if y]
    wrong = (row.year or 2000) + supply.chance.choice((-6, -5, -4, -3, -2, 2, 3))
    sound = min(known) - 1 <= wrong <= max(known) + 1
    return None if sound or wrong > 2026 else draft.but(year=wrong)


def title_misspelt(draft: Draft, row: Row, supply: Supply) -> Draft | None:
    """A slip, a hyphen from the end of a line, or a word lost."""
    title, chance = row.title.rstrip(". "), supply.chance
    kind = chance.choice(("slip", "slip", "hyphen", "lost"))
    if kind == "slip":
        wrong = slip(title, chance)
        return draft.but(title=wrong) if wrong else None
    words = title.split()
    if kind == "lost":
        place = chance.randrange(1, len(words) - 1)
        short = len(words) < 6 or words[place - 1].endswith(":") or not words[place].isalpha()
        return None if short else draft.but(title=" ".join(words[:place] + words[place + 1 :]))
    long = [
        n for n, word in enumerate(words) if len(word) > 8 and word.isalpha() and word.islower()
    ]
    if not long:
        return None
    place = chance.choice(long)
    cut = chance.randrange(3, len(words[place]) - 3)
    words[place] = f"{words[place][:cut]}- {words[place][cut:]}"
    return draft.but(title=" ".join(words))


def link_elsewhere(draft: Draft, row: Row, supply: Supply) -> Draft | None:
    """The address of another work."""
    other = supply.stranger(row)
    return draft.but(link=address(other, supply.chance)) if other else None


def link_missing(draft: Draft, _: Row, __: Supply) -> Draft | None:
    """No address."""
    return draft.but(link="")


def link_dead(draft: Draft, row: Row, supply: Supply) -> Draft | None:
    """A digit more or less in the identifier, so that nobody registered it."""
    scheme, text = ("doi", row.doi) if row.doi else ("arxiv", row.arxiv)
    digits = [m.start() for m in re.finditer(r"\d", text.partition("/")[2] if row.doi else text)]
    if not text or not digits:
        return None
    place = supply.chance.choice(digits) + (len(text.partition("/")[0]) + 1 if row.doi else 0)
    digit = str((int(text[place]) + supply.chance.randrange(1, 9)) % 10)
    wrong = identifier(scheme, text[:place] + digit + text[place + 1 :])
    if wrong is None or wrong in supply.corpus.by_identifier or not wrong.url:
        return None
    return draft.but(link=wrong.url)


FAULTS: tuple[tuple[str, str, int, Spoil], ...] = (
    ("authors-differ", "authors", 2, authors_differ),
    ("authors-incomplete", "authors", 2, authors_incomplete),
    ("authors-extra", "authors", 2, authors_extra),
    ("authors-order", "authors", 2, authors_order),
    ("author-misspelt", "authors", 2, author_misspelt),
    ("venue-differs", "venue", 3, venue_differs),
    ("venue-misspelt", "venue", 2, venue_misspelt),
    ("year-differs", "year", 2, year_differs),
    ("title-misspelt", "title", 4, title_misspelt),
    ("link-elsewhere", "link", 2, link_elsewhere),
    ("link-missing", "link", 2, link_missing),
    ("link-dead", "link", 2, link_dead),
)
"""(code, field, weight, function)."""


def fabricated(supply: Supply) -> Draft:
    """A plausible reference to nothing: half of one title, half of another, borrowed people."""
    chance = supply.chance
    one, other, third = chance.sample(supply.strangers, 3)
    left, right = one.title.split(), other.title.split()
    title = " ".join(left[: max(3, len(left) // 2)] + right[len(right) // 2 :]).rstrip(".")
    people: tuple[Author, ...] = (*one.authors[:2], *third.authors[:2])
    made_up = (
        f"https://doi.org/10.{chance.randrange(2000, 9999)}/x.{chance.randrange(10**6, 10**7)}"
    )
    return Draft(
        title=title, names=people, venue=third.container_title or "arXiv", year=third.year or 2020,
        link=chance.choice(("", made_up, address(other, chance))),
    )  # fmt: skip
