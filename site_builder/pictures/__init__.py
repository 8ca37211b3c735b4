"""Pictures: what their files are, in which sizes and formats they are shown, and those made once and kept."""
