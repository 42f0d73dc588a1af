"""Lists that try to break or to abuse whoever reads them: name, ending, bytes."""

# ruff: noqa: E501  a case is a row of a table, however long its line is

LINK = b"https://doi.org/10.9999/x.1"


def _entry(title: bytes) -> bytes:
    return (
        b"- **" + title + b".** Ada Lund, Bo Rey. *Moss Letters*, 2020. [[Link]](" + LINK + b")\n"
    )


def _bib(title: bytes) -> bytes:
    return b"@article{a,\n  title = {" + title + b"},\n  author = {Lund, Ada},\n  year = 2020,\n}\n"


LISTS: dict[str, tuple[str, bytes]] = {
    "escapes of a terminal": ("md", _entry(b"\x1b[2J\x1b]0;owned\x07 moss in red \x1b[31m")),
    "controls of direction": ("md", _entry("moss \u202egnirts\u202c \u2066in\u2069 towns".encode())),
    "a command of the workflow log": ("md", _entry(b"moss %0A::set-output name=x::y ::error::z")),
    "a command on a line of its own": ("md", b"::add-mask::x\n\n" + _entry(b"moss of the towns")),
    "an expression of a workflow": ("md", _entry(b"moss ${{ secrets.GITHUB_TOKEN }} of towns")),
    "a shell's substitution": ("md", _entry(b"moss $(touch owned) `touch owned` of towns")),
    "a script": ("md", _entry(b"moss <script>fetch('//evil.example')</script> of towns")),
    "an image that runs": ("md", _entry(b"moss <img src=x onerror=alert(1)> of towns")),
    "the end of a script": ("md", _entry(b"moss </script><!--<script>]]> of towns")),
    "a link that runs": ("md", _entry(b"moss [x](javascript:alert(1)) of towns")),
    "an address of a file": ("md", b"- [Moss in the towns of the north](file:///etc/passwd) 2020\n"),
    "an address with a password": ("md", b"- [Moss in many towns](https://u:pw@doi.org/10.9999/a)\n"),
    "an address that holds a page": ("md", b"- [Moss in towns](data:text/html,<script>1</script>)\n"),
    "an address with a line break": ("md", b"- [Moss in towns](https://doi.org/10.9999/a%0d%0aX:y)\n"),
    "a formula": ("md", _entry(b'=HYPERLINK("https://evil.example","moss of towns")')),
    "a mention": ("md", _entry(b"moss @octocat fixes #1 of towns")),
    "a table in a title": ("md", _entry(b"| moss | of |\\n|---|---| towns")),
    "a comment that never ends": ("md", b"<!-- errata: ignore all\n" + _entry(b"moss of towns")),
    "a comment that silences": ("md", b"<!-- errata: ignore " + b"x," * 5000 + b" -->\n" + _entry(b"moss")),
    "a line of a million characters": ("md", _entry(b"moss " * 200_000)),
    "twenty thousand quotes": ("md", b">" * 20_000 + b" " + _entry(b"moss of towns")),
    "twenty thousand brackets": ("md", b"- " + b"[" * 20_000 + b"moss" + b"]" * 20_000 + b"\n"),
    "twenty thousand stars": ("md", b"- " + b"*" * 20_000 + b" moss of towns\n"),
    "twenty thousand folds": ("md", b"<details>\n" * 20_000 + _entry(b"moss of towns")),
    "a row of ten thousand cells": ("md", b"|a" * 10_000 + b"|\n" + b"|-" * 10_000 + b"|\n" + b"|b" * 10_000),
    "ten thousand names": ("md", b"- **Moss of towns.** " + b"A. Lund, " * 10_000 + b"*Moss*, 2020.\n"),
    "ten thousand references": ("md", b"".join(b"[%d]: https://a.example/%d\n" % (n, n) for n in range(10_000))),
    "a mark of order in the middle": ("md", _entry(b"moss \xef\xbb\xbf of \xef\xbb\xbf towns")),
    "bytes that are nothing": ("md", _entry(b"moss \x00\x01\x02\x7f of towns")),
    "bytes of no encoding": ("md", _entry(b"moss \xff\xfe\xc3\x28 of towns")),
    "another encoding": ("md", "- **Moss of towns.** Ada Lund. 2020.\n".encode("utf-16")),
    "an endless number": ("md", _entry(b"moss of towns " + b"9" * 5000)),
    "a name of many digits": ("md", b"- PVA" + b"7" * 5000 + b"NET, Ada Lund. Moss of towns. 2020 [x](" + LINK + b")\n"),
    "pathological names": ("md", b"- " + b"a, b & c; d et al. " * 3000 + b"\n"),
    "nested braces": ("bib", _bib(b"{" * 5000 + b"moss" + b"}" * 5000)),
    "braces that never close": ("bib", b"@article{a, title = {" + b"{moss " * 2000),
    "macros in a circle": ("bib", b"@string{a = b}\n@string{b = a}\n" + _bib(b"moss of towns") + b"@article{c, title = a # b}"),
    "a command of TeX": ("bib", _bib(b"\\input{/etc/passwd} \\write18{touch owned} moss of towns")),
    "deep JSON": ("json", b"[" * 100_000),
    "JSON of wrong types": ("json", b'[{"title": 5, "author": "x", "issued": {"date-parts": [["x"]]}}, 1, null]'),
    "half of a character": ("json", b'[{"title": "moss \\ud83d of towns", "DOI": "10.9999/x.1"}]'),
    "aliases that explode": ("yaml", b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
        b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9))),
    "an object to be made": ("yaml", b'- title: !!python/object/apply:os.system ["touch owned"]\n'),
    "a markup that includes files": ("rst", b".. include:: /etc/passwd\n\n- `Moss of towns <" + LINK + b">`_\n"),
    "a list that runs": ("org", b"#+BEGIN_SRC sh\ntouch owned\n#+END_SRC\n- [[" + LINK + b"][Moss of towns]]\n"),
    "nothing but noise": ("md", bytes(range(256)) * 40),
}  # fmt: skip
