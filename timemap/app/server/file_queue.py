"""Queue of files being made, and what is said when it is full."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import anyio

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


QUEUE_FULL = "Too many files are being made right now. Try again in a minute."


class QueueFullError(Exception):
    """So many wait that one more would wait too long."""


class FileQueue:
    """Queue in which a few are served at a time, in the order asked.

    Args:
        at_once: how many are served at the same time.
        most: how many there may be in all, those included that are served.
    """

    def __init__(self, at_once: int, most: int) -> None:
        self._at_once = at_once
        self._most = most
        self._places: list[object] = []
        self._moved = anyio.Event()

    def __len__(self) -> int:
        """Return how many there are, those included that are served."""
        return len(self._places)

    @asynccontextmanager
    async def place(self) -> AsyncIterator[AsyncIterator[int]]:
        """Give a place until the block is left.

        It yields how many are to be served before it, whenever that changes, and ends when its turn has come.

        Raises:
            QueueFullError: if there are as many as there may be.
        """
        if len(self._places) >= self._most:
            raise QueueFullError
        own = object()
        self._places.append(own)
        try:
            yield self._wait(own)
        finally:
            self._places.remove(own)
            self._moved.set()
            self._moved = anyio.Event()

    async def _wait(self, own: object) -> AsyncIterator[int]:
        told = 0
        while before := max(0, self._places.index(own) - self._at_once + 1):
            moved = self._moved
            if before != told:
                told = before
                yield before
            await moved.wait()
