"""The commands of the program."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from bot.render.contract import to_json
from summarizer.digest import make_digest
from summarizer.reading.text import read_text


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit status is 0 when all went well."""
    parser = argparse.ArgumentParser(prog="main.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    digest = commands.add_parser("digest")
    digest.add_argument("sources", nargs="+", metavar="SOURCE")
    digest.add_argument("--published", type=date.fromisoformat)
    digest.add_argument("--json", action="store_true")
    digest.add_argument("--jsonl", action="store_true")
    digest.add_argument("--manifest", type=Path)
    digest.add_argument("--sentences", type=int, default=3)
    args = parser.parse_args(argv)
    known = {}
    if args.manifest:
        for line in args.manifest.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            known[row["id"]] = row.get("published")
    for source in args.sources:
        path = Path(source)
        published = known.get(path.stem) or args.published
        if isinstance(published, str):
            published = date.fromisoformat(published)
        article = read_text(path.read_bytes().decode("utf-8"), published=published)
        body = to_json(make_digest(article, sentences=args.sentences))
        if args.jsonl:
            body = {"id": path.stem, **body}
        print(json.dumps(body, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
