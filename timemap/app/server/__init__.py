"""Routes of the app's server, and what is prepared at its start."""
