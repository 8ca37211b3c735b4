"""Where audio is stored: the lock that is committed, and the storage that holds what Git doesn't."""
