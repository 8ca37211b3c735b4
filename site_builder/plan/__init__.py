"""The library → every page, listing and file of the site, before anything is drawn."""
