"""What lists call a field, in the languages lists are written in: heads of columns, keys, labels.

Source: heads and keys of public lists, and the words for them in other languages. In small letters;
a word that means two fields stands where it mostly does.
"""

import re

TITLES = ("title", "paper title", "article title", "document title", "paper", "name")
AUTHORS = ("authors", "author", "author(s)", "author names")
VENUES = (
    "publication title", "journal", "venue", "source title", "journal/book", "conference",
    "container-title", "container title", "booktitle", "publication", "source", "journal title",
)  # fmt: skip
YEARS = ("publication year", "year", "date", "published", "publication date")
LINKS = ("url", "link", "paper link", "paper url", "pdf", "href")

ELSEWHERE = {
    "title": (
        "titel", "titre", "título", "titulo", "titolo", "tytuł", "başlık", "название", "заглавие",
        "заголовок", "назва", "标题", "題目", "题目", "题名", "標題", "论文题目", "论文标题",
        "论文名称", "文章标题", "論文題目", "論文名", "タイトル", "題名", "論文タイトル", "제목",
        "논문 제목", "논문제목",
    ),
    "authors": (
        "autoren", "autor", "autor(en)", "autor*innen", "verfasser", "verfasser/in", "auteurs",
        "auteur", "auteur(s)", "autores", "autor(es)", "autori", "autore", "autorzy", "yazarlar",
        "yazar", "авторы", "автор", "автори", "作者", "著者", "作者名", "저자",
    ),
    "venue": (
        "zeitschrift", "konferenz", "tagung", "zeitschrift/konferenz", "erschienen in", "revue",
        "conférence", "journal/conférence", "revista", "conferencia", "congreso",
        "revista/congreso", "publicado en", "conferência", "publicado em", "rivista", "conferenza",
        "czasopismo", "dergi", "журнал", "конференция", "журнал/конференция", "источник", "издание",
        "期刊", "会议", "會議", "期刊/会议", "会议/期刊", "发表于", "刊物", "出处", "来源",
        "期刊名", "雑誌", "学会", "会議", "掲載誌", "学会・雑誌", "저널", "학회", "학술지", "출처",
    ),
    "year": (
        "jahr", "erscheinungsjahr", "année", "annee", "año", "ano", "anno", "rok", "yıl", "год",
        "рік", "年份", "年", "发表年份", "出版年", "发表时间", "时间", "年度", "発行年", "출판년도",
        "연도", "년도",
    ),
    "link": (
        "verweis", "lien", "enlace", "vínculo", "collegamento", "ссылка", "посилання", "链接",
        "论文链接", "論文リンク", "原文链接", "鏈接", "連結", "リンク", "링크",
    ),
}  # fmt: skip
"""Field -> its names in other languages than English."""

IN_ENGLISH = {name: field for field, names in ELSEWHERE.items() for name in names}


def elsewhere(*fields: str) -> str:
    """The pattern of the fields' names in other languages, the longer first."""
    names = sorted((name for field in fields for name in ELSEWHERE[field]), key=len, reverse=True)
    return "|".join(map(re.escape, names))
