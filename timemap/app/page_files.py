"""Paths of the page files, in a checkout and when installed."""

from pathlib import Path

import timemap

_PACKAGE = Path(timemap.__file__).resolve().parent
_FOLDER = next(folder for folder in (_PACKAGE / "served", _PACKAGE.parent) if (folder / "pages").is_dir())

APP_FILE = _FOLDER / "app.py"
"""What ``streamlit run`` starts."""

MAIN_SCRIPT = Path(__file__).parent / "main.py"
"""The script that runs for every page."""


def page_file(name: str) -> str:
    """Return the path of the file of a page.

    Its name is also that in the address.
    """
    return str(_FOLDER / "pages" / f"{name}.py")
