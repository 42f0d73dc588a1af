"""Which hosts hold papers, and which hold code, data, films and opinions."""

# ruff: noqa: E501  rows of a table stay on their line

import re
from typing import Literal

PAPERS = frozenset(
    """
    arxiv.org doi.org dx.doi.org nature.com sciencedirect.com ieeexplore.ieee.org dl.acm.org
    portal.acm.org doi.acm.org springer.com link.springer.com springerlink.com springeropen.com
    biomedcentral.com wiley.com onlinelibrary.wiley.com aclanthology.org aclweb.org openreview.net
    neurips.cc papers.nips.cc papers.neurips.cc proceedings.neurips.cc nips.cc mlr.press
    proceedings.mlr.press jmlr.org jmlr.csail.mit.edu openaccess.thecvf.com thecvf.com
    cv-foundation.org biorxiv.org medrxiv.org pubmed.ncbi.nlm.nih.gov pmc.ncbi.nlm.nih.gov
    academic.oup.com oxfordjournals.org cell.com sciencemag.org science.org pnas.org plos.org
    journals.plos.org mdpi.com frontiersin.org elifesciences.org ssrn.com papers.ssrn.com
    semanticscholar.org api.semanticscholar.org researchgate.net jstor.org cambridge.org aaai.org
    ojs.aaai.org ijcai.org isca-speech.org usenix.org ceur-ws.org jamanetwork.com nejm.org bmj.com
    thelancet.com tandfonline.com sagepub.com journals.sagepub.com iopscience.iop.org iop.org
    aps.org journals.aps.org aip.org pubs.aip.org scitation.org pubs.acs.org acs.org pubs.rsc.org
    osf.io hal.science hal.archives-ouvertes.fr hal.inria.fr hal.univ-grenoble-alpes.fr dblp.org
    dblp.uni-trier.de dblp.com paperswithcode.com citeseerx.ist.psu.edu citeseer.ist.psu.edu
    citeseer.uark.edu europepmc.org ar5iv.org ar5iv.labs.arxiv.org alphaxiv.org arxiv-vanity.com
    projecteuclid.org siam.org epubs.siam.org worldscientific.com hindawi.com peerj.com
    f1000research.com wellcomeopenresearch.org gatesopenresearch.org royalsocietypublishing.org
    rsif.royalsocietypublishing.org annualreviews.org mitpressjournals.org direct.mit.edu
    cshlp.org genome.cshlp.org asm.org rupress.org ahajournals.org aacrjournals.org ashpublications.org
    physiology.org karger.com thieme-connect.com degruyter.com emerald.com igi-global.com spiedigitallibrary.org
    osapublishing.org opg.optica.org bmva.org bmva-archive.org.uk dspace.mit.edu theses.hal.science
    preprints.org researchsquare.com chemrxiv.org techrxiv.org psyarxiv.com scholar.archive.org
    repec.org ideas.repec.org nber.org scitepress.org inderscience.com ingentaconnect.com
    jneurosci.org jbc.org embopress.org asha.org informs.org pubsonline.informs.org eurographics.org
    diglib.eg.org vldb.org interspeech.org archives.ismir.net ismir.net roboticsproceedings.org
    dare.uva.nl escholarship.org drops.dagstuhl.de journals.lww.com liebertpub.com futuremedicine.com
    storage.googleapis.com eurekaselect.com aimspress.com copernicus.org
    openedition.org erudit.org cairn.info persee.fr redalyc.org scielo.org scielo.br revues.org
    adsabs.harvard.edu ui.adsabs.harvard.edu inspirehep.net zbmath.org muse.jhu.edu dialnet.unirioja.es
    cnki.net kns.cnki.net wanfangdata.com.cn d.wanfangdata.com.cn cqvip.com qikan.cqvip.com hanspub.org
    airitilibrary.com jstage.jst.go.jp ci.nii.ac.jp cir.nii.ac.jp dbpia.co.kr kci.go.kr
    koreascience.or.kr koreascience.kr cyberleninka.ru elibrary.ru mathnet.ru
    """.split()  # noqa: SIM905  a table, not a sentence
)
ABOUT = re.compile(
    r"(?:^|\.)(?:sci-hub\.\w+|libgen\.\w+|unpaywall\.org|(?:api\.)?crossref\.org|crosscite\.org|altmetric\.com|plu\.mx|"
    r"scite\.ai|growkudos\.com|connectedpapers\.com|opencitations\.net|openalex\.org|dimensions\.ai|scopus\.com|"
    r"webofscience\.com|webofknowledge\.com|pubpeer\.com|scholar\.google\.\w+|scholar\.archive\.org|litmaps\.com|"
    r"consensus\.app|elicit\.com|mendeley\.com|12ft\.io|r\.jina\.ai|readcube\.com|libkey\.io|bibtex\.online)$"
)
"""Hosts that tell of a paper, search for it or hand on a copy; nobody cites them for it."""
OTHERS = frozenset(
    """
    github.com gitlab.com bitbucket.org gist.github.com youtube.com youtu.be vimeo.com medium.com
    twitter.com x.com huggingface.co hf.co colab.research.google.com kaggle.com shields.io
    img.shields.io badge.fury.io cran.r-project.org bioconductor.org
    wikipedia.org amazon.com drive.google.com docs.google.com slideshare.net bilibili.com zhihu.com
    zhuanlan.zhihu.com mp.weixin.qq.com reddit.com linkedin.com facebook.com discord.gg discord.com
    t.me slack.com coursera.org udemy.com edx.org readthedocs.io scholar.google.com netlify.app
    vercel.app towardsdatascience.com quora.com stackoverflow.com stackexchange.com hub.docker.com
    sourceforge.net code.google.com blog.google openai.com awesome.re creativecommons.org
    modelscope.cn gitee.com pan.baidu.com figshare.com zenodo.org star-history.com hits.seeyoufarm.com
    travis-ci.org travis-ci.com codecov.io anaconda.org conda.io goodreads.com meetup.com
    """.split()  # noqa: SIM905  a table, not a sentence
)
_ELSEWHERE = re.compile(
    r"(?:^|\.)(?:wikipedia\.org|readthedocs\.(?:io|org)|shields\.io|blogspot\.\w+|wordpress\.com|"
    r"pypi(?:\.\w+)+|substack\.com|medium\.com|github\.io|google\.com|qq\.com|stackexchange\.com|amazon\.[a-z.]+)$"
)
_ARTICLE = re.compile(
    r"/index\.php/(?:[\w\-]+/){1,2}(?:article|preprint)/view/\w|/article/view/\d+"
)
"""Where Open Journal Systems, with which ten thousand journals are run, shows an article."""
_FILE = re.compile(r"\.(?:pdf|ps|ps\.gz|djvu)$", re.IGNORECASE)


def kind_of(host: str, path: str) -> Literal["paper", "other", "unknown"]:
    """Whether what stands at this address is likely a paper; a PDF is, wherever it lies."""
    if not path.strip("/"):
        return "other"  # a journal's or archive's front page
    if host == "huggingface.co" and path.startswith("/papers/"):
        return "paper"
    if host in OTHERS and not (_FILE.search(path) and host != "github.com"):
        return "paper" if _FILE.search(path) and "/blob/" not in path else "other"
    if host in PAPERS or _FILE.search(path) or _ARTICLE.search(path):
        return "paper"
    if _ELSEWHERE.search(host):
        return "other"
    parent = host.split(".", 1)[-1]
    return "paper" if parent in PAPERS and "." in parent else "unknown"
