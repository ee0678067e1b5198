"""The line under a text that says what is not said to buyers, and what to say instead.

It shows what it is told; what a key or click does is for whoever shows the text.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qtdesk.core.lint import Level
from qtdesk.ui import theme as tokens
from qtdesk.ui.key_footer import CONTROL
from qtdesk.ui.pills import KeyHint
from qtdesk.ui.quiet_line import QuietLine
from qtdesk.ui.theme import Appearance
from qtdesk.ui.toast import Kind
from qtdesk.ui.word_signs import WordSign, kind_of
from qtdesk.ui.words import tell

if TYPE_CHECKING:
    from qtdesk.core.lint import Hit
    from qtdesk.core.remarks import Remarks

HEIGHT = 22


class WordingLine(QWidget):
    """A sign, the word with the reason, and the key that takes the better one."""

    better_clicked = Signal()

    def __init__(self, appearance: Appearance, *, key: bool = True) -> None:
        """With a `key`, where there is one for it."""
        super().__init__()
        self._with_key = key
        self.sign = WordSign(appearance)
        self.line = QuietLine(appearance, Qt.AlignmentFlag.AlignLeft)
        self.better = KeyHint(f"{CONTROL}J", appearance)
        self.better.clicked.connect(self.better_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE_8)
        row.addWidget(self.sign)
        row.addWidget(self.line, 1)
        row.addWidget(self.better)
        self.setFixedHeight(HEIGHT)

    @property
    def said(self) -> str:
        """What it says now."""
        return self.line.text

    def say(self, remarks: "Remarks", *, taken: bool = False) -> None:
        """Say the gravest of `remarks`; `taken` if the better wordings are in place.

        Then `remarks` are those on the text as it is now, if there are any left.
        """
        hit = remarks.gravest
        if hit is None:
            self.show_said(Kind.OK, self.tr("With the better wording"))
        else:
            others = len(remarks.hits) - 1
            self.show_said(kind_of(hit.level), self.sentence(hit, others))
        self.better.setText(self.tr("As it was") if taken else self.tr("Better"))
        self.better.setToolTip(
            self.tr("Shows and pastes the text as it is in the phrase.")
            if taken
            else self.tr("Shows and pastes the text with the better wording.")
        )
        offered = taken or remarks.better is not None
        self.better.setVisible(self._with_key and offered)

    def sentence(self, hit: "Hit", others: int = 0) -> str:
        """The word, what to write instead, why, and how many `others` there are."""
        word = self.tr("“{word}”").format(word=hit.word)
        if hit.level is Level.BLOCK:
            word = self.tr("Not pasted: “{word}”").format(word=hit.word)
        if hit.better:
            word = self.tr("“{word}” → “{better}”").format(
                word=hit.word, better=hit.better
            )
        elif hit.better is not None:
            word = self.tr("Leave out “{word}”").format(word=hit.word)
        parts = [word]
        if others:
            parts.append(self.tr("and {count} more").format(count=others))
        parts += (tell(hit.why), tell(hit.advice) if hit.better is None else "")
        return "  ".join(part for part in parts if part)

    def show_said(self, kind: Kind, text: str) -> None:
        """Show any sentence, without a key."""
        self.sign.show_kind(kind)
        self.line.say(text, kind.value)
        self.better.hide()
