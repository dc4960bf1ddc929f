"""Scripts, styles and pictures of the document, ours and Leaflet's."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import re
from functools import cache
from importlib import metadata
from pathlib import Path

from timemap.document.bundle import bundle_modules, minify_script
from timemap.style.palette import in_css
from timemap.web import WEB

LEAFLET = "XStatic-Leaflet"
LEAFLET_SHA256 = {
    "leaflet.js": "5819285cec137b229c94e1ee5ad73e8b6b84345a4367d60f75fe477fe0fb7b03",
    "leaflet.css": "90b693d86392a4779c861b28cf307e7e59c3fb35328c4d8b95f58f814d38c722",
}
"""Checksums of Leaflet 1.9.3 as its authors published it."""

STYLES = (
    "page/page.css",
    "page/mixes.css",
    "page/opening.css",
    "map/map.css",
    "events/events.css",
    "map/buttons.css",
    "legend/legend.css",
    "slider/slider.css",
    "panel/panel.css",
    "find/find.css",
    "compare/compare.css",
    "lesson/lesson.css",
    "lesson/figure.css",
    "exercise/exercise.css",
    "textmap/textmap.css",
    "terms/termnote.css",
    "terms/terms.css",
    "page/share.css",
    "start/start.css",
    "page/paper.css",
)
"""Style sheets in the order in which they may overrule each other; those that do not exist are left out."""

NOTES_STYLE = "lesson/notes.css"
"""Style sheet of the window with the teacher's notes."""

_SPARE = re.compile(r"/\*[\s\S]*?\*/\n?|^\s+", re.MULTILINE)
"""What says nothing to a browser."""


class AssetError(RuntimeError):
    """Error for an installed file that is missing or not the original."""


def data_uri(content: bytes, media_type: str) -> str:
    """Return ``content`` as an address that needs no request."""
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


@cache
def _leaflet_folder() -> Path:
    for file in metadata.files(LEAFLET) or ():
        if file.name == "leaflet.js":
            return Path(str(file.locate())).parent
    message = f"the package {LEAFLET} holds no leaflet.js; install the versions in requirements.txt"
    raise AssetError(message)


@cache
def leaflet(name: str) -> str:
    """Return ``leaflet.js`` or ``leaflet.css`` as text, pictures inlined.

    Raises:
        AssetError: if the file is missing or its checksum differs from the published one.
    """
    folder = _leaflet_folder()
    content = (folder / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != LEAFLET_SHA256[name]:
        message = f"{name} of the package {LEAFLET} is not the published file; install the versions in requirements.txt"
        raise AssetError(message)
    text = content.decode()
    if name.endswith(".css"):
        return re.sub(r"url\((images/[\w.-]+)\)", lambda found: f"url({_picture(folder / found[1])})", text)
    return re.sub(r"^//# sourceMappingURL=.*$", "", text, flags=re.MULTILINE)


def _picture(path: Path) -> str:
    return data_uri(path.read_bytes(), mimetypes.guess_type(path.name)[0] or "application/octet-stream")


def stylesheet() -> str:
    """Return all style sheets of the document as one text.

    Leaflet's comes first; ours have no comments and indentation.
    """
    own = [_own(name) for name in STYLES if (WEB / name).exists()]
    return "\n".join([leaflet("leaflet.css"), *own])


def notes_stylesheet() -> str:
    """Return the style sheet of the window with the teacher's notes.

    The document does not use it itself.
    """
    colours = " ".join(f"--{name}: {in_css(f'page-{name}')};" for name in ("ink", "muted", "line"))
    return f":root {{ {colours} }}\n{_own(NOTES_STYLE)}"


def _own(name: str) -> str:
    return _SPARE.sub("", (WEB / name).read_text(encoding="utf-8"))


@cache
def script(start: str = "main.js") -> str:
    """Return one script that gives the exports of ``start``, minified.

    After it ``$modules`` holds, by the name of ``start``, what that module exports.
    """
    return minify_script(bundle_modules(start, read_module))


def read_module(name: str) -> str:
    """Return a module, or a table that Python reads too.

    Such a table lies in a room of its own.
    """
    return ((WEB.parent if name.endswith(".json") else WEB) / name).read_text(encoding="utf-8")
