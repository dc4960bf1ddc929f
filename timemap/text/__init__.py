"""Words and numbers, once for app, document, site and paper."""
