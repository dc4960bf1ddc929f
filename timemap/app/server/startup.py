"""Startup of the server: routes, and caches filled for first visitors."""

from __future__ import annotations

from contextlib import asynccontextmanager
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from anyio import to_thread
from streamlit.logger import get_logger

import timemap
from timemap.app import resources
from timemap.app.server import (
    animations,
    downloads,
    handouts,
    head_start,
    health,
    help_pictures,
    map_documents,
    own_events,
    security_headers,
    sharing,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import streamlit as st
    from starlette.middleware import Middleware
    from starlette.routing import Route


def routes() -> list[Route]:
    """Return what the server answers besides Streamlit, or in its place."""
    parts = (head_start, map_documents, own_events, downloads, animations, handouts, help_pictures, sharing, health)
    return [route for part in parts for route in part.routes()]


def middleware() -> list[Middleware]:
    """Return what every request passes before the app."""
    return security_headers.middleware()


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Make ready before the server answers.

    A fault does not keep it from starting.
    """
    await to_thread.run_sync(make_ready)
    yield


def make_ready() -> None:
    """Load the pages' modules, the tables, and the shared resources."""
    try:
        for module in walk_packages(timemap.__path__, f"{timemap.__name__}."):
            if not module.name.endswith((".__main__", ".main")):  # these run when they are loaded
                import_module(module.name)
        resources.load_document(resources.load_atlas())
    except Exception:  # noqa: BLE001 (whatever it is: each page that meets it says so, and the others are shown)
        get_logger(__name__).exception("Could not prepare the map.")
