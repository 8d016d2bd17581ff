"""The commands of the program."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from argparse import Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot import texts
from bot.arguments import parse_arguments

if TYPE_CHECKING:
    from bot.batch import Form, Look, Task
    from bot.render.lines import Line
    from bot.settings import Settings

# Each command imports what it needs when it runs, so that --help answers at once.


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit status is 0 when all went well."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    options = parse_arguments(argv)
    commands = {
        "digest": digest,
        "explain": explain,
        "evaluate": evaluate,
        "keep": keep,
        "find": find,
        "corrections": corrections,
        "check": check,
        "run": run,
        "export": upkeep,
        "backup": upkeep,
        "restore": upkeep,
        "forget": upkeep,
        "member": member,
    }
    try:
        status = commands[options.command](options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        say(texts.STOPPED)
        return 128 + signal.SIGINT
    except BrokenPipeError:  # the reader (head, less) has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except Exception as error:  # the outermost: a line, never a traceback
        from handlers.errors import to_words

        return fail(options.command, to_words(error))
    return status


def digest(options: Namespace) -> int:
    """Print the digest of every source; what fails is told and the rest go on."""
    from bot.batch import Task
    from bot.manifest import read_manifest
    from bot.sources import SourceError, name_of
    from handlers.errors import to_words

    try:
        days = read_manifest(options.manifest) if options.manifest else {}
    except SourceError as error:
        return fail(options.manifest, to_words(error))
    form: Form = "json" if options.json else "jsonl" if options.jsonl else "page"
    look = look_of(form, options.sentences)
    tasks = [
        Task(source, days.get(name_of(source)) or options.published, look)
        for source in options.sources
    ]
    return show(tasks, workers=options.workers)


def explain(options: Namespace) -> int:
    """Print the article with every fact marked where it stands."""
    from bot.batch import Task

    return show([Task(options.source, options.published, look_of("marked"))], workers=1)


def evaluate(options: Namespace) -> int:
    """Print precision, recall and F1 of each aspect; 1 when one is under its floor."""
    from tests.quality.evaluate import report

    return report(options.gold, floors=options.floors, verbose=options.verbose)


def keep(options: Namespace) -> int:
    """Digest sources and keep them for `find`."""
    import asyncio

    from bot.pool import map_ordered
    from bot.reading import digest_named
    from handlers import desk
    from handlers.errors import to_words

    status = 0
    digests = []
    read = partial(digest_named, published=options.published)
    answers = map_ordered(read, options.sources, workers=1)
    for source, answer in zip(options.sources, answers, strict=True):
        if isinstance(answer, Exception):
            status = fail(source, to_words(answer))
        else:
            digests.append(answer)
    path = settings().database
    new = asyncio.run(desk.keep(path, digests))
    say(texts.KEPT.format(new=new, path=path))
    return status


def find(options: Namespace) -> int:
    """Print what was kept and holds the words."""
    import asyncio

    from handlers import desk

    print_lines(asyncio.run(desk.find(settings().database, " ".join(options.words))))
    return 0


def check(_: Namespace) -> int:
    """Print what is right and what is not; 1 when something is not."""
    import asyncio

    from handlers.check import check as look

    async def go() -> int:
        status = 0
        async for finding in look(settings()):
            form = texts.WRONG if finding.reason else texts.FINE
            print(form.format(name=finding.name, reason=finding.reason))
            status = 1 if finding.reason else status
        return status

    return asyncio.run(go())


def corrections(options: Namespace) -> int:
    """Print what readers have corrected."""
    import asyncio
    import json

    from bot.render.cases import lay_out_case, to_case
    from handlers import desk

    corrected = asyncio.run(desk.get_corrected(settings().database))
    if options.json:
        cases = [to_case(kept) for kept in corrected]
        print(json.dumps(cases, ensure_ascii=False, indent=1))
    elif not corrected:
        say(texts.NO_CORRECTIONS)
    else:
        lines = tuple(line for kept in corrected for line in lay_out_case(kept))
        print_lines(lines[:-1])
    return 0


def run(_: Namespace) -> int:
    """Serve the chats until somebody stops the program."""
    import asyncio

    from handlers.bot import serve

    chosen = settings()
    chosen.check_admins()
    asyncio.run(serve(chosen, say))
    return 0


def upkeep(options: Namespace) -> int:
    """Export what is kept, copy the database, put a copy in its place, forget what is old."""
    from handlers.upkeep import COMMANDS

    for line in COMMANDS[options.command](options, settings().database):
        say(line)
    return 0


def member(options: Namespace) -> int:
    """Look after who may use the chat page of the office."""
    import asyncio

    from handlers.accounts import manage

    for line in asyncio.run(manage(options, settings(), say)):
        print(line)
    return 0


def settings() -> Settings:
    """What the environment says."""
    from bot.settings import Settings

    return Settings.from_env(os.environ, file=Path(".env"))


def show(tasks: list[Task], *, workers: int) -> int:
    """Print what comes of each task."""
    from bot.batch import digest_all
    from bot.progress import with_progress
    from handlers.errors import to_words

    status = 0
    shown = 0
    answers = with_progress(digest_all(tasks, workers=workers), total=len(tasks))
    for task, answer in zip(tasks, answers, strict=True):
        if isinstance(answer, Exception):
            status = fail(task.source, to_words(answer))
            continue
        if shown and task.look.form == "page":
            sys.stdout.write("\n" + "─" * task.look.width + "\n\n")
        sys.stdout.write(answer)
        shown += 1
    return status


def print_lines(lines: tuple[Line, ...]) -> None:
    """Print laid-out lines as this terminal wants them."""
    from bot.render.plain import write_plain
    from bot.render.terminal import write_terminal

    look = look_of("page")
    write = write_terminal if look.colour else write_plain
    sys.stdout.write(write(lines, width=look.width))


def look_of(form: Form, sentences: int = 3) -> Look:
    """How this terminal wants it: colour where it has it and nobody objects."""
    from bot.batch import Look

    has_colour = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return Look(
        form=form,
        sentences=sentences,
        width=max(40, min(shutil.get_terminal_size().columns, 100)),
        colour=has_colour and not os.environ.get("NO_COLOR"),
    )


def fail(source: str, reason: str) -> int:
    """Tell in one line why a source gave nothing."""
    say(texts.FAILED.format(source=source, reason=reason))
    return 1


def say(words: str) -> None:
    """A line to the person at the terminal; standard output holds the result alone."""
    print(words, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
