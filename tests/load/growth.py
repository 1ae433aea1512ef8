"""How the search grows with the content: `.venv/bin/python -m tests.load.growth [FACTOR ...]`, part of `make bench`.

Synthetic growth: every passage is copied FACTOR times, as if there were that many more articles on other subjects. In
a copy the sentence vector is moved, and a third of the terms become other terms, so that the vocabulary grows as well.
Each part is built and asked in a process of its own, with one core, so that its memory can be told apart. Prints a row
a part and factor, and for each part the power of the factor that time and memory grow with: 1 is in step with it.

The networks learn for hours with many times the content, so above `LEARNT_AT_MOST` times only `STEPS` of learning are
timed, and `build_s` is what all of them take at that pace; memory, disk and query time are those of the full size.
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from knowledge.decision import CALIBRATION_FILE
from knowledge.index import belief_labels, classifier_labels, index_key, open_index
from knowledge.library import Library
from knowledge.passages import DETAIL
from knowledge.question_set import read_questions
from knowledge.settings import PROJECT_DIR, Settings
from knowledge.terms import phrase_terms, terms
from knowledge.topic_network import Examples, TopicNetwork, steps_of
from tests.service import built_dir

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FACTORS = (1, 4, 50)
LEARNT_AT_MOST = 1
ROOM_FOR = {"topics": 16}  # a part and the factor above which its learning does not fit in 23 GB
STEPS = 200
ASKED = 200
_MOVED = 0.6  # length of the random vector added to a unit vector: a copy is as like its original as two topics are
_RENAMED = 3  # every third term
Figures = dict[str, float]


def main() -> int:
    """Measure every part at every factor, print and write var/growth.json."""
    factors = [int(argument) for argument in sys.argv[1:]] or list(FACTORS)
    table: dict[str, dict[int, Figures]] = {}
    for name in PARTS:
        rows = table[name] = {}
        for factor in sorted({min(factor, ROOM_FOR.get(name, factor)) for factor in factors}):
            rows[factor] = _in_a_process(name, factor)
            shown = "  ".join(f"{key} {value:g}" for key, value in rows[factor].items())
            print(f"{name:12} {factor:3}x  {shown}", flush=True)
        print(f"{name:12} grows with the power  {_powers(rows)}", flush=True)
    (built_dir() / "growth.json").write_text(json.dumps(table, indent=1), "utf-8")
    return 0


def _powers(rows: dict[int, Figures]) -> dict[str, float]:
    few, many = min(rows), max(rows)
    if few == many:
        return {}
    return {
        key: round(math.log(rows[many][key] / rows[few][key]) / math.log(many / few), 2)
        for key in rows[few]
        if rows[few][key] > 0 and rows[many][key] > 0
    }


def _in_a_process(name: str, factor: int) -> Figures:
    told = subprocess.run(
        [sys.executable, "-m", "tests.load.growth", "--part", name, str(factor)],
        cwd=PROJECT_DIR,
        capture_output=True,
        text=True,
        check=False,
        timeout=3600,
    )
    if told.returncode:
        raise SystemExit(f"{name} at {factor}x failed:\n{told.stderr}")
    figures: Figures = json.loads(told.stdout.splitlines()[-1])
    return figures


class Content:
    """The real index, from which the copies are made."""

    def __init__(self, factor: int) -> None:
        settings = Settings(var_dir=built_dir())
        library = Library.read(settings.content_dir)
        self.factor = factor
        self.index = open_index(settings.index_dir / index_key(library, settings.encoder))
        self.dimension = len(self.index.dense.vector(0))
        self.questions = [q for q in read_questions(CALIBRATION_FILE.parent / "questions") if q.expect][:ASKED]

    def vectors(self) -> NDArray[np.float32]:
        """Of every passage that has one and of all its copies; shape (rows, dimension)."""
        import numpy as np

        dense = self.index.dense
        own = np.stack([dense.vector(row) for row, passage in enumerate(self.index.rows) if passage.kind != DETAIL])
        copies = np.empty((len(own) * self.factor, own.shape[1]), dtype=np.float32)
        random = np.random.default_rng(1)
        for number in range(self.factor):
            # One direction for all passages of an article, or a copy would be a cloud and no article.
            moved = own if number == 0 else own + _MOVED * _unit(random.standard_normal((1, own.shape[1])))
            copies[number * len(own) : (number + 1) * len(own)] = _unit(moved)
        return copies

    def documents(self, of: Callable[..., list[str]]) -> list[list[str]]:
        """The terms of every passage and of all its copies."""
        own = [of(row.text, row.locale, self.index.splitter) for row in self.index.rows]
        return [document if number == 0 else _renamed(document, number)
                for number in range(self.factor) for document in own]  # fmt: skip

    def labels(self) -> tuple[list[str], list[str], NDArray[Any]]:
        """What the networks learn each row as, roughly and finely, and its weight."""
        import numpy as np

        own, weights = classifier_labels(self.index.rows, 0)
        return self._of_copies(own), self._of_copies(belief_labels(self.index.rows, 0)), np.tile(weights, self.factor)

    def _of_copies(self, labels: list[str]) -> list[str]:
        return [f"{label} {number}" for number in range(self.factor) for label in labels]

    def asked_vectors(self) -> NDArray[np.float32]:
        """Vectors to ask with: near a passage each, as a question would be."""
        own = self.vectors()[:: max(1, len(self.index.rows) // ASKED)]
        return own[:ASKED]

    def asked_terms(self, of: Callable[..., list[str]]) -> list[list[str]]:
        """Terms of the development questions."""
        return [of(question.text, question.locale, self.index.splitter) for question in self.questions]


def _unit(vectors: Any) -> Any:
    import numpy as np

    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def _renamed(document: list[str], number: int) -> list[str]:
    return [sys.intern(f"{term}~{number}") if place % _RENAMED == 0 else term for place, term in enumerate(document)]


def _dense(content: Content, folder: Path) -> tuple[float, list[float]]:
    from knowledge.dense import DenseIndex

    vectors = content.vectors()
    started = time.perf_counter()
    DenseIndex.build(vectors).save(folder / "dense.faiss")
    took = time.perf_counter() - started
    opened = DenseIndex.load(folder / "dense.faiss")
    return took, _times(lambda vector: opened.nearest(vector, 40), content.asked_vectors())


def _lexical(content: Content, folder: Path) -> tuple[float, list[float]]:
    from knowledge.lexical import LexicalIndex

    documents = content.documents(terms)
    started = time.perf_counter()
    LexicalIndex.of_terms(documents).save(folder / "lexical")
    took = time.perf_counter() - started
    opened = LexicalIndex.load(folder / "lexical")
    return took, _times(opened.scores, content.asked_terms(terms))


def _topics(content: Content, folder: Path) -> tuple[float, list[float]]:
    import numpy as np

    own = content.vectors().reshape(content.factor, -1, content.dimension)
    details = np.zeros((content.factor, len(content.index.rows) - own.shape[1], content.dimension), dtype=np.float32)
    vectors = np.concatenate([own, details], axis=1).reshape(-1, content.dimension)
    del own, details  # gigabytes, at fifty times the content
    examples = Examples(vectors, content.documents(phrase_terms), *content.labels())

    def trained(steps: int | None) -> float:
        started = time.perf_counter()
        TopicNetwork.train(examples, steps).save(folder / "topics")
        return time.perf_counter() - started

    if content.factor <= LEARNT_AT_MOST:
        took = trained(None)
    else:
        begun = trained(1)
        took = begun + (trained(1 + STEPS) - begun) * steps_of(len(vectors)) / STEPS
    opened = TopicNetwork.load(folder / "topics")
    asked = list(zip(content.asked_vectors(), content.asked_terms(phrase_terms), strict=False))
    return took, _times(lambda each: opened.heads(*each), asked)


PARTS: dict[str, Callable[[Content, Path], tuple[float, list[float]]]] = {
    "dense": _dense,
    "lexical": _lexical,
    "topics": _topics,
}


def _times(ask: Callable[[Any], Any], asked: Any) -> list[float]:
    for each in asked:  # once before, so that what is mapped from disk is there
        ask(each)
    times = []
    for each in asked:
        started = time.perf_counter()
        ask(each)
        times.append((time.perf_counter() - started) * 1000)
    return times


def _measure(name: str, factor: int) -> Figures:
    content = Content(factor)
    with tempfile.TemporaryDirectory() as folder:
        took, times = PARTS[name](content, Path(folder))
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    return {
        "passages": len(content.index.rows) * factor,
        "build_s": round(took, 1),
        "disk_mb": round(size / 1024**2, 1),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "query_p50_ms": round(median(times), 2),
        "query_p95_ms": round(sorted(times)[int(len(times) * 0.95)], 2),
    }


if __name__ == "__main__":
    if sys.argv[1:2] == ["--part"]:
        print(json.dumps(_measure(sys.argv[2], int(sys.argv[3]))))
        sys.exit(0)
    sys.exit(main())
