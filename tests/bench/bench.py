"""Print the speed of the digest as ratios to its peers, all in one run: `make bench`.

The articles are the project's own (`tests/gold`). CPU time of this process, median
article of the median of several rounds; the rounds of the peers are interleaved, so
that a busy machine slows all alike.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from summarizer.digest import make_digest
from summarizer.reading.text import read_text

GOLD = Path("tests/gold")


def main() -> None:
    """Measure, then print one table."""
    texts = [path.read_bytes().decode() for path in sorted(GOLD.glob("*.txt"))]
    lines = [*against_peers(texts), *growth(texts), *start(), *memory(texts), *workers()]
    width = max(len(name) for name, _, _ in lines)
    for name, value, bound in lines:
        print(f"{name:<{width}}  {value:>10}  {bound}")


Line = tuple[str, str, str]


def against_peers(texts: list[str]) -> list[Line]:
    """Whole digest against word segmentation, entity recognition and LexRank."""
    from underthesea import ner, word_tokenize

    from tests.bench.lexrank import lexrank

    def entities(text: str) -> None:
        for line in filter(str.strip, text.split("\n")):  # quadratic in length: by paragraph
            ner(line)

    peers: dict[str, Callable[[str], object]] = {
        "digest": lambda text: make_digest(read_text(text)),
        "word_tokenize": word_tokenize,
        "ner": entities,
        "lexrank": lexrank,
    }
    spent = {name: medians(peer, texts, rounds=3) for name, peer in peers.items()}
    middle = {name: statistics.median(times) for name, times in spent.items()}
    digest = middle["digest"]
    return [
        ("median article, digest", f"{digest * 1e3:.1f} ms", ""),
        *(
            (f"digest / {peer}", f"{digest / middle[peer]:.3f}", f"at most {bound}")
            for peer, bound in (("word_tokenize", "0.5"), ("ner", "0.033"), ("lexrank", "1.5"))
        ),
    ]


def medians(work: Callable[[str], object], texts: list[str], *, rounds: int) -> list[float]:
    """Median CPU seconds of `work` on each text, after one round that warms it up."""
    times: list[list[float]] = [[] for _ in texts]
    for number in range(rounds + 1):
        for text, spent in zip(texts, times, strict=True):
            begin = time.process_time()
            work(text)
            if number:
                spent.append(time.process_time() - begin)
    return [statistics.median(spent) for spent in times]


def growth(texts: list[str]) -> list[Line]:
    """Cost a letter of 1 MB of text against 64 kB of it."""
    whole = "\n\n".join(texts)
    costs = []
    for size in (64_000, 1_000_000):
        text = (whole * (size // len(whole) + 1))[:size]
        begin = time.process_time()
        make_digest(read_text(text))
        costs.append((time.process_time() - begin) / size)
    return [("a letter of 1 MB / of 64 kB", f"{costs[1] / costs[0]:.2f}", "near 1: linear")]


def start() -> list[Line]:
    """Seconds of `main.py --help` and whether importing the digest loads underthesea."""
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "main.py", "--help"], check=True, capture_output=True)
        times.append(time.perf_counter() - begin)
    check = "import sys, summarizer.digest; print('underthesea' in sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", check], check=True, capture_output=True)
    return [
        ("main.py --help", f"{statistics.median(times):.2f} s", "at most 0.3"),
        ("import of the digest loads underthesea", loaded.stdout.decode().strip(), "False"),
    ]


def memory(texts: list[str]) -> list[Line]:
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
    return [("memory after 1,000 articles", f"{int(done.stdout) / 1024:.0f} MB", "at most 200")]


def workers() -> list[Line]:
    """What a second worker gains, against what it gains a bare arithmetic loop."""
    sources = [str(path) for path in sorted(GOLD.glob("*.txt"))] * 20

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

    digest = wall(digests(1)) / wall(digests(2))
    bare = wall(arithmetic(1)) / wall(arithmetic(2))
    return [
        ("two workers gain, digests", f"{digest:.2f}", ""),
        ("two workers gain, arithmetic", f"{bare:.2f}", ""),
        ("digests / arithmetic", f"{digest / bare:.2f}", "at least 0.9"),
    ]


def wall(command: list[str]) -> float:
    """Seconds of a command, the best of three."""
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - begin)
    return min(times)


if __name__ == "__main__":
    main()
