"""Names of conferences and preprint servers.

To add a conference: a line in the table, the most specific phrases of its long name behind it, in
folded words without articles. Longer phrases win over shorter ones. Those of the last line are
known as venues of a list; none is told from another before its phrases are known.
"""

_TABLE = """
NeurIPS: neural information processing systems | nips
ICLR: conference on learning representations
ICML: international conference on machine learning | intl conference on machine learning | int
  conference on machine learning
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
ACM MM: international conference on multimedia | acm multimedia | acm mm | acmmm | acm
  international conference on multimedia | acm on multimedia
ICMR: international conference on multimedia retrieval | conference on multimedia retrieval
AAAI: aaai conference on artificial intelligence | national conference on artificial intelligence
  | conference on artificial intelligence aaai
IJCAI: joint conference on artificial intelligence | joint conferences on artificial intelligence
ECAI: european conference on artificial intelligence
AAMAS: autonomous agents and multiagent systems | autonomous agents and multi agent systems
KDD: knowledge discovery and data mining | knowledge discovery data mining | sigkdd
PAKDD: pacific asia conference on knowledge discovery and data mining | pacific asia conference on
  knowledge discovery
ECML PKDD: machine learning and knowledge discovery in databases | ecml pkdd | ecml | pkdd
ICDM: international conference on data mining
SDM: siam international conference on data mining | siam conference on data mining
CIKM: information and knowledge management
WSDM: web search and data mining
WWW: world wide web conference | international world wide web | acm web conference | the web
  conference | world wide web | on web conference | thewebconf
SIGIR: research and development in information retrieval
ECIR: european conference on information retrieval | advances in information retrieval
RecSys: conference on recommender systems
SIGMOD: conference on management of data
VLDB: very large data bases | vldb endowment | pvldb
ICDE: conference on data engineering
EDBT: extending database technology
ACL: annual meeting of the association for computational linguistics | meeting of the association
  for computational linguistics | association for computational linguistics acl
NAACL: north american chapter | naacl hlt
EACL: european chapter of the association | conference of the european chapter
AACL: asia pacific chapter
EMNLP: empirical methods in natural language processing
CoNLL: computational natural language learning
COLING: international conference on computational linguistics
LREC: language resources and evaluation
IJCNLP: joint conference on natural language processing
INTERSPEECH: international speech communication association | interspeech | spoken language
  processing
ICASSP: acoustics speech and signal processing
ASRU: automatic speech recognition and understanding
SLT: spoken language technology
MICCAI: medical image computing and computer assisted intervention | medical image computing and
  computer assisted interventions
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
S&P: symposium on security and privacy
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
"""

_WITHOUT_PHRASES = """
ACML ACSAC AMIA AsiaCCS ASIACRYPT ATC AVSS BHI CADE CGO CIDR CoNEXT DAFx DASFAA DLMIA ECOOP EDM
ESORICS ESWC EuroSys EuroVis EUSIPCO FAST HotNets HotOS HPDC ICALP ICCAD ICDAR ICDCS ICDT ICFHR ICFP
ICMI ICMLA ICONIP ICPC ICSME IJCAR IJCB IMC InfoVis INLG IPDPS ISMAR ISPASS ISWC ITCS IWSLT JCDL LAK
LICS MMSys MobiCom MobiHoc MobiSys NODALIDA NSS PacificVis PODC PODS PPoPP PPSN PRCV SANER SASHIMI
SemEval SenSys SIGCSE SIGDIAL SIGMETRICS SIGSPATIAL SoCC SoCG SPAA SSDBM STACS TACAS UbiComp UMAP
VMCAI WASPAA
"""


def _phrases() -> dict[str, str]:
    by_phrase = {}
    for line in _TABLE.replace("\n  ", " ").strip().split("\n"):
        short, _, long = line.partition(":")
        for phrase in long.split("|"):
            by_phrase[phrase.strip()] = short
    return dict(sorted(by_phrase.items(), key=lambda item: -len(item[0])))


PHRASES = _phrases()
"""Phrase of a long name -> short name, longest first."""

SHORT = {name.lower(): name for name in dict.fromkeys(PHRASES.values())} | {
    "nips": "NeurIPS", "biocomputing": "PSB",
}  # fmt: skip
"""Short name in lower case -> as it is written; what volumes of proceedings are called counts."""

NAMES = (*dict.fromkeys(PHRASES.values()), *_WITHOUT_PHRASES.split())
"""Short names as they are written."""

SPELLINGS = frozenset([*SHORT, *(phrase for phrase in PHRASES if phrase.isalpha())])
"""What names a meeting by one word, in small letters."""

WORDS_TOO = frozenset(
    [
        "ase", "bcb", "biocomputing", "cav", "chi", "cp", "crypto", "dac", "focs", "fse", "isca",
        "kr", "log", "micro", "mm", "psb", "rss", "sat", "sc", "slt", "soda",
    ]
)  # fmt: skip
"""Short names that are also words or other things: only in capitals, or as the whole name."""

SERVERS = {
    "arxiv": "arXiv", "corr": "arXiv", "biorxiv": "bioRxiv", "medrxiv": "medRxiv",
    "chemrxiv": "ChemRxiv", "psyarxiv": "PsyArXiv", "socarxiv": "SocArXiv", "ssrn": "SSRN",
    "techrxiv": "TechRxiv", "eartharxiv": "EarthArXiv", "essoar": "ESSOAr",
    "research square": "Research Square", "researchsquare": "Research Square",
    "preprints org": "Preprints.org", "preprints": "Preprints.org", "hal": "HAL",
    "osf preprints": "OSF Preprints", "osf": "OSF Preprints", "authorea": "Authorea",
    "peerj preprints": "PeerJ Preprints", "edarxiv": "EdArXiv", "engrxiv": "engrXiv",
    "cold spring harbor laboratory": "bioRxiv", "agrirxiv": "agriRxiv", "vixra": "viXra",
    "social science research network": "SSRN", "computing research repository": "arXiv",
    "cryptology eprint archive": "IACR ePrint", "iacr eprint": "IACR ePrint",
    "eprint": "IACR ePrint", "sportrxiv": "SportRxiv", "metaarxiv": "MetaArXiv",
    "openrxiv": "bioRxiv", "res sq": "Research Square",
    "ecoevorxiv": "EcoEvoRxiv", "psyarxiv preprints": "PsyArXiv", "nutrixiv": "NutriXiv",
    "mindrxiv": "MindRxiv", "indiarxiv": "IndiaRxiv", "africarxiv": "AfricArXiv",
    "lawarxiv": "LawArXiv", "bodoarxiv": "BodoArXiv", "paleorxiv": "PaleorXiv",
    "chinaxiv": "ChinaXiv", "scielo preprints": "SciELO Preprints", "jxiv": "Jxiv",
}  # fmt: skip
"""How a preprint server is written -> its own spelling."""
