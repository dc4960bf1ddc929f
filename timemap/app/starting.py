"""What is made when the server starts, so that the first visitor does not wait for it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from anyio import to_thread
from streamlit.logger import get_logger

from timemap import loaded

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import streamlit as st


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Make ready before the server answers; a fault does not keep it from starting."""
    await to_thread.run_sync(make_ready)
    yield


def make_ready() -> None:
    """Read the tables, and make all that visitors share."""
    try:
        loaded.load_document(loaded.load_atlas())
    except Exception:  # noqa: BLE001 (whatever it is: each page that meets it says so, and the others are shown)
        get_logger(__name__).exception("The map could not be made ready.")
