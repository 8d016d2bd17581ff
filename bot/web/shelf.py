"""Hold files in memory, so many bytes of each chat and of all; the oldest go first."""

from __future__ import annotations

from collections.abc import Iterator

from bot.channel import File

Place = tuple[str, str]  # whose file it is, and what it is known by


class Shelf:
    """Files by owner and reference, as long as there is room for them."""

    def __init__(self, *, most: int, most_each: int | None = None) -> None:
        """Take how many bytes there is room for, in all and of one owner."""
        self._most, self._most_each = most, most_each or most
        self._files: dict[Place, File] = {}

    def put(self, owner: str, reference: str, file: File) -> tuple[Place, ...]:
        """Hold a file; the places of those that had to go, maybe its own."""
        self._files[owner, reference] = file
        return (*self._make_room(self._most_each, owner), *self._make_room(self._most))

    def get(self, owner: str, reference: str) -> File | None:
        """A file of this owner; None where it is held no more."""
        return self._files.get((owner, reference))

    def clear(self, owner: str) -> None:
        """Hold nothing of an owner any more."""
        for place in [place for place in self._files if place[0] == owner]:
            del self._files[place]

    def _make_room(self, most: int, owner: str | None = None) -> Iterator[Place]:
        held = [
            (place, len(file.content))
            for place, file in self._files.items()
            if owner in {None, place[0]}
        ]
        over = sum(size for _, size in held) - most
        for place, size in held:
            if over <= 0:
                return
            del self._files[place]
            over -= size
            yield place
