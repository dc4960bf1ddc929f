"""Interface of the engines that run the query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    import narwhals as nw
    import pyarrow as pa

    from geodata.count_cube.reading import TextReading
    from geodata.count_cube.sources import Source


class Engine(Protocol):
    """Engine that runs queries of Narwhals, as a context."""

    def head(self, source: Source, count: int) -> pa.Table:
        """Return the first rows of a table."""

    def open(self, source: Source, text: TextReading | None) -> nw.LazyFrame[Any]:
        """Return a table; of a CSV file all columns are text."""

    def keep(self, rows: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Return rows that are worked out only once, until others are kept."""

    @property
    def broken(self) -> str:
        """Column that marks rows with more or fewer cells than the header.

        It is filled in such rows; the name is empty where the table shows none of them.
        """

    def count_broken(self) -> int:
        """Return how many such rows the table does not show."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
