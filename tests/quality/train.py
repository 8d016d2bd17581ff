"""Learn the weights of summary sentences: `python -m tests.quality.train DATA.jsonl`.

Each line of DATA has `title`, `text` (headline, blank line, body) and `abstract`, the
reference. The model is linear: a softmax over the sentences of an article gives each
choice its probability, and the weights maximise the expected ROUGE of the summary
after one, two and three choices (the earlier ones being those of the weights so far),
less an L2 penalty. Written to `lexicon/sentence_weights.tsv`, in the units of the
features, so that the product needs no numpy.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from summarizer.digest import find_facts
from summarizer.reading.text import read_text
from summarizer.salience import FEATURES, RELATIVE, Candidate, Said, relate, weigh_sentences
from tests.quality.rouge import rouge

Array = np.ndarray
NAMES = FEATURES + RELATIVE
WEIGHTS = Path("summarizer/lexicon/sentence_weights.tsv")
GOLD = Path("tests/gold")
BY_HAND = {  # the press does not mind these, a reader does
    "leans_alone": -1.2,  # not understood alone
    "question": -4.0,  # tells nothing
}
HEAD = """\
# Weights of summary sentences, learned by `make train`; what each measures stands in summarizer/salience.py.
feature\tweight
"""


class Lesson:
    """An article with its candidates and the reference that they are measured by."""

    def __init__(self, text: str, reference: str) -> None:
        """Read the article and measure its sentences."""
        self.text = text
        self.reference = reference
        doc, evidence, directives = find_facts(read_text(text))
        self.candidates = weigh_sentences(doc, evidence, directives)
        self._gains: dict[frozenset[int], float] = {}

    def gain(self, chosen: frozenset[int]) -> float:
        """Mean of ROUGE-1, -2 and -L of the chosen sentences, in order of the text."""
        if chosen not in self._gains:
            spans = [self.candidates[i].sentence.span for i in sorted(chosen)]
            words = " ".join(self.text[span.start : span.end] for span in spans)
            self._gains[chosen] = sum(rouge(words, self.reference)) / 3
        return self._gains[chosen]

    def features(self, chosen: tuple[int, ...]) -> tuple[list[int], Array]:
        """The candidates left and their features, one row each."""
        said = Said()
        for index in chosen:
            said = said.with_sentence(self.candidates[index])
        left = [i for i in range(len(self.candidates)) if i not in chosen]
        rows = [_row(self.candidates[i], said) for i in left]
        return left, np.array(rows, dtype=float)


def _row(candidate: Candidate, said: Said) -> tuple[float, ...]:
    return (*candidate.features, *relate(candidate, said))


def read_gold(folder: Path) -> list[Lesson]:
    """The project's own articles with the sentences of their annotators."""
    gold = [(path, json.loads(path.read_text(encoding="utf-8"))) for path in folder.glob("*.json")]
    return [
        Lesson(path.with_suffix(".txt").read_bytes().decode(), digest["reference"])
        for path, digest in sorted(gold, key=lambda pair: pair[0])
    ]


def read_lessons(path: Path) -> list[Lesson]:
    """The articles of a JSON Lines file, those with two sentences and more."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lessons = [Lesson(row["text"], row["abstract"]) for row in rows]
    return [lesson for lesson in lessons if len(lesson.candidates) > 1]


def choose(lesson: Lesson, weights: Array, size: int) -> tuple[int, ...]:
    """The sentences that the weights choose, best first."""
    chosen: tuple[int, ...] = ()
    while len(chosen) < min(size, len(lesson.candidates)):
        left, rows = lesson.features(chosen)
        chosen = (*chosen, left[int(np.argmax(rows @ weights))])
    return chosen


def states(lessons: Iterable[Lesson], weights: Array, rounds: int) -> list[tuple[Array, Array]]:
    """For each article and round: features of the candidates, gain of each."""
    found = []
    for lesson in lessons:
        chosen = choose(lesson, weights, rounds - 1)
        for size in range(rounds):
            before = chosen[:size]
            left, rows = lesson.features(before)
            if len(left) < 2:
                continue
            gains = np.array([lesson.gain(frozenset((*before, index))) for index in left])
            found.append((rows, gains))
    return found


def fit(found: list[tuple[Array, Array]], start: Array, *, penalty: float, steps: int) -> Array:
    """Weights that maximise the expected gain, by Adam; scaled features inside."""
    every = np.concatenate([rows for rows, _ in found])
    scale = every.std(axis=0) + 1e-9
    owner = np.repeat(np.arange(len(found)), [len(rows) for rows, _ in found])
    first = np.concatenate([[0], np.flatnonzero(np.diff(owner)) + 1])
    rows, gains = every / scale, np.concatenate([gain for _, gain in found])
    weights, mean, square = start * scale, np.zeros(len(NAMES)), np.zeros(len(NAMES))
    for step in range(1, steps + 1):
        rate = 0.1 * (1 - step / steps)
        score = rows @ weights
        score = np.exp(score - np.maximum.reduceat(score, first)[owner])
        chance = score / np.add.reduceat(score, first)[owner]
        expected = np.add.reduceat(chance * gains, first)
        slope = rows.T @ (chance * (gains - expected[owner])) / len(found)
        slope -= penalty * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights + rate * (mean / (1 - 0.9**step)) / (
            np.sqrt(square / (1 - 0.999**step)) + 1e-8
        )
    unscaled: Array = weights / scale
    return unscaled


def train(lessons: list[Lesson], *, rounds: int = 3, penalty: float = 1e-3) -> Array:
    """Learn: choose by the weights so far, fit, and once more."""
    weights = np.zeros(len(NAMES))
    weights[NAMES.index("early")] = 1.0
    weights[NAMES.index("headline_words")] = 3.0
    for _ in range(3):
        weights = fit(states(lessons, weights, rounds), weights, penalty=penalty, steps=500)
    for name, most in BY_HAND.items():
        weights[NAMES.index(name)] = min(most, weights[NAMES.index(name)])
    return weights


def mean_gain(lessons: list[Lesson], weights: Array, size: int) -> float:
    """Mean ROUGE of summaries of `size` sentences, in percent."""
    return 100 * float(
        np.mean([lesson.gain(frozenset(choose(lesson, weights, size))) for lesson in lessons])
    )


def main() -> None:
    """Train on summaries of the press and on the project's own; show what is gained."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--check", type=Path, help="articles to measure on, kept apart")
    parser.add_argument(
        "--official", type=int, default=400, help="how many at its end are official"
    )
    options = parser.parse_args()
    press, own = read_lessons(options.data), read_gold(GOLD)
    weights = train(press + 3 * press[-options.official :] + 4 * own)
    lines = [f"{name}\t{weight:.4f}\n" for name, weight in zip(NAMES, weights, strict=True)]
    WEIGHTS.write_text(HEAD + "".join(lines), encoding="utf-8")
    show("trained on", press, weights, size=2)
    show("own articles", own, weights, size=3)
    if options.check:
        kept = read_lessons(options.check)
        show("kept apart", kept, weights, size=2)
        show("kept apart, official", kept[-100:], weights, size=2)


def show(name: str, lessons: list[Lesson], weights: Array, *, size: int) -> None:
    """Print what a summary of `size` sentences gains, and the first sentences beside it."""
    first = np.mean([lesson.gain(frozenset(range(size))) for lesson in lessons])
    gain = mean_gain(lessons, weights, size)
    print(f"{name}: {gain:.2f}; the first {size} sentences: {100 * first:.2f}")


if __name__ == "__main__":
    main()
