"""`python -m site_builder` is the command `site-builder`."""

from .commands import main

main()
