"""Reading YAML so that a mistake is reported with file and line, and duplicate keys are errors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from knowledge.errors import ContentError

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _StrictLoader(_Base):
    """Safe loader that refuses a key given twice."""


def _mapping_without_duplicates(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    seen = set()
    for key_node, _ in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            problem = "a key must be plain text; put quotes around a value that begins with { or ["
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=key_node.start_mark)
        key = loader.construct_object(key_node)
        if key in seen:
            raise yaml.MarkedYAMLError(problem=f"the key {key!r} is given twice", problem_mark=key_node.start_mark)
        seen.add(key)
    return dict(loader.construct_pairs(node, deep=True))


def _date(loader: Any, node: yaml.ScalarNode) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        problem = f"{node.value!r} is no date ({error})"
        raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark) from error


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_without_duplicates)
_StrictLoader.add_constructor("tag:yaml.org,2002:timestamp", _date)


def parse_yaml(text: str, path: Path, first_line: int = 1) -> Any:
    """Parse YAML text that stands in `path` from line `first_line` on; raise ContentError with the line."""
    try:
        return yaml.load(text, Loader=_StrictLoader)  # noqa: S506 - a SafeLoader subclass
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + first_line if error.problem_mark else first_line
        raise ContentError(path, f"not readable as YAML: {error.problem}", line) from error
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + first_line
        raise ContentError(path, f"not readable as YAML: {error.reason}", line) from error


def read_yaml(path: Path) -> Any:
    """The content of a YAML file; raises ContentError when it is missing or broken."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ContentError(path, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ContentError(path, "is not UTF-8 text") from error
    return parse_yaml(text, path)


def read_mapping(path: Path) -> dict[str, Any]:
    """A YAML file that must hold a mapping."""
    value = read_yaml(path)
    if not isinstance(value, dict):
        raise ContentError(path, "must be a mapping (key: value)")
    return value
