"""Files → text → fields with their positions. Nothing here knows what a field means."""
