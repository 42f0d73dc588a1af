"""The words in which papers are said to be withdrawn, as parts of patterns.

Case is ignored but where a pattern says otherwise.
"""

import re

from pipeline.values import months

NOUN = (
    "(?:arxiv )?(?:e-?print|pre-?print|paper|article|manuscript|submissions?|work|note|report|"
    "study|"
    "document|thesis|letter|entry|contribution|publication|draft)"
)
_DEICTIC = "(?:this|our|my|(?:the )?(?:present|current|following))"
OWN = rf"(?:{_DEICTIC} (?:(?:present|current) )?{NOUN})"
"""Words that can mean no paper but the one that they stand in."""

OWN_SUBJECT = (
    rf"(?:(?:both )?{OWN}(?: \([^()]{{1,60}}\))?(?: and (?:its|the) [a-z]{{1,20}})?|"
    r"(?:this|the (?:present|current|latest)) version|all (?:[a-z]{1,12} )?versions|"
    rf"(?:contents?|text|abstract) of (?:{OWN}|the {NOUN}))"
)
THE = rf"(?:(?:the )?(?:(?:entire|whole) )?{NOUN})"
"""Words that mean this paper unless another was spoken of."""
PLAIN = re.compile(
    r"(?:this |our |the )?(?:arxiv )?(?:e-?print|pre-?print|paper|article|manuscript|submission|"
    r"abstract)$",
    re.IGNORECASE,
)
"""Those of them that mean nothing else: an abstract also speaks of work, notes and letters."""

MANNER = (
    "(?:(?:now|hereby|temporarily|voluntarily|currently|permanently|officially|formally|being|"
    "fully|completely|entirely|therefore|thus|hence|consequently) )*"
)
NOW = (
    rf"(?:(?:is|are)(?: to be)?|h?as {MANNER}been|have {MANNER}been|stands?|"
    r"(?:must|had to|has to|needs? to|ought to) be|"
    r"(?:should|must|is to|has to|may) be (?:considered|regarded|treated)(?: as)?)"
)
"""How one speaks of this paper; "was" is also how one tells another paper's story."""

GONE = "(?:self-)?(?:withdrawn|retracted|removed)"
OFF = "(?:deleted|taken (?:down|offline)|pulled|cancell?ed|recalled|rescinded)"
"""Also said of talks and drugs: it counts where the authors did it, or for a reason."""
TAKE = (
    r"(?:withdr(?:aw|aws|awn|ew|awing)|retract(?:s|ed|ing)?|remov(?:e|es|ed|ing)|"
    r"delet(?:e|es|ed|ing)|(?:take|took|taken|taking) down)"
)
WILL = (
    r"(?:(?:hereby|have|has|had|must|need|needs|wish|wishes|want|wants|would|like|decided|regret|"
    r"regretfully|respectfully|am|are|is|were|was|forced|obliged|compelled|chose|chosen|agreed|"
    r"to|now|therefore|thus|"
    r"hence|temporarily|voluntarily|officially) )*"
)
AUTHORS = (
    r"(?:(?:(?:the |all )?(?:first |second |third |last |corresponding |senior )?"
    rf"(?:author|submitter)s?(?: of (?:{OWN}|this))?|"
    rf"(?:the )?arxiv(?: admin[a-z]*)?|the (?:administrators|moderators|editors) of arxiv|"
    rf"(?:the|our) (?:[\w-]+ )?collaboration)(?:, [^,;]{{1,60}},)?)"
)
WE = r"(?:(?:we|i)(?:, the authors?,| \(the authors?\))?)"

WHY = (
    r" (?:because|due to|owing to|as|since|pending|until|in favou?r|on account|(?:at|on|"
    r"upon) (?:the|request)|"
    r"for|while|so that)\b"
)
END = r" ?(?:$|[.,;!()\[\]–—-]|:(?! ?(?:the )?(?:section|theorem|lemma|claim|proof|part|version)))"

OURS = re.compile(
    r"(?:,? (?:in|on|as of) [\w ,]{1,25}?)? by (?:(?:the|all|both|its|our|one of|a) )*"
    r"(?:arxiv|admin|(?:(?!other\b|their\b)[\w-]+ )?(?:co-?)?authors?\b|(?:co-?)?submitters?\b|"
    r"(?:[\w-]+ )?collaboration\b|me\b|us\b|"
    r"request|decision|agreement)(?! of (?!this|our|the (?:present )?(?:paper|article|"
    r"manuscript|authors?\b)))",
    re.IGNORECASE,
)
"""By those who may withdraw what stands at arXiv."""
BY = re.compile(r"(?:,? (?:in|on) [\w ,]{1,25}?)? by (?!\d)", re.IGNORECASE)
OUTLET = re.compile(
    r"(?:,? (?:in|on) [\w ,]{1,25}?)? by (?:[\w-]+ ){0,3}?"
    r"(?:journals?|publishers?|editors?|conference|workshop|organi[sz]ers|chairs?|committee)\b",
    re.IGNORECASE,
)

FAULT = re.compile(
    r"\b(?:err(?:or|ors|oneous|oneously)|erratum|mistakes?|mistaken|wrong(?:ly)?|flaw(?:s|ed)?|"
    r"gaps?|"
    r"incorrect(?:ly)?|inaccura\w+|invalid|false|faulty|fault|bugs?|counter-?examples?|fail(?:s|"
    r"ed)?|"
    r"incomplete|inconsisten\w+|contradict\w*|circular|plagiari\w+|duplicat\w+|fabricat\w+|"
    r"contaminat\w+|dispute\w*|overlap\w*|no longer|unverified|artefacts?|artifacts?|violat\w+|"
    r"double[- ]count\w*|mis(?:calc|label|ident|interpr|count|calib)\w+|known result|untrue|"
    r"(?:not|n[’']t)[ -](?:fully|yet|quite|correct|valid|complete|hold|true|right|rigorous))",
    re.IGNORECASE,
)
"""Why papers are withdrawn."""
OF_OURS = re.compile(
    rf"\b(?:{OWN}|we|our|i|(?:the|main|a|an) (?:\w+ )?(?:proof|theorem|lemma|result|argument|"
    r"counter-?example|derivation|equation|calculation|analysis))\b",
    re.IGNORECASE,
)

_CLAIM = (
    "(?:paper|article|manuscript|preprint|report|letter|work|study|proof|claim|result|argument|"
    "analysis|finding|critique)s?"
)
OTHER = re.compile(
    r"\[\d|\b(?i:refs?)\.? ?\[?\d|\bet al\b|\b(?i:arxiv): ?\d|\b\d{4}\.\d{4,5}\b|\b10\.\d{4,5}/|"
    r"\b(?i:comments? (?:on|to)|repl(?:y|ies) to|answers? (?:to|a|the)|rebuttal|respon(?:se|ses|"
    r"ds?) to|"
    r"critical look|critique|criti[cz]i[sz]\w+|supersed\w+|replac(?:es?|ing|ement)|incorporat\w+|"
    r"companion|original|previous(?:ly)?|earlier|former|rewrite|merge[rs]?|see also|"
    rf"(?:that|another|other|his|her|their) {_CLAIM})\b|"
    rf"\b{_CLAIM} (?:of|by|from) (?:the )?[A-Z]|\b[A-Z][\w-]+['’]s? {_CLAIM}\b"
)
"""Another work is spoken of: "the paper" that follows may be that one. Cases count."""
_SEVERAL = "(?:pre-?|e-?)?(?:prints?|papers?|articles?|manuscripts?|works?|submissions?)"
OTHERS = re.compile(
    rf"\b(?:that|which|who|whose|ones?|another|others?|versions?|arxiv|{_SEVERAL})\b|"
    r"\[\d|et al",
    re.IGNORECASE,
)
"""Other works, between "this paper" and what is said of it."""
STUDY = re.compile(
    r"\b(?:we|i) (?:\w+ly )?(?:study|model|analy[sz]e|trace|ask|examine|investigate|count|show|"
    r"prove|"
    r"present|propose|measure|estimate|identify|interview|describe|discuss|explore|compare|review|"
    r"consider|compute|collect|develop|introduce|use|find|date)\b",
    re.IGNORECASE,
)
"""An abstract goes on: what came before was told of something else."""
STAGE = re.compile(
    r"\b(?:accepted|reject(?:ed)?|submitted (?:to|at)|under review|to appear|appears|presented|"
    r"presentation|talk|poster|camera)\b",
    re.IGNORECASE,
)
"""A conference or journal is spoken of: "withdrawn" that follows may mean from there."""
PART = re.compile(
    r"(?:^|[;:,]\s+|\band )(?:(?:the|our|an?|its) )?(?:[a-z-]+ )?(?:section|theorem|lemma|"
    r"corollary|"
    r"proposition|claim|conjecture|remark|figure|table|appendix|part|chapter|statement|proof|"
    r"conclusion|example|title|dataset|data|code|paragraph|footnote)s?\b",
    re.IGNORECASE,
)
"""A part of a paper is the subject: it is what was withdrawn."""

ELSEWHERE = re.compile(
    r" (?:by (?:[\w-]+ ){1,4})?from (?!(?:the )?arxiv(?: server)?(?:\W*$|[.,;:)]| (?:as|because|"
    r"due|owing|since|at|on|for|by)\b))| (?:by (?:[\w-]+ ){1,3})?in (?:section|version|v\d)|"
    r" (?:by (?:mistake|accident|error)|in error|erroneously|accidentally)\b|"
    r"[^.;]{0,40}\b(?:as a (?:talk|poster|presentation)|programme|"
    r"for (?:an?|one|two|three|some|several|\d+) (?:day|week|month|year))|"
    r"(?:,? by (?:the )?authors?)?(?:[,:(]| (?:at|in|during|for))* "
    rf"(?-i:(?!{'|'.join(months.SHORT).upper()})[A-Z]{{3,}})['’ -]{{0,2}}(?:19|"
    r"20)?\d\d\b|"
    r" at (?-i:[A-Z]{3,})\b",
    re.IGNORECASE,
)
"""Withdrawn from a journal or proceedings: what stands at arXiv lives on."""
REVIEWED = re.compile(
    r"[^.;]{0,40}?\b(?:after|during|before|at|in|upon|following) (?:[\w-]+ ){0,3}?"
    r"(?:accept\w*|reviews?|reviewing|rebuttal|publication|presentation|camera|conference|"
    r"workshop|session)\b",
    re.IGNORECASE,
)
"""The same, unless an error is the reason."""

_CITED = r"(?!['’]| (?:of|on|about|to)\b| ?[\[(]?(?:\d|arxiv:|ref))"
"""Behind "our paper": what makes another one of it."""
_APPOSED = r"(?:, [^,;]{1,120},)?"
_AND = (
    r"(?: (?P<middle>[^;:]{1,160}?),? (?:and|but|so|hence|therefore)"
    r"(?: (?:therefore|thus|hence|it))?)?"
)


OF_THIS = re.compile(
    rf"\b{OWN_SUBJECT}{_CITED}{_APPOSED}{_AND} (?P<verb>{NOW}|was|were) "
    rf"(?:(?P<off>{MANNER}{OFF})|(?P<gone>{MANNER}{GONE}))\b|"
    rf"\b{OWN_SUBJECT} (?P<bare>{MANNER}{GONE})"
    rf"(?= by |{WHY}|{END})",
    re.IGNORECASE,
)
"""Said of "this paper": "..., and has therefore been withdrawn"."""
TAKEN = re.compile(
    rf"\b(?:{WE}|{AUTHORS}) {WILL}(?:{TAKE}|pull(?:s|ed|ing)?) {OWN}{_CITED}|"
    rf"\b(?:withdrew|withdrawing) {OWN}{_CITED}|"
    rf"\b(?:{WE}|{AUTHORS}) (?:[a-z]+ ){{0,5}}?(?:announce|request|seek|ask for)(?:s|ed|"
    rf"ing)? (?:the )?"
    rf"(?:withdrawal|retraction) of {OWN}{_CITED}|"
    rf"\b(?:{WE}|{AUTHORS}) (?:[a-z]+ ){{0,3}}?(?:request|ask|decid|wish)[a-z]* (?:that |for )?"
    rf"(?:{OWN}|this|it) (?:to )?be {GONE}|"
    rf"\bplease (?:consider|regard|treat) (?:{OWN}|the {NOUN}) (?:as |to be )?{GONE}|"
    rf"\bplease (?:withdraw|retract|remove) (?:{OWN}|the {NOUN})",
    re.IGNORECASE,
)
"""Done, or asked for, to "this paper"."""
TAKEN_WEAKLY = re.compile(
    rf"(?P<full>(?:{WE}|{AUTHORS}) {WILL}{TAKE} the {NOUN}){_CITED}|"
    rf"(?:{WE}|{AUTHORS}) {WILL}{TAKE} it\b{_CITED}|"
    rf"(?:(?:the |all )?(?:author|submitter)s?|"
    rf"(?:the )?arxiv(?: admin[a-z]*)?) {WILL}{TAKE}(?:{WHY}|{END})|"
    rf"(?:withdrew|withdrawing) (?:the )?{NOUN}{_CITED}|"
    rf"(?P<and>withdraws?|retracts?) (?:{OWN}|the {NOUN}){_CITED}",
    re.IGNORECASE,
)
"""Done to "the paper", which may be another's."""
OF_THE_PAPER = re.compile(
    rf"(?:(?P<noun>{THE}|it|this|(?:the )?(?:contents?|text|abstract)) )?(?:(?P<verb>{NOW}|"
    rf"was) )?(?P<gone>{MANNER}{GONE})\b",
    re.IGNORECASE,
)
"""Said of "the paper", of "it", or of what is not named."""
NAMED = re.compile(
    r"reasons? (?:for|of) (?:the |its )?(?:withdrawal|retraction) ?(?:[:.]|is |was )|"
    r"(?:withdrawal|retraction) (?:notice|note|statement) ?[:.]|"
    rf"(?:author|submitter)(?:s|['’]s|s['’])? (?:(?:request|ask for|seek)s? )?(?:withdrawal|"
    rf"retraction)(?:{END})|"
    r"withdrawal (?:was )?(?:requested )?by (?:[a-z]+ ){0,2}(?:author|submitter)s?\b|"
    rf"this is a (?:withdrawn|retracted) {NOUN}(?! of| by)",
    re.IGNORECASE,
)
"""The withdrawal itself is the subject."""
NAMED_FAULT = re.compile(
    r"(?:withdrawal|retraction)(?:: (?:the|our|we|i|authors?)\b| (?:because|due to|owing to))",
    re.IGNORECASE,
)
"""The same, if an error is spoken of: a retraction is also what a muscle does."""
TAIL = re.compile(rf"{MANNER}(?:{NOUN} )?withdrawn(?P<end>\W*$)?", re.IGNORECASE)
"""All that a sentence behind an abstract says."""
