"""Print the speed of the digest against its bounds, all in one run: `make bench`.

The articles are the project's own (`tests/gold`). CPU time of this process: of each
article the median of several rounds, in which the digest and its peers take turns, so
that a busy machine slows all alike. The exit code is 1 when a bound is broken.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from summarizer.digest import make_digest
from summarizer.reading.text import read_text

GOLD = Path("tests/gold")


class Line(NamedTuple):
    """A measure and the bound it must keep; without a bound it is told for the record."""

    name: str
    value: float
    unit: str = ""
    most: float | None = None
    least: float | None = None

    def is_kept(self) -> bool:
        """Tell whether the value keeps its bound."""
        low = self.least is None or self.value >= self.least
        return low and (self.most is None or self.value <= self.most)

    def bound(self) -> str:
        """The bound in words."""
        if self.most is not None:
            return f"at most {self.most:g}"
        return f"at least {self.least:g}" if self.least is not None else ""


def main() -> int:
    """Measure, print one table, return the exit code."""
    texts = [path.read_bytes().decode() for path in sorted(GOLD.glob("*.txt"))]
    lines = [*against_peers(texts), growth(texts), *start(), memory(texts), *workers()]
    width = max(len(line.name) for line in lines)
    for line in lines:
        verdict = ("ok" if line.is_kept() else "over") if line.bound() else ""
        value = f"{line.value:.3g} {line.unit}".strip()
        print(f"{line.name:<{width}}  {value:>8}  {line.bound():<14}  {verdict}".rstrip())
    return 0 if all(line.is_kept() for line in lines) else 1


def against_peers(texts: list[str]) -> list[Line]:
    """Whole digest against word segmentation, entity recognition and LexRank."""
    from underthesea import ner, word_tokenize

    from tests.bench.lexrank import lexrank

    def digest(text: str) -> None:
        make_digest(read_text(text))

    def entities(text: str) -> None:
        for line in filter(str.strip, text.split("\n")):  # quadratic in length: by paragraph
            ner(line)

    peers = {"digest": digest, "word_tokenize": word_tokenize, "ner": entities, "lexrank": lexrank}
    spent = by_turns(peers, texts, rounds=3)
    whole = {name: sum(times) for name, times in spent.items()}
    return [
        Line("median article, digest", statistics.median(spent["digest"]) * 1e3, "ms"),
        Line("digest / word_tokenize", whole["digest"] / whole["word_tokenize"], most=0.5),
        Line("digest / ner", whole["digest"] / whole["ner"], most=0.033),
        Line("digest / lexrank", whole["digest"] / whole["lexrank"], most=1.5),
    ]


def by_turns(
    works: Mapping[str, Callable[[str], object]], texts: list[str], *, rounds: int
) -> dict[str, list[float]]:
    """Of each work the median CPU seconds on each text, after a round that warms up."""
    times: dict[str, list[list[float]]] = {name: [[] for _ in texts] for name in works}
    for number in range(rounds + 1):
        for place, text in enumerate(texts):
            for name, work in works.items():
                spent = cpu(work, text)
                if number:
                    times[name][place].append(spent)
    return {name: [statistics.median(each) for each in spent] for name, spent in times.items()}


def cpu(work: Callable[[str], object], text: str) -> float:
    """CPU seconds of one call."""
    begin = time.process_time()
    work(text)
    return time.process_time() - begin


def growth(texts: list[str]) -> Line:
    """Cost a letter of 1 MB of text against 64 kB of it, the best of some rounds each."""
    whole = "\n\n".join(texts)
    costs = []
    for size, rounds in ((64_000, 5), (1_000_000, 2)):
        text = (whole * (size // len(whole) + 1))[:size]
        best = min(cpu(lambda text: make_digest(read_text(text)), text) for _ in range(rounds))
        costs.append(best / size)
    return Line("a letter of 1 MB / of 64 kB", costs[1] / costs[0], most=1.2)


def start() -> list[Line]:
    """Seconds of `main.py --help`, and how often importing the digest loads underthesea."""
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "main.py", "--help"], check=True, capture_output=True)
        times.append(time.perf_counter() - begin)
    check = "import sys, summarizer.digest; print(int('underthesea' in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", check], check=True, capture_output=True)
    return [
        Line("main.py --help", statistics.median(times), "s", most=0.3),
        Line("import of the digest loads underthesea", int(loaded.stdout), most=0),
    ]


def memory(texts: list[str]) -> Line:
    """Highest resident memory of a process of its own that reads 1,000 articles (Linux)."""
    script = (
        "import json, sys\n"
        "from pathlib import Path\n"
        "from summarizer.digest import make_digest\n"
        "from summarizer.reading.text import read_text\n"
        "texts = json.load(sys.stdin)\n"
        "for n in range(1000): make_digest(read_text(texts[n % len(texts)]))\n"
        "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        input=json.dumps(texts).encode(),
    )
    return Line("memory after 1,000 articles", int(done.stdout) / 1024, "MB", most=200)


def workers() -> list[Line]:
    """What a second worker gains, against what it gains a bare arithmetic loop; by turns."""
    sources = [str(path) for path in sorted(GOLD.glob("*.txt"))] * 40  # long beside the start

    def digests(count: int) -> list[str]:
        return [sys.executable, "main.py", "digest", "--jsonl", "--workers", str(count), *sources]

    loop = (
        "import sys\nfrom concurrent.futures import ProcessPoolExecutor\n"
        "def spin(n):\n x = 0\n for i in range(n): x += i * i\n return x\n"
        "if __name__ == '__main__':\n"
        " with ProcessPoolExecutor(int(sys.argv[1])) as pool:\n"
        "  list(pool.map(spin, [400_000] * 80))\n"
    )

    def arithmetic(count: int) -> list[str]:
        return [sys.executable, "-c", loop, str(count)]

    commands = (digests(1), digests(2), arithmetic(1), arithmetic(2))
    rounds = [[wall(command) for command in commands] for _ in range(3)]
    alone, shared, bare_alone, bare_shared = map(min, zip(*rounds, strict=True))
    digest, bare = alone / shared, bare_alone / bare_shared
    return [
        Line("two workers gain, digests", digest),
        Line("two workers gain, arithmetic", bare),
        Line("digests / arithmetic", digest / bare, least=0.9),
    ]


def wall(command: list[str]) -> float:
    """Seconds of a command."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
