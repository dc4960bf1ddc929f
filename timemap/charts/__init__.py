"""Charts of "Territory in numbers", one module for each subject."""
