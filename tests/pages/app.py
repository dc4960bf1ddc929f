"""Pages of the app, run without a browser."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.paths import ROOT
from timemap.app.components.map_component import KEY
from timemap.app.page_files import page_file

APP = ROOT / "timemap" / "app" / "main.py"
DEADLINE = 180
"""Seconds within which a run must end."""


def visit(page: str, **params: str) -> AppTest:
    """Return the app before its first run, which will draw ``page``.

    ``params`` are in its address.
    """
    app = AppTest.from_file(APP, default_timeout=DEADLINE)
    for name, value in params.items():
        app.query_params[name] = value
    return app.switch_page(page_file(page))


def entered(page: str, **params: str) -> AppTest:
    """Return a page of the app as its first run draws it.

    ``params`` are in its address, and it shows no error.
    """
    app = visit(page, **params).run()
    assert not app.exception
    return app


def with_map(page: str, key: str = KEY, **params: str) -> AppTest:
    """Return a page after its map has told what it shows.

    The map shows what ``params`` in the address ask for.
    """
    app = visit(page, **params)
    app.session_state[key] = {"told": {"command": ""}}
    app.run()
    assert not app.exception
    return app
