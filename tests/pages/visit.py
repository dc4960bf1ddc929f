"""The first page of a visit, drawn without a browser."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from timemap.app.pagefiles import page_file

APP = Path(__file__).parents[2] / "timemap" / "app" / "main.py"
DEADLINE = 180
"""Seconds within which a run must end."""


def visit(page: str, **params: str) -> AppTest:
    """Return the app before its first run, which will draw ``page`` with ``params`` in its address."""
    app = AppTest.from_file(APP, default_timeout=DEADLINE)
    for name, value in params.items():
        app.query_params[name] = value
    return app.switch_page(page_file(page))


def entered(page: str, **params: str) -> AppTest:
    """Return a page of the app as its first run draws it, with ``params`` in its address; it shows no error."""
    app = visit(page, **params).run()
    assert not app.exception
    return app


def field_key(app: AppTest, name: str) -> str:
    """Return the key under which a field beside the map is drawn now."""
    edition: int = app.session_state["fields"][name].edition
    return f"{name}-{edition}"
