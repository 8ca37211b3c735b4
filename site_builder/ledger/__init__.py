"""The published ledger: what a build promises to readers and to podcast apps, as `published.json` in the site."""
