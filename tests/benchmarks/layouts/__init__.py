"""How well lists are read whose layouts nobody wrote a rule for: layouts drawn at random."""
