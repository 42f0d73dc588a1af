"""Words with a meaning to the comparison of titles. Small tables; add a word with its case."""

import re

from pipeline.values.small_words import small_words


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP = small_words("titles")
"""Words that carry no topic."""

NEGATIONS = _listed("no not non without never neither nor cannot un none")
"""Words whose loss turns a title round."""

OPPOSED = tuple(
    _listed(line)
    for line in """
un non in im ir il dis a an anti de mis semi self counter
hypo hyper eu
intra inter extra trans
micro macro nano meso mega pico
pre post peri
mono bi di tri tetra multi uni poly quadri oligo single
homo hetero iso allo auto xeno
endo exo ecto
in im ex de re
up down
over under
sub super supra
pro anti contra
ortho meta para
fe
neo paleo
""".strip().split("\n")
)
"""Beginnings that make another word of the rest: "supervised" is no misspelt "unsupervised". Those
of the first line mean the same among themselves."""

_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split()  # noqa: SIM905
ROMAN = frozenset(_ROMAN)
ARABIC = {roman: str(number) for number, roman in enumerate(_ROMAN, start=1)}
"""The figures for Roman numerals: one record has "Part II", another "Part 2"."""

COMMON = _listed("""
deep learning introduction editorial neural network networks review survey analysis study data model
models modeling modelling method methods approach approaches system systems based new novel theory
application applications machine artificial intelligence research science human development effect
effects use case report reports evaluation overview language processing recognition image images
classification prediction detection design control information computer large scale algorithm
algorithms optimization problem problems preface foreword discussion conclusion conclusions summary
abstract abstracts index contents news letter letters editor editors comment comments commentary
reply response erratum corrigendum correction note notes book reviews guest issue special volume
perspective perspectives future challenges opportunities trends advances recent progress current
state art general genetic genome genomics gene genes cell cells protein proteins cancer disease
diseases clinical health medicine medical biology chemistry physics mathematics social education
management economics international role performance estimation simulation representation
representations visual semantic graph graphs attention transformer transformers generation
generative adversarial reinforcement unsupervised supervised background methodology results
materials program tutorial workshop proceedings conference message chair chairs welcome author
authors announcement announcements obituary interview quantum energy water climate change risk
evidence time space structure structures dynamics properties process quality high low multi single
first second one two three
""")
"""Words so common in titles that they tell little."""

NICKNAME = 4
"""Most words of a nickname before a colon."""

SERIES = _listed("part parts volume vol chapter section series paper episode lecture no number")
"""Words that number a series."""

_REACTION = (
    r"errat(?:um|a)|corrigend(?:um|a)|corrections?|retraction(?: note| notice)?|"
    r"notice of retraction|withdrawal|expression of concern|addend(?:um|a)|repl(?:y|ies)|"
    r"responses?|rejoinder|rebuttal|comments?|commentar(?:y|ies)|letters?(?: to the editors?)?|"
    r"discussion|clarification|remarks"
)
_WHOSE = (
    r"(?:(?:an?|the|author|authors|publisher|editorial|in|further|some|reviewer|interactive|"
    r"second) )*"
)
_ABOUT = r"(?: (?:to|on|of|for|from|regarding|concerning|about|by|the|article|paper|and|author))*"

NOTICE = re.compile(
    rf"{_WHOSE}(?:{_REACTION}|re|regarding|editorial|book review|decision letter|"
    r"peer review(?: report)?|"
    r"data from|supplementary (?:material|data|information)|extended abstract|abstract|poster|demo|"
    r"demonstration|tutorial|keynote|invited talk|summary|dataset|code|protocol|podcast|video|"
    rf"corr insights|faculty opinions recommendation|interview|translation){_ABOUT}"
)
"""How the title of a work about another work begins, up to its colon."""

OPENING = re.compile(
    rf"{_WHOSE}(?:(?:{_REACTION}) (?:to|on|of|for|regarding|concerning|about)|in reply to|"
    r"decision letter for|review for|peer review (?:of|report for)|data from|"
    r"supplementary (?:material|data|information) (?:for|to)|"
    rf"faculty opinions recommendation of){_ABOUT} "
)
"""The same without a colon: "Reply to ..."."""

AFTERMATH = re.compile(
    rf"{_WHOSE}(?:{_REACTION}|sequel|follow up|reappraisal)(?: (?:to|on|by) .*)?|"
    r"revisited|continued|updated|ten years later|reprise|reconsidered|redux|"
    r"(?:(?:extended|poster|demo|student) )?abstract|poster|demo|demonstration|tutorial|"
    r"invited talk|keynote|preliminary (?:report|version)|supplement|dataset|"
    r"supplementary (?:material|information|data)|(?:study )?protocol|conclusion|summary|"
    r"(?:the )?(?:19|20)\d\d (?:update|edition|report|revision|status report)|"
    r"(?:part|paper|chapter|section) (?:\d+|[ivx]+|one|two|three|four)(?: .*)?"
)
"""How the title of a sequel or reaction ends, after a colon, a dash or in brackets; "the database:
2013 update" is not "the database"."""

MARKS = _listed("""
erratum errata corrigendum corrigenda correction corrections retraction withdrawal concern addendum
addenda reply replies response responses rejoinder rebuttal comment comments commentary commentaries
letter letters discussion clarification remarks re regarding editorial review decision data
supplementary abstract poster demo demonstration tutorial keynote talk summary dataset code protocol
podcast video insights recommendation interview translation sequel follow reappraisal revisited
continued updated later reprise reconsidered redux report version supplement conclusion update
edition revision part paper chapter section
""")
"""Words of which every notice and aftermath has one; a title with none needs no closer look."""

RETRACTED = re.compile(
    r"(?:temporary |article |chapter |paper )*(?:retracted|withdrawn|removed|removal)"
    r"(?: article| chapter| paper)?"
)
"""What publishers put before the title of a work that is no longer valid; it stays that work."""
