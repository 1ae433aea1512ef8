"""Builds of the widget, kept for pages that name them by their hash."""

from __future__ import annotations

import base64
import hashlib
import os
from pathlib import Path

import pytest

from web.widget_builds import KEPT, Build, WidgetBuilds, WidgetMissing


@pytest.fixture
def builds(tmp_path: Path) -> WidgetBuilds:
    (tmp_path / "widget.js").write_text("first")
    return WidgetBuilds(tmp_path / "kept", tmp_path / "widget.js")


def _made(builds: WidgetBuilds, script: str) -> Build:
    builds.script.write_text(script)
    return builds.keep()


def test_a_build_is_named_by_what_it_holds() -> None:
    build = Build(b"alert(1)")
    assert build.path == f"/widget-{hashlib.sha256(b'alert(1)').hexdigest()[:16]}.js"
    kind, _, digest = build.integrity.partition("-")
    assert (kind, base64.b64decode(digest)) == ("sha384", hashlib.sha384(b"alert(1)").digest())


def test_the_newest_build_is_kept_beside_those_before(builds: WidgetBuilds) -> None:
    made = [_made(builds, script) for script in ("first", "second", "second")]
    assert made[0] != made[1] == made[2]
    for build, script in zip(made, ("first", "second", "second"), strict=True):
        file = builds.find(build.name)
        assert file is not None
        assert file.read_text() == script
    assert len(list(builds.folder.iterdir())) == 2, "and nothing half written"


def test_the_oldest_go_and_one_that_is_built_again_stays(builds: WidgetBuilds) -> None:
    made = []
    for number in range(KEPT + 1):
        made.append(_made(builds, f"build {number}"))
        file = builds.find(made[-1].name)
        assert file
        os.utime(file, (1_000_000_000 + number, 1_000_000_000 + number))
    assert [number for number, build in enumerate(made) if not builds.find(build.name)] == [0]
    _made(builds, "build 1")
    _made(builds, "one more")
    assert [number for number, build in enumerate(made) if not builds.find(build.name)] == [0, 2]


@pytest.mark.parametrize("name", ["0" * 16, "", "../widget", "A" * 16, "0" * 15, "0" * 17])
def test_what_is_no_build_is_not_found(builds: WidgetBuilds, name: str) -> None:
    builds.keep()
    assert builds.find(name) is None


def test_a_widget_that_is_not_built_is_told(tmp_path: Path) -> None:
    with pytest.raises(WidgetMissing, match="run `make frontend`"):
        WidgetBuilds(tmp_path, tmp_path / "widget.js").keep()
