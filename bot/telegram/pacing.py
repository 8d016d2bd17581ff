"""Pace the calls of the Bot API: which of those that wait may go, and when.

Telegram asks for about one message a second in a chat, twenty a minute in a group and
thirty a second in all; what goes over is answered with 429 and a rest. A call counts from
the moment it may go until its window after the answer, so the limits hold however long it
was on its way. Calls of one chat go one after another in their order; among chats the one
that has been ready longest goes first, so a flooded chat holds up no other.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from itertools import count

from msgspec import Struct, field

_LEAST_KEPT = 64  # chats remembered before any is looked at for forgetting
_NO_CHAT = "call "  # a lane of its own for each call that is of no chat
_MANY = 3  # chats that are told to rest at one time: then the whole bot is meant


class Window(Struct, frozen=True):
    """At most so many calls in so many seconds."""

    most: int
    seconds: float


class Limits(Struct, frozen=True):
    """How many calls may go: in a chat, in a group (id below zero), in all, at the same time."""

    chat: tuple[Window, ...] = (Window(3, 3.0),)
    group: tuple[Window, ...] = (Window(3, 3.0), Window(20, 60.0))
    overall: Window | None = Window(28, 1.0)
    at_once: int = 16


UNPACED = Limits(chat=(), group=(), overall=None)


class Turn(Struct, eq=False):
    """A call that waits or, where it `is_out`, goes; of the chat that `key` tells.

    At most one fresh message is out at a time: while no answer has come, nobody knows
    whether it stands in the chat.
    """

    key: str
    is_fresh: bool
    is_out: bool = False


class _Lane(Struct, eq=False):
    """The calls of one chat; `is_queued` where its next one waits among those of the others."""

    windows: tuple[Window, ...]
    waiting: deque[Turn] = field(default_factory=deque)
    ended: deque[float] = field(default_factory=deque)
    rest_until: float = 0.0
    is_out: bool = False
    is_queued: bool = False

    @property
    def ready_at(self) -> float:
        """When its next call may go."""
        freed = [
            self.ended[-window.most] + window.seconds
            for window in self.windows
            if len(self.ended) >= window.most
        ]
        return max([self.rest_until, *freed])

    @property
    def idle_from(self) -> float | None:
        """When it may be forgotten; None while it has calls."""
        if self.waiting or self.is_out or self.is_queued:
            return None
        longest = max((window.seconds for window in self.windows), default=0.0)
        return max(self.rest_until, self.ended[-1] + longest if self.ended else 0.0)


class Pace:
    """Who may call next. It has no clock: each question brings the time, in seconds."""

    def __init__(self, limits: Limits) -> None:
        """Take the limits."""
        self._limits = limits
        self._lanes: dict[str, _Lane] = {}
        self._queue: list[tuple[float, int, str]] = []  # from when, in which order, whose lane
        self._held: deque[str] = deque()  # lanes whose fresh message waits for another's answer
        self._ended: deque[float] = deque()
        self._out = 0
        self._is_fresh_out = False
        self._rest_until = 0.0
        self._kept = _LEAST_KEPT
        self._numbers = count()

    def __len__(self) -> int:
        """How many chats are remembered."""
        return len(self._lanes)

    def ask(self, chat: str | None, *, is_fresh: bool = False) -> Turn:
        """Let a call of a chat wait; one of no chat only keeps the limits of all."""
        key = chat if chat is not None else f"{_NO_CHAT}{next(self._numbers)}"
        if key not in self._lanes:
            self._lanes[key] = _Lane(self._windows(chat))
        turn = Turn(key, is_fresh)
        self._lanes[key].waiting.append(turn)
        self._line_up(key)
        return turn

    def grant(self, now: float) -> Turn | None:
        """The call that goes now, if one may."""
        if self._is_full(now):
            return None
        while (key := self._first(now)) is not None:
            lane = self._lanes[key]
            if lane.waiting and lane.waiting[0].is_fresh and self._is_fresh_out:
                self._held.append(key)
                continue
            lane.is_queued = False
            if lane.waiting:
                return self._send(lane)
        return None

    def wait(self, now: float) -> float | None:
        """After how many seconds to look again; None: when a call ends or one more is asked for."""
        if now < self._rest_until:
            return self._rest_until - now
        if self._is_full(now):
            overall = self._limits.overall
            if overall is None or self._out >= self._limits.at_once or not self._ended:
                return None
            return self._ended[0] + overall.seconds - now
        return max(self._queue[0][0] - now, 0.0) if self._queue else None

    def leave(self, turn: Turn, now: float) -> None:
        """A call has ended, or does not want to wait any longer."""
        lane = self._lanes[turn.key]
        if turn.is_out:
            self._end(turn, lane, now)
        else:
            lane.waiting.remove(turn)
        self._line_up(turn.key)
        self._forget(now)

    def rest(self, key: str, seconds: float, now: float) -> None:
        """Let a chat rest while a call of it is out; all of them after a call of no chat.

        Telegram does not say whether it means the chat or the bot: it means the bot where
        several chats are told at one time.
        """
        until = now + seconds
        self._lanes[key].rest_until = until
        resting = sum(lane.rest_until > now for lane in self._lanes.values())
        if key.startswith(_NO_CHAT) or resting >= _MANY:
            self._rest_until = max(self._rest_until, until)

    def _windows(self, chat: str | None) -> tuple[Window, ...]:
        if chat is None:
            return ()
        return self._limits.group if chat.startswith("-") else self._limits.chat

    def _line_up(self, key: str) -> None:
        """Let the next call of a lane wait among those of the others."""
        lane = self._lanes[key]
        if lane.waiting and not lane.is_out and not lane.is_queued:
            lane.is_queued = True
            heappush(self._queue, (lane.ready_at, next(self._numbers), key))

    def _first(self, now: float) -> str | None:
        """Whose turn it is: those who have been held up go before the others."""
        if self._held and not self._is_fresh_out:
            return self._held.popleft()
        return heappop(self._queue)[2] if self._queue and self._queue[0][0] <= now else None

    def _send(self, lane: _Lane) -> Turn:
        turn = lane.waiting.popleft()
        turn.is_out = lane.is_out = True
        self._out += 1
        self._is_fresh_out |= turn.is_fresh
        return turn

    def _end(self, turn: Turn, lane: _Lane, now: float) -> None:
        turn.is_out = lane.is_out = False
        self._out -= 1
        if self._limits.overall:
            self._ended.append(now)
        lane.ended.append(now)
        while len(lane.ended) > max((window.most for window in lane.windows), default=0):
            lane.ended.popleft()
        if turn.is_fresh:
            self._is_fresh_out = False

    def _is_full(self, now: float) -> bool:
        """Whether no call at all may go."""
        if now < self._rest_until or self._out >= self._limits.at_once:
            return True
        overall = self._limits.overall
        if overall is None:
            return False
        while self._ended and self._ended[0] + overall.seconds <= now:
            self._ended.popleft()
        return self._out + len(self._ended) >= overall.most

    def _forget(self, now: float) -> None:
        """Forget the chats that are at rest, whenever there are twice as many as were kept."""
        if len(self._lanes) <= self._kept:
            return
        idle = {key: lane.idle_from for key, lane in self._lanes.items()}
        for key, since in idle.items():
            if since is not None and since <= now:
                del self._lanes[key]
        self._kept = max(_LEAST_KEPT, 2 * len(self._lanes))
