"""How often an index brings the work that a reference means among its candidates.

    python -m tests.benchmarks.recalling INDEX REFS.jsonl [--most N]

A line of REFS has ``doi`` and either ``raw_flat`` or ``strings`` (style -> string). Printed is for
each style how many references were read with a title, and for how many of these the work is among
the candidates by keys, by words, by either, and among the records that answer the citation where
nobody but the index can be asked.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline import formats
from pipeline.formats.pieces import pieces
from pipeline.index import keys
from pipeline.index.choosing import Wanted
from pipeline.index.lookup import Index
from pipeline.values.entry import Entry
from pipeline.values.identifiers import identifier

TOGETHER = 200


def cited(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The strings of a reference, each with its style."""
    yield from (told.get("strings") or {"as printed": told["raw_flat"]}).items()


def wanted(entry: Entry) -> Wanted | None:
    """What Crossref would be asked of an entry."""
    if not entry.title:
        return None
    names = entry.authors.names if entry.authors else ()
    families = tuple(name.family for name in names[:3] if name.family)
    years = (entry.year.value,) if entry.year else ()
    return Wanted("crossref", entry.title.text, families, years)


def read(strings: list[str]) -> list[Wanted | None]:
    """What is asked of each string."""
    (piece,) = pieces("x.jsonl", (json.dumps(text) for text in strings), len(strings))
    entries = [formats.read(reference.document).entries for reference in piece]
    return [wanted(found[0]) if found else None for found in entries]


def measured(index: Index, strings: list[str], dois: list[str]) -> Counter[str]:
    """How many of these references have their work among the candidates, and by what."""
    asked = read(strings)
    numbers = index._by_keys([one for one in asked if one])
    told = index.by_citation([one for one in asked if one], alone=True)
    counts: Counter[str] = Counter(strings=len(strings))
    for one, doi in zip(asked, dois, strict=True):
        known = identifier("doi", doi)
        if one is None or known is None:
            continue
        own = index._joined("identifiers", [keys.of_identifier("crossref", known)])
        held = {number for _, number in own}
        if not held:
            counts["not in the index"] += 1
            continue
        by_keys = not held.isdisjoint(numbers[one])
        by_words = not held.isdisjoint(index._by_words(one))
        counts.update(
            asked=1, keys=by_keys, words=by_words, both=by_keys or by_words,
            answered=known.value in {json.loads(each)["DOI"].lower() for each in told.get(one, ())},
        )  # fmt: skip
    return counts


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("refs", type=Path)
    parser.add_argument("--most", type=int)
    options = parser.parse_args()
    by_style: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with options.refs.open(encoding="utf-8") as lines:
        for told in islice(map(json.loads, lines), options.most):
            for style, text in cited(told) if told.get("doi") else ():
                by_style[style].append((text, told["doi"]))
    with Index(options.index, print) as index:
        for style, refs in by_style.items():
            counts: Counter[str] = Counter()
            for start in range(0, len(refs), TOGETHER):
                strings, dois = zip(*refs[start : start + TOGETHER], strict=True)
                counts += measured(index, list(strings), list(dois))
            shares = {n: f"{counts[n] / max(1, counts['asked']):.4f}" for n in
                      ("keys", "words", "both", "answered")}  # fmt: skip
            print(style, {n: counts[n] for n in ("strings", "not in the index", "asked")}, shares)


if __name__ == "__main__":
    main()
