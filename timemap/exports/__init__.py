"""What is seen can be taken home: in every format that is offered, with title, date, sources and licence inside."""

from timemap.exports.formats import FORMATS, Format, format_by_ending, format_by_id
from timemap.state.initial import MapView
from timemap.state.snapshot import Sight, sight_of

__all__ = ["FORMATS", "Format", "MapView", "Sight", "format_by_ending", "format_by_id", "sight_of"]
