"""Which work, and which version of it, an entry means.

In: an entry and the candidates found for it. Out: a match with its verdict and reasons.
Imports: values, compare.
"""
