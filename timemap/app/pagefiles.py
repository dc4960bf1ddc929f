"""Where the files of the pages are, for all that names a page by its file."""

from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "pages"


def page_file(name: str) -> str:
    """Return the path of the file of a page, whose name is also that in the address."""
    return str(_FOLDER / f"{name}.py")
