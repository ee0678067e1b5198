"""Everything that can go wrong, in words for people.

    QtdeskError
    ├── SettingsError        a setting has a name or value we cannot use
    ├── BookError            a phrasebook cannot be read at all
    ├── TemplateError        the placeholders of a phrase cannot be filled
    ├── PhraseError          a phrase that an agent wrote cannot be kept like this
    ├── StoreError           the agent's own data cannot be read or written
    ├── HotkeyError          a key combination cannot be registered
    ├── BuyersError          a conversation cannot be opened in the dock
    ├── DesktopError         the window system is missing or refuses
    ├── AutostartError       starting with the system cannot be changed
    ├── AnswerError          an item of a checklist has no such answer
    ├── ChecklistError       a checklist cannot be used, or not be finished yet
    ├── HandOverError        a text is no hand-over, or not all of one
    ├── RegionsError         the list of provinces, cities and districts is no such list
    ├── RunningError         the running qtdesk cannot be reached, or refused
    └── UpdateError          nobody can tell whether there is a newer release

Errors carry three sentences: what happened (`title`), why (`detail`) and what to do
now (`hint`). None of them may contain phrase, clipboard or order text.
"""

from qtdesk.core.words import NO_WORDS, Words


class QtdeskError(Exception):
    """Base of all errors that are shown to a person."""

    def __init__(
        self, title: Words, detail: Words = NO_WORDS, hint: Words = NO_WORDS
    ) -> None:
        super().__init__(str(title))
        self.title = title
        self.detail = detail
        self.hint = hint

    def __str__(self) -> str:
        return " ".join(
            str(part) for part in (self.title, self.detail, self.hint) if part
        )


class SettingsError(QtdeskError):
    """A setting has a name or value that cannot be used."""


class BookError(QtdeskError):
    """A phrasebook cannot be read at all."""


class TemplateError(QtdeskError):
    """The placeholders of a phrase cannot be filled, whatever is answered."""


class PhraseError(QtdeskError):
    """A phrase that an agent wrote cannot be kept as it stands."""


class StoreError(QtdeskError):
    """The agent's own data cannot be read or written."""


class HotkeyError(QtdeskError):
    """A key combination cannot be registered."""


class BuyersError(QtdeskError):
    """A conversation cannot be opened in the dock."""


class DesktopError(QtdeskError):
    """The window system is missing or refuses."""


class AutostartError(QtdeskError):
    """Starting with the system cannot be changed."""


class AnswerError(QtdeskError):
    """An item of a checklist cannot be answered like this."""


class ChecklistError(QtdeskError):
    """A checklist cannot be used, or a check not be finished as it stands."""


class HandOverError(QtdeskError):
    """A text is no hand-over of promises, or not all of one."""


class RegionsError(QtdeskError):
    """The list of provinces, cities and districts is not one."""


class RunningError(QtdeskError):
    """The running qtdesk cannot be reached, or it refused."""


class UpdateError(QtdeskError):
    """Nobody can tell whether there is a newer release."""

    alarming = True
    """Whether the agent should hear of it without having asked."""
