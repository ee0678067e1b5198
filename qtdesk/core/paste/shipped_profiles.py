"""The table of known programs, and what is known of each: measured, or only heard of.

A new entry says honestly where its facts come from; docs/paste-profiles.md is made from
this table. None of them ever sends: that only an agent may choose. Whether a program
takes pictures is told of those that were tried, and of their like.
"""

from enum import Enum
from functools import cache
from typing import NamedTuple

from qtdesk.core.combos import Combo
from qtdesk.core.paste.profiles import PLAIN, Profile, Takes, Via


class Evidence(Enum):
    """How far an entry can be trusted."""

    MEASURED = "measured"
    """We pasted into it, and wrote down what it read."""
    ALIKE = "alike"
    """Built on what was measured, or its maker's manual says so; not tried by us."""
    NAMES_ONLY = "names only"
    """Its names come from public sources; pasting was not tried by us."""


class Shipped(NamedTuple):
    """One entry of the table."""

    profile: Profile
    evidence: Evidence
    source: str = ""
    """Version, system and year of a measurement, or where the facts are from."""


_INSERT = Combo(("shift",), "insert")
_TERMINAL = Combo(("ctrl", "shift"), "v")
_EMBEDDED_HOLD_S = 2.5
"""An early reading may be the engine's own: a page can be busy for two seconds."""
_PUBLIC = "names in public sources, 2026"
_X11 = "X11, 2026"


def _chat(name: str, *apps: str) -> Shipped:
    """A chat program that nobody here could try; its engine may read early."""
    profile = Profile(apps, name, hold_s=_EMBEDDED_HOLD_S)
    return Shipped(profile, Evidence.NAMES_ONLY, _PUBLIC)


def _never(name: str, *apps: str) -> Shipped:
    return Shipped(Profile(apps, name, never=True), Evidence.NAMES_ONLY, _PUBLIC)


SHIPPED: tuple[Shipped, ...] = (
    # --- chat programs of shops --------------------------------------------------
    _chat("千牛", "aliworkbench", "qianniu", "aliim"),
    _chat("京麦 / 咚咚", "jingmai", "jingmaiworkbench", "jdm_dd_workbench"),
    _chat("拼多多商家工作台", "pddworkbench"),
    _chat("抖店工作台 / 飞鸽", "doudian", "feige"),
    _chat("微信", "wechat", "weixin", "com.tencent.xinwechat"),
    _chat("企业微信", "wxwork", "com.tencent.weworkmac"),
    _chat("QQ", "qq", "qqnt", "tim", "com.tencent.qq", "com.tencent.tim"),
    _chat("钉钉", "dingtalk", "com.alibabainc.dingtalk", "com.alibaba.dingtalkmac"),
    _chat(
        *("飞书", "feishu", "bytedance-feishu", "lark", "bytedance-lark"),
        *("com.electron.lark", "com.larksuite.larkapp", "com.bytedance.macos.feishu"),
    ),
    # --- browsers ----------------------------------------------------------------
    # Answers Ctrl+V with a reading of its own before the page reads, so that a busy
    # page could find the old clipboard; with Shift+Insert every reading is the page's.
    Shipped(
        Profile(
            ("chromium", "chromium-browser"),
            "Chromium",
            chord=_INSERT,
            hold_s=0.5,
            takes_images=Takes.YES,
            cursor=True,
        ),
        Evidence.MEASURED,
        f"Chromium 156, {_X11}",
    ),
    Shipped(
        Profile(
            (
                *("chrome", "google-chrome", "msedge", "microsoft-edge", "brave"),
                *("brave-browser", "vivaldi*", "opera", "chrome-browser"),
                *("google-chromium", "google-chromium-browser"),
                "google-chrome-browser",
            ),
            "Chrome, Edge, Brave, Vivaldi, Opera",
            chord=_INSERT,
            hold_s=0.5,
            takes_images=Takes.YES,
        ),
        Evidence.ALIKE,
        "the engine of Chromium",
    ),
    # By bundle id, on macOS, where only the first reading is seen: the browser's own.
    Shipped(
        Profile(
            (
                *("com.google.chrome*", "com.microsoft.edgemac", "com.brave.browser"),
                *("com.vivaldi.vivaldi", "com.operasoftware.opera"),
                "company.thebrowser.browser",
            ),
            "Chrome, Edge, Brave, Vivaldi, Opera, Arc (macOS)",
            hold_s=_EMBEDDED_HOLD_S,
            takes_images=Takes.YES,
        ),
        Evidence.ALIKE,
        "the engine of Chromium",
    ),
    Shipped(
        Profile(("firefox*", "org.mozilla.firefox"), "Firefox"),
        Evidence.NAMES_ONLY,
        _PUBLIC,
    ),
    # --- built on Chromium -------------------------------------------------------
    # The same engine, but some of these programs ignore Shift+Insert.
    Shipped(
        Profile(
            (
                *("electron", "code", "slack", "discord", "element", "signal"),
                *("com.microsoft.vscode", "com.tinyspeck.slackmacgap"),
                "com.hnc.discord",
            ),
            "Slack, Discord, Element, Signal, VS Code",
            hold_s=_EMBEDDED_HOLD_S,
        ),
        Evidence.ALIKE,
        "the engine of Chromium",
    ),
    # --- measured: one reading, within milliseconds of the chord ------------------
    Shipped(
        Profile(("pidgin",), "Pidgin", hold_s=0.5, takes_images=Takes.NO),
        Evidence.MEASURED,
        f"Pidgin 2.14.12, {_X11}",
    ),
    Shipped(
        Profile(
            ("mousepad",),
            "Mousepad",
            hold_s=0.5,
            takes_images=Takes.NO,
            cursor=True,
        ),
        Evidence.MEASURED,
        f"Mousepad 0.5.10, {_X11}",
    ),
    Shipped(
        Profile(
            ("featherpad",),
            "FeatherPad",
            hold_s=0.5,
            takes_images=Takes.NO,
            cursor=True,
        ),
        Evidence.MEASURED,
        f"FeatherPad 1.3.5, {_X11}",
    ),
    Shipped(
        Profile(("notepad",), "Notepad", takes_images=Takes.NO),
        Evidence.MEASURED,
        "Notepad of Wine 8, 2026",
    ),
    # --- terminals ---------------------------------------------------------------
    # Ctrl+V means "next character literally"; Shift+Insert pastes the mouse selection.
    Shipped(
        Profile(
            ("xterm", "uxterm"),
            "xterm",
            chord=_INSERT,
            via=Via.PRIMARY,
            takes_images=Takes.NO,
        ),
        Evidence.MEASURED,
        f"xterm 379, {_X11}",
    ),
    Shipped(
        Profile(
            (
                *("gnome-terminal", "gnome-terminal-server", "xfce4-terminal"),
                *("mate-terminal", "konsole", "terminator", "tilix", "foot"),
                *("lxterminal", "qterminal", "windowsterminal", "st", "st-256color"),
                *("kitty", "alacritty", "wezterm", "org.wezfurlong.wezterm"),
            ),
            "GNOME Terminal, Konsole, kitty, Windows Terminal …",
            chord=_TERMINAL,
            takes_images=Takes.NO,
        ),
        Evidence.ALIKE,
        "their manuals",
    ),
    Shipped(
        Profile(
            ("mintty", "putty"), "mintty, PuTTY", chord=_INSERT, takes_images=Takes.NO
        ),
        Evidence.ALIKE,
        "their manuals",
    ),
    Shipped(
        Profile(
            ("urxvt",),
            "urxvt",
            chord=Combo(("ctrl", "alt"), "v"),
            takes_images=Takes.NO,
        ),
        Evidence.ALIKE,
        "its manual",
    ),
    # --- where no phrase belongs -------------------------------------------------
    _never("KeePassXC, KeePass", "keepassxc", "keepass", "org.keepassxc.keepassxc"),
    _never("Bitwarden", "bitwarden", "com.bitwarden.desktop"),
    _never("1Password", "1password", "com.1password.1password", "com.agilebits.*"),
    _never("macOS Passwords", "com.apple.passwords", "com.apple.keychainaccess"),
    _never("GNOME, GnuPG", "gcr-prompter", "pinentry*", "seahorse"),
)
"""First match wins. docs/paste.md has the measurements."""


@cache
def shipped_for(app: str) -> Shipped | None:
    """The entry of the program `app`; None where it is not in the table."""
    return next((entry for entry in SHIPPED if entry.profile.fits(app)), None)


def profile_for(app: str) -> Profile:
    """The profile that comes with the program, or the one that suits most."""
    entry = shipped_for(app)
    return PLAIN if entry is None else entry.profile
