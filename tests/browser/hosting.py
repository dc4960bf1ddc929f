"""App as ``deploy/`` hosts it.

The image's own start command runs without any rights, behind its proxy.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.browser.app_server import await_health, end, free_port
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

CONTAINERFILE = (ROOT / "deploy" / "Containerfile").read_text("utf-8")
PROXY = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
NGINX = "/usr/sbin/nginx"
BASE = "map"
"""The path of the app below its host, in the files of ``deploy/``."""


@dataclass(frozen=True)
class Hosted:
    """The running app and its proxy."""

    url: str
    """Address of the app behind the proxy."""

    direct: str
    """Address of the app without the proxy."""

    health: Sequence[str]
    """The image's command that checks its health, for this app."""

    environment: dict[str, str]
    """What the app and that command are started with."""

    folder: Path
    """Where the app lies; it may write nothing there."""


def lines(word: str) -> list[str]:
    """Return what stands behind a word of the Containerfile, each line of it."""
    joined = re.sub(r"\\\n\s*", "", CONTAINERFILE)
    return re.findall(rf"^{word} (.*)$", joined, re.MULTILINE)


def start_command() -> list[str]:
    """Return the command with which the image starts."""
    command: list[str] = json.loads(lines("CMD")[-1])
    return command


def health_command() -> list[str]:
    """Return the command with which the image is checked."""
    command: list[str] = json.loads(lines("HEALTHCHECK")[-1].partition("CMD ")[2])
    return command


def variables() -> dict[str, str]:
    """Return the environment of the image, without its search path."""
    found = dict(pair.split("=", 1) for line in lines("ENV") for pair in line.split())
    del found["PATH"]
    return found


def copied() -> list[str]:
    """Return the names of what the image gets from the repository.

    Without the list of packages.
    """
    return [line.split()[0] for line in lines("COPY") if not line.startswith(("--from", "deploy/"))]


def without_rights(command: Sequence[str]) -> list[str]:
    """Return a command that runs as the image's user where we are root.

    It may read whatever there is, as the tests' own Python may lie in a folder of root's, and write nothing of others.
    """
    if os.geteuid() != 0:
        return list(command)
    user, group = lines("USER")[-1].split(":")
    only = "-all,+dac_read_search"
    rights = [f"--inh-caps={only}", f"--ambient-caps={only}", f"--bounding-set={only}", "--no-new-privs"]
    return ["setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups", *rights, *command]


@contextmanager
def hosted_app(home: Path, **environment: str) -> Iterator[Hosted]:
    """Run the app and its proxy in a folder.

    Nothing of them runs after the block.
    """
    app, tmp = _read_only_copy(home / "app"), home / "tmp"
    tmp.mkdir()
    if os.geteuid() == 0:
        user, group = map(int, lines("USER")[-1].split(":"))
        os.chown(tmp, user, group)
    ours = {name: re.sub("^/app", str(app), re.sub("^/tmp", str(tmp), value)) for name, value in variables().items()}
    ours |= {"STREAMLIT_SERVER_BASE_URL_PATH": BASE, "TMPDIR": str(tmp), "PATH": os.defpath} | environment
    inside, outside = free_port(), free_port()
    start = [word.replace("8501", str(inside)).replace("0.0.0.0", "127.0.0.1") for word in start_command()]  # noqa: S104
    health = [word.replace("8501", str(inside)) for word in health_command()]
    conf = home / "nginx.conf"
    conf.write_text(
        PROXY.replace("app:8501", f"127.0.0.1:{inside}")
        .replace("listen 8080", f"listen 127.0.0.1:{outside}")
        .replace("/tmp/", f"{tmp}/"),  # noqa: S108 - the image's own
        "utf-8",
    )
    proxy = [NGINX, "-e", "stderr", "-p", str(tmp), "-c", str(conf), "-g", "daemon off;"]
    direct, url = (f"http://127.0.0.1:{port}/{BASE}" for port in (inside, outside))
    with ExitStack() as running:
        running.enter_context(_running([sys.executable, *start[1:]], app, ours, home / "app.log", direct))
        running.enter_context(_running(proxy, tmp, ours, home / "proxy.log", url))
        yield Hosted(url, direct, [sys.executable, *health[1:]], ours, app)


@contextmanager
def _running(command: Sequence[str], cwd: Path, environment: dict[str, str], log: Path, url: str) -> Iterator[None]:
    """Run a server until the block is left; it answers when that begins."""
    with (
        log.open("wb") as out,
        subprocess.Popen(
            without_rights(command), cwd=cwd, env=environment, stdout=out, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            await_health(process, url, log)
            yield
        finally:
            end(process)


def _read_only_copy(folder: Path) -> Path:
    """Return a folder with what the image has, as nobody may write it, and the areas as the image has them."""
    folder.mkdir()
    for name in copied():
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    warm = re.search(r'python -c "(.*?)"', next(line for line in lines("RUN") if "XDG_CACHE_HOME" in line))
    assert warm
    environment = os.environ | {"XDG_CACHE_HOME": str(folder / "cache"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-P", "-c", warm[1]]
    subprocess.run(command, cwd=folder, env=environment | {"PYTHONPATH": str(folder)}, check=True)
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) | stat.S_IRUSR)
    return folder
