"""`make messages`: catalogues are complete, not fuzzy, used, and have the same {names} everywhere."""

from __future__ import annotations

import re
import sys

from knowledge.catalogues import catalogue_paths, compile_stale, fuzzy_in, messages_of
from knowledge.settings import PROJECT_DIR

_FIELD = re.compile(r"\{(\w+)\}")
_CODE = ("knowledge/**/*.py", "actions/*.py", "nlu/*.py", "web/**/*.py", "web/static/*.js", "web/frontend/src/*.js",
         "web/templates/*.html", "bot/domain/*.yml", "knowledge/content/constants.yaml", "knowledge/content/articles/*/*/article.yaml")  # fmt: skip
_MADE_FROM_DATA = ("unit.", "error.")


def problems() -> list[str]:
    """What is wrong, each with its mending."""
    catalogues = {path.parent.parent.name: messages_of(path) for path in catalogue_paths(PROJECT_DIR / "locales")}
    source = catalogues["nb"]
    found = []
    for locale, messages in catalogues.items():
        found += [f"{locale}: {key} is missing; add it" for key in source.keys() - messages.keys()]
        found += [f"{locale}: {key} is not in nb; remove it" for key in messages.keys() - source.keys()]
        found += [f"{locale}: {key} is empty; translate it" for key, text in messages.items() if not text.strip()]
        for key in source.keys() & messages.keys():
            if set(_FIELD.findall(source[key])) != set(_FIELD.findall(messages[key])):
                found.append(f"{locale}: {key} has other names in braces than nb")
    for path in catalogue_paths(PROJECT_DIR / "locales"):
        found += [f"{path}: {key} is fuzzy; read it and take the mark off" for key in fuzzy_in(path)]
    return found + _unused(source)


def _unused(source: dict[str, str]) -> list[str]:
    code = "\n".join(path.read_text("utf-8") for pattern in _CODE for path in PROJECT_DIR.glob(pattern))
    return [
        f"nb: {key} is used nowhere; remove it from all catalogues"
        for key in source
        if key not in code and not key.startswith(_MADE_FROM_DATA)
    ]


def main() -> int:
    """Print problems; 1 when there are any."""
    compile_stale(PROJECT_DIR / "locales")
    found = problems()
    print("\n".join(found) if found else "catalogues: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
