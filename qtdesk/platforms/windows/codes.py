"""Windows' own numbers, under names of the trade. Source: the headers of its SDK."""

from typing import Final

# Messages.
WM_DESTROY: Final = 0x0002
WM_INPUT: Final = 0x00FF
WM_KEYFIRST: Final = 0x0100
WM_KEYDOWN: Final = 0x0100
WM_KEYUP: Final = 0x0101
WM_SYSKEYDOWN: Final = 0x0104
WM_SYSKEYUP: Final = 0x0105
WM_KEYLAST: Final = 0x0109
WM_WTSSESSION_CHANGE: Final = 0x02B1
WM_RENDERFORMAT: Final = 0x0305
WM_RENDERALLFORMATS: Final = 0x0306
WM_HOTKEY: Final = 0x0312
WM_CLIPBOARDUPDATE: Final = 0x031D
WM_APP: Final = 0x8000

WTS_CONSOLE_CONNECT: Final = 1
WTS_CONSOLE_DISCONNECT: Final = 2
WTS_REMOTE_CONNECT: Final = 3
WTS_REMOTE_DISCONNECT: Final = 4
WTS_SESSION_LOCK: Final = 7
WTS_SESSION_UNLOCK: Final = 8

# Clipboard formats that have a number instead of a name.
CF_TEXT: Final = 1
CF_BITMAP: Final = 2
CF_METAFILEPICT: Final = 3
CF_OEMTEXT: Final = 7
CF_DIB: Final = 8
CF_PALETTE: Final = 9
CF_UNICODETEXT: Final = 13
CF_ENHMETAFILE: Final = 14
CF_LOCALE: Final = 16
CF_DIBV5: Final = 17
FIRST_NAMED_FORMAT: Final = 0xC000

# Hotkeys.
MOD_ALT: Final = 0x0001
MOD_CONTROL: Final = 0x0002
MOD_SHIFT: Final = 0x0004
MOD_WIN: Final = 0x0008
MOD_NOREPEAT: Final = 0x4000
ERROR_HOTKEY_ALREADY_REGISTERED: Final = 1409

# Virtual keys.
VK_RETURN: Final = 0x0D
VK_SHIFT: Final = 0x10
VK_CONTROL: Final = 0x11
VK_MENU: Final = 0x12
VK_SPACE: Final = 0x20
VK_LWIN: Final = 0x5B
VK_RWIN: Final = 0x5C
VK_LSHIFT: Final = 0xA0
VK_RSHIFT: Final = 0xA1
VK_LCONTROL: Final = 0xA2
VK_RCONTROL: Final = 0xA3
VK_LMENU: Final = 0xA4
VK_RMENU: Final = 0xA5
VK_PACKET: Final = 0xE7
"""A character that a program types without any key of the keyboard."""
