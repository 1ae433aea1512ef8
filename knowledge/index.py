"""The search index on disk: built once per content and encoder, loaded by memory map.

Folder `<var>/index/<key>/` holds `dense.faiss`, `lexical/`, `topics/`, `claims/`, `guides.npz`, `rows.json` and `meta.json`,
which lists every file with its size, so that a damaged folder is noticed without reading it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge import nynorsk
from knowledge.centring import Centring
from knowledge.claims import ClaimDetector, claim_terms
from knowledge.compounds import CompoundSplitter
from knowledge.dense import DenseIndex
from knowledge.encoder import PASSAGE, QUERY, Encoder
from knowledge.errors import IndexMissing
from knowledge.guides.finder import GuideFinder, asks_of
from knowledge.languages import Languages
from knowledge.lexical import LexicalIndex
from knowledge.library import Library
from knowledge.nynorsk import as_bokmal
from knowledge.off_topic import read_off_topic
from knowledge.passages import BODY, DETAIL, MYTH, QUESTION, Passage, belief_label, passages
from knowledge.terms import phrase_terms, words
from knowledge.topic_network import OFF_TOPIC, Examples, TopicNetwork

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Raise when passages, terms or files change shape, so that old folders are rebuilt.
_FORMAT = 15
_BODY_WEIGHT = 0.3  # of a paragraph beside a sample question when the classifiers learn


@dataclass(frozen=True)
class SearchIndex:
    """Everything a search needs, opened."""

    rows: list[Passage]
    dense: DenseIndex
    lexical: LexicalIndex
    centring: Centring
    topics: TopicNetwork
    claims: ClaimDetector
    guides: GuideFinder
    splitter: CompoundSplitter
    meta: dict[str, Any]


def index_key(library: Library, encoder_name: str) -> str:
    """The folder name of the index that fits this content and encoder."""
    return hashlib.sha256(f"{_FORMAT}|{encoder_name}|{nynorsk.digest()}|{library.digest}".encode()).hexdigest()[:16]


def ensure_index(library: Library, encoder_name: str, index_dir: Path, open_encoder: Any) -> tuple[Path, bool]:
    """Build the index unless it is there whole; returns its folder and whether it was built now.

    `open_encoder` is called only when a build is needed, since opening takes seconds.
    """
    folder = index_dir / index_key(library, encoder_name)
    if index_damage(folder) is None:
        return folder, False
    build_index(library, open_encoder(), folder)
    _drop_old(index_dir, keep=folder)
    return folder, True


def build_index(library: Library, encoder: Encoder, folder: Path) -> None:
    """Build into a temporary folder and move it into place, so that a crash leaves no half index."""
    # Details last: they have no vector, so a row of the dense index is the same row here.
    rows = sorted(passages(library), key=lambda row: row.kind == DETAIL)
    off_topic = read_off_topic(library)
    folder.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".building-"))
    try:
        centring = _build_parts(rows, off_topic, encoder, library.languages, scratch)
        _build_guides(library, encoder, centring, scratch)
        (scratch / "rows.json").write_text(json.dumps([asdict(row) for row in rows], ensure_ascii=False), "utf-8")
        meta = {
            "format": _FORMAT,
            "encoder": encoder.name,
            "content": library.digest,
            "rows": len(rows),
            "built": datetime.now(timezone.utc).isoformat(timespec="seconds"),
            "files": _sizes(scratch),
        }
        (scratch / "meta.json").write_text(json.dumps(meta, indent=1), "utf-8")
        if folder.exists():
            shutil.rmtree(folder)
        os.replace(scratch, folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _build_parts(
    rows: list[Passage], off_topic: list[tuple[str, str]], encoder: Encoder, languages: Languages, folder: Path
) -> Centring:
    import numpy as np

    dense = [row for row in rows if row.kind != DETAIL]
    locales = [row.locale for row in dense] + [locale for locale, _ in off_topic]
    vectors = _vectors(encoder, dense)
    if off_topic:
        vectors = np.vstack([vectors, encoder.encode([as_bokmal(text, locale) for locale, text in off_topic], QUERY)])
    is_question = [i for i in range(len(vectors)) if i >= len(dense) or dense[i].kind != BODY]
    centring = Centring.fit(vectors[is_question], [locales[i] for i in is_question])
    vectors = centring.apply(vectors, locales)
    centring.save(folder / "centring.npz")
    DenseIndex.build(vectors).save(folder / "dense.faiss")
    splitter = _splitter(rows)
    LexicalIndex.build(rows, splitter).save(folder / "lexical")
    said = [i for i, row in enumerate(dense) if row.kind in (MYTH, QUESTION)]
    ClaimDetector.train(
        vectors[said],
        [claim_terms(dense[i].text, dense[i].locale, languages) for i in said],
        [dense[i].kind == MYTH for i in said],
    ).save(folder / "claims")
    texts = [(row.text, row.locale) for row in rows] + [(text, locale) for locale, text in off_topic]
    terms = [phrase_terms(text, locale, splitter) for text, locale in texts]
    labels, weights = classifier_labels(rows, len(off_topic))
    finer_labels = belief_labels(rows, len(off_topic))
    details = np.zeros((len(rows) - len(dense), vectors.shape[1]), dtype=np.float32)  # they stand after the dense rows
    with_details = np.vstack([vectors[: len(dense)], details, vectors[len(dense) :]])
    TopicNetwork.train(Examples(with_details, terms, labels, finer_labels, weights)).save(folder / "topics")
    return centring


def _build_guides(library: Library, encoder: Encoder, centring: Centring, folder: Path) -> None:
    import numpy as np

    asks = asks_of(library.guides.values())
    vectors = np.empty((0, 0), dtype=np.float32)
    if asks:
        texts = [as_bokmal(text, locale) for _, locale, text in asks]
        vectors = centring.apply(encoder.encode(texts, QUERY), [locale for _, locale, _ in asks])
    GuideFinder([guide for guide, _, _ in asks], vectors).save(folder / "guides.npz")


def classifier_labels(rows: list[Passage], off_topic: int) -> tuple[list[str], NDArray[Any]]:
    """What each row, and each off-topic sentence after them, is an example of, and how much it counts."""
    import numpy as np

    labels = [row.article_id for row in rows] + [OFF_TOPIC] * off_topic
    weights = [_BODY_WEIGHT if row.kind in (BODY, DETAIL) else 1.0 for row in rows] + [1.0] * off_topic
    return labels, np.array(weights)


def belief_labels(rows: list[Passage], off_topic: int) -> list[str]:
    """As `classifier_labels`, but each wrong belief is a class of its own, apart from all else that is said of its article."""
    labels = [row.article_id if row.belief is None else belief_label(row.article_id, row.belief) for row in rows]
    return labels + [OFF_TOPIC] * off_topic


def index_damage(folder: Path) -> str | None:
    """What keeps a folder from being a whole index, or None; looks only at the size of each file, so every turn can ask."""
    try:
        sizes = json.loads((folder / "meta.json").read_text("utf-8"))["files"]
        wrong = [name for name, size in sizes.items() if os.path.getsize(f"{folder}/{name}") != size]
    except OSError as error:
        return f"{error.filename}: {error.strerror}"
    except (ValueError, LookupError, TypeError, AttributeError):
        return "meta.json is not readable"
    return f"not as they were built: {', '.join(wrong)}" if wrong else None


def _sizes(folder: Path) -> dict[str, int]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in files}


def open_index(folder: Path) -> SearchIndex:
    """Open a built index; raises IndexMissing when any part is missing or damaged."""
    if damage := index_damage(folder):
        raise IndexMissing(f"the index in {folder} cannot be opened ({damage}); run `bovett index`")
    try:
        rows = [Passage(**row) for row in json.loads((folder / "rows.json").read_text("utf-8"))]
        return SearchIndex(
            rows=rows,
            dense=DenseIndex.load(folder / "dense.faiss"),
            lexical=LexicalIndex.load(folder / "lexical"),
            centring=Centring.load(folder / "centring.npz"),
            topics=TopicNetwork.load(folder / "topics"),
            claims=ClaimDetector.load(folder / "claims"),
            guides=GuideFinder.load(folder / "guides.npz"),
            splitter=_splitter(rows),
            meta=json.loads((folder / "meta.json").read_text("utf-8")),
        )
    except Exception as error:  # a wrong byte in a header makes the libraries raise anything, TokenError among it
        raise IndexMissing(f"the index in {folder} cannot be opened ({error}); run `bovett index`") from error


def _vectors(encoder: Encoder, rows: list[Passage]) -> NDArray[np.float32]:
    import numpy as np

    # e5 compares question with question best when both carry the query prefix, and question with text across prefixes.
    questions = [i for i, row in enumerate(rows) if row.kind != BODY]
    bodies = [i for i, row in enumerate(rows) if row.kind == BODY]
    encoded_questions = encoder.encode([as_bokmal(rows[i].text, rows[i].locale) for i in questions], QUERY)
    vectors = np.empty((len(rows), encoded_questions.shape[1]), dtype=np.float32)
    vectors[questions] = encoded_questions
    if bodies:
        vectors[bodies] = encoder.encode([as_bokmal(rows[i].text, rows[i].locale) for i in bodies], PASSAGE)
    return vectors


def _splitter(rows: list[Passage]) -> CompoundSplitter:
    return CompoundSplitter(
        word for row in rows if row.locale in ("nb", "nn") for word in words(as_bokmal(row.text, row.locale))
    )


def _drop_old(index_dir: Path, keep: Path) -> None:
    """Keep the newest other index for running servers; remove the rest."""
    others = [path for path in index_dir.iterdir() if path.is_dir() and path != keep and not path.name.startswith(".")]
    for path in sorted(others, key=lambda item: item.stat().st_mtime)[:-1]:
        shutil.rmtree(path, ignore_errors=True)
