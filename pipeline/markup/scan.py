"""The state of one pass over a block's source, and what each step of it adds."""

import html

from pipeline.markup.flow import FlowLink, Run

LONGEST_LABEL = 200
"""Runs of a label; a bracket that encloses more is no link."""


class Scan:
    """What was seen of a block's source so far."""

    def __init__(self, source: str, references: dict[str, str], *, org: bool = False) -> None:
        self.source, self.references, self.org = source, references, org
        self.runs: list[Run] = []
        self.links: list[FlowLink] = []
        self.length, self.style, self.link = 0, 0, -1
        self.open: list[tuple[str, int, int, int]] = []
        """Delimiters that wait for their partner: sign, run, style before, style."""
        self.brackets: list[tuple[int, int, bool]] = []
        """Brackets that wait for theirs: place, run, whether of an image."""
        self.anchors: list[int] = []
        """Links of HTML that are not closed."""
        self.at = 0

    def plain(self, start: int, end: int) -> None:
        """Characters that stand for themselves."""
        if end > start:
            self.runs.append(
                Run(
                    self.length,
                    self.source[start:end],
                    start,
                    end - start,
                    self.style,
                    self.link,
                    exact=True,
                )
            )
            self.length += end - start

    def shown(self, text: str, start: int, length: int) -> None:
        """Characters that stand for others."""
        self.runs.append(Run(self.length, text, start, length, self.style, self.link, exact=False))
        self.length += len(text)

    def hide(self, index: int) -> None:
        """A run that was markup."""
        run = self.runs[index]
        run.text = ""

    def shown_url(self, url: str, start: int, shape: str, outer: tuple[int, int]) -> None:
        """An address that stands for itself: its text is no text of the entry."""
        self.links.append(
            FlowLink(
                len(self.runs),
                len(self.runs),
                html.unescape(url),
                start,
                start + len(url),
                *outer,
                shape,
            )
        )
        before, self.link = self.link, len(self.links) - 1
        self.shown("\ufffc", outer[0], outer[1] - outer[0])
        self.link = before

    def labelled(
        self, label: str, at: int, url: tuple[str, int, int], outer: tuple[int, int], shape: str
    ) -> None:
        """A link whose label has no markup: address and its place, place of the whole."""
        self.links.append(
            FlowLink(
                len(self.runs),
                len(self.runs) + 1,
                url[0],
                url[1],
                url[2],
                *outer,
                shape,
                label=label,
            )
        )
        before, self.link = self.link, len(self.links) - 1
        self.plain(at, at + len(label))
        self.link = before
        self.at = outer[1]
