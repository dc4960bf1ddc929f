"""Animations: the map day by day, as GIF, WebP or MP4."""
