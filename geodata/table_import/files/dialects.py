"""Delimiters, quotation marks and decimal signs of a text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from geodata.io.text_rows import Dialect, Lines, read_rows
from geodata.table_import.files.header_rows import ROWS, Header, find_headers, is_filled

if TYPE_CHECKING:
    from collections.abc import Sequence

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
"""What stands between cells, with its name."""

_SAMPLE_BYTES = 1 << 17
"""Bytes of a text that are read for its first rows."""

_MOST_SAMPLED = 400
"""Rows, empty ones too, that are read for them."""

_POSSIBLE = 0.6
"""A delimiter is asked for when it comes so near to the likeliest one."""

_DECIMAL = {sign: re.compile(rf"[-+]?\d{{1,3}}{re.escape(sign)}\d+|[-+]?\d+{re.escape(sign)}\d\d?") for sign in ",."}
_ESCAPED = re.compile(rb'\\"(?![,;\t|\r\n]|$)')
_SINGLE_QUOTED = re.compile(rb"(?:^|[,;\t|])'[^'\r\n]*'(?=[,;\t|\r\n]|$)", re.MULTILINE)


class Sample:
    """First rows of a text that are not empty, as one dialect reads them."""

    def __init__(self, data: bytes, dialect: Dialect) -> None:
        self.dialect = dialect
        self.rows: list[tuple[int, list[str]]] = []
        """The rows with their numbers."""
        self.starts: dict[int, int] = {}
        """Where each of them begins in the text."""
        lines, start = Lines(data), 0
        end = min(len(data), _SAMPLE_BYTES)
        for number, (cells, _) in enumerate(read_rows(lines, dialect, 0, end), start=1):
            if any(map(is_filled, cells)):
                self.rows.append((number, cells))
                self.starts[number] = start
            start = lines.position
            if len(self.rows) == ROWS or number == _MOST_SAMPLED:
                break
        self.headers: tuple[Header, ...] = find_headers(self.rows)

    @property
    def width(self) -> int:
        """The usual number of cells of a row, empty ones too."""
        counts = Counter(len(cells) for _, cells in self.rows)
        return max(counts, key=lambda count: (counts[count], count), default=0)

    def score(self) -> float:
        """Return how well the text reads so.

        Rows of one width and a header count for it, other delimiters in cells against it.
        """
        width = self.width
        if width < 2:  # noqa: PLR2004 - one cell is no table
            return 0
        alike = sum(len(cells) == width for _, cells in self.rows) / len(self.rows)
        header = self.headers[0]
        named = bool(header.rows) and sum(map(bool, header.names)) >= 0.8 * width
        return alike * (1 - 1 / width) + 0.3 * named - 0.5 * sum(map(self._odd, self.rows)) / len(self.rows)

    def _odd(self, row: tuple[int, Sequence[str]]) -> bool:
        """Return whether cells of a row hold what may be another delimiter."""
        others = set(DELIMITERS) - {self.dialect.delimiter}
        return any(
            sign in cell and not (sign == "," and _DECIMAL[","].fullmatch(cell.strip())) and f"{sign} " not in cell
            for cell in row[1]
            for sign in others
        )

    def decimal(self) -> str:
        """Return the decimal sign of most numbers; empty where there are none."""
        cells = [cell.strip() for _, row in self.rows for cell in row]
        counts = {sign: sum(bool(pattern.fullmatch(cell)) for cell in cells) for sign, pattern in _DECIMAL.items()}
        sign = max(counts, key=lambda sign: counts[sign])
        return sign if counts[sign] else ""


def find_samples(data: bytes) -> tuple[Sample, ...]:
    r"""Return the first rows of a text by each dialect that may be its own.

    The likeliest comes first.

    >>> [sample.dialect.delimiter for sample in find_samples(b"place;lat;lon\nKobane;36,89;38,35\n")]
    [';']
    """
    start = data[:_SAMPLE_BYTES]
    quote = "'" if b'"' not in start and len(_SINGLE_QUOTED.findall(start)) > 2 else '"'  # noqa: PLR2004 - by design
    escape = "\\" if _ESCAPED.search(start) else ""
    samples = [Sample(data, Dialect(delimiter, quote, escape)) for delimiter in DELIMITERS]
    scores = {sample.dialect.delimiter: sample.score() for sample in samples}
    samples.sort(key=lambda sample: -scores[sample.dialect.delimiter])
    best = scores[samples[0].dialect.delimiter]
    return tuple(
        sample
        for i, sample in enumerate(samples)
        if not i or scores[sample.dialect.delimiter] > max(_POSSIBLE * best, 0)
    )
