"""Count how like a title, a name, a venue, prose each word is: ``pipeline/reading/words.json``.

``python -m tests.training.words PROSE WORKS.jsonl[.gz]... > pipeline/reading/words.json``

WORKS have an object a line with title, authors (given, family), container_title or venue; PROSE is
a text file of sentences about software and lists. Numbers of words are kept, no text of a work.
"""

import gzip
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from pipeline.reading.wording import TOKEN, shape

KINDS = ("title", "name", "venue", "prose")
WORDS = 9000
_LEAST, _LEAST_ENDING = 8, 25
_SHAPES = ("d", "i", "I", "h", "l", "U2", "U", "C", "M")
_SPREAD, _LIGHT = 60_000, 0.3
Texts = dict[str, list[str]]


def texts(paths: Iterable[Path], prose: Path, share: float, chance: Random) -> Texts:
    """What the works say, and prose."""
    found: Texts = {kind: [] for kind in KINDS}
    found["prose"] = prose.read_text(encoding="utf-8").splitlines()
    venues: Counter[str] = Counter()
    for path in paths:
        for row in _rows(path):
            if chance.random() < share:
                found["title"].append(row.get("title") or "")
                found["name"] += [_written(a, chance) for a in (row.get("authors") or [])[:8]]
                for key in ("container_title", "short_container_title", "venue"):
                    venues[str(row.get(key) or "")] += 1
    for venue, count in sorted(venues.items()):
        found["venue"] += [venue] * min(6, 1 + int(math.log2(count)))
    return found


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _written(author: dict[str, str], chance: Random) -> str:
    """A name as lists write it: whole, or with initials, either part first."""
    given, family = author.get("given") or "", author.get("family") or author.get("name") or ""
    draw = chance.random()
    parts = given.replace("-", " ").split()
    if draw < 0.35:
        given = " ".join(part[0] + "." for part in parts)
    elif draw < 0.5:
        given = "".join(part[0] for part in parts)
    elif draw < 0.6:
        given = ""
    return f"{family} {given}" if chance.random() < 0.3 else f"{given} {family}"


class Counts:
    """Words, endings and shapes of each kind of text."""

    def __init__(self, said: Texts) -> None:
        self.words = {kind: Counter[str]() for kind in KINDS}
        self.shapes = {kind: Counter[str]() for kind in KINDS}
        self.first, self.last = Counter[str](), Counter[str]()
        for kind in KINDS:
            for text in said[kind]:
                tokens = TOKEN.findall(text)
                self.words[kind].update(token.casefold() for token in tokens)
                self.shapes[kind].update(map(shape, tokens))
                if kind == "title" and len(tokens) > 2:
                    self.first[tokens[0].casefold()] += 1
                    self.last[tokens[-1].casefold()] += 1
        self.all = {kind: self.words[kind].total() for kind in KINDS}

    def word(self, word: str) -> list[float]:
        """The logarithms of its frequencies."""
        return [
            math.log((self.words[k][word] + _LIGHT) / (self.all[k] + _LIGHT * _SPREAD))
            for k in KINDS
        ]

    def chosen(self) -> list[str]:
        """The words that tell most."""
        total: Counter[str] = sum(self.words.values(), Counter())
        told = {
            word: count**0.5 * (max(self.word(word)) - min(self.word(word)))
            for word, count in total.items()
            if count >= _LEAST
        }
        return sorted(sorted(told, key=lambda one: (-told[one], one))[:WORDS])

    def at_end(self, word: str, ends: Counter[str]) -> int:
        """How much more often than elsewhere it stands first or last in a title."""
        inside = self.words["title"]
        usual = ends.total() / inside.total()
        return _hundredths(math.log((ends[word] + 0.5) / (inside[word] + 5) / usual))


def _hundredths(value: float) -> int:
    return round(100 * value)


def _apart(logs: list[float]) -> list[int]:
    mean = sum(logs) / len(logs)
    return [_hundredths(one - mean) for one in logs]


def tables(counts: Counts) -> dict[str, dict[str, list[int]]]:
    """The tables as ``words.json`` holds them."""
    kept = counts.chosen()
    known = set(kept)
    endings = {kind: Counter[str]() for kind in KINDS}
    for kind in KINDS:
        for word, count in counts.words[kind].items():
            if word not in known:
                endings[kind][word[-3:]] += count
    rare = {kind: endings[kind].total() / counts.all[kind] for kind in KINDS}
    every = sorted(set[str]().union(*endings.values()))
    told = [e for e in every if sum(endings[k][e] for k in KINDS) >= _LEAST_ENDING]
    spread = 0.5 * len(told)
    return {
        "words": {
            word: [
                *_apart(counts.word(word)),
                counts.at_end(word, counts.first),
                counts.at_end(word, counts.last),
            ]
            for word in kept
        },
        "endings": {"": _apart([math.log(rare[k]) for k in KINDS])}
        | {
            end: _apart(
                [
                    math.log((endings[k][end] + 0.5) / (endings[k].total() + spread) * rare[k])
                    for k in KINDS
                ]
            )
            for end in told
        },
        "shapes": {
            one: _apart(
                [math.log((counts.shapes[k][one] + 20) / (counts.all[k] + 200)) for k in KINDS]
            )
            for one in _SHAPES
        },
    }


def main() -> None:
    """Count and print."""
    prose, *paths = map(Path, sys.argv[1:])
    said = texts(paths, prose, 0.12, Random(5))  # noqa: S311  a sample
    json.dump(
        tables(Counts(said)), sys.stdout, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )


if __name__ == "__main__":
    main()
