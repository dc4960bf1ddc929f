"""Pages around a drawn map: one day, two days, key dates."""
