"""Running app with a copy of the tables, which a test may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.app_server import running_app
from tests.paths import ROOT

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

SERVER = """
from pathlib import Path

from geodata.io import tables

tables.TABLES = Path({tables!r})

import streamlit as st

from timemap.app.server import startup

app = st.App({script!r}, routes=startup.routes(), middleware=startup.middleware(), lifespan=startup.lifespan)
"""


def app_of(tables: Path, home: Path) -> AbstractContextManager[str]:
    """Run the app with the tables in a folder, and give its address.

    ``log.txt`` in ``home`` is what it says.
    """
    script = ROOT / "timemap" / "app" / "main.py"
    server = home / "server.py"
    server.write_text(SERVER.format(tables=str(tables), script=str(script)), "utf-8")
    return running_app(server, home / "log.txt")
