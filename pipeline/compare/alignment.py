"""Which written name is which person of a record.

Equal families first, by table; what is left over is compared one by one, but only near where it
should stand if there is much of it: three thousand names must not cost nine million comparisons.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.compare.forms import Form
from pipeline.compare.people import Likeness, likeness

RANK: dict[Likeness, int] = {"same": 3, "compatible": 2, "misspelt": 1, "different": 0}

CROWD = 60
"""Bearers of one family name above which they are only compared near each other."""

LEFT_OVER = 4000
"""Comparisons that are made of everything left over with everything left over."""

REACH = 3
"""Places around the expected one that are looked at where there are more."""

Pairing = dict[int, int]
Edges = dict[int, dict[int, int]]


def align(ours: Sequence[Form], theirs: Sequence[Form]) -> tuple[Pairing, dict[int, Likeness]]:
    """Written place -> place in the record, and how the two names are alike."""
    edges = _by_family(ours, theirs)
    pairing = _in_order(_matched(edges, _anchors(edges)), edges)
    kinds = {i: _kind(edges[i][j]) for i, j in pairing.items()}
    rest = _left_over(ours, theirs, pairing)
    for i, j in _matched(rest, pairing).items():
        pairing[i] = j
        kinds[i] = _kind(rest[i][j])
    doubtful = [i for i, j in pairing.items() if likeness(ours[i], theirs[j]) == "different"]
    if len(doubtful) > 1:
        # One given name may be another spelling; several are other people with common surnames.
        pairing = {i: j for i, j in pairing.items() if i not in doubtful}
    return pairing, kinds


def _anchors(edges: Edges) -> Pairing:
    """Pairs of which both sides fit nobody else."""
    wanted = Counter(j for row in edges.values() for j in row)
    return {
        i: next(iter(row)) for i, row in edges.items()
        if len(row) == 1 and wanted[next(iter(row))] == 1
    }  # fmt: skip


def _kind(rank: int) -> Likeness:
    return next(kind for kind, value in RANK.items() if value == rank)


def _by_family(ours: Sequence[Form], theirs: Sequence[Form]) -> Edges:
    """Pairs that bear the same family name and may be one person."""
    table: dict[str, list[int]] = defaultdict(list)
    for j, person in enumerate(theirs):
        for family in person.families:
            table[family].append(j)
    edges: Edges = defaultdict(dict)
    for i, name in enumerate(ours):
        for family in name.families:
            bearers = table[family]
            near = bearers if len(bearers) <= CROWD else [j for j in bearers if abs(i - j) <= CROWD]
            for j in near:
                rank = RANK[likeness(name, theirs[j])]
                if rank > 1:
                    edges[i][j] = rank
    return edges


def _left_over(ours: Sequence[Form], theirs: Sequence[Form], pairing: Pairing) -> Edges:
    """Pairs among the names that no family name brought together."""
    taken = set(pairing.values())
    free = [i for i in range(len(ours)) if i not in pairing]
    open_ = [j for j in range(len(theirs)) if j not in taken]
    everything = len(free) * len(open_) <= LEFT_OVER
    edges: Edges = defaultdict(dict)
    for i in free:
        expected = _expected(i, pairing)
        for j in open_:
            if everything or abs(j - expected) <= REACH:
                rank = RANK[_nearly(ours[i], theirs[j])]
                if rank:
                    edges[i][j] = rank
    return edges


def _nearly(name: Form, person: Form) -> Likeness:
    """Likeness of names that nobody else claims: one family and initial will do.

    "Israr-Ul Ansari" and "I. H. Ansari" of the same work are one.
    """
    kind = likeness(name, person)
    if kind == "different" and set(name.families) & set(person.families):
        initials = {given[0][:1] for given in (name.given, person.given) if given}
        return "compatible" if len(initials) == 1 else kind
    return kind


def _expected(place: int, pairing: Pairing) -> int:
    """Where a name should stand, by its nearest neighbour that is known."""
    for step in range(1, REACH + 1):
        if place - step in pairing:
            return pairing[place - step] + step
    return place


def _matched(edges: Edges, known: Pairing) -> Pairing:
    """The best pairing: best likeness first, then nearest to where the known neighbours say."""
    places = {i: _expected(i, known) for i in edges}
    ordered = sorted(
        (-rank, abs(places[i] - j), i, j) for i, row in edges.items() for j, rank in row.items()
    )
    pairing: Pairing = {}
    taken: Pairing = {}
    for _, _, i, j in ordered:
        if i not in pairing and j not in taken:
            pairing[i], taken[j] = j, i
    for i in edges:
        if i not in pairing:
            _augment(i, edges, pairing, taken)
    return pairing


def _in_order(pairing: Pairing, edges: Edges) -> Pairing:
    """Interchangeable people in the order of the record: two K. Kims are whoever stands first."""
    groups: dict[int, list[int]] = defaultdict(list)
    for i in pairing:
        groups[min(edges[i])].append(i)
    for group in groups.values():
        _sort_group(sorted(group), pairing, edges)
    return pairing


def _sort_group(group: list[int], pairing: Pairing, edges: Edges) -> None:
    for first, i in enumerate(group[:CROWD]):
        for k in group[first + 1 : CROWD]:
            j, last = pairing[i], pairing[k]
            if j < last or last not in edges[i] or j not in edges[k]:
                continue
            if edges[i][last] + edges[k][j] >= edges[i][j] + edges[k][last]:
                pairing[i], pairing[k] = last, j


def _augment(start: int, edges: Edges, pairing: Pairing, taken: Pairing) -> None:
    """Makes room for a name by moving others to people they fit as well, if that can be."""
    came: dict[int, int] = {}
    queue = [start]
    for i in queue:
        for j in edges[i]:
            if j in came:
                continue
            came[j] = i
            if j not in taken:
                _shift(j, came, start, pairing, taken)
                return
            queue.append(taken[j])


def _shift(last: int, came: dict[int, int], start: int, pairing: Pairing, taken: Pairing) -> None:
    while True:
        i = came[last]
        before = pairing.get(i)
        pairing[i], taken[last] = last, i
        if i == start or before is None:
            return
        last = before
