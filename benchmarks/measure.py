"""Measurements in the browser: medians and 95th percentiles."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from tests.browser.chromium import RETURNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, Page, ViewportSize

WEB = Path(__file__).parent / "web"
PAINTED = "Display::DrawAndSwap"
"""What Chromium calls the painting of a frame."""
ANY_EVENTS = "(said) => said.events > 0"
"""What a map tells that is drawn with events."""
PATIENCE = 120_000
"""Milliseconds after which a measurement is given up."""


@dataclass(frozen=True, slots=True)
class Times:
    """Repeated measurements of one thing."""

    values: tuple[float, ...]
    """In milliseconds, in the order in which they were taken."""

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.values)

    @property
    def late(self) -> float:
        """The 95th percentile of the values.

        It is the smallest value that at least 95 % of them do not exceed.
        """
        return percentile(self.values, 95)


def percentile(values: Sequence[float], share: int) -> float:
    """Return a percentile of values.

    It is the smallest value that at least ``share`` percent of them do not exceed.

    >>> percentile([3.0, 1.0, 2.0, 4.0], 50), percentile([3.0, 1.0, 2.0, 4.0], 95)
    (2.0, 4.0)
    """
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


@contextmanager
def fresh_page(browser: Browser, window: ViewportSize | None = None, *, watched: bool = True) -> Iterator[Page]:
    """Give a page on which only the start card was closed before.

    ``timing.js`` is in all its frames.

    A page that is ``watched`` tells what it shows, by ``watch.js``. That looks at each frame and takes its time, the
    more events there are, so what is timed by the frame is not watched.
    """
    context = browser.new_context(viewport=window or {"width": 1280, "height": 720})
    context.set_default_timeout(PATIENCE)
    context.add_init_script(RETURNS)
    for script in ("timing.js", "watch.js") if watched else ("timing.js",):
        context.add_init_script(path=WEB / script)
    yield context.new_page()
    context.close()


def told(page: Page, condition: str, argument: Any = None) -> float:  # noqa: ANN401 # whatever the condition is about
    """Return when a frame first told what meets ``condition``.

    It is a function of what was told and of ``argument``.

    Only what was told since the last ``forget`` counts; the time is the browser's own, in milliseconds.
    """
    expression = f"([argument]) => window.told.find((said) => ({condition})(said, argument))?.at"
    handle = page.wait_for_function(expression, arg=[argument])
    return float(handle.json_value())


SEEN = """() => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done(performance.now());
  const look = () => {
    if (CONDITION) requestAnimationFrame(() => port2.postMessage(null));
    else requestAnimationFrame(look);
  };
  look();
})"""


def seen(page: Page, condition: str) -> float:
    """Return the milliseconds until an expression holds and is painted.

    They count from the start of a page.
    """
    return float(page.evaluate(SEEN.replace("CONDITION", condition)))


def forget(page: Page) -> None:
    """Let what was told before count no more."""
    page.evaluate("() => { window.told.length = 0; window.released = 0; }")


def frames_drawn(browser: Browser, page: Page, work: Callable[[], object]) -> int:
    """Return how many frames the browser painted during some work.

    Of a browser that shows only ``page``.
    """
    session = browser.new_browser_cdp_session()
    events: list[dict[str, Any]] = []
    complete: list[bool] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.on("Tracing.tracingComplete", lambda _: complete.append(True))
    session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": {"includedCategories": ["viz"]}})
    work()
    session.send("Tracing.end")
    while not complete:
        page.wait_for_timeout(10)  # hears what the browser sends
    session.detach()
    return sum(event["name"] == PAINTED and event["ph"] in "BX" for event in events)
