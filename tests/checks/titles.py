"""Titles: faults of typing and copying, other works' titles, and genuine variants."""

from tests.checks.cases import Flagged, Spared, flagged, spared
from tests.shelf import DUNES_EARLY, MOSS, TIDES, changed, listed, shelf
from tests.world import World, preprint, work

TIDES_TITLE = "Tidal memory in estuarine sensor networks"
MOSS_TITLE = "Graph lanterns: a language model for moss genomes"
DUNES_LINE = (
    "- **The grain transformer: robust models of dune migration.** Asta Bergman, Dario Conti, "
    "Femi Okoro. *bioRxiv*, 2022. [[Link]](https://doi.org/10.1101/2022.02.11.480123)"
)

RIPPLES_EARLY = preprint(
    "Ripple-2: an efficient benchmark for multi-layer sand", "Tora Lund; Vik Anand; Sol Meyer",
    "2023-06-26 2024-03-18", "arxiv:2306.88888", comment="Accepted by ICLR 2024",
    other_titles=("Ripple-2: an efficient benchmark for multi-layer sands",),
)  # fmt: skip

WORKSHOP = preprint(
    "Kite regression for precision dune physics", "Vik Anand; Tora Lund; Sol Meyer",
    "2024-11-26", "arxiv:2411.77777",
)  # fmt: skip
PRINTED = work(
    "Kite regression and precision dune physics", "Tora Lund; Vik Anand; Sol Meyer",
    "Journal of Dune Physics", "2025-02", "doi:10.99999/jdp.2025.81",
)  # fmt: skip
WORKSHOP_LINE = (
    "- **Kite regression for precision dune physics.** Vik Anand et al. *38th Conference on Sand*, "
    "2024. [[Link]](https://arxiv.org/abs/2411.77777)"
)

CARELESS = TIDES.but(title="Tidal memory in estaurine sensor networks")
"""One service's own typing fault."""


SPELT = TIDES.but(title="Tidal memory in sensor networks of tidal fltas and tidal flats")
GLUED = TIDES.but(title="Tidal memory in sensor networks of thecelll")
QUESTIONED = TIDES.but(title="Tidal memory in estuarine s?nsor networks")
ABSTRACT = TIDES.but(title="Tidal memory in estuarine sensor networks [Abstract]")


def _voices(*by_source: tuple[str, object]) -> World:
    return World(works={source: (told,) for source, told in by_source})  # type: ignore[misc]


TOOL = (
    "# Tools\n\n- **[lanterns](https://github.com/moss/lanterns)** - lanterns: a general language "
    "model for moss genomes. [[paper](https://doi.org/10.99999/nm.2022.4)]\n"
)

NAMED = "Lanternet: a language model for moss genomes"

TITLES_FLAGGED: tuple[Flagged, ...] = (
    flagged("title-differs", "other words over the work's own link, authors, venue and year",
            "tides", "Tidal amnesia across", "Tidal memory in", proposed=TIDES_TITLE),
    Flagged("title-differs", "the same record without the brackets of a translation",
            (listed(changed("tides", TIDES_TITLE, "Memory of tides over networks: an inquiry")),),
            proposed="Tidal recollection within sensors at estuaries. Inquiries",
            before="Memory of tides over networks: an inquiry",
            after="Tidal recollection within sensors at estuaries. Inquiries",
            world=_voices(("crossref", TIDES.but(
                title="Tidal recollection within sensors at estuaries. Inquiries")))),
    flagged("title-differs", "initials of other words than the record's",
            "tides", "EQN", "estuarine sensor networks", proposed=TIDES_TITLE),
    flagged("title-misspelt", "two letters changed places",
            "tides", "estaurine", "estuarine", proposed=TIDES_TITLE),
    flagged("title-misspelt", "the hyphen of a line end within a word",
            "tides", "estua- rine", "estuarine", proposed=TIDES_TITLE),
    Flagged("title-misspelt", "a slip over a record whose word stands in another record besides",
            (listed(changed("tides", TIDES_TITLE, "Tidal memory in estuarine sensor nteworks")),),
            before="nteworks", after="networks", proposed=TIDES_TITLE),
    flagged("title-misspelt", "a word lost",
            "tides", "estuarine networks", "estuarine sensor networks", proposed=TIDES_TITLE,
            fix="review"),
    flagged("title-misspelt", "a word doubled",
            "tides", "memory in in", "memory in", proposed=TIDES_TITLE),
    flagged("title-misspelt", "a plural lost over the link of the version of record",
            "tides", "sensor network.", "sensor networks.", proposed=TIDES_TITLE),
    flagged("title-misspelt", "a word typed twice, which the record has once",
            "tides", "in estuarine estuarine sensor", "in estuarine sensor",
            proposed=TIDES_TITLE),
    flagged("title-misspelt", "a word torn at a line's end",
            "tides", "estua- rine sensor", "estuarine sensor", proposed=TIDES_TITLE),
    flagged("title-style", "shouted", "moss", MOSS_TITLE.upper(), MOSS_TITLE),
    flagged("title-style", "a blank before the colon",
            "moss", "lanterns : a", "lanterns: a", proposed=MOSS_TITLE),
)  # fmt: skip

TITLES_SPARED: tuple[Spared, ...] = (
    Spared("title-misspelt", "the record lost its last words, with the tag that they stood in",
           (listed("tides"),), world=_voices(("crossref", TIDES.but(
               title="Tidal memory in estuarine sensor")))),
    Spared("title-differs", "a record whose title ends in the middle of a word",
           (listed("tides"),), world=_voices(("crossref", TIDES.but(
               title="Tidal memory in estu")))),
    spared("title-differs", "the initials of words that the record has whole",
           "tides", "estuarine sensor networks", "ESN"),
    Spared("title-differs", "the record has initials of words that the list has whole",
           (listed("tides"),), world=_voices(("crossref", TIDES.but(
               title="Tidal memory in ESN")))),
    Spared("title-differs", "the record kept a word from within, and lost those in tags",
           (listed("tides"),), world=_voices(("crossref", TIDES.but(title="-sensor-")))),
    Spared("title-differs", "the record lost a name, with the tag that it stood in",
           (listed("tides"),), world=_voices(("crossref", TIDES.but(
               title="Memory in sensor networks")))),
    spared("title-misspelt", "the same words in another order, and one less",
           "moss", MOSS_TITLE,
           "Lanterns-2: efficient dynamic structured generation engine for mosses",
           world=_voices(("crossref", MOSS.but(title="Lanterns 2: dynamic and efficient "
                                               "structured generation engine for mosses")))),
    Spared("title-differs", "cut before a preposition, over its own link",
           (listed(changed("moss", MOSS_TITLE, "Graph lanterns: a language model")),)),
    Spared("title-differs", "a registry that has the name before the colon alone",
           (listed(changed("moss", MOSS_TITLE, NAMED)),),
           world=_voices(("crossref", MOSS.but(title="Lanternet")))),
    Spared("title-differs", "another library's translation of a title in another language",
           (listed(changed("tides", TIDES_TITLE, "Memory of tides over networks: an inquiry")),),
           world=_voices(("crossref", TIDES.but(
               title="[Tidal recollection within sensors at estuaries. Inquiries]")))),
    Spared("title-misspelt", "what a curator says of a tool, whose link names the work",
           (TOOL,), world=shelf(MOSS.but(title="Lanterns: a language model for moss genomes"))),
    Spared("title-style", "words in capitals on either side of a hyphen",
           (listed(changed("moss", MOSS_TITLE, "Graph lanterns: a well-read model of mosses")),),
           world=shelf(MOSS.but(title="Graph Lanterns: a Well-Read Model of Mosses"))),
    spared("title-misspelt", "one word for another, as a preprint may have had it",
           "pools", "snails from kite", "snails by kite"),
    spared("title-misspelt", "a word more in an earlier version of the preprint linked",
           "lichen", "over long lichen", "over very long lichen"),
    spared("title-differs", "the subtitle without the nickname before it",
           "moss", MOSS_TITLE, "A language model for moss genomes"),
    Spared("title-differs", "a preprint under its own title, whose version of record has another",
           (listed(DUNES_LINE),), besides=("superseded",)),
    Spared("title-differs", "a preprint whose version of record nobody tells of",
           (listed(DUNES_LINE),), world=_voices(("crossref", DUNES_EARLY.but(preprint_of=())))),
    Spared("title-differs", "the second of two genuine titles of one work",
           (listed("- **Ripple-2: an efficient benchmark for multi-layer sands.** Tora Lund, Vik "
                   "Anand, Sol Meyer. *ICLR*, 2024. "
                   "[[Link]](https://arxiv.org/abs/2306.88888)"),),
           world=shelf(RIPPLES_EARLY)),
    Spared("title-misspelt", "the first of two genuine titles of one work",
           (listed("- **Ripple-2: an efficient benchmark for multi-layer sand.** Tora Lund, Vik "
                   "Anand, Sol Meyer. *ICLR*, 2024. "
                   "[[Link]](https://arxiv.org/abs/2306.88888)"),),
           world=shelf(RIPPLES_EARLY)),
    Spared("title-misspelt", "nearly the title of another work, where arXiv alone holds this one",
           (listed(WORKSHOP_LINE.replace("https://arxiv.org/abs/2411.77777", "")),),
           besides=("venue-unverified",), world=shelf(WORKSHOP, PRINTED)),
    Spared("title-misspelt", "the record's slip: the right word stands in it besides",
           (listed(changed("tides", TIDES_TITLE,
                           "Tidal memory in sensor networks of tidal flats and tidal flats")),),
           world=_voices(("crossref", SPELT))),
    Spared("title-misspelt", "words of the record ran together, in all its copies",
           (listed(changed("tides", TIDES_TITLE, "Tidal memory in sensor networks of the cell")),),
           world=_voices(*((source, GLUED) for source in ("crossref", "pubmed")))),
    Spared("title-misspelt", "a letter of the record became a question mark", (listed("tides"),),
           world=_voices(("crossref", QUESTIONED))),
    Spared("title-differs", "the library says of the record that it is an abstract",
           (listed("tides"),), world=_voices(("crossref", ABSTRACT))),
    Spared("title-misspelt", "the fault is in one record, and a second voice exonerates",
           (listed("tides"),), world=_voices(("crossref", CARELESS), ("pubmed", TIDES))),
    spared("title-misspelt", "a dash for the colon", "moss", "lanterns: a", "lanterns – a"),
    spared("title-misspelt", "a hyphenated compound",
           "tides", "estuarine sensor networks", "estuarine-sensor networks"),
    spared("title-style", "capitals of title case", "moss", MOSS_TITLE,
           "Graph Lanterns: A Language Model for Moss Genomes"),
    Spared("title-style", "the record shouts, not the entry", (listed("moss"),),
           world=_voices(("crossref", MOSS.but(title=MOSS.title.upper())))),
)  # fmt: skip
