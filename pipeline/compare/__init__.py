"""How what a list says compares with what a work is: titles, names, venues. All pure.

In: two texts, names or venues. Out: how they compare, and what mends the one by the other.
Imports: values.
"""
