"""Streamlit's first page, with words for when it does not start.

Pages with a map load its document at once.
"""

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
from timemap.app.page_list import PAGES
from timemap.app.page_style import HEAD_HEIGHT
from timemap.app.server.addresses import server_path
from timemap.app.server.security_headers import POLICY, page_policy
from timemap.style.palette import THEMES, in_css
from timemap.web import WEB

if TYPE_CHECKING:
    from starlette.requests import Request

    from timemap.style.palette import Theme

MAP_PAGES = ("", "compare", "write_a_lesson")
"""Names in the address of the pages that have a map."""

ADVICE = (
    "Reload the page. The server may be busy or starting again.",
    "Open it in an up-to-date browser: Firefox, Chrome, Edge or Safari.",
    "Allow JavaScript for this page, and switch off extensions that block scripts.",
    "The network may block the connection to the server (a WebSocket). Try another network, or ask who runs this one.",
)
"""What to do where the page does not open."""

_PARTS = ("BidiComponent", "Html")
"""What Streamlit draws a map's page with that not every page needs."""
_IMPORTED = re.compile(r"""from\s*["']\./([\w.-]+\.js)["']""")
_NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_FRAME = "#timemap-head-start"
_WEB = WEB / "app"


def routes() -> list[Route]:
    """Return what the server answers in place of Streamlit."""
    with_map = [Route(server_path(name), _answer_with_map) for name in MAP_PAGES]
    others = [page.file for page in PAGES if page.file not in MAP_PAGES]
    return with_map + [Route(server_path(name), _answer) for name in others]


async def _answer(request: Request) -> HTMLResponse:
    return _answered(request, "".join(_parts()))


async def _answer_with_map(request: Request) -> HTMLResponse:
    return _answered(request, await to_thread.run_sync(_page))


def _answered(request: Request, page: str) -> HTMLResponse:
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
    before, body, after = page.replace("</head>", f"{links}</head>", 1).partition("<body>")
    return before, body, _opening() + _NO_SCRIPT.sub("", after, count=1)


def _opening() -> str:
    """Return what is seen until the page has been drawn, or never is.

    Streamlit's own words for a browser without scripts are about its interfaces for programs.
    """
    style, script, translation = (_read(name) for name in ("opening.css", "opening.js", "translation.js"))
    advice = "".join(f"<li>{line}</li>" for line in ADVICE)
    return (
        f"\n<script>{translation}allowTranslation();</script>"
        f'<style>{style}</style><div id="timemap-opening">'
        '<noscript><p class="without-script">JavaScript is switched off here. This page needs it.</p></noscript>'
        f"<p>The page is opening. If nothing else appears:</p><ul>{advice}</ul></div>"
        f'<script>{script}endWith(document.getElementById("timemap-opening"));</script>'
    )


def _read(name: str) -> str:
    """Return a style sheet, or a module as a script of its own."""
    return (_WEB / name).read_text(encoding="utf-8").replace("export function", "function")


def _scripts(folder: Path) -> list[str]:
    """Return the names of the scripts that Streamlit loads when the first map is drawn, with all that they import."""
    names = [file.name for part in _PARTS for file in folder.glob(f"{part}.*.js")]
    for name in names:  # which grows
        imported = _IMPORTED.findall((folder / name).read_text(encoding="utf-8"))
        names += [other for other in dict.fromkeys(imported) if other not in names]
    return names


@cache
def _start() -> str:
    style, script = (_read(f"headstart.{kind}") for kind in ("css", "js"))
    colours = [_variables(theme) for theme in THEMES]
    own = f":root {{ --head: {HEAD_HEIGHT}; }}\n{_FRAME} {{ {colours[0]} }}"
    dark = f"@media (prefers-color-scheme: dark) {{ {_FRAME} {{ {colours[1]} }} }}"
    return f"<style>{own}\n{dark}\n{style}</style><script>{script}"


def _variables(theme: Theme) -> str:
    """Return the colours of the frame in a theme, which are those of the map and the page in it."""
    names = {"ground": "land", "side": "page-panel", "line": "page-line"}
    return " ".join(f"--{own}: {in_css(name, theme)};" for own, name in names.items())
