"""Is a by-line that of a work?

Names are aligned with people first; then it is said what is missing, too much, out of order or
misspelt. Initials, dropped middle names, accents and "et al." after a true beginning are no faults,
and a record that is cut or knows initials only accuses nobody.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from pipeline.compare.alignment import Pairing, align
from pipeline.compare.forms import Form, form
from pipeline.compare.people import Likeness
from pipeline.compare.people import same_person as same_person  # noqa: PLC0414  offered here
from pipeline.values.entry import Byline, Name
from pipeline.values.text import Value
from pipeline.values.work import Person

Kind = Literal[
    "same", "prefix", "initials", "misspelt", "noise", "incomplete", "extra", "order", "mixed",
    "differs", "unknown",
]  # fmt: skip

OTHERS = 0.34
"""Share of common people below which it is another by-line."""


class BylineComparison(Value):
    """How a written by-line stands to the people of a record."""

    kind: Kind
    pairs: tuple[tuple[int | None, int | None], ...] = ()
    """Place in the by-line, place in the record; None where one has nobody."""
    misspelt: tuple[int, ...] = ()
    """Places in the by-line of names misspelt or with something glued to them."""
    missing: int = 0
    extra: int = 0
    overlap: float = 0.0
    """Mean of the share of names that are people of the work and of people who are named."""
    reasons: tuple[str, ...] = ()


class _Facts(NamedTuple):
    """What the alignment says."""

    byline: Byline
    ours: list[Form]
    theirs: list[Form]
    pairing: Pairing
    kinds: dict[int, Likeness]
    missing: list[int]
    extra: list[int]
    misspelt: list[int]
    ordered: bool
    cut: bool


def compare(
    byline: Byline, people: Sequence[Person], *, complete: bool = True, ordered: bool = True
) -> BylineComparison:
    """What a by-line has right and wrong, by one record.

    ``complete`` is false if the record says that its list is cut: then nobody is too much.
    ``ordered`` is false if its order says nothing: then nobody stands in the wrong place.
    """
    theirs = [form(person) for person in people]
    ours = [form(name) for name in byline.names]
    if not any(person.family for person in theirs) or not ours or _scripts_differ(ours, theirs):
        return BylineComparison(kind="unknown", reasons=("no authors to compare with",))
    facts = _facts(byline, ours, theirs)
    if not facts.pairing and (_only_groups(ours) or _only_groups(theirs)):
        return BylineComparison(kind="unknown", reasons=("a group stands for its members",))
    if not complete or (len(people) == 1 and len(ours) > 1 and facts.pairing):
        inside = [i for i in facts.extra if i < len(theirs)]
        facts = facts._replace(extra=inside, cut=True)
    return _comparison(facts if ordered else facts._replace(ordered=True))


def _only_groups(names: list[Form]) -> bool:
    return all(name.group for name in names)


def _members(ours: list[Form], theirs: list[Form], pairing: Pairing) -> set[int]:
    """The people of a record for whom a group of the by-line stands.

    All, where the by-line begins with a group or the record does not name it; those behind it where
    the record does: "T. Prusti, Gaia Collaboration, J. de Bruijne, ...".
    """
    groups = [i for i, name in enumerate(ours) if name.group]
    if not groups:
        return set()
    if not groups[0] or len(groups) == len(ours) or any(i not in pairing for i in groups):
        return set(range(len(theirs)))
    return set(range(min(pairing[i] for i in groups), len(theirs)))


def _signed_for(theirs: list[Form], taken: set[int]) -> bool:
    """A group of the record may stand for those whom the by-line names besides.

    One that the by-line does not name, or that the record begins with: who is behind it there may
    be some of its members only.
    """
    return theirs[0].group or any(
        person.group and j not in taken for j, person in enumerate(theirs)
    )


def _scripts_differ(ours: list[Form], theirs: list[Form]) -> bool:
    """One side all in a script that the other does not use: 王伟 cannot be told from Wei Wang."""
    left = {name.foreign for name in ours if not name.group}
    right = {name.foreign for name in theirs if not name.group}
    return len(left) == len(right) == 1 and left != right


def _facts(byline: Byline, ours: list[Form], theirs: list[Form]) -> _Facts:
    pairing, kinds = align(ours, theirs)
    taken = set(pairing.values())
    # Crossref lists some authors twice; two with the same initial may be two
    twice = {
        (theirs[j].family, theirs[j].given) for j in taken if len("".join(theirs[j].given)) > 4
    }
    members = _members(ours, theirs, pairing)
    missing = [
        j for j, person in enumerate(theirs)
        if j not in taken and person.family and not person.group and j not in members
        and (person.family, person.given) not in twice
    ]  # fmt: skip
    extra = [i for i, name in enumerate(ours) if i not in pairing and not name.group]
    extra = [] if _signed_for(theirs, taken) else extra
    order = [
        pairing[i] for i in sorted(pairing) if not ours[i].group and not theirs[pairing[i]].group
    ]
    misspelt = [i for i in sorted(pairing) if kinds[i] == "misspelt"]
    return _Facts(
        byline, ours, theirs, pairing, kinds, missing, extra, misspelt, order == sorted(order),
        cut=False,
    )  # fmt: skip


def _comparison(facts: _Facts) -> BylineComparison:
    kind = _kind(facts)
    noisy = (i for i, name in enumerate(facts.byline.names) if _noisy(name))
    wrong = sorted({*facts.misspelt, *noisy})
    return BylineComparison(
        kind=kind, pairs=_pairs(facts), misspelt=tuple(wrong), missing=len(facts.missing),
        extra=len(facts.extra), overlap=_overlap(facts), reasons=tuple(_reasons(facts, kind)),
    )  # fmt: skip


def _kind(facts: _Facts) -> Kind:
    lacking = facts.missing and not facts.byline.et_al
    if not facts.pairing or (facts.extra and _overlap(facts) < OTHERS):
        return "differs"
    kinds: list[Kind] = []
    if facts.extra and not facts.cut:
        kinds.append("extra")
    if lacking:
        kinds.append("incomplete")
    if not facts.ordered:
        kinds.append("order")
    if facts.misspelt:
        kinds.append("misspelt")
    if len(kinds) > 1:
        return "mixed"
    return kinds[0] if kinds else _sound(facts)


def _sound(facts: _Facts) -> Kind:
    """Nothing wrong with who is named; perhaps with what is glued to a name."""
    if any(map(_noisy, facts.byline.names)):
        return "noise"
    if facts.missing:
        return "prefix"
    shorter = any(
        kind == "compatible" and _shorter(facts.ours[i], facts.theirs[facts.pairing[i]])
        for i, kind in facts.kinds.items()
        if i in facts.pairing
    )
    return "initials" if shorter else "same"


def _noisy(name: Name) -> bool:
    """Digits or letters glued to the name, told apart by the reader or not: "Routhier1".

    Marks alone (*, †) are put there on purpose: equal contribution, corresponding author.
    """
    digit = name.family[-1:].isdigit() and name.family[-2:-1].isalpha()
    return digit or any(char.isalnum() for char in name.noise)


def _shorter(name: Form, person: Form) -> bool:
    return len("".join(name.given)) < len("".join(person.given))


def _pairs(facts: _Facts) -> tuple[tuple[int | None, int | None], ...]:
    named: list[tuple[int | None, int | None]] = [
        (i, facts.pairing.get(i)) for i in range(len(facts.ours))
    ]
    taken = set(facts.pairing.values())
    return (*named, *((None, j) for j in range(len(facts.theirs)) if j not in taken))


def _overlap(facts: _Facts) -> float:
    """Mean of both shares; the people a list or a record leaves out on purpose do not count."""
    known = len(facts.pairing)
    named = known / max(1, known + len(facts.extra))
    people = known / max(1, known + (0 if facts.byline.et_al or facts.cut else len(facts.missing)))
    return round((named + people) / 2, 3) if known else 0.0


def _reasons(facts: _Facts, kind: Kind) -> list[str]:
    names = facts.byline.names
    texts = []
    if kind == "differs":
        return ["no author in common" if not facts.pairing else "hardly an author in common"]
    if facts.extra:
        texts.append("not an author: " + ", ".join(names[i].text for i in facts.extra[:5]))
    if facts.missing and not facts.byline.et_al:
        texts.append(f"{len(facts.missing)} missing")
    if not facts.ordered:
        texts.append("another order")
    texts += [f"“{names[i].text}” misspelt" for i in facts.misspelt[:5]]
    return texts
