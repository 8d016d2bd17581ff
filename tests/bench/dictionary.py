"""Train a dictionary for packing on the project's own articles: `python -m tests.bench.dictionary FILE`.

A database is read by the dictionaries that it was packed with, so a trained one is never
written over: a better one gets the next number, and `storage/packing.py` both.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import zstandard
from msgspec.structs import replace

from summarizer.digest import make_digest
from summarizer.reading.text import read_text

_BYTES = 64 * 1024


def main(path: Path) -> int:
    """Write the dictionary to `path`; 1 where there is such a file."""
    if path.exists():
        print(f"{path} is there already: a dictionary never changes", file=sys.stderr)
        return 1
    samples: list[bytes] = []
    for folder in ("tests/gold", "tests/apart"):
        for source in sorted(Path(folder).glob("*.txt")):
            digest = make_digest(read_text(source.read_text(encoding="utf-8")))
            article = replace(digest.article, text="")
            samples.append(msgspec.json.encode(replace(digest, article=article)))
            samples += [line.encode() for line in digest.article.text.split("\n") if line]
    path.write_bytes(zstandard.train_dictionary(_BYTES, samples).as_bytes())
    print(f"{path}: {path.stat().st_size} bytes of {len(samples)} samples")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
