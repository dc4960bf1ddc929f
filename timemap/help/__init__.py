"""Pages of the documentation that the app and the site show as help."""
