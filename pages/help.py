"""Help: the documentation for those who use, teach with, study or publish the map."""

from timemap.app.help_page import render_help

render_help()
