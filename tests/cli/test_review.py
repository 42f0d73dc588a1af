"""`errata review`: every key, what is written at the end, and what is remembered."""

import contextlib
import io
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.edge.files import UserError
from pipeline.edge.put_off import put_off
from pipeline.edge.remembering import forget, remember
from pipeline.reports.review import ANSWERS, Talk, review
from pipeline.values.audit import Audit, Audited
from pipeline.values.finding import Evidence, Finding
from pipeline.values.settings import Ignore
from tests.cli.test_add import LIST, listed
from tests.reports import audits

WRONG = LIST.replace("**Annals of Moss Informatics**", "**Annals of Fern Biology**").replace(
    "Ilse Verhoeven, Kofi Adomako", "Ilse Verhoeven, Kofi Adomakoo"
)


class Keys(io.StringIO):
    """Standard input with somebody at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def type_(*lines: str) -> None:
        monkeypatch.setattr("sys.stdin", Keys("".join(f"{line}\n" for line in lines)))

    return type_


def test_what_is_accepted_is_written_and_nothing_else(
    here: Path, errata: Callable[..., int], typed: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path = listed(here, WRONG)
    typed("a", "s", "q")
    errata("review", "list.md", "--quiet", "--only", "venue-differs", "--only", "author-misspelt")
    out = capsys.readouterr().out
    assert "[1 of 2]" in out
    assert "Kofi Adomakoo" in out
    assert f"    | {WRONG.splitlines()[4]}" in out, "the line as the list has it"
    assert "1 accepted, 0 refused, 1 left. Written:" in out
    assert path.read_text(encoding="utf-8") == WRONG.replace(
        "Annals of Fern Biology", "Annals of Moss Informatics"
    )


def test_wrong_decoding_that_nobody_accepted_stays(
    here: Path, errata: Callable[..., int], typed: Callable[..., None]
) -> None:
    text = WRONG.replace("Ada Shore", "AndrÃ© Shore").replace("# Moss", "# ðŸŒ± Moss")
    path = listed(here, text)
    typed("a")
    errata("review", "list.md", "--quiet", "--only", "venue-differs")
    assert path.read_text(encoding="utf-8") == text.replace(
        "Annals of Fern Biology", "Annals of Moss Informatics"
    )


def test_a_refusal_is_remembered_with_its_reason_and_not_said_again(
    here: Path, errata: Callable[..., int], typed: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path = listed(here, WRONG)
    (here / "errata.toml").write_text('# ours\nlists = ["list.md"]', encoding="utf-8")
    typed("r", 'the "fern" special issue', "q")
    assert errata("review", "--quiet", "--only", "venue-differs") == 0
    assert path.read_text(encoding="utf-8") == WRONG
    settings = (here / "errata.toml").read_text(encoding="utf-8")
    assert settings.startswith('# ours\nlists = ["list.md"]\n')
    assert tomllib.loads(settings)["ignore"] == [
        {"code": "venue-differs", "list": "list.md",
         "entry": "Graph lanterns: a language model for moss genomes",
         "reason": 'the "fern" special issue'},
    ]  # fmt: skip
    assert errata("check", "--quiet", "--only", "venue-differs") == 0
    assert "venue-differs" not in capsys.readouterr().out.rpartition("Remembered")[2]


def test_without_a_terminal_it_says_what_to_do(
    here: Path, errata: Callable[..., int], monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    listed(here, WRONG)
    monkeypatch.setattr("sys.stdin", io.StringIO("a\n"))
    assert errata("review", "list.md") == 2
    assert "errata fix list.md --accept ID" in capsys.readouterr().err


def test_the_end_of_the_input_is_the_end_of_the_review(
    here: Path, errata: Callable[..., int], typed: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path = listed(here, WRONG)
    typed()
    assert errata("review", "list.md", "--quiet") == 1
    assert "0 accepted, 0 refused" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == WRONG


def test_ctrl_c_keeps_the_answers_as_quit_does(
    here: Path, errata: Callable[..., int], monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path, answers = listed(here, WRONG), iter("a")

    def stopped(_prompt: str) -> str:
        try:
            return next(answers)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("sys.stdin", Keys())
    monkeypatch.setattr("builtins.input", stopped)
    errata("review", "list.md", "--quiet", "--only", "venue-differs,author-misspelt")
    out = capsys.readouterr().out
    assert "1 accepted, 0 refused, 1 left. Written:" in out
    assert "writes it" not in out, "what `fix` does is out of place here"
    assert path.read_text(encoding="utf-8") != WRONG


def talk(*answers: str) -> tuple[Talk, dict[str, list[object]]]:
    log: dict[str, list[object]] = {"said": [], "shown": [], "opened": [], "kept": [], "taken": []}
    given = iter(answers)

    def ask(_prompt: str) -> str | None:
        return next(given, None)

    def show(_audited: Audited, finding: Finding) -> None:
        log["shown"].append(finding.code)

    return Talk(ask, log["said"].append, show, log["opened"].extend,
                log["kept"].append, log["taken"].append), log  # fmt: skip


def one(**changes: object) -> object:
    finding = audits.finding("venue-differs", 12, "Cell", "Cell Maps").but(**changes)
    return audits.audit(audits.resolved(12, "Maps", finding))


def test_only_web_addresses_are_opened() -> None:
    evidence = tuple(
        Evidence(source="crossref", url=url, value="x")
        for url in ("https://doi.org/10.1/x", "file:///etc/passwd", "javascript:alert(1)")
    )
    dialogue, log = talk("o", "s")
    review(one(evidence=evidence), dialogue)  # type: ignore[arg-type]
    assert log["opened"] == ["https://doi.org/10.1/x"]


def test_what_has_no_correction_cannot_be_accepted() -> None:
    dialogue, log = talk("a", "x", "s")
    decided = review(one(edits=()), dialogue)  # type: ignore[arg-type]
    assert not decided.accepted
    assert "There is no correction to accept." in log["said"]
    assert decided.skipped == 1


@pytest.mark.parametrize(
    "typed_", ["arwe keep this", "accept it", "ac", "quite right", "y", "", "aa", "no"]
)
def test_a_sentence_is_no_answer(typed_: str) -> None:
    """ "arwe keep this" was taken for "accept", by its first letter."""
    dialogue, log = talk(typed_, "skip")
    decided = review(one(), dialogue)  # type: ignore[arg-type]
    assert (decided.accepted, decided.refused, decided.skipped) == (frozenset(), (), 1)
    assert any("one of these words" in str(said) for said in log["said"])


@pytest.mark.parametrize("typed_", ["a", "A", " accept ", "Accept"])
def test_a_word_or_its_letter_is_an_answer(typed_: str) -> None:
    dialogue, _ = talk(typed_)
    assert len(review(one(), dialogue).accepted) == 1  # type: ignore[arg-type]


def test_help_tells_each_answer_and_decides_nothing() -> None:
    dialogue, log = talk("help", "?", "h", "q")
    decided = review(one(), dialogue)  # type: ignore[arg-type]
    told = [str(said) for said in log["said"] if "opens the evidence" in str(said)]
    assert len(told) == 3
    assert all(f"  {word}" in told[0] for word in ANSWERS)
    assert decided.skipped == 1


def test_back_takes_the_last_answer_back() -> None:
    dialogue, log = talk("skip", "back", "back", "skip", "refuse", "ours", "b", "skip", "q")
    decided = review(audits.sample(), dialogue)
    assert (decided.accepted, decided.refused) == (frozenset(), ())
    assert log["taken"] == log["kept"]
    assert len(log["kept"]) == 1
    assert "This is the first finding." in log["said"]
    assert log["shown"][0] == log["shown"][2] == log["shown"][3]


def many() -> Audit:
    """One venue misspelt three times, another once, and a retraction."""
    wrong = [
        audits.resolved(n, f"Maps {n}", audits.finding("venue-misspelt", n, old, "Cell Maps"))
        for n, old in ((3, "Cel Maps"), (5, "Cel Maps"), (8, "Cell Mapps"), (9, "Cel Maps"))
    ]
    return audits.audit(*wrong, audits.resolved(12, "Gone", audits.finding("retracted", 12)))


def test_the_same_correction_is_one_question_and_what_matters_comes_first() -> None:
    dialogue, log = talk("skip", "accept", "refuse", "its name")
    decided = review(many(), dialogue)
    assert log["shown"] == ["retracted", "venue-misspelt", "venue-misspelt"]
    assert log["said"][0] == "5 findings, 3 questions: the same correction is asked once."
    assert "\n[2 of 3] the same at 3 entries: list.md:3, list.md:5, list.md:9" in log["said"]
    assert (len(decided.accepted), len(decided.refused), decided.skipped) == (3, 1, 1)


def test_what_was_put_off_is_asked_last_the_next_time() -> None:
    dialogue, _ = talk("skip", "accept", "quit")
    later = review(many(), dialogue).put_off
    assert len(later) == 1, "what was not reached is not put off"
    dialogue, log = talk("accept", "quit")
    decided = review(many(), dialogue, later)
    assert log["shown"] == ["venue-misspelt", "venue-misspelt"], "the retraction waits at the end"
    assert decided.put_off == later
    dialogue, log = talk("skip", "skip", "refuse", "known")
    assert later.isdisjoint(review(many(), dialogue, later).put_off)


def test_a_review_goes_on_where_it_was_left(
    here: Path, errata: Callable[..., int], typed: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    listed(here, WRONG)
    two = ("--quiet", "--only", "venue-differs", "--only", "author-misspelt")
    typed("s", "q")
    errata("review", "list.md", *two)
    first = capsys.readouterr().out
    typed("q")
    errata("review", "list.md", *two)
    assert ("author-misspelt" in first, "venue-differs" in first) == (True, True)
    again = capsys.readouterr().out
    assert first.index("venue-differs") < first.index("author-misspelt")
    assert "author-misspelt" in again
    assert "venue-differs" not in again


@pytest.mark.parametrize("kept", ["", "{}", "[1]", '["../x", null]', "no JSON", '"abc"'])
def test_what_is_kept_of_a_review_and_none_of_ours_is_passed_over(kept: str, here: Path) -> None:
    (here / "put-off.json").write_text(kept, encoding="utf-8")
    assert put_off(str(here)) == frozenset()


def test_a_refusal_of_several_is_taken_back_whole() -> None:
    dialogue, log = talk("skip", "refuse", "ours", "back", "accept", "quit")
    decided = review(many(), dialogue)
    assert len(log["kept"]) == 3
    assert log["taken"] == log["kept"][::-1]
    assert (len(decided.accepted), decided.refused) == (3, ())


def test_what_stands_twice_without_being_one_correction_is_two_questions() -> None:
    twice = [audits.resolved(n, "A", audits.finding("authors-differ", n, "A B", "C D"))
             for n in (3, 5)]  # fmt: skip
    dialogue, log = talk("accept", "skip")
    assert len(review(audits.audit(*twice), dialogue).accepted) == 1
    assert len(log["shown"]) == 2


@pytest.mark.parametrize("before", ["", 'lists = ["a.md"]\n', "# ours", 'cache = "kept"\r\n\r\n'])
def test_a_refusal_that_is_taken_back_leaves_the_settings_as_they_were(
    before: str, here: Path
) -> None:
    path = here / "errata.toml"
    path.write_bytes(before.encode())
    stood = path.read_bytes()
    remember(IGNORE)
    assert forget(IGNORE) == "errata.toml"
    assert path.read_bytes().rstrip() == stood.rstrip()
    assert forget(IGNORE) == ""
    path.unlink()
    remember(IGNORE)
    forget(IGNORE, keep=False)
    assert not path.exists(), "what was not there before is not left empty"


def test_all_that_was_not_looked_at_counts_as_left() -> None:
    dialogue, log = talk("q")
    decided = review(audits.sample(), dialogue)
    assert decided.skipped == 27
    assert len(log["shown"]) == 1


IGNORE = Ignore(
    codes=("venue-differs",), list="list.md", entry='A "title" ]] with \\ signs\nand lines',
    reason="it's so",
)  # fmt: skip


@contextlib.contextmanager
def inside(here: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patched:
        patched.chdir(here)
        yield


@pytest.mark.parametrize(
    ("file", "before", "table"),
    [
        pytest.param("errata.toml", None, "ignore", id="no file yet"),
        pytest.param("errata.toml", 'lists = ["a.md"]\r\n', "ignore", id="a file"),
        pytest.param("errata.toml", '[[ignore]]\ncode = "encoding"\n', "ignore", id="one more"),
        pytest.param("pyproject.toml", '[tool.errata]\nlists = ["a.md"]\n\n[tool.x]\ny = 1\n',
                     "tool.errata.ignore", id="in pyproject.toml"),
    ],
)  # fmt: skip
def test_a_refusal_grows_the_settings_by_one_table(
    file: str, before: str | None, table: str, here: Path
) -> None:
    path = here / file
    if before is not None:
        path.write_text(before, encoding="utf-8", newline="")
    assert remember(IGNORE) == file
    after = path.read_bytes().decode()
    assert after.startswith(before or "")
    assert f"[[{table}]]" in after
    parsed = tomllib.loads(after)
    ours = parsed["tool"]["errata"] if "pyproject" in file else parsed
    assert ours["ignore"][-1]["entry"] == 'A "title" ]] with \\ signs and lines'


def test_settings_that_cannot_grow_are_left_alone(here: Path) -> None:
    path = here / "errata.toml"
    path.write_text('ignore = ["encoding"]\n', encoding="utf-8")
    with pytest.raises(UserError, match="Put this there"):
        remember(IGNORE)
    assert path.read_text(encoding="utf-8") == 'ignore = ["encoding"]\n'
