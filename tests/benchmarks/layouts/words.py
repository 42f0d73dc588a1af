"""Words of lists: labels in several languages, topics, nicknames, notes, what is no paper."""

from collections.abc import Mapping
from random import Random

from tests.benchmarks.layouts.choices import Dimension, listed

LABELS = Dimension("labels", {
    "Paper": ("Paper", "Code", "Project"), "paper": ("paper", "code", "project page"),
    "PDF": ("PDF", "Code", "Video"), "pdf": ("pdf", "github", "website"),
    "Link": ("Link", "GitHub", "Data"), "link": ("link", "source", "demo"),
    "arXiv": ("arXiv", "Code", "Page"), "论文": ("论文", "代码", "项目主页"),
    "論文": ("論文", "コード", "プロジェクト"), "Artikel": ("Artikel", "Quelltext", "Webseite"),
    "Article": ("Article", "Code source", "Site"), "Artículo": ("Artículo", "Código", "Sitio"),
    "Artigo": ("Artigo", "Código", "Página"), "Статья": ("Статья", "Код", "Сайт"),
    "논문": ("논문", "코드", "홈페이지"), "Makale": ("Makale", "Kod", "Sayfa"),
    "Articolo": ("Articolo", "Codice", "Sito"), "Publikace": ("Publikace", "Kód", "Stránka"),
    "📄": ("📄", "💻", "🌐"),
    ":page_facing_up:": (":page_facing_up:", ":computer:", ":earth_africa:"),
    "Full text": ("Full text", "Repository", "Supplement"), "DOI": ("DOI", "Code", "Dataset"),
    "Publication": ("Publication", "Implementation", "Homepage"), "URL": ("URL", "Repo", "Slides"),
    "Abstract": ("Abstract", "Software", "Poster"), "HTML": ("HTML", "Torch", "Blog"),
    "Preprint": ("Preprint", "PyTorch", "Talk"),
    "paper link": ("paper link", "official code", "demo page"),
    "Link to publication": ("Link to publication", "Link to code", "Link to data"),
    "原文": ("原文", "源码", "数据集"), "Read": ("Read", "Try", "Watch"),
}, common=("Paper", "paper", "pdf", "Link"))  # fmt: skip
"""For the paper, its code, and something else."""

FIELDS = Dimension("names of fields", {
    "Title": ("Title", "Authors", "Venue", "Year", "Note"),
    "title": ("title", "authors", "venue", "year", "notes"),
    "Paper": ("Paper", "Author", "Publication", "Date", "Comment"),
    "Name": ("Name", "Author(s)", "Conf", "Year", "Remarks"),
    "Article": ("Article", "By", "Where", "When", "What"),
    "Work": ("Work", "People", "Journal/Conference", "Published", "Summary"),
    "标题": ("标题", "作者", "会议", "年份", "备注"),
    "题目": ("题目", "作者", "期刊", "时间", "说明"),
    "タイトル": ("タイトル", "著者", "会議", "年", "概要"),
    "제목": ("제목", "저자", "학회", "연도", "비고"),
    "Titel": ("Titel", "Autoren", "Zeitschrift", "Jahr", "Bemerkung"),
    "Titre": ("Titre", "Auteurs", "Revue", "Année", "Remarque"),
    "Título": ("Título", "Autores", "Revista", "Año", "Nota"),
    "Название": ("Название", "Авторы", "Журнал", "Год", "Заметка"),
    "Publication": ("Publication", "Researchers", "Source", "Pub. date", "TL;DR"),
    "Reference": ("Reference", "First authors", "Published in", "yr", "Key idea"),
    "Başlık": ("Başlık", "Yazarlar", "Dergi", "Yıl", "Not"),
    "Titolo": ("Titolo", "Autori", "Rivista", "Anno", "Nota"),
}, common=("Title", "Paper"))  # fmt: skip

COLONS = Dimension("label", {
    "Authors: x": "{}: ", "Authors：x": "{}：", "**Authors**: x": "**{}**: ",
    "**Authors:** x": "**{}:** ", "*Authors*: x": "*{}*: ", "`Authors` x": "`{}` ",
    "Authors - x": "{} - ", "[Authors] x": "[{}] ", "_Authors:_ x": "_{}:_ ",
    "Authors = x": "{} = ",
    "**Authors**：x": "**{}**：", "<b>Authors:</b> x": "<b>{}:</b> ", "Authors → x": "{} → ",
    "(Authors) x": "({}) ",
}, common=("Authors: x", "**Authors**: x"))  # fmt: skip

TOPICS = (
    "Surveys", "Foundations", "Methods", "Applications", "Moss genomics", "Estuary sensing",
    "Learning without labels", "Fairness", "Vision", "Robotics", "Night nursing", "Benchmarks",
    "Causal inference", "Generative models", "Early work", "Evaluation", "综述", "Grundlagen",
)  # fmt: skip
TAGS = (
    "Survey", "Graph", "Causal Discovery", "RL", "NLP", "Few-Shot", "Segmentation", "Python",
    "Theory", "Imaging", "LLM", "Detection", "Moss", "Speech", "Time Series",
)  # fmt: skip
NICKNAMES = (
    "scMoss", "TideX", "AB-Mol", "LanternNet", "DeepFern", "KelpSeq", "PebbleGPT", "FerryLM",
    "R2D-Moss", "InnBERT", "SpinGAN", "GlassNet++", "Mol2Moss", "uTide", "DINO-Kelp", "CoLight",
)  # fmt: skip
NOTES = (
    "Shows that the effect holds on islands, too.", "Introduces the benchmark that others use.",
    "A good place to start.", "Uses a graph of tides to predict traffic.",
    "Compares nine methods on four data sets.", "First to do it without labels.",
    "Proposes a loss that needs no pairs and is easy to train.", "Very readable.",
    "An early paper, still worth the time.", "The code is slow but works.",
    "They find no difference between the groups.", "See also the follow-up by the same group.",
)  # fmt: skip

Other = tuple[str, str, str]
OTHERS: Dimension[tuple[Other, ...]] = Dimension("no papers", {
    "tools": (
        ("tidekit", "https://github.com/tidekit/tidekit", "A toolkit for tidal data in Python."),
        ("mossr", "https://github.com/mossr/mossr", "R package for moss images."),
        ("Fernlib", "https://gitlab.com/fern/fernlib", "Fast ferns in C++."),
    ),
    "datasets": (
        ("Kelp-100k", "https://www.kaggle.com/datasets/kelp/kelp100k", "100,000 pictures of kelp."),
        ("HarbourSet", "https://harbourset.example.org/download", "Ship tracks of nine harbours."),
        ("InnLedgers", "https://huggingface.co/datasets/inn/ledgers",
        "Scanned ledgers, 1750-1820."),
    ),
    "homepages": (
        ("Mara Lindqvist", "https://mara.example.edu", "University of Quillmark."),
        ("Estuary Lab", "https://estuary.example.edu/lab", "Home of the estuary group."),
        ("Moss Society", "https://www.moss-society.example.org", "Meetings twice a year."),
    ),
    "courses": (
        ("CS999: Learning about Tides", "https://cs999.example.edu", "Lecture notes and videos."),
        ("Moss in 10 minutes", "https://www.youtube.com/watch?v=a1b2c3d4e5f", "A short video."),
        ("Fern School", "https://fernschool.example.org", "Summer school, every July."),
    ),
    "lists": (
        ("awesome-moss", "https://github.com/moss/awesome-moss", "More about moss."),
        ("awesome-tides", "https://github.com/tides/awesome-tides", "A list of tidal things."),
        ("Papers with Kelp", "https://kelp.example.org/papers", "Search engine."),
    ),
})  # fmt: skip

FRONT = listed(
    "front", "prose", "badges", "contents", "news", "nothing", "quote", common=("prose",)
)
FRONTS: Mapping[str, str] = {
    "prose": "A list of papers on moss, tides and other things. Contributions are welcome.\n",
    "badges": "[![Awesome](https://awesome.re/badge.svg)](https://awesome.re) "
    "![Stars](https://img.shields.io/github/stars/moss/list)\n",
    "contents": "",
    "news": "**News**\n\n- 2024-03: the list has moved.\n- 2023-11: 20 papers added.\n",
    "nothing": "",
    "quote": "> Please open an issue if something is missing.\n",
}

BACK = listed("back", "nothing", "contributing", "licence", "tools", "thanks", common=("nothing",))
BACKS: Mapping[str, tuple[str, str]] = {
    "nothing": ("", ""),
    "contributing": ("Contributing", "Pull requests are welcome. Please keep the order.\n"),
    "licence": ("License", "CC0. To the extent possible, we waive all rights.\n"),
    "tools": ("Other", "See https://github.com/moss/awesome-moss for more.\n"),
    "thanks": ("Acknowledgements", "Thanks to Ana, Bo and all contributors.\n"),
}


def some(of: tuple[str, ...], chance: Random) -> str:
    """One of them."""
    return chance.choice(of)
