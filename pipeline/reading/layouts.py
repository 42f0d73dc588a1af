"""Which of its guesses each item of a list takes: a list has one layout or a few.

What stands right before and right behind a title is its *slot*. A slot that most items use where
they have it gains, one that few use loses; the items choose anew until that settles. Integers of
thousandths, so that nothing hangs on the order of the items.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.reading.guesses import Guess
from pipeline.reading.strip import Strip

Slot = str
ROUNDS = 3
_WEIGHT = 2.0
"""What a slot's share counts against what an item says by itself; measured on lists at large."""
_PRIOR, _STRENGTH = 0.3, 2.0
_NEAR = 12.0
"""A guess that is worse than the best by so much is out of the question."""
UNSEEN = round(1000 * _WEIGHT * math.log(_PRIOR))


def slot(strip: Strip, guess: Guess, column: int = 0) -> Slot:
    """What stands before and behind a guess, and the column of a table."""
    before = " ".join(strip.gaps[guess.first][-3:])
    behind = " ".join(strip.gaps[guess.last + 1][:2])
    return f"{column}\t{before}\t{behind}" if column else f"{before}\t{behind}"


Option = tuple[Slot, int, str]
"""The slot of a guess, its score in thousandths, and the kind of rule that proposes it, or ""."""
Options = Sequence[Option]

_TRUST, _TRIED = 0.8, 4.0
"""How often the proposals of a kind of rule are taken in lists at large, in so many items."""
_FAITH = 1.0
_MOST_FAITH = 3.0


def learnt(items: Sequence[Options], lessons: Sequence[int | None] = ()) -> dict[Slot, int]:
    """What each slot of a list gains or loses, and each kind of rule by how often it is right.

    ``lessons``: for each item the option that its record bears out, if one does.
    """
    right_options = lessons or [None] * len(items)
    rows = [_row(options, at) for options, at in zip(items, right_options, strict=True) if options]
    offered = Counter(slot for near, _ in rows for slot in {slot for slot, _, _ in near})
    tried = Counter(rule for near, _ in rows for rule in {rule for _, _, rule in near if rule})
    gains: dict[Slot, int] = {}
    for _ in range(ROUNDS):
        taken: Counter[Slot] = Counter()
        for _, left in rows:
            _share(left, gains, taken)
        gains = {text: _gain(taken[text], count) for text, count in offered.items()}
        gains |= {rule: _faith(taken[rule], count) for rule, count in tried.items()}
    return gains


def _row(options: Options, certain: int | None) -> tuple[Options, Options]:
    """What an item offers, and what of that it may take: one alone if its record says which."""
    near = _near(options)
    if certain is None:
        return near, near
    return [*near, options[certain]], [options[certain]]


def _near(options: Options) -> Options:
    best = max(score for _, score, _ in options)
    return [option for option in options if option[1] > best - 1000 * _NEAR]


def _share(options: Options, gains: Mapping[Slot, int], taken: Counter[Slot]) -> None:
    """Count each slot and rule by how likely the item takes it, in thousandths."""
    known = gains.get
    scores = [
        score + known(where, 0) + (known(rule, 0) if rule else 0) for where, score, rule in options
    ]
    best = max(scores)
    odds = [math.exp((score - best) / 1000) for score in scores]
    whole = sum(odds)
    for (text, _, rule), odd in zip(options, odds, strict=True):
        taken[text] += round(1000 * odd / whole)
        if rule:
            taken[rule] += round(1000 * odd / whole)


def worth(option: Option, gains: Mapping[Slot, int], unseen: int) -> int:
    """What an option is worth in a list; ``unseen``: for a slot that the list does not have."""
    slot, score, rule = option
    return score + gains.get(slot, unseen) + (gains.get(rule, 0) if rule else 0)


def _gain(taken: int, offered: int) -> int:
    share = (taken / 1000 + _STRENGTH * _PRIOR) / (offered + _STRENGTH)
    return round(1000 * _WEIGHT * math.log(share))


def _faith(taken: int, tried: int) -> int:
    """A rule that the list bears out is followed where an item by itself says otherwise."""
    share = (taken / 1000 + _TRIED * _TRUST) / (tried + _TRIED)
    faith = _FAITH * (_odds(share) - _odds(_TRUST))
    return round(1000 * max(-_MOST_FAITH, min(_MOST_FAITH, faith)))


def _odds(share: float) -> float:
    return math.log(share / (1 - share)) if share < 1 else _MOST_FAITH


def chosen(options: Options, gains: Mapping[Slot, int]) -> int:
    """Place of the option that an item takes."""
    scores = [worth(option, gains, UNSEEN) for option in options]
    return scores.index(max(scores))
