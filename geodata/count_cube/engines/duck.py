"""DuckDB, which needs no server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import narwhals as nw

from geodata.count_cube.sources import SourceError

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    import pyarrow as pa

    from geodata.count_cube.reading import TextReading
    from geodata.count_cube.sources import Source

ENCODINGS = ("utf-8", "ascii")
"""Encodings that DuckDB can read."""

_REJECTED = """
SELECT count(DISTINCT (file_id, line)) FROM reject_errors WHERE scan_id = (SELECT max(scan_id) FROM reject_scans)
"""


class DuckDB:
    """Engine on DuckDB."""

    broken = ""

    def __init__(self, memory: str = "") -> None:
        self._connection = duckdb.connect()
        self._connection.execute("SET TimeZone = 'UTC'")
        if memory:
            self._connection.execute("SET memory_limit = ?", [memory])
        self._is_text = False

    def head(self, source: Source, count: int) -> pa.Table:
        """Return the first rows of a table."""
        files = list(source.files)
        try:
            if source.kind == "csv":
                return self._connection.read_csv(files, all_varchar=True).limit(count).to_arrow_table()
            return self._connection.read_parquet(files).limit(count).to_arrow_table()
        except duckdb.Error as error:
            raise SourceError(_sentence(error)) from error

    def open(self, source: Source, text: TextReading | None) -> nw.LazyFrame[Any]:
        """Return a table."""
        self._is_text = text is not None
        try:
            if text is None:
                return _lazy(self._connection.read_parquet(list(source.files), union_by_name=True))
            return _lazy(self._connection.read_csv(list(source.files), **_options(text)))
        except duckdb.Error as error:
            raise SourceError(_sentence(error)) from error

    def of_arrow(self, table: pa.Table) -> nw.LazyFrame[Any]:
        """Return a table that is in memory."""
        self._is_text = False
        return _lazy(self._connection.from_arrow(table))

    def keep(self, rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Return rows that are worked out only once, until others are kept.

        What does not fit in memory goes to disk.
        """
        self._connection.execute("DROP TABLE IF EXISTS kept")
        rows.to_native().create("kept")
        return _lazy(self._connection.table("kept"))

    def count_broken(self) -> int:
        """Return how many rows have more or fewer cells than the header."""
        if not self._is_text:
            return 0
        ((count,),) = self._connection.sql(_REJECTED).fetchall()
        return int(count)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()


def _lazy(relation: Any) -> nw.LazyFrame[Any]:  # noqa: ANN401 - a relation of DuckDB
    rows: nw.LazyFrame[Any] = nw.from_native(relation)
    return rows


def _options(text: TextReading) -> dict[str, Any]:
    if text.encoding not in ENCODINGS:
        message = f"DuckDB cannot read text in {text.encoding}: save it as UTF-8, or use --engine spark"
        raise SourceError(message)
    return {
        "columns": dict.fromkeys(text.names, "VARCHAR"),
        "auto_detect": False,
        "header": text.has_header,
        "sep": text.delimiter,
        "quotechar": text.quote,
        "escapechar": text.quote,
        "store_rejects": True,
    }


def _sentence(error: duckdb.Error) -> str:
    return str(error).partition("\n")[0].rstrip(".:")
