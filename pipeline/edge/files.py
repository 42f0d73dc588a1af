"""Lists and records on disk: read strictly, written atomically and only if different."""

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from glob import has_magic
from pathlib import Path

from pipeline.edge.contents import LARGEST, NoFileError, TooLargeError, contents
from pipeline.papers.library import Library
from pipeline.papers.record_file import RecordError, load
from pipeline.values.entry import Document
from pipeline.values.nearest import meant
from pipeline.values.record import Paper
from pipeline.values.text import Value

BOM = "\ufeff"

LEFT_BEHIND_S = 3600.0
"""Age of a temporary file that no run is writing any more."""

TEMPORARY = ".errata-tmp"
"""Ending of a file in the making."""


class UserError(Exception):
    """Something the person at the keyboard can mend; the message says how. Exit status 2."""


@contextlib.contextmanager
def having(written: Sequence[str]) -> Iterator[None]:
    """Whatever goes wrong within bears what was written until then as a note."""
    try:
        yield
    except BaseException as error:
        if written:
            names = ", ".join(written[-3:])
            more = f"{len(written) - 3} more and " if len(written) > 3 else ""
            error.add_note(f"Written before: {more}{names}.")
        raise


class Source(Value):
    """A list as it was found."""

    document: Document
    bom: bool = False
    """It begins with a byte order mark, which stays."""


def read_list(path: str) -> Source:
    """The list at a path, or standard input for "-"; line endings as they are.

    Raises:
        UserError: missing, no regular file, unreadable, too large, binary, or not UTF-8.

    """
    raw = _standard_input() if path == "-" else _bytes(Path(path))
    name = Path(path).as_posix() if path != "-" else "-"
    if name.lower().endswith(".docx"):
        return Source(document=Document(path=name, text=_words(name, raw)))
    if b"\0" in raw[:65536]:
        raise UserError(f"{name} is not a text file. Name a Markdown, .bib or text list.")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UserError(
            f"{name}:{line}: not UTF-8 (byte 0x{raw[error.start]:02x}). Convert the file, "
            f"for example: iconv -f WINDOWS-1252 -t UTF-8 {name}"
        ) from error
    bom = text.startswith(BOM)
    return Source(document=Document(path=name, text=text.removeprefix(BOM)), bom=bom)


def _words(name: str, raw: bytes) -> str:
    from pipeline.edge.word_files import WordError, words_of  # noqa: PLC0415  rarely needed

    try:
        return words_of(raw)
    except WordError as error:
        raise UserError(
            f"{name} {error}. Save it again as .docx, or export its references."
        ) from error


def _standard_input() -> bytes:
    raw = sys.stdin.buffer.read(LARGEST + 1)
    if len(raw) > LARGEST:  # cut, it would come back without its end
        raise UserError(f"Standard input is larger than {LARGEST // 1024 // 1024} MB. Split it.")
    return raw


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UserError(
                f"{path} is a directory. Name the list in it, for example {path}/README.md."
            )
        return contents(path)
    except NoFileError as error:
        raise UserError(
            f"{path} is no regular file. Pipes are read from standard input: name `-`."
        ) from error
    except TooLargeError as error:
        raise UserError(
            f"{path} is larger than {LARGEST // 1024 // 1024} MB. Split the list."
        ) from error
    except FileNotFoundError as error:
        near = meant(path.name, _beside(path)) or " Name a list, or set `lists` in errata.toml."
        what = "file that fits " if has_magic(str(path)) else ""
        raise UserError(f"There is no {what}{path}.{near}") from error
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}.") from error


def _beside(path: Path) -> list[str]:
    """The names in the folder of a file that is not there."""
    with contextlib.suppress(OSError):
        return [other.name for other in path.parent.iterdir()]
    return []


def read_library(folder: str) -> Library:
    """The records in a folder; an empty library if there is no such folder, or none is wanted.

    Raises:
        UserError: a record is damaged; nothing may be written over what cannot be read.

    """
    papers: list[Paper] = []
    for path in sorted(Path(folder).glob("*.json")) if folder else ():
        try:
            data = contents(path)
        except FileNotFoundError:
            continue  # deleted meanwhile
        except OSError as error:
            raise UserError(f"{path} cannot be read: {error.strerror}.") from error
        papers.append(loaded(path, data))
    return Library(papers=tuple(papers))


def loaded(path: Path, data: bytes) -> Paper:
    """The record that a file holds.

    Raises:
        UserError: it is damaged, or calls itself otherwise than the file.

    """
    try:
        paper = load(data.decode("utf-8"))
    except (RecordError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: {error}. Mend it or restore it from version control.") from error
    if paper.id != path.stem:
        raise UserError(f"{path}: the record calls itself {paper.id!r}. Rename one of the two.")
    return paper


def write(path: Path, text: str) -> None:
    """The file with this text, whole or not at all: a temporary file beside it, then a replacement.

    Raises:
        UserError: the folder or the file cannot be written.

    """
    target = path.resolve() if path.is_symlink() else path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = beside(target, text.encode())
        permissions(target, temporary)
        temporary.replace(target)
    except OSError as error:
        raise UserError(
            f"{path} cannot be written: {error.strerror}. Nothing was changed in it."
        ) from error


def beside(target: Path, data: bytes) -> Path:
    """A temporary file in the folder of another, with this content and on the disk."""
    with tempfile.NamedTemporaryFile(
        dir=target.parent, prefix=f".{target.name}.", suffix=TEMPORARY, delete=False
    ) as file:
        temporary = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    return temporary


def permissions(target: Path, temporary: Path) -> None:
    """The file keeps its mode; a new one gets what the umask leaves."""
    if target.exists():
        mode = target.stat().st_mode & 0o777
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    with contextlib.suppress(OSError):
        temporary.chmod(mode)


def sweep(folder: Path) -> None:
    """Removes temporary files that a killed run left in a folder; those of a running one stay."""
    for left in folder.glob(f".*{TEMPORARY}"):
        with contextlib.suppress(OSError):
            if time.time() - left.lstat().st_mtime > LEFT_BEHIND_S:
                left.unlink()
