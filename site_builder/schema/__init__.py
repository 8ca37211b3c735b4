"""What an editor may write: one schema per kind of document, and one for each settings file."""
