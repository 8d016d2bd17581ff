"""Print how the pairs of the table are judged: `python -m tests.summarizer.near.report`."""

from __future__ import annotations

from collections import Counter

from summarizer.near import compare
from tests.summarizer.near.pairs import Pair, digest_of, pairs


def main() -> None:
    """One line a group; then recall, false merges and every copy missed."""
    judged = [(pair, compare(digest_of(pair.new), digest_of(pair.kept))) for pair in pairs()]
    counts = Counter((pair.group, verdict) for pair, verdict in judged)
    print(f"{'':<28} pairs  same  related  different")
    for group, total in Counter(pair.group for pair in pairs()).items():
        same, related, different = (counts[group, v] for v in ("same", "related", "different"))
        print(f"{group:<28} {total:>5} {same:>5} {related:>8} {different:>10}")
    copies = [verdict for pair, verdict in judged if pair.is_copy]
    print(f"\n{len(judged)} pairs; of {len(copies)} copies {copies.count('same')} called the same;")
    wrong = [pair for pair, verdict in judged if verdict not in pair.allowed]
    print(f"{len(wrong)} of the {len(judged) - len(copies)} others judged wrongly")
    for pair, verdict in judged:
        if verdict not in pair.allowed or (pair.is_copy and verdict != "same"):
            print(_told(pair, verdict))


def _told(pair: Pair, verdict: str) -> str:
    return f"  {pair.group}, {pair.name}: {verdict}"


if __name__ == "__main__":
    main()
