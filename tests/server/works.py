"""Invented works that the test server knows; no title, name or number is anybody's."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Made:
    """One invented work and who knows it."""

    title: str
    authors: tuple[tuple[str, str], ...]
    year: int
    container: str = ""
    short: str = ""
    doi: str = ""
    arxiv: str = ""
    pmid: str = ""
    pmcid: str = ""
    pii: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    type: str = "journal-article"
    comment: str = ""
    extra: dict[str, object] = field(default_factory=dict)
    """More keys of the Crossref record."""

    @property
    def is_crossref(self) -> bool:
        """Crossref knows it."""
        return bool(self.doi) and not self.doi.startswith(("10.5281/", "10.48550/"))

    @property
    def is_datacite(self) -> bool:
        """DataCite knows it."""
        return bool(self.arxiv) or self.doi.startswith("10.5281/")


WORKS = (
    Made(
        title="Tidal memory in estuarine sensor networks",
        authors=(("Mara", "Lindqvist"), ("Tomas", "Oyelaran"), ("Jun", "Hasek")),
        year=2021, container="Journal of Estuarine Sensing", short="J Estuar Sens",
        doi="10.9999/jes.2021.017", pmid="90000017", pmcid="PMC9000017", pii="S9999888821000173",
        volume="12", issue="3", page="101-119",
    ),
    Made(
        title="Graph lanterns: a language model for moss genomes",
        authors=(("Ilse", "Verhoeven"), ("Kofi", "Adomako")),
        year=2022, container="Annals of Moss Informatics", short="Ann Moss Inform",
        doi="10.9999/ami.2022.4", pmid="90000022", volume="4", issue="1", page="e22",
    ),
    Made(
        title="Sparse attention over long lichen sequences",
        authors=(("Nadia", "Brandao"), ("Peter", "Quist")),
        year=2023, arxiv="2301.99999", comment="Accepted at the Symposium on Lichen Learning 2023",
    ),
    Made(
        title="Preprint tides: early notes on sensor memory",
        authors=(("Mara", "Lindqvist"), ("Tomas", "Oyelaran")),
        year=2020, doi="10.1101/2020.02.30.999999", type="posted-content",
        extra={
            "publisher": "openRxiv",
            "relation": {"is-preprint-of": [{"id-type": "doi", "id": "10.9999/JES.2021.017"}]},
        },
    ),
    Made(
        title="A dataset of painted pebbles",
        authors=(("Rosa", "Ferndale"),),
        year=2019, doi="10.5281/zenodo.99999991", type="dataset",
    ),
    Made(
        title="RETRACTED: Cold light from warm moss",
        authors=(("Owen", "Tarrant"), ("Sofia", "Nakagawa")),
        year=2018, container="Annals of Moss Informatics", doi="10.9999/ami.2018.9",
        pmid="90000018", volume="1", page="9-12",
        extra={
            "updated-by": [
                {"DOI": "10.9999/ami.2019.1", "type": "retraction", "source": "publisher",
                 "updated": {"date-parts": [[2019, 5, 1]]}},
            ],
        },
    ),
)  # fmt: skip


def numbered(count: int) -> tuple[Made, ...]:
    """So many more works, for batches."""
    return tuple(
        Made(
            title=f"Pebble counting at shore number {number} of the northern archive",
            authors=(("Ada", f"Shoreham{number}"), ("Ben", "Tidewell")),
            year=2000 + number % 24,
            container="Bulletin of Pebble Studies",
            doi=f"10.9999/bps.{number}",
            arxiv=f"2105.{number:05d}",
            pmid=str(91000000 + number),
        )
        for number in range(1, count + 1)
    )
