"""Habits that Crossref's records have, at about the rates at which they are met."""

import random
from collections.abc import Callable
from typing import Any

Item = dict[str, Any]


def noisy(item: Item, seed: int) -> Item:
    """The record as a careless publisher would have deposited it; the same for the same seed."""
    chance = random.Random(f"{seed}:{item['DOI']}")  # noqa: S311  drawn by seed
    for rate, habit in HABITS:
        if chance.random() < rate:
            item = habit(dict(item), chance)
    return item


def _shouted(item: Item, _: random.Random) -> Item:
    return item | {"title": [item["title"][0].upper()]}


def _tagged(item: Item, chance: random.Random) -> Item:
    words = item["title"][0].split()
    place = chance.randrange(len(words))
    words[place] = f"<i>{words[place]}</i>"
    return item | {"title": [" ".join(words)]}


def _escaped(item: Item, _: random.Random) -> Item:
    return item | {"title": [item["title"][0].replace("&", "&amp;").replace("<", "&lt;")]}


def _wrapped(item: Item, _: random.Random) -> Item:
    return item | {"title": [item["title"][0].replace(" ", "\n            ", 1) + "."]}


def _split(item: Item, _: random.Random) -> Item:
    head, colon, tail = item["title"][0].partition(": ")
    return item | {"title": [head], "subtitle": [tail]} if colon and tail else item


def _initials(item: Item, _: random.Random) -> Item:
    people = [
        a | {"given": " ".join(f"{part[0]}." for part in a["given"].split())}
        if a.get("given")
        else a
        for a in item.get("author", ())
    ]  # fmt: skip
    return item | {"author": people}


def _nobody(item: Item, _: random.Random) -> Item:
    return {name: value for name, value in item.items() if name != "author"}


def _loud_names(item: Item, _: random.Random) -> Item:
    people = [
        a | {"family": a["family"].upper()} if "family" in a else a for a in item.get("author", ())
    ]
    return item | {"author": people}


def _undated(item: Item, _: random.Random) -> Item:
    return item | {"issued": {"date-parts": [[None]]}}


def _ampersand(item: Item, _: random.Random) -> Item:
    return item | {
        "container-title": [t.replace(" & ", " &amp; ") for t in item.get("container-title", ())]
    }


HABITS: tuple[tuple[float, Callable[[Item, random.Random], Item]], ...] = (
    (0.02, _shouted), (0.04, _tagged), (0.05, _escaped), (0.03, _wrapped), (0.05, _split),
    (0.06, _initials), (0.02, _nobody), (0.01, _loud_names), (0.01, _undated), (0.05, _ampersand),
)  # fmt: skip
"""(share of the records, habit)."""
