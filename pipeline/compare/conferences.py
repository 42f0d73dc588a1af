"""Conferences and preprint servers by their usual names.

To add a conference: a line in the table, the most specific phrases of its long name behind it. The
words are those of the folded name without articles; longer phrases win over shorter ones.
"""

import re
from functools import lru_cache

from pipeline.compare.letters import tokens

_TABLE = """
NeurIPS: neural information processing systems | nips
ICLR: conference on learning representations
ICML: international conference on machine learning | intl conference on machine learning | int conference on machine learning
AISTATS: artificial intelligence and statistics
UAI: uncertainty in artificial intelligence
COLT: conference on learning theory | computational learning theory
CoRL: conference on robot learning
MIDL: medical imaging with deep learning
CVPR: computer vision and pattern recognition
ICCV: international conference on computer vision
ECCV: european conference on computer vision
ACCV: asian conference on computer vision
WACV: winter conference on applications of computer vision | applications of computer vision
BMVC: british machine vision conference
3DV: international conference on 3d vision
ICPR: international conference on pattern recognition
ICIP: international conference on image processing
ICME: conference on multimedia and expo
ACM MM: international conference on multimedia | acm multimedia | acm mm | acmmm | acm international conference on multimedia | acm on multimedia
ICMR: international conference on multimedia retrieval | conference on multimedia retrieval
AAAI: aaai conference on artificial intelligence | national conference on artificial intelligence | conference on artificial intelligence aaai
IJCAI: joint conference on artificial intelligence | joint conferences on artificial intelligence
ECAI: european conference on artificial intelligence
AAMAS: autonomous agents and multiagent systems | autonomous agents and multi agent systems
KDD: knowledge discovery and data mining | knowledge discovery data mining | sigkdd
PAKDD: pacific asia conference on knowledge discovery and data mining | pacific asia conference on knowledge discovery
ECML PKDD: machine learning and knowledge discovery in databases | ecml pkdd | ecml | pkdd
ICDM: international conference on data mining
SDM: siam international conference on data mining | siam conference on data mining
CIKM: information and knowledge management
WSDM: web search and data mining
WWW: world wide web conference | international world wide web | acm web conference | the web conference | world wide web | on web conference | thewebconf
SIGIR: research and development in information retrieval
ECIR: european conference on information retrieval | advances in information retrieval
RecSys: conference on recommender systems
SIGMOD: conference on management of data
VLDB: very large data bases | vldb endowment | pvldb
ICDE: conference on data engineering
EDBT: extending database technology
ACL: annual meeting of the association for computational linguistics | meeting of the association for computational linguistics | association for computational linguistics acl
NAACL: north american chapter | naacl hlt
EACL: european chapter of the association | conference of the european chapter
AACL: asia pacific chapter
EMNLP: empirical methods in natural language processing
CoNLL: computational natural language learning
COLING: international conference on computational linguistics
LREC: language resources and evaluation
IJCNLP: joint conference on natural language processing
INTERSPEECH: international speech communication association | interspeech | spoken language processing
ICASSP: acoustics speech and signal processing
ASRU: automatic speech recognition and understanding
SLT: spoken language technology
MICCAI: medical image computing and computer assisted intervention | medical image computing and computer assisted interventions
IPMI: information processing in medical imaging
ISBI: international symposium on biomedical imaging | symposium on biomedical imaging
EMBC: engineering in medicine and biology society | engineering in medicine and biology conference
RECOMB: research in computational molecular biology
ISMB: intelligent systems for molecular biology
PSB: pacific symposium on biocomputing
BIBM: conference on bioinformatics and biomedicine
BCB: bioinformatics computational biology and health informatics
ICRA: conference on robotics and automation
IROS: intelligent robots and systems
RSS: robotics science and systems
CHI: human factors in computing systems
UIST: user interface software and technology
CSCW: computer supported cooperative work
IUI: intelligent user interfaces
HRI: human robot interaction
SIGGRAPH: computer graphics and interactive techniques | siggraph
SIGGRAPH Asia: siggraph asia
ICSE: international conference on software engineering
FSE: foundations of software engineering
ASE: automated software engineering
ISSTA: software testing and analysis
PLDI: programming language design and implementation
POPL: principles of programming languages
OOPSLA: object oriented programming systems languages
OSDI: operating systems design and implementation
SOSP: operating systems principles
NSDI: networked systems design and implementation
SIGCOMM: data communication | sigcomm
INFOCOM: conference on computer communications
MLSys: machine learning and systems | conference on machine learning and systems
ISCA: symposium on computer architecture
MICRO: symposium on microarchitecture
ASPLOS: architectural support for programming languages
HPCA: high performance computer architecture
DAC: design automation conference
SC: high performance computing networking storage and analysis
CCS: computer and communications security
USENIX Security: usenix security symposium | usenix security
NDSS: network and distributed system security
STOC: symposium on theory of computing
FOCS: foundations of computer science
SODA: symposium on discrete algorithms
CRYPTO: annual international cryptology conference
EUROCRYPT: theory and applications of cryptographic techniques
ISIT: symposium on information theory
IJCNN: joint conference on neural networks
ICANN: conference on artificial neural networks
GECCO: genetic and evolutionary computation conference
ICWSM: web and social media | weblogs and social media
FAccT: fairness accountability and transparency
AIES: ai ethics and society
CogSci: cognitive science society
LoG: learning on graphs conference
CHIL: conference on health inference and learning
MLHC: machine learning for healthcare
ML4H: machine learning for health
COLM: conference on language modeling
DCASE: detection and classification of acoustic scenes
ISMIR: music information retrieval
KR: principles of knowledge representation and reasoning
ICAPS: automated planning and scheduling
CP: principles and practice of constraint programming
SAT: theory and applications of satisfiability testing
CAV: computer aided verification
ITC: 
"""

_WORDS_TOO = frozenset(["sc", "sat", "cp", "kr", "chi", "log", "micro", "soda", "crypto", "slt", "dac",
                        "focs", "rss", "psb", "bcb", "ase", "fse", "isca", "itc", "mm", "cav"])  # fmt: skip
"""Short names that are also words or other things: only in capitals, or as the whole name."""

_SERVERS = {
    "arxiv": "arXiv", "corr": "arXiv", "biorxiv": "bioRxiv", "medrxiv": "medRxiv",
    "chemrxiv": "ChemRxiv", "psyarxiv": "PsyArXiv", "socarxiv": "SocArXiv", "ssrn": "SSRN",
    "techrxiv": "TechRxiv", "eartharxiv": "EarthArXiv", "essoar": "ESSOAr",
    "research square": "Research Square", "researchsquare": "Research Square",
    "preprints org": "Preprints.org", "preprints": "Preprints.org", "hal": "HAL",
    "osf preprints": "OSF Preprints", "osf": "OSF Preprints", "authorea": "Authorea",
    "peerj preprints": "PeerJ Preprints", "edarxiv": "EdArXiv", "engrxiv": "engrXiv",
    "cold spring harbor laboratory": "bioRxiv", "agrirxiv": "agriRxiv", "vixra": "viXra",
    "social science research network": "SSRN", "computing research repository": "arXiv",
    "cryptology eprint archive": "IACR ePrint", "iacr eprint": "IACR ePrint", "eprint": "IACR ePrint",
    "sportrxiv": "SportRxiv", "metaarxiv": "MetaArXiv", "openrxiv": "bioRxiv",
}  # fmt: skip

_BEFORE_SERVER = frozenset(["preprint", "preprints", "the", "on", "in", "at", "e", "print", "prints",
                            "eprint", "eprints", "available", "via", "as"])  # fmt: skip


def _phrases() -> dict[str, str]:
    found = {}
    for line in _TABLE.strip().split("\n"):
        short, _, long = line.partition(":")
        for phrase in filter(None, (part.strip() for part in long.split("|"))):
            found[phrase] = short
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


PHRASES = _phrases()
"""Phrase of a long name -> short name, longest first."""

SHORT = {name.lower(): name for name in dict.fromkeys(PHRASES.values())} | {"nips": "NeurIPS"}
"""Short name in lower case -> as it is written."""

_ACRONYM = re.compile(r"[A-Za-z0-9]*[A-Za-z]")

WORKSHOP = re.compile(r"\bworkshops?\b", re.IGNORECASE)
FINDINGS = re.compile(r"\bfindings\b", re.IGNORECASE)


@lru_cache(maxsize=1 << 12)
def server(written: str) -> str | None:
    """The preprint server that a venue names, in its own spelling; None if it names none.

    Only where the server is what the text begins with: "NeurIPS (arXiv)" names a conference.
    """
    said = list(tokens(written))
    while said and said[0] in _BEFORE_SERVER and len(said) > 1:
        if " ".join(said[:2]) in _SERVERS or (said[0] in _SERVERS and said[0] != "eprint"):
            break
        said.pop(0)
    for size in (4, 3, 2, 1):
        found = _SERVERS.get(" ".join(said[:size]))
        if found and (size > 1 or len(said[0]) > 4 or len(said) <= 4):
            return found
    return None


def conference(text: str) -> str | None:
    """Canonical short name of the conference that a text names first and most precisely.

    A workshop is told from its conference: "NeurIPS Workshop"; the Findings of the ACL's
    conferences as well: "EMNLP Findings".
    """
    return next(iter(conferences(text)), None)


@lru_cache(maxsize=1 << 12)
def conferences(text: str) -> tuple[str, ...]:
    """Every conference that a text names: AAAI's proceedings hold IAAI's and EAAI's."""
    said = " ".join(tokens(text))
    found = {name: said.index(phrase) for phrase, name in _long(said)}
    places: dict[str, int] = {}
    for match in _ACRONYM.finditer(text):
        name = _short(match.group(), alone=match.group() == text.strip())
        if name:
            places.setdefault(name, match.start())
    ordered = list(dict.fromkeys([*found, *sorted(places, key=places.__getitem__)]))
    return tuple(_qualified(name, text) for name in ordered)


def _long(said: str) -> list[tuple[str, str]]:
    """Phrases in the text, those within a longer one left out: NAACL's holds ACL's."""
    padded = f" {said} "
    found: list[tuple[str, str]] = []
    for phrase, name in PHRASES.items():
        if f" {phrase} " in padded and not (name == "ACL" and any(n[1] in _ACLS for n in found)):
            if not any(phrase in longer for longer, _ in found):
                found.append((phrase, name))
    return found


_ACLS = ("NAACL", "EACL", "AACL", "EMNLP")


def _short(word: str, *, alone: bool) -> str | None:
    lower = word.lower()
    bare = lower[:-1] if lower.endswith("w") and lower[:-1] in SHORT else lower
    name = SHORT.get(bare)
    if name is None:
        return None
    capitals = sum(c.isupper() for c in word) >= 2
    if capitals or alone or (bare not in _WORDS_TOO and len(bare) > 3):
        return f"{name} Workshop" if bare != lower and capitals else name
    return None


def _qualified(name: str, text: str) -> str:
    if name.endswith("Workshop"):
        return name
    if WORKSHOP.search(text):
        return f"{name} Workshop"
    return f"{name} Findings" if FINDINGS.search(text) else name


_VERB = re.compile(
    r"\b(?:accepted|to appear|appear(?:s|ed|ing)?|published|presented|camera[- ]ready|in press|"
    r"forthcoming|to be published|to be presented|acceptance)\b"
    r"(?:\s+(?:as|for|a|an|the|oral|poster|paper|spotlight|full|long|short|publication|"
    r"presentation|version|main|conference|track))*"
    r"\s+(?:at|in|by|to|for|on)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""What is said of a paper that has a venue."""

_NOT_YET = re.compile(
    r"\b(?:submitted|under review|in submission|rejected|withdrawn|in preparation|supersed|"
    r"under consideration|not accepted|extend(?:s|ed version)|earlier version|previous version|"
    r"preliminary version|companion)\b",
    re.IGNORECASE,
)
"""What is said of another paper, or of one that has none yet."""

_YEAR = re.compile(r"\b(19[89]\d|20\d\d)\b|['’](\d\d)\b")
_END = re.compile(r"[,;(\[\n]|\.\s+[A-Z0-9]|\.$|\s\d|:\s|\s+(?:as|with|and\s+code|code|see)\b")


def accepted(comment: str) -> tuple[str, int | None] | None:
    """The venue and year of which an arXiv comment or journal reference speaks; None if of none.

    "Submitted to", "under review" and versions of other papers say nothing.
    """
    for part in re.split(r"[;\n]|\.\s+(?=[A-Z])", comment[:2000]):
        if _NOT_YET.search(part):
            continue
        name = conference(part)
        if name and _speaks_of(part):
            return name, _year(part)
        verb = _VERB.search(part)
        if verb:
            venue = _END.split(part[verb.end() :], maxsplit=1)[0].strip(" .'\"")
            if len(tokens(venue)) and len(venue) <= 120 and venue[:1].isupper():
                return venue, _year(part)
    return None


def _speaks_of(part: str) -> bool:
    """A comment about the paper's own venue: with a verb, or hardly more than the name and year."""
    return bool(_VERB.search(part)) or bool(_YEAR.search(part)) or len(tokens(part)) <= 6 or (
        bool(re.search(r"(?i)\b(accepted|oral|spotlight|poster|camera)\b", part))
    )  # fmt: skip


def _year(part: str) -> int | None:
    found = _YEAR.search(part)
    if not found:
        glued = re.search(r"[A-Za-z](20\d\d)\b", part)
        return int(glued[1]) if glued else None
    return int(found[1]) if found[1] else 2000 + int(found[2])
