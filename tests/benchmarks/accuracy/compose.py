"""A list with known faults, and its truth; everything follows from the seed."""

from random import Random

from pipeline.values.text import Value
from tests.benchmarks.accuracy.corpus import Corpus, Row, fits
from tests.benchmarks.accuracy.draft import Draft, Fault, Planted, written
from tests.benchmarks.accuracy.faults import FAULTS, Supply, fabricated
from tests.benchmarks.accuracy.spell import name

SOUND = 0.5
"""Share of entries without a fault."""


class Drawn(Value):
    """The works a list is made of."""

    plain: tuple[Row, ...]
    strangers: tuple[Row, ...]
    """Works that are not in the list: what is pasted from elsewhere comes from them."""
    retracted: tuple[Row, ...]
    superseded: tuple[Row, ...]


def drawn(corpus: Corpus, entries: int, chance: Random) -> Drawn:
    """Works for so many entries; those of arXiv and PubMed as common as the rest."""
    fitting = [row for row in corpus.rows if fits(row)]
    chance.shuffle(fitting)
    bad = [r for r in fitting if r.retracted]
    posted = [
        r for r in fitting if r.preprint_of and corpus.named(r.preprint_of) and not r.retracted
    ]
    free = [r for r in fitting if not r.retracted and not r.told and not r.preprint_of]
    groups = [
        [r for r in free if r.pmid], [r for r in free if r.arxiv and not r.pmid],
        [r for r in free if not r.pmid and not r.arxiv],
    ]  # fmt: skip
    wanted = min(entries, len(free) * 2 // 3)
    third = -(-wanted // 3)
    chosen = [row for group in groups for row in group[:third]]
    left = [row for group in groups for row in group[third:]]
    chosen = (chosen + left)[:wanted]
    held = set(chosen)
    chance.shuffle(chosen)
    return Drawn(
        plain=tuple(chosen), strangers=tuple(r for r in free if r not in held),
        retracted=tuple(bad[: entries // 40 + 1]), superseded=tuple(posted[: entries // 25 + 1]),
    )  # fmt: skip


def compose(corpus: Corpus, entries: int, seed: int) -> tuple[Planted, ...]:
    """The entries of a list, in order."""
    chance = Random(seed)  # noqa: S311  drawn by seed
    works = drawn(corpus, entries, chance)
    supply = Supply(corpus, works.strangers, chance)
    planted = [_entry(row, supply) for row in works.plain]
    planted = _swapped(planted, chance)
    planted += [_of_status(row, "retracted", chance) for row in works.retracted]
    planted += [_of_status(row, "superseded", chance) for row in works.superseded]
    planted += _invented(supply, entries // 25 + 1)
    planted += _repeated(planted, chance, entries // 50 + 1)
    return tuple(_garbled(one, chance) for one in planted)


def _entry(row: Row, supply: Supply) -> Planted:
    one = Planted(row=row, draft=written(row, supply.chance))
    if supply.chance.random() < SOUND:
        return one
    for _ in range(supply.chance.choice((1, 1, 1, 2))):
        one = _spoilt(one, row, supply)
    return one


def _spoilt(one: Planted, row: Row, supply: Supply) -> Planted:
    """The entry with a fault in a field that has none; title and link are never both at fault."""
    weights = [weight for _, _, weight, _ in FAULTS]
    for code, field, _, spoil in supply.chance.choices(FAULTS, weights, k=12):
        both = {field, *(fault.field for fault in one.faults)} >= {"title", "link"}
        if one.hurt(field) or both:
            continue
        draft = spoil(one.draft, row, supply)
        if draft:
            return one.but(draft=draft, faults=(*one.faults, Fault(code=code, field=field)))
    return one


def _swapped(planted: list[Planted], chance: Random) -> list[Planted]:
    """Neighbours that have each other's authors."""
    done = list(planted)
    for n in chance.sample(range(len(done) - 1), max(1, len(done) // 25)):
        left, right = done[n], done[n + 1]
        if left.faults or right.faults or left.draft.et_al or right.draft.et_al:
            continue
        names = left.draft.names, right.draft.names
        if {a.last for a in names[0]} & {a.last for a in names[1]}:
            continue
        fault = (Fault(code="authors-swapped", field="authors"),)
        done[n] = left.but(draft=left.draft.but(names=names[1]), faults=fault)
        done[n + 1] = right.but(draft=right.draft.but(names=names[0]), faults=fault)
    return done


def _of_status(row: Row, code: str, chance: Random) -> Planted:
    draft = written(row, chance)
    if code == "superseded" and row.doi:
        draft = draft.but(link=f"https://doi.org/{row.doi}", venue=row.container_title or "bioRxiv")
    return Planted(row=row, draft=draft, faults=(Fault(code=code, field="status"),))


def _invented(supply: Supply, count: int) -> list[Planted]:
    fault = (Fault(code="not-found", field="entry"),)
    return [Planted(row=None, draft=fabricated(supply), faults=fault) for _ in range(count)]


def _repeated(planted: list[Planted], chance: Random, count: int) -> list[Planted]:
    """Works that stand in the list once more, written otherwise."""
    sound = [one.row for one in planted if one.row and not one.faults]
    fault = (Fault(code="duplicate", field="entry"),)
    rows = chance.sample(sound, min(count, len(sound)))
    return [Planted(row=row, draft=written(row, chance), faults=fault) for row in rows]


def _garbled(one: Planted, chance: Random) -> Planted:
    """UTF-8 read as Windows-1252, here and there where an accent gives it away."""
    if one.faults or chance.random() < 0.7:
        return one
    draft = _misread(one.draft)
    fault = (Fault(code="encoding", field="entry"),)
    shown = draft is not None and _shown(draft) != _shown(one.draft)
    return one.but(draft=draft, faults=fault) if shown else one


def _shown(draft: Draft) -> tuple[str, ...]:
    """What a reader sees of title and names: initials hide the rest."""
    return (draft.title, *(name(author, draft.manner) for author in draft.names))


def _misread(draft: Draft) -> Draft | None:
    try:
        names = tuple(a.but(given=_wrong(a.given), family=_wrong(a.family)) for a in draft.names)
        return draft.but(title=_wrong(draft.title), names=names)
    except UnicodeDecodeError:
        return None


def _wrong(text: str) -> str:
    return text.encode().decode("cp1252")
