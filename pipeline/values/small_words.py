"""Words that tell nothing by themselves, each once, before it the uses that count it as small.

titles: carries no topic where two titles are compared. venues: dropped by abbreviations of
journals. lists: no word of a venue's name in a list. searches: narrows no search; questions,
subtitles, pubmed: what one use has beside those. To add a word: in the row of its uses.
"""

_TABLE = """
titles searches venues lists: a an and by for in of on the to with
titles searches venues: as at from its
titles searches: are be between into is it not or than using via we
titles questions venues: do
titles questions: can does how over that this toward towards under what why
questions: when you
subtitles: based use
pubmed: after before during
titles venues lists: de der di et la und
titles venues: da das del des die du e el en il im las le les los von y zur
titles: ein eine gli lo no our their these un une zum
venues: d degli dell della delle dos fuer fur het i l och og pour s sur van voor
lists: für
"""


def small_words(*uses: str) -> frozenset[str]:
    """The words, in small letters, that count as small for any of the uses."""
    rows = (line.split(": ") for line in _TABLE.strip().split("\n"))
    return frozenset(
        word for named, words in rows if set(uses) & set(named.split()) for word in words.split()
    )
