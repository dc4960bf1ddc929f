"""Moving pictures: the map of one day after the other, as GIF, WebP or MP4."""
