"""Routes of the app's server beside the pages, and what is prepared when it starts."""
