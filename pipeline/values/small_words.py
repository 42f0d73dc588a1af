"""Words that tell nothing by themselves, each once, before it the uses that count it as small.

titles: carries no topic where two titles are compared. venues: dropped by abbreviations of
journals. lists: no word of a venue's name in a list. searches: narrows no search; questions,
subtitles, pubmed: what one use has beside those. records: names no record. foreign: stands in no
English name of a journal. To add a word: in the row of its uses.
"""

_TABLE = """
titles searches venues lists records: a an and by for in of on the to with
titles searches venues records: as at from its
titles searches records: are be into is or using via
titles searches: between it not than we
titles questions venues records: do
titles questions records: can does how over that this toward towards under what why
questions records: when
questions: you
subtitles: based use
pubmed: after before during
records: new novel some was
titles records: our their
titles: ein eine gli lo no these un une
titles venues lists foreign: de der di et la und
titles venues foreign: da das del des die du e el en il im le les los y zur
titles venues: las von
titles foreign: zum
venues: d i l pour s sur
venues foreign: degli dell della delle dos fuer fur het och og van voor
foreign: na pro tot ve
lists: für
"""


def small_words(*uses: str) -> frozenset[str]:
    """The words, in small letters, that count as small for any of the uses."""
    rows = (line.split(": ") for line in _TABLE.strip().split("\n"))
    return frozenset(
        word for named, words in rows if set(uses) & set(named.split()) for word in words.split()
    )
