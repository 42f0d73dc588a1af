"""Files are written whole or not at all, and what a killed run left is swept away."""

import io
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.edge.files import LEFT_BEHIND_S, UserError, read_list, write
from pipeline.jobs.lists import Text
from pipeline.jobs.saving import write_lists


def written(path: Path, text: str) -> list[str]:
    return write_lists([Text(source=read_list(str(path)), text=text)]).written


@pytest.fixture
def left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary file of a run that was killed while it wrote the list."""
    made: list[Path] = []
    genuine = tempfile.NamedTemporaryFile

    def noted(*args: object, **more: object) -> object:
        file = genuine(*args, **more)  # type: ignore[call-overload]
        made.append(Path(file.name))
        return file

    def killed(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr("tempfile.NamedTemporaryFile", noted)
        patched.setattr("os.fsync", killed)
        patched.setattr("pathlib.Path.unlink", lambda *_, **__: None)
        with pytest.raises(SystemExit):
            write(tmp_path / "list.md", "half")
    return made[0]


def test_what_a_killed_run_left_is_swept_away_with_the_next_writing(
    tmp_path: Path, left: Path
) -> None:
    (tmp_path / "list.md").write_text("- One.\n")
    long_ago = time.time() - LEFT_BEHIND_S - 60
    swap = tmp_path / ".list.md.swp"
    swap.write_text("an editor's")
    for path in (left, swap):
        os.utime(path, (long_ago, long_ago))
    assert written(tmp_path / "list.md", "- Two.\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".list.md.swp", "list.md"]


def test_what_another_run_is_writing_stays(tmp_path: Path, left: Path) -> None:
    (tmp_path / "list.md").write_text("- One.\n")
    assert written(tmp_path / "list.md", "- Two.\n")
    assert left.exists()


def test_a_list_that_says_the_same_is_not_touched(tmp_path: Path, left: Path) -> None:
    path = tmp_path / "list.md"
    path.write_text("- One.\n")
    before = path.stat()
    assert written(path, "- One.\n") == []
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert left.exists()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UserError, match="cannot be written"):
        write(tmp_path / "file" / "list.md", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", ["list.md", "papers/one.json"])
def test_a_pipe_is_refused_wherever_a_file_is_expected(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody writes into it: reading it would never end."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "list.md").write_text("# Papers\n", encoding="utf-8")
    (tmp_path / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / name)
    assert main(["check", "list.md", "--offline"]) == 2
    said = capsys.readouterr().err
    assert name in said
    assert "is no regular file" in said


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless device")
def test_a_link_to_an_endless_device_is_refused_and_one_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "true.md").write_text("# Papers\n", encoding="utf-8")
    for name, target in (("endless.md", "/dev/zero"), ("linked.md", tmp_path / "true.md")):
        (tmp_path / name).symlink_to(target)
    with pytest.raises(UserError, match="no regular file"):
        read_list(str(tmp_path / "endless.md"))
    assert read_list(str(tmp_path / "linked.md")).document.text == "# Papers\n"


KERNEL = Path("/proc/kmsg")
"""What the kernel says: it calls itself a regular file, of no bytes, and has no end."""


@pytest.mark.skipif(not os.access(KERNEL, os.R_OK), reason="there is no /proc/kmsg to read here")
@pytest.mark.parametrize("name", ["list.md", "errata.toml", "papers/one.json"])
def test_a_link_to_what_only_calls_itself_a_file_is_waited_for_by_nobody(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "list.md").write_text("# Papers\n", encoding="utf-8")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / name).symlink_to(KERNEL)
    command = [sys.executable, "-m", "pipeline", "check", "list.md", "--offline"]
    ran = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.returncode == 2
    assert name in ran.stderr
    assert "is no regular file" in ran.stderr


@pytest.mark.parametrize(("size", "read"), [(60, True), (61, False)])
def test_standard_input_is_read_whole_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch, size: int, *, read: bool
) -> None:
    monkeypatch.setattr("pipeline.edge.files.LARGEST", 60)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"x" * size)))
    if read:
        assert len(read_list("-").document.text) == size
    else:
        with pytest.raises(UserError, match="Standard input is larger"):
            read_list("-")
