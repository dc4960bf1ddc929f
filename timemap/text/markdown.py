"""Escaping of text from tables and readers, for Markdown."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([!-/:-@\[-`{-~])")
_SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
_JOINER = "\u2060"
"""Invisible and without width: it keeps what looks like an address from becoming a link."""


def escape_markdown(text: str) -> str:
    r"""Return ``text`` escaped for Streamlit's Markdown, on one line.

    It is shown character by character; what a no-break space ties stays tied.

    >>> print(escape_markdown("![x](a/b) $y$ <script>"))
    \!\[x\]\(a\/b\) \$y\$ \<script\>
    """
    return _SPECIAL.sub(r"\\\1", _ADDRESS.sub(_JOINER, _SPACES.sub(" ", text).strip()))


def link(text: str, address: str) -> str:
    r"""Return a Markdown link, or nothing if ``address`` is none of the web.

    >>> print(link("source", "https://a.org/b_(c)"))
    [source](<https://a.org/b_(c)>)
    >>> link("source", "javascript:alert(1)")
    ''
    """
    if safe_link(address) is None:
        return ""
    safe = "%20".join(address.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C").split())
    return f"[{escape_markdown(text)}](<{safe}>)"


def safe_link(address: str) -> str | None:
    """Return ``address`` if it is one of the web, else ``None``.

    >>> safe_link("https://a.org/b"), safe_link("javascript:alert(1)")
    ('https://a.org/b', None)
    """
    return address if address.startswith(("https://", "http://")) else None
