"""The description of this API, served as JSON from the YAML beside this module."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Response, jsonify

from knowledge.yaml_file import read_mapping
from web.chat import chat


@lru_cache(maxsize=1)
def description() -> dict[str, Any]:
    """The OpenAPI document."""
    return read_mapping(Path(__file__).with_name("openapi.yaml"))


@chat.get("/openapi.json")
def serve_description() -> Response:
    """The contract, machine-readable."""
    return jsonify(description())
