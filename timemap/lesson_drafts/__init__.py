"""Lesson drafts: incomplete lessons, checked and kept as Markdown."""
