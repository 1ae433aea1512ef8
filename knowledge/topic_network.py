"""From meaning and words together to articles: a small neural network, trained from the sample questions.

The sentence vector and the terms of a question meet in one hidden layer, so that the network learns which words matter
for which meaning. Two further heads see one of the two alone, for the questions whose other half misleads. On the
development set the joint head alone puts the right article first in 0.92 of questions (words alone 0.91, multinomial
logistic regression on vectors 0.83).
A fourth head learns finer classes on the joint layer: each wrong belief of an article apart from all else about it.
Eight networks that began elsewhere are asked, and their opinions averaged: where they differ, none is sure.
"""

from __future__ import annotations

import itertools
import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

OFF_TOPIC = "-"  # the class of sentences that no article answers
# Chosen on the development set.
_HIDDEN = 300
_MEMBERS = 8
_AT_ONCE = 4  # that learn side by side, however many cores there are: each takes more than a gigabyte
_ROUNDS, _BATCH = 5, 256
_FEWEST_STEPS = 300  # of learning, for the smallest content
_RATE, _TERM_RATE, _DECAY, _WARM_UP = 2e-3, 4e-3, 1e-2, 0.1
_DROPOUT, _SMOOTHING = 0.4, 0.05
_TERMS_LEFT_OUT = 0.3  # share of a question's terms hidden while learning: another person would not have said them
_NOISE = 0.025  # added to each number of a vector while learning: what a sentence a little different would have
_VECTOR_SCALE, _TERM_SCALE = 8.0, 4.0  # unit vectors are small beside the weights a network begins with
_HEAD_SHARE = 0.5  # of the loss, for each head but the first
_SEEN_AT_LEAST = 3  # texts that hold a term, for it to count
# Examples from which starting a process costs less than it saves, and beyond which two at once need too much memory.
_WORTH_A_PROCESS, _ROOM_FOR_TWO = 20_000, 300_000
_HEADS = ("joint", "by_words", "by_vector", "finely")
_MATRICES = tuple(f"{name}{part}" for name in ("vector", *_HEADS) for part in ("", "_bias"))

Features = tuple["NDArray[np.int64]", "NDArray[np.float32]"]  # numbers of terms and how much each counts
Weights = dict[str, "NDArray[Any]"]  # "terms" and those of _MATRICES


class Heads(NamedTuple):
    """P(article) as three heads see it, and P(finer class) by the last; each sums to 1, the class OFF_TOPIC among them."""

    joint: dict[str, float]
    by_words: dict[str, float]
    by_vector: dict[str, float]
    finely: dict[str, float]


class Examples(NamedTuple):
    """What the network learns from, a row each."""

    vectors: NDArray[np.float32]  # centred, of length 1; rows of zeros where a text has none
    terms: Sequence[Sequence[str]]
    labels: Sequence[str]
    finer_labels: Sequence[str]  # classes within those of `labels`
    weights: NDArray[Any]


class TopicNetwork:
    """Weights of the networks, memory-mapped; a term's row is read only when a question holds it."""

    def __init__(
        self,
        labels: Sequence[str],
        finer_labels: Sequence[str],
        vocabulary: Sequence[str],
        rarity: NDArray[Any],
        members: Sequence[Weights],
    ) -> None:
        self.labels, self.finer_labels = list(labels), list(finer_labels)
        self._terms = _Terms(vocabulary, rarity)
        self._members = members

    @classmethod
    def train(cls, examples: Examples, most_steps: int | None = None) -> TopicNetwork:
        """Fit; articles with few examples count for more, so that none is forgotten.

        `most_steps` ends the learning early: to measure how long a step takes, the result is of no use.
        """
        from sklearn.utils.class_weight import compute_sample_weight

        labels, classes = _numbered(examples.labels)
        finer_labels, finer_classes = _numbered(examples.finer_labels)
        weights = examples.weights * np.sqrt(compute_sample_weight("balanced", list(examples.labels)))
        terms = _Terms.known_from(examples.terms)
        prepared = _Prepared(
            examples.vectors,
            [terms.features(document) for document in examples.terms],
            len(terms.vocabulary),
            classes,
            finer_classes,
            weights / weights.mean(),
        )
        return cls(labels, finer_labels, list(terms.vocabulary), terms.rarity, _all_fitted(prepared, most_steps))

    def heads(self, vector: NDArray[np.float32] | None, terms: Sequence[str]) -> Heads:
        """What each head makes of a question; without a vector all go by its words."""
        features = self._terms.features(terms)
        opinions = [_logits(member, vector, features) for member in self._members]
        # The mean of logits is, but for a constant, that of the logarithms of what each takes for likely.
        labels = (self.labels, self.labels, self.labels, self.finer_labels)
        return Heads(*(_probabilities(np.mean(head, axis=0), of) for *head, of in zip(*opinions, labels, strict=True)))

    def save(self, folder: Path) -> None:
        """Write one uncompressed .npy per array, so that loading can map memory."""
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / "rarity.npy", self._terms.rarity)
        for number, member in enumerate(self._members):
            for name, array in member.items():
                np.save(folder / f"{name}-{number}.npy", array)
        (folder / "labels.txt").write_text("\n".join(self.labels), encoding="utf-8")
        (folder / "finer_labels.txt").write_text("\n".join(self.finer_labels), encoding="utf-8")
        vocabulary = json.dumps(list(self._terms.vocabulary), ensure_ascii=False)
        (folder / "vocabulary.json").write_text(vocabulary, encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> TopicNetwork:
        """Map the arrays that `save` wrote."""
        names = ("labels.txt", "finer_labels.txt")
        labels, finer_labels = ((folder / name).read_text(encoding="utf-8").splitlines() for name in names)
        vocabulary = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
        members = [
            {name: np.load(folder / f"{name}-{number}.npy", mmap_mode="r") for name in ("terms", *_MATRICES)}
            for number in range(_MEMBERS)
        ]
        return cls(labels, finer_labels, vocabulary, np.load(folder / "rarity.npy"), members)


def _numbered(names: Sequence[str]) -> tuple[list[str], NDArray[Any]]:
    """The names in order, each once, and for each of those given its place among them."""
    found, places = np.unique(list(names), return_inverse=True)
    return list(map(str, found)), places


def _probabilities(logits: NDArray[np.float32], labels: Sequence[str]) -> dict[str, float]:
    odds = np.exp(logits - logits.max())
    odds /= odds.sum()
    return dict(zip(labels, map(float, odds), strict=True))


def _logits(
    weights: Weights, vector: NDArray[np.float32] | None, features: Features
) -> tuple[NDArray[np.float32], ...]:
    """Those of the heads, in the order of `Heads`."""
    columns, values = features
    words = _TERM_SCALE * (values @ weights["terms"][columns].astype(np.float32))

    def head(name: str, hidden: NDArray[np.float32]) -> NDArray[np.float32]:
        logits: NDArray[np.float32] = weights[name] @ hidden + weights[f"{name}_bias"]
        return logits

    by_words = head("by_words", words)
    if vector is None:
        # While learning, too, the long texts have words and no vector.
        return by_words, by_words, by_words, head("finely", np.maximum(words + weights["vector_bias"], 0.0))
    meaning = weights["vector"] @ (vector * _VECTOR_SCALE) + weights["vector_bias"]
    both = np.maximum(words + meaning, 0.0)
    return head("joint", both), by_words, head("by_vector", np.maximum(meaning, 0.0)), head("finely", both)


class _Terms:
    """Known terms and how rare each is (inverse document frequency)."""

    def __init__(self, vocabulary: Sequence[str], rarity: NDArray[Any]) -> None:
        self.vocabulary = {term: number for number, term in enumerate(vocabulary)}
        self.rarity = rarity

    @classmethod
    def known_from(cls, documents: Sequence[Sequence[str]]) -> _Terms:
        seen = Counter(term for document in documents for term in set(document))
        fewest = min(_SEEN_AT_LEAST, 1 + len(documents) // 100)  # few texts hold few terms twice
        known = sorted(term for term, count in seen.items() if count >= fewest)
        rarity = [math.log((1 + len(documents)) / (1 + seen[term])) + 1 for term in known]
        return cls(known, np.array(rarity, dtype=np.float32))

    def features(self, document: Sequence[str]) -> Features:
        """Numbers and weights of the known terms of a text; the weights have length 1 together."""
        counts = Counter(self.vocabulary[term] for term in document if term in self.vocabulary)
        columns = np.fromiter(counts, dtype=np.int64, count=len(counts))
        values = (1 + np.log(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))) * self.rarity[columns]
        return columns, (values / max(float(np.linalg.norm(values)), 1e-9)).astype(np.float32)


class _Prepared(NamedTuple):
    """The examples as the network sees them."""

    vectors: NDArray[np.float32]
    features: Sequence[Features]
    terms: int  # known in all
    classes: NDArray[Any]
    finer_classes: NDArray[Any]
    weights: NDArray[Any]


def _all_fitted(examples: _Prepared, most_steps: int | None) -> list[Weights]:
    """The networks, side by side where that pays."""
    from joblib import Parallel, delayed

    fit = delayed(_fitted)
    side_by_side = Parallel(n_jobs=at_once(len(examples.vectors)), mmap_mode="c")
    return list(side_by_side(fit(examples, seed, most_steps) for seed in range(_MEMBERS)))


def at_once(examples: int) -> int:
    """How many networks learn at a time from so many examples: one a core, or one by one where that is faster or smaller."""
    from joblib import cpu_count

    return min(cpu_count(), _AT_ONCE) if _WORTH_A_PROCESS <= examples <= _ROOM_FOR_TWO else 1


def _fitted(examples: _Prepared, seed: int, most_steps: int | None) -> Weights:
    import torch

    threads = torch.get_num_threads()
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        # Batches are too small to share out: on a busy machine two threads took three times as long as one.
        torch.set_num_threads(1)
        try:
            return _learnt(examples, seed, most_steps)
        finally:
            torch.set_num_threads(threads)


def _learnt(examples: _Prepared, seed: int, most_steps: int | None) -> Weights:
    import torch
    from torch import nn

    vectors, features, terms, classes, finer_classes, weights = examples
    rows, outputs, finer_outputs = len(vectors), int(classes.max()) + 1, int(finer_classes.max()) + 1
    embedding = nn.EmbeddingBag(max(terms, 1), _HIDDEN, mode="sum", sparse=True)
    nn.init.normal_(embedding.weight, 0, 0.05)
    meaning = nn.Linear(vectors.shape[1], _HIDDEN)
    joint, by_words, by_vector = (nn.Linear(_HIDDEN, outputs) for _ in range(3))
    finely = nn.Linear(_HIDDEN, finer_outputs)
    drop, loss_of = nn.Dropout(_DROPOUT), nn.CrossEntropyLoss(reduction="none", label_smoothing=_SMOOTHING)
    dense = [p for layer in (meaning, joint, by_words, by_vector, finely) for p in layer.parameters()]
    optimizers = [
        torch.optim.SparseAdam([embedding.weight], lr=_TERM_RATE),
        torch.optim.AdamW(dense, lr=_RATE, weight_decay=_DECAY),
    ]
    steps = steps_of(rows)
    schedules = [torch.optim.lr_scheduler.LambdaLR(each, lambda step: _pace(step / steps)) for each in optimizers]
    given, wanted, finer_wanted = torch.from_numpy(vectors), torch.from_numpy(classes), torch.from_numpy(finer_classes)
    counts, has_vector = torch.tensor(weights, dtype=torch.float32), torch.tensor(vectors.any(axis=1)).float()
    random = np.random.default_rng(seed)
    batches = (batch for _ in itertools.count() for batch in torch.randperm(rows).split(_BATCH))
    for batch in itertools.islice(batches, min(steps, most_steps or steps)):
        numbers, values, starts = map(torch.tensor, _bag([features[row] for row in batch.tolist()], random))
        words = _TERM_SCALE * embedding(numbers, starts, per_sample_weights=values)
        noisy = given[batch] + _NOISE * torch.randn(len(batch), vectors.shape[1])
        meant = meaning(_VECTOR_SCALE * noisy)
        right, both = wanted[batch], torch.relu(words + meant)
        loss = (
            loss_of(joint(drop(both)), right)
            + _HEAD_SHARE * loss_of(finely(drop(both)), finer_wanted[batch])
            + _HEAD_SHARE * loss_of(by_words(drop(words)), right)
            + _HEAD_SHARE * loss_of(by_vector(drop(torch.relu(meant))), right) * has_vector[batch]
        )
        for each in optimizers:
            each.zero_grad()
        (loss * counts[batch]).mean().backward()
        for each in (*optimizers, *schedules):
            each.step()
    matrices = [parameter.detach().numpy() for parameter in dense]
    # Half precision: a tenth of a percent of a weight decides nothing, and the table is the largest part of the index.
    return {
        "terms": embedding.weight.detach().numpy().astype(np.float16),
        **dict(zip(_MATRICES, matrices, strict=True)),
    }


def steps_of(rows: int) -> int:
    """Steps of learning for so many examples."""
    in_a_round = -(-rows // _BATCH)
    return in_a_round * max(_ROUNDS, _FEWEST_STEPS // in_a_round)


def _pace(done: float) -> float:
    """The learning rate as a share of the full one: up for a tenth of the steps, then down to nothing."""
    return min(1.0, done / _WARM_UP) * (1 - done) + 1e-3


def _bag(
    features: Sequence[Features], random: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.int64]]:
    """The terms of a batch one after the other, some left out, their weights, and where each text begins."""
    kept = [random.random(len(columns)) >= _TERMS_LEFT_OUT for columns, _ in features]
    columns = [own[keep] for (own, _), keep in zip(features, kept, strict=True)]
    values = [own[keep] for (_, own), keep in zip(features, kept, strict=True)]
    starts = np.cumsum([0, *map(len, columns[:-1])])
    return np.concatenate(columns), np.concatenate(values) / math.sqrt(1 - _TERMS_LEFT_OUT), starts
