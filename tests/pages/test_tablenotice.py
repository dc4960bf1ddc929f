"""What is wrong in the tables is said on the page; nothing is said of tables that are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

from geodata.io.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path


def said(folder: Path) -> AppTest:
    """Return what is said of the tables in ``folder``."""

    def script(folder: str) -> None:
        from pathlib import Path  # noqa: PLC0415 (only the body of this function is run)

        from geodata.atlas import load  # noqa: PLC0415
        from timemap.app.panels import table_warnings  # noqa: PLC0415

        table_warnings.render_table_warnings(load(Path(folder)))

    app = AppTest.from_function(script, default_timeout=60, kwargs={"folder": str(folder)}).run()
    assert not app.exception
    return app


def test_nothing_is_said_of_tables_that_are_right() -> None:
    assert not said(TABLES).expander


def test_each_fault_is_said_where_it_is_and_no_word_of_it_is_markup(folder: Path) -> None:
    file = folder / "places.csv"
    header, first, *rows = file.read_text("utf-8").splitlines(keepends=True)
    broken = first.replace(",36.", ",**north**", 1)
    assert broken != first
    file.write_text("".join([header, broken, *rows]), "utf-8")
    (folder / "claims.csv").unlink()
    app = said(folder)
    assert app.expander[0].label.endswith("in the tables")
    text = "\n".join(element.value for element in app.markdown)
    assert "places.csv, row 2, column lat" in text.replace("\\", "")
    assert "claims.csv" in text.replace("\\", "")
    assert "**north**" not in text
