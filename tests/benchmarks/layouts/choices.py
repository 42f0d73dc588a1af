"""What a layout is drawn from: dimensions, their options, and the two halves of the options.

An option belongs to one half by its name: "open" options are for work on the reading, "closed" ones
only for measuring it. A draw depends on the seed and the dimension alone, so that a new dimension
leaves the others as they were.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from random import Random
from typing import Generic, Literal, TypeVar

T = TypeVar("T")
U = TypeVar("U")

Half = Literal["open", "closed", "both"]
HALVES: tuple[Half, ...] = ("open", "closed", "both")

_SALT = "layouts/237"
"""Chosen so that both halves hold about half of each dimension, and some of what is common."""


def half_of(dimension: str, option: str) -> Half:
    """The half that an option belongs to."""
    return "closed" if sha256(f"{_SALT}/{dimension}/{option}".encode()).digest()[0] % 2 else "open"


@dataclass(frozen=True)
class Dimension(Generic[T]):
    """One thing in which layouts differ."""

    name: str
    options: Mapping[str, T]
    common: tuple[str, ...] = ()
    """Options that people like."""
    shared: tuple[str, ...] = ()
    """Options of both halves: what is not a layout but the lack of one."""
    liked: float = 0.6
    """Share of the draws that fall on what is common."""

    def of(self, half: Half) -> tuple[str, ...]:
        """The options of a half, in their order."""
        return tuple(
            name for name in self.options
            if half == "both" or name in self.shared or half_of(self.name, name) == half
        )  # fmt: skip


def listed(
    name: str, *options: str, common: Iterable[str] = (), shared: Iterable[str] = ()
) -> Dimension[str]:
    """A dimension whose options are what they are called."""
    return Dimension(name, {option: option for option in options}, tuple(common), tuple(shared))


@dataclass
class Chooser:
    """The draws of one layout, kept: a dimension is drawn once."""

    seed: str
    half: Half
    drawn: dict[str, str] = field(default_factory=dict)
    """Dimension -> option, of everything that was asked for."""

    def name(self, among: Dimension[T], fitting: Collection[str] = ()) -> str:
        """The option drawn; of those fitting, if any of the half fits."""
        if among.name not in self.drawn:
            options = among.of(self.half)
            left = [option for option in options if option in fitting] or list(options)
            liked = [option for option in left if option in among.common]
            rest = [option for option in left if option not in liked]
            chance = Random(f"{self.seed}/{among.name}")  # noqa: S311  drawn by seed
            drawn_from = liked if liked and (not rest or chance.random() < among.liked) else rest
            self.drawn[among.name] = chance.choice(drawn_from)
        return self.drawn[among.name]

    def pick(self, among: Dimension[T], fitting: Collection[str] = ()) -> T:
        """What the option drawn stands for."""
        return among.options[self.name(among, fitting)]

    def like(self, seed: str, *but: str) -> "Chooser":
        """The same draws, without those of some dimensions: they will be drawn anew."""
        kept = {name: option for name, option in self.drawn.items() if name not in but}
        return Chooser(f"{self.seed}/{seed}", self.half, kept)


def only(options: Mapping[str, U], test: Callable[[U], bool]) -> tuple[str, ...]:
    """The names of the options that pass a test."""
    return tuple(name for name, option in options.items() if test(option))
