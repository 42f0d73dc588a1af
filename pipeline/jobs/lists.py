"""Lists on disk: those that are meant, what would change in them, and the change written."""

import difflib
from collections.abc import Iterator, Sequence

from pipeline.edge.files import BOM, Source, UserError, read_list
from pipeline.edge.list_names import elsewhere
from pipeline.formats.unread import unread
from pipeline.values.settings import Settings
from pipeline.values.text import Value

STANDARD_INPUT = "-"


class Text(Value):
    """A list, and what is to stand in it."""

    source: Source
    text: str

    @property
    def path(self) -> str:
        """Its name."""
        return self.source.document.path

    @property
    def changes(self) -> bool:
        """Whether it is another text than the list has."""
        return self.text != self.source.document.text

    @property
    def read(self) -> str:
        """All of the file as it was read."""
        return (BOM if self.source.bom else "") + self.source.document.text

    @property
    def whole(self) -> str:
        """All of the file, the byte order mark included."""
        return (BOM if self.source.bom else "") + self.text


def lists(settings: Settings) -> list[Source]:
    """The lists that are meant, each once.

    Raises:
        UserError: none is named anywhere, or one cannot be read.

    """
    names = list(dict.fromkeys(settings.lists))
    if not names:
        raise UserError(
            "No list is named. Name one, for example `errata check README.md`, or set "
            'lists = ["README.md"] in errata.toml.'
        )
    return list({source.document.path: source for source in map(opened, names)}.values())


def opened(name: str) -> Source:
    """The list of this name.

    Raises:
        UserError: it cannot be read, or is of a kind that Errata knows it does not read.

    """
    if refusal := elsewhere(name) or unread(name, ""):
        raise UserError(refusal)
    source = read_list(name)
    if refusal := unread(source.document.path, source.document.text):
        raise UserError(refusal)
    return source


def difference(texts: Sequence[Text]) -> str:
    """The unified diff of the lists."""
    return "".join(line for text in texts for line in _difference(text))


def _difference(text: Text) -> Iterator[str]:
    old, new = _lines(text.source.document.text), _lines(text.text)
    before, after = f"a/{text.path}", f"b/{text.path}"
    for line in difflib.unified_diff(old, new, before, after, lineterm="\n"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Lines as `diff` counts them: only at line feeds."""
    parts = text.split("\n")
    return [part + "\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
