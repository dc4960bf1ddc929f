"""Exports: the current view in every format, with title and licence."""

from timemap.exports.formats import FORMATS, Format, format_by_ending, format_by_id
from timemap.state.initial import Viewport
from timemap.state.snapshot import Snapshot, snapshot_of

__all__ = ["FORMATS", "Format", "Snapshot", "Viewport", "format_by_ending", "format_by_id", "snapshot_of"]
