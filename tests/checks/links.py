"""Links and DOIs: others' works, dead ones, missing ones, better spellings."""

from pipeline.values.settings import Settings, Style
from tests.checks.cases import Flagged, Spared, flagged, spared
from tests.shelf import FERNS, LINES, TIDES, changed, listed, shelf
from tests.world import World, everywhere, identifiers, preprint, work

CHARTED = preprint(
    "Spatial niches of newts along night roads", "Orla Penhallow; Tib Sander; Vik Anand",
    "2023-01-10", "doi:10.1101/2023.01.10.523386", container_title="bioRxiv",
)  # fmt: skip
CHARTER = (
    "@article{{newts,\n  title = {{Spatial niches of newts along night roads}},\n"
    "  author = {{Penhallow, Orla and Sander, Tib and Anand, Vik}},\n"
    "  journal = {{Newt Genetics}},\n  year = {{2023}},\n  doi = {{{}}}\n}}\n"
)

TIDES_URL = "https://doi.org/10.99999/jes.2021.017"
POSTED_URL = "https://doi.org/10.1101/2021.01.02.425999"
MOSS_URL = "https://doi.org/10.99999/nm.2022.4"
STORMS = FERNS.but(title="Tidal memory in estuarine sensor networks for storm warnings")

BIB = """@article{{tides,
  title = {{Tidal memory in estuarine sensor networks}},
  author = {{Lindqvist, Mara and Oyelaran, Tomas and Hasek, Jun and Quill, Petra}},
  journal = {{Journal of Estuarine Sensing}},
  year = {{2021}},
  doi = {{{}}},
}}
"""

UNLINKED_THESIS = (
    BIB.format("").replace("  doi = {},\n", "").replace("@article", "@phdthesis")
    .replace(" and Oyelaran, Tomas and Hasek, Jun and Quill, Petra", "")
    .replace("  journal = {Journal of Estuarine Sensing},", "  school = {University of Flint},")
)  # fmt: skip
CREDIT = (
    "![lines](https://img.example/a.png)\n(from Ilse Verhoeven, Kofi Adomako, Rana Sato, "
    "“Graph lanterns: a language model for moss genomes”, Nature Methods, 2022.)\n\n"
)
"""Under a picture: whence it is."""

KITES_PEOPLE = "Asta Bergman; Dario Conti; Femi Okoro"
KITES_EARLY = preprint(
    "Kites chart the drift of single grains in moving dunes", KITES_PEOPLE, "2022-02-11",
    "doi:10.1101/2022.02.11.480999", container_title="bioRxiv",
)  # fmt: skip
KITES_UNSIGNED = KITES_EARLY.but(
    authors=(), preprint_of=({"scheme": "doi", "value": "10.99999/ng.2023.9"},)
)
KITES = work(
    "Measuring how sand travels from the air", KITES_PEOPLE, "Nature Geoscience", "2023-01",
    "doi:10.99999/ng.2023.9",
)  # fmt: skip
"""One work under two titles, of which no record says so."""
KITES_LINE = (
    "- **Kites chart the drift of single grains in moving dunes.** Asta Bergman, Dario Conti, Femi "
    "Okoro. *bioRxiv*, 2022. [[Link]](https://doi.org/10.99999/ng.2023.9)"
)
KITES_OTHERWISE = preprint(
    "Whistled vowels in noisy kelp forests", "Edi Torr", "2022-02-11",
    "doi:10.1101/2022.02.11.480999", container_title="bioRxiv",
)  # fmt: skip
"""What a service tells by mistake under the number of another."""
BELL = "Search for a silent bell among the tidal buoys of the northern estuary"
BELL_POSTED = preprint(BELL, "{Buoy Collaboration}", "2022-12-19", "arxiv:2212.10999")
BELL_PRINTED = work(
    BELL, "Ada Storm; Bela Nagy", "Marine Ecology Letters", "2023-05", "doi:10.99999/mel.2023.5"
)
BELL_BIB = f"""@article{{bell,
  title = {{{BELL}}},
  author = {{{{Buoy Collaboration}}}},
  journal = {{Marine Ecology Letters}},
  year = {{2023}},
  eprint = {{2212.10999}},
  archivePrefix = {{arXiv}},
  doi = {{10.99999/mel.2023.5}},
}}
"""
NOISE = "Neural networks for noise"
NOISE_POSTED = preprint(NOISE, "Ada Storm; Bela Nagy", "2022-12-19", "arxiv:2212.10998")
NOISE_PRINTED = work(NOISE.upper(), "", "Marine Ecology Letters", 2023, "doi:10.99999/mel.2023.6")
NOISE_BIB = f"""@article{{noise,
  title = {{{NOISE}}},
  author = {{Storm, Ada and Nagy, Bela}},
  journal = {{Marine Ecology Letters}},
  year = {{2023}},
  eprint = {{2212.10998}},
  archivePrefix = {{arXiv}},
  doi = {{10.99999/mel.2023.6}},
}}
"""

NUMBERED = """@article{{lichen,
  title = {{Sparse attention over long lichen sequences}},
  author = {{Demir, Yusuf and Whitlock, Clara and Farrow, Ines}},
  journal = {{arXiv}},
  year = {{2023}},
  eprint = {{{}}},
  archivePrefix = {{arXiv}},
}}
"""
HANDBOOK = work(
    "Shores and their keepers", "Olga Strand", "", 2013, "doi:10.99999/shores", type="book"
)
CHAPTERS = """@incollection{one,
  title = {Counting waders from a moving ferry at dusk},
  author = {Almeida, Ada},
  booktitle = {Shores and their keepers},
  year = {2013},
  doi = {10.99999/shores},
}

@incollection{two,
  title = {Shingle banks as refuges for wintering birds},
  author = {Castell, Bela},
  booktitle = {Shores and their keepers},
  year = {2013},
  doi = {10.99999/shores},
}
"""
"""Two chapters under the DOI of their book."""
TOOL = (
    "- **[lanternfish](https://github.com/moss/lanternfish)** - Whistles at vowels in noisy kelp "
    f"forests. [[paper]({MOSS_URL})]"
)

TWO_PAPERS = (
    "- **Ferry** is a model of spores, from the paper [Spore dispersal over fragmented fern "
    "habitats](https://doi.org/10.99999/nrg.2020.8) by Nadia Brandao, Peter Quist, Lena Ostrava. "
    "**Ferry-2** was released with the paper [Whistled vowels in noisy kelp forests]"
    f"({MOSS_URL}) by {{}}."
)
"""An item about two models, each with its paper and its people."""
AFTER = (
    "- **Whistled vowels in noisy kelp forests.** Yusuf Demir. 2022. "
    f"After [{{}} et al. 2022]({MOSS_URL})."
)
"""A paper that nobody knows, and a link to another that it was made after."""

DOIS = Settings(style=Style(link="doi"))

SHANTIES = work(
    "Parsing the songs of northern whales", "Ada Storm; Bela Nagy",
    "Proceedings of the 57th Annual Meeting of the Association for Computational Linguistics",
    2019, "doi:10.18653/v1/p19-1502", type="paper-conference",
)  # fmt: skip
SHANTIES_LINE = (
    "- **Parsing the songs of northern whales.** Ada Storm, Bela Nagy. *ACL*, 2019. "
    "[[Link]](https://aclanthology.org/{}/)"
)

LINKS_FLAGGED: tuple[Flagged, ...] = (
    Flagged("link-elsewhere", "another paper's number in the anthology: for review",
            (listed(SHANTIES_LINE.format("P19-1501")),), world=shelf(SHANTIES), fix="review",
            before="P19-1501", after="P19-1502", proposed="https://aclanthology.org/P19-1502/",
            says="P19-1502"),
    flagged("link-elsewhere", "the link of a neighbour", "tides", MOSS_URL, TIDES_URL,
            with_=("ferns",), says="“Graph lanterns: a language model for moss genomes”"),
    Flagged("link-elsewhere", "the paper of others, whose title goes on where this one ends",
            (listed(changed("tides", TIDES_URL, "https://doi.org/10.99999/nrg.2020.8")),),
            world=everywhere(TIDES, STORMS), before="https://doi.org/10.99999/nrg.2020.8",
            after=TIDES_URL, proposed=TIDES_URL, says="“Tidal memory in estuarine sensor networks "
            "for storm warnings”"),
    Flagged("link-elsewhere", "an unknown title, nobody named, and no word in common",
            (listed(f"- [Whistled vowels in noisy kelp forests]({MOSS_URL})"),),
            status="unresolved", fix="none", besides=("not-verified",),
            says="“Graph lanterns: a language model for moss genomes”"),
    Flagged("link-elsewhere", "the second of two papers in an item, whose people are others: for "
            "review, as what it would say stands there",
            (listed(TWO_PAPERS.format("Orla Penhallow, Tib Sander, Vik Anand")),), fix="review",
            before=MOSS_URL, after="https://doi.org/10.99999/nrg.2020.8",
            proposed="https://doi.org/10.99999/nrg.2020.8",
            says="“Graph lanterns: a language model for moss genomes”"),
    Flagged("link-elsewhere", "a link whose own words name others",
            (listed(AFTER.format("Penhallow")),), status="ambiguous", fix="none",
            says="“Graph lanterns: a language model for moss genomes”"),
    Flagged("link-elsewhere", "the number of another preprint in a .bib",
            (NUMBERED.format("2111.01234"),), ending="bib", fix="none", proposed="2301.09999",
            says="2111.01234 is “Counting rock pool snails"),
    Flagged("doi-differs", "the DOI of others' paper on a chapter that nobody knows",
            (BIB.format("10.99999/nm.2022.4").replace("Tidal memory in estuarine sensor networks",
                                                      "Whistled vowels in noisy kelp forests"),),
            ending="bib", status="ambiguous", fix="none", besides=("ambiguous",),
            says="10.99999/nm.2022.4 is “Graph lanterns"),
    Flagged("ambiguous", "what it may be is said beside its wrong DOI",
            (BIB.format("10.99999/nm.2022.4").replace("Tidal memory in estuarine sensor networks",
                                                      "Whistled vowels in noisy kelp forests"),),
            ending="bib", status="ambiguous", besides=("doi-differs",),
            says="It may be “Graph lanterns"),
    Flagged("link-missing", "no DOI in a .bib whose entries have none", (BIB.replace(
            "  doi = {{{}}},\n", "").format(),), ending="bib", proposed="10.99999/jes.2021.017",
            before="year = {2021},\n",
            after="year = {2021},\n  doi = {10.99999/jes.2021.017},\n"),
    Flagged("link-missing", "a DOI field without the beginning of the DOI",
            (BIB.format("jes.2021.017"),), ending="bib", proposed="10.99999/jes.2021.017",
            before="{jes.2021.017}", after="{10.99999/jes.2021.017}"),
    flagged("link-missing", "an empty link", "tides", "[[Link]]()", f"[[Link]]({TIDES_URL})",
            proposed=TIDES_URL, with_=("moss", "ferns")),
    flagged("link-missing", "in a list that calls its links pdf: for review", "tides",
            "*Journal of Estuarine Sensing*, 2021.",
            f"*Journal of Estuarine Sensing*, 2021. [[Link]]({TIDES_URL})", proposed=TIDES_URL,
            before="Sensing*, 2021.", after=f"Sensing*, 2021. [[pdf]]({TIDES_URL})", fix="review",
            lists=(listed(LINES["tides"].partition(" [[")[0], *(
                LINES[name].replace("[[Link]]", "[[pdf]]") for name in ("moss", "ferns"))),)),
    flagged("link-dead", "a DOI that nobody registered",
            "tides", "https://doi.org/10.99999/jes.2021.999", TIDES_URL),
    Flagged("link-dead", "a journal's DOI, where services show its preprint alone: for review",
            (CHARTER.format("10.99999/ng.2023.4"),), ending="bib", besides=("venue-unverified",),
            world=World(works={"crossref": (CHARTED,)}), fix="review",
            proposed="10.1101/2023.01.10.523386", before="10.99999/ng.2023.4",
            after="10.1101/2023.01.10.523386"),
    Flagged("link-dead", "a slip in the preprint's own DOI",
            (CHARTER.format("10.1101/2023.01.10.523368").replace("Newt Genetics", "bioRxiv"),),
            ending="bib", world=World(works={"crossref": (CHARTED,)}),
            proposed="10.1101/2023.01.10.523386", before="523368", after="523386"),
    flagged("link-dead", "a preprint's number, where only the print is known: for review",
            "tides", f"*bioRxiv*, 2021. [[Link]]({POSTED_URL})",
            f"*Journal of Estuarine Sensing*, 2021. [[Link]]({TIDES_URL})", proposed=TIDES_URL,
            before=POSTED_URL, after=TIDES_URL, fix="review", besides=("superseded",)),
    flagged("link-dead", "the same under no venue", "tides",
            f"[[bioRxiv]]({POSTED_URL})",
            f"*Journal of Estuarine Sensing*, 2021. [[Link]]({TIDES_URL})", proposed=TIDES_URL,
            before=POSTED_URL, after=TIDES_URL, fix="review", besides=("superseded",)),
    *(
        flagged("link-dead", f"an open copy, {how}: for review", "tides", written,
                f"[[Link]]({TIDES_URL})", proposed=TIDES_URL, before=POSTED_URL, after=TIDES_URL,
                fix="review")
        for how, written in (
            ("by its label", f"[[bioRxiv]]({POSTED_URL})"),
            ("beside the print's page",
             f"[[paper]](https://jes.example/17.pdf) [[pdf]]({POSTED_URL})"),
        )
    ),
    flagged("link-dead", "the same beside the journal that printed it",
            "tides", POSTED_URL, TIDES_URL),
    Flagged("link-dead", "an arXiv id with a thirteenth month",
            (listed(changed("lichen", "2301.09999", "2313.09999")),),
            proposed="https://arxiv.org/abs/2301.09999", before="2313.", after="2301."),
    flagged("link-style", "http and dx.doi.org",
            "tides", "http://dx.doi.org/10.99999/jes.2021.017", TIDES_URL),
    flagged("link-style", "tracking parameters",
            "tides", TIDES_URL + "?utm_source=feed", TIDES_URL),
    flagged("link-style", "a fixed version of a preprint", "lichen",
            "https://arxiv.org/abs/2301.09999v1", "https://arxiv.org/abs/2301.09999"),
    flagged("link-style", "PubMed's page where the list wants DOIs", "tides",
            "https://pubmed.ncbi.nlm.nih.gov/90000017/", TIDES_URL, settings=DOIS),
    Flagged("doi-differs", "a DOI written in the entry is a neighbour's",
            (BIB.format("10.99999/nm.2022.4"),), ending="bib", proposed="10.99999/jes.2021.017",
            before="10.99999/nm.2022.4", after="10.99999/jes.2021.017"),
)  # fmt: skip

LINKS_SPARED: tuple[Spared, ...] = (
    Spared("link-elsewhere", "the work's own number in the anthology",
           (listed(SHANTIES_LINE.format("P19-1502")),), world=shelf(SHANTIES)),
    Spared("link-elsewhere", "a number in the anthology of what is registered otherwise",
           (listed(SHANTIES_LINE.format("Q19-1044")),),
           world=shelf(SHANTIES.but(identifiers=identifiers("doi:10.1162/tacl_a_00044")))),
    Spared("ambiguous", "the number in the anthology names a title that is begun",
           (listed(SHANTIES_LINE.format("P19-1502")),),
           world=shelf(SHANTIES.but(
               title="Parsing the songs of northern whales with multi-level memory"))),
    spared("link-elsewhere", "the publisher's page, which carries no identifier",
           "tides", TIDES_URL, "https://www.jes.example/articles/tidal-memory"),
    Spared("link-elsewhere", "the preprint of the work, the venue that of the record",
           (listed(changed("pools", "https://doi.org/10.99999/mel.2022.77",
                           "https://arxiv.org/abs/2111.01234")),)),
    Spared("link-elsewhere", "the version of record of a preprint with another title",
           (listed(KITES_LINE),), world=shelf(KITES_EARLY, KITES)),
    Spared("link-elsewhere", "the same, of which one record says so and names nobody",
           (listed(KITES_LINE),), world=shelf(KITES_UNSIGNED, KITES)),
    Spared("link-elsewhere", "one of two records under the number is of something else",
           (listed(KITES_LINE.replace("10.99999/ng.2023.9", "10.1101/2022.02.11.480999")),),
           world=shelf(KITES_EARLY, KITES_OTHERWISE)),
    Spared("link-elsewhere", "the same where the other record begins with another number",
           (listed(KITES_LINE.replace("10.99999/ng.2023.9", "10.1101/2022.02.11.480999")
                   + " PMID: 90000099"),),
           world=World(works={"crossref": (KITES_OTHERWISE,), "pubmed": (
               KITES_EARLY.but(identifiers=identifiers(
                   "pmid:90000099 doi:10.1101/2022.02.11.480999")),)})),
    Spared("link-elsewhere", "the work's title in a note's own words, nobody named",
           (listed(f"- [A lantern model that reads moss genomes]({MOSS_URL})"),),
           status="not-verified", besides=("not-verified",)),
    Spared("link-elsewhere", "the number of its own preprint", (NUMBERED.format("2301.09999"),),
           ending="bib"),
    Spared("doi-differs", "the DOI of the book that is the venue", (CHAPTERS,), ending="bib",
           status="not-verified", world=shelf(HANDBOOK), besides=("not-verified", "not-verified")),
    Spared("link-elsewhere", "what a tool is good for is no title", (listed(TOOL),),
           status="not-verified", besides=("not-verified",)),
    Spared("link-missing", "a .bib without addresses, and nothing but a preprint of it is known",
           (NUMBERED.format("").replace("journal = {arXiv}", "journal = {Lichen Letters}"),),
           ending="bib", besides=("venue-unverified",)),
    Spared("link-elsewhere", "a title and what is said of it, read together",
           (listed(f"- [Graph lanterns whistle at vowels in noisy kelp forests]({MOSS_URL})"),),
           status="not-verified", besides=("not-verified",)),
    Spared("link-missing", "the credit of a figure",
           (CREDIT + listed("tides", "ferns"),)),
    Spared("link-missing", "a thesis under the title of an article", (UNLINKED_THESIS,),
           ending="bib"),
    Spared("link-missing", "the copy that somebody keeps is a link",
           (listed(changed("tides", TIDES_URL, "https://drive.google.com/file/d/1abc/view")),)),
    Spared("link-elsewhere", "a title that begins with the name of what the link opens",
           (listed(f"- [Graph lanterns: whistled vowels in noisy kelp forests]({MOSS_URL})"),),
           status="not-verified", besides=("not-verified",)),
    Spared("link-elsewhere", "the second of two papers in an item, renamed since, with its people",
           (listed(TWO_PAPERS.format("Ilse Verhoeven, Kofi Adomako, Rana Sato")),)),
    Spared("link-elsewhere", "a link whose own words name the people of what it opens",
           (listed(AFTER.format("Verhoeven")),), status="ambiguous", besides=("ambiguous",)),
    Spared("link-elsewhere", "too few words to be a title",
           (listed(f"- [Noisy kelp forests]({MOSS_URL})"),), status="not-verified",
           besides=("not-verified",)),
    Spared("link-elsewhere", "a preprint, nobody named: another version of it may be called so",
           (listed("- [Whistled vowels in noisy kelp forests](https://arxiv.org/abs/2301.09999)"),),
           status="not-verified", besides=("not-verified",)),
    Spared("doi-differs", "one title, signed by a collaboration in one record", (BELL_BIB,),
           ending="bib", world=shelf(BELL_POSTED, BELL_PRINTED)),
    Spared("doi-differs", "the title of the work, and a record that names nobody", (NOISE_BIB,),
           ending="bib", besides=("venue-unverified",), world=shelf(NOISE_POSTED, NOISE_PRINTED)),
    spared("link-elsewhere", "the work's record at PubMed",
           "tides", TIDES_URL, "https://pubmed.ncbi.nlm.nih.gov/90000017/"),
    Spared("link-missing", "a list that never links",
           (listed(*(LINES[n].partition(" [[Link")[0] for n in ("tides", "moss"))),)),
    spared("link-dead", "a DOI of an agency that is not asked for records",
           "tides", TIDES_URL, "https://doi.org/10.88888/elsewhere.1",
           world=shelf(agencies={"10.88888/elsewhere.1": "mEDRA"})),
    Spared("link-dead", "Crossref knows it not, and the resolver cannot be asked",
           (listed(changed("tides", TIDES_URL, "https://doi.org/10.99999/jes.2021.999")),),
           world=shelf(down=("doi",)), status="not-verified", besides=("not-verified",)),
    Spared("link-style", "bioRxiv's address, which always has a version", (
        listed("- **Kites chart the drift of single grains in moving dunes.** Asta Bergman, Dario "
               "Conti, Femi Okoro. *bioRxiv*, 2022. "
               "[[Link]](https://www.biorxiv.org/content/10.1101/2022.02.11.480999v2)"),),
           world=shelf(KITES_EARLY)),
    spared("link-style", "a page with parameters of its own",
           "tides", TIDES_URL, "https://www.jes.example/article?id=17&page=2"),
    Spared("link-style", "a preprint on arXiv, of which no DOI is known, where the list wants them",
           (listed("lichen"),), settings=DOIS),
    Spared("doi-differs", "the DOI in capitals", (BIB.format("10.99999/JES.2021.017"),),
           ending="bib"),
    Spared("doi-differs", "the DOI of another version of the work",
           (BIB.format("10.99999/tides.early"),), ending="bib", besides=("superseded",),
           world=shelf(TIDES.but(
               stage="preprint", container_title="Research Square", container_titles=(),
               identifiers=({"scheme": "doi", "value": "10.99999/tides.early"},),
               preprint_of=TIDES.identifiers[:1], volume="", issue="", page="",
               type="article"))),
)  # fmt: skip
