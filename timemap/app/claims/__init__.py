"""Parts of the page "Claims checked", one module each."""
