"""What the words of an item mean: titles, by-lines, venues, years; a paper's own page.

In: marked-up blocks with their places. Out: entries, each field with its place.
Imports: values, compare, addresses, markup.
"""
