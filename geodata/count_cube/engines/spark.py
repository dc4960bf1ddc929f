"""PySpark, for tables that outgrow the machine."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import narwhals as nw

from geodata.count_cube.sources import SourceError

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    import pyarrow as pa
    from pyspark.sql import SparkSession

    from geodata.count_cube.reading import TextReading
    from geodata.count_cube.sources import Source

LOCAL = "local[*]"
"""All cores of this machine, without a server."""

_BROKEN = "_corrupt_record"
_LOCAL_PARTS = 8
"""Parts of a grouped table on one machine; the usual 200 are for many machines."""


class Spark:
    """Engine on PySpark."""

    def __init__(self, master: str = LOCAL) -> None:
        try:
            with warnings.catch_warnings():
                # It warns of pandas 3, which only its own pandas API does not know yet and nothing here uses.
                warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
                self._session = _start(master)
        except ImportError as error:
            message = "PySpark is not installed: install it with pip install pyspark"
            raise SourceError(message) from error
        except (OSError, RuntimeError) as error:
            message = "Spark does not start: it needs Java 17 or newer"
            raise SourceError(message) from error
        self._kept: Any = None
        self.broken = ""

    def head(self, source: Source, count: int) -> pa.Table:
        """Return the first rows of a table."""
        read = self._session.read
        files = list(source.files)
        if source.kind == "csv":
            return read.csv(files, header=True, quote='"', escape='"', multiLine=True).limit(count).toArrow()
        return read.parquet(*files).limit(count).toArrow()

    def open(self, source: Source, text: TextReading | None) -> nw.LazyFrame[Any]:
        """Return a table."""
        from pyspark.sql.types import StringType, StructField, StructType  # noqa: PLC0415 - as above

        files = list(source.files)
        if text is None:
            self.broken = ""
            return _lazy(self._session.read.option("mergeSchema", value=True).parquet(*files))
        self.broken = _BROKEN
        fields = [StructField(name, StringType()) for name in (*text.names, _BROKEN)]
        frame = self._session.read.csv(
            files,
            schema=StructType(fields),
            header=text.has_header,
            sep=text.delimiter,
            quote=text.quote,
            escape=text.quote,
            encoding=text.encoding,
            multiLine=True,
            mode="PERMISSIVE",
            columnNameOfCorruptRecord=_BROKEN,
        )
        return _lazy(frame)

    def keep(self, rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Return rows that are worked out only once, until others are kept.

        What does not fit in memory goes to disk.
        """
        self._forget()
        self._kept = rows.to_native().cache()
        return _lazy(self._kept)

    def _forget(self) -> None:
        if self._kept is not None:
            self._kept.unpersist()

    def count_broken(self) -> int:
        """Return 0: such rows are shown, with `broken` filled."""
        return 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._forget()
        self._session.stop()


def _start(master: str) -> SparkSession:
    from pyspark.sql import SparkSession  # noqa: PLC0415 - only this engine needs it

    settings: dict[str, bool | float | int | str | None] = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.sql.session.timeZone": "UTC",
        # Text in encodings such as cp1254; else it takes those of Unicode alone.
        "spark.sql.legacy.javaCharsets": "true",
        # Rows with more or fewer cells are told only where all cells are read.
        "spark.sql.csv.parser.columnPruning.enabled": "false",
    }
    if master.startswith("local"):
        settings["spark.sql.shuffle.partitions"] = str(_LOCAL_PARTS)
        settings |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    builder = SparkSession.builder.master(master).appName("count events")
    return builder.config(map=settings).getOrCreate()


def _lazy(frame: Any) -> nw.LazyFrame[Any]:  # noqa: ANN401 - a frame of Spark
    rows: nw.LazyFrame[Any] = nw.from_native(frame)
    return rows
