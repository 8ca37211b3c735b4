"""The words that feeds may use where a specification lists them. Data alone; nothing here looks anything up."""
