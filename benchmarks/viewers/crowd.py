"""Crowd of viewers in a process of its own.

So it takes no time from the server but the machine's.

``python -m benchmarks.viewers.crowd URL COUNT PICTURES`` prints what they met as one line of JSON.
"""

from __future__ import annotations

import asyncio
import gc
import json
import random
import sys
import time
from collections import defaultdict

from websockets.exceptions import WebSocketException

from benchmarks.viewers.viewer import PAGES, FailedError, Viewer, viewing

ARRIVING = 10.0
"""Seconds within which all have come."""
STAYING = 40.0
"""Seconds that each stays."""
THINKING = 5.0
"""Seconds between two actions of one viewer, on average: between half of it and one and a half."""
TURNS = 10
"""Of so many actions the last two lead to another page and back."""
SEED = 20141006
PRESSING = ARRIVING + 10
"""Seconds after which all who want a picture ask for it at once."""

FAILURES = (FailedError, OSError, TimeoutError, WebSocketException, asyncio.IncompleteReadError)


class Crowd:
    """Record of what all viewers met."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.times: dict[str, list[float]] = defaultdict(list)
        """Milliseconds by what was done."""
        self.received: list[int] = []
        """Bytes for each viewer."""
        self.failures: list[str] = []

    async def come(self, number: int, count: int) -> None:
        """Let one viewer come, use the app and go."""
        chance = random.Random(SEED + number)  # noqa: S311 (nobody is to guess less)
        await asyncio.sleep(ARRIVING * number / count)
        try:
            async with viewing(self._url) as viewer:
                try:
                    await self._use(viewer, chance)
                finally:
                    self.received.append(viewer.received)
        except FAILURES as failure:
            self.failures.append(f"{type(failure).__name__}: {failure}"[:200])

    async def take(self, number: int) -> None:
        """Let one viewer ask for a picture in the same moment as others."""
        try:
            async with viewing(self._url) as viewer:
                await viewer.open()
                await viewer.complete()
                await asyncio.sleep(PRESSING)
                self._note("picture", await viewer.fetch_picture(number))
        except FAILURES as failure:
            self.failures.append(f"picture: {type(failure).__name__}: {failure}"[:200])

    async def _use(self, viewer: Viewer, chance: random.Random) -> None:
        end = time.perf_counter() + STAYING
        self._note("first run", await viewer.open())
        self._note("the rest of the page", await viewer.complete())
        turn = chance.randrange(TURNS)
        while True:
            await asyncio.sleep(chance.uniform(THINKING / 2, THINKING * 3 / 2))
            if time.perf_counter() > end:
                return
            turn += 1
            if turn % TURNS < TURNS - 2:
                self._note("rerun", await viewer.release(turn))
            elif turn % TURNS == TURNS - 2:
                page = PAGES[chance.randrange(len(PAGES))]
                self._note(page, await viewer.visit(page))
                if page == "territory":
                    await asyncio.sleep(1)
                    self._note("chart", await viewer.choose_chart(turn))
                turn += 1
                await asyncio.sleep(chance.uniform(THINKING / 2, THINKING * 3 / 2))
                self._note("back to the map", await viewer.come_back())

    def _note(self, what: str, seconds: float) -> None:
        self.times[what].append(seconds * 1000)


async def gather(url: str, count: int, pictures: int) -> Crowd:
    """Let ``count`` viewers come and return what they met.

    Beside them ``pictures`` more ask for a picture at once.
    """
    crowd = Crowd(url)
    coming = [crowd.come(number, count) for number in range(count)]
    await asyncio.gather(*coming, *(crowd.take(number) for number in range(pictures)))
    return crowd


def main() -> int:
    """Print what the viewers met."""
    url, count, pictures = sys.argv[1:]
    gc.freeze()
    crowd = asyncio.run(gather(url, int(count), int(pictures)))
    said = {"times": crowd.times, "received": crowd.received, "failures": crowd.failures, "cpu": time.process_time()}
    sys.stdout.write(json.dumps(said) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
