"""Files are made a few at a time, in the order asked; who waits is told how many come before, and can leave."""

from __future__ import annotations

from functools import partial

import anyio
import pytest

from tests.own_loop import run
from timemap.app.server.file_queue import FileQueue, QueueFullError


def test_who_waits_is_told_how_many_come_before() -> None:
    queue, told, order = FileQueue(at_once=2, most=9), dict[str, list[int]](), list[str]()
    leave = {name: anyio.Event() for name in "abcd"}

    async def ask(name: str) -> None:
        async with queue.place() as turn:
            told[name] = []
            async for before in turn:
                told[name].append(before)
            order.append(name)
            await leave[name].wait()

    async def go() -> None:
        async with anyio.create_task_group() as group:
            for name in "abcd":
                group.start_soon(ask, name)
                await anyio.wait_all_tasks_blocked()
            assert (len(queue), order) == (4, ["a", "b"])
            for name in "bacd":
                leave[name].set()
                await anyio.wait_all_tasks_blocked()

    run(go())
    assert order == ["a", "b", "c", "d"]
    assert told == {"a": [], "b": [], "c": [1], "d": [2, 1]}
    assert len(queue) == 0


def test_who_stops_waiting_gives_the_place_away() -> None:
    queue, told = FileQueue(at_once=1, most=9), list[int]()

    async def hold(release: anyio.Event) -> None:
        async with queue.place() as turn:
            async for _ in turn:
                pass
            await release.wait()

    async def go() -> None:
        release, scope = anyio.Event(), anyio.CancelScope()

        async def stopped() -> None:
            with scope:
                await hold(release)

        async def last() -> None:
            async with queue.place() as turn:
                async for before in turn:
                    told.append(before)

        async with anyio.create_task_group() as group:
            for ask in (partial(hold, release), stopped, last):
                group.start_soon(ask)
                await anyio.wait_all_tasks_blocked()
            scope.cancel()
            await anyio.wait_all_tasks_blocked()
            assert told == [2, 1]
            release.set()

    run(go())
    assert len(queue) == 0


def test_a_full_queue_takes_no_more() -> None:
    async def go() -> None:
        queue = FileQueue(at_once=1, most=1)
        async with queue.place():
            with pytest.raises(QueueFullError):
                async with queue.place():
                    pass
        async with queue.place() as turn:
            assert [before async for before in turn] == []

    run(go())
