"""The language of the interface; texts of phrases are never translated."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

CHINESE = "zh_CN"


class Translations(QObject):
    """Loads catalogues and swaps them while the program runs.

    Windows hear of a swap as Qt's own LanguageChange event.
    """

    def __init__(self, folder: Path, application: QCoreApplication) -> None:
        """`folder` holds `qtdesk_zh_CN.qm`; without it the interface is English."""
        super().__init__(application)
        self._folder = folder
        self._application = application
        self._installed: list[QTranslator] = []
        self.language = "en"

    def use(self, choice: str) -> None:
        """Speak `zh_CN`, `en`, or with `auto` what the system speaks."""
        language = system_language() if choice == "auto" else choice
        if language == self.language:
            return
        self.language = language
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed.clear()
        if language == CHINESE:
            QLocale.setDefault(QLocale(CHINESE))
            own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._install("qtbase_zh_CN", own)
            self._install("qtdesk_zh_CN", str(self._folder))
        else:
            QLocale.setDefault(QLocale.c())

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._installed.append(translator)


def system_language() -> str:
    """`zh_CN` where the system prefers any Chinese, else `en`."""
    languages = QLocale.system().uiLanguages()
    return CHINESE if languages and languages[0].startswith("zh") else "en"


def language_now() -> str:
    """What the interface speaks at present: `zh_CN` or `en`."""
    chinese = QLocale().language() is QLocale.Language.Chinese
    return CHINESE if chinese else "en"
