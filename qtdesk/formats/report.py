"""Collects what is wrong in one file of a book."""

from qtdesk.core.phrases import Problem
from qtdesk.core.words import NO_WORDS, Words


class Report:
    """The problems of one file, in the order they were met."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(
        self,
        line: int,
        what: Words,
        remedy: Words = NO_WORDS,
        *,
        phrase: str = "",
        fatal: bool = False,
    ) -> None:
        self.problems.append(Problem(self.file, line, phrase, what, remedy, fatal))
