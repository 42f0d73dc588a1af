"""Invented works for the tests of matching and checking, as the services tell them."""

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.values.work import Notice, Work
from tests.world import World, date, everywhere, identifiers, preprint, work

NO_AGENCIES: Mapping[str, str] = MappingProxyType({})

SENSING = "Journal of Estuarine Sensing"
GENETICS = "Nature Reviews Genetics"

TIDES = work(
    "Tidal memory in estuarine sensor networks",
    "Mara Lindqvist; Tomas Oyelaran; Jun Hasek; Petra Quill",
    SENSING, "2021-03 2021-05", "doi:10.99999/jes.2021.017 pmid:90000017",
    container_titles=("J Estuar Sens",), volume="12", issue="3", page="101-119",
)  # fmt: skip
MOSS = work(
    "Graph lanterns: a language model for moss genomes",
    "Ilse Verhoeven; Kofi Adomako; Rana Sato",
    "Nature Methods", "2022-06", "doi:10.99999/nm.2022.4 pmid:90000022",
    container_titles=("Nat Methods",), volume="19", issue="6", page="22-30",
)  # fmt: skip
FERNS = work(
    "Spore dispersal over fragmented fern habitats",
    "Nadia Brandao; Peter Quist; Lena Ostrava",
    GENETICS, "2020-10", "doi:10.99999/nrg.2020.8 pmid:90000028",
    container_titles=("Nat Rev Genet",), volume="21", page="8-20",
)  # fmt: skip
LICHEN = preprint(
    "Sparse attention over long lichen sequences",
    "Yusuf Demir; Clara Whitlock; Ines Farrow",
    "2023-01-20 2023-06-02", "arxiv:2301.09999",
)  # fmt: skip
"""On arXiv in two versions, and nowhere else."""

POOLS_EARLY = preprint(
    "Counting rock pool snails from kite photographs",
    "Hugo Almeida; Wren Castell",
    "2021-11-02 2021-12-24", "arxiv:2111.01234",
)  # fmt: skip
POOLS = work(
    "Counting rock pool snails from kite photographs",
    "Hugo Almeida; Wren Castell",
    "Marine Ecology Letters", "2022-09", "doi:10.99999/mel.2022.77",
    preprints=identifiers("arxiv:2111.01234"), volume="4", page="77-90",
)  # fmt: skip

DUNES_EARLY = preprint(
    "The grain transformer: robust models of dune migration",
    "Asta Bergman; Dario Conti; Femi Okoro",
    "2022-02-11", "doi:10.1101/2022.02.11.480123",
    container_title="bioRxiv", preprint_of=identifiers("doi:10.99999/ng.2024.31"),
)  # fmt: skip
DUNES = work(
    "Grain transformer: building robust models of dune migration",
    "Asta Bergman; Dario Conti; Femi Okoro; Gina Petrov",
    "Nature Geoscience", "2024-01", "doi:10.99999/ng.2024.31",
    container_titles=("Nat Geosci",), preprints=identifiers("doi:10.1101/2022.02.11.480123"),
)  # fmt: skip

LIGHT = work(
    "Cold light from warm moss colonies",
    "Owen Tarrant; Sofia Nakagawa",
    "Annals of Moss Informatics", "2018-02", "doi:10.99999/ami.2018.9",
    notices=(Notice(kind="retraction", doi="10.99999/ami.2019.1", date=date("2019-05-01"),
                    source="publisher"),),
)  # fmt: skip
LIGHT_NOTICE = work(
    "Retraction: Cold light from warm moss colonies",
    "Owen Tarrant; Sofia Nakagawa",
    "Annals of Moss Informatics", "2019-05", "doi:10.99999/ami.2019.1",
    type="notice", notice_for=identifiers("doi:10.99999/ami.2018.9"),
)  # fmt: skip


def noticed(each: Work, *kinds_and_days: tuple[str, str]) -> Work:
    """The work with editorial notices of these kinds and days."""
    notices = tuple(
        Notice(
            kind=kind,
            doi=f"10.99999/notice.{n}",
            date=date(day) if day else None,
            source="publisher",
        )
        for n, (kind, day) in enumerate(kinds_and_days, 1)
    )
    return each.but(notices=notices)


SHELF = everywhere(
    TIDES, MOSS, FERNS, LICHEN, POOLS_EARLY, POOLS, DUNES_EARLY, DUNES, LIGHT, LIGHT_NOTICE
)


def shelf(
    *more: Work, down: tuple[str, ...] = (), agencies: Mapping[str, str] = NO_AGENCIES
) -> World:
    """The usual world with these works besides, nothing asked yet."""
    known = {source: tuple(works) for source, works in SHELF.works.items()}
    for source, works in everywhere(*more).works.items():
        known[source] = (*known.get(source, ()), *works)
    return World(works=known, down=frozenset(down), agencies=agencies)


LINES = {
    "tides": "- **Tidal memory in estuarine sensor networks.** Mara Lindqvist, Tomas Oyelaran, "
    "Jun Hasek, Petra Quill. *Journal of Estuarine Sensing*, 2021. "
    "[[Link]](https://doi.org/10.99999/jes.2021.017)",
    "moss": "- **Graph lanterns: a language model for moss genomes.** Ilse Verhoeven, Kofi "
    "Adomako, Rana Sato. *Nature Methods*, 2022. [[Link]](https://doi.org/10.99999/nm.2022.4)",
    "ferns": "- **Spore dispersal over fragmented fern habitats.** Nadia Brandao, Peter Quist, "
    "Lena Ostrava. *Nature Reviews Genetics*, 2020. "
    "[[Link]](https://doi.org/10.99999/nrg.2020.8)",
    "lichen": "- **Sparse attention over long lichen sequences.** Yusuf Demir, Clara Whitlock, "
    "Ines Farrow. *arXiv*, 2023. [[Link]](https://arxiv.org/abs/2301.09999)",
    "pools": "- **Counting rock pool snails from kite photographs.** Hugo Almeida, Wren Castell. "
    "*Marine Ecology Letters*, 2022. [[Link]](https://doi.org/10.99999/mel.2022.77)",
}  # fmt: skip
"""Entries as they should be."""


def listed(*entries: str) -> str:
    """A list of these entries: names from the table above, or lines as they are."""
    lines = (LINES.get(entry, entry) for entry in entries)
    return "# Papers\n\n" + "\n".join(lines) + "\n"


def changed(name: str, old: str, new: str) -> str:
    """That entry with a stretch of it written otherwise."""
    assert LINES[name].count(old) == 1, (name, old)
    return LINES[name].replace(old, new)
