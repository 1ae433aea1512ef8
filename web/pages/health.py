"""Whether the process lives, and whether each part it needs is there."""

from __future__ import annotations

import requests
from flask import Response, jsonify

from knowledge.index import index_damage, index_key
from web.desk import WebDesk, desk
from web.pages import pages


@pages.get("/health")
def health() -> Response:
    """The process answers."""
    return jsonify({"status": "ok"})


@pages.get("/ready")
def ready() -> tuple[Response, int]:
    """Every part by name; 503 when one is missing."""
    current = desk()
    parts = {
        "rasa": current.rasa.is_ready(),
        "actions": _actions_ready(current),
        "index": _index_there(current),
        "database": current.store.is_writable(),
    }
    return jsonify({"ready": all(parts.values()), "parts": parts}), 200 if all(parts.values()) else 503


def _actions_ready(current: WebDesk) -> bool:
    try:
        with requests.Session() as session:
            session.trust_env = False
            return session.get(f"{current.settings.actions_url}/health", timeout=2).ok
    except requests.RequestException:
        return False


def _index_there(current: WebDesk) -> bool:
    key = index_key(current.library, current.settings.encoder)
    return index_damage(current.settings.index_dir / key) is None
