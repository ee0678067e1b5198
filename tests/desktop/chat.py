"""A chat as agents have it: Pidgin, a chat server on the loopback, and a buyer.

What the agent's side sends is known by what arrives at the buyer's.
"""

import socket
from typing import TYPE_CHECKING

from tests.desktop.buyer import Buyer
from tests.desktop.programs import Editor, Workplace, wait_for_text
from tests.desktop.waiting import wait_for

if TYPE_CHECKING:
    import subprocess

_HOST = "localhost"
_PASSWORD = "only-on-the-loopback"  # noqa: S105 - of a server that lives for a test


class ChatServer:
    """Prosody with two accounts, reachable on the loopback only."""

    def __init__(self, place: Workplace) -> None:
        self.port = _free_port()
        self._place = place
        self._home = place.home("prosody")
        self._program: subprocess.Popen[str] | None = None

    def start(self) -> None:
        data = self._home / "data"
        accounts = data / _HOST / "accounts"
        accounts.mkdir(parents=True)
        for user in ("agent", "buyer"):
            (accounts / f"{user}.dat").write_text(
                f'return {{ ["password"] = "{_PASSWORD}" }};\n', encoding="utf-8"
            )
        settings = self._home / "prosody.cfg.lua"
        settings.write_text(_PROSODY.format(data=data, port=self.port, host=_HOST))
        self._program = self._place.start(
            "prosody", ["prosody", "-F", "--config", str(settings)]
        )
        wait_for(self._answers, "the chat server")

    def stop(self) -> None:
        if self._program is not None:
            self._place.server.stop(self._program)

    def log_in(self, user: str) -> Buyer:
        return Buyer(self.port, user, _PASSWORD)

    def _answers(self) -> bool:
        assert self._program is not None
        assert self._program.poll() is None, (self._home / "log").read_text()
        with socket.socket() as trial:
            return trial.connect_ex(("127.0.0.1", self.port)) == 0


class Pidgin(Editor):
    """The chat client, with one conversation open; its field is the compose area."""

    name = "pidgin"

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.chat_server = ChatServer(place)
        self._settings = place.home(self.name) / ".purple"
        self.argv = ("pidgin", "--config", str(self._settings))
        self._buyer: Buyer | None = None
        self._cleared = 0

    def start(self) -> None:
        self.chat_server.start()
        self._settings.mkdir()
        for name, content in _PIDGIN.items():
            (self._settings / name).write_text(
                content.format(
                    host=_HOST, port=self.chat_server.port, password=_PASSWORD
                ),
                encoding="utf-8",
            )
        self._program = self._place.start(self.name, self.argv)
        self._buyer = self.chat_server.log_in("buyer")
        self._place.screen.wait_for_window(self.name, "Buddy List")
        self._buyer.say(f"agent@{_HOST}", "在吗？")
        self.window_id = self._place.screen.wait_for_window(self.name, "buyer")
        self._field = self._place.bus.field(self.name)

    def stop(self) -> None:
        if self._buyer is not None:
            self._buyer.close()
        super().stop()
        self.chat_server.stop()

    @property
    def buyer(self) -> Buyer:
        """The other side."""
        assert self._buyer is not None, "not started"
        return self._buyer

    def sent(self) -> list[str]:
        """Messages that arrived at the other side since `clear`."""
        return self.buyer.messages[self._cleared :]

    def wait_for_sent(self, count: int) -> list[str]:
        """Messages since `clear`, once there are `count`."""
        return self.buyer.wait_for_messages(self._cleared + count)[self._cleared :]

    def clear(self) -> None:
        self.field.set_text("")
        wait_for_text(self, "")
        self._cleared = len(self.buyer.messages)


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


_PROSODY = """
run_as_root = true
data_path = "{data}"
pidfile = "{data}/pid"
log = {{ warn = "{data}/../log" }}
plugin_paths = {{}}
modules_enabled = {{ "roster", "saslauth", "presence", "message", "iq", "disco" }}
modules_disabled = {{ "s2s", "offline", "tls" }}
interfaces = {{ "127.0.0.1" }}
c2s_ports = {{ {port} }}
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
authentication = "internal_plain"
storage = "internal"
VirtualHost "{host}"
"""

_PIDGIN = {
    "accounts.xml": """<?xml version='1.0' encoding='UTF-8' ?>
<account version='1.0'><account>
 <protocol>prpl-jabber</protocol><name>agent@{host}/desk</name>
 <password>{password}</password>
 <settings>
  <setting name='connection_security' type='string'>opportunistic_tls</setting>
  <setting name='auth_plain_in_clear' type='bool'>1</setting>
  <setting name='connect_server' type='string'>127.0.0.1</setting>
  <setting name='port' type='int'>{port}</setting>
 </settings>
 <settings ui='gtk-gaim'>
  <setting name='auto-login' type='bool'>1</setting>
 </settings>
</account></account>
""",
    "prefs.xml": """<?xml version='1.0' encoding='UTF-8' ?>
<pref version='1' name='/'>
 <pref name='purple'>
  <pref name='savedstatus'><pref name='startup_current_status' type='bool' value='0'/>
  </pref>
  <pref name='sound'><pref name='while_status' type='int' value='0'/></pref>
 </pref>
 <pref name='pidgin'>
  <pref name='sound'><pref name='method' type='string' value='none'/></pref>
  <pref name='conversations'><pref name='im'>
   <pref name='hide_new' type='string' value='never'/></pref></pref>
 </pref>
</pref>
""",
}
