"""What may be said on the command line."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from datetime import date
from typing import NoReturn

from bot import texts
from bot.account_names import is_account_name
from bot.manifest import read_day
from bot.texts import accounts, export
from bot.texts import upkeep as words


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Stop with exit status 2."""
        program = self.prog.split()[0]
        self.exit(2, f"{program}: {message}\n{texts.SEE_HELP.format(program=program)}\n")


def parse_arguments(argv: list[str] | None) -> argparse.Namespace:
    """The command in `command`, what was said to it beside."""
    parser = Parser(prog="main.py", description=texts.PROGRAM)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _digest(commands.add_parser("digest", help=texts.HELP_DIGEST, description=texts.HELP_DIGEST))
    _explain(
        commands.add_parser("explain", help=texts.HELP_EXPLAIN, description=texts.HELP_EXPLAIN)
    )
    _evaluate(
        commands.add_parser("evaluate", help=texts.HELP_EVALUATE, description=texts.HELP_EVALUATE)
    )
    _keep(commands.add_parser("keep", help=texts.HELP_KEEP, description=texts.HELP_KEEP))
    _find(commands.add_parser("find", help=texts.HELP_FIND, description=texts.HELP_FIND))
    commands.add_parser("check", help=texts.HELP_CHECK, description=texts.HELP_CHECK)
    _corrections(
        commands.add_parser(
            "corrections", help=texts.HELP_CORRECTIONS, description=texts.HELP_CORRECTIONS
        )
    )
    commands.add_parser("run", help=texts.HELP_RUN, description=texts.HELP_RUN)
    _export(commands.add_parser("export", help=export.HELP, description=export.HELP))
    _backup(commands.add_parser("backup", help=words.HELP_BACKUP, description=words.HELP_BACKUP))
    _restore(
        commands.add_parser("restore", help=words.HELP_RESTORE, description=words.HELP_RESTORE)
    )
    _forget(commands.add_parser("forget", help=words.HELP_FORGET, description=words.HELP_FORGET))
    _member(commands.add_parser("member", help=accounts.HELP, description=accounts.HELP))
    options = parser.parse_args(argv)
    if options.command == "digest" and options.json and len(options.sources) > 1:
        parser.error(texts.ONE_SOURCE)
    if options.command == "export" and not (options.file or options.json):
        parser.error(export.NO_FILE)
    if options.command == "forget" and options.older_than is None and options.chat is None:
        parser.error(words.FORGET_WHAT)
    return options


def _digest(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help=texts.HELP_SOURCES)
    parser.add_argument("--published", type=_day, metavar="DATE", help=texts.HELP_PUBLISHED)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=texts.HELP_JSON)
    form.add_argument("--jsonl", action="store_true", help=texts.HELP_JSONL)
    parser.add_argument("--manifest", metavar="FILE", help=texts.HELP_MANIFEST)
    parser.add_argument(
        "--sentences", type=_count(least=0), default=3, metavar="N", help=texts.HELP_SENTENCES
    )
    parser.add_argument(
        "--workers", type=_count(least=1), default=_cores(), metavar="N", help=texts.HELP_WORKERS
    )


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help=texts.HELP_SOURCES)
    parser.add_argument("--published", type=_day, metavar="DATE", help=texts.HELP_PUBLISHED)


def _evaluate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("gold", metavar="GOLD_DIR", help=texts.HELP_GOLD)
    parser.add_argument("--verbose", action="store_true", help=texts.HELP_VERBOSE)
    parser.add_argument("--floors", metavar="NAME", help=texts.HELP_FLOORS)


def _keep(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help=texts.HELP_SOURCES)
    parser.add_argument("--published", type=_day, metavar="DATE", help=texts.HELP_PUBLISHED)


def _find(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORD", help=texts.HELP_WORDS)


def _corrections(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=texts.HELP_CORRECTIONS_JSON)


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help=export.HELP_FILE)
    parser.add_argument("--format", choices=export.FORMS, help=export.HELP_FORMAT)
    parser.add_argument("--from", dest="since", type=_day, metavar="DATE", help=export.HELP_SINCE)
    parser.add_argument("--to", dest="until", type=_day, metavar="DATE", help=export.HELP_UNTIL)
    parser.add_argument("--search", metavar="WORDS", help=export.HELP_SEARCH)
    parser.add_argument("--chat", metavar="CHAT", help=export.HELP_CHAT)
    parser.add_argument("--json", action="store_true", help=export.HELP_JSON)


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=words.HELP_BACKUP_FILE)


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=words.HELP_RESTORE_FILE)


def _forget(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--older-than", type=_count(least=0), metavar="DAYS", help=words.HELP_OLDER_THAN
    )
    parser.add_argument("--chat", metavar="CHAT", help=words.HELP_CHAT)
    parser.add_argument("--yes", action="store_true", help=words.HELP_YES)


def _member(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb, told in accounts.VERBS.items():
        one = verbs.add_parser(verb, help=told, description=told)
        if verb != "list":
            one.add_argument("name", type=_name, metavar="NAME", help=accounts.HELP_NAME)
        if verb == "add":
            one.add_argument("--admin", action="store_true", help=accounts.HELP_ADMIN)


def _name(typed: str) -> str:
    if not is_account_name(typed):
        raise argparse.ArgumentTypeError(accounts.BAD_NAME.format(value=typed))
    return typed


def _day(typed: str) -> date:
    try:
        return read_day(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(texts.BAD_DAY.format(value=typed)) from error


def _count(*, least: int) -> Callable[[str], int]:
    def read(typed: str) -> int:
        if not typed.isdecimal() or int(typed) < least:
            raise argparse.ArgumentTypeError(texts.BAD_COUNT.format(value=typed, least=least))
        return int(typed)

    return read


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
