"""What the nursery does: load what jobs need, then fork, kill and reap as it is told."""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
import sys
from importlib import import_module
from multiprocessing.connection import Connection

from bot.failures import where_raised
from bot.job_loop import be_modest, die_with, hear_signals_alone, serve
from bot.nursery import DONE, ORDER

log = logging.getLogger(__name__)


def main() -> None:
    """Serve the bot at the other end of the socket that the command line names, with its id."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # the bot ends it, after its last job
    descriptor, parent = map(int, sys.argv[1:])
    die_with(parent)
    be_modest()
    _load()
    gc.freeze()  # a collection in a child would copy what it shares
    with socket.socket(fileno=descriptor) as orders:
        _obey(orders)


def _load() -> None:
    """Have at hand what jobs use: their modules, and the word lists by digesting an article."""
    for job in ("bot.preparing", "bot.render.briefing", "bot.render.files.formats"):
        import_module(job)
    from bot import texts
    from bot.reading import digest_source
    from bot.sources import Source

    digest_source(Source(texts.ARTICLE.encode(), "pasted.txt"))


def _obey(orders: socket.socket) -> None:
    """Do what is ordered until the bot goes."""
    processes: dict[int, int] = {}
    while True:
        order, files, _, _ = socket.recv_fds(orders, ORDER.size, 1)
        if not order:
            return
        kind, number = ORDER.unpack(order)
        if kind == b"f":
            processes[number] = _fork(files[0], orders)
        elif kind == b"k" and number in processes:
            os.kill(processes[number], signal.SIGKILL)
        elif kind == b"r":
            if number in processes:
                os.waitpid(processes.pop(number), 0)
            orders.send(DONE)


def _fork(descriptor: int, orders: socket.socket) -> int:
    """The id of a new worker at that end of a pipe."""
    nursery = os.getpid()
    if process := os.fork():
        os.close(descriptor)
        return process
    try:
        die_with(nursery)
        hear_signals_alone()
        orders.close()
        serve(Connection(descriptor))
    except BaseException as error:  # nothing of a child may go back to what the nursery does
        log.error("a worker stopped: %s", where_raised(error))
    os._exit(0)
