"""The speed of the site builder, measured beside Hugo on the same content."""
