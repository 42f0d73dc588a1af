"""What addresses say, and what they do not."""

# ruff: noqa: E501  a case is a row of a table, however long its line is

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.addresses.in_text import spoken
from pipeline.addresses.tried_numbers import tried
from pipeline.addresses.urls import identify
from pipeline.values.entry import Link
from pipeline.values.text import Span

SPELT = [
    pytest.param("https://doi.org/10.1038/S41586-021-03819-2", "doi:10.1038/s41586-021-03819-2", id="resolver"),
    pytest.param("http://dx.doi.org/10.1000/abc.", "doi:10.1000/abc", id="a full stop behind it"),
    pytest.param("https://doi.org/10.48550/arXiv.2306.15006", "arxiv:2306.15006", id="arXiv's own DOI"),
    pytest.param("doi:10.1061/(ASCE)0887-381X(2003)17:1(37)", "doi:10.1061/(asce)0887-381x(2003)17:1(37)", id="balanced bracket"),
    pytest.param("https://arxiv.org/pdf/2306.15006v2.pdf", "arxiv:2306.15006", id="version and ending"),
    pytest.param("arxiv.org/abs/cs/0112017", "arxiv:cs/0112017", id="old arXiv id, no scheme"),
    pytest.param("https://www.alphaxiv.org/overview/2306.15006", "arxiv:2306.15006", id="alphaxiv"),
    pytest.param("https://ar5iv.labs.arxiv.org/html/2306.15006", "arxiv:2306.15006", id="ar5iv"),
    pytest.param("https://huggingface.co/papers/2306.15006", "arxiv:2306.15006", id="hugging face papers"),
    pytest.param("https://api.semanticscholar.org/arXiv:2306.15006", "arxiv:2306.15006", id="semantic scholar"),
    pytest.param("https://www.biorxiv.org/content/10.1101/2023.01.11.523679v1.full", "doi:10.1101/2023.01.11.523679", id="bioRxiv"),
    pytest.param("https://www.biorxiv.org/content/10.64898/2026.04.16.718997v1", "doi:10.64898/2026.04.16.718997", id="the newer prefix"),
    pytest.param("https://link.springer.com/article/10.1007/s10514-020-09935-5#Sec3", "doi:10.1007/s10514-020-09935-5", id="fragment"),
    pytest.param("https://onlinelibrary.wiley.com/doi/10.1002/ijc.26279/abstract;jsessionid=E6.d01", "doi:10.1002/ijc.26279", id="tail and session"),
    pytest.param("https://academic.oup.com/bib/article/doi/10.1093/bib/bbae052/7618072", "doi:10.1093/bib/bbae052", id="number behind the DOI"),
    pytest.param("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0174744", "doi:10.1371/journal.pone.0174744", id="in the query"),
    pytest.param("https://pubs.acs.org/doi/10.1021%2Facs.jcim.0c00073", "doi:10.1021/acs.jcim.0c00073", id="percent-encoded"),
    pytest.param("https://iopscience.iop.org/article/10.1088/1741-2560/10/2/026008", "doi:10.1088/1741-2560/10/2/026008", id="digits that are the DOI's"),
    pytest.param("https://www-nature-com.ezproxy.example.edu/articles/nature12373", "doi:10.1038/nature12373", id="library proxy"),
    pytest.param("https://web.archive.org/web/2019/https://arxiv.org/abs/1706.03762", "arxiv:1706.03762", id="archive"),
    pytest.param("https://pubmed.ncbi.nlm.nih.gov/33544846/", "pmid:33544846", id="PubMed"),
    pytest.param("https://pubmed.ncbi.nlm.nih.gov/33544846-moss-and-lichen/", "pmid:33544846", id="PubMed with words"),
    pytest.param("https://journals.example.org/doi/10.99999/mel.2022.77/pdf/standard", "doi:10.99999/mel.2022.77", id="the standard PDF"),
    pytest.param("https://downloads.hindawi.com/journals/bmri/10.1155/2013/868174", "doi:10.1155/2013/868174", id="a DOI with a year in it"),
    pytest.param("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5934582/", "pmcid:PMC5934582", id="PMC"),
    pytest.param("https://europepmc.org/article/MED/33544846", "pmid:33544846", id="Europe PMC"),
    pytest.param("https://www.sciencedirect.com/science/article/pii/S1361841523003006", "pii:S1361841523003006", id="PII"),
    pytest.param("https://linkinghub.elsevier.com/retrieve/pii/S0998140X15379977", "pii:S0998140X15379977", id="PII whose ISSN ends in X"),
    pytest.param("https://linkinghub.elsevier.com/retrieve/pii/0099328X9999068O", "pii:0099328X9999068O", id="PII of old, a letter at its end"),
    pytest.param("https://www.cell.com/cell/fulltext/S0092-8674(11)00581-2", "pii:S0092867411005812", id="PII with brackets"),
    pytest.param("https://openreview.net/pdf?id=_8DoIe8G3t", "openreview:_8DoIe8G3t", id="OpenReview"),
    pytest.param("https://www.aclweb.org/anthology/P19-1426.pdf", "acl:P19-1426", id="ACL"),
    pytest.param("https://www.gastrojournal.org/article/S0016-5085(09)99123-4/abstract", "pii:S0016508509991234", id="PII at a society's host"),
    pytest.param("https://doi.org/10.1016/S0168-9525(00)02024-4", "doi:10.1016/s0168-9525(00)02024-4", id="DOI made of a PII"),
    pytest.param("http://dx.doi.org/10.1016/S0168-9525%2800%2902024-4", "doi:10.1016/s0168-9525(00)02024-4", id="DOI made of a PII, encoded"),
    pytest.param("http://link.springer.com.turing.library.example.edu/article/10.1007/s99514-020-09935-5", "doi:10.1007/s99514-020-09935-5", id="a library behind the host"),
    pytest.param("http://www.jstor.org.library.example.edu/stable/9991", "jstor:9991", id="a library behind a host with a rule"),
    pytest.param("https://ui.adsabs.harvard.edu/abs/2017arXiv170699762V/abstract", "arxiv:1706.99762", id="arXiv's code at ADS"),
    pytest.param("https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/33999846/", "pmid:33999846", id="PMC by PMID"),
    pytest.param("https://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=pubmed&list_uids=99368406", "pmid:99368406", id="PubMed of old"),
    pytest.param("https://pubs-acs-org.ezp-prod1.example.edu/doi/10.99999/ac4j", "doi:10.99999/ac4j", id="another library's proxy"),
    pytest.param("https://r.jina.ai/https://arxiv.org/abs/1706.99762", "arxiv:1706.99762", id="an address behind a host"),
    pytest.param("https://translate.google.com/translate?sl=en&u=https://arxiv.org/abs/1706.99762", "arxiv:1706.99762", id="a translation"),
    pytest.param("https://pubmed-ncbi-nlm-nih-gov.translate.goog/33999846/?_x_tr_sl=en", "pmid:33999846", id="a translated page"),
    pytest.param("https://l.facebook.com/l.php?u=https%3A%2F%2Farxiv.org%2Fabs%2F1706.99762&h=AT0", "arxiv:1706.99762", id="a redirect"),
    pytest.param("https://webcache.googleusercontent.com/search?q=cache:https://arxiv.org/abs/1706.99762", "arxiv:1706.99762", id="a copy at Google"),
    pytest.param("https://urldefense.com/v3/__https://doi.org/10.99999/fl.7__;!!abc", "doi:10.99999/fl.7", id="a mail server's"),
    pytest.param("https://onlinelibrary.wiley.com/doi/abs/10.99999%252Ffl.7", "doi:10.99999/fl.7", id="encoded twice"),
    pytest.param("https://api.crossref.org/works/10.99999/fl.7/transform/application/x-bibtex", "doi:10.99999/fl.7", id="Crossref's own"),
    pytest.param("https://www.connectedpapers.com/main/10.99999/fl.7/graph", "doi:10.99999/fl.7", id="a graph of it"),
    pytest.param("http://citeseerx.ist.psu.edu/viewdoc/summary?doi=10.1.1.99.6708", "citeseer:10.1.1.99.6708", id="CiteSeer"),
]  # fmt: skip

GUESSED = [
    pytest.param("https://www.nature.com/articles/s41467-022-30033-z", "doi:10.1038/s41467-022-30033-z", id="Nature"),
    pytest.param("https://elifesciences.org/articles/26720", "doi:10.7554/elife.26720", id="eLife"),
    pytest.param("https://academic.oup.com/bib/article/25/2/bbae052/7618072", "doi:10.1093/bib/bbae052", id="article number of OUP"),
    pytest.param("https://www.jstatsoft.org/article/view/v099i01", "doi:10.18637/jss.v099.i01", id="Journal of Statistical Software"),
    pytest.param("http://www.jstatsoft.org/v99/i01/paper", "doi:10.18637/jss.v099.i01", id="the same of old"),
    pytest.param("https://xlink.rsc.org/?DOI=C9CC99468K", "doi:10.1039/c9cc99468k", id="RSC's resolver"),
    pytest.param("https://journals.ametsoc.org/view/journals/bams/104/2/BAMS-D-99-0298.1.xml", "doi:10.1175/bams-d-99-0298.1", id="AMS"),
    pytest.param("https://physics.aps.org/articles/v99/101", "doi:10.1103/physics.99.101", id="Physics"),
    pytest.param("https://www.mdpi.com/1422-0067/21/3/725", "doi:10.3390/ijms21030725", id="MDPI"),
    pytest.param("https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3441340", "doi:10.2139/ssrn.3441340", id="SSRN"),
    pytest.param("https://www.biorxiv.org/content/early/2019/03/28/590307", "doi:10.1101/590307", id="early bioRxiv"),
    pytest.param("https://adgeo.copernicus.org/articles/30/1/2011/adgeo-30-1-2011.html", "doi:10.5194/adgeo-30-1-2011", id="Copernicus"),
    pytest.param("https://acp.copernicus.org/articles/21/17/2021/", "doi:10.5194/acp-21-17-2021", id="Copernicus, without a file"),
    pytest.param("http://www.adv-geosci.net/30/1/2011/adgeo-30-1-2011.pdf", "doi:10.5194/adgeo-30-1-2011", id="Copernicus of old"),
    pytest.param("https://journals.openedition.org/chs/142", "doi:10.4000/chs.142", id="OpenEdition"),
    pytest.param("http://chs.revues.org/142", "doi:10.4000/chs.142", id="OpenEdition of old"),
    pytest.param("https://www.erudit.org/en/journals/documentation/2015-v61-n2-3-documentation02049/1032808ar/", "doi:10.7202/1032808ar", id="Érudit"),
    pytest.param("https://www.nber.org/papers/w17577", "doi:10.3386/w17577", id="NBER"),
    pytest.param("https://preprints.scielo.org/index.php/scielo/preprint/view/2577", "doi:10.1590/scielopreprints.2577", id="SciELO Preprints"),
    pytest.param("https://www.ijcai.org/proceedings/2019/0123.pdf", "doi:10.24963/ijcai.2019/123", id="IJCAI"),
    pytest.param("https://osf.io/preprints/psyarxiv/fu4zj_v1", "doi:10.31234/osf.io/fu4zj_v1", id="OSF, a version"),
    pytest.param("https://osf.io/8ag9w/", "doi:10.31219/osf.io/8ag9w", id="OSF, the number alone"),
    pytest.param("https://elifesciences.org/download/aHR0cHM6/elife-92956-v2.pdf", "doi:10.7554/elife.92956", id="eLife's file"),
    pytest.param("https://assets.researchsquare.com/files/rs-991890/v1/3c1f.pdf", "doi:10.21203/rs.3.rs-991890/v1", id="Research Square's file"),
    pytest.param("https://pubs.rsc.org/en/content/articlelanding/2001/cc/b995191c/unauth", "doi:10.1039/b995191c", id="RSC of old"),
    pytest.param("https://pubs.rsc.org/en/content/articlehtml/1995/an/an9952000999", "doi:10.1039/an9952000999", id="RSC of older"),
    pytest.param("https://www.cambridge.org/core/product/identifier/9781139999984/type/book", "doi:10.1017/9781139999984", id="a book of Cambridge"),
    pytest.param("https://insights.ovid.com/crossref?an=00000999-199706000-00006", "doi:10.1097/00000999-199706000-00006", id="Ovid"),
    pytest.param("https://www.iop.org/EJ/abstract/1741-2560/10/2/026999", "doi:10.1088/1741-2560/10/2/026999", id="IOP of old"),
    pytest.param("https://osf.io/preprints/socarxiv/j7qta", "doi:10.31235/osf.io/j7qta", id="OSF"),
    pytest.param("https://www.hindawi.com/journals/bmri/2013/868174/", "doi:10.1155/2013/868174", id="Hindawi"),
    pytest.param("https://www.biomedcentral.com/1752-0509/4/170", "doi:10.1186/1752-0509-4-170", id="BMC of old"),
    pytest.param("https://www.pnas.org/content/early/2020/11/24/2020346117.long", "doi:10.1073/pnas.2020346117", id="PNAS, early"),
    pytest.param("http://prl.aps.org/abstract/PRL/v99/i11/e998302", "doi:10.1103/physrevlett.99.998302", id="APS of old"),
    pytest.param("https://physics.aps.org/articles/v5/901", "doi:10.1103/physics.5.901", id="APS's magazine"),
    pytest.param("https://opg.optica.org/oe/abstract.cfm?uri=oe-17-22-901", "doi:10.1364/oe.17.000901", id="Optica"),
    pytest.param("http://portal.acm.org/citation.cfm?id=999655.999682&coll=DL", "doi:10.1145/999655.999682", id="ACM of old"),
    pytest.param("https://www.karger.com/Article/Abstract/99123", "doi:10.1159/000099123", id="Karger"),
    pytest.param("http://www.scielo.br/scielo.php?script=sci_arttext&pid=S0100-204X2005000900001", "doi:10.1590/s0100-204x2005000900001", id="SciELO Brazil"),
    pytest.param("https://www.persee.fr/doc/rmoss_0035-2950_2005_num_55_4_999147", "doi:10.3406/rmoss.2005.999147", id="Persée"),
    pytest.param("https://projecteuclid.org/euclid.aos/1199999137", "doi:10.1214/aos/1199999137", id="Euclid"),
    pytest.param("https://www.aanda.org/articles/aa/abs/2016/10/aa99447-16/aa99447-16.html", "doi:10.1051/0004-6361/201699447", id="A&A"),
    pytest.param("https://datatracker.ietf.org/doc/html/rfc793", "doi:10.17487/rfc0793", id="RFC"),
    pytest.param("https://figshare.com/articles/dataset/Moss_counts/9991234/2", "doi:10.6084/m9.figshare.9991234", id="figshare"),
    pytest.param("https://www.cambridge.org/core/product/identifier/S0022112099997563/type/journal_article", "doi:10.1017/s0022112099997563", id="Cambridge"),
    pytest.param("http://www.malariajournal.com/content/7/1/910", "doi:10.1186/1475-2875-7-910", id="a journal of BMC at its own host"),
    pytest.param("http://genomebiology.com/2003/4/7/923/abstract", "doi:10.1186/gb-2003-4-7-923", id="Genome Biology"),
    pytest.param("http://iopscience.iop.org/1741-2552/10/2/926008/article", "doi:10.1088/1741-2552/10/2/926008", id="IOP of old"),
    pytest.param("https://www.jmir.org/2020/5/e98700/", "doi:10.2196/98700", id="JMIR"),
    pytest.param("https://www.bmj.com/content/340/bmj.c9405", "doi:10.1136/bmj.c9405", id="BMJ"),
]  # fmt: skip

NOTHING = [
    pytest.param("https://academic.oup.com/bioinformatics/article/37/15/2112/6128680", id="a page and an internal number"),
    pytest.param("https://github.com/a/b/blob/main/10.1/c", id="a version number"),
    pytest.param("https://arxiv.org/list/cs.LG/2306", id="a listing"),
    pytest.param("https://dl.acm.org/doi/10.5555/1717186", id="a number registered nowhere"),
    pytest.param("https://www.ncbi.nlm.nih.gov/geo/query/acc.cgi?acc=GSE130852", id="a data set"),
    pytest.param("https://acp.copernicus.org/articles/special_issue1.html", id="a special issue"),
    pytest.param("https://journals.openedition.org/chs/", id="a journal"),
    pytest.param("https://www.nber.org/papers/search", id="a search"),
    pytest.param("https://www.biomedcentral.com/1752-0509/4", id="a volume"),
    pytest.param("https://www.jmir.org/2008/3/e26/", id="an article number that is no DOI's"),
    pytest.param("https://www.malariajournal.com/content/7/1", id="an issue"),
    pytest.param("https://opg.optica.org/oe/issue.cfm?volume=17&issue=22", id="an issue of Optica"),
    pytest.param("https://dl.acm.org/toc.cfm?id=J204", id="a journal at ACM"),
    pytest.param("https://ui.adsabs.harvard.edu/abs/2019PhDT........69B/abstract", id="a thesis at ADS"),
    pytest.param("#section", id="an anchor"),
    pytest.param("http://[broken", id="no address at all"),
    pytest.param("", id="empty"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "wanted"), SPELT)
def test_an_identifier_in_an_address_is_read(url: str, wanted: str) -> None:
    said = identify(url)
    assert str(said.identifiers[0]) == wanted
    if "nature.com" not in url and "nature-com" not in url:
        assert not said.derived


@pytest.mark.parametrize(("url", "wanted"), GUESSED)
def test_a_computed_identifier_is_marked_as_a_guess(url: str, wanted: str) -> None:
    said = identify(url)
    assert str(said.identifiers[0]) == wanted
    assert said.derived


@pytest.mark.parametrize("url", NOTHING)
def test_a_number_is_not_taken_for_an_identifier(url: str) -> None:
    assert identify(url).identifiers == ()


def test_an_opaque_address_still_hints() -> None:
    oup = identify("https://academic.oup.com/bioinformatics/article/37/15/2112/6128680").hints
    assert (oup.journal, oup.volume, oup.issue, oup.page) == ("Bioinformatics", "37", "15", "2112")
    cvf = identify(
        "https://openaccess.thecvf.com/content_cvpr_2016/papers/He_Deep_Residual_Learning_CVPR_2016_paper.pdf"
    ).hints
    assert (cvf.family, cvf.year, cvf.journal) == ("He", 2016, "CVPR")


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("http://joeg.oxfordjournals.org/content/10/3/931.abstract", ("Journal of Economic Geography", "10", "931")),
        ("http://rer.sagepub.com/content/52/2/901", ("Review of Educational Research", "52", "901")),
        ("https://f1000research.com/articles/5-9438/v1", ("F1000Research", "5", "9438")),
        ("http://adsabs.harvard.edu/abs/1955ApJ...121..961S", ("The Astrophysical Journal", "121", "961")),
        ("http://dev.biologists.org/cgi/reprint/137/1/959", ("Development", "137", "959")),
        ("http://content.nejm.org/cgi/content/abstract/295/20/9101", ("New England Journal of Medicine", "295", "9101")),
        ("https://direct.mit.edu/neco/article/9/8/9735/6109/Slow-maps", ("Neural Computation", "9", "9735")),
        ("https://pubs.aip.org/aip/apl/article/81/7/9341/123/Waves", ("Applied Physics Letters", "81", "9341")),
        ("https://thorax.bmj.com/content/60/1/912", ("Thorax", "60", "912")),
    ],
)  # fmt: skip
def test_volume_and_page_hint_where_the_host_says_which_journal(
    url: str, wanted: tuple[str, ...]
) -> None:
    hints = identify(url).hints
    assert (hints.journal, hints.volume, hints.page) == wanted


def test_a_librarys_question_hints_at_a_place() -> None:
    asked = "http://openurl.ingenta.com/content/xref?genre=article&issn=0099-1112&{}&spage=1139"
    hints = identify(asked.format("volume=70&issue=10")).hints
    assert (hints.issn, hints.volume, hints.issue, hints.page) == ("0099-1112", "70", "10", "1139")
    assert identify(asked.format("issue=10")).hints.issn is None


@pytest.mark.parametrize(
    "url",
    ["https://www.researchgate.net/publication/229999885_Slow_maps_of_cold_moss",
     "https://www.researchgate.net/profile/Ana-Bee/publication/229999885_Slow_maps_of_cold_moss/links/0/a.pdf",
     "https://journals.lww.com/moss/Fulltext/2000/06000/Slow_maps_of_cold_moss_.10.aspx"],
)  # fmt: skip
def test_the_words_of_a_title_in_an_address_hint_at_it(url: str) -> None:
    assert identify(url).hints.title == "Slow maps of cold moss"
    few = "https://www.researchgate.net/publication/229999885_Cold_moss"
    assert identify(few).hints.title is None


@pytest.mark.parametrize(
    "url",
    ["https://www-nature-com.ezproxy.example.edu/articles/nature99373",
     "https://login.ezproxy.example.edu/login?url=https://doi.org/10.99999/fl.7",
     "https://sci-hub.se/10.99999/fl.7", "https://scholar.google.com/scholar?q=10.99999/fl.7",
     "https://api.openalex.org/works/doi:10.99999/fl.7", "https://doi.org/doi:10.99999/fl.7",
     "https://doi.org/10.99999/fl.7%E2%80%A6", "https://web.archive.org/web/2019/https://doi.org/10.99999/fl.7",
     "https://onlinelibrary.wiley.com/doi/abs/10.99999%252Ffl.7"],
)  # fmt: skip
def test_what_others_do_not_open_is_a_borrowed_address(url: str) -> None:
    assert identify(url).borrowed


@pytest.mark.parametrize(
    "url",
    ["https://doi.org/10.99999/FL.7", "https://doi.org/10.99999%2Ffl.7", "http://dx.doi.org/10.99999/fl.7",
     "https://m.example.org/doi/10.99999/fl.7", "https://www.nature.com/articles/nature99373",
     "https://doi.org/fl7", "https://arxiv.org/abs/1706.99762v2", "https://www.jstor.org/stable/9991"],
)  # fmt: skip
def test_the_works_own_address_is_not_borrowed(url: str) -> None:
    assert not identify(url).borrowed


def _tried(url: str) -> list[str]:
    address = identify(url)
    link = Link(url=url, span=Span(start=0, end=0), identifiers=address.identifiers)
    return [one.value for one in tried(link)]


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://ieeexplore.ieee.org/document/809964", "10.1109/test.1999.809964"),
        ("https://ieeexplore.ieee.org/document/771973", "10.1109/5.771973"),
        ("https://ieeexplore.ieee.org/document/383993", "10.1109/cvpr.2007.383993"),
        ("http://www.jstor.org/pss/9128544", "10.2307/9128544"),
        ("https://ojs.aaai.org/index.php/AAAI/article/view/99101", "10.1609/aaai.v37i1.99101"),
        ("https://journals.linguisticsociety.org/proceedings/index.php/PLSA/article/view/4998",
         "10.3765/plsa.v4i1.4998"),
    ],
)  # fmt: skip
def test_a_number_may_end_any_of_some_dois(url: str, wanted: str) -> None:
    dois = _tried(url)
    assert wanted in dois
    assert len(dois) < 450


def test_a_number_of_today_ends_no_doi() -> None:
    assert not _tried("https://ieeexplore.ieee.org/document/9999999")
    assert not _tried("https://journals.example.org/index.php/moss/article/view/4998")


def test_a_host_that_is_nobodys_journal_hints_at_none() -> None:
    assert identify("https://lost.bmj.com/content/60/1/912").hints.journal is None
    assert (
        identify("https://ui.adsabs.harvard.edu/abs/2022MSSP..99908010Y/abstract").hints.journal
        is None
    )


def test_what_a_front_page_is_asked_for_may_be_a_paper() -> None:
    assert identify("https://archive.example.org/?abstract=1&did=9").kind == "unknown"
    assert identify("https://archive.example.org/?utm_source=x").kind == "other"


SPOKEN = [
    pytest.param("see arXiv:2306.15006v2.", ["arxiv:2306.15006"], id="arXiv"),
    pytest.param("arXiv preprint arXiv:1409.1556 (2014)", ["arxiv:1409.1556"], id="preprint form"),
    pytest.param("(doi: 10.1000/xyz123).", ["doi:10.1000/xyz123"], id="DOI in brackets"),
    pytest.param("PMID: 12345678; PMC1234567", ["pmid:12345678", "pmcid:PMC1234567"], id="PubMed"),
    pytest.param("bioRxiv 2023.01.11.523679", ["doi:10.1101/2023.01.11.523679"], id="bioRxiv number"),
    pytest.param(
        "2020. PMID: 12345678. doi: 10.1000/xyz123.", ["pmid:12345678", "doi:10.1000/xyz123"],
        id="a PMID that a full stop ends, as PubMed writes it",
    ),
    pytest.param("doi.org/10.1000/xyz123", ["doi:10.1000/xyz123"], id="an address without https"),
    pytest.param("PubMed ID 12345678; PubMed: 2345678", ["pmid:12345678", "pmid:2345678"],
                 id="PubMed in words"),
    pytest.param("PMID 123456.7, PubMed 20150101, PubMed: 34 million", [], id="other numbers"),
    pytest.param("10.1000/xyz。见10.1000/abc，", ["doi:10.1000/xyz", "doi:10.1000/abc"],
                 id="Chinese signs"),
    pytest.param("10.1000/xyz⭐ 10.1000/abc† «10.1000/def»",
                 ["doi:10.1000/xyz", "doi:10.1000/abc", "doi:10.1000/def"], id="marks behind it"),
    pytest.param("version 10.1234 of 2306.15006 people, pages 10.1/2", [], id="bare numbers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SPOKEN)
def test_identifiers_in_running_text_need_their_label(text: str, wanted: list[str]) -> None:
    found = list(spoken(text))
    assert [str(one.identifier) for one in found] == wanted
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)


PIECES = ["https://", "doi.org/", "10.1000/", "x", "(", ")", "arxiv.org/abs/", "2306.15006", "v2", "?id=", "&", "%2F", "/", "#", " "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_text_gives_an_address(text: str) -> None:
    identify(text)
    list(spoken(text))
