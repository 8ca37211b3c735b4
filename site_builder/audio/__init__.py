"""Audio file → facts that feeds and players need. Only this room imports mutagen."""
