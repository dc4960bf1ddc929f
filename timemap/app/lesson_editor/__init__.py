"""Lesson editor: forms, preview and files."""
