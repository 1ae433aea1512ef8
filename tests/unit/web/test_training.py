"""The model is trained again when, and only when, something it learns from has changed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from knowledge.library import Library
from knowledge.settings import Settings
from web import training
from web.training import TrainingFailed, ensure_model, process_environment

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one file of each folder that training reads."""
    for name in (
        "bot/config.yml",
        "bot/data/nlu/nb.yml",
        "nlu/component.py",
        "nlu/words/nb.yaml",
        "nlu/__pycache__/x.pyc",
    ):
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: 1\n")
    monkeypatch.setattr(training, "PROJECT_DIR", tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def local(content: Path, tmp_path: Path) -> Settings:
    return Settings(content_dir=content, var_dir=tmp_path / "var")


def _digest(settings: Settings) -> str:
    return training._digest(settings, Library.read(settings.content_dir))


@pytest.mark.parametrize("name", ["bot/config.yml", "bot/data/nlu/nb.yml", "nlu/component.py", "nlu/words/nb.yaml"])
def test_a_changed_file_of_the_bot_changes_the_digest(project: Path, local: Settings, name: str) -> None:
    before = _digest(local)
    assert _digest(local) == before
    (project / name).write_text("a: 2\n")
    assert _digest(local) != before


def test_a_file_more_or_less_or_renamed_changes_the_digest(project: Path, local: Settings) -> None:
    digests = [_digest(local)]
    (project / "bot/data/nlu/en.yml").write_text("a: 1\n")
    digests.append(_digest(local))
    (project / "bot/data/nlu/en.yml").rename(project / "bot/data/nlu/uk.yml")
    digests.append(_digest(local))
    assert len(set(digests)) == 3


def test_what_training_does_not_read_changes_nothing(project: Path, local: Settings) -> None:
    before = _digest(local)
    (project / "nlu/__pycache__/x.pyc").write_text("changed")
    (project / "README.md").write_text("changed")
    assert _digest(local) == before


def test_sample_questions_and_off_topic_sentences_count_and_answers_do_not(
    project: Path, local: Settings, edit: Edit
) -> None:
    before = _digest(local)
    edit("articles/tenancy/mould/nb.md", "1. Ta bilder.", "1. Ta mange bilder.")
    assert _digest(local) == before
    edit("articles/tenancy/mould/nb.md", "det er mugg på badet", "det er mye mugg på badet")
    after = _digest(local)
    assert after != before
    edit("off_topic/nb.yaml", "en god film", "en god bok")
    assert _digest(local) != after


def test_another_encoder_needs_another_model(project: Path, local: Settings) -> None:
    assert _digest(local) != _digest(replace(local, encoder="other"))


def test_a_model_that_is_there_is_used(local: Settings, sample: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("nothing is to be trained"))
    local.models_dir.mkdir(parents=True)
    model = local.models_dir / f"bovett-{training._digest(local, sample)}.tar.gz"
    model.touch()
    assert ensure_model(local, sample) == (model, False)


def test_a_stale_model_is_replaced(local: Settings, sample: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """`rasa train` is not started here: what it is given and what is done after is looked at."""
    commands: list[list[str]] = []

    def train(command: list[str], **_: Any) -> SimpleNamespace:
        commands.append(command)
        name = command[command.index("--fixed-model-name") + 1]
        (local.models_dir / f"{name}.tar.gz").touch()
        return SimpleNamespace(returncode=0, stdout="", stderr="")

    monkeypatch.setattr(subprocess, "run", train)
    local.models_dir.mkdir(parents=True)
    (local.models_dir / "bovett-old.tar.gz").touch()
    model, trained = ensure_model(local, sample)
    assert trained
    assert list(local.models_dir.iterdir()) == [model]
    assert commands[0][1:4] == ["-m", "rasa", "train"]
    examples = yaml.safe_load((local.var_dir / "training" / "nlu.yml").read_text("utf-8"))
    assert [row["intent"] for row in examples["nlu"]] == ["ask_rights", "out_of_scope"]
    assert "- hvor stort depositum kan utleier kreve\n" in examples["nlu"][0]["examples"]
    assert "han slår meg" not in examples["nlu"][0]["examples"], "danger is never left to the classifier"


def test_a_training_that_fails_keeps_the_old_model_and_says_why(
    local: Settings, sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = SimpleNamespace(returncode=1, stdout="x" * 9000, stderr="no such pipeline")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: failed)
    local.models_dir.mkdir(parents=True)
    (local.models_dir / "bovett-old.tar.gz").touch()
    with pytest.raises(TrainingFailed, match="no such pipeline"):
        ensure_model(local, sample)
    assert (local.models_dir / "bovett-old.tar.gz").exists()


def test_marks_of_rasas_training_files_are_taken_out_of_sentences() -> None:
    assert training._examples(["a [b](c) {d} `e`\n f"]) == "- a (b)(c) (d) 'e' f\n"


def test_our_processes_read_the_same_settings_and_tell_nobody(local: Settings) -> None:
    environment = process_environment(local)
    assert Settings.from_env(environment) == local
    assert environment["RASA_TELEMETRY_ENABLED"] == "false"
    assert environment["HF_HUB_OFFLINE"] == "1"
    assert environment["BOVETT_ACTIONS_WEBHOOK"] == f"{local.actions_url}/webhook"
