"""What to ask about an entry, and asking until no question is open.

In: entries and a function that answers questions. Out: each entry with its answers and match, and
the lists as their records show them.
Imports: values, compare, addresses, reading, match, formats.
"""
