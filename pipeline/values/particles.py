"""Particles of family names, each once, before it the uses for which it counts as one.

records: what a service spells in small letters.
families: where a family name begins in a record, whether written large or small.
lists: what stands within a name of a by-line; "in" and "und" would join two names there.
compared: what libraries file a name without, in folded letters: "d" is of "d'Alembert".
"""

_TABLE = """
records families lists compared: af av da de del della den der di dos du la las le los
records families lists compared: ten ter van von zu
families lists compared: abu al bin dal das do el ibn lo op vom zum zur
lists compared: ben e san st te ul y
families lists: 't ap bint dalla in't st. van't van’t
lists: d' i l' o' ould
families compared: degli dei delle mc tot und
families: dello
families lists: dela ní ó uí
compared: d des het in l mac o s santa t
"""


def particles(use: str) -> frozenset[str]:
    """The particles, in small letters, that count for a use."""
    rows = (line.split(": ") for line in _TABLE.strip().split("\n"))
    return frozenset(word for uses, words in rows if use in uses.split() for word in words.split())
