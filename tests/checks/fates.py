"""What became of works, and what is said of entries as a whole."""

from pipeline.values.question import Answer, ByCitation, Question, Unavailable
from pipeline.values.settings import Settings
from pipeline.values.work import Notice, Person
from tests.checks.cases import Flagged, Spared
from tests.shelf import (
    LICHEN,
    LIGHT,
    LIGHT_NOTICE,
    LINES,
    MOSS,
    POOLS,
    POOLS_EARLY,
    TIDES,
    changed,
    listed,
    noticed,
    shelf,
)
from tests.world import World, identifiers, preprint, work

LIGHT_LINE = (
    "- **Cold light from warm moss colonies.** Owen Tarrant, Sofia Nakagawa. *Annals of Moss "
    "Informatics*, 2018. [[Link]](https://doi.org/10.99999/ami.2018.9)"
)
NOTICE_LINE = (
    "- **Retraction: Cold light from warm moss colonies.** Owen Tarrant, Sofia Nakagawa. *Annals "
    "of Moss Informatics*, 2019. [[Link]](https://doi.org/10.99999/ami.2019.1)"
)


class Searchless(World):
    """Crossref tells of identifiers while its search is down."""

    def ask(self, questions: frozenset[Question]) -> dict[Question, Answer]:
        down = Unavailable(reason="crossref failed (status 503)")
        return {
            one: down if one.source == "crossref" and isinstance(one.query, ByCitation) else answer
            for one, answer in super().ask(questions).items()
        }


POOLS_LINE = (
    "- **Counting rock pool snails from kite photographs.** Hugo Almeida, Wren Castell. *arXiv*, "
    "2021. [[Link]](https://arxiv.org/abs/2111.01234)"
)
DUNES_LINE = (
    "- **The grain transformer: robust models of dune migration.** Asta Bergman, Dario Conti, "
    "Femi Okoro. *bioRxiv*, 2022. [[Link]](https://doi.org/10.1101/2022.02.11.480123)"
)


def headed(*parts: tuple[str, str]) -> str:
    """A list with these headings, an entry under each."""
    return "".join(f"## {heading}\n\n{LINES[name]}\n\n" for heading, name in parts)


PARAGRAPH = LINES["tides"].removeprefix("- ")
NAMED = "- {}: [Tidal memory in estuarine sensor networks](https://doi.org/10.99999/jes.2021.017)"
"""An item about a thing that has a name, and the paper that it comes from."""
CREDIT = f"## Sensing\n\n![buoys](https://img.example.org/buoys.png)\n\n{PARAGRAPH}\n"
INVENTED = (
    "- **Whispering algorithms for the census of glacier fleas.** Orla Penhallow, Tib Sander. "
    "*{}*, 2020."
)
NAMESAKE = listed(
    "- **Learning representations of limpets and moss.** Orla Penhallow, Tib Sander. *Nature "
    "Methods*, 2020."
)
"""A title of few telling words, borne by a work of others."""
LIMPETS = work(
    "Learning representations of limpets and moss", "Mara Lindqvist; Jun Hasek",
    "Marine Ecology Letters", "2011", "doi:10.99999/mel.2011.4",
)  # fmt: skip
GHOST_TITLE = "Whispering algorithms for the census of glacier fleas"
GHOST = listed(INVENTED.format("Nature Methods"))

DECLARED = POOLS_EARLY.but(preprint_of=({"scheme": "doi", "value": "10.99999/mel.2022.77"},))

SAME_TITLE = LIGHT_NOTICE.but(title="Cold light from warm moss colonies")
"""A notice under the very title of the work it retracts."""

UNTOLD = listed(
    "- [Lanterns-as-a-Harbour](https://arxiv.org/abs/2401.07777). Mara Lindqvist, Jun Hasek, Tora "
    "Lund. *arXiv*, 2024."
)
"""One word where a title would stand: that it is one cannot be told."""
JUDGE = preprint("Lanterns-as-a-harbour", "Mara Lindqvist", "2024-01-12", "arxiv:2401.07777")
JUDGE_GONE = JUDGE.but(notices=(Notice(kind="withdrawal", source="arxiv", text="withdrawn by us"),))

WITHDRAWN = preprint(
    "Singing sand as a random number source", "Tora Lund; Vik Anand", "2022-03-01",
    "arxiv:2203.55555",
    notices=(Notice(kind="withdrawal", source="arxiv", text="withdrawn: an error in lemma 2"),),
)  # fmt: skip

TWINS = tuple(
    work("Patience of limpets in rising harbour water", authors, venue, "2016",
         f"doi:10.99999/limpet.{n}")
    for n, (authors, venue) in enumerate(
        (("Ada Storm; Bela Nagy", "Marine Ecology Letters"),
         ("Cato Lind; Dua Reis", "Annals of Moss Informatics")), 1)
)  # fmt: skip

PEAK = work(
    "PeakShell: a generative model of limpet accessibility", "", "Shell Reports", "2022",
    "doi:10.99999/sr.2022.9", preprints=identifiers("doi:10.1101/2021.08.20.457057"),
)  # fmt: skip
MULTI = preprint(
    "MultiShell: deep models that integrate multi-modal tides", "", "2021-08-21",
    "doi:10.1101/2021.08.20.457057", container_title="bioRxiv", preprint_of=PEAK.identifiers,
)  # fmt: skip
"""Two works, of which a registry has the one for the preprint of the other."""
PEAK_LINE = (
    "- **PeakShell: a generative model of limpet accessibility.** Cato Lind, Dua Reis. *Shell "
    "Reports*, 2022. [[Link]](https://doi.org/10.99999/sr.2022.9)"
)
MULTI_LINE = (
    "- **MultiShell: deep models that integrate multimodal tides.** Ada Storm, Bela Nagy. *Shell "
    "Methods*, {}. [[Link]](https://doi.org/{})"
)

BIB = "@article{{one,\n  title = {{{}}},\n  year = {{{}}},\n}}\n"

RUN_TOGETHER = """@article{one,
  title = {Graph lanterns. Ilse Verhoeven, Kofi Adomako, Rana Sato},
  journal = {Nature Methods},
  year = {2022},
  doi = {10.99999/nm.2022.4},
}
"""

PROGRAM = """@software{{reefkit,
  title = {{reefkit: v0.5.2}},
  author = {{{}}},
  doi = {{10.5281/zenodo.99999}},
  year = {{2020}},
}}
"""
REEFKIT = work(
    "reefkit: v0.5.4", "Ada Storm; Bela Nagy", "", "2020", "doi:10.5281/zenodo.99999",
    type="software",
)  # fmt: skip
ECHOES = work(
    "Echoes of undetermined ferries associated with spring storms in cored sediments: prevalence "
    "and follow-up surveys", "A. Storm; B. Nagy; C. Lund; D. Quill; F. Anand",
    "Marine Ecology Letters", "2012", "doi:10.99999/mel.2012.1",
)  # fmt: skip
GRAPHS = """@article{{{},
  title = {{Learning deep generative models of graphs}},
  author = {{Storm, Ada and Nagy, Bela}},
  journal = {{Marine Ecology Letters}},
  year = {{2018}},
  doi = {{10.99999/mel.2018.7}},
}}
"""
GRAPHS_WORK = work(
    "Learning deep generative models of graphs", "Ada Storm; Bela Nagy", "Marine Ecology Letters",
    "2018", "doi:10.99999/mel.2018.7",
)  # fmt: skip

MISTS_EARLY = preprint(
    "Sea mists as seen from nineteen lighthouses", "Ada Storm; Bela Nagy", "2020-02-11",
    "doi:10.1101/2020.02.11.480999", container_title="bioRxiv",
    preprint_of=identifiers("doi:10.99999/mel.2021.3"),
)  # fmt: skip
MISTS = work(
    "Sea mists as seen from nineteen lighthouses", "Ada Storm; Bela Nagy",
    "Marine Ecology Letters", "2021-03", "doi:10.99999/mel.2021.3",
    preprints=identifiers("doi:10.1101/2020.02.11.480999"),
)  # fmt: skip
MIXED = """@article{{mists,
  title = {{Sea mists as seen from nineteen lighthouses}},
  author = {{Storm, Ada and Nagy, Bela}},
  journal = {{Marine Ecology Letters}},
  year = {{2021}},
  {},
}}
"""
UNHEARD = """@{}{{kelp,
  title = {{Whistled vowels in noisy kelp forests off the coast}},
  author = {{Ada Almeida and Bela Castell}},
  journal = {{Annals of Moss Informatics}},
  year = {{2019}},
}}
"""

RENAMED = preprint(
    "Probabilistic modelling of ambient moss in lanterns", "Tora Lund; Vik Anand; Sol Meyer",
    "2022-01-14", "doi:10.1101/2022.01.14.999999", container_title="bioRxiv",
)  # fmt: skip
RENAMED_LINE = (
    "- **Probabilistic machines ensure accurate ambient removal of ferns.** Tora Lund, Vik Anand, "
    "Sol Meyer. *bioRxiv*, 2022. [[Link]](https://doi.org/10.1101/2022.01.14.999999)"
)

FATES_FLAGGED: tuple[Flagged, ...] = (
    Flagged("retracted", "the work's own record says so", (listed(LIGHT_LINE),),
            says="Retracted on 2019-05-01, see doi:10.99999/ami.2019.1"),
    Flagged("retracted", "withdrawn by its authors on arXiv",
            (listed("- **Singing sand as a random number source.** Tora Lund, Vik Anand. *arXiv*, "
                    "2022. [[Link]](https://arxiv.org/abs/2203.55555)"),),
            world=shelf(WITHDRAWN), says="Withdrawn: “withdrawn: an error in lemma 2”."),
    Flagged("retracted", "an identifier of a retracted work under half of its title",
            (listed("- **Light from colonies.** Quill. 2018. "
                    "[[Link]](https://doi.org/10.99999/ami.2018.9)"),),
            besides=("not-verified",),
            says="The identifier opens “Cold light from warm moss colonies”. Retracted on "),
    Flagged("retracted", "the link of an entry that surely means another work",
            (listed(LINES["tides"].replace("10.99999/jes.2021.017", "10.99999/ami.2018.9")),),
            besides=("link-elsewhere",), severity="notice",
            says="The identifier opens “Cold light from warm moss colonies”. Retracted on "),
    Flagged("retracted", "the link of an entry whose title could not be told", (UNTOLD,),
            world=shelf(JUDGE_GONE), besides=("unparsed",), status="unparsed",
            says="The identifier opens “Lanterns-as-a-harbour”. Withdrawn: “withdrawn by us”."),
    Flagged("retracted", "of which only the year is known", (listed("tides"),),
            world=World(works={"crossref": (noticed(TIDES, ("retraction", "2022")),)}),
            says="Retracted in 2022, see doi:10.99999/notice.1."),
    Flagged("retracted", "or the month", (listed("tides"),),
            world=World(works={"crossref": (noticed(TIDES, ("withdrawal", "2022-03")),)}),
            says="Withdrawn in 2022-03, see"),
    Flagged("retracted", "retracted again after a reinstatement", (listed("tides"),),
            world=World(works={"crossref": (noticed(
                TIDES, ("retraction", "2022-01"), ("reinstatement", "2022-06"),
                ("retraction", "2023-02")),)}), says="2023-02"),
    Flagged("retracted", "a title without half of its words, by all the people of a retracted work",
            (listed("- **Light from moss colonies.** Owen Tarrant, Sofia Nakagawa. *Annals of Moss "
                    "Informatics*, 2018."),), besides=("ambiguous",), severity="notice",
            says="It may be “Cold light from warm moss colonies”. Retracted on 2019-05-01"),
    Flagged("link-elsewhere", "a notice of the same title is not the work, which is retracted",
            (listed(LIGHT_LINE.replace("2018.9", "2019.1")),), besides=("retracted",),
            world=World(works={"crossref": (LIGHT, SAME_TITLE)}),
            proposed="https://doi.org/10.99999/ami.2018.9", before="ami.2019.1",
            after="ami.2018.9"),
    Flagged("concern", "an expression of concern", (listed("tides"),),
            world=World(works={"crossref": (noticed(TIDES, ("concern", "2022-01")),)})),
    Flagged("corrected", "an erratum", (listed("tides"),),
            world=World(works={"crossref": (noticed(TIDES, ("correction", "2022-01")),)})),
    Flagged("superseded", "a preprint cited as one, published since", (listed(POOLS_LINE),),
            world=World(works={"arxiv": (DECLARED,), "crossref": shelf().works["crossref"]}),
            proposed="https://doi.org/10.99999/mel.2022.77",
            before="*arXiv*, 2021. [[Link]](https://arxiv.org/abs/2111.01234)",
            after="*Marine Ecology Letters*, 2022. "
            "[[Link]](https://doi.org/10.99999/mel.2022.77)"),
    Flagged("superseded", "a record that has each name in one piece", (listed(POOLS_LINE),),
            world=World(works={"arxiv": (DECLARED,), "crossref": (POOLS.but(authors=tuple(
                Person(literal=name) for name in ("Hugo Almeida", "Wren Castell"))),)}),
            proposed="https://doi.org/10.99999/mel.2022.77",
            before="*arXiv*, 2021. [[Link]](https://arxiv.org/abs/2111.01234)",
            after="*Marine Ecology Letters*, 2022. "
            "[[Link]](https://doi.org/10.99999/mel.2022.77)"),
    Flagged("superseded", "the preprint's DOI under the journal's name", (MIXED.format(
            "doi = {10.1101/2020.02.11.480999}"),), ending="bib",
            world=shelf(MISTS_EARLY, MISTS), proposed="10.99999/mel.2021.3",
            before="10.1101/2020.02.11.480999", after="10.99999/mel.2021.3"),
    *(
        Flagged("superseded", f"records that name nobody, and titles {how}",
                (listed("- **MultiShell: deep models that integrate multimodal tides.** Ada Storm, "
                        "Bela Nagy. *bioRxiv*, 2021. "
                        "[[Link]](https://doi.org/10.1101/2021.08.20.457057)"),),
                world=World(works={"crossref": (PEAK.but(title=printed), MULTI)}),
                severity=severity, fix="review", proposed="https://doi.org/10.99999/sr.2022.9",
                before="*bioRxiv*, 2021. [[Link]](https://doi.org/10.1101/2021.08.20.457057)",
                after="*Shell Reports*, 2022. [[Link]](https://doi.org/10.99999/sr.2022.9)")
        for how, printed, severity in (
            ("that are unlike: a notice", PEAK.title, "notice"),
            ("that are akin", "MultiShell integrates tides of several modes", ""),
        )
    ),
    Flagged("superseded", "the version of record has another title and one author more: a notice",
            (listed(DUNES_LINE),), severity="notice",
            proposed="https://doi.org/10.99999/ng.2024.31",
            before="*bioRxiv*, 2022. [[Link]](https://doi.org/10.1101/2022.02.11.480123)",
            after="*Nature Geoscience*, 2024. [[Link]](https://doi.org/10.99999/ng.2024.31)"),
)  # fmt: skip

FATES_SPARED: tuple[Spared, ...] = (
    Spared("retracted", "the same, said as a title alone",
           (listed("- **Erratum.** Owen Tarrant. *Annals of Moss Informatics*, 2019. "
                   "[[Link]](https://doi.org/10.99999/ami.2019.4)"),),
           world=shelf(work("Erratum", "Owen Tarrant", "Annals of Moss Informatics", "2019",
                            "doi:10.99999/ami.2019.4", type="notice"))),
    Spared("retracted", "the same title by other people",
           (listed("- **Light from moss colonies.** Ann Other, Bob Else. *Annals of Moss "
                   "Informatics*, 2018."),), status="not-found", besides=("not-found",)),
    Spared("retracted", "the notice of a retraction is no retracted work", (listed(NOTICE_LINE),)),
    Spared("retracted", "the link of an entry whose title could not be told, to a living work",
           (UNTOLD,), world=shelf(JUDGE), status="unparsed", besides=("unparsed",)),
    Spared("link-dead", "the same, to what arXiv does not hold", (UNTOLD,),
           status="unparsed", besides=("unparsed",)),
    Spared("retracted", "reinstated since", (listed("tides"),),
           world=World(works={"crossref": (noticed(
               TIDES, ("retraction", "2022-01"), ("reinstatement", "2022-06")),)})),
    Spared("retracted", "reinstated on a day that is not told", (listed("tides"),),
           world=World(works={"crossref": (noticed(
               TIDES, ("retraction", "2022-01-05"), ("reinstatement", "")),)})),
    Spared("retracted", "reinstated in the same year, no more is told", (listed("tides"),),
           world=World(works={"crossref": (noticed(
               TIDES, ("retraction", "2022-01-05"), ("reinstatement", "2022")),)})),
    Spared("retracted", "the identifier of a reinstated work under half of its title",
           (listed("- **Memory in networks.** Quill. 2021. "
                   "[[Link]](https://doi.org/10.99999/jes.2021.017)"),),
           status="not-verified", besides=("not-verified",),
           world=World(works={"crossref": (noticed(
               TIDES, ("retraction", "2022-01"), ("reinstatement", "2022-06")),)})),
    Spared("concern", "retracted since, which says more", (listed("tides"),),
           besides=("retracted",),
           world=World(works={"crossref": (noticed(
               TIDES, ("concern", "2022-01"), ("retraction", "2022-06")),)})),
    Spared("corrected", "a new version of a preprint is no correction", (listed("lichen"),)),
    Spared("superseded", "the venue is that of the record: an open copy is linked",
           (listed(POOLS_LINE.replace("*arXiv*, 2021", "*Marine Ecology Letters*, 2022")),),
           world=World(works={"arxiv": (DECLARED,), "crossref": shelf().works["crossref"]})),
    Spared("superseded", "its journal stands in the entry, where no venue is read",
           (listed("**Counting rock pool snails from kite photographs**<br>\n"
                   "*Hugo Almeida, Wren Castell*<br>\n"
                   "[11th Jan., 2022] [Marine Ecology Letters, 2022]<br>\n"
                   "[[Paper](https://arxiv.org/pdf/2111.01234.pdf)]<br>"),),
           world=World(works={"arxiv": (DECLARED,), "crossref": shelf().works["crossref"]})),
    Spared("superseded", "the journal's name and DOI, the preprint's beside them", (MIXED.format(
           "doi = {10.99999/mel.2021.3}, note = {doi:10.1101/2020.02.11.480999}"),),
           ending="bib", world=shelf(MISTS_EARLY, MISTS)),
    Spared("superseded", "the meeting that printed it stands beside arXiv", (
        listed(POOLS_LINE.replace("*arXiv*, 2021.", "*arXiv* 2111; CVPR 2022.")),),
        world=World(works={"arxiv": (DECLARED,), "crossref": (POOLS.but(
            container_title="IEEE Conference on Computer Vision and Pattern Recognition, CVPR "
            "2022, Flint, June 19-25, 2022", type="paper-conference"),)})),
    Spared("superseded", "a list that keeps preprints", (listed(POOLS_LINE),),
           world=World(works={"arxiv": (DECLARED,), "crossref": shelf().works["crossref"]}),
           settings=Settings(superseded="keep")),
    Spared("superseded", "never published", (listed("lichen"),)),
    Spared("superseded", "registered, and not yet in a journal", (listed(POOLS_LINE),),
           world=World(works={"arxiv": (DECLARED,),
                              "crossref": (POOLS.but(container_title="submitted"),)})),
    Spared("superseded", "a registry gives the title to others", (listed(POOLS_LINE),),
           world=World(works={"arxiv": (DECLARED,),
                              "crossref": (POOLS.but(authors=MOSS.authors),)})),
    Spared("superseded", "it links nothing, and who knows the record is silent",
           (listed(POOLS_LINE.partition(" [[")[0]),),
           world=Searchless(works={"arxiv": (DECLARED,), "crossref": shelf().works["crossref"]})),
)  # fmt: skip

ENTRIES_FLAGGED: tuple[Flagged, ...] = (
    Flagged("duplicate", "the same work twice in a list", (listed("tides", "moss", "tides"),),
            fix="review", other="list.md#L3", says="line 3"),
    Flagged("duplicate", "the preprint here, its version of record there",
            (listed("pools", POOLS_LINE),), fix="review", other="list.md#L3"),
    Flagged("duplicate", "the preprint under its own title, beside what a registry says it became",
            (listed(PEAK_LINE, MULTI_LINE.format(2021, "10.1101/2021.08.20.457057")),),
            world=World(works={"crossref": (PEAK, MULTI)}), besides=("venue-unverified",),
            fix="review", other="list.md#L3"),
    Flagged("duplicate", "twice behind another that a registry takes for it",
            (listed(PEAK_LINE, *[MULTI_LINE.format(2023, "10.88888/sm.2023.7")] * 2),),
            world=World(works={"crossref": (PEAK, MULTI)}),
            besides=("link-dead", "venue-unverified") * 2, fix="review", other="list.md#L4"),
    Flagged("duplicate", "the same work in another list", (listed("tides"), listed("tides")),
            fix="review", other="list.md#L3", says="list.md, line 3"),
    Flagged("duplicate", "in two parts whose headings name no topic", (
            headed(("Part 3", "tides"), ("Part 9", "tides")),), fix="review", other="list.md#L3"),
    Flagged("duplicate", "twice in a bibliography, of a title without a rare word",
            (GRAPHS.format("a") + GRAPHS.format("b"),), world=shelf(GRAPHS_WORK),
            ending="bib", other="list.bib#a"),
    Flagged("duplicate", "the program beside the article on it: a notice",
            (GRAPHS.format("a") + GRAPHS.format("b").replace("@article", "@software").replace(
                "  doi = {10.99999/mel.2018.7},", "  url = {https://github.com/storm/graphs},"),),
            world=shelf(GRAPHS_WORK), ending="bib", other="list.bib#a", severity="notice"),
    Flagged("duplicate", "two paragraphs of one work", (listed(CREDIT, PARAGRAPH),),
            fix="review", other="list.md#L7"),
    Flagged("duplicate", "under two years", (headed(("2019", "tides"), ("2016-2018", "tides")),),
            fix="review", other="list.md#L3"),
    Flagged("duplicate", "under two topics: a notice, for it may be meant", (
            headed(("Attacks", "tides"), ("Defences", "tides")),), severity="notice",
            fix="review", other="list.md#L3"),
    Flagged("duplicate", "of two models from one paper: a notice, for each is another thing",
            (listed(NAMED.format("`Buoy`"), NAMED.format("`Buoy-D`")),), severity="notice",
            fix="review", other="list.md#L3"),
    Flagged("duplicate", "of two data sets from one paper, whose names look like venues: a notice",
            (listed(NAMED.format("**MMLU (College Medicine)**"),
                    NAMED.format("**MMLU (Professional Medicine)**")),), severity="notice",
            fix="review", other="list.md#L3", besides=("venue-unverified",) * 2),
    Flagged("duplicate", "twice under one name",
            (listed(NAMED.format("**Buoy**"), NAMED.format("`buoy`")),), fix="review",
            other="list.md#L3"),
    Flagged("duplicate", "behind its venue and its year, which name nothing",
            (listed(NAMED.format("**JES**"), NAMED.format("**2021**")),), fix="review",
            other="list.md#L3"),
    Flagged("encoding", "UTF-8 read as Windows-1252",
            (listed("- **Echoes of ferries in harbour sediments.** ZsÃ³fia KovÃ¡cs, Tib Sander. "
                    "*Marine Ecology Letters*, 2020. "
                    "[[Link]](https://doi.org/10.99999/mel.2020.5)"),),
            world=shelf(work("Echoes of ferries in harbour sediments",
                             "Zsófia Kovács; Tib Sander", "Marine Ecology Letters", "2020",
                             "doi:10.99999/mel.2020.5")),
            proposed="Zsófia Kovács"),
    Flagged("not-found", "an invented work in a journal that the services hold", (GHOST,),
            says="No service knows such a work."),
    *(
        Flagged("not-found", f"an invented work in {venue}", (listed(INVENTED.format(venue)),))
        for venue in ("J. Appl. Phys.", "Annals of Botany", "Mol. Ecol. Resour.", "PNAS")
    ),
    Flagged("not-found", "the same as an article of a .bib", (UNHEARD.format("article"),),
            ending="bib"),
    Flagged("ambiguous", "two works bear the title, and nothing tells which",
            (BIB.format("Patience of limpets in rising harbour water", "2016"),),
            ending="bib", world=shelf(*TWINS), says="Several works fit"),
    Flagged("sources-disagree", "one service has two authors, another four", (listed("tides"),),
            world=World(works={"crossref": (TIDES.but(authors=TIDES.authors[:2]),),
                               "pubmed": (TIDES,)}),
            says="crossref names 2; pubmed names 4"),
    Flagged("not-verified", "a service that could know did not answer", (GHOST,),
            world=shelf(down=("pubmed",)), says="pubmed could not be asked"),
    *(
        Flagged("ambiguous", f"another title by the same people, and the year, in {venue}",
                (listed("- **Graph lanterns: language models for fern genomes.** Ilse Verhoeven, "
                        f"Kofi Adomako, Rana Sato. *{venue}*, 2022."),), severity=severity,
                says="It may be “Graph lanterns: a language model for moss")
        for venue, severity in (("Nature Methods", ""), ("Nature Reviews Genetics", "notice"))
    ),
    Flagged("ambiguous", "a preprint that was renamed, and whose record names nobody",
            (listed(RENAMED_LINE),), status="ambiguous", severity="notice",
            world=shelf(RENAMED.but(authors=()))),
    Flagged("ambiguous", "a preprint on another theme, whose record names nobody",
            (listed(RENAMED_LINE),), status="ambiguous",
            world=shelf(RENAMED.but(title="Harbour crabs of the winter", authors=()))),
    Flagged("ambiguous", "the abstract of a talk, in the same supplement, under the work's title",
            (listed(changed("tides", "sensor networks.", "sensor networks [Abstract].").replace(
                " [[Link]](https://doi.org/10.99999/jes.2021.017)", "")),),
            status="ambiguous", severity="notice"),
    *(
        Flagged("ambiguous", f"another title over the number of their preprint {how}",
                (listed(changed("lichen", "Sparse attention over long lichen sequences", title
                                ).replace("*arXiv*, ", "")),),
                status="ambiguous", severity=severity,
                world=World(works={"arxiv": (LICHEN.but(dates=LICHEN.dates[:versions]),)}))
        for how, title, versions, severity in (
            ("that was never revised", "Whistled vowels in noisy kelp forests", 1, ""),
            ("that was", "Whistled vowels in noisy kelp forests", 2, "notice"),
            ("on one theme", "Whistled lichen in kelp forests", 1, "notice"),
        )
    ),
    Flagged("ambiguous", "a title of few telling words under other names, which may be pasted",
            (NAMESAKE,), world=shelf(LIMPETS), says="It may be “Learning representations of"),
    Flagged("ambiguous", "a title read together with its authors, over the work's own DOI",
            (RUN_TOGETHER,), ending="bib",
            says="It may be “Graph lanterns: a language model for moss genomes” ("),
    Flagged("unparsed", "a brace that is never closed",
            ("@article{one,\n  title = {Tidal memory in estuarine sensor networks,\n}\n",),
            ending="bib"),
)  # fmt: skip

ENTRIES_SPARED: tuple[Spared, ...] = (
    Spared("duplicate", "two works of one title by other people",
           (listed("- **Patience of limpets in rising harbour water.** Ada Storm, Bela "
                   "Nagy. *Marine Ecology Letters*, 2016. [[Link]](https://doi.org/10.99999/limpet.1)",
                   "- **Patience of limpets in rising harbour water.** Cato Lind, Dua "
                   "Reis. *Annals of Moss Informatics*, 2016. [[Link]](https://doi.org/10.99999/limpet.2)"),),
           world=shelf(*TWINS)),
    Spared("duplicate", "two works printed under DOIs of their own, which a registry takes for one",
           (listed(PEAK_LINE, MULTI_LINE.format(2023, "10.88888/sm.2023.7")),),
           world=World(works={"crossref": (PEAK, MULTI)}),
           besides=("link-dead", "venue-unverified")),
    Spared("duplicate", "the address of an entry on the line below it",
           (listed("- [Tidal memory in estuarine sensor networks](https://doi.org/10.99999/"
                   "jes.2021.017) Mara Lindqvist, Tomas Oyelaran, Jun Hasek, Petra Quill\n"
                   "JES 2021.017; doi: https://doi.org/10.99999/jes.2021.017"),),
           besides=("authors-missing",)),
    Spared("duplicate", "the credit of a figure above the item",
           (listed(CREDIT, "pools", "tides"),)),
    Spared("encoding", "genuine capitals with tildes: SÃO PAULO",
           (listed("- **Echoes of SÃO PAULO ferries in harbour sediments.** Zsófia Kovács, Tib "
                   "Sander. *Marine Ecology Letters*, 2020. "
                   "[[Link]](https://doi.org/10.99999/mel.2020.6)"),),
           world=shelf(work("Echoes of SÃO PAULO ferries in harbour sediments",
                            "Zsófia Kovács; Tib Sander", "Marine Ecology Letters", "2020",
                            "doi:10.99999/mel.2020.6"))),
    *(
        Spared("not-found", f"{venue}: our services hold little of it",
               (listed(INVENTED.format(venue)),), status="not-verified",
               besides=("not-verified",))
        for venue in ("Journal of Machine Learning Research", "J. Mach. Learn. Res.", "JMLR",
                      "ICML Workshop on Glaciers", "NeurIPS", "PhD thesis, Uni Flint",
                      "The New York Times", "The Guardian", "Columbia Records",
                      "National Science Foundation", "European Research Council",
                      "Moss Centre, Room")
    ),
    *(
        Spared("not-found", f"{service} did not answer", (GHOST,), status="not-verified",
               besides=("not-verified",), world=shelf(down=(service,)))
        for service in ("crossref", "arxiv", "pubmed")
    ),
    *(
        Spared("not-found", f"a notice about the work was found: it exists{how}",
               (GHOST.replace(GHOST_TITLE, written),), status="not-verified",
               besides=("not-verified",), world=shelf(work(
                   f"Erratum: {GHOST_TITLE} (Nat Methods 3, 1)", "Ann Other", "Nature Methods",
                   "2021", "doi:10.99999/nm.2021.99")))
        for how, written in (("", GHOST_TITLE), (", whatever a library says behind it",
                                                 f"{GHOST_TITLE}.[Erratum appears in Nat Methods]"))
    ),
    *(
        Spared(code, "a release under the number of all releases, called after the last",
               (PROGRAM.format(people),), ending="bib", status=status,
               world=World(works={"datacite": (REEFKIT.but(type=kind),)}))
        for kind in ("software", "article")
        for code, people, status in (
            ("title-differs", "Storm, Ada and Nagy, Bela", "resolved"),
            ("ambiguous", "{Storm, Ada and Nagy, Bela}", "ambiguous"),
        )
    ),
    Spared("title-differs", "a group's other abstract on the page, which one of them did not sign",
           (listed("- **Echoes of undetermined ferries associated with night fog in cored "
                   "sediments: prevalence and follow-up surveys.** A. Storm, B. Nagy, C. Lund, "
                   "D. Quill, E. Sato. *Marine Ecology Letters*, 2012."),), world=shelf(ECHOES),
           status="ambiguous", besides=("ambiguous",)),
    Spared("not-found", "a work bears the title, by others", (NAMESAKE,), status="ambiguous",
           besides=("ambiguous",), world=shelf(LIMPETS)),
    *(
        Spared("not-found", f"{kind}: no service has them all", (UNHEARD.format(kind),),
               ending="bib", status="not-verified", besides=("not-verified",))
        for kind in ("incollection", "phdthesis", "software", "techreport")
    ),
    Spared("not-found", "a title that tells nothing",
           (BIB.format("Introduction", "2020"),), ending="bib",
           status="not-verified", besides=("not-verified",)),
    Spared("ambiguous", "the authors tell which of two works is meant",
           (listed("- **Patience of limpets in rising harbour water.** Cato Lind, Dua "
                   "Reis. 2016."),),
           world=shelf(*TWINS)),
    Spared("ambiguous", "a preprint and its version of record are one work",
           (listed(LINES["pools"].partition(" [[Link")[0]),)),
    Spared("sources-disagree", "a record that says itself it is cut", (listed("tides"),),
           world=World(works={
               "crossref": (TIDES.but(authors=TIDES.authors[:2], authors_complete=False),),
               "pubmed": (TIDES,)})),
    Spared("not-found", "a title read together with its authors, over the work's own DOI",
           (RUN_TOGETHER,), ending="bib", status="ambiguous", besides=("ambiguous",)),
    Spared("not-found", "the same, and pieces of the venue read as authors",
           (RUN_TOGETHER.replace("journal = {Nature Methods}", "author = {Nature and Methods}"),),
           ending="bib", status="ambiguous", besides=("ambiguous",)),
    Spared("unparsed", "a bare address, which is completed", (listed(
        "tides", "- https://doi.org/10.99999/nm.2022.4"),), besides=("authors-missing",)),
    Spared("not-verified", "a service is down that nothing was asked of", (listed("tides"),),
           world=shelf(down=("arxiv", "datacite", "biorxiv"))),
)  # fmt: skip
