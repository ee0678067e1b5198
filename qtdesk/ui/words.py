"""Sentences of the core in the agent's language.

The only place that looks a core template up in the catalogue. Windows translate
their own texts with `self.tr`, and nothing else.
"""

from PySide6.QtCore import QCoreApplication

from qtdesk.core.errors import QtdeskError
from qtdesk.core.phrases import Problem, stage_title
from qtdesk.core.words import Words

_look_up = QCoreApplication.translate


def tell(sentence: Words) -> str:
    """`sentence` in the language of now, its blanks filled."""
    if not sentence:
        return ""
    return sentence.fill(_look_up("core", sentence.template))


def setting_text(template: str) -> str:
    """Label or help of a setting."""
    return _look_up("settings", template)


def stage_text(key: str) -> str:
    """What a stage of the trade is called; the key itself for one of a book's own."""
    return _look_up("stages", stage_title(key))


def tell_error(error: QtdeskError) -> tuple[str, str]:
    """What happened, and why with what to do now; the second may be empty."""
    rest = (tell(error.detail), tell(error.hint))
    return tell(error.title), "\n".join(part for part in rest if part)


def place_of(problem: Problem) -> str:
    """File and line, as editors understand them."""
    return f"{problem.file}:{problem.line}" if problem.line else problem.file


def tell_problem(problem: Problem) -> str:
    """Place, fault and remedy of one problem, in lines."""
    lines = (place_of(problem), tell(problem.what), tell(problem.remedy))
    return "\n".join(line for line in lines if line)
