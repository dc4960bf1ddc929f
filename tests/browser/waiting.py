"""Waits for a state of a page.

One that fails says what it waited for and what was there instead.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import TimeoutError as Late

from tests.browser.chromium import DEADLINE

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page


def await_value(place: Frame | Page, what: str, expression: str, value: Any) -> None:  # noqa: ANN401 # any JSON value
    """Return as soon as a JavaScript expression has a value.

    Args:
        place: where the expression is worked out.
        what: what it stands for, in words, as in "the day of the map".
        expression: the expression; it may be worked out many times.
        value: what it is to be; texts, numbers, ``None`` and lists and dictionaries of them.
    """
    await_truth(place, what, f"(value) => JSON.stringify({expression}) === JSON.stringify(value)", value, expression)


def await_same(one: Frame | Page, other: Frame | Page, what: str, expression: str) -> None:
    """Return as soon as a JavaScript expression has one value in two places.

    Both may still be on their way to it: each is read anew until the other's is there, too.

    Args:
        one: a place.
        other: another.
        what: what the expression stands for, in words.
        expression: the expression; it may be worked out many times.
    """
    until = time.monotonic() + DEADLINE / 1000
    mine, theirs = one.evaluate(expression), other.evaluate(expression)
    while mine != theirs:
        if time.monotonic() > until:
            pytest.fail(f"waited for one value of {what}; there were {mine!r} and {theirs!r}")
        mine, theirs = one.evaluate(expression), other.evaluate(expression)


def await_truth(
    place: Frame | Page,
    what: str,
    condition: str,
    arg: Any = None,  # noqa: ANN401 # any JSON value
    instead: str = "undefined",
) -> None:
    """Return as soon as a condition holds.

    Args:
        place: where the condition is worked out.
        what: what is waited for, in words.
        condition: a JavaScript function of ``arg``.
        arg: what it is given; texts, numbers, ``None`` and lists and dictionaries of them.
        instead: a JavaScript expression for what is told where the condition does not come to hold.
    """
    try:
        place.wait_for_function(condition, arg=arg, polling=50)
    except Late:
        wanted = what if arg is None else f"{what}: {arg!r}"
        pytest.fail(f"waited for {wanted}; there was {place.evaluate(f'() => ({instead})')!r}")
