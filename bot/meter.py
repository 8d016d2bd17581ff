"""Count and time what the bot does, for whoever watches over it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

Stage = Literal["fetch", "read", "keep", "deliver"]
ArticleKind = Literal["text", "link", "file"]
Outcome = Literal["new", "known", "no news", "failed"]

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Meter:
    """The figures of one running bot, in a registry of its own: numbers and kinds, never words."""

    def __init__(self) -> None:
        """Start at zero."""
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._articles = Counter(
            "giaoban_articles",
            "Articles that were asked for, by how they came and what came of them.",
            ("kind", "outcome"),
            registry=self.registry,
        )
        self._fetch_failures = Counter(
            "giaoban_fetch_failures",
            "Links that gave no page, by the kind of error.",
            ("reason",),
            registry=self.registry,
        )
        self._stages = Histogram(
            "giaoban_stage_seconds",
            "Seconds that a stage of an article's way takes.",
            ("stage",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._gestures = Histogram(
            "giaoban_gesture_seconds",
            "Seconds until an answer is made, by what was asked: an article, or a command.",
            ("gesture",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.inbox = self._gauge("giaoban_inbox_open", "Messages that wait for their answer.")
        self.inbox_age = self._gauge(
            "giaoban_inbox_oldest_seconds", "How long the oldest of them has waited."
        )
        self.outbox = self._gauge("giaoban_outbox_open", "Answers that are not yet delivered.")
        self.outbox_age = self._gauge(
            "giaoban_outbox_oldest_seconds", "How long the oldest of them has waited."
        )
        self.digests = self._gauge("giaoban_digests", "Digests that are kept.")

    def count_article(self, kind: ArticleKind, outcome: Outcome) -> None:
        """Count an article."""
        self._articles.labels(kind, outcome).inc()

    def count_fetch_failure(self, error: Exception) -> None:
        """Count a link that gave no page."""
        self._fetch_failures.labels(type(error).__name__.removesuffix("Error")).inc()

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[None]:
        """Time the block as this stage, whether it ends well or not."""
        with self._stages.labels(stage).time():
            yield

    @contextmanager
    def gesture(self, name: str) -> Iterator[None]:
        """Time the block as the making of this answer."""
        with self._gestures.labels(name).time():
            yield

    def _gauge(self, name: str, what: str) -> Gauge:
        return Gauge(name, what, registry=self.registry)
