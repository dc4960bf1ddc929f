"""Command `app`: run the app."""

from __future__ import annotations

import runpy
import sys
from typing import TYPE_CHECKING

from timemap.app.page_files import APP_FILE

if TYPE_CHECKING:
    import argparse


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("--port", type=int, default=8501, metavar="N", help="port of the server, 8501 if left out")
    parser.add_argument("--no-browser", action="store_true", help="do not open the app in the browser")


def run(options: argparse.Namespace) -> None:
    """Run the server in place of this program, until it is stopped."""
    sys.argv = ["streamlit", "run", str(APP_FILE), f"--server.port={options.port}"]
    if options.no_browser:
        sys.argv.append("--server.headless=true")
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
