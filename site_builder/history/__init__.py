"""What Git knows of the content: which commit changed which text, and what is older for it in other languages."""
