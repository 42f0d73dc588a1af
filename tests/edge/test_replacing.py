"""A file is replaced only while it is what it was when it was read."""

import threading
import time
from pathlib import Path

import pytest

from pipeline.edge.replacing import ChangedError, alone, replace, settled


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_a_file_that_is_as_it_was_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    path.write_bytes(b"one\r\n")
    replace(path, b"two\r\n", b"one\r\n")
    assert path.read_bytes() == b"two\r\n"
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("now", [b"one and more", b"", b"on"])
def test_what_was_saved_meanwhile_stays(tmp_path: Path, now: bytes) -> None:
    path = tmp_path / "list.md"
    path.write_bytes(now)
    with pytest.raises(ChangedError):
        replace(path, b"two", b"one")
    assert path.read_bytes() == now
    assert leftovers(tmp_path) == []


def test_a_file_that_was_deleted_meanwhile_stays_deleted(tmp_path: Path) -> None:
    with pytest.raises(ChangedError):
        replace(tmp_path / "list.md", b"two", b"one")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_takes_no_place_that_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "papers" / "a2020b.json"
    replace(path, b"one", None)
    assert path.read_bytes() == b"one"
    with pytest.raises(ChangedError):
        replace(path, b"two", None)
    assert path.read_bytes() == b"one"


def test_a_link_stays_a_link_and_the_mode_stays(tmp_path: Path) -> None:
    path, link = tmp_path / "list.md", tmp_path / "link.md"
    path.write_bytes(b"one")
    path.chmod(0o640)
    link.symlink_to(path)
    replace(link, b"two", b"one")
    assert link.is_symlink()
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_an_editor_writes_into_the_old_file_in_the_very_moment_stands_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.md"
    path.write_bytes(b"one")
    editor = path.open("r+b", buffering=0)
    genuine = Path.replace

    def late(self: Path, target: Path) -> Path:
        if target == path and not editor.closed:
            editor.write(b"ONE, edited")
            editor.close()
        return genuine(self, target)

    monkeypatch.setattr(Path, "replace", late)
    with pytest.raises(ChangedError):
        replace(path, b"two", b"one")
    assert path.read_bytes() == b"ONE, edited"
    assert leftovers(tmp_path) == []


def test_a_file_in_the_midst_of_a_save_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.md"
    path.write_bytes(b"half")
    saves = iter([b"half a", b"half and the other half"])
    monkeypatch.setattr(time, "sleep", lambda _: path.write_bytes(next(saves, b"whole")))
    assert settled(path) == b"whole"


def test_a_file_that_is_gone_is_none(tmp_path: Path) -> None:
    assert settled(tmp_path / "list.md") is None


def test_one_run_waits_for_the_other(tmp_path: Path) -> None:
    order: list[str] = []
    inside, go = threading.Event(), threading.Event()

    def first() -> None:
        with alone(tmp_path):
            inside.set()
            go.wait(10)
            order.append("first")

    def second() -> None:
        with alone(tmp_path):
            order.append("second")

    one, other = threading.Thread(target=first), threading.Thread(target=second)
    one.start()
    assert inside.wait(10)
    other.start()
    other.join(0.3)
    assert order == []
    go.set()
    one.join()
    other.join()
    assert order == ["first", "second"]
