"""Markdown articles and podcast audio → a static bilingual site and podcast feeds."""
