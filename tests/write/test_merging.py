"""Changes laid onto what somebody else has made of a list meanwhile."""

from collections.abc import Callable

import pytest

from pipeline.write.merging import Laid, laid

WORDS = ("Tidal", "Lunar", "Solar", "Polar")
LINES = [
    f"- **{word} memory in sensor networks.** Mara Lindqvist. *Cell*, 2021. "
    f"[[Link]](https://doi.org/10.99999/{n})\n"
    for n, word in enumerate(WORDS)
]
READ = "# Papers\n\n" + "".join(LINES)
NEW = "- **Astral memory in sensor networks.** Bo Li. *Cell*, 2020. [[Link]](https://doi.org/10.99999/9)\n"
CHANGED = READ.replace(LINES[1], LINES[1].replace("Cell", "Nature")).replace(
    LINES[3], LINES[3].replace("2021", "2020")
)


def on(now: str, changed: str = CHANGED) -> Laid:
    return laid("list.md", READ, changed, now)


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda text: text + NEW, id="a line at the end"),
        pytest.param(lambda text: "Words.\n" + text, id="a line at the beginning"),
        pytest.param(lambda text: text.replace(LINES[2], ""), id="a line taken out between"),
        pytest.param(lambda text: text.replace("Tidal", "Tidal and"), id="another entry changed"),
        pytest.param(
            lambda text: text.replace("# Papers\n", "# Papers\n\n## 2021\n"), id="heading"
        ),
        pytest.param(lambda text: text, id="nothing"),
    ],
)
def test_both_changes_stand(edit: Callable[[str], str]) -> None:
    done = on(edit(READ))
    assert done == Laid(text=edit(CHANGED), made=True)


def test_a_line_that_somebody_changed_is_left_to_them_and_said() -> None:
    now = READ.replace("Lunar", "Lunar and solar")
    done = on(now)
    assert done.text == now.replace(LINES[3], LINES[3].replace("2021", "2020"))
    assert done.lost == ((4, 4),)
    assert done.made


def test_a_line_that_somebody_took_out_stays_out() -> None:
    now = READ.replace(LINES[1], "").replace(LINES[3], "")
    done = on(now)
    assert done == Laid(text=now, made=False, lost=((4, 4), (6, 6)))


def test_a_new_entry_goes_behind_its_neighbour_wherever_that_is_now() -> None:
    changed = READ.replace(LINES[1], LINES[1] + NEW)
    done = on("Words.\n\n" + READ.replace(LINES[2], ""), changed)
    assert done.text == "Words.\n\n" + changed.replace(LINES[2], "")
    assert done.lost == ()


def test_a_new_entry_without_its_neighbours_has_no_place() -> None:
    changed = READ.replace(LINES[1], LINES[1] + NEW)
    now = READ.replace(LINES[1], "").replace(LINES[2], "")
    assert on(now, changed) == Laid(text=now, made=False, lost=((5, 5),))


def test_an_entry_is_never_in_two_places_nor_in_none() -> None:
    """It was to move; where it is to go to is gone, or where it came from was changed."""
    moved = READ.replace(LINES[0], "").replace(LINES[2], LINES[2] + LINES[0])
    for now in (
        READ.replace(LINES[2], "").replace(LINES[3], ""),
        READ.replace("Tidal", "Tidal and lunar"),
    ):
        done = on(now, moved)
        assert done.text == now
        assert not done.made
        assert done.lost


def test_what_would_swallow_somebody_elses_line_is_not_done() -> None:
    opened = READ.replace(LINES[1], LINES[1].rstrip("\n") + " <!--\n")
    closed = opened.replace(LINES[2], LINES[2].rstrip("\n") + " -->\n")
    now = READ.replace(LINES[2], NEW)
    done = on(now, closed)
    assert done.text == now
    assert done.lost


def test_line_ends_are_kept() -> None:
    now = (READ + NEW).replace("\n", "\r\n")
    done = laid("list.md", READ.replace("\n", "\r\n"), CHANGED.replace("\n", "\r\n"), now)
    assert done.text == (CHANGED + NEW).replace("\n", "\r\n")
