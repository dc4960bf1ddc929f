"""Page "Help": the documentation for users, teachers and publishers."""

from timemap.app.help_page import render_help

render_help()
