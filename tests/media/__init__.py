"""Storage of audio: real servers on loopback, and the lock."""
