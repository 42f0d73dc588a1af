"""What mends a finding: the edits of a list, proved by reading again, and new entries.

In: findings and the list they are of. Out: edits and texts.
Imports: values, compare, addresses, markup, reading, match, formats, papers, checks, exports.
"""
