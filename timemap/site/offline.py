"""Site as an installed app: web app manifest and service worker."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from timemap.document.assets import script
from timemap.site.icons import SIZES, icon_name
from timemap.style.palette import in_css

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST = "manifest.webmanifest"
WORKER = "worker.js"
SCRIPT = "site.js"
"""The script that every page loads: it registers the worker, and says when there is a newer site."""

_SHORT = 12
"""Characters that fit under an icon."""


def app_manifest(title: str, sentence: str, language: str) -> bytes:
    """Return the web app manifest.

    Its addresses are relative, so that the site works below any path.
    """
    pictures = [
        {"src": icon_name(size), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in SIZES
        for purpose in ("any", "maskable")
    ]
    about = {
        "name": title,
        "short_name": short_name(title),
        "description": sentence,
        "lang": language,
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "background_color": in_css("page-paper"),
        "theme_color": in_css("page-accent"),
        "icons": pictures,
    }
    return json.dumps(about, ensure_ascii=False, indent=1).encode()


def short_name(title: str) -> str:
    """Return the first words of a title, as many as fit under an icon.

    >>> short_name("Kobane timeline map"), short_name("Atlas"), short_name("Bundesrepublik")
    ('Kobane', 'Atlas', 'Bundesrepublik')
    """
    words = title.split()
    fitting = [" ".join(words[:number]) for number in range(1, len(words) + 1)]
    return max((name for name in fitting if len(name) <= _SHORT), key=len, default=words[0] if words else title)


def page_script() -> bytes:
    """Return the script that every page loads."""
    names = json.dumps({"manifest": MANIFEST, "worker": WORKER})
    return _in_own_scope("site/site.js", f"install(document.currentScript.src, {names})")


def service_worker(files: Mapping[str, bytes]) -> bytes:
    """Return the service worker that keeps these files.

    It differs as soon as one of them does.
    """
    hashes = {name: sha256(content).hexdigest()[:16] for name, content in sorted(files.items())}
    version = sha256(json.dumps(hashes).encode()).hexdigest()[:16]
    site = json.dumps({"version": version, "files": hashes})
    return _in_own_scope("site/worker.js", f"serve(self, {site})")


def _in_own_scope(module: str, call: str) -> bytes:
    """Return a script that calls what a module exports, and leaves no name behind."""
    return f'(() => {{\n{script(module)}\n$modules["{module}"].{call};\n}})();\n'.encode()
