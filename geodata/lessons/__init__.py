"""Lessons: guided tours through the atlas, one Markdown file each."""
