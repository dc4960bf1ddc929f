"""Command `app`: run the app."""

from __future__ import annotations

import argparse
import runpy
import sys

from timemap.app.page_files import APP_FILE

MOST = 65_535
"""The highest port that there is."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("--port", type=_port, default=8501, metavar="N", help="port of the server, 8501 if left out")
    parser.add_argument("--no-browser", action="store_true", help="do not open the app in the browser")


def _port(text: str) -> int:
    """Return the port that an argument names.

    Raises:
        argparse.ArgumentTypeError: if there is no such port.
    """
    if text.isascii() and text.isdigit() and len(text) <= len(str(MOST)) and 1 <= int(text) <= MOST:
        return int(text)
    message = f'got "{text}", expected a port from 1 to {MOST}'
    raise argparse.ArgumentTypeError(message)


def run(options: argparse.Namespace) -> None:
    """Run the server in place of this program, until it is stopped."""
    sys.argv = ["streamlit", "run", str(APP_FILE), f"--server.port={options.port}"]
    if options.no_browser:
        sys.argv.append("--server.headless=true")
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
