"""Parts of the page "Sources and words", one module each."""
