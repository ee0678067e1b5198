"""The table of known programs, for `paste-profiles.md`.

Run from the root of the repository as `python -m docs.paste_profiles_table`. It writes
what is between two marks on that page, and nothing else.
"""

from pathlib import Path

from qtdesk.core.combos import PASTE
from qtdesk.core.paste import SHIPPED, Profile, Shipped, Takes, Via

PAGE = Path(__file__).with_name("paste-profiles.md")
_BEGIN = "<!-- table: written by python -m docs.paste_profiles_table -->"
_END = "<!-- end of the table -->"
_HEAD = """\
| Program | Names | Keys | Clipboard kept | Pictures | Cursor | How we know |
|---|---|---|---|---|---|---|
"""


def table() -> str:
    """One line for each entry."""
    return _HEAD + "".join(map(_line, SHIPPED))


def page() -> str:
    """The page as it should be, with the table of now."""
    text = PAGE.read_text("utf-8")
    before, rest = text.split(_BEGIN)
    _old, behind = rest.split(_END)
    return f"{before}{_BEGIN}\n\n{table()}\n{_END}{behind}"


def _line(entry: Shipped) -> str:
    profile = entry.profile
    names = ", ".join(f"`{name}`" for name in profile.apps)
    cells = (
        *(profile.name, names, _keys(profile), _kept(profile)),
        *(_pictures(profile), _cursor(profile), _evidence(entry)),
    )
    return f"| {' | '.join(cells)} |\n"


def _keys(profile: Profile) -> str:
    if profile.never:
        return "never pasted into"
    # The same on every system that the page is made on.
    keys = "Ctrl+V" if profile.chord == PASTE else profile.chord.label_on(apple=False)
    return f"{keys}, mouse selection" if profile.via is Via.PRIMARY else keys


def _kept(profile: Profile) -> str:
    return "–" if profile.never else f"{profile.hold_s:g} s"


def _pictures(profile: Profile) -> str:
    if profile.never:
        return "–"
    unknown = profile.takes_images is Takes.UNKNOWN
    return "not tried" if unknown else profile.takes_images.value


def _cursor(profile: Profile) -> str:
    return "yes" if profile.cursor else "–"


def _evidence(entry: Shipped) -> str:
    return f"{entry.evidence.value}: {entry.source}"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
