"""Browser side of the project: scripts, styles and snippets, read by the code that makes documents and pages."""

from pathlib import Path

WEB = Path(__file__).parent
"""Folder of the scripts and styles."""
