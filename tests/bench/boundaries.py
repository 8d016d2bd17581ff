"""Print what asking underthesea for name boundaries costs and brings: `make bench`."""

from __future__ import annotations

import json
import time
from pathlib import Path

from summarizer.digest import find_facts
from summarizer.language import segment
from summarizer.model import Span
from summarizer.reading.text import read_text
from tests.quality.evaluate import add_article
from tests.quality.tally import Figures, Tally

ANNOTATED = (Path("tests/gold"), Path("../shared/gold/real"))
PLAIN = Path("../shared/real")  # articles without gold: only what changes can be told


def main() -> None:
    """The cost of loading, then one line for each folder that is here."""
    begin = time.process_time()
    segment("Hà Nội")
    print(f"loading underthesea, once a process, when first asked: {_since(begin):.0f} ms")
    for folder in filter(Path.is_dir, ANNOTATED):
        _compare(folder)
    if PLAIN.is_dir():
        _count(PLAIN)


class Asking:
    """`segment`, counted and timed; nothing is remembered from earlier runs."""

    def __init__(self) -> None:
        segment.cache_clear()
        self.asked: set[str] = set()
        self.spent = 0.0

    def __call__(self, sentence: str) -> tuple[Span, ...]:
        self.asked.add(sentence)
        begin = time.process_time()
        words = segment(sentence)
        self.spent += _since(begin)
        return words

    def share(self, sentences: int) -> str:
        """How many of the sentences were asked, and what that took."""
        part = f"{len(self.asked)} of {sentences} sentences asked"
        return f"{part} ({len(self.asked) / sentences:.2%}), {self.spent:.0f} ms"


def _compare(folder: Path) -> None:
    """F1 of names and offices without and with the answers."""
    asking = Asking()
    without, with_answers = Tally(), Tally()
    sentences = 0
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        sentences += len(find_facts(read_text(text))[0].sentences)
        add_article(gold, text, without, settle=None)
        add_article(gold, text, with_answers, settle=asking)
    print(f"{folder}: {asking.share(sentences)}")
    for told, tally in (("without", without), ("with", with_answers)):
        print(f"  {told:<8} {_f1(tally.figures())}")


def _count(folder: Path) -> None:
    """How many articles name somebody more often, or somebody else, for the answers."""
    asking = Asking()
    sentences = articles = changed = 0
    for path in sorted(folder.glob("*.txt")):
        article = read_text(path.read_bytes().decode("utf-8"))
        doc, evidence, _ = find_facts(article)
        sentences += len(doc.sentences)
        articles += 1
        changed += find_facts(article, asking)[1].cast != evidence.cast
    print(f"{folder}: {asking.share(sentences)}")
    print(f"  people or mentions differ in {changed} of {articles} articles")


def _f1(figures: Figures) -> str:
    return f"people F1 {figures['people.f1']:.3f}, offices F1 {figures['people.roles.f1']:.3f}"


def _since(begin: float) -> float:
    """CPU milliseconds."""
    return (time.process_time() - begin) * 1e3


if __name__ == "__main__":
    main()
