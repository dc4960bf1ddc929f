"""Help pages of the app and the site, made from the documentation."""
