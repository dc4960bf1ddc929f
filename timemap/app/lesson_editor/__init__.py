"""Forms, preview and files of the lesson editor."""
