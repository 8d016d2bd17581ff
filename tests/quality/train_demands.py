"""Learn what each cue of a clause weighs: `python -m tests.quality.train_demands DIR...`.

Each DIR holds gold articles (`ID.txt`, `ID.json`). `--news DIR` adds press articles, of
which `marked.tsv` tells by offsets what is demanded: mostly crime, business and land,
where much sounds like an order and little is one. Without them the weights take twice
as much of such news for orders.

A clause that somebody says is an example; it is demanded where it shares half its
length with a directive of the annotation. The model is a logistic regression with an
L2 penalty over the names that `summarizer/directives/cues.py` gives. The cues of a
clause hold how the clauses before it were judged: the annotation says so while
learning, the model itself while it is measured. Printed: precision, recall and F1 a
DIR, each article judged by weights that have not seen it. Written to
`lexicon/demand_cues.tsv`, rounded: names of cues and numbers, no words of an article.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from summarizer.digest import find_facts
from summarizer.directives.clauses import span_of
from summarizer.directives.demand import hear
from summarizer.directives.judge import BASE, Judge
from summarizer.model import Span
from summarizer.reading.text import read_text

Array = np.ndarray
Example = tuple[list[str], bool]
WEIGHTS = Path("summarizer/lexicon/demand_cues.tsv")
MARKED = Path("tests/quality/marked.tsv")
HEAD = """\
# What each cue of a clause weighs for (+) and against (-) its being demanded, learned by `make train`; what each means stands in summarizer/directives/cues.py.
cue\tweight
"""
_FOLDS = 8
_PENALTY = 1.0
_STEPS = 25  # of Newton's method
_RARE = 3  # clauses: a cue seen less often is left out
_SMALL = 0.05  # so is a weight that rounds to nothing


class Lesson:
    """A gold article, what is said in it, and which of that is demanded."""

    def __init__(self, path: Path, spans: Sequence[Span]) -> None:
        """Read the article at `path`, of which `spans` are demanded."""
        self.place = path.parent
        doc, evidence, _ = find_facts(read_text(path.read_bytes().decode("utf-8")))
        self._doc = doc
        self._heard = [pair for pair in hear(doc, evidence) if pair[0].kind == "body"]
        self.total = len(spans)
        self._right = [
            any(_alike(span_of(doc, said.clause), span) for span in spans)
            for _, said in self._heard
        ]

    def examples(self, decide: Callable[[list[str]], bool] | None = None) -> list[Example]:
        """The cues of each clause and the truth; `decide` judges in place of gold."""
        judge = Judge(self._doc, [said for _, said in self._heard])
        found: list[Example] = []
        for (sentence, said), right in zip(self._heard, self._right, strict=True):
            cues = judge.weigh(sentence, said)
            judged = right if decide is None else cues is not None and decide(cues)
            judge.note(sentence, said, demanded=judged)
            if cues is not None:
                found.append((cues, right))
        return found


def gold_lessons(place: Path) -> list[Lesson]:
    """The annotated articles in a directory."""
    lessons = []
    for path in sorted(place.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        spans = [Span(*each["span"]) for each in gold["directives"]]
        lessons.append(Lesson(path.with_suffix(".txt"), spans))
    return lessons


def news_lessons(place: Path) -> list[Lesson]:
    """The articles in a directory that are marked by hand."""
    rows = (line.split("\t") for line in MARKED.read_text(encoding="utf-8").splitlines()[2:])
    return [
        Lesson(place / f"{name}.txt", [Span(*map(int, each.split("-"))) for each in marks.split()])
        for name, marks in rows
    ]


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each cue, and of being a clause at all, by Newton's method."""
    counts = Counter(cue for cues, _ in examples for cue in cues)
    names = [BASE, *sorted(cue for cue, count in counts.items() if count >= _RARE)]
    column = {name: number for number, name in enumerate(names)}
    seen: Array = np.zeros((len(examples), len(names)))
    for row, (cues, _) in enumerate(examples):
        seen[row, [0, *(column[cue] for cue in cues if cue in column)]] = 1
    truth = np.array([right for _, right in examples], dtype=float)
    penalty = np.full(len(names), _PENALTY)
    penalty[0] = 0.01
    weights: Array = np.zeros(len(names))
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (chance - truth) + penalty * weights
        bend = (seen.T * (chance * (1 - chance))) @ seen + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def rate(lessons: Sequence[Lesson]) -> dict[Path, Counter[str]]:
    """Hits, false and gold demands a directory, each article judged unseen."""
    tally: dict[Path, Counter[str]] = {}
    for fold in range(_FOLDS):
        rest = [lesson for number, lesson in enumerate(lessons) if number % _FOLDS != fold]
        decide = _decider(fit([example for lesson in rest for example in lesson.examples()]))
        for lesson in lessons[fold::_FOLDS]:
            judged = [(decide(cues), right) for cues, right in lesson.examples(decide)]
            count = tally.setdefault(lesson.place, Counter())
            count["hit"] += sum(yes and right for yes, right in judged)
            count["false"] += sum(yes and not right for yes, right in judged)
            count["gold"] += lesson.total
    return tally


def write(weights: dict[str, float]) -> None:
    """Write the weights for the product, rounded, by name."""
    rows = (
        f"{name}\t{weight:.2f}\n"
        for name, weight in weights.items()
        if name == BASE or abs(weight) >= _SMALL
    )
    WEIGHTS.write_text(HEAD + "".join(rows), encoding="utf-8")


def main(arguments: Iterable[str] | None = None) -> None:
    """Print how well demands are told from other clauses, learn from all, write."""
    parser = argparse.ArgumentParser(description="Learn the weights of the cues of a demand.")
    parser.add_argument("places", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--news", type=Path, metavar="DIR", help="articles of marked.tsv")
    parser.add_argument("--dry", action="store_true", help="measure only, write nothing")
    asked = parser.parse_args(None if arguments is None else list(arguments))
    lessons = [lesson for place in asked.places for lesson in gold_lessons(place)]
    lessons += news_lessons(asked.news) if asked.news else []
    for place, count in rate(lessons).items():
        precision = count["hit"] / max(1, count["hit"] + count["false"])
        recall = count["hit"] / max(1, count["gold"])
        f1 = 2 * count["hit"] / max(1, count["hit"] + count["false"] + count["gold"])
        print(f"{place}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}, unseen")
    if not asked.dry:
        write(fit([example for lesson in lessons for example in lesson.examples()]))


def _decider(weights: dict[str, float]) -> Callable[[list[str]], bool]:
    return lambda cues: weights[BASE] + sum(weights.get(cue, 0.0) for cue in cues) > 0


def _alike(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= max(one.end, other.end) - min(one.start, other.start)


if __name__ == "__main__":
    main()
