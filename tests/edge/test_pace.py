"""The shared pace: between threads, between processes, and without a usable folder."""

import itertools
import multiprocessing
import threading
import time
from pathlib import Path

import pytest

from pipeline.edge.pace import SharedPace, StoppedError
from pipeline.sources.protocol import Policy

POLICY = Policy(
    base_url="https://example.org", per_second=20.0, in_flight=2, pool="test",
    fresh_s=1, absent_s=1, search_s=1,
)  # fmt: skip


def gate(folder: Path | None, policy: Policy = POLICY) -> SharedPace:
    return SharedPace(policy, name="test-0", folder=folder, scale=1.0)


def go_on() -> None:
    pass


def work(gate: SharedPace, turns: int, seen: list[tuple[float, float]]) -> None:
    for _ in range(turns):
        with gate.turn(go_on) as depart:
            depart()
            start = time.time()
            time.sleep(0.01)
            seen.append((start, time.time()))


def paced(starts: list[float]) -> bool:
    """The interval holds; a start that the machine delays comes nearer to the next one."""
    near = min(after - before for before, after in itertools.pairwise(starts))
    return near >= 0.02 and starts[-1] - starts[0] >= 0.05 * (len(starts) - 1) - 0.03


def in_process(folder: str, path: str) -> None:
    seen: list[tuple[float, float]] = []
    work(gate(Path(folder)), 4, seen)
    Path(path).write_text("\n".join(f"{start} {end}" for start, end in seen))


@pytest.mark.parametrize("shared", [True, False], ids=["with a folder", "without"])
def test_threads_keep_the_interval_and_the_places(tmp_path: Path, shared: bool) -> None:  # noqa: FBT001
    one = gate(tmp_path if shared else None)
    seen: list[tuple[float, float]] = []
    threads = [threading.Thread(target=work, args=(one, 4, seen)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    starts = sorted(start for start, _ in seen)
    assert len(starts) == 12
    assert paced(starts)


def test_processes_share_one_pace(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    (tmp_path / "pace").mkdir()
    processes = [
        context.Process(target=in_process, args=(str(tmp_path / "pace"), str(tmp_path / str(n))))
        for n in range(3)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    lines = [line for n in range(3) for line in (tmp_path / str(n)).read_text().splitlines()]
    starts = sorted(float(line.split()[0]) for line in lines)
    assert len(starts) == 12
    assert paced(starts)


def test_a_place_falls_free_when_its_holder_fails(tmp_path: Path) -> None:
    one = gate(tmp_path, POLICY.but(in_flight=1))
    with pytest.raises(KeyError), one.turn(go_on):
        raise KeyError("x")
    with one.turn(go_on) as depart:
        depart()


def test_a_refusal_holds_everybody_back(tmp_path: Path) -> None:
    one, other = gate(tmp_path), gate(tmp_path)
    one.refused(0.3)
    began = time.monotonic()
    with other.turn(go_on) as depart:
        depart()
        assert time.monotonic() - began >= 0.25


def test_a_stopped_run_does_not_wait_to_the_end(tmp_path: Path) -> None:
    one = gate(tmp_path)
    one.refused(60.0)

    def stop() -> None:
        raise StoppedError("enough")

    began = time.monotonic()
    with pytest.raises(StoppedError), one.turn(stop) as depart:
        depart()
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    "content", [b"", b"nonsense", b"\xff\xfe\x00", b"nan nan", b"1e999 1e999", b"9" * 5000]
)
def test_a_damaged_file_binds_nobody(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "test-0.pace").write_bytes(content)
    began = time.monotonic()
    with gate(tmp_path).turn(go_on) as depart:
        depart()
        assert time.monotonic() - began < 1


def test_a_link_planted_in_the_folder_is_not_written_through(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (tmp_path / "pace").mkdir()
    for name in ("test-0.pace", "test-0.0.place", "test-0.1.place"):
        (tmp_path / "pace" / name).symlink_to(victim)
    with gate(tmp_path / "pace").turn(go_on) as depart:
        depart()
    assert victim.read_text() == "precious"


def test_the_pause_counts_from_the_end_of_an_answer_where_the_service_wants_it(
    tmp_path: Path,
) -> None:
    one = gate(tmp_path, POLICY.but(after_answer=True, in_flight=1))
    with one.turn(go_on) as depart:
        depart()
        time.sleep(0.1)
        ended = time.monotonic()
    with one.turn(go_on) as depart:
        depart()
        assert time.monotonic() - ended >= 0.045


def test_no_more_than_the_service_bears_leave_within_a_second(tmp_path: Path) -> None:
    one = SharedPace(
        POLICY.but(per_second=1000.0, ceiling=3, in_flight=3), name="t", folder=tmp_path, scale=10
    )
    seen: list[tuple[float, float]] = []
    work(one, 7, seen)
    starts = [start for start, _ in seen]
    assert starts[6] - starts[0] >= 0.19, "a second is a tenth of one at this scale"
