"""Shell completion: valid for the shell, and complete."""

import shutil
import subprocess

import pytest

from pipeline.__main__ import main
from pipeline.cli.completion import SHELLS, commands, script
from pipeline.cli.parser import parser


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_every_option_is_offered(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    text = capsys.readouterr().out
    assert text == script(shell, parser())
    for command in commands(parser()):
        assert command.name in text
        for option in command.options:
            for name in option.names:
                assert name.lstrip("-") in text


@pytest.mark.shells
@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_one_for_its_shell(shell: str) -> None:
    assert shutil.which(shell), f"this test needs {shell}: `apt-get install {shell}`"
    check = ["--no-execute"] if shell == "fish" else ["-n"]
    done = subprocess.run(
        [shell, *check], input=script(shell, parser()), text=True, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def offered(*words: str) -> set[str]:
    """What bash would offer for the last of these words."""
    line = " ".join(f"'{word}'" for word in words)
    program = script("bash", parser()) + (
        f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _errata\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(["bash"], input=program, text=True, capture_output=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("errata", "ex"), {"export", "explain"}),
        (("errata", "check", "--off"), {"--offline"}),
        (("errata", "check", "--fail-on", "w"), {"warning"}),
        (("errata", "export", "--to", "bib"), {"bibtex", "biblatex"}),
        (("errata", "schema", "rec"), {"record"}),
        (("errata", "explain", "venue-"), {"venue-differs", "venue-style"}),
        (("errata", "check", "--only", "link-"), {"link-dead", "link-missing"}),
    ],
)
def test_bash_offers_what_fits(words: tuple[str, ...], expected: set[str]) -> None:
    assert expected <= offered(*words)
    assert not {word for word in offered(*words) if not word.startswith(words[-1])}
