"""The words by which a list gives itself away: labels of links, names of venues, words of titles."""

# ruff: noqa: E501  rows of a table stay on their line

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.compare import journal_table, meetings
from pipeline.compare.forms import DEGREES
from pipeline.values.particles import particles

PAPER_LABELS = frozenset(
    """
    paper papers pdf link arxiv html abs abstract doi url openreview acl aclanthology springer ieee acm
    biorxiv medrxiv pubmed pmc nature journal preprint publication article manuscript fulltext full-text
    text read arxiv-paper conference published version ps paperlink cvf thecvf sciencedirect here
    论文 原文 链接 paper-link ssrn
    """.split()  # noqa: SIM905  a table, not a sentence
)
OTHER_LABELS = frozenset(
    """
    code github project website web homepage page video videos slides slide dataset datasets data demo
    poster blog talk supplementary supplement supp suppl esi supplemental appendix bibtex bib model models weights
    pytorch tensorflow keras jax colab notebook huggingface hf twitter review reviews citation cite
    docker docs documentation tutorial app software package repo repository implementation site scholar
    results news presentation interview youtube lecture notes checkpoint checkpoints benchmark toolkit
    api source matlab caffe theano torch chainer mxnet paddle 代码 项目 主页 视频 stars badge
    leaderboard material materials tool platform download program podcast annotation readme
    """.split()  # noqa: SIM905  a table, not a sentence
)
_LINK_WORDS = PAPER_LABELS | OTHER_LABELS
_LABEL_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FILLERS = frozenset(
    [
        "the",
        "official",
        "unofficial",
        "original",
        "and",
        "or",
        "a",
        "of",
        "full",
        "to",
        "in",
        "1",
        "2",
        "v",
        "my",
        "our",
        "see",
    ]
)

_ONE_WORD_VENUES = """
    CoRR ArXiv chemRxiv Preprint Nature Science Cell Neuron Bioinformatics Immunity Lancet Circulation
    Radiology GigaScience PeerJ Patterns iScience Chem Joule Matter Genetics Sensors Entropy Molecules
    Brain RNA eLife npj PLoS PLOS BMC IEEE ACM PMLR USENIX KR MM ACM-MM ACMMM ECML PKDD
""".split()  # noqa: SIM905  a table, not a sentence
"""What a list writes alone for a venue beside the short names of meetings, servers and journals."""

_SHORT_NAMES = {
    name
    for name in (*meetings.NAMES, *meetings.SERVERS.values(), *journal_table.SHORT)
    if len(name) > 2
}
"""Two letters are initials as well: "SC Smith"."""
_OTHERS_TOO = {
    name for name in (*_ONE_WORD_VENUES, *_SHORT_NAMES) if name.lower() in meetings.WORDS_TOO
}
_ALWAYS = {*_ONE_WORD_VENUES, *_SHORT_NAMES} - _OTHERS_TOO
_LOUD_NAMES = {name for name in meetings.SPELLINGS - meetings.WORDS_TOO if len(name) > 3} | {
    "kdd", "tpami", "arxiv", "biorxiv", "medrxiv",
}  # fmt: skip


def _any_of(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


_VENUE_WORDS = (
    "journal|proceedings|proc|transactions|trans|conference|conf|symposium|workshop|letters|annals|"
    "advances|reviews?|communications?|nature|science|sciences|bioinformatics|biology|biotechnology|"
    "biotechnol|commun|lett|medicine|acids?|research|reports|methods|genetics|genomics|"
    "neuroscience|physics|chemistry|international|magazine|bulletin|archives|acta|"
    "preprint|arxiv|biorxiv|medrxiv|chemrxiv|press|plos|bmc|ieee|acm|frontiers|cell|lancet|opinion|"
    "trends|society|academy|academic|neural\\ computation|machine\\ learning|pattern\\ recognition|"
    "thesis|dissertation|lecture\\ notes|artificial\\ intelligence|neurips|icml|springer|elsevier|mit\\ press"
)
KNOWN_VENUE = re.compile(
    rf"(?<![\w-])(?:(?:{_any_of(_ALWAYS)})(?![a-z])|(?:{_any_of(_OTHERS_TOO)})(?=W?(?![A-Za-z])))"
)
"""Those that are other things too stand by themselves: "MMLU" and "FSEGAN" are no venues."""
_LOUD = re.compile(
    rf"(?<![\w-])(?:(?:{_any_of(map(str.lower, _LOUD_NAMES))})(?![a-z])|(?:{_VENUE_WORDS})(?!\w))|"
    r"\A(?:j|int|res|phys|chem|nat)\."
)
"""Those that are venues however they are capitalised, and words of venues; for small letters."""

TITLE_WORDS = frozenset(
    """
    the for with from using via towards toward how what why when is are can learning neural network
    networks model models data analysis based journal proceedings conference transactions university
    institute nature communications methods biotechnology bioinformatics genomics genome arxiv biorxiv
    medrxiv preprint workshop symposium international ieee acm review reviews research science sciences
    letters reports press survey detection segmentation recognition generation language vision image
    images video videos graph graphs attention transformer transformers prediction classification
    estimation representation representations training optimization inference paper code pdf link
    sensors project dataset datasets benchmark framework approach approaches method system systems algorithm
    algorithms theory applications application introduction overview study studies medicine medical
    biology biological cancer cell cells protein proteins gene genes expression single-cell rna dna
    sequencing sequence sequences clinical patient patients health disease computer computing
    artificial intelligence machine robot robotics robotic reinforcement processing natural speech
    supervised unsupervised self-supervised semi-supervised few-shot zero-shot multi-modal multimodal
    adversarial generative diffusion convolutional recurrent bayesian stochastic probabilistic
    statistical interpretable explainable efficient adaptive dynamic hierarchical large-scale
    end-to-end pre-training pretraining fine-tuning knowledge distillation transfer domain adaptation
    annals advances lab laboratory department school college inc corp google microsoft facebook openai
    deepmind nvidia meta amazon alibaba tencent huawei baidu neurips nips icml iclr cvpr iccv eccv aaai
    ijcai emnlp acl naacl kdd sigir icra iros corl published accepted oral spotlight poster abstract
    section chapter volume appendix this these that of and or not our
    physics chemistry chemical neuroscience psychology engineering technology mathematics mathematical
    cybernetics biomedical bmc plos frontiers trends current opinion american european annual
    software tool tools package library platform toolbox python matlab documentation github tutorial
    dissertation thesis diploma doctoral universität université universidad università
    lecture notes course book notebook note challenge competition task tasks evaluation metrics
    question answering summarization translation text document documents retrieval search web
    object objects scene scenes depth pose face human action motion tracking
    human-level quantitative quantum structure structural function functional molecular design
    discovery drug drugs chem phys proc trans commun intell lett
    """.split()  # noqa: SIM905  a table, not a sentence
)  # fmt: skip
"""Words, however capitalised, that are of titles and venues and hardly ever of a name."""

ASKING = (
    "please|pls|kindly|could|can|you|add|include|consider|this|the|a|new|paper|article|preprint|link|"
    "url|contributions?|suggestions?|suggested|thanks?|and|to|see|here|todo|it|list"
)
"""What somebody says who wants a work added and only links it."""

AND = "et|und|y|e|och|og|en"
"""What joins the last two names of a by-line in other languages than English."""
PARTICLES = particles("lists")
PARTICLE = _any_of(PARTICLES)
"""Pattern of one, in small letters; the longer first."""
SUFFIXES = frozenset(
    ("jr", "sr", "jr.", "sr.", "ii", "iii", "iv", "2nd", "3rd", "4th", "ph.d.", "m.d.", *DEGREES)
)


_ORGANISATION = re.compile(
    r"(?:(?:mistral|moonshot|zhipu|meta|google|facebook|stability|hugging ?face|deepseek|x)[ .]?ai|openai|"
    r"google|deepmind|microsoft|facebook|meta|amazon|apple|nvidia|intel|ibm|adobe|salesforce|anthropic|"
    r"alibaba|tencent|baidu|bytedance|huawei|samsung|uber|netflix|spotify|hugging ?face|allenai|ai2|msr|"
    r"fair|stanford|mit|berkeley|uc berkeley|cmu|oxford|cambridge|eth z[uü]rich|tsinghua|umich|nus)"
    r"(?:[ ,/]+(?:research|brain|ai|labs?|inc\.?|cloud|reality labs|asia|university|deepmind|damo))*",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def organisation(text: str) -> bool:
    """Whether a text is a company's or a university's name: neither a venue nor somebody's."""
    return _ORGANISATION.fullmatch(text.strip(" .,;:()[]")) is not None


@lru_cache(maxsize=4096)
def label_kind(label: str) -> str:
    """Says "paper", "other" or "" for the words of a link's label: "" if they are no label."""
    words = [word.casefold() for word in _LABEL_WORD.findall(label)]
    if not words or len(words) > 6:
        return "" if words else "other" if label.strip() else ""
    telling = [word for word in words if word not in _FILLERS]
    kinds = [_kind(word) for word in telling]
    if not telling or (not all(kinds) and not (kinds[0] and len(telling) <= 3)):
        return ""
    return "paper" if "paper" in kinds else "other"


def _kind(word: str) -> str:
    parts = [word, *word.split("-")]
    if any(part in PAPER_LABELS for part in parts):
        return "paper"
    return "other" if any(part in _LINK_WORDS for part in parts) else ""


@lru_cache(maxsize=4096)
def known_venue(text: str) -> bool:
    """Whether the text names a venue by its words."""
    return bool(KNOWN_VENUE.search(text) or _LOUD.search(text.lower()))


def is_meeting(text: str) -> bool:
    """Whether the text is the short name of a conference, and nothing else."""
    return text.casefold() in meetings.SPELLINGS - meetings.WORDS_TOO
