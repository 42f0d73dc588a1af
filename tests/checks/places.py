"""Venues and years: siblings, misspellings, what nobody names, and every genuine date."""

from pipeline.values.settings import Settings, Style
from tests.checks.cases import Flagged, Spared, flagged, spared
from tests.shelf import DUNES, DUNES_EARLY, FERNS, LICHEN, MOSS, TIDES, changed, listed, shelf
from tests.world import World, everywhere, identifiers, preprint, work

FOCAL = work(
    "Focal lanterns for dense moss detection", "Tora Lund; Vik Anand; Sol Meyer",
    "IEEE International Conference on Computer Vision", "2017-10", "doi:10.99999/iccv.2017.99",
    type="paper-conference", page="2999-3007",
)  # fmt: skip
PAMI = "IEEE Transactions on Pattern Analysis and Machine Intelligence"
FOCAL_LINE = (
    "- **Focal lanterns for dense moss detection.** Tora Lund, Vik Anand, Sol Meyer. "
    f"*{PAMI}*, 2017. [[Link]](https://doi.org/10.88888/{{}}.2018.77)"
)
FOCAL_BIB = (
    "@article{{focal,\n  title = {{Focal lanterns for dense moss detection}},\n"
    "  author = {{Lund, Tora and Anand, Vik and Meyer, Sol}},\n"
    "  journal = {{IEEE Transactions on Pattern Analysis and Machine Intelligence}},\n"
    "  year = {{2017}},\n  volume = {{42}},\n  pages = {{{}}}\n}}\n"
)

GENETICS = "Nature Reviews Genetics"
SENSING = "Journal of Estuarine Sensing"

ACCEPTED = LICHEN.but(comment="Accepted at ICLR 2024; 14 pages")
SPEECH = work(
    "Whistled vowels in noisy kelp forests", "Tora Lund; Vik Anand; Sol Meyer",
    "Lecture Notes in Computer Science", "2021-09", "doi:10.99999/lncs.2021.12",
    type="paper-conference",
)  # fmt: skip
KELP = work(
    "Whistled vowels in noisy kelp forests", "Tora Lund; Vik Anand; Sol Meyer",
    "Advances in Kelp and Computing", "2021-09", "doi:10.99999/akc.2021.12", type="chapter",
)  # fmt: skip
KELP_LINE = (
    "- **Whistled vowels in noisy kelp forests.** Tora Lund, Vik Anand, Sol Meyer. *{}*, 2021. "
    "[[Link]](https://doi.org/10.99999/akc.2021.12)"
)
MOSSES = KELP.but(
    container_title="Molecular Mosses", type="article-journal",
    publisher="Estuarine Moss Society (EMS)",
)  # fmt: skip
LATE = work(
    "Night ferries and the drift of plankton", "Tora Lund; Vik Anand; Sol Meyer",
    "Marine Ecology Letters", "2023-12-25", "doi:10.99999/mel.2024.1", volume="6", issue="1",
)  # fmt: skip
BOTH_YEARS = LATE.but(dates=({"year": 2023, "month": 12}, {"year": 2024, "month": 1}))

SECTION = """@article{one,
  title = {Night ferries and the drift of plankton},
  author = {Lund, Tora and Anand, Vik and Meyer, Sol},
  journal = {Chin. Phys.},
  volume = {C38},
  year = {2023},
  doi = {10.99999/mel.2024.1},
}
"""
SECTION_WORK = LATE.but(container_title="Chinese Physics C", volume="38")

LATE_LINE = (
    "- **Night ferries and the drift of plankton.** Tora Lund, Vik Anand, Sol Meyer. *Marine "
    "Ecology Letters*, {}. [[Link]](https://doi.org/10.99999/mel.2024.1)"
)
EXEMPLAR = preprint(
    "Guided sketches of coral expression", "Yana Yang; Zed Hossain; Eric Stone",
    "2022-10-30", "arxiv:2210.16666", comment="Accepted at WACV 2023",
)  # fmt: skip
EXEMPLAR_LINE = (
    "- **Guided sketches of coral expression.** Yana Yang, Zed Hossain, Eric Stone. *WACV*. "
    "[[Link]](https://arxiv.org/abs/2210.16666)"
)

OLD_DUNES = everywhere(
    DUNES.but(preprints=identifiers("doi:10.1101/028399")),
    DUNES_EARLY.but(identifiers=identifiers("doi:10.1101/028399"), issued=None, dates=()),
)
OLD_DUNES_LINE = (
    "- **The grain transformer: robust models of dune migration.** Asta Bergman, Dario Conti, "
    "Femi Okoro. *bioRxiv*, {}. [[Link]](https://doi.org/10.1101/028399)"
)
"""A preprint whose record has no date, and whose number tells none."""

DUNES_LINE = (
    "- **Grain transformer: building robust models of dune migration.** Asta Bergman, Dario Conti, "
    "Femi Okoro, Gina Petrov. *Nature Geoscience*, {}. "
    "[[Link]](https://doi.org/10.1101/2022.02.11.480123)"
)


POSTED = changed(
    "pools", "https://doi.org/10.99999/mel.2022.77", "https://arxiv.org/abs/2111.01234"
)


MOSS_LINE = changed(
    "moss", "https://doi.org/10.99999/nm.2022.4", "https://pubmed.ncbi.nlm.nih.gov/90000022/"
)
MOSS_OF_PUBMED = MOSS.but(container_title="Nature methods", container_titles=())


def _section(heading: str, *lines: str) -> str:
    return f"# Papers\n\n## {heading}\n\n" + "\n".join(lines) + "\n"


def _undated(name: str, year: str) -> str:
    return changed(name, f"*, {year}.", "*.")


EPRINT = """@article{pools,
  title = {Counting rock pool snails from kite photographs},
  author = {Almeida, Hugo and Castell, Wren},
  journal = {Nature Methods},
  year = {2022},
  eprint = {2111.01234},
  archivePrefix = {arXiv},
}
"""
RUN_ON = """@article{moss,
  title = {Graph lanterns: a language model for moss genomes},
  journal = {Nature Methods},
  doi = {10.99999/nm.2022.4},
}
@article{ferns,
  title = {Spore dispersal over fragmented fern habitats. *Nature Reviews Genetics},
  doi = {10.99999/nrg.2020.8},
}
"""

THESIS = """@phdthesis{tides,
  title = {Tidal memory in estuarine sensor networks},
  author = {Lindqvist, Mara and Oyelaran, Tomas and Hasek, Jun and Quill, Petra},
  school = {University of Flint},
  year = {2017},
  doi = {10.99999/jes.2021.017},
}
"""
SOUNDINGS = work(
    "Soundings of nineteen northern harbours", "Ada Storm; Bela Nagy", "Harbour Data", "2023-01",
    "doi:10.99999/soundings", type="dataset",
)  # fmt: skip
SOUNDINGS_LINE = (
    "- **Soundings of nineteen northern harbours.** Ada Storm, Bela Nagy. *Harbour Data*, {}. "
    "[[Link]](https://doi.org/10.99999/soundings)"
)

LOOSE = """@article{{moss,
  title = {{Graph lanterns: a language model for moss genomes}},
  author = {{Verhoeven, Ilse and Adomako, Kofi and Sato, Rana}},
  journal = {{Nature Methods}},
  year = {{2022}},
  doi = {{10.99999/nm.2022.4}},
}}

@{}{{tides,
  title = {{Tidal memory in estuarine sensor networks}},
  author = {{Lindqvist, Mara and Oyelaran, Tomas and Hasek, Jun and Quill, Petra}},
  year = {{2021}},
  doi = {{10.99999/jes.2021.017}},
}}
"""
"""The second names no venue."""
BOOK_LINE = (
    '# Books\n\n- Stella Weil. "Rethinking the moss garden and other meditations." Moss Press, '
    "2002. https://doi.org/10.99999/mp.2002\n"
)
BOOK = work(
    "Rethinking the moss garden and other meditations", "Stella Weil", "", 2002,
    "doi:10.99999/mp.2002", type="book",
)  # fmt: skip

PLACES_FLAGGED: tuple[Flagged, ...] = (
    Flagged("year-differs", "a book under the DOI of a book",
            (THESIS.replace("@phdthesis", "@book").replace("  school", "  publisher"),),
            ending="bib", world=World(works={"crossref": (TIDES.but(type="book"),)}),
            before="{2017}", after="{2021}", proposed="2021"),
    flagged("venue-differs", "a sibling: Nature is not Nature Methods",
            "moss", "*Nature*", "*Nature Methods*", proposed="Nature Methods"),
    flagged("venue-differs", "“Naure” on a paper of Nature Reviews Genetics is no misspelt Nature",
            "ferns", "*Naure*", f"*{GENETICS}*", fix="review", proposed=GENETICS),
    Flagged("venue-differs", "a journal over a number that is called after another, and is dead",
            (listed(FOCAL_LINE.format("tip")),), besides=("link-dead",),
            proposed="IEEE International Conference on Computer Vision",
            world=World(works={"crossref": (FOCAL,)}), before=PAMI, after=FOCAL.container_title),
    Flagged("venue-differs", "a journal over the page of the proceedings",
            (FOCAL_BIB.format("2999--3007"),), ending="bib", besides=("link-missing",),
            proposed="IEEE International Conference on Computer Vision",
            before=PAMI, after=FOCAL.container_title,
            world=World(works={"crossref": (FOCAL,)})),
    flagged("venue-differs", "a conference on a paper of a journal",
            "tides", "*ICML*", f"*{SENSING}*", proposed=SENSING),
    Flagged("venue-differs", "another journal than the one that only a search knows of",
            (listed(changed("pools", "https://doi.org/10.99999/mel.2022.77",
                            "https://arxiv.org/abs/2111.01234").replace(
                "Marine Ecology Letters", "Nature Methods")),),
            proposed="Marine Ecology Letters", before="Nature Methods",
            after="Marine Ecology Letters"),
    Flagged("venue-differs", "the same, in a .bib entry whose eprint is arXiv's", (EPRINT,),
            ending="bib", proposed="Marine Ecology Letters", before="Nature Methods",
            after="Marine Ecology Letters"),
    flagged("venue-differs", "a preprint server, over the link of what is in print",
            "tides", "*SSRN*", f"*{SENSING}*", proposed=SENSING, severity="warning", fix="review"),
    Flagged("venue-differs", "another venue in a list that abbreviates",
            (listed(changed("ferns", GENETICS, "ICML"),
                    changed("tides", SENSING, "J. Estuar. Sens."),
                    changed("pools", "Marine Ecology Letters", "Mar. Ecol. Lett.")),),
            proposed="Nat Rev Genet", before="*ICML*", after="*Nat Rev Genet*"),
    flagged("venue-misspelt", "a letter lost",
            "ferns", "Genetcs", "Genetics", proposed=GENETICS),
    flagged("venue-misspelt", "a letter lost in the first word",
            "moss", "Naure Methods", "Nature Methods"),
    Flagged("venue-missing", "an article of a .bib without a journal", (LOOSE.format("article"),),
            ending="bib", proposed=SENSING, before="  doi = {10.99999/jes.2021.017},",
            after="  doi = {10.99999/jes.2021.017},\n"
            "  journal = {Journal of Estuarine Sensing},", severity="notice", fix="review"),
    flagged("venue-missing", "none, in a list that gives venues",
            "ferns", " 2020.", f" *{GENETICS}*, 2020.", with_=("tides", "moss"),
            proposed=GENETICS, before=" 2020.", after=f" *{GENETICS}*. 2020.",
            severity="notice", fix="review"),
    flagged("venue-style", "one word's case", "moss", "Nature METHODS", "Nature Methods"),
    Flagged("venue-style", "initials as a word, by a catalogue of sentences",
            (listed(MOSS_LINE.replace("Nature Methods", "Bmc Bryology")),),
            world=World(works={"pubmed": (MOSS_OF_PUBMED.but(container_title="BMC bryology"),)}),
            proposed="BMC Bryology", before="Bmc", after="BMC"),
    flagged("venue-style", "an abbreviation where the list wants full names",
            "ferns", "Nat Rev Genet", GENETICS, settings=Settings(style=Style(venue="full"))),
    Flagged("venue-style", "the full name where the list wants abbreviations",
            (listed("ferns"),), settings=Settings(style=Style(venue="iso4")),
            proposed="Nat Rev Genet", before=GENETICS, after="Nat Rev Genet"),
    *(
        flagged("venue-misspelt", f"a record in capitals, {how}", "tides",
                "Journal of Estaurine Sensing", "Journal of Estuarine Sensing", proposed=name,
                after=name, fix=fix, world=World(works={
                    "crossref": (TIDES.but(container_title="JOURNAL OF ESTUARINE SENSING"),),
                    **others}))
        for how, name, fix, others in (
            ("and another service", "Journal of Estuarine Sensing", "", {"pubmed": (TIDES,)}),
            ("and nobody else: for review", "JOURNAL OF ESTUARINE SENSING", "review", {}),
        )
    ),
    flagged("venue-unverified", "a conference that no service names",
            "lichen", "*NeurIPS*", "*arXiv*", proposed="", before="", after=""),
    flagged("year-differs", "four years before the work", "tides", ", 2017.", ", 2021.",
            proposed="2021"),
    flagged("year-differs", "that of a day on which the entry was noted, for review", "tides",
            "*Journal of Estuarine Sensing*, 2017-11-04.",
            "*Journal of Estuarine Sensing*, 2021.", before="2017-11-04", after="2021-11-04",
            proposed="2021", fix="review"),
    flagged("year-differs", "the section's year, which only a move can mend", "tides",
            "*Journal of Estuarine Sensing*.", "*Journal of Estuarine Sensing*, 2021.",
            lists=(_section("2017", _undated("tides", "2021")),),
            proposed="2021", fix="review", before="", after="", says="section says 2017"),
    Flagged("year-differs", "before any of its versions, all services heard",
            (listed(POSTED.replace(", 2022.", ", 2019.")),), proposed="2021", before="2019.",
            after="2021."),
    Flagged("year-differs", "before any of its versions, the preprint unseen",
            (listed(DUNES_LINE.format(2020)),), world=World(works={"crossref": (DUNES,)}),
            besides=("link-dead",), proposed="2024", before="2020.", after="2024."),
    Flagged("year-differs", "a preprint without a date, long after its print",
            (listed(OLD_DUNES_LINE.format(2029)),), besides=("superseded",), world=OLD_DUNES,
            proposed="2024", before="2029.", after="2024."),
    Flagged("year-differs", "beside both years that the record gives",
            (listed(LATE_LINE.format(2022)),), world=shelf(BOTH_YEARS), proposed="2023",
            before="2022.", after="2023."),
)  # fmt: skip

PLACES_SPARED: tuple[Spared, ...] = (
    Spared("venue-differs", "the journal after which the entry's own number is called",
           (listed(FOCAL_LINE.format("tpami")),), world=World(works={"crossref": (FOCAL,)}),
           besides=("link-dead",)),
    Spared("venue-differs", "a volume and a page that are of another printing",
           (FOCAL_BIB.format("318--327"),), ending="bib",
           besides=("link-missing", "venue-unverified"),
           world=World(works={"crossref": (FOCAL,)})),
    Spared("venue-differs", "another place and no link, and a record without a date",
           (("# Papers\n\n- **Graph lanterns: a language model for moss genomes.** Ilse Verhoeven, "
             "Kofi Adomako, Rana Sato. *Genome Biology*, 2021.\n"),),
           world=World(works={"crossref": (MOSS.but(issued=None, dates=()),)})),
    spared("venue-differs", "a workshop beside what we read as the venue", "moss",
           "*Nature Methods*, 2022.", "*Genome Biology*, 2022 MossNet: Moss Modelling workshop."),
    spared("venue-differs", "what is not recognised is not known to be another",
           "ferns", f"*{GENETICS}*", "*Nanoture*", besides=("venue-unverified",)),
    Spared("venue-differs", "a meeting that we do not know, on an article of a journal",
           (listed(KELP_LINE.format("4th International Conference on Kelp Acoustics")),),
           world=shelf(MOSSES), besides=("venue-unverified",)),
    *(
        Spared("venue-differs", f"a record whose venue has a {sign} for a letter, for {written}",
               (listed(KELP_LINE.format(written)),), besides=besides,
               world=shelf(MOSSES.but(container_title=f"Archivos de bronconeumolog{sign}a")))
        for sign in ("?", "¿", "??", "¤")
        for written, besides in (
            ("Archivos de Bronconeumologia", ()), ("Genome Biology", ("venue-unverified",)),
        )
    ),
    Spared("venue-differs", "an acronym that we do not know",
           (listed(KELP_LINE.format("TMM")),), world=shelf(MOSSES), besides=("venue-unverified",)),
    Spared("venue-differs", "the words of the name in another order",
           (listed(KELP_LINE.format("Conference on Kelp Data, 2021 EMS International")),),
           world=shelf(MOSSES.but(
               container_title="2021 EMS International Conference on Kelp Data")),
           besides=("venue-unverified",)),
    Spared("venue-differs", "venue and year together are of a version that nobody shows",
           (listed(changed("moss", "*Nature Methods*, 2022. [[Link]]("
                           "https://doi.org/10.99999/nm.2022.4)",
                           "*NeurIPS*, 2018. [[Link]](https://example.org/moss.pdf)")),),
           besides=("venue-unverified",)),
    Spared("venue-differs", "a stage is no venue",
           (listed(changed("lichen", "*arXiv*", "*Under review*")),)),
    Spared("venue-differs", "the address of a preprint in the place of a venue",
           (listed(changed("lichen", "*arXiv*", "*https://arxiv.org/abs/2301.09999*")),)),
    Spared("venue-differs", "the letter of the journal written before the volume", (SECTION,),
           ending="bib", world=shelf(SECTION_WORK)),
    *(
        Spared("venue-differs", f"a stage in a .bib file: {stage}",
               (SECTION.replace("Chin. Phys.", stage),), ending="bib", world=shelf(SECTION_WORK))
        for stage in ("Forthcoming", "Under revision", "Work in progress")
    ),
    Spared("year-differs", "a thesis under the DOI of an article from it", (THESIS,), ending="bib"),
    Spared("year-differs", "a book under the DOI of a chapter of its title",
           (THESIS.replace("@phdthesis", "@book").replace("  school", "  publisher"),),
           ending="bib", world=World(works={"crossref": (TIDES.but(type="chapter"),)})),
    Spared("year-differs", "a release of a data set that has one DOI for all of them",
           (listed(SOUNDINGS_LINE.format(2019)), listed(SOUNDINGS_LINE.format(2023))),
           world=shelf(SOUNDINGS), besides=("duplicate",)),
    Spared("year-differs", "all that is known is the day on which clocks begin", (listed("tides"),),
           world=World(works={"crossref": (work(
               TIDES.title, "Mara Lindqvist; Tomas Oyelaran; Jun Hasek; Petra Quill", SENSING,
               "1970-01-01", "doi:10.99999/jes.2021.017"),)})),
    Spared("year-differs", "no link and no venue tell which version it should be",
           (listed("- **Graph lanterns: a language model for moss genomes.** Ilse Verhoeven, Kofi "
                   "Adomako, Rana Sato. 2017. [[Link]](https://example.org/moss.pdf)"),)),
    Spared("year-differs", "a preprint that nobody shows, two years before print",
           (listed(DUNES_LINE.format(2022).replace("2022.02.11.480123", "028399")),),
           world=World(works={"crossref": (DUNES,)}), besides=("link-dead",)),
    Spared("year-differs", "a preprint without a date, printed years later",
           (listed(OLD_DUNES_LINE.format(2019)),), besides=("superseded",), world=OLD_DUNES),
    spared("venue-differs", "the abbreviation of ISO 4 with stops", "tides", SENSING,
           "J. Estuar. Sens."),
    spared("venue-differs", "an abbreviation that no record gives", "ferns", GENETICS,
           "Nat. Rev. Genet."),
    Spared("venue-differs", "a conference in a series that prints many",
           (listed("- **Whistled vowels in noisy kelp forests.** Tora Lund, Vik Anand, Sol "
                   "Meyer. *MICCAI*, 2021. [[Link]](https://doi.org/10.99999/lncs.2021.12)"),),
           world=shelf(SPEECH), besides=("venue-unverified",)),
    Spared("venue-differs", "a meeting that we do not know, in a series of books",
           (listed(KELP_LINE.format("4th International Conference on Kelp Acoustics")),),
           world=shelf(KELP), besides=("venue-unverified",)),
    Spared("venue-differs", "the publisher's initials before the journal's name",
           (listed(KELP_LINE.format("EMS Molecular Mosses")),), world=shelf(MOSSES),
           besides=("venue-unverified",)),
    spared("venue-differs", "nothing but a society", "tides", SENSING, "IEEE",
           besides=("venue-unverified",)),
    spared("venue-differs", "a conference while only the preprint is known",
           "lichen", "*arXiv*", "*NeurIPS*", besides=("venue-unverified",)),
    spared("venue-differs", "arXiv, over the link of what is in print",
           "tides", SENSING, "arXiv"),
    Spared("venue-differs", "the server of a preprint that the record knows, over its own link",
           (listed("- **Grain transformer: building robust models of dune migration.** Asta "
                   "Bergman, Dario Conti, Femi Okoro, Gina Petrov. *bioRxiv*, 2024. "
                   "[[Link]](https://doi.org/10.99999/ng.2024.31)"),)),
    spared("venue-misspelt", "another letter case", "tides", SENSING, SENSING.lower()),
    Spared("venue-misspelt", "the record's own abbreviation, not a cut name",
           (listed(changed("ferns", GENETICS, "Nat Rev Genet")),)),
    Spared("venue-missing", "a title read together with the venue behind it",
           (RUN_ON,), ending="bib"),
    Spared("venue-missing", "a title read together with a short name of the venue",
           (RUN_ON.replace("Marine Ecology Letters", "Ecology Letters"),), ending="bib"),
    Spared("venue-missing", "the preprint of what is in print",
           (listed("- **Counting rock pool snails from kite photographs.** Hugo Almeida, Wren "
                   "Castell. 2021. [[Link]](https://arxiv.org/abs/2111.01234)", "tides", "moss"),)),
    Spared("venue-missing", "a kind of entry that stands in nothing", (LOOSE.format("misc"),),
           ending="bib"),
    Spared("venue-differs", "a workshop beside the conference",
           (listed(changed("ferns", f"*{GENETICS}*, 2020", "*CVPR*, 2020, Fern Workshop")),),
           world=shelf(FERNS), besides=("venue-unverified",)),
    Spared("venue-missing", "its misspelt name was not seen",
           (listed(changed("ferns", GENETICS, "nautre reviews gentics"), "tides", "moss"),)),
    Spared("venue-missing", "the same, between dashes",
           (listed("- [Spore dispersal over fragmented fern habitats](https://doi.org/10.99999/"
                   "nrg.2020.8) - Q a-be-ce et al - nautre reviews gentics (2020)", "tides",
                   "moss"),), besides=("authors-missing",)),
    Spared("venue-missing", "a list that never gives venues",
           (listed(changed("tides", f"*{SENSING}*, ", ""),
                   changed("moss", "*Nature Methods*, ", "")),)),
    Spared("venue-style", "one service writes it so",
           (listed(changed("moss", "Nature Methods", "Nature methods").replace(
               "https://doi.org/10.99999/nm.2022.4",
               "https://pubmed.ncbi.nlm.nih.gov/90000022/")),),
           world=World(works={
               "crossref": (MOSS,),
               "pubmed": (MOSS.but(container_title="Nature methods"),)})),
    spared("venue-style", "as libraries write it", "moss", "Nature Methods", "Nature methods"),
    Spared("venue-unverified", "the publisher of a book, which stands in nothing",
           (BOOK_LINE,),
           world=shelf(BOOK)),
    Spared("venue-style", "a record without capitals", (listed("moss"),),
           world=World(works={"crossref": (
               MOSS.but(container_title="nature methods", container_titles=()),)})),
    Spared("venue-differs", "the record gives its publisher for the venue",
           (listed(KELP_LINE.format("ICCV")),), besides=("venue-unverified",),
           world=shelf(KELP.but(
               container_title="Institute of Kelp Engineers", type="article-journal",
               publisher="Institute of Kelp Engineers"))),
    Spared("venue-style", "a catalogue of sentences alone knows it", (listed(MOSS_LINE),),
           world=World(works={"pubmed": (MOSS_OF_PUBMED,)})),
    Spared("venue-style", "who may write it so is silent",
           (listed(MOSS_LINE.replace("Methods", "methods")),),
           world=World(works={"pubmed": (MOSS,)}, down=frozenset({"crossref"}))),
    Spared("venue-style", "an abbreviation that nobody gives is not made up", (listed("tides"),),
           settings=Settings(style=Style(venue="iso4")),
           world=World(works={"crossref": (TIDES.but(container_titles=("JES",)),)})),
    spared("venue-unverified", "a track behind the name of the server",
           "lichen", "*arXiv*", "*arXiv preprint*"),
    Spared("venue-unverified", "the arXiv comment names it, the track stands behind it",
           (listed(changed("lichen", "*arXiv*, 2023", "*ICLR (Spotlight)*, 2024")),),
           world=World(works={"arxiv": (ACCEPTED,)})),
    Spared("year-differs", "the year of the first issue after an online date in December",
           (listed(LATE_LINE.format(2024)),), world=shelf(LATE)),
    Spared("year-differs", "the online year of a work printed in the next",
           (listed(LATE_LINE.format(2023)),), world=shelf(BOTH_YEARS)),
    Spared("year-differs", "the printed year of a work that was online before",
           (listed(LATE_LINE.format(2024)),), world=shelf(BOTH_YEARS)),
    Spared("year-differs", "the section of the preprint linked, the conference a year later",
           (_section("2022", EXEMPLAR_LINE),), world=shelf(EXEMPLAR)),
    Spared("year-differs", "the section of the conference, the preprint a year before",
           (_section("2023", EXEMPLAR_LINE),), world=shelf(EXEMPLAR)),
    Spared("year-differs", "a section that is a range: 2020 or older",
           (_section("2020 or older", _undated("ferns", "2020")),),
           world=shelf(FERNS.but(issued={"year": 2017}, dates=()))),
    Spared("year-differs", "the conference that the preprint's comment names, a year later",
           (listed(changed("lichen", "*arXiv*, 2023", "*ICLR*, 2024")),),
           world=World(works={"arxiv": (ACCEPTED,)})),
    Spared("year-differs", "a heading of years from and to",
           (_section("2018-2022", _undated("tides", "2021")),)),
    Spared("year-differs", "a version that the silent service may know of that year",
           (listed(POSTED.replace(", 2022.", ", 2019.")),), world=shelf(down=("crossref",))),
    Spared("venue-unverified", "a venue that the silent service may name",
           (listed(POSTED),), world=shelf(down=("crossref",))),
    Spared("year-differs", "the year of its preprint, which only the identifier tells",
           (listed(DUNES_LINE.format(2022)),), world=World(works={"crossref": (DUNES,)}),
           besides=("link-dead",)),
    Spared("year-differs", "the year of a version besides that nobody could be asked about",
           (listed(changed("lichen", "*arXiv*, 2023. [[Link]]", "*arXiv*, 2025. "
                           "[[NMI]](https://www.nature.com/articles/s42256-025-01011-z) "
                           "[[Link]]")),)),
)  # fmt: skip
