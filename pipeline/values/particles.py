"""Particles of family names, each once, before it the uses for which it counts as one.

records: what a service spells in small letters, and where a family name begins in a record.
lists: what stands within a name of a by-line; "in" and "und" would join two names there.
compared: what libraries file a name without, in folded letters: "d" is of "d'Alembert".
"""

_TABLE = """
records lists compared: af av da de del della den der di dos du la las le los ten ter van von zu
lists compared: abu al ben bin dal das do e el ibn les lo op san st te vom y zum zur
lists: 't ap bint d' dalla i in't l' o' ould st. van't van’t
compared: d degli dei delle des het in l mac mc o s santa t tot und
"""


def particles(use: str) -> frozenset[str]:
    """The particles, in small letters, that count for a use."""
    rows = (line.split(": ") for line in _TABLE.strip().split("\n"))
    return frozenset(word for uses, words in rows if use in uses.split() for word in words.split())
