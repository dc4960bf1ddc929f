"""Lessons: guided tours through the atlas, one Markdown file each, read and written without loss."""
