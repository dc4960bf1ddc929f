"""Streamlit's first page, changed to load the map's document at once."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit.file_util import get_static_dir

from timemap.app import resources
from timemap.app.components.map_component import FRAME
from timemap.app.page_style import HEAD_HEIGHT
from timemap.app.server.addresses import server_path
from timemap.app.server.security_headers import POLICY, page_policy
from timemap.style.palette import THEMES, in_css
from timemap.web import WEB

if TYPE_CHECKING:
    from starlette.requests import Request

    from timemap.style.palette import Theme

PAGES = ("", "compare", "write_a_lesson")
"""Names in the address of the pages that have a map."""

_PARTS = ("BidiComponent", "Html")
"""What Streamlit draws a map's page with that not every page needs."""
_IMPORTED = re.compile(r"""from\s*["']\./([\w.-]+\.js)["']""")
_FRAME = "#timemap-head-start"
_WEB = WEB / "app"


def routes() -> list[Route]:
    """Return what the server answers in place of Streamlit."""
    return [Route(server_path(name), _answer) for name in PAGES]


async def _answer(request: Request) -> HTMLResponse:
    page = await to_thread.run_sync(_page)
    headers = {"Cache-Control": "no-cache", POLICY: page_policy(request.headers.get("Host", ""), page)}
    return HTMLResponse(page, headers=headers)


def _page() -> str:
    """Return Streamlit's page with the head start.

    Without it where there is no map, which the page itself says.
    """
    before, body, after = _parts()
    try:
        address = resources.load_document(resources.load_atlas())
    except Exception:  # noqa: BLE001 (whatever it is: the script meets it as well)
        return f"{before}{body}{after}"
    wanted = json.dumps({"address": address, "frame": FRAME}).replace("<", "\\u003c")
    return f"{before}{body}\n{_start()}headStart({wanted});</script>{after}"


@cache
def _parts() -> tuple[str, str, str]:
    """Return Streamlit's page up to its body, the start of that, and the rest.

    It names more scripts to load early.
    """
    static = Path(get_static_dir())
    page = (static / "index.html").read_text(encoding="utf-8")
    wanted = [name for name in _scripts(static / "static" / "js") if name not in page]
    links = "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in wanted)
    return page.replace("</head>", f"{links}</head>", 1).partition("<body>")


def _scripts(folder: Path) -> list[str]:
    """Return the names of the scripts that Streamlit loads when the first map is drawn, with all that they import."""
    names = [file.name for part in _PARTS for file in folder.glob(f"{part}.*.js")]
    for name in names:  # which grows
        imported = _IMPORTED.findall((folder / name).read_text(encoding="utf-8"))
        names += [other for other in dict.fromkeys(imported) if other not in names]
    return names


@cache
def _start() -> str:
    style, script = ((_WEB / f"headstart.{kind}").read_text(encoding="utf-8") for kind in ("css", "js"))
    colours = [_variables(theme) for theme in THEMES]
    own = f":root {{ --head: {HEAD_HEIGHT}; }}\n{_FRAME} {{ {colours[0]} }}"
    dark = f"@media (prefers-color-scheme: dark) {{ {_FRAME} {{ {colours[1]} }} }}"
    return f"<style>{own}\n{dark}\n{style}</style><script>{script.replace('export function', 'function')}"


def _variables(theme: Theme) -> str:
    """Return the colours of the frame in a theme, which are those of the map and the page in it."""
    names = {"ground": "land", "side": "page-panel", "line": "page-line"}
    return " ".join(f"--{own}: {in_css(name, theme)};" for own, name in names.items())
