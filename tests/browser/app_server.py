"""Running app, started as a person starts it, on a free port."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DEADLINE = 60.0
"""Seconds within which the app must answer."""

GRACE = 20.0
"""Seconds within which a server that is told to end must have ended."""


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class App:
    """App of one run of tests.

    It is started when it is first asked for, and again after it was stopped.
    """

    def __init__(self, folder: Path) -> None:
        self._log = folder / "log.txt"
        self._running = ExitStack()
        self._url = ""

    def url(self) -> str:
        """Return the address of the running app."""
        if not self._url:
            self._url = self._running.enter_context(running_app(ROOT / "app.py", self._log))
        return self._url

    def stop(self) -> None:
        """End the app, as when its server is lost."""
        self._running.close()
        self._url = ""


@contextmanager
def running_app(script: Path, log: Path, **options: str) -> Iterator[str]:
    """Run a Streamlit script and give its address.

    It has ended when the block is left; see ``running_server``.
    """
    with running_server(script, log, **options) as (url, _):
        yield url


@contextmanager
def running_server(script: Path, log: Path, **options: str) -> Iterator[tuple[str, int]]:
    """Run a Streamlit script and give its address and process number.

    The process has ended after the block.

    Args:
        script: the script.
        log: file for what the app says.
        options: further settings of Streamlit's server, by their names, such as a ``port`` of one's own choice.

    Raises:
        RuntimeError: if it ends or does not answer in time, with what it said.
    """
    settings = {"port": str(free_port()), "address": "127.0.0.1", "headless": "true", "fileWatcherType": "none"}
    settings |= options
    base = settings.get("baseUrlPath", "")
    url = f"http://127.0.0.1:{settings['port']}" + (f"/{base}" if base else "")
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += [f"--server.{name}={value}" for name, value in settings.items()]
    with log.open("wb") as out, subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT) as process:
        try:
            await_health(process, url, log)
            yield url, process.pid
        finally:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a server as a person or a host does.

    Raises:
        subprocess.TimeoutExpired: if it goes on all the same; it has been killed then.
    """
    process.terminate()
    try:
        process.wait(timeout=GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        raise


def await_health(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Return as soon as the app says that it is well."""
    deadline = time.monotonic() + DEADLINE
    while time.monotonic() < deadline:
        try:
            process.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            if answers(url):
                return
        else:
            break
    message = f"the app does not answer; it said:\n{log.read_text(errors='replace')}"
    raise RuntimeError(message)


def answers(url: str) -> bool:
    """Return whether the app at ``url`` says that it is well."""
    try:
        with urlopen(f"{url}/_stcore/health", timeout=5) as response:  # noqa: S310 (our own)
            return bool(response.status == 200)
    except (URLError, ConnectionError, TimeoutError):
        return False
