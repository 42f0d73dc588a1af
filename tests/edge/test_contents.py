"""Files are read to their ends or not at all."""

import os
from pathlib import Path

import pytest

from pipeline.edge.contents import NoFileError, TooLargeError, contents


@pytest.mark.parametrize("size", [0, 1, 65536, 65537, 200_000])
def test_a_file_is_read_whole(tmp_path: Path, size: int) -> None:
    whole = bytes(range(256)) * (size // 256 + 1)
    (tmp_path / "list.md").write_bytes(whole[:size])
    assert contents(tmp_path / "list.md") == whole[:size]


def test_what_is_larger_than_it_says_is_read_no_further_than_it_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of /proc are of no bytes, and hold gigabytes."""
    (tmp_path / "list.md").write_bytes(b"")
    monkeypatch.setattr("os.read", lambda _handle, most: b"x" * most)
    with pytest.raises(TooLargeError):
        contents(tmp_path / "list.md", 1_000_000)


def test_what_has_nothing_to_give_now_is_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(_handle: int, _most: int) -> bytes:
        raise BlockingIOError

    (tmp_path / "list.md").write_bytes(b"")
    monkeypatch.setattr("os.read", read)
    with pytest.raises(NoFileError):
        contents(tmp_path / "list.md")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_opened_nor_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path):
        with pytest.raises(NoFileError):
            contents(path)
