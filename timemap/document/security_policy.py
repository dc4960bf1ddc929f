"""Content security policies of the document and of the site's pages.

What a policy does not name, a browser refuses: a script that somebody slipped into a text does not run, and nothing is
sent anywhere.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BACKGROUNDS = Path(__file__).parents[1] / "style" / "backgrounds.json"
"""Online backgrounds, which the browser side reads too."""

_NONE = "'none'"
_NOTHING = {"default-src": _NONE, "base-uri": _NONE, "form-action": _NONE, "object-src": _NONE}
_OWN = "'self'"
INSTALLABLE = {"connect-src": _OWN, "manifest-src": _OWN, "script-src": _OWN, "worker-src": _OWN}
"""What a page of the site may use besides, so that the site can be installed and opened offline."""

_INLINE = re.compile(r"<(?P<tag>script|style)\b(?P<attributes>[^>]*)>(?P<text>.*?)</(?P=tag)>", re.DOTALL)
_DATA = 'type="application/json"'
"""Mark of a script element that holds data, which no policy is about."""
_AFTER = re.compile(r"<head>.*?<meta[^>]*charset=[^>]*>", re.DOTALL)


def add_policy(html: str, more: Mapping[str, str] | None = None) -> str:
    """Return a complete document with its policy in the head.

    The scripts and styles in it are allowed by their hashes and no others, so nothing in it may change afterwards.

    Args:
        html: the document; its head names the encoding first.
        more: further directives.
    """
    scripts, styles = (" ".join(_hashes(html, tag)) or _NONE for tag in ("script", "style"))
    more = dict(more or {})
    policy = _NOTHING | {"style-src": styles, "img-src": "data: blob:"} | more
    policy["script-src"] = f"{more['script-src']} {scripts}" if "script-src" in more else scripts
    own = "" if policy.get("connect-src") is None else f"{policy['connect-src']} "
    policy["connect-src"] = own + " ".join(background_hosts())  # their pictures are asked for by script
    return _AFTER.sub(lambda head: f"{head[0]}\n{_meta(policy)}", html, count=1)


def site_policy() -> str:
    """Return the element with the policy of a page of the site.

    Such a page has no script or style in itself.
    """
    return _meta(_NOTHING | {"style-src": _OWN, "img-src": f"{_OWN} data:"} | INSTALLABLE)


def background_hosts() -> list[str]:
    """Return the sources of online backgrounds, as a policy names them.

    >>> background_hosts()[:2]
    ['https://tile.openstreetmap.org', 'https://*.basemaps.cartocdn.com']
    """
    rows = json.loads(BACKGROUNDS.read_text(encoding="utf-8"))
    return list(dict.fromkeys(_origin(row["url"].replace("{s}", "*")) for row in rows))


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _hashes(html: str, tag: str) -> Iterator[str]:
    for found in _INLINE.finditer(html):
        if found["tag"] == tag and _DATA not in found["attributes"]:
            digest = hashlib.sha256(found["text"].encode()).digest()
            yield f"'sha256-{base64.b64encode(digest).decode()}'"


def _meta(policy: Mapping[str, str]) -> str:
    text = "; ".join(f"{name} {sources}" for name, sources in policy.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{text}">'
